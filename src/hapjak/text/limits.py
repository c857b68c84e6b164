"""How much intake takes on before it refuses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document; settings may lower or raise them."""

    size_bytes: int = 16 * 1024 * 1024
    elements: int = 400_000  # HTML tags; a long report has some thousands
    seconds: float = 20  # to read it; holds where it is read in a process of its own
    memory_bytes: int = 512 * 1024 * 1024  # beyond what the process takes without it
