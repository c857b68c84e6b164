"""How firmly a Korean sentence speaks: its last verb says so, for all its clauses.

Reports wrap what was said into verbs of speech (…할것이라고 표시했다); these are
taken off first, as often as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hapjak.reading.korean.words import Squeezed, squeeze
from hapjak.reading.model import Firmness
from hapjak.reading.tables import read_table

MARKS = ".!?。！？…”’\"' "
# What a verb of speech leaves behind, and the plain ending it stands for.
REPORTED = (("것이라고", "것이다"), ("이라고", "이다"), ("다고", "다"), ("자고", "자"), ("라고", ""),
            ("라며", ""), ("다며", "다"), ("자며", "자"), ("고", ""), ("며", ""))  # fmt: skip
SPEECH, OPENER = "speech", "opener"
RIEUL = 8  # number of the final ㄹ


@dataclass(frozen=True, slots=True)
class Ending:
    """What a sentence ends in. `end` is where its words end, speech verbs and wish verbs cut."""

    firmness: Firmness | None
    spoken: bool
    opens: bool
    end: int


@cache
def _endings() -> list[tuple[str, str, int]]:
    rows = [
        (squeeze(row["ending"]), row["firmness"], int(row["keep"]))
        for row in read_table("endings.ko.tsv")
    ]
    return sorted(rows, key=lambda row: -len(row[0]))


def read_ending(text: str) -> Ending:
    """The ending of one sentence; offsets into `text`."""
    squeezed = Squeezed(text)
    plain = squeezed.text.rstrip(MARKS)
    position = len(plain)  # up to where the squeezed text is still there
    spoken = opens = False
    for _ in range(3):
        found = _match(plain)
        if found is None:
            break
        ending, what, keep = found
        if what not in (SPEECH, OPENER):
            kept = min(position, len(plain) - len(ending) + keep)
            return Ending(Firmness(what), spoken, opens, _place(squeezed, kept))
        spoken, opens = True, opens or what == OPENER
        plain = plain[: -len(ending)].rstrip(MARKS)
        position = min(position, len(plain))
        plain = _without_report(plain)
    return Ending(None, spoken, opens, _place(squeezed, position))


def _match(plain: str) -> tuple[str, str, int] | None:
    return next(
        (row for row in _endings() if plain.endswith(row[0]) and _holds(plain, row[0])), None
    )


def _holds(plain: str, ending: str) -> bool:
    """할 것이다 is what will be done, 한 것이다 explains."""
    if ending != "것이다":
        return True
    before = plain[: -len(ending)][-1:]
    return "가" <= before <= "힣" and (ord(before) - 0xAC00) % 28 == RIEUL


def _without_report(plain: str) -> str:
    for reported, direct in REPORTED:
        if plain.endswith(reported):
            return plain[: -len(reported)].rstrip(MARKS) + direct
    return plain


def _place(squeezed: Squeezed, count: int) -> int:
    """Where the first `count` characters of the squeezed text end in the text."""
    count = min(count, len(squeezed.origin))
    return squeezed.origin[count - 1] + 1 if count else 0
