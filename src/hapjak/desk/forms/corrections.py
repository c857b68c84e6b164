"""Correcting an open finding before it is registered: what all kinds share."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.forms.spans import SpanForm
from hapjak.desk.models import Decision, Finding, FindingKind
from hapjak.desk.wording import names_of

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

LENGTH = 40  # characters of a line that name it
UNSAID = gettext_lazy("the text does not say")


class DateField(forms.CharField):
    """A day, month or year, as precise as the source."""

    def __init__(self, label: str | StrPromise) -> None:
        example = gettext_lazy("2025, 2025-06 or 2025-06-30")
        super().__init__(label=label, required=False, max_length=10, help_text=example)

    def clean(self, value: Any) -> str | None:
        word = super().clean(value)
        if not word:
            return None
        length = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d"}.get(len(word), "")
        try:
            datetime.datetime.strptime(word, length)
        except ValueError:
            raise ValidationError(_("Write a date like 2025, 2025-06 or 2025-06-30.")) from None
        return word


class ManyField(forms.MultipleChoiceField):
    """Any number of findings or codes, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple


class CorrectionForm(SpanForm):
    """The words a finding stands on, and its version as the user saw it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    shared: Sequence[str] = ()  # keys of the data that the form sets as they are

    def __init__(self, finding: Finding, data: Any = None) -> None:
        self.finding = finding
        self.text = finding.reading.document.text
        self.others = [
            other
            for other in finding.reading.findings.all()
            if other.pk != finding.pk and other.decision != Decision.REJECTED
        ]
        super().__init__(data, initial=self.values(), label_suffix="")
        self.arrange()

    def arrange(self) -> None:
        """Offer the findings that this one may refer to."""

    def values(self) -> dict[str, Any]:
        """What the form shows first."""
        finding = self.finding
        own = {key: finding.data[key] for key in self.shared}
        place = {"quote": finding.quote, "start": finding.start, "version": finding.version}
        return place | own

    def changes(self) -> dict[str, Any]:
        """Keys of the finding's data that the form sets."""
        start, end = self.cleaned_data["span"]
        spans = [[start, end], *self.finding.data["spans"][1:]]
        return {"spans": spans} | self.set_values()

    def set_values(self) -> dict[str, Any]:
        return {key: self.cleaned_data[key] or None for key in self.shared}

    def at(self, version: int) -> CorrectionForm:
        """The same form with what was typed, on the finding as it is now."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["version"] = str(version)
        return type(self)(self.finding, typed)

    def named(self, *kinds: FindingKind) -> list[tuple[str, str]]:
        """Local ids and names of findings of some kinds."""
        names = names_of(self.others)
        return [
            (other.local_id, names[other.local_id] or other.quote[:LENGTH])
            for other in self.others
            if other.kind in kinds
        ]

    def offer(self, name: str, choices: Iterable[tuple[str, Any]], *, unsaid: bool = True) -> None:
        """Choices of a field; with the empty one where the text may say nothing."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", UNSAID), *choices] if unsaid else list(choices)
