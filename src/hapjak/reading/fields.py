"""Which field of cooperation a stretch of text is about.

The codes are those of the glossary. Words lie in `data/fields.LANGUAGE.tsv`
with the columns term, code, variety, source; an empty variety holds for all
varieties of the language (사업 is work in Chinese-Korean, business in the South).
A word with the code `-` is no field and hides the shorter words in it (소비자, 소비).
"""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.tables import read_table

NONE = "-"
UNKNOWN = "MEC"  # a line without any field word is about the cooperation itself


class FieldWords:
    """Field words of one variety, matched leftmost-longest in linear time."""

    def __init__(self, language: str, variety: str) -> None:
        rows = [
            row for row in read_table(f"fields.{language}.tsv") if row["variety"] in ("", variety)
        ]
        self._codes = [row["code"] for row in rows]
        self._fold = language == "en"
        terms = [row["term"].lower() if self._fold else row["term"] for row in rows]
        self._words = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)

    def find_all(self, text: str) -> list[str]:
        """The code of every field word, repeated as often as it is named."""
        found = self._words.find_matches_as_indexes(text)
        return [self._codes[index] for index, _, _ in found if self._codes[index] != NONE]

    def find(self, text: str) -> list[str]:
        """Codes in the order their fields are first named; a parent is left out beside its child."""
        haystack = text.lower() if self._fold and len(text.lower()) == len(text) else text
        found = dict.fromkeys(
            self._codes[index]
            for index, start, end in self._words.find_matches_as_indexes(haystack)
            if self._codes[index] != NONE
            and (not self._fold or _is_whole_word(haystack, start, end))
        )
        if len(found) < 2:
            return list(found)
        parents = {code[:3] for code in found if len(code) > 3}
        kept = [code for code in found if len(code) > 3 or code not in parents]
        first = {code[:3]: place for place, code in reversed(list(enumerate(found)))}
        return sorted(kept, key=lambda code: first[code[:3]])


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Latin words must not match inside longer ones; a plural s is let pass."""
    before = start == 0 or not text[start - 1].isalnum()
    after = text[end : end + 2]
    return before and (not after[:1].isalnum() or (after[:1] == "s" and not after[1:2].isalnum()))


@cache
def field_words(language: str, variety: str) -> FieldWords:
    """The shared matcher of a variety. Building it costs milliseconds, once."""
    return FieldWords(language, variety)
