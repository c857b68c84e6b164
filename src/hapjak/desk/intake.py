"""From an uploaded file to an open reading, or to a sentence that says why not."""

from __future__ import annotations

import atexit
from dataclasses import dataclass
from functools import cache, partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.accounts.models import User
from hapjak.desk import actions
from hapjak.desk.models import Reading
from hapjak.reading import model
from hapjak.reading.workers import Job, Workers
from hapjak.register.documents import Provenance, find_copy

PROCESSES = 2
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
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file. Without a reading the message says why."""

    reading: Reading | None
    message: str


@cache
def _workers() -> Workers:
    """Readers beside this server: no upload holds up other requests or takes them down."""
    workers = Workers(PROCESSES)
    atexit.register(workers.close)
    return workers


def take_in(name: str, data: bytes, user: User) -> Result:
    """Read one file into the inbox. A refusal changes nothing."""
    [outcome] = _workers().read([Job(name, partial(bytes, data))])
    reading = outcome.reading
    if isinstance(reading, model.RefusedReading):
        reason = REFUSALS[reading.refusal.code]
        return Result(
            None, _("“%(name)s” was not read. %(reason)s") % {"name": name, "reason": reason}
        )
    provenance = Provenance(file_name=name, hidden_characters=outcome.hidden)
    copy = find_copy(reading.document.sha256)
    stored = actions.take_in(data, reading, provenance, user)
    if copy is not None:
        return Result(
            stored, _("“%(name)s” was received before; nothing is doubled.") % {"name": name}
        )
    count = stored.findings.count()
    if not count:
        return Result(
            stored,
            _("“%(name)s” was read. It tells of no talks, so there is nothing to decide.")
            % {"name": name},
        )
    return Result(
        stored, _("“%(name)s” was read: %(count)d findings wait.") % {"name": name, "count": count}
    )
