"""Which spelling of a person a reader sees."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from hapjak.public.templatetags.spelling import other_spellings, shown_spelling
from hapjak.register.identity import add_name
from hapjak.register.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ko-cn", ("심약천", "ko-CN")),
        ("ko", ("심약천", "ko-CN")),  # no South Korean source yet: the other Korean one
        ("zh-hans", ("沈若川", "zh-Hans")),
        ("en", ("심약천", "ko-CN")),  # nobody printed pinyin: what was registered first
    ],
)
def test_the_spelling_fits_the_readers_writing(taken_in, registrar, language, shown):
    from hapjak.desk import actions

    finding = taken_in.findings.get(kind="person")
    actions.accept(finding, registrar)
    person = Person.objects.get()
    add_name(person.record, "沈若川", "zh-Hans")
    with override(language):
        assert shown_spelling(person) == shown
        assert shown[0] not in [text for text, _ in other_spellings(person)]
