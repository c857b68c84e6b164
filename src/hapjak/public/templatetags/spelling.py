"""Names in the reader's writing where a source or a person gave them so."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from hapjak.register.models import Organisation, Partner, Person

register = template.Library()
FORMS = {"ko": "ko-KR", "ko-cn": "ko-CN", "zh-hans": "zh-Hans", "en": "en"}


@register.filter
def person_name(person: Person) -> SafeString:
    """The spelling of the interface's language, else the one first registered; its `lang` beside it."""
    form = FORMS.get(get_language() or "en", "en")
    names = [name for name in person.record.names.all() if name.form == form]
    text, lang = (names[0].text, form) if names else (person.name, person.language)
    return format_html('<span lang="{}">{}</span>', lang, text)


@register.filter
def other_spellings(person: Person) -> list[tuple[str, str]]:
    """Further spellings with their written form, each once."""
    form = FORMS.get(get_language() or "en", "en")
    seen = [name for name in person.record.names.all() if name.form != form]
    return list(dict.fromkeys((name.text, name.form) for name in seen))


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
