"""From uploaded files to open readings, or to sentences that say why not."""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache, partial
from threading import BoundedSemaphore

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy

from hapjak.accounts.models import User
from hapjak.desk import near_copies, taking_in
from hapjak.desk.archives import ARCHIVE_TOO_LARGE, NESTED, Item
from hapjak.desk.models import Arrival, ArrivalState
from hapjak.reading import model
from hapjak.reading.workers import Job, Outcome, Workers
from hapjak.register.documents import Provenance, digest, find_copy
from hapjak.register.models import Document
from hapjak.register.models.records import new_ulid

PROCESSES = 2
PATIENCE = 5  # seconds an upload waits for its turn
REFUSALS = {
    "empty": gettext_lazy("There is no text in it. Save the page with its text and try again."),
    "too_large": gettext_lazy(
        "It is larger than the limit, or would be once unpacked."
        " Send the report alone, without attachments."
    ),
    "media_type": gettext_lazy(
        "It is no kind of file that is read. Save it as a web page, PDF, DOCX, HWPX or plain text."
    ),
    "no_text": gettext_lazy(
        "Its pages are pictures. Send the document they were printed from, or run text"
        " recognition and save the result as plain text."
    ),
    "encrypted": gettext_lazy("It is locked with a password. Save it without one and try again."),
    "damaged": gettext_lazy(
        "It is damaged or not made as its kind asks. Save it anew and try again."
    ),
    "charset": gettext_lazy("Its characters cannot be read. Save it as UTF-8 and try again."),
    "language": gettext_lazy(
        "It is neither Korean, Chinese nor English, which are the languages read."
    ),
    "costly": gettext_lazy(
        "It takes too much time or memory to read. Save the report alone, as plain text, and try again."
    ),
    "unreadable": gettext_lazy("It could not be opened. Check the file and try again."),
    ARCHIVE_TOO_LARGE: gettext_lazy(
        "The archive is larger than the limit, holds too many files, or would be too large once"
        " unpacked. Send the reports in several archives."
    ),
    NESTED: gettext_lazy("It is an archive within an archive. Send it by itself."),
}


class Busy(Exception):
    """Others upload now: nothing was taken, try again soon."""


@cache
def _workers() -> Workers:
    """Readers beside this server: no upload holds up other requests or takes them down."""
    workers = Workers(PROCESSES)
    atexit.register(workers.close)
    return workers


@cache
def _turns() -> BoundedSemaphore:
    return BoundedSemaphore(settings.UPLOADS_AT_ONCE)


def take_in(items: Iterable[Item], user: User) -> str:
    """Read what came in, each file in a transaction of its own; returns the upload's id.

    Raises:
        Busy: Other uploads are being read. Nothing was taken.
    """
    if not _turns().acquire(timeout=PATIENCE):
        raise Busy
    try:
        return _take_in(items, user)
    finally:
        _turns().release()


def _take_in(items: Iterable[Item], user: User) -> str:
    upload = new_ulid()
    reading: deque[Item] = deque()
    jobs = _jobs(items, upload, reading, user)
    for outcome in _workers().read(jobs):
        _keep(upload, reading.popleft(), outcome, user)
    return upload


def _jobs(items: Iterable[Item], upload: str, reading: deque[Item], user: User) -> Iterator[Job]:
    """Jobs for what must be read; what is refused or known already is noted at once."""
    for item in items:
        if item.refusal:
            _note(upload, item, user, refusal=item.refusal)
        elif (copy := find_copy(digest(item.data))) is not None:
            _note(upload, item, user, ArrivalState.KNOWN, copy)
        else:
            reading.append(item)
            yield Job(item.name, partial(bytes, item.data))


@transaction.atomic
def _keep(upload: str, item: Item, outcome: Outcome, user: User) -> None:
    """Store one document with its findings, or why it was refused."""
    reading = outcome.reading
    if isinstance(reading, model.RefusedReading):
        _note(upload, item, user, refusal=reading.refusal.code)
        return
    known = find_copy(reading.document.sha256) is not None  # twice in one upload
    provenance = Provenance(file_name=_clean(item.name), hidden_characters=outcome.hidden)
    stored = taking_in.take_in(item.data, reading, provenance, user)
    if not known:
        near_copies.note(stored.document)
    state = ArrivalState.READ if stored.findings.exists() else ArrivalState.NO_TALKS
    _note(upload, item, user, ArrivalState.KNOWN if known else state, stored.document)


def _note(
    upload: str,
    item: Item,
    user: User,
    state: ArrivalState = ArrivalState.REFUSED,
    document: Document | None = None,
    refusal: str = "",
) -> None:
    Arrival.objects.create(
        upload=upload,
        name=_clean(item.name)[-255:],
        state=state,
        refusal=refusal,
        document=document,
        sent_by=user,
    )


def _clean(name: str) -> str:
    """A name without characters that databases refuse and no name holds."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
