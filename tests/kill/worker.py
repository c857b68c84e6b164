"""Works on a register without end, to be killed: `python -m tests.kill.worker SEED`.

First says on standard output whether what an earlier one left is whole, as one
line of JSON; then uploads, accepts whole reports in one transaction, joins,
parts and takes back, and says one line for each thing done.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
import sys

import django
from msgspec.structs import replace

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hapjak.project.settings")
django.setup()

from django.conf import settings  # noqa: E402

from hapjak.accounts.models import Membership, Role, User  # noqa: E402
from hapjak.desk import bulk, taking_in, undoing  # noqa: E402
from hapjak.desk.models import BulkDecision, Decision, Finding, Reading  # noqa: E402
from hapjak.register import history, joining  # noqa: E402
from hapjak.register.documents import Provenance  # noqa: E402
from hapjak.register.models import (  # noqa: E402
    Citation,
    Document,
    Event,
    Judgement,
    Record,
    Verdict,
)
from tests.conftest import TEXT, make_reading  # noqa: E402


def faults() -> list[str]:
    """What is not whole: an empty list is what every start must say."""
    found = history.verify()
    found += [f"{reading}: some findings of it are missing" for reading in Reading.objects.all()
              if reading.findings.count() != len(list(taking_in.findings_of(reading, reading.payload)))]  # fmt: skip
    halves = {
        reading.findings.open().count()
        for reading in Reading.objects.all()
        if reading.findings.exists()
    }
    found += [f"a reading was accepted in part: {halves}"] if halves - {0, 6} else []
    found += [f"{document}: its file is missing" for document in Document.objects.all()
              if not (settings.MEDIA_ROOT / document.file.name).exists()]  # fmt: skip
    accepted = Finding.objects.filter(decision=Decision.ACCEPTED)
    found += [f"{finding} has no citation" for finding in accepted
              if not Citation.objects.standing().filter(record=finding.record).exists()]  # fmt: skip
    found += [f"{record} has no history" for record in Record.objects.exclude(kind="partner")
              .filter(events=None).exclude(kind="partnership")]  # fmt: skip
    for record in Record.objects.all():
        head = min(joining.component(record.pk))
        if (record.joined_into_id or record.pk) != head:
            found.append(f"{record} is not joined as the judgements say")
    return found


def upload(number: int, user: User) -> Reading:
    text = TEXT.replace("5월 12일", f"{number % 12 + 1}월 {number % 28 + 1}일") + f"\n{number}"
    data = text.encode()
    made = make_reading(TEXT, f"{number}.txt")
    document = replace(made.document, text=text, sha256=hashlib.sha256(data).hexdigest())
    reading = replace(made, document=document)
    return taking_in.take_in(data, reading, Provenance(file_name=f"{number}.txt"), user)


def accept_all(user: User) -> None:
    reading = random.choice(Reading.objects.all())
    everything = bulk.Bar(above=0.0, unrated=True)
    shown = bulk.preview(reading, user, everything)
    bulk.accept_above(reading, user, everything, shown.mark)


def take_all_back(user: User) -> None:
    decision = BulkDecision.objects.order_by("?").first()
    if decision is not None:
        undoing.undo_bulk(decision, user)


def join(user: User) -> None:
    records = list(Record.objects.filter(kind="commitment", withdrawn_at=None))
    if len(records) > 1:
        one, other = random.sample(records, 2)
        joining.judge(one, other, Verdict.SAME, user)


def part(user: User) -> None:
    judgement = Judgement.objects.standing().order_by("?").first()
    if judgement is not None:
        joining.undo(judgement, user)


def main(seed: int) -> None:
    random.seed(seed)
    print(json.dumps({"faults": faults(), "events": Event.objects.count()}), flush=True)
    user, _ = User.objects.get_or_create(username="registrar")
    Membership.objects.get_or_create(user=user, role=Role.REGISTRAR)
    for number in itertools.count(seed * 1000):
        upload(number, user)
        for work in random.choices((accept_all, join, part, take_all_back), (4, 3, 2, 1), k=4):
            try:
                work(user)
            except (undoing.BuiltOn, undoing.NotAccepted, joining.Blocked):
                continue
            print(work.__name__, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
