"""Lines that belong to the page and not to the report.

The list is data (`data/furniture.tsv`). A list of other reports runs from its
heading to the next paragraph of prose; where most of the prose stands before
the heading nothing of the report follows, and all the rest goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick
from msgspec.structs import replace

from hapjak.text.bylines import read_byline
from hapjak.text.lists import read_list
from hapjak.text.pages import Kind, Line
from hapjak.text.paragraphs import shift

_SIGNS = " \t:：·•|ㅣ/\\-–—=~*▶▷►◀◁■□◆◇●○▲△▼▽☞★☆※#>＞»<＜«[]［］()（）【】〔〕「」<>〈〉+…."
_SIGNS_AND_DIGITS = _SIGNS + "0123456789"
_SENTENCE_END = re.compile(r"[.。!！?？…][\"'”’」』）)\]]{0,3}$")
LONGEST_END = 6  # characters that end a sentence, and a break behind them
_LETTER = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"(?<!\d)\d{2,4}[-./]\s?\d{1,2}[-./]\s?\d{2,4}(?!\d)")
_ENTRY = re.compile(r"\s?[|ㅣ｜│]\s?")
_STEP = re.compile(r"\s?(?:>{1,2}|＞|›|»|→)\s?")
_BUTTON = re.compile(r"[【\[［][^【】\[\]［］]{1,10}[】\]］]")
_WEATHER = re.compile(r"\d\s?(?:℃|°C|˚C)")
SHORT = 120  # letters; a longer line is prose even where it begins like furniture
PROSE = 40


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a breadcrumb, a counter, a notice of rights."""
    if _LETTER.search(text) is None:
        return _DATE.search(text) is None
    bare = text.strip(_SIGNS).casefold()
    lines = _words("line")
    if bare in lines or (not bare.isascii() and "".join(bare.split()) in lines):
        return True
    if len(text) > SHORT:
        return False
    if _is_menu(text):
        return True
    return _begins(bare) or bool(_parts().find_matches_as_indexes(bare))


def _is_menu(text: str) -> bool:
    """Entries side by side, a path through the site, buttons in brackets, the weather of a town."""
    if _ends_sentence(text):
        return False
    if _WEATHER.search(text) is not None and len(text) <= 30:
        return True
    if len(_BUTTON.findall(text)) >= 2 and len(_BUTTON.sub("", text).strip(_SIGNS)) <= 8:
        return True
    entries = _ENTRY.split(text)
    steps = _STEP.split(text)
    return (len(entries) > 4 and max(map(len, entries)) <= 16) or (
        len(steps) > 1 and max(map(len, steps)) <= (40 if len(steps) > 2 else 10)
    )


def _begins(bare: str) -> bool:
    """A listed beginning, not followed by more letters of the same word."""
    for word in _starts().get(bare[:1], ()):
        if not bare.startswith(word):
            continue
        rest = bare[len(word) :]
        if not (rest and rest[0].isalpha() and word[-1].isascii() and word[-1].isalpha()):
            return not is_prose(bare)
    return False


def heads_other_reports(text: str) -> bool:
    """Whether a line heads a list of other reports (관련기사, 相关新闻, Related news)."""
    return text.strip(_SIGNS_AND_DIGITS).casefold() in _words("list")


def is_prose(text: str) -> bool:
    """Whether a line reads like a paragraph of a report rather than a headline."""
    return len(text) >= PROSE and _ends_sentence(text)


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text, max(0, len(text) - LONGEST_END)) is not None


@cache
def _words(how: str) -> frozenset[str]:
    rows = (row for row in read_list("furniture.tsv") if row["how"] == how)
    return frozenset(row["text"].strip(_SIGNS).casefold() or row["text"] for row in rows)


@cache
def _parts() -> AhoCorasick:
    return AhoCorasick(list(_words("part")))


@cache
def _starts() -> dict[str, list[str]]:
    """Listed beginnings by their first characters."""
    found: dict[str, list[str]] = {}
    for word in _words("start"):
        found.setdefault(word[0], []).append(word)
    return found


@cache
def _end_marks() -> tuple[str, ...]:
    return tuple(row["text"] for row in read_list("furniture.tsv") if row["how"] == "end")


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the report, in order, and those that follow its end.

    What follows the end may still name the report's editors.
    """
    lines = _with_values(lines)
    kept: list[Line] = []
    reads = [is_prose(line.text) for line in lines]
    prose_left = sum(len(line.text) for line, prose in zip(lines, reads, strict=True) if prose)
    prose_seen = 0
    in_list = False
    for number, (line, prose) in enumerate(zip(lines, reads, strict=True)):
        if prose:
            prose_seen += len(line.text)
            prose_left -= len(line.text)
        if heads_other_reports(line.text):
            if prose_seen > 0 and prose_seen >= prose_left:
                return kept, list(lines[number + 1 :])
            in_list = True
        elif in_list and not (prose and line.linked < 0.5):
            continue
        else:
            in_list = False
            if not is_furniture(line.text) or _dates(line.text):
                kept.append(line)
            if _ends_the_report(line.text) and prose_seen > 0:
                return kept, list(lines[number + 1 :])
    return kept, []


def _dates(text: str) -> bool:
    """Whether a line of buttons is also the one that gives the date."""
    byline = read_byline(text)
    return byline is not None and bool(byline.dates)


def _with_values(lines: Sequence[Line]) -> list[Line]:
    """Lines that are a label alone (`来源：`) put together with the value below them."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _is_value(last.text, line.text):
            joined[-1] = _put_together(last, line)
        else:
            joined.append(line)
    return joined


def _put_together(label: Line, value: Line) -> Line:
    """Two lines as one; the blank between them stands where the first line broke."""
    runs = label.runs
    if label.runs and value.runs:
        _, place, size = label.runs[-1]
        gap = (len(label.text), place + size, 1)
        runs = (*label.runs, gap, *shift(value.runs, len(label.text) + 1))
    return replace(label, text=f"{label.text} {value.text}", runs=runs)


def _is_value(label: str, text: str) -> bool:
    """Whether a line gives the value of the label above it, and both together are no prose."""
    if len(label) > 12 or not label.endswith((":", "：")) or len(text) > 60:
        return False
    if is_prose(text) or heads_other_reports(label):
        return False
    both = f"{label} {text}"
    return read_byline(both) is not None or is_furniture(both)


def _ends_the_report(text: str) -> bool:
    return text.endswith(_end_marks())


def without_end_mark(text: str) -> str:
    """The paragraph without the agency's mark that ends the report."""
    if not _ends_the_report(text):
        return text
    mark = next(mark for mark in _end_marks() if text.endswith(mark))
    return text[: -len(mark)].rstrip()


def is_linked_list_item(line: Line) -> bool:
    """A headline of another report: nearly all link, and no sentence."""
    return line.kind is Kind.TEXT and line.linked > 0.8 and not is_prose(line.text)
