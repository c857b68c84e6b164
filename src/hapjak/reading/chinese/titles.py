"""Titles of posts in Chinese reports: those of the list, and what a post and its holders are."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.chinese.offices import Office
from hapjak.reading.chinese.places import Place
from hapjak.reading.tables import read_table

SOLE = re.compile(
    r"(?:代|代理|执行|第一)?(?:省长|市长|州长|区长|县长|旗长|盟长|镇长|乡长|知事|行政长官|书记|议长|董事长|总裁|校长|院长"
    r"|厅长|局长|部长|会长|总统|总理|郡守|町长|村长|总领事|大使|府尹|首席代表)"
)
CALLED = re.compile(
    r"(?:副|总)?(?:书记|省长|市长|州长|区长|县长|旗长|盟长|知事|领事|总领事|大使|主席|总统|总理|首相|部长|厅长|局长"
    r"|处长|主任|董事长|总裁|总经理|会长|议长|校长|院长|行长|社长|郡守|町长|村长|团长|秘书长|司长|行政长官|理事长|公使|参赞)"
)


class Post(Struct, frozen=True):
    """A title in the text with whose it is: an office, a place, or a body by its words alone.

    `start` is where the post begins, its body and what locates that included.
    """

    start: int
    title_start: int
    end: int
    title: str
    kind: str  # government, party, company, body
    office: Office | None = None
    place: Place | None = None
    words: tuple[int, int] | None = None  # where a body of no list stands
    level: str | None = None  # of a place left out: 省委, 省长, 省领导
    foreign: bool = False
    posted: bool = False  # to another country: a consul has no body here


class Held(Struct, frozen=True):
    """A run of posts and the names behind it; or the stretch before a title that ends with a name."""

    posts: tuple[Post, ...]
    names: tuple[tuple[int, int], ...]
    before: bool = False


@cache
def titles() -> dict[str, str]:
    return {row["title"]: row["kind"] for row in read_table("posts.zh.tsv")}


@cache
def title_matcher() -> tuple[list[str], AhoCorasick]:
    names = list(titles())
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
