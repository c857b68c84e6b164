"""Which titles are one post across languages: 省长, 성장 and governor.

A title says which post it is together with the kind of body that has it: a
secretary of a party committee is 书记, one of a ministry is not. A title that
the table does not know is told by its hanja key, so that 外事处长 and 외사처장
meet; an English one then stands for itself.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hapjak.hanja import search_key, simplify

FORMS = ("zh-Hans", "ko-CN", "ko-KR", "en")
READ = {  # written forms to show a title in, by interface language
    "ko": ("ko-KR", "ko-CN"),
    "ko-cn": ("ko-CN", "ko-KR"),
    "zh-hans": ("zh-Hans", "zh-Hant"),
    "en": ("en",),
}
SHOWN = {"zh-hans": "zh-Hans", "ko": "ko-KR", "ko-cn": "ko-CN", "en": "en"}
UNTOLD = frozenset(
    {"领导", "领导同志", "负责同志", "负责人", "지도자", "책임자", "leader", "official"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """A post by any of its titles. `single` where one person holds it at a time."""

    code: str
    kinds: frozenset[str]  # of bodies; empty for any
    single: bool
    spelled: Mapping[str, tuple[str, ...]]  # by written form

    def in_language(self, language: str) -> tuple[str, str]:
        """The title in an interface language, and its written form."""
        form = SHOWN.get(language, "en")
        return self.spelled[form][0], form


@cache
def titles() -> dict[str, Title]:
    """All titles of the table by their code."""
    text = resources.files("hapjak.register").joinpath("data/titles.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        row["code"]: Title(
            row["code"],
            frozenset(filter(None, row["of"].split("|"))),
            row["holders"] == "one",
            {form: tuple(row[form].split("|")) for form in FORMS},
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    }


@cache
def _by_spelling() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for title in titles().values():
        for spellings in title.spelled.values():
            for spelling in spellings:
                found.setdefault(_plain(spelling), {})[title.code] = None
    return {spelling: tuple(codes) for spelling, codes in found.items()}


def _plain(title: str) -> str:
    letters = simplify(title).casefold().replace("-", " ")
    return " ".join(letters.split()) if letters.isascii() else "".join(letters.split())


def codes_of(title: str, kind: str = "") -> tuple[str, ...]:
    """The posts a title may be, the likeliest first; `kind` is that of the body, if known."""
    codes = _by_spelling().get(_plain(title), ())
    fitting = [
        code
        for code in codes
        if not kind or not titles()[code].kinds or kind in titles()[code].kinds
    ]
    return tuple(fitting) or codes or (f"={search_key(title)}",)


def code_of(title: str, kind: str = "") -> str:
    """The post a title is in a body of the kind: a code of the table, or the key after `=`."""
    return codes_of(title, kind)[0]


def is_single(code: str) -> bool:
    """Whether one person holds the post at a time."""
    title = titles().get(code)
    return title is not None and title.single


def says_a_post(title: str) -> bool:
    """Whether a title names a post at all; 领导 and "leader" name none."""
    return _plain(title) not in UNTOLD
