"""A large register of invented facts, for `make bench-register`.

Written straight into the tables, a thousand rows at a time, in the shape the
actions leave them in: every fact with its citation, names with their keys, the
chain of events whole. Nothing in it is real; names are drawn at random from
common characters.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Model
from rich.progress import track

from hapjak.hanja import written_forms
from hapjak.register import history, identity
from hapjak.register.identity_keys import person_keys
from hapjak.register.models import (
    FIELDS,
    Attendance,
    ChainHead,
    Citation,
    Commitment,
    Document,
    Event,
    EventPayload,
    Firmness,
    LikenessKey,
    Meeting,
    Name,
    NameKey,
    Organisation,
    Partner,
    Passage,
    Person,
    Record,
    RecordKind,
)
from hapjak.register.search import grams_of

BATCH = 1000
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文建国志海燕春雪峰龙飞凤林波宁宇晨阳凯成康光天达安岩中茂进有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆"
WORDS = [
    "粮食",
    "冰雪",
    "产业",
    "合作",
    "能源",
    "旅游",
    "教育",
    "人才",
    "交流",
    "平台",
    "项目",
    "物流",
    "港口",
    "医疗",
    "数字",
    "经济",
    "农业",
    "科技",
    "园区",
    "文化",
    "体育",
    "基地",
    "培训",
    "投资",
    "贸易",
    "机制",
    "生态",
    "氢能",
    "汽车",
    "电力",
]
FORMS = ("zh-Hans", "ko-CN", "ko-KR", "en")
START = datetime(2015, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each to make."""

    documents: int
    people: int
    events: int
    lines: int  # of one document

    @property
    def commitments(self) -> int:
        return self.documents * 5

    @classmethod
    def scaled(cls, scale: float) -> Size:
        return cls(int(20_000 * scale), int(50_000 * scale), int(1_000_000 * scale), 35)


def fill(size: Size, seed: int = 7) -> None:
    """Make the register; one transaction a thing, so that a stop leaves no half of one."""
    chance = random.Random(seed)
    sides = [_side(number) for number in range(40)]
    people = list(_people(size, chance, sides))
    _documents(size, chance, sides, people)
    _events(size)


def _save(model: type[Model], rows: Iterable[Model]) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        with transaction.atomic():
            model._default_manager.bulk_create(batch)


@transaction.atomic
def _side(number: int) -> Organisation:
    names = {form: f"{form} side {number}" for form in FORMS} | {"zh-Hans": f"第{number}省"}
    partner = identity.create_partner(f"XA-{number:02}", names, invented=True)
    record = Record.objects.create(kind=RecordKind.ORGANISATION, visibility="public")
    return Organisation.objects.create(
        record=record, name=f"第{number}省", language="zh-Hans", kind="government", partner=partner
    )


def name_of(chance: random.Random) -> str:
    """A name of two or three characters."""
    given = "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))
    return chance.choice(SURNAMES) + given


def _people(size: Size, chance: random.Random, sides: list[Organisation]) -> Iterator[Person]:
    for _ in track(range(0, size.people, BATCH), description="People"):
        records = [Record(kind=RecordKind.PERSON, visibility="public") for _ in range(BATCH)]
        people = [
            Person(record=r, name=name_of(chance), language="zh-Hans", side=_partner(chance, sides))
            for r in records
        ]
        with transaction.atomic():
            Record.objects.bulk_create(records)
            Person.objects.bulk_create(people)
            names = Name.objects.bulk_create(n for person in people for n in _spellings(person))
            NameKey.objects.bulk_create(
                NameKey(name=name, key=key) for name in names for key in identity.keys_of(name.text)
            )
            LikenessKey.objects.bulk_create(
                LikenessKey(record=person.record, key=key)
                for person in people
                for key in person_keys([n.text for n in _spellings(person)], person.side.code)
            )
        yield from people


def _partner(chance: random.Random, sides: list[Organisation]) -> Partner:
    partner = chance.choice(sides).partner
    assert partner is not None
    return partner


def _spellings(person: Person) -> Iterator[Name]:
    """The name as printed in four written forms."""
    forms = written_forms(person.name)
    spellings = dict.fromkeys([person.name, *forms.spellings()])
    for form, text in zip(FORMS, islice(spellings, 4), strict=False):
        yield Name(record=person.record, text=text, form=form, origin="source")


