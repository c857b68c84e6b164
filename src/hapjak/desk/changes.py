"""What others did to a finding since a reviewer saw it: who, when, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from hapjak.accounts.models import User
from hapjak.desk.models import Finding
from hapjak.desk.wording import LABELS, in_words, with_quote
from hapjak.register.models import Action, EventPayload

RECENT = 20_000  # events looked through; a reviewer's page is not older than these
DID = {
    Action.REGISTERED: _("accepted it"),
    Action.CITED: _("accepted it"),
    Action.REJECTED: _("rejected it"),
    Action.REOPENED: _("opened it again"),
    Action.WITHDRAWN: _("undid its acceptance"),
    Action.CORRECTED: _("corrected it"),
    Action.ENTERED: _("added it"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of a finding before and after a correction."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One step somebody took."""

    actor: User | None
    at: datetime
    did: str
    differences: Sequence[Difference]


def changes_since(finding: Finding, version: int, names: Mapping[str, str]) -> list[Change]:
    """The steps after a version, oldest first; each raised the version by one."""
    steps = finding.version - version
    if steps <= 0:
        return []
    newest = EventPayload.objects.order_by("-event").values_list("event", flat=True).first() or 0
    found = (
        EventPayload.objects.filter(event__gt=newest - RECENT, content__finding=finding.pk)
        .select_related("event__actor")
        .order_by("-event")[:steps]
    )
    return [
        Change(
            payload.event.actor,
            payload.event.at,
            str(DID.get(Action(payload.event.action), "")),
            list(
                _differences(payload.content.get("data", {}), names, finding.reading.document.text)
            ),
        )
        for payload in reversed(found)
    ]


def _differences(
    data: Mapping[str, Any], names: Mapping[str, str], text: str
) -> Iterator[Difference]:
    if "before" not in data or "after" not in data:
        return
    before, after = (with_quote(data[key], text) for key in ("before", "after"))
    for key, label in LABELS.items():
        old, new = in_words(key, before, names), in_words(key, after, names)
        if old != new:
            yield Difference(str(label), old, new)
