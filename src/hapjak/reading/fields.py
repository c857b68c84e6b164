"""Which fields of cooperation a stretch of text names.

The codes are those of the glossary. Words lie in `data/fields.LANGUAGE.tsv`
with the columns term, code, rank, variety, source; an empty variety holds for all
varieties of the language (사업 is work in Chinese-Korean, business in the South).
A word with the code `-` is no field and hides the shorter words in it (소비자, 소비).

Ranks say how much a word tells: one without a rank names its field; a `head` is what
the one thing named before it is for (모빌리티 분야 공동연구: research), a `tail` is so only
where that word is joined to it (能源产业园: a park); a `weak` one (企业, market) is said of
every field and tells one only where it stands in a list of fields or no other word does;
a `general` one (교류) says only that there is exchange.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.tables import read_table

NONE = "-"
UNKNOWN = "MEC"  # a line without any field word is about the cooperation itself
BOUNDED = ("ko", "en")  # whose words are not to be cut in two
HEAD, TAIL, NAMES, WEAK, GENERAL = "head", "tail", "", "weak", "general"
OFFICE = "office"  # the rank of any word that only tells whose office it is (教育局)
# What stands behind a word that is a member of a list of fields, or called a field.
LISTED = {
    "zh": re.compile(r"[、，,]|[和与及](?!其)|等|领域|方面|合作|交流"),
    "ko": re.compile(r"[,、·ㆍ]|와|과|및|등|분야|방면|부문|령역|영역|협력|교류|합작"),
    "en": re.compile(r"s?(?:,| cooperation| exchange| ties| relations| fields?\b| sectors?\b)"),
}
# What stands between members of a list.
SEPARATOR = {
    "zh": re.compile(r"[、，,；和与及]"),
    "ko": re.compile(r"[,、·ㆍ와과]|및"),
    "en": re.compile(r"[,;]| and "),
}
# What stands behind a word in the name or title of an office.
OF_OFFICE = {
    "zh": re.compile(r"局|厅|司(?!机)|委(?!托)|部(?![门分件位署])|办公室|处(?![理于])"),
    "ko": re.compile(
        r"[국청](?:[장은는의와]|$)|[부과처실원관]장(?![가-힣])|본부|장관|차관|위원장|부부장"
    ),
    "en": re.compile(
        r"s? (?:minist|department|bureau|office|commission|committee|authorit|secretar)", re.I
    ),
}
OFFICE_OF = re.compile(  # and before it, in English
    r"(?:minist(?:er|ry)|department|secretary|bureau|office|commissioner)s? (?:of|for) (?:[\w-]{2,20},? ){0,2}$"
)
TO = re.compile("들?에게|들?께")  # whom something is given, in Korean
NEAR = 60  # characters before a word that may name its office


class Hit(Struct, frozen=True):
    """A field word in a text (for Korean: in the text without blanks)."""

    start: int
    end: int
    code: str
    rank: str


class FieldWords:
    """Field words of one variety: the first and longest at a place, in linear time."""

    def __init__(self, language: str, variety: str) -> None:
        rows = [
            row for row in read_table(f"fields.{language}.tsv") if row["variety"] in ("", variety)
        ]
        self._codes = [(row["code"], row["rank"]) for row in rows]
        self._language = language
        terms = [row["term"].lower() if language == "en" else row["term"] for row in rows]
        bounded = language in BOUNDED
        self._words = AhoCorasick(
            terms, matchkind=MatchKind.Standard if bounded else MatchKind.LeftmostLongest
        )

    def hits(self, text: str) -> list[Hit]:
        """All field words in order, none within another."""
        text, starts = self._plain(text)
        found: list[Hit] = []
        for index, start, end in self._longest(text, starts):
            code, rank = self._codes[index]
            if code != NONE:
                place = len(found) - self._heads(found, text, start, rank)
                rank = self._rank(text, start, end, NAMES if rank in (HEAD, TAIL) else rank)
                found.insert(place, Hit(start, end, code, rank))
        return found

    def _heads(self, found: list[Hit], text: str, start: int, rank: str) -> int:
        """How many words before only tell what kind of this it is; members of a list do not."""
        if rank == TAIL:
            return _joined(found, start)
        if rank != HEAD or not found:
            return 0
        named = [hit for hit in found if hit.rank == NAMES]
        single = len(named) == 1 and named[0] is found[-1]
        listed = single and SEPARATOR[self._language].search(text, named[0].end, start)
        return int(single and not listed)

    def _longest(self, text: str, starts: list[int]) -> Iterable[tuple[int, int, int]]:
        """The first and longest finds that cut no word in two, none within another."""
        if self._language not in BOUNDED:
            return self._words.find_matches_as_indexes(text)
        found: list[tuple[int, int, int]] = []
        end = 0
        for hit in sorted(self._whole(text, starts), key=_leftmost_longest):
            if hit[1] >= end:
                end = hit[2]
                found.append(hit)
        return found

    def _plain(self, text: str) -> tuple[str, list[int]]:
        """A text as words are matched in it; for Korean without blanks, and where its words begin."""
        if self._language == "ko":
            words = text.split()
            return "".join(words), list(accumulate(map(len, words), initial=0))
        folded = text.lower() if self._language == "en" else text
        return (folded if len(folded) == len(text) else text), []

    def _whole(self, text: str, starts: list[int]) -> Iterator[tuple[int, int, int]]:
        """Finds that do not cut a word in two.

        Latin words must not lie inside longer ones. In Korean a find that begins within
        a word must end with it: 우수 산업 is no 수산.
        """
        for index, start, end in self._words.find_matches_as_indexes(text, overlapping=True):
            if self._language == "en" and not _is_whole_word(text, start, end):
                continue
            place = bisect_right(starts, start)
            if 0 < place < len(starts) and starts[place - 1] < start and starts[place] < end:
                continue
            yield index, start, end

    def _rank(self, text: str, start: int, end: int, rank: str) -> str:
        """How much a word tells here: in an office's title less, in a list of fields all (经济、教育)."""
        if OF_OFFICE[self._language].match(text, end):
            return OFFICE
        if self._language == "en" and OFFICE_OF.search(text, max(0, start - NEAR), start):
            return OFFICE
        if self._language == "ko" and TO.match(text, end):
            return WEAK
        return NAMES if rank == WEAK and LISTED[self._language].match(text, end) else rank


