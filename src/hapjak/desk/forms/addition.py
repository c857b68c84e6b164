"""Adding what the reader missed, and choosing how certain is certain enough."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from hapjak.desk.bulk import Bar
from hapjak.desk.forms.spans import SpanForm
from hapjak.desk.models import FindingKind, Reading

ABOVE = 0.7  # where most readings part what is plain from what wants a look


class AdditionForm(SpanForm):
    """Words of the article, and what they are."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=[
            (kind.value, kind.label)
            for kind in (
                FindingKind.COMMITMENT,
                FindingKind.PERSON,
                FindingKind.ORGANISATION,
                FindingKind.MEETING,
                FindingKind.AGREEMENT,
                FindingKind.STRATEGY,
            )
        ],
    )

    def __init__(self, reading: Reading, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
        self.text = reading.document.text


class BarForm(forms.Form):
    """The confidence from which findings are accepted together."""

    above = forms.FloatField(
        label=gettext_lazy("Confidence at least"),
        min_value=0,
        max_value=1,
        widget=forms.NumberInput(attrs={"step": "0.05"}),
    )
    unrated = forms.BooleanField(
        label=gettext_lazy("also findings without a figure"), required=False
    )

    @classmethod
    def filled(cls, query: QueryDict) -> BarForm:
        """The form as a link asks for it; from 0.7 on where it says nothing."""
        asked = {"above": query.get("above", ABOVE), "unrated": query.get("unrated", "")}
        return cls(asked, label_suffix="")

    def bar(self) -> Bar:
        """What was chosen; what is no confidence takes nothing but the surest."""
        if not self.is_valid():
            return Bar(1.0)
        return Bar(self.cleaned_data["above"], self.cleaned_data["unrated"])
