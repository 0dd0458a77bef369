"""The archive: the only SQL."""
