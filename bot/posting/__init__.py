"""Posting: claim, send, record; exactly once, crash or no crash."""
