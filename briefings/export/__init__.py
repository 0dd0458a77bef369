"""Editions as files: pictures, Markdown, JSON, feeds."""
