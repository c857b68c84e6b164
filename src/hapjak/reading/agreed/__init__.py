"""Agreed texts: the instrument itself, not a report of its signing."""
