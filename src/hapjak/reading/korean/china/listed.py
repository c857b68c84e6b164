"""Names in a row before their posts: 왕일(王一) 외사판공실 부주임, 김이 상해 지회 비서장 등이 참석했다.

Papers that follow a guest's own list print the name first and whatever it
works for behind it; such a row is read only where every member has this shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from hapjak.reading.korean.china.names import is_name, stems
from hapjak.reading.korean.china.posts import COMMAS, Token
from hapjak.reading.korean.china.titles import LONGEST, titles

ROW = re.compile(
    r"(?P<row>[^.“”\"]{12,600}?)\s(?:등이?|등\s[가-힣]{2,6}이)\s(?:함께\s)?(?:참석|참가|배석|동석|동행|자리)"
)
HEAD = re.compile(r".{0,60}(?:에서는?|에는|으로는?|측은)\s(?=[가-힣]{2,4}[\s(])")
JOINT = re.compile(r",\s?|(?<=[가-힣])(?:와|과)\s")
MEMBER = re.compile(
    r"(?P<name>[가-힣]{2,4})(?P<gloss>\([^()]{2,24}\))?\s(?P<of>(?:[가-힣A-Za-z]{2,16}\s){0,3})(?P<post>[가-힣]{2,14})"
)
KNOWN = re.compile(r"(?:.*\s)?[가-힣]\s[가-힣]{2,5}")  # 김 회장, named before
FEWEST = 2


class Listed(Struct, frozen=True):
    """One name of a row; places in the sentence."""

    name: str
    start: int
    title: str
    title_start: int


def listed(text: str) -> list[Listed]:
    """The names of a sentence's row; none unless all of it is one."""
    row = ROW.match(text)
    if row is None:
        return []
    found: list[Listed] = []
    for start, end in _members(text[: row.end("row")]):
        member = _member(text, start, end)
        if member:
            found.append(member)
        elif not KNOWN.fullmatch(text, start, end):
            return []
    return found if len(found) >= FEWEST else []


def _members(row: str) -> Iterator[tuple[int, int]]:
    position = 0
    for joint in JOINT.finditer(row):
        yield position, joint.start()
        position = joint.end()
    yield position, len(row)


def _member(text: str, start: int, end: int) -> Listed | None:
    head = HEAD.match(text, start, end)
    match = MEMBER.fullmatch(text, head.end() if head else start, end)
    if match is None or not is_name(match["name"], match["gloss"] is not None):
        return None
    title = _title(match["post"])
    if title is None:
        return None
    return Listed(match["name"], match.start("name"), title, match.end() - len(title))


def _title(post: str) -> str | None:
    """The longest title that a word ends in: 투자유치처장 → 처장."""
    ends = (post[-length:] for length in range(min(LONGEST, len(post)), 1, -1))
    return next((end for end in ends if end in titles()), None)


def bare_row(tokens: list[Token], stands_alone: Callable[[str], bool]) -> list[tuple[str, Token]]:
    """갑을병, 정무기가 회견에 참석했다: names in a row at the head of such a sentence."""
    found: list[tuple[str, Token]] = []
    for index in range(0, len(tokens), 2):
        stem = stems(tokens[index].text, stands_alone)[0]
        if len(stem) not in (2, 3) or not is_name(stem):
            break
        found.append((stem, tokens[index]))
        if index + 1 >= len(tokens) or tokens[index + 1].text not in COMMAS:
            break
    return found if len(found) > 1 else []
