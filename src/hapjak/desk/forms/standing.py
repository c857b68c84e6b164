"""Standing bodies, pairings and partners, entered by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from hapjak.accounts.models import User
from hapjak.desk.forms.lines import DAY, MOST, PersonChoices
from hapjak.desk.forms.notes import PartForm
from hapjak.register import partners, standing
from hapjak.register.models import (
    TOP_FIELDS,
    BodyKind,
    Partner,
    Partnership,
    Person,
    Rhythm,
    WrittenForm,
)

RHYTHMS = [("", gettext_lazy("not known")), *Rhythm.choices]


class BodyForm(PartForm):
    """A joint conference, task force or stationed team."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=BodyKind)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=standing.LENGTH)
    language = forms.ChoiceField(
        label=gettext_lazy("Written form of the name"), choices=WrittenForm
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often it meets"), choices=RHYTHMS, required=False
    )
    since = forms.CharField(
        label=gettext_lazy("Since"), required=False, max_length=20, help_text=DAY
    )


class SideChoice(forms.ModelChoiceField):
    def label_from_instance(self, partner: Any) -> str:
        return name_of(partner)


class PairingForm(PartForm):
    """Two departments, their fields and liaison persons."""

    first_side = SideChoice(
        Partner.objects.none(), label=gettext_lazy("One side"), empty_label=None
    )
    first = forms.CharField(
        label=gettext_lazy("Its department"),
        max_length=standing.LENGTH,
        widget=forms.TextInput(attrs={"list": "departments", "autocomplete": "off"}),
    )
    second_side = SideChoice(
        Partner.objects.none(), label=gettext_lazy("The other side"), empty_label=None
    )
    second = forms.CharField(
        label=gettext_lazy("Its department"),
        max_length=standing.LENGTH,
        widget=forms.TextInput(attrs={"list": "departments", "autocomplete": "off"}),
        help_text=gettext_lazy("a department that is not registered yet is entered with it"),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Written form of new names"),
        choices=[("", gettext_lazy("as their script tells")), *WrittenForm.choices],
        required=False,
    )
    fields_of = forms.MultipleChoiceField(
        label=gettext_lazy("Fields"),
        choices=list(TOP_FIELDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    liaisons = PersonChoices(
        Person.objects.none(),
        label=gettext_lazy("Liaison persons"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often they meet"), choices=RHYTHMS, required=False
    )
    since = forms.CharField(
        label=gettext_lazy("Since"), required=False, max_length=20, help_text=DAY
    )

    def __init__(self, data: Any = None, *, user: User, partnership: Partnership) -> None:
        sides = list(partnership.partners.order_by("code"))
        start = {"first_side": sides[0].pk, "second_side": sides[-1].pk}
        super().__init__(data, initial=start)
        for name in ("first_side", "second_side"):
            side = self.fields[name]
            assert isinstance(side, forms.ModelChoiceField)
            side.queryset = partnership.partners.order_by("code")
        liaisons = self.fields["liaisons"]
        assert isinstance(liaisons, forms.ModelChoiceField)
        people = Person.objects.visible_to(user).standing().filter(side__in=sides)
        ids = list(people.order_by("side", "pk").values_list("pk", flat=True)[:MOST])
        known = Person.objects.filter(pk__in=ids).select_related("side")
        liaisons.queryset = known.order_by("side", "pk")


def name_of(partner: Partner) -> str:
    """A partner in the interface's language."""
    return partner.name_in(get_language() or "en")


class EndForm(forms.Form):
    """Until when something stood."""

    until = forms.CharField(required=False, max_length=20)
    reason = forms.CharField(required=False, max_length=400)
    version = forms.IntegerField()


class NamesForm(PartForm):
    """The names of a partner in the four written forms."""

    zh_hans = forms.CharField(
        label=gettext_lazy("name in Chinese"), required=False, max_length=partners.LENGTH
    )
    ko_kr = forms.CharField(
        label=gettext_lazy("name in Korean"), required=False, max_length=partners.LENGTH
    )
    ko_cn = forms.CharField(
        label=gettext_lazy("name in Korean as written in China"),
        required=False,
        max_length=partners.LENGTH,
    )
    en = forms.CharField(
        label=gettext_lazy("name in English"), required=False, max_length=partners.LENGTH
    )
    reason = forms.CharField(
        label=gettext_lazy("Why: the source or rule that gives the name"),
        required=False,
        max_length=400,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    LANGUAGES = {"zh_hans": "zh-Hans", "ko_kr": "ko-KR", "ko_cn": "ko-CN", "en": "en"}

    def __init__(self, data: Any = None, *, partner: Partner) -> None:
        start = {
            key: getattr(partner, partners.COLUMNS[form]) for key, form in self.LANGUAGES.items()
        }
        super().__init__(data, initial=start | {"version": partner.record.version})
        for key, form in self.LANGUAGES.items():
            self.fields[key].widget.attrs["lang"] = form

    def entered(self) -> partners.Entered:
        return partners.Entered(
            {form: self.cleaned_data[key] for key, form in self.LANGUAGES.items()}
        )
