"""Pages of the desk, by topic."""

from hapjak.desk.views.guards import for_registrars

__all__ = ["for_registrars"]
