"""Words that tell of a meeting in a Chinese report, and whether one was held.

Listed words (会见, 座谈会) tell it by themselves. Where a whole report has none
of them, a meeting may still be told by a visit (到访, 接待) or by anything that
was held (纪念活动…举行); such acts are believed only between two sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.chinese.cues import AT_IT, HELD, HOSTED, LARGE, NOUNS, STOP, WILL
from hapjak.reading.cues import meeting_kinds
from hapjak.reading.model import MeetingKind

NO_MEETING = ("机制", "制度", "办公室", "框架", "精神", "平台", "模式", "纪要", "活动", "室", "厅")
OPENS = r"举行|召开|举办|开幕|启动|落幕|闭幕|揭幕|开启"
EVENT = re.compile(
    rf"(?P<after>会议|仪式|活动|论坛|(?<![社机协员商学都省市工议才教总公农行委监董联])会|展|周(?!年))(?=[”》]?[^，。；]{{0,18}}(?:{OPENS}))"
    r"|(?:举行|召开|举办|开展|组织)了?[^，。；]{0,30}?(?P<behind>会议|仪式|活动|论坛|(?<![社机协员商学都省市工议才教总公农行委监董联])会(?!长)|展(?!示|开|现)|磋商|会商|交流)"
)
FUTURE = re.compile(
    r"(?:接下来|会去|将前往|将赴|还将|期待|希望|欢迎|邀请|争取|建议|提议|计划)[^，。；]{0,24}$"
)
VISITS = re.compile(
    r"到访|来访|往访|回访|出访|接待|迎来|走进|抵达|访问|考察|调研|对接|陪同|拜谒|走访|连线|互致|共同庆祝|共同主持"
)
AFAR = re.compile(r"视频|线上|云端|“云|云上|远程|连线|电话|互致")
CELEBRATES = re.compile(r"庆祝|纪念|周年|论坛|研讨|推介|峰会|圆桌|大会")
SIGNS = re.compile(r"签约|签字|签署|缔结|结好仪式|结为")
SHOWS = re.compile(r"展(?!示|开|现|望)|博览会|交易会")


@dataclass(frozen=True, slots=True)
class Act:
    """A word for a meeting, its place within its sentence; `weak` is one of no list."""

    start: int
    end: int
    kind: MeetingKind
    weak: bool = False


class Acts:
    """Finds what tells of meetings in one text."""

    def __init__(self, text: str) -> None:
        terms, kinds, matcher = _terms()
        self.text = text
        hits = matcher.find_matches_as_indexes(text)
        self._hits = [
            (start, end, kinds[i], terms[i].endswith(NOUNS))
            for i, start, end in hits
            if not text.startswith(NO_MEETING, end)
        ]
        self._starts = [hit[0] for hit in self._hits]

    def listed(
        self, offset: int, told: str, signed: re.Match[str] | None, known: bool
    ) -> list[Act]:
        """Words for meetings and signings in one sentence; of several kinds each once.

        `known`: whether the report told of a meeting before.
        """
        found: dict[tuple[MeetingKind, int], Act] = {}
        first = bisect_left(self._starts, offset)
        last = bisect_left(self._starts, offset + len(told))
        for start, end, kind, noun in self._hits[first:last]:
            clause = told.count("，", 0, start - offset) if not noun else 0
            if (kind, clause) not in found and end <= offset + len(told):
                act = Act(start - offset, end - offset, kind)
                coming = FUTURE.search(told, 0, act.start) is not None
                if not coming and (not noun or is_held(told, act, known)):
                    found[kind, clause] = act
        if signed and not WILL.search(told, 0, signed.start()):
            act = Act(*signed.span(), MeetingKind.SIGNING)
            if all(kind is not MeetingKind.SIGNING for kind, _ in found):
                found[MeetingKind.SIGNING, 0] = act
        return list(found.values())

    def told(self, told: str) -> Iterator[Act]:
        """What tells of a meeting in a sentence without a listed word: the first event, or a visit."""
        event = EVENT.search(told)
        if event:
            group = "after" if event["after"] else "behind"
            yield Act(*event.span(group), _kind(told, MeetingKind.TALKS), weak=True)
        elif visit := VISITS.search(told):
            yield Act(*visit.span(), _kind(told, MeetingKind.VISIT), weak=True)


def is_held(told: str, act: Act, known: bool) -> bool:
    """A noun (座谈会) tells of a meeting only with a verb that holds it."""
    if act.kind in LARGE:
        return bool(HOSTED.search(told)) and not known
    if AT_IT.match(told, act.end) and not known:
        return True
    begin = max((m.end() for m in STOP.finditer(told, 0, act.start)), default=0)
    end = STOP.search(told, act.end)
    return bool(HELD.search(told, begin, end.start() if end else len(told)))


def _kind(told: str, otherwise: MeetingKind) -> MeetingKind:
    """The kind of a meeting of no list, by the words around it."""
    for pattern, kind in (
        (AFAR, MeetingKind.CALL),
        (SIGNS, MeetingKind.SIGNING),
        (CELEBRATES, MeetingKind.FORUM),
        (SHOWS, MeetingKind.EXHIBITION),
    ):
        if pattern.search(told):
            return kind
    return otherwise


@cache
def _terms() -> tuple[list[str], list[MeetingKind], AhoCorasick]:
    kinds = meeting_kinds("zh")
    return (
        list(kinds),
        list(kinds.values()),
        AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest),
    )
