"""Names in the reader's writing where a source or a person gave them so."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hapjak.register.models import Name, Organisation, Partner, Person, Visibility
from hapjak.register.templatetags.marks import visible
from hapjak.register.tenures import Holding

register = template.Library()
# Written forms to show in an interface language, the fittest first.
FORMS = {
    "ko": ("ko-KR", "ko-CN"),
    "ko-cn": ("ko-CN", "ko-KR"),
    "zh-hans": ("zh-Hans", "zh-Hant"),
    "en": ("en",),
}


@register.filter
def names_of(person: Person) -> list[Name]:
    """Every spelling of a person, also of records that they are one with.

    Of a public person those of hidden records stay hidden.
    """
    own = person.record
    head = own.joined_into or own
    hidden = {Visibility.OFFICE} if head.visibility == Visibility.PUBLIC else set()
    shown = [
        member
        for member in head.members.all()
        if member.withdrawn_at is None and member.visibility not in hidden
    ]
    return [name for record in (head, *shown) for name in record.names.all()]


def shown_spelling(person: Person) -> tuple[str, str]:
    """The spelling to show, and its written form; else the one first registered."""
    names = names_of(person)
    for form in FORMS.get(get_language() or "en", ("en",)):
        for name in names:
            if name.form == form:
                return name.text, form
    return person.name, person.language


@register.filter
def person_name(person: Person) -> SafeString:
    """A person in the interface's writing where a source or a person gave it so."""
    text, form = shown_spelling(person)
    return format_html('<span lang="{}">{}</span>', form, text)


@register.filter
def other_spellings(person: Person) -> list[tuple[str, str]]:
    """Further spellings with their written form, each once."""
    shown = shown_spelling(person)[0]
    seen = [(name.text, name.form) for name in names_of(person) if name.text != shown]
    return list(dict.fromkeys(seen))


@register.filter
def as_printed(words: str) -> SafeString:
    """Words of a source whose language only their script tells."""
    if not words:
        return SafeString("")
    return format_html('<span lang="{}">{}</span>', _language_of(words), visible(words))


def _language_of(words: str) -> str:
    if re.search("[가-힣]", words):
        return "ko"
    return "zh" if re.search("[一-鿿]", words) else "en"


@register.filter
def partner_name(partner: Partner) -> str:
    """A partner in the interface's language."""
    return partner.name_in(get_language() or "en")


@register.filter
def body_name(body: Organisation) -> SafeString:
    """A body: a partner's own government by the partner's name, others as printed."""
    if body.partner is not None and body.kind == "government" and _is_partner(body):
        return format_html("{}", partner_name(body.partner))
    return format_html('<span lang="{}">{}</span>', body.language, body.name)


def _is_partner(body: Organisation) -> bool:
    partner = body.partner
    if partner is None:
        return False
    names = (partner.name_zh_hans, partner.name_ko_kr, partner.name_ko_cn, partner.name_en)
    return body.name in names or body.name in [name.split(" ")[0] for name in names]


@register.simple_tag
def office_title(holding: Holding) -> tuple[str, str]:
    """The title of a post in the reader's writing, with its written form."""
    return holding.title_in(get_language() or "en")
