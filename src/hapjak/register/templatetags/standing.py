"""What partners set up, on the page of their partnership."""

from __future__ import annotations

from typing import Any

from django import template

from hapjak.register import standing
from hapjak.register.models import FIELDS, Partnership

register = template.Library()


@register.inclusion_tag("register/standing.html", takes_context=True)
def standing_bodies(context: dict[str, Any], partnership: Partnership) -> dict[str, Any]:
    """Bodies and pairings that the reader may see."""
    user = context["user"]
    return {
        "bodies": standing.bodies_of(partnership, user),
        "pairings": standing.pairings_of(partnership, user),
    }


@register.filter
def field_labels(codes: list[str]) -> list[str]:
    """Fields of cooperation by their names."""
    return [str(FIELDS.get(code, code)) for code in codes]
