"""Names as data, and how they are matched."""
