"""Correcting an open finding before it is registered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.models import Finding, FindingKind
from hapjak.register.models import FIELD_CHOICES, Firmness, MeetingKind


class CorrectionForm(forms.Form):
    """The words a finding stands on. They must stand in the text as they are."""

    quote = forms.CharField(
        label=gettext_lazy("Words in the text"),
        widget=forms.Textarea(attrs={"rows": 4, "class": "source"}),
        strip=True,
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, finding: Finding, data: Any = None) -> None:
        self.finding = finding
        self.text = finding.reading.document.text
        super().__init__(data, initial=self.values())

    def values(self) -> dict[str, Any]:
        """What the form shows first."""
        finding = self.finding
        return {"quote": finding.quote, "start": finding.start, "version": finding.version}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        quote = "\n".join(line.rstrip("\r") for line in data.get("quote", "").split("\n"))
        start = nearest(self.text, quote, data.get("start") or self.finding.start)
        if quote and start is None:
            self.add_error(
                "quote",
                _("These words do not stand in the text like this. Copy them from the article."),
            )
        elif start is not None:
            data["span"] = (start, start + len(quote))
        return data

    def changes(self) -> dict[str, Any]:
        """Keys of the finding's data that the form sets."""
        start, end = self.cleaned_data["span"]
        spans = [[start, end], *self.finding.data["spans"][1:]]
        return {"spans": spans}


class CommitmentForm(CorrectionForm):
    """Span, field, firmness and speaker of a commitment."""

    firmness = forms.ChoiceField(label=gettext_lazy("Firmness"), choices=Firmness)
    field = forms.ChoiceField(label=gettext_lazy("Field"), choices=FIELD_CHOICES)
    speaker = forms.ChoiceField(label=gettext_lazy("Said by"), required=False)

    def __init__(self, finding: Finding, data: Any = None) -> None:
        super().__init__(finding, data)
        people = finding.reading.findings.filter(kind=FindingKind.PERSON)
        speaker = self.fields["speaker"]
        assert isinstance(speaker, forms.ChoiceField)
        speaker.choices = [
            ("", _("the text does not say")),
            *((person.local_id, person.data["name"]) for person in people),
        ]

    def values(self) -> dict[str, Any]:
        data = self.finding.data
        return super().values() | {key: data[key] for key in ("firmness", "field", "speaker")}

    def changes(self) -> dict[str, Any]:
        start, end = self.cleaned_data["span"]
        return {
            "start": start,
            "end": end,
            "firmness": self.cleaned_data["firmness"],
            "field": self.cleaned_data["field"],
            "speaker": self.cleaned_data["speaker"] or None,
        }


class MeetingForm(CorrectionForm):
    """Span, kind and place of a meeting."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=MeetingKind)
    date = forms.RegexField(
        r"^\d{4}(-\d{2}){0,2}$",
        label=gettext_lazy("Date"),
        required=False,
        help_text=gettext_lazy("2025, 2025-06 or 2025-06-30"),
    )
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=200)

    def values(self) -> dict[str, Any]:
        data = self.finding.data
        return super().values() | {key: data[key] for key in ("kind", "date", "place")}

    def changes(self) -> dict[str, Any]:
        own = {key: self.cleaned_data[key] or None for key in ("kind", "date", "place")}
        return super().changes() | own


class NamedForm(CorrectionForm):
    """Span and name of a person, organisation or strategy."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)

    def values(self) -> dict[str, Any]:
        return super().values() | {"name": self.finding.data["name"]}

    def changes(self) -> dict[str, Any]:
        return super().changes() | {"name": self.cleaned_data["name"]}


def nearest(text: str, quote: str, start: int) -> int | None:
    """Where a quote stands in the text, nearest to `start`; None if it does not."""
    if not quote:
        return None
    places = []
    place = text.find(quote)
    while place != -1:
        places.append(place)
        place = text.find(quote, place + 1)
    return min(places, key=lambda found: abs(found - start), default=None)


FORMS: dict[str, type[CorrectionForm]] = {
    FindingKind.COMMITMENT: CommitmentForm,
    FindingKind.MEETING: MeetingForm,
    FindingKind.PERSON: NamedForm,
    FindingKind.ORGANISATION: NamedForm,
    FindingKind.STRATEGY: NamedForm,
}


def correction_form(finding: Finding, data: Any = None) -> CorrectionForm:
    """The form for a finding's kind."""
    return FORMS.get(finding.kind, CorrectionForm)(finding, data)
