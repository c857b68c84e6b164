"""What `make bench-register` times, as people do it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.test import Client
from django.urls import reverse

from benchmarks.register_data import name_of
from hapjak.accounts.models import Membership, Role, User
from hapjak.desk import bulk, taking_in
from hapjak.desk.models import Finding, Reading
from hapjak.public import finder
from hapjak.reading import model
from hapjak.register import history, identity_candidates, search
from hapjak.register.documents import Provenance
from hapjak.register.identity_profiles import Profile

EVERYTHING = bulk.Bar(above=0.0, unrated=True)
BANDS = {"many": "合作", "some": "冰雪产业合作", "few": "氢能冰雪港口"}
CHANCE = random.Random(11)


def report(number: int, lines: int) -> tuple[bytes, model.Reading]:
    """A report of talks with a chosen number of commitments, read as a reader would."""
    head = f"5月12日，青岚省省长{name_of(CHANCE)}与云港市举行会谈（第{number}次）。"
    wishes = [f"希望深化第{number}号冰雪产业和第{n}项粮食合作" for n in range(lines)]
    text = "\n".join([head, *(wish + "。" for wish in wishes)])
    sides = [("o1", "青岚省"), ("o2", "云港市")]
    organisations = [
        model.Organisation(
            id=i,
            name=name,
            kind=model.OrganisationKind.GOVERNMENT,
            territory=None,
            spans=[(text.index(name), text.index(name) + len(name))],
        )
        for i, name in sides
    ]
    commitments = [_hope(f"c{n}", wish, text) for n, wish in enumerate(wishes)]
    digest = history.hashlib.sha256(text.encode()).hexdigest()
    document = model.Document(
        sha256=digest,
        url=None,
        media_type="text/plain",
        charset="utf-8",
        language="zh",
        variety="zh-Hans",
        title=head,
        published="2024-05-13",
        outlet=None,
        origin=None,
        editors=[],
        reporters=[],
        translators=[],
        text=text,
    )
    return text.encode(), model.Reading(
        path="report.txt",
        reader=model.ReaderInfo(name="bench", version="1"),
        document=document,
        organisations=organisations,
        people=[],
        meetings=[],
        commitments=commitments,
        agreements=[],
        strategies=[],
    )


def _hope(local_id: str, words: str, text: str) -> model.Commitment:
    start = text.index(words)
    return model.Commitment(
        id=local_id,
        start=start,
        end=start + len(words),
        quote=words,
        speaker=None,
        by=["o1"],
        to=["o2"],
        firmness=model.Firmness.HOPE,
        field="ICE02",
        other_fields=[],
        initiatives=[],
        due=None,
        quantity=None,
        meeting=None,
        confidence=0.9,
    )


class Desk:
    """A registrar at work on reports of their own."""

    def __init__(self) -> None:
        self.number = random.randrange(10**9)
        self.user, _ = User.objects.get_or_create(username="bench")
        Membership.objects.get_or_create(user=self.user, role=Role.REGISTRAR)
        self.client = Client()
        self.client.force_login(self.user)
        self.open = self._take_in(58)
        self.many = [self._take_in(498) for _ in range(4)]

    def _take_in(self, lines: int) -> Reading:
        self.number += 1
        data, reading = report(self.number, lines)
        return taking_in.take_in(data, reading, Provenance(file_name="report.txt"), self.user)

    def review(self, _number: int) -> None:
        page = self.client.get(reverse("desk:review", args=[self.open.document_id]))
        assert page.status_code == 200

    def accept(self, number: int) -> None:
        finding = Finding.objects.get(reading=self.open, local_id=f"c{number + 1}")
        page = self.client.post(
            reverse("desk:accept", args=[finding.pk]), {"version": finding.version}
        )
        assert page.status_code == 302

    def accept_many(self, number: int) -> None:
        """Show what it would do, then do it."""
        shown = bulk.preview(self.many[number], self.user, EVERYTHING)
        bulk.accept_above(self.many[number], self.user, EVERYTHING, shown.mark)


def candidates(_number: int) -> None:
    """Whom a new name of a side may be, with likelihood and reasons, as a whole."""
    side = f"XA-{CHANCE.randrange(40):02}"
    identity_candidates.of_people([Profile("", (name_of(CHANCE),), side)])


def searches() -> Iterator[tuple[str, Callable[[int], Any]]]:
    """The public search page in three bands of hits."""
    client = Client()
    for band, query in BANDS.items():
        yield band, lambda _number, query=query: client.get(reverse("public:search"), {"q": query})


def bare_searches() -> Iterator[tuple[str, Callable[[int], Any]]]:
    """The same questions put to the index alone, as often as the page has to."""
    for band, query in BANDS.items():
        yield band, lambda _number, query=query: list(islice(search.ids([query]), finder.MOST))


def verify(_number: int) -> None:
    assert history.verify() == []
