"""Proposals of joins: how fast among 20,000 documents, how good on invented pairs: `make bench-joins`.

The register is generated: documents of five years, each with a meeting of two of
forty partners, four people and five lines; every fourth tells of a meeting that
another document tells of, too. Nothing of it is real.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from benchmarks.join_pairs import figures

FIRST_DAY = date(2030, 1, 1)
DAYS = 1826
PARTNERS, PEOPLE, PER_TALK, LINES = 40, 2000, 4, 5
BATCH = 2000
CHARACTERS = "江海山川云林青岚松石明远安宁春秋东西南北长白金玉文武德仁义礼智信和平福寿康乐"
OBJECTS = "大米玉米肉牛冰雪装备汽车氢能光伏物流港口医院学校文化旅游数据芯片干部人才园区"
VERBS = ("共建", "扩大", "联合培养", "互设", "合作开发", "供应", "推广")
FIELDS = ("AGR01", "AGR02", "ICE02", "IND01", "ENE01", "TRA02", "SOC01", "EDU01", "CUL01", "SCI03")


def words(chance: random.Random, letters: str, count: int) -> str:
    return "".join(chance.choice(letters) for _ in range(count))


def set_up(folder: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hapjak.project.settings")
    os.environ["HAPJAK_DATA"] = folder
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


class Register:
    """Builds documents of the generated register, many at a time."""

    def __init__(self, seed: int) -> None:
        from hapjak.register.models import RecordKind

        self.chance = random.Random(seed)
        self.kinds = RecordKind
        self.rows: dict[type, list[Any]] = {}
        self.talks: list[
            tuple[date, tuple[int, int], tuple[int, ...], list[tuple[str, str, int]]]
        ] = []

    def add(self, model: type, **values: Any) -> Any:
        row = model(**values)
        self.rows.setdefault(model, []).append(row)
        return row

    def record(self, kind: str) -> Any:
        from hapjak.register.models import Record, Visibility

        return self.add(Record, kind=kind, visibility=Visibility.PUBLIC)

    def flush(self) -> None:
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows, batch_size=BATCH)  # type: ignore[attr-defined]
        self.rows = {}

    def parties(self) -> None:
        from hapjak.register.models import Organisation, Partner, Person

        self.bodies, self.people, self.partners = [], [], []
        for number in range(PARTNERS):
            name = words(self.chance, CHARACTERS, 2) + "省"
            partner = self.add(
                Partner, record=self.record(self.kinds.PARTNER), code=f"XB-{number:02}",
                name_zh_hans=name, name_en=f"Partner {number}", invented=True,
            )  # fmt: skip
            self.partners.append(partner)
            self.bodies.append(
                self.add(
                    Organisation, record=self.record(self.kinds.ORGANISATION), name=name,
                    language="zh-Hans", kind="government", partner=partner,
                )
            )  # fmt: skip
        for number in range(PEOPLE):
            side = self.partners[number % PARTNERS]
            self.people.append(
                self.add(
                    Person, record=self.record(self.kinds.PERSON),
                    name=words(self.chance, CHARACTERS, 3), language="zh-Hans", side=side,
                )
            )  # fmt: skip
        self.flush()
        self._names()

    def _names(self) -> None:
        from hapjak.register.models import Name

        for person in self.people:
            self.add(Name, record=person.record, text=person.name, form="zh-Hans", origin="source")
        self.flush()

    def talk(self) -> tuple[date, tuple[int, int], tuple[int, ...], list[tuple[str, str, int]]]:
        """A new meeting, or one that was told before."""
        if self.talks and self.chance.random() < 0.25:
            return self.chance.choice(self.talks[-200:])
        day = FIRST_DAY + timedelta(self.chance.randrange(DAYS))
        # A few partners meet much more often than others.
        pair = sorted(int(PARTNERS * self.chance.random() ** 2) for _ in range(2))
        sides = (pair[0], pair[1] if pair[1] != pair[0] else (pair[0] + 1) % PARTNERS)
        present = tuple(
            sides[n % 2] + PARTNERS * self.chance.randrange(PEOPLE // PARTNERS)
            for n in range(PER_TALK)
        )
        lines = [
            (
                self.chance.choice(VERBS) + words(self.chance, OBJECTS, 6),
                self.chance.choice(FIELDS),
                self.chance.choice(present),
            )
            for _ in range(LINES)
        ]
        self.talks.append((day, sides, present, lines))
        return self.talks[-1]

    def document(self, number: int) -> list[Any]:
        """A document with its facts; the records of its meeting and lines."""
        from hapjak.register.likeness_days import window_of, written
        from hapjak.register.models import (
            Attendance,
            Citation,
            Commitment,
            Document,
            LikenessKey,
            Meeting,
        )

        day, sides, present, lines = self.talk()
        text = "\n".join(["会谈", *(line for line, _, _ in lines)])
        document = self.add(
            Document, record=self.record(self.kinds.DOCUMENT), sha256=f"{number:064}",
            file="none", file_name=f"{number}.txt", media_type="text/plain", charset="utf-8",
            language="zh", variety="zh-Hans", text=text, published=str(day + timedelta(1)),
        )  # fmt: skip
        meeting = self.add(
            Meeting, record=self.record(self.kinds.MEETING), kind="talks", date=str(day)
        )
        self.cite(Citation, meeting.record, document, 0, "会谈")
        through = Meeting.parties.through
        for side in sides:
            self.add(through, meeting=meeting, organisation=self.bodies[side])
        for order, person in enumerate(dict.fromkeys(present)):
            self.add(
                Attendance,
                meeting=meeting,
                person=self.people[person],
                role="attended",
                order=order,
            )
        window = window_of(meeting.date, "", document.published)
        assert window is not None
        for key in written("meeting", window, [self.partners[side].code for side in sides]):
            self.add(LikenessKey, record=meeting.record, key=key)
        records = [meeting.record]
        for line, field, speaker in lines:
            commitment = self.add(
                Commitment, record=self.record(self.kinds.COMMITMENT), wording=line,
                language="zh-Hans", speaker=self.people[speaker], meeting=meeting,
                firmness="hope", field=field,
            )  # fmt: skip
            self.add(
                Commitment.by.through, commitment=commitment, organisation=self.bodies[sides[0]]
            )
            self.cite(Citation, commitment.record, document, text.index(line), line)
            records.append(commitment.record)
        return records

    def cite(self, model: type, record: Any, document: Any, start: int, quote: str) -> None:
        self.add(
            model,
            record=record,
            document=document,
            start=start,
            end=start + len(quote),
            quote=quote,
        )


def batches(items: Iterator[int], size: int) -> Iterator[list[int]]:
    while chunk := list(islice(items, size)):
        yield chunk


def speed(documents: int, new: int) -> None:
    from django.db import connection, transaction

    from hapjak.register import likeness
    from hapjak.register.models import Commitment, Meeting, Proposal

    register = Register(seed=7)
    register.parties()
    for numbers in batches(iter(range(documents)), 1000):
        for number in numbers:
            register.document(number)
        register.flush()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    register.talks = register.talks[-400:]
    taken, whole, proposed = [], [], []
    for number in range(documents, documents + new):
        records = register.document(number)
        register.flush()
        before = Proposal.objects.count()
        start = time.perf_counter()
        with transaction.atomic():
            likeness.propose_facts(by_kind(records))
        taken.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        with transaction.atomic():
            likeness.propose(records)
        whole.append((time.perf_counter() - start) * 1000)
        proposed.append(Proposal.objects.count() - before)
    taken.sort()
    whole.sort()
    say(
        f"{connection.vendor}: {Meeting.objects.count()} meetings, "
        f"{Commitment.objects.count()} commitments; a new document with one meeting and "
        f"{LINES} lines: median {statistics.median(taken):.0f} ms, "
        f"p95 {taken[int(len(taken) * 0.95)]:.0f} ms, most {taken[-1]:.0f} ms; "
        f"{sum(proposed)} proposals for {new} documents; with who is one beside: "
        f"median {statistics.median(whole):.0f} ms, p95 {whole[int(len(whole) * 0.95)]:.0f} ms"
    )


def by_kind(records: list[Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for record in records:
        found.setdefault(record.kind, set()).add(record.pk)
    return found


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(arguments: list[str]) -> None:
    documents = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        lines, _ = figures()
        say("invented pairs, half of them near misses")
        for line in lines:
            say(line)
        speed(documents, new=100)


if __name__ == "__main__":
    main(sys.argv[1:])
