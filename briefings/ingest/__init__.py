"""Document to article: extraction, reading, storing."""
