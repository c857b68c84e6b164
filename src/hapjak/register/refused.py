"""What cannot be done as it was asked."""

from __future__ import annotations


class Refused(ValueError):
    """Nothing was changed. The text says why and what to do, in the user's language."""


class Outdated(Refused):
    """Somebody changed it meanwhile: show it as it is now and ask again."""
