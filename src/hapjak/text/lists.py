"""Word lists of intake, kept as tab-separated data files in `data/`."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def read_list(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `text/data/NAME` keyed by the header line.

    Lines that begin with `#` are remarks. Every list has a `source` column.

    Raises:
        FileNotFoundError: No such list is shipped.
    """
    path = resources.files("hapjak.text") / "data" / name
    lines = path.read_text(encoding="utf-8").split("\n")
    body = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))
