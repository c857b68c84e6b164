"""The values of a finding as words for people, in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from hapjak.desk.models import Finding, FindingKind
from hapjak.register.models import (
    FIELD_CHOICES,
    AgreementKind,
    Firmness,
    MeetingKind,
    OrganisationKind,
    Role,
)

FIELD_LABELS: dict[str, Any] = dict(FIELD_CHOICES)
KIND_LABELS = {
    FindingKind.MEETING: MeetingKind,
    FindingKind.AGREEMENT: AgreementKind,
    FindingKind.ORGANISATION: OrganisationKind,
}
LABELS = {
    "quote": _("Words in the text"),
    "name": _("Name"),
    "title": _("Title"),
    "kind": _("Kind"),
    "date": _("Date"),
    "until": _("Until"),
    "place": _("Place"),
    "planned": _("Planned"),
    "territory": _("Territory code"),
    "side": _("Side"),
    "posts": _("Posts"),
    "parties": _("Parties"),
    "people": _("People"),
    "topics": _("Topics"),
    "part_of": _("Part of"),
    "speaker": _("Said by"),
    "by": _("Who acts"),
    "to": _("Toward whom"),
    "meeting": _("Meeting"),
    "firmness": _("Firmness"),
    "field": _("Field"),
    "other_fields": _("Other fields"),
    "initiatives": _("Initiatives"),
    "due": _("Due"),
    "quantity": _("Quantity"),
}
KINDS: dict[str, Any] = {
    code: label for choices in KIND_LABELS.values() for code, label in choices.choices
}


def names_of(findings: Sequence[Finding]) -> dict[str, str]:
    """What each finding is called, by local id."""
    return {f.local_id: f.data.get("name") or f.data.get("title") or "" for f in findings} | {
        f.local_id: f"{KINDS.get(f.data['kind'], '')} {f.data['date'] or ''}".strip()
        for f in findings
        if f.kind == "meeting"
    }


def with_quote(data: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Data with the words it first stands on, whatever its kind."""
    start, end = data["spans"][0] if "spans" in data else (data["start"], data["end"])
    return {**data, "quote": text[start:end]}


def in_words(key: str, data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """A value as people read it; `names` are those of local ids."""
    value = data.get(key)
    if value is None or value in ("", [], False):
        return "–"
    return WORDS.get(key, _plain)(value, names)


def _plain(value: Any, _names: Mapping[str, str]) -> str:
    return str(value)


def _named(value: str | Sequence[str], names: Mapping[str, str]) -> str:
    ids = [value] if isinstance(value, str) else value
    return ", ".join(names.get(local_id, local_id) for local_id in ids)


def _role(entry: Mapping[str, str], names: Mapping[str, str]) -> str:
    return f"{names.get(entry['person'], entry['person'])} ({Role(entry['role']).label})"


def _field(code: str) -> str:
    return str(FIELD_LABELS.get(code, code))


Words = Callable[[Any, Mapping[str, str]], str]
YES = _("yes")
WORDS: dict[str, Words] = {
    "kind": lambda value, _names: str(KINDS.get(value, value)),
    "firmness": lambda value, _names: str(Firmness(value).label),
    "field": lambda value, _names: _field(value),
    "other_fields": lambda value, _names: ", ".join(map(_field, value)),
    "initiatives": lambda value, _names: ", ".join(value),
    "planned": lambda _value, _names: str(YES),
    "posts": lambda value, _names: ", ".join(post["text"] or post["title"] for post in value),
    "people": lambda value, names: ", ".join(_role(entry, names) for entry in value),
    "topics": lambda value, _names: ", ".join(topic["quote"] for topic in value),
    "quantity": lambda value, _names: str(value["text"]),
    **dict.fromkeys(("side", "parties", "speaker", "by", "to", "meeting", "part_of"), _named),
}
