"""Words of the article, typed or selected: the base of forms that need a place in the text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class SpanForm(forms.Form):
    """Words that must stand in the text as they are; the nearest place to `start` counts."""

    quote = forms.CharField(
        label=gettext_lazy("Words in the text"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "source"}),
        strip=True,
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        quote = "\n".join(line.rstrip("\r") for line in data.get("quote", "").split("\n"))
        start = nearest(self.text, quote, data.get("start") or 0)
        if quote and start is None:
            self.add_error(
                "quote",
                _("These words do not stand in the text like this. Copy them from the article."),
            )
        elif start is not None:
            data["span"] = (start, start + len(quote))
        return data


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
