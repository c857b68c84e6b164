"""Short names of places in a row that act: 연변과 녕파; 온주, 주산, 소흥 등 3개 시."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from hapjak.reading.korean.china.places import Places

Short = tuple[int, int, str | None]  # where a name stands, and the full name if the text has none

AND = re.compile(r"(?:와|과)\s(?:한국\s|일본\s|로씨야\s)?")
IN_ROW = re.compile(r"(?:와|과)\s(?:한국\s|일본\s|로씨야\s)?|\s?[,、·ㆍ]\s?|[—–-]")
# 갑-을 고속렬차: a route, of which the places are no parties
# 갑-을 동서부협력련석회의: what stands behind a pair says that they act
ROUTE = re.compile(
    r"\s?[가-힣]{0,10}(?:렬차|항로|철도|도로|로선|항선|고속|구간|다리|통로|운수|항공|항운)"
)
PAIRED = re.compile(
    rf"(?!{ROUTE.pattern})\s?(?:[가-힣]{{1,6}}\s?)?(?:협력|합작|교류|련결|우호|련석|대상성|맞춤형|협동)"
)
# 갑, 을, 병 등 3개 시와 정: so many of a kind, so each word of the row is one
NAME = re.compile(r"[가-힣]{2,4}")
COUNTED_ROW = re.compile(
    r"(?<![가-힣])(?P<names>(?:[가-힣]{2,4}[,、·ㆍ]\s?){1,11}[가-힣]{2,4})\s(?:등\s)?\d{1,2}개\s(?:도시|시|성|지역|주|현|구)"
    r"(?:(?:와|과)\s(?P<other>[가-힣]{2,4})(?=[\s,]))?(?![가-힣]{2})"
)


def in_rows(text: str, where: Places, printed: Callable[[str], bool]) -> Iterator[Short]:
    """The names of all rows; `printed` tells whether the text has a full name itself."""
    yield from _joined(text, where, printed)
    yield from _counted(text, where)


def _joined(text: str, where: Places, printed: Callable[[str], bool]) -> Iterator[Short]:
    """연변과 녕파: places in a row act, though no level is printed."""
    places: list[Short] = [*where.short]
    places += [(at, at + len(name), None) for at, name in where.stands]
    places.sort(key=lambda place: place[:2])
    row: list[Short] = []
    for place in places:
        if row and not IN_ROW.fullmatch(text, row[-1][1], place[0]):
            yield from _row(text, row, printed)
            row = []
        row.append(place)
    yield from _row(text, row, printed)


def _row(text: str, row: list[Short], printed: Callable[[str], bool]) -> Iterator[Short]:
    """The short names of a row in which two are joined by 와."""
    if any(AND.match(text, one[1]) for one, _ in pairwise(row)):
        for start, end, full in row:
            if full and not printed(full):
                yield start, end, full


def _counted(text: str, where: Places) -> Iterator[Short]:
    """온주, 주산 등 2개 시와 소흥: where one name is a place, all so counted are."""
    known = {(start, end): full for start, end, full in where.short}
    for match in COUNTED_ROW.finditer(text):
        begin = match.start()
        spans = [(begin + w.start(), begin + w.end()) for w in NAME.finditer(match["names"])]
        if match["other"] and match.span("other") in known:
            spans.append(match.span("other"))
        if any(span in known for span in spans):
            yield from ((*span, known.get(span)) for span in spans)
