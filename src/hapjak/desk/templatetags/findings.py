"""What a finding is called where only a word of it is shown."""

from __future__ import annotations

from django import template
from django.utils.text import Truncator

from hapjak.desk.models import Finding
from hapjak.desk.wording import names_of

register = template.Library()


@register.filter
def called(finding: Finding, length: int = 120) -> str:
    """Its name; of a meeting its kind and day; else its words."""
    name = names_of([finding])[finding.local_id]
    return Truncator(name or finding.quote).chars(length)
