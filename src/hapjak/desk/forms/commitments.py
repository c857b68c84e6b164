"""Correcting a commitment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.desk.forms.corrections import CorrectionForm, DateField, ManyField
from hapjak.desk.models import FindingKind
from hapjak.register.models import FIELD_CHOICES, Firmness

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class AmountField(forms.DecimalField):
    """A figure of any size that a report may print."""

    def __init__(self, label: str | StrPromise, help_text: str | StrPromise = "") -> None:
        super().__init__(
            label=label, help_text=help_text, max_digits=24, decimal_places=6, required=False
        )


class CommitmentForm(CorrectionForm):
    """Who said it, who acts toward whom, how firmly, in which fields, by when, how much."""

    firmness = forms.ChoiceField(label=gettext_lazy("Firmness"), choices=Firmness)
    field = forms.ChoiceField(label=gettext_lazy("Field"), choices=FIELD_CHOICES)
    other_fields = forms.MultipleChoiceField(
        label=gettext_lazy("Other fields"),
        choices=FIELD_CHOICES,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 5}),
    )
    speaker = forms.ChoiceField(label=gettext_lazy("Said by"), required=False)
    meeting = forms.ChoiceField(label=gettext_lazy("Meeting"), required=False)
    by = ManyField(label=gettext_lazy("Who acts"), required=False)
    to = ManyField(label=gettext_lazy("Toward whom"), required=False)
    initiatives = forms.CharField(
        label=gettext_lazy("Initiatives"),
        required=False,
        help_text=gettext_lazy("one a line, as the text names them"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "source"}),
    )
    due = DateField(gettext_lazy("Due"))
    quantity_text = forms.CharField(
        label=gettext_lazy("Quantity as printed"), required=False, max_length=100
    )
    amount = AmountField(gettext_lazy("Amount"))
    most = AmountField(gettext_lazy("to"), gettext_lazy("only for a range"))
    unit = forms.CharField(label=gettext_lazy("Unit"), required=False, max_length=20)
    shared = ("firmness", "field", "due")

    def arrange(self) -> None:
        self.offer("speaker", self.named(FindingKind.PERSON))
        self.offer("meeting", self.named(FindingKind.MEETING))
        bodies = self.named(FindingKind.ORGANISATION)
        self.offer("by", bodies, unsaid=False)
        self.offer("to", bodies, unsaid=False)

    def values(self) -> dict[str, Any]:
        data = self.finding.data
        said = {key: data[key] for key in ("speaker", "meeting", "by", "to", "other_fields")}
        quantity = data["quantity"] or {}
        return (
            super().values()
            | said
            | {
                "initiatives": "\n".join(data["initiatives"]),
                "quantity_text": quantity.get("text", ""),
                "amount": quantity.get("amount") or quantity.get("from"),
                "most": quantity.get("to"),
                "unit": quantity.get("unit", ""),
            }
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        given = [
            bool(data.get("quantity_text")),
            data.get("amount") is not None,
            bool(data.get("unit")),
        ]
        if any(given) and not all(given):
            self.add_error(
                "quantity_text",
                _("A quantity needs its words, an amount and a unit, or none of them."),
            )
        return data

    def changes(self) -> dict[str, Any]:
        start, end = self.cleaned_data["span"]
        data = self.cleaned_data
        lines = [line.strip() for line in data["initiatives"].splitlines()]
        return {
            "start": start,
            "end": end,
            **self.set_values(),
            "speaker": data["speaker"] or None,
            "meeting": data["meeting"] or None,
            "by": data["by"],
            "to": data["to"],
            "other_fields": [code for code in data["other_fields"] if code != data["field"]],
            "initiatives": [line for line in lines if line],
            "quantity": self._quantity(),
        }

    def _quantity(self) -> dict[str, str] | None:
        data = self.cleaned_data
        if not data["quantity_text"]:
            return None
        known = {"unit": data["unit"], "text": data["quantity_text"]}
        if data["most"] is None:
            return known | {"amount": plain(data["amount"])}
        return known | {"from": plain(data["amount"]), "to": plain(data["most"])}


def plain(number: Decimal) -> str:
    """A number as the contract writes it: no exponent, no zeros behind."""
    word = f"{number:f}"
    return word.rstrip("0").rstrip(".") if "." in word else word
