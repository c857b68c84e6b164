"""Links, amendments and agreements: what registrars say about lines by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from hapjak.accounts.models import User
from hapjak.desk.forms.notes import DocumentField, PartForm
from hapjak.register import joining, links
from hapjak.register.models import (
    Agreement,
    Commitment,
    Firmness,
    LinkKind,
    Person,
    WrittenForm,
)

MOST = 200  # choices of a list
DAY = gettext_lazy("2025, 2025-06 or 2025-06-30")


class LinkForm(PartForm):
    """How this line stands to an earlier one. The other is chosen from what was found."""

    other = forms.ModelChoiceField(
        Commitment.objects.none(),
        error_messages={
            "required": gettext_lazy("Choose the earlier line. Look for it by its words first.")
        },
    )
    kind = forms.ChoiceField(label=gettext_lazy("This line"), choices=LinkKind)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=links.REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data)
        other = self.fields["other"]
        assert isinstance(other, forms.ModelChoiceField)
        other.queryset = Commitment.objects.visible_to(user)


class AmendForm(PartForm):
    """Another wording for both sides to decide."""

    wording = forms.CharField(
        label=gettext_lazy("New wording"),
        widget=forms.Textarea(attrs={"rows": 4, "class": "source"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("Written form"), choices=WrittenForm)
    firmness = forms.ChoiceField(label=gettext_lazy("Firmness"), choices=Firmness)
    due = forms.CharField(label=gettext_lazy("Due"), required=False, max_length=20, help_text=DAY)
    document = DocumentField(
        label=gettext_lazy("Document that prints it"),
        required=False,
        help_text=gettext_lazy("without one, you attest the wording yourself"),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=links.REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any = None, *, user: User, commitment: Commitment) -> None:
        start = {
            "wording": commitment.wording,
            "language": commitment.language,
            "firmness": Firmness.AGREEMENT,
            "due": commitment.due,
        }
        super().__init__(data, initial=start)
        chosen = self.fields["document"]
        assert isinstance(chosen, DocumentField)
        chosen.user = user


class PersonChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: Any) -> SafeString:
        side = person.side.name_in(get_language() or "en") if person.side else ""
        return format_html(
            '<span lang="{}">{}</span> <span class="small">{}</span>',
            person.language,
            person.name,
            side,
        )


class TermsForm(PartForm):
    """What an agreement belongs to, when and by whom it was signed, how long it holds."""

    part_of = forms.ModelChoiceField(
        Agreement.objects.none(),
        label=gettext_lazy("Belongs to"),
        required=False,
        empty_label=gettext_lazy("no other agreement"),
    )
    date = forms.CharField(
        label=gettext_lazy("Signed on"), required=False, max_length=20, help_text=DAY
    )
    expires = forms.CharField(
        label=gettext_lazy("In force until"), required=False, max_length=20, help_text=DAY
    )
    signed_by = PersonChoices(
        Person.objects.none(),
        label=gettext_lazy("Signed by"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, user: User, agreement: Agreement) -> None:
        start = {
            "part_of": agreement.part_of_id,
            "date": agreement.date,
            "expires": agreement.expires,
            "signed_by": list(agreement.signed_by.values_list("pk", flat=True)),
            "version": agreement.record.version,
        }
        super().__init__(data, initial=start)
        for name, choices in (
            ("part_of", around(agreement, user)),
            ("signed_by", who_may_sign(agreement, user)),
        ):
            chosen = self.fields[name]
            assert isinstance(chosen, forms.ModelChoiceField)
            chosen.queryset = choices


def around(agreement: Agreement, user: User) -> QuerySet[Agreement]:
    """Agreements of the same partners, the latest first, and the one it belongs to."""
    partners = agreement.parties.exclude(partner=None).values("partner")
    seen = Agreement.objects.visible_to(user)
    same = seen.standing().filter(parties__partner__in=partners)
    same = same.exclude(pk__in=joining.component(agreement.pk)).distinct()
    ids = list(same.order_by("-date", "-pk").values_list("pk", flat=True)[:MOST])
    return seen.filter(pk__in=[*ids, agreement.part_of_id]).order_by("-date", "-pk")


def who_may_sign(agreement: Agreement, user: User) -> QuerySet[Person]:
    """People of the parties' sides, and those who stand as signers."""
    partners = agreement.parties.exclude(partner=None).values("partner")
    seen = Person.objects.visible_to(user).select_related("side")
    sides = seen.standing().filter(side__in=partners).order_by("side", "pk")
    ids = [*sides.values_list("pk", flat=True)[:MOST]]
    ids += agreement.signed_by.values_list("pk", flat=True)
    return seen.filter(pk__in=ids).order_by("side", "pk")


class UnderForm(PartForm):
    """The agreement a line stands under."""

    under = forms.ModelChoiceField(
        Agreement.objects.none(),
        label=gettext_lazy("Agreement"),
        required=False,
        empty_label=gettext_lazy("none"),
    )

    def __init__(self, data: Any = None, *, user: User, commitment: Commitment) -> None:
        super().__init__(data, initial={"under": commitment.under_id})
        partners = commitment.by.exclude(partner=None) | commitment.to.exclude(partner=None)
        met = commitment.meeting.parties.exclude(partner=None) if commitment.meeting else None
        sides = {body.partner_id for body in (*partners.distinct(), *(met or ()))}
        seen = Agreement.objects.visible_to(user)
        same = seen.standing().filter(parties__partner__in=sides).distinct()
        ids = list(same.order_by("-date", "-pk").values_list("pk", flat=True)[:MOST])
        under = self.fields["under"]
        assert isinstance(under, forms.ModelChoiceField)
        under.queryset = seen.filter(pk__in=[*ids, commitment.under_id]).order_by("-date", "-pk")
