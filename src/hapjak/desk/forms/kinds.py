"""The correction form of each kind of finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.forms.commitments import CommitmentForm
from hapjak.desk.forms.corrections import UNSAID, CorrectionForm, DateField, ManyField
from hapjak.desk.models import Finding, FindingKind
from hapjak.reading.territory import by_code
from hapjak.register.models import AgreementKind, MeetingKind, OrganisationKind, Partner, Role

MORE_POSTS = 2


class MeetingForm(CorrectionForm):
    """Kind, days, place, parties, and who took part how."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=MeetingKind)
    date = DateField(gettext_lazy("Date"))
    until = DateField(gettext_lazy("Until"))
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=200)
    planned = forms.BooleanField(label=gettext_lazy("Planned, not held yet"), required=False)
    part_of = forms.ChoiceField(label=gettext_lazy("Part of"), required=False)
    parties = ManyField(label=gettext_lazy("Parties"), required=False)
    topics = ManyField(label=gettext_lazy("Topics"), required=False)
    shared = ("kind", "date", "until", "place", "part_of")

    def arrange(self) -> None:
        self.offer("part_of", self.named(FindingKind.MEETING))
        self.offer("parties", self.named(FindingKind.ORGANISATION), unsaid=False)
        topics = self.finding.data["topics"]
        self.offer("topics", [(str(n), t["quote"]) for n, t in enumerate(topics)], unsaid=False)
        for local_id, name in self.named(FindingKind.PERSON):
            roles = [e["role"] for e in self.finding.data["people"] if e["person"] == local_id]
            self.fields[f"role-{local_id}"] = ManyField(
                label=name, choices=Role, required=False, initial=roles
            )

    def values(self) -> dict[str, Any]:
        data = self.finding.data
        topics = [str(number) for number in range(len(data["topics"]))]
        own = {"planned": data["planned"], "parties": data["parties"], "topics": topics}
        return super().values() | own

    def people(self) -> Iterator[BoundField]:
        """A row of roles for each person of the reading."""
        return (self[name] for name in self.fields if name.startswith("role-"))

    def set_values(self) -> dict[str, Any]:
        kept = {int(number) for number in self.cleaned_data["topics"]}
        return super().set_values() | {
            "planned": self.cleaned_data["planned"],
            "parties": self.cleaned_data["parties"],
            "people": self._participants(),
            "topics": [t for n, t in enumerate(self.finding.data["topics"]) if n in kept],
        }

    def _participants(self) -> list[dict[str, str]]:
        """Who took part how: in the source's order, those added behind."""
        chosen = [
            {"person": name.removeprefix("role-"), "role": role}
            for name in self.fields
            if name.startswith("role-")
            for role in self.cleaned_data[name]
        ]
        kept = [entry for entry in self.finding.data["people"] if entry in chosen]
        return kept + [entry for entry in chosen if entry not in kept]


class AgreementForm(CorrectionForm):
    """Kind, title, date and parties of an agreement."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=AgreementKind)
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=500)
    date = DateField(gettext_lazy("Date"))
    planned = forms.BooleanField(label=gettext_lazy("Planned, not signed yet"), required=False)
    part_of = forms.ChoiceField(label=gettext_lazy("Part of"), required=False)
    parties = ManyField(label=gettext_lazy("Parties"), required=False)
    shared = ("kind", "title", "date", "part_of")

    def arrange(self) -> None:
        self.offer("part_of", self.named(FindingKind.AGREEMENT))
        self.offer("parties", self.named(FindingKind.ORGANISATION), unsaid=False)

    def values(self) -> dict[str, Any]:
        data = self.finding.data
        return super().values() | {"planned": data["planned"], "parties": data["parties"]}

    def set_values(self) -> dict[str, Any]:
        own = {key: self.cleaned_data[key] for key in ("planned", "parties")}
        return super().set_values() | own


class NamedForm(CorrectionForm):
    """The name of a strategy."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    shared: tuple[str, ...] = ("name",)


class OrganisationForm(NamedForm):
    """Name, kind and territory of a body."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=OrganisationKind)
    territory = forms.CharField(
        label=gettext_lazy("Territory code"),
        required=False,
        max_length=12,
        help_text=gettext_lazy("ISO 3166, like CN-22; empty for a body of no one territory"),
    )
    shared = ("name", "kind", "territory")

    def clean_territory(self) -> str | None:
        code = str(self.cleaned_data["territory"]).strip().upper()
        if code and by_code(code) is None and not Partner.objects.filter(code=code).exists():
            raise ValidationError(_("No territory is known by this code."))
        return code or None


class PersonForm(NamedForm):
    """Name, side and posts of a person."""

    side = forms.ChoiceField(label=gettext_lazy("Side"), required=False)

    def arrange(self) -> None:
        bodies = self.named(FindingKind.ORGANISATION)
        self.offer("side", bodies)
        for number in range(len(self.finding.data["posts"]) + MORE_POSTS):
            post = self._post(number)
            self.fields[f"title-{number}"] = forms.CharField(
                label=_("Post"), required=False, max_length=200, initial=post.get("title")
            )
            self.fields[f"body-{number}"] = forms.ChoiceField(
                label=_("Body"),
                required=False,
                choices=[("", UNSAID), *bodies],
                initial=post.get("organisation") or "",
            )

    def _post(self, number: int) -> dict[str, Any]:
        posts = self.finding.data["posts"]
        return posts[number] if number < len(posts) else {}

    def values(self) -> dict[str, Any]:
        return super().values() | {"side": self.finding.data["side"]}

    def posts(self) -> Iterator[tuple[BoundField, BoundField]]:
        """A row for each post, and some empty ones."""
        titles = [name for name in self.fields if name.startswith("title-")]
        return ((self[name], self[name.replace("title", "body")]) for name in titles)

    def set_values(self) -> dict[str, Any]:
        rows = range(len(self.finding.data["posts"]) + MORE_POSTS)
        posts = [self._post_of(number) for number in rows]
        return super().set_values() | {
            "side": self.cleaned_data["side"] or None,
            "posts": [post for post in posts if post["title"]],
        }

    def _post_of(self, number: int) -> dict[str, Any]:
        """A post as printed keeps its wording unless its title was changed."""
        before = self._post(number)
        title = self.cleaned_data[f"title-{number}"]
        printed = before.get("text") if before.get("title") == title else title
        body = self.cleaned_data[f"body-{number}"] or None
        return {"title": title, "organisation": body, "text": printed}


FORMS: dict[str, type[CorrectionForm]] = {
    FindingKind.COMMITMENT: CommitmentForm,
    FindingKind.MEETING: MeetingForm,
    FindingKind.AGREEMENT: AgreementForm,
    FindingKind.PERSON: PersonForm,
    FindingKind.ORGANISATION: OrganisationForm,
    FindingKind.STRATEGY: NamedForm,
}


def correction_form(finding: Finding, data: Any = None) -> CorrectionForm:
    """The form for a finding's kind."""
    return FORMS[finding.kind](finding, data)