def sentence(chance: random.Random) -> str:
    return "双方将" + "".join(chance.choices(WORDS, k=8)) + "。"


def _documents(
    size: Size, chance: random.Random, sides: list[Organisation], people: list[Person]
) -> None:
    for first in track(range(0, size.documents, 100), description="Documents"):
        with transaction.atomic():
            for number in range(first, min(first + 100, size.documents)):
                _document(number, size, chance, sides, people)


def _document(
    number: int, size: Size, chance: random.Random, sides: list[Organisation], people: list[Person]
) -> None:
    lines = [sentence(chance) for _ in range(size.lines)]
    day = (START + timedelta(days=number % 3650)).date().isoformat()
    records = [
        Record(kind=kind, visibility="public")
        for kind in (RecordKind.DOCUMENT, RecordKind.MEETING, *[RecordKind.COMMITMENT] * 5)
    ]
    Record.objects.bulk_create(records)
    text = "\n".join(lines)
    digest = hashlib.sha256(f"{number}".encode()).hexdigest()
    document = Document(
        record=records[0],
        sha256=digest,
        file=digest,
        file_name=f"{number}.txt",
        media_type="text/plain",
        charset="utf-8",
        language="zh",
        variety="zh-Hans",
        title=lines[0],
        text=text,
        published=day,
    )
    Document.objects.bulk_create([document])
    meeting = Meeting(record=records[1], kind="talks", date=day, place="")
    Meeting.objects.bulk_create([meeting])
    pair = chance.sample(sides, 2)
    meeting.parties.set(pair)
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=person, role="attended", order=order)
        for order, person in enumerate(chance.sample(people, 4))
    )
    _commitments(document, meeting, records[2:], lines, pair, chance)
    Passage.objects.bulk_create(
        Passage(record=records[0], language="zh-Hans", text=line, grams=grams_of(line))
        for line in lines
    )


def _commitments(
    document: Document,
    meeting: Meeting,
    records: list[Record],
    lines: list[str],
    pair: list[Organisation],
    chance: random.Random,
) -> None:
    fields, firm = list(FIELDS), list(Firmness)
    made = [
        Commitment(
            record=record,
            wording=line,
            language="zh-Hans",
            meeting=meeting,
            firmness=chance.choice(firm),
            field=chance.choice(fields),
        )
        for record, line in zip(records, lines, strict=False)
    ]
    Commitment.objects.bulk_create(made)
    by = Commitment.by.through
    by.objects.bulk_create(
        by(commitment_id=line.pk, organisation_id=pair[n % 2].pk) for n, line in enumerate(made)
    )
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(made))]
    Citation.objects.bulk_create(
        Citation(
            record=line.record,
            document=document,
            start=start,
            end=start + len(line.wording),
            quote=line.wording,
        )
        for line, start in zip(made, starts, strict=True)
    )
    Passage.objects.bulk_create(
        Passage(
            record=line.record, language="zh-Hans", text=line.wording, grams=grams_of(line.wording)
        )
        for line in made
    )


def _events(size: Size) -> None:
    """A chain of events over the records there are."""
    records = list(Record.objects.values_list("pk", flat=True)[:BATCH])
    previous = ""
    sequence = 0
    for first in track(range(0, size.events, BATCH), description="Events"):
        events, payloads = [], []
        for _ in range(min(BATCH, size.events - first)):
            sequence += 1
            content = {"finding": sequence, "data": {"quote": "量" * 20}}
            salt = f"{sequence:032x}"
            event = Event(
                sequence=sequence,
                record_id=records[sequence % len(records)],
                action="registered",
                at=START,
                payload_digest=history.payload_digest(salt, content),
                previous_digest=previous,
            )
            event.digest = previous = history.step_digest(event)
            events.append(event)
            payloads.append(EventPayload(event=event, salt=salt, content=content))
        with transaction.atomic():
            Event.objects.bulk_create(events)
            EventPayload.objects.bulk_create(payloads)
    ChainHead.objects.update_or_create(id=1, defaults={"sequence": sequence, "digest": previous})
