"""How much intake takes on before it refuses."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document; settings may lower or raise them.

    A long report has some thousands of HTML elements, some hundred kilobytes
    of XML and some dozens of pages: the bounds leave room for the largest and
    keep any file within seconds and 256 MiB of memory.
    """

    size_bytes: int = 16 * MEBIBYTE
    elements: int = 400_000  # HTML tags
    entries: int = 4_000  # parts of a zipped document
    unpacked_bytes: int = 64 * MEBIBYTE  # all parts of a zipped document, or streams of a PDF
    ratio: int = 200  # unpacked to packed size of a part over a mebibyte
    xml_marks: int = 1_200_000  # tags and attributes of one XML part
    nesting: int = 150  # XML elements in one another
    pages: int = 400  # of a PDF
    characters: int = 2_000_000  # of a PDF or an office document
    seconds: float = 20  # to read it; holds where it is read in a process of its own
    memory_bytes: int = 512 * MEBIBYTE  # beyond what the process takes without it
