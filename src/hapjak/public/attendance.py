"""Who took part in a meeting that several reports tell of: each person once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch

from hapjak.public.facts import Member, Viewer
from hapjak.public.templatetags.spelling import FORMS
from hapjak.register.models import Attendance, Name, Person, Record, Role

ROLES = list(Role.values)
SPELLED = (
    Prefetch("record__names", Name.objects.order_by("pk")),
    Prefetch("record__members", Record.objects.order_by("pk")),
    Prefetch("record__members__names", Name.objects.order_by("pk")),
)


@dataclass
class Entry:
    """A person with every post and role that a report gives."""

    person: Person
    posts: list[tuple[str, str]] = field(default_factory=list)  # words, written form
    roles: list[str] = field(default_factory=list)

    @property
    def role_labels(self) -> list[str]:
        """Roles, the weightiest first; who did more than attend is not said to have attended."""
        told = sorted(set(self.roles), key=ROLES.index)
        acting = [role for role in told if role != Role.ATTENDED]
        return [str(Role(role).label) for role in acting or told]

    def post_in(self, language: str) -> tuple[str, str]:
        """The post in the reader's writing where a report has it so, else as first printed."""
        for form in FORMS.get(language, ()):
            for words, printed in self.posts:
                if printed == form:
                    return words, printed
        return self.posts[0] if self.posts else ("", "")


def entries(told: Sequence[Member], user: Viewer) -> list[Entry]:
    """Everybody once, in the order of the report that names most, then of the others."""
    forms = {m.fact.pk: m.document.variety if m.document else "" for m in told}
    rows = list(
        Attendance.objects.filter(
            meeting__in=list(forms), person__in=Person.objects.visible_to(user)
        )
        .order_by("order", "pk")
        .values_list(
            "meeting_id", "person__record__joined_into_id", "person_id", "role", "post_text"
        )
    )
    count = {pk: sum(row[0] == pk for row in rows) for pk in forms}
    rank = {pk: place for place, pk in enumerate(sorted(forms, key=lambda pk: -count[pk]))}
    found: dict[str, Entry] = {}
    people = _people({head or person for _, head, person, _, _ in rows})
    for meeting, head, person, role, post in sorted(rows, key=lambda row: rank[row[0]]):
        entry = found.setdefault(head or person, Entry(people[head or person]))
        entry.roles.append(role)
        if post:
            entry.posts.append((post, forms[meeting]))
    return list(found.values())


def _people(heads: set[str]) -> dict[str, Person]:
    rows = Person.objects.filter(pk__in=heads).select_related("side", "record")
    return {person.pk: person for person in rows.prefetch_related(*SPELLED)}
