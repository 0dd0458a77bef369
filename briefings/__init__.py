"""The library: documents, quotes and briefings. It knows no Discord."""
