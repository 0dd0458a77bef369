"""The archive's schema, step by step. Revisions are only ever added."""
