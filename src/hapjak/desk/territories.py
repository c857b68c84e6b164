"""Territories as a registrar sees them: their names, where they lie, whether they are registered."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from hapjak.reading.territory import Territory, around
from hapjak.register.models import Partner, WrittenForm
from hapjak.register.partners import COLUMNS
from hapjak.register.territory_finder import find

LEVELS = {
    "country": _("country"),
    "province": _("province"),
    "city": _("city or prefecture"),
    "county": _("county or district"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A territory of the table. `partner_id` is the partner it is registered as."""

    territory: Territory
    partner_id: str = ""

    @property
    def level(self) -> str:
        return str(LEVELS[self.territory.level])

    @property
    def names(self) -> list[tuple[str, str]]:
        """Each name once, with its written form."""
        told: dict[str, str] = {}
        for form, name in self.territory.names.items():
            told.setdefault(name, form)
        return [(form, name) for name, form in told.items()]

    @property
    def within(self) -> list[str]:
        """English names of what it lies in, the nearest first."""
        return [place.names["en"] for place in around(self.territory)]

    @property
    def labelled(self) -> list[tuple[str, str, str]]:
        """Every name of the table: written form, what the form is called, name."""
        names = self.territory.names
        return [(form, str(WrittenForm(form).label), name) for form, name in names.items()]

    @property
    def missing(self) -> list[tuple[str, str]]:
        """Written forms of a partner's name that the table lacks, and what they are called."""
        lacking = [form for form in COLUMNS if form not in self.territory.names]
        return [(form, str(WrittenForm(form).label)) for form in lacking]


def found(query: str) -> list[Found]:
    """Territories that answer a question, with the partners they are registered as."""
    territories = find(query)
    codes = [territory.code for territory in territories]
    known = dict(Partner.objects.filter(code__in=codes).values_list("code", "pk"))
    return [Found(territory, known.get(territory.code, "")) for territory in territories]


def found_of(territory: Territory) -> Found:
    """One territory."""
    return Found(territory)
