"""Reads reports of talks in Chinese, in either script."""

from __future__ import annotations

import dataclasses
import re
from functools import cache, partial

from msgspec import structs

from hapjak.reading.chinese.agreements import instruments
from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.cues import CUES
from hapjak.reading.chinese.dates import find_dates, today
from hapjak.reading.chinese.home import homes
from hapjak.reading.chinese.lines import ChineseLines
from hapjak.reading.chinese.meetings import ChineseMeetings
from hapjak.reading.chinese.offices import Offices
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.chinese.places import Places
from hapjak.reading.chinese.posts import Posts
from hapjak.reading.chinese.printed import as_printed, plain
from hapjak.reading.chinese.speech import speeches
from hapjak.reading.chinese.turns import turns
from hapjak.reading.cues import meeting_kinds
from hapjak.reading.dates import DateMention
from hapjak.reading.facts import Facts
from hapjak.reading.report import read_report
from hapjak.reading.sentences import Sentence, split
from hapjak.text.article import Article

ENDS = "。！？；：”」』)）"
TITLE = 60  # characters; longer lines are prose even without a mark


def read_facts(article: Article) -> Facts:
    """The facts of one article; empty lists where it tells of no talks."""
    text = plain(article.text)
    if _talks().search(text) is None:
        return Facts()
    sentences = prose(split(text))
    places = Places(text)
    offices = Offices(text, places)
    held = list(Posts(text, places, offices).read())
    bodies = ChineseBodies(text, places, offices, homes(article, places, offices, held))
    form = "zh_hant" if article.variety == "zh-Hant" else "zh_hans"
    people = ChinesePeople(text, sentences, bodies, held, form)
    bodies.name_as_printed()
    lines = ChineseLines(bodies, article.published)
    cues = structs.replace(CUES, dates=partial(_dates, today(text, article.published)))
    told = list(turns(sentences, people))
    meetings = ChineseMeetings(told, bodies, people, lines, cues, article.published)
    facts = read_report(
        article,
        sentences,
        bodies,
        people,
        lines,
        speeches(told),
        cues,
        lambda *_: meetings,
        lambda *_: instruments(told, meetings),
    )
    facts = referred(facts)
    return facts if text == article.text else as_printed(facts, text, article.text)


def referred(facts: Facts) -> Facts:
    """Facts with only those bodies that act, are a party, or of which a post is held."""
    ids = {post.organisation for person in facts.people for post in person.posts}
    ids |= {person.side for person in facts.people}
    for parties in (*(m.parties for m in facts.meetings), *(a.parties for a in facts.agreements)):
        ids.update(parties)
    for commitment in facts.commitments:
        ids.update((*commitment.by, *commitment.to))
    return dataclasses.replace(
        facts, organisations=[body for body in facts.organisations if body.id in ids]
    )


@cache
def _talks() -> re.Pattern[str]:
    """Words without which a text tells of no meeting, no visit and no instrument."""
    words = {
        *meeting_kinds("zh"),
        *[
            "签署",
            "签订",
            "签约",
            "签下",
            "签字",
            "互签",
            "缔结",
            "结好",
            "结为",
            "考察",
            "访问",
            "率团",
            "到访",
            "来访",
            "接待",
            "迎来",
            "会议",
            "仪式",
            "活动",
            "对接",
            "合作",
            "协作",
            "续签",
            "代表团",
            "一行",
            "友好",
            "双方",
            "两地",
            "两省",
            "两市",
        ],
    }
    return re.compile("|".join(sorted(words)))


def prose(sentences: list[Sentence]) -> list[Sentence]:
    """Sentences without titles, captions and page furniture, which end with no mark."""
    return [s for s in sentences if s.text[-1] in ENDS or len(s.text) >= TITLE] or sentences


def _dates(reported: str | None, text: str, published: str | None) -> list[DateMention]:
    """Dates told from the day of the report, which its dateline knows best."""
    return find_dates(text, reported or published)
