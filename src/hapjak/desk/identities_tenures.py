"""Stating by hand since when or until when somebody held a post."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hapjak.accounts.models import User
from hapjak.desk.actions import check
from hapjak.register import history, joining
from hapjak.register.models import Action, Person, Post, Tenure
from hapjak.register.tenures import Holding, bounds, posts_like, read_day


class Changed(Exception):
    """Somebody else stated dates meanwhile: show them and ask again."""


class NothingStated(ValueError):
    """Neither date was given, and there is no statement to take back."""


@transaction.atomic
def state(
    person: Person, post: Post, user: User, *, since: str, until: str, seen: str, reason: str = ""
) -> Tenure:
    """State since and until when somebody held a post, as precisely as it is known.

    The last statement counts. One without dates takes the ones before back;
    all stay in the history. `seen` is the `mark()` of what the user saw.

    Raises:
        PermissionDenied, Changed: Nothing is changed.
        NothingStated: There are no dates, and none to take back.
        ValueError: A date is none, or the end lies before the start.
    """
    check(user)
    list(Post.objects.select_for_update().filter(pk__in=posts_like(post)))
    if mark(post) != seen:
        raise Changed
    _check_dates(since, until, last_stated(post, person))
    made = Tenure.objects.create(
        person=person, post=post, attested_by=user, text=post.title, since=since, until=until
    )
    stated = {"post": post.pk, "title": post.title, "since": since, "until": until}
    history.append(person.record, Action.ENTERED, actor=user, reason=reason, payload=stated)
    return made


def _check_dates(since: str, until: str, last: Tenure | None) -> None:
    if any(day and read_day(day) != day for day in (since, until)):
        raise ValueError((since, until))
    if since and until and bounds(until)[1] < bounds(since)[0]:
        raise ValueError((since, until))
    if not since and not until and (last is None or not (last.since or last.until)):
        raise NothingStated


def last_stated(post: Post, person: Person | None = None) -> Tenure | None:
    """What was last stated of a post under any of its titles, of one person or of anybody."""
    stated = Tenure.objects.filter(post__in=posts_like(post), document=None)
    if person is not None:
        stated = stated.filter(person__in=joining.family(person.record).values("pk"))
    return stated.order_by("pk").last()


def mark(post: Post) -> str:
    """What a statement about a post stands on, so that two people do not cross."""
    stated = last_stated(post)
    return str(stated.pk) if stated else "0"


class TenureForm(forms.Form):
    """Whose dates, and which. All faults are told at once."""

    person = forms.ChoiceField(label=gettext_lazy("Person"))
    since = forms.CharField(label=gettext_lazy("Since"), max_length=20, required=False)
    until = forms.CharField(label=gettext_lazy("Until"), max_length=20, required=False)
    reason = forms.CharField(
        label=gettext_lazy("How you know"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, holdings: list[Holding], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = {holding.person.pk: holding.person.name for holding in holdings}
        self.fields["person"].choices = list(choices.items())  # type: ignore[attr-defined]

    def clean_since(self) -> str:
        return self._day("since")

    def clean_until(self) -> str:
        return self._day("until")

    def _day(self, name: str) -> str:
        typed = self.cleaned_data[name].strip()
        day = read_day(typed) if typed else ""
        if day is None:
            raise ValidationError(
                _(
                    "This is no year, month or day of the calendar. Write 2021, 2021-05 or 2021-05-12."
                )
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        since, until = data.get("since", ""), data.get("until", "")
        if since and until and bounds(until)[1] < bounds(since)[0]:
            self.add_error("until", _("The end lies before the start. Correct one of the two."))
        return data
