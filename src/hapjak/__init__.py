"""System of record for cooperation between governments."""

__version__ = "0.1.0"
