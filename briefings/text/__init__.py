"""Text in, spans out: pure functions that touch nothing outside."""
