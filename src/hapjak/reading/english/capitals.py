"""Capitalised words of an English text: what names of people, places and bodies are made of."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŞŽŌŪ"
WORD = rf"[{UPPER}]\w*(?:[-'’](?![sS]\b)\w+)*"  # O’Malley, Jae-soo, Xi'an, not the 's of a genitive
CAPITALISED = re.compile(rf"(?<![\w@]){WORD}")


class Capitals:
    """Where capitalised words stand, so that names can be walked word by word."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(match.start(), match.end(), match[0]) for match in CAPITALISED.finditer(text)]
        self.starts = [start for start, _, _ in found]
        self.ends = [end for _, end, _ in found]
        self.words = [word for _, _, word in found]
        self._at = {start: index for index, start in enumerate(self.starts)}
        self._until = {end: index for index, end in enumerate(self.ends)}

    def at(self, start: int) -> int | None:
        """Which word begins at a place."""
        return self._at.get(start)

    def until(self, end: int) -> int | None:
        """Which word ends at a place."""
        return self._until.get(end)

    def gap(self, index: int) -> str:
        """What stands between a word and the next one."""
        if index + 1 >= len(self.words):
            return "\n"
        return self.text[self.ends[index] : self.starts[index + 1]]

    def joined(self, index: int) -> bool:
        """Whether the next word may belong to the same name: New Brunswick, A. Ishdorj."""
        gap = self.gap(index)
        return gap == " " or (gap in (". ", ".") and len(self.words[index]) == 1)

    def run_left(self, index: int, stop: frozenset[str], most: int) -> int:
        """The first word of the name that ends with a word; `stop` words end it."""
        first = index
        while first > 0 and index - first + 1 < most and self.joined(first - 1):
            if self.words[first - 1] in stop:
                break
            first -= 1
        return first

    def run_right(self, index: int, stop: frozenset[str], most: int) -> int:
        """The last word of the name that begins with a word; `stop` words end it."""
        last = index
        while last - index + 1 < most and last + 1 < len(self.words) and self.joined(last):
            if self.words[last + 1] in stop:
                break
            last += 1
        return last
