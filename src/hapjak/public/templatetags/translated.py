"""Translations beside the original: where each comes from, and whether somebody reviewed it."""

from __future__ import annotations

from typing import Any

from django import template

from hapjak.accounts.policy import may_see_office
from hapjak.register.models import Record, Text

register = template.Library()


@register.inclusion_tag("public/translations.html", takes_context=True)
def translations(context: dict[str, Any], record: Record) -> dict[str, Any]:
    """What the reader may see of a record's wording in other written forms."""
    user = context["user"]
    seen = Text.objects.visible_to(user).filter(record=record)
    texts = seen.select_related("document", "reviewed_by").order_by("field", "language")
    return {"texts": texts, "office": may_see_office(user)}
