"""The reading contract, schema `hapjak.reading/1`, as types.

All offsets are Unicode code points into `document.text`; `end` is exclusive
and `text[start:end]` is the quote. None means "the text does not say". Lists
are in reading order. Ids are local to one reading. Changing a shape here
means raising the number in `SCHEMA` and mending `docs/reader.md`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

SCHEMA = "hapjak.reading/1"

Span = tuple[int, int]
Confidence = Annotated[float, Meta(ge=0, le=1)]


class OrganisationKind(StrEnum):
    GOVERNMENT = "government"
    PARTY = "party"
    LEGISLATURE = "legislature"
    COMPANY = "company"
    INSTITUTE = "institute"
    ASSOCIATION = "association"
    MEDIA = "media"
    OTHER = "other"


class MeetingKind(StrEnum):
    TALKS = "talks"
    SIGNING = "signing"
    VISIT = "visit"
    FORUM = "forum"
    TRAINING = "training"
    EXHIBITION = "exhibition"
    CALL = "call"


class Role(StrEnum):
    CHAIRED = "chaired"
    SPOKE = "spoke"
    PRESENTED = "presented"
    SIGNED = "signed"
    ATTENDED = "attended"


class TopicKind(StrEnum):
    DISCUSSED = "discussed"
    PROMOTED = "promoted"
    LEARNED = "learned"


class Firmness(StrEnum):
    """How firmly something was said, weakest first."""

    HOPE = "hope"
    PROPOSAL = "proposal"
    INTENTION = "intention"
    AGREEMENT = "agreement"
    SIGNED = "signed"
    DONE = "done"


class AgreementKind(StrEnum):
    FRAMEWORK = "framework"
    SUB_AGREEMENT = "sub_agreement"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter_of_intent"
    MINUTES = "minutes"
    CONTRACT = "contract"
    SISTER_TIE = "sister_tie"
    STATEMENT = "statement"
    OTHER = "other"


class Document(Struct, frozen=True, kw_only=True):
    sha256: str
    url: str | None
    media_type: str
    charset: str
    language: str
    variety: str
    title: str | None
    published: str | None
    outlet: str | None
    origin: str | None
    editors: list[str]
    reporters: list[str]
    translators: list[str]
    text: str


class Organisation(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    kind: OrganisationKind
    territory: str | None
    spans: list[Span]


class Post(Struct, frozen=True, kw_only=True):
    title: str
    organisation: str | None  # id of an organisation
    text: str


class Forms(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "zh_hans": "zh-Hans",
        "zh_hant": "zh-Hant",
        "ko_cn": "ko-CN",
        "ko_kr": "ko-KR",
    },
):
    """Spellings printed in the text, by written form; nothing derived."""

    zh_hans: list[str] = []
    zh_hant: list[str] = []
    ko_cn: list[str] = []
    ko_kr: list[str] = []
    en: list[str] = []


class Person(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    side: str | None  # id of the organisation whose side the person is on
    posts: list[Post]
    forms: Forms
    spans: list[Span]


class Participant(Struct, frozen=True, kw_only=True):
    person: str
    role: Role


class Topic(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    quote: str
    field: str
    kind: TopicKind


class Meeting(Struct, frozen=True, kw_only=True):
    id: str
    kind: MeetingKind
    also: list[MeetingKind]
    date: str | None
    until: str | None
    date_text: str | None
    place: str | None
    parties: list[str]
    people: list[Participant]
    planned: bool
    part_of: str | None
    topics: list[Topic]
    spans: list[Span]


class Quantity(Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"from_": "from"}):
    """A figure in a contract unit. `amount`, or `from` and `to` for a range."""

    unit: str
    text: str
    amount: str | None = None
    from_: str | None = None
    to: str | None = None


class Commitment(Struct, frozen=True, kw_only=True):
    id: str
    start: int
    end: int
    quote: str
    speaker: str | None
    by: list[str]
    to: list[str]
    firmness: Firmness
    field: str
    other_fields: list[str]
    initiatives: list[str]
    due: str | None
    quantity: Quantity | None
    meeting: str | None
    confidence: Confidence


class Agreement(Struct, frozen=True, kw_only=True):
    id: str
    kind: AgreementKind
    title: str | None
    date: str | None
    parties: list[str]
    part_of: str | None
    planned: bool
    spans: list[Span]


class Strategy(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    spans: list[Span]


class ReaderInfo(Struct, frozen=True, kw_only=True):
    name: str
    version: str


class Reading(Struct, frozen=True, kw_only=True):
    schema: str = SCHEMA
    path: str
    reader: ReaderInfo
    document: Document
    organisations: list[Organisation]
    people: list[Person]
    meetings: list[Meeting]
    commitments: list[Commitment]
    agreements: list[Agreement]
    strategies: list[Strategy]


class RefusalBody(Struct, frozen=True, kw_only=True):
    code: str
    message: str


class RefusedReading(Struct, frozen=True, kw_only=True):
    schema: str = SCHEMA
    path: str
    refusal: RefusalBody
