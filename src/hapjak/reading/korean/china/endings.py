"""How firmly a Korean sentence speaks: its last verb says so, for all its clauses.

Reports wrap what was said into verbs of speech (…할것이라고 표시했다); these are
taken off first, as often as they stand. The list of endings gives verbs
once; their forms are made here.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from hapjak.reading.korean.words import Squeezed, squeeze
from hapjak.reading.model import Firmness
from hapjak.reading.tables import read_table

MARKS = ".!?。！？…”’\"' "
# What a verb of speech leaves behind, and the plain ending it stands for.
REPORTED = (("것이라고", "것이다"), ("이라고", "이다"), ("다고", "다"), ("자고", "자"), ("라고", ""),
            ("것이라며", "것이다"), ("라며", ""), ("다며", "다"), ("자며", "자"), ("다면서", "다"),
            ("자면서", "자"), ("것이라면서", "것이다"), ("라면서", ""), ("다는것을", "다"),
            ("다는뜻을", "다"), ("고", ""), ("며", ""))  # fmt: skip
SPEECH, OPENER, NOTHING = "speech", "opener", "none"
ONGOING = "ongoing"  # 추진하고있다: a plan where it is told, an achievement where one side says it
# 기자, 책임자: nouns, no call to do something
NOUN_JA = re.compile(
    r"(?:기|책임|관계|참가|참석|투|종사|근로|로동|당사|과학|학|저|필|기업|소비|생산|공급|독|관|환|신|제|후|전|부|봉사"
    r"|지원|지도|주최|주관|발표|연구|설계|경영|관리|창업|려행|방문|지|수|한|량|인|물|격|매|력|착|문|사용|리용|관광)자$"
)
RIEUL = 8  # number of the final ㄹ
TAIL = 120  # characters at the end of a sentence that its verbs take up
WHOLE = 9  # `keep`: the verb itself belongs to what is said
FORMS = {
    "{하}": "한다 했다 하였다 하고있다 합니다 했습니다 하였습니다 해왔다 하여왔다 하면서 하며 하고나서 했는데",
    "{되}": "된다 됐다 되였다 되었다 되고있다 됐습니다 되였습니다",
    "{했}": "했다 하였다 했습니다 하였습니다 했으며",
    "{됐}": "됐다 되였다 되었다 됐습니다 되였습니다",
    "{맺}": "었다 었습니다",
    "{라}": "란다 랐다 라고있다 랍니다 랐습니다 란다면서 라면서 라며",
    "{이}": "이다 이였다 이었다 였다 입니다 였습니다 이라한다",
    "{히}": "힌다 혔다 히였다 히었다 히고있다 혔습니다 히면서 히며",
    "{리}": "린다 렸다 리였다",
    "{기}": "긴다 겼다 기였다 기고있다",
    "{다}": "다 었다 였다 습니다",
    "{쳤}": "쳤다 치였다 쳤습니다",
    "{냈}": "냈다 내였다 냈습니다",
    "{받}": "받았다 받았습니다",
    "{았}": "는다 았다 았습니다",
    "{었}": "는다 었다 었습니다 고있다",
}
SAID = ("했다", "했습니다", "하였다", "하였습니다", "합니다", "한다")  # …할것이라고 했습니다
SLOT = re.compile(r"\{.\}$")


class Ending(Struct, frozen=True):
    """What a sentence ends in. `end` is where its words end, speech verbs and wish verbs cut."""

    firmness: Firmness | None
    spoken: bool
    opens: bool
    end: int


@cache
def _endings() -> tuple[dict[str, tuple[str, int]], int]:
    """Every ending without blanks, with its force and what of it is kept; and the longest."""
    found: dict[str, tuple[str, int]] = {}
    for row in read_table("endings.ko-CN.tsv"):
        for left in row["left"].split("|"):
            for verb in _forms(squeeze(row["verb"])):
                ending = squeeze(left) + verb
                keep = len(ending) if int(row["keep"]) == WHOLE else int(row["keep"])
                found.setdefault(ending, (row["firmness"], keep))
    return found, max(map(len, found))


def _forms(verb: str) -> list[str]:
    slot = SLOT.search(verb)
    if slot is None:
        return [verb]
    stem = verb[: slot.start()]
    return [stem + form for form in FORMS[slot[0]].split()]


def read_ending(text: str) -> Ending:
    """The ending of one sentence; offsets into `text`."""
    before = max(0, len(text) - TAIL)
    ending = _read(text[before:])
    return replace(ending, end=ending.end + before) if ending.end else ending


def _read(text: str) -> Ending:
    squeezed = Squeezed(text)
    plain = squeezed.text.rstrip(MARKS)
    position = len(plain)  # up to where the squeezed text is still there
    spoken = opens = False
    for _ in range(3):
        found = _match(plain)
        if found is None:
            break
        length, what, keep = found
        if what == ONGOING:
            what = NOTHING if spoken else Firmness.INTENTION
        if what == NOTHING:  # a forecast or a belief: 될것이라고 전망했다
            return Ending(None, True, opens, _place(squeezed, len(plain) - length))
        if what not in (SPEECH, OPENER):
            kept = min(position, len(plain) - length + keep)
            return Ending(Firmness(what), spoken, opens, _place(squeezed, kept))
        spoken, opens = True, opens or what == OPENER
        plain = plain[:-length].rstrip(MARKS)
        position = min(position, len(plain))
        plain = _without_report(plain)
    return Ending(None, spoken, opens, _place(squeezed, position))


def _match(plain: str) -> tuple[int, str, int] | None:
    """The longest ending: its length, its force and how much of it is kept."""
    endings, longest = _endings()
    for length in range(min(longest, len(plain)), 0, -1):
        row = endings.get(plain[-length:])
        if row and not (length == 1 and NOUN_JA.search(plain)):
            return length, *row
    for said in SAID:
        if plain.endswith(said) and plain[: -len(said)].endswith(("다고", "라고", "자고")):
            return len(said), SPEECH, 0
    if plain.endswith("것이다") and _ends_in_rieul(plain[:-3]):
        return 3, Firmness.INTENTION, 0
    return None


def _ends_in_rieul(plain: str) -> bool:
    """할 것이다 is what will be done, 한 것이다 explains."""
    last = plain[-1:]
    return "가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 == RIEUL


def _without_report(plain: str) -> str:
    for reported, direct in REPORTED:
        if plain.endswith(reported):
            return plain[: -len(reported)].rstrip(MARKS) + direct
    return plain


def _place(squeezed: Squeezed, count: int) -> int:
    """Where the first `count` characters of the squeezed text end in the text."""
    count = min(count, len(squeezed.origin))
    return squeezed.origin[count - 1] + 1 if count else 0
