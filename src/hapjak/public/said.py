"""What reports say of a fact, value by value, as it is shown: one value, or several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hapjak.hanja import match_spelling
from hapjak.hanja.words import Kind
from hapjak.public.facts import Member, Said, said_of
from hapjak.public.templatetags.spelling import as_printed, body_name, person_name
from hapjak.register.models import Meeting, Organisation, Person

Told = dict[str, list[Said]]


def of_meeting(told: Sequence[Member]) -> Told:
    """Kind, days, place of a meeting; spellings of one place are one value."""
    return {
        "kind": said_of(told, lambda m: m.get_kind_display()),
        "date": said_of(told, _days),
        "place": _places(told),
    }


def _days(meeting: Meeting) -> str:
    return " – ".join(day for day in (meeting.date, meeting.until) if day)


def _places(told: Sequence[Member]) -> list[Said]:
    found: list[str] = []

    def same(shown: str) -> str:
        return next((known for known in found if _one_place(known, shown)), shown)

    names = [member.fact.place for member in told if member.fact.place]
    for name in names:
        if not any(_one_place(known, name) for known in found):
            found.append(name)
    places = said_of(told, lambda m: m.place, same)
    for said in places:
        said.value = as_printed(said.value)
    return places


def _one_place(one: str, other: str) -> bool:
    return one == other or match_spelling(one, other, Kind.PLACE) is not None


def of_commitment(told: Sequence[Member]) -> Told:
    """Firmness, field, speaker, sides, due and quantity of a commitment."""
    speakers = said_of(told, lambda c: c.speaker, _head_of)
    for said in speakers:
        said.value = _person(said.value)
    return {
        "firmness": _firmness(told),
        "field": said_of(told, lambda c: c.get_field_display()),
        "speaker": speakers,
        "by": _bodies(told, "by"),
        "to": _bodies(told, "to"),
        "due": said_of(told, lambda c: c.due),
        "quantity": _quantities(told),
    }


def of_agreement(told: Sequence[Member]) -> Told:
    """Kind and date of an agreement."""
    return {
        "kind": said_of(told, lambda a: a.get_kind_display()),
        "date": said_of(told, lambda a: a.date),
    }


def parties(told: Sequence[Member]) -> list[Organisation]:
    """All bodies that some report names, each once."""
    found: dict[str, Organisation] = {}
    for member in told:
        for body in member.fact.parties.all():
            found.setdefault(_head_of(body), body)
    return list(found.values())


def _head_of(fact: Any) -> str:
    return str(fact.record.joined_into_id or fact.pk)


def _firmness(told: Sequence[Member]) -> list[Said]:
    found = said_of(told, lambda c: (c.firmness, c.get_firmness_display()))
    for said in found:
        said.value = format_html('<span class="firm {}">{}</span>', *said.value)
    return found


def _person(person: Person) -> SafeString:
    address = reverse("public:person", args=[_head_of(person)])
    return format_html('<a href="{}">{}</a>', address, person_name(person))


def _bodies(told: Sequence[Member], sides: str) -> list[Said]:
    found = said_of(
        told,
        lambda c: tuple(getattr(c, sides).all()),
        lambda bodies: frozenset(_head_of(body) for body in bodies),
    )
    for said in found:
        said.value = format_html_join(", ", "{}", ((_body(body),) for body in said.value))
    return found


def _body(body: Organisation) -> SafeString:
    address = reverse("public:organisation", args=[_head_of(body)])
    return format_html('<a href="{}">{}</a>', address, body_name(body))


def _quantities(told: Sequence[Member]) -> list[Said]:
    """Quantities as printed; those of one amount and unit are one."""
    found = said_of(
        told,
        lambda c: (c.quantity, c.language) if c.quantity else None,
        lambda given: tuple(given[0].get(key) for key in ("unit", "amount", "from", "to")),
    )
    for said in found:
        quantity, language = said.value
        said.value = format_html('<span lang="{}">{}</span>', language, quantity["text"])
    return found