def _joined(found: list[Hit], start: int) -> int:
    """How many of the last words stand one behind the other up to a place."""
    count = 0
    while count < len(found) and found[-1 - count].end == start:
        start = found[-1 - count].start
        count += 1
    return count


def codes_of(hits: list[Hit], *ranks: str) -> list[str]:
    """Codes of hits of these ranks, those of the first rank before all others."""
    if not hits:
        return []
    return in_order([hit.code for rank in ranks for hit in hits if hit.rank == rank])


def in_order(codes: list[str]) -> list[str]:
    """Codes in the order they are first named; behind the first, a parent is left out beside its child.

    What is said of the cooperation itself comes last: a field named beside it is what it is for.
    """
    if len(codes) < 2:
        return codes
    kept = sorted(dict.fromkeys(codes), key=_place)
    parents = {code[:3] for code in kept if len(code) > 3}
    return kept[:1] + [code for code in kept[1:] if code not in parents]


def _place(code: str) -> int:
    """Where a code stands among others: ways to cooperate behind what it is about."""
    return LAST.get(code, 0)


WAYS = (UNKNOWN, "EXT")  # top codes of how to cooperate, not on what
MEDIA = "CUL02"  # every report names its paper
# Mechanisms for something, ties, exchange as such, plans for something, cooperation as such.
LAST = {"MEC01": 1, "EXT03": 2, "EXT": 3, "MEC03": 4, UNKNOWN: 5}


def theme_of(hits: list[Hit]) -> str | None:
    """The one field that hits are of for the most part; None where they are of many or too few."""
    told = [
        hit.code
        for hit in hits
        if hit.rank == NAMES and hit.code[:3] not in WAYS and hit.code != MEDIA
    ]
    tops = Counter(code[:3] for code in told).most_common(1)
    if not tops or tops[0][1] < 2 or tops[0][1] * 2 <= len(told):
        return None
    return Counter(code for code in told if code.startswith(tops[0][0])).most_common(1)[0][0]


def _leftmost_longest(found: tuple[int, int, int]) -> tuple[int, int]:
    return found[1], -found[2]


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Latin words must not match inside longer ones; a plural s is let pass."""
    before = start == 0 or not text[start - 1].isalnum()
    after = text[end : end + 2]
    return before and (not after[:1].isalnum() or (after[:1] == "s" and not after[1:2].isalnum()))


@cache
def field_words(language: str, variety: str) -> FieldWords:
    """The shared matcher of a variety. Building it costs milliseconds, once."""
    return FieldWords(language, variety)
