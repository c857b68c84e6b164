"""Why two records may be one, in words: what agrees, what differs, what nobody says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class Why(StrEnum):
    """What a reason says."""

    SAME_PARTNERS = "same_partners"
    SHARED_PARTNER = "shared_partner"
    SAME_BODIES = "same_bodies"
    SAME_DAY = "same_day"
    SAME_DAYS = "same_days"
    DAY_APART = "day_apart"
    SAME_MONTH = "same_month"
    REPORTED = "reported"
    SAME_KIND = "same_kind"
    NEAR_KIND = "near_kind"
    PEOPLE = "people"
    NOBODY = "nobody"
    SAME_PLACE = "same_place"
    PLANNED = "planned"
    SAME_MEETING = "same_meeting"
    LIKE_MEETING = "like_meeting"
    SAME_SPEAKER = "same_speaker"
    SPEAKER_UNKNOWN = "speaker_unknown"
    SAME_FIELD = "same_field"
    NEAR_FIELD = "near_field"
    OTHER_FIELD = "other_field"
    ONLY_ONE = "only_one"
    NO_WORDS = "no_words"
    WORDS = "words"
    THEMES = "themes"
    SAME_QUANTITY = "same_quantity"
    OTHER_QUANTITY = "other_quantity"
    NUMBERS = "numbers"
    NAMED = "named"
    SAME_ACTING = "same_acting"
    OTHER_FIRMNESS = "other_firmness"
    SAME_DUE = "same_due"
    ORDER = "order"
    TITLE = "title"


SENTENCES = {
    Why.SAME_PARTNERS: _("the same partners"),
    Why.SHARED_PARTNER: _("one partner in common"),
    Why.SAME_BODIES: _("the same bodies"),
    Why.SAME_DAY: _("the same day"),
    Why.SAME_DAYS: _("days that overlap"),
    Why.DAY_APART: _("one day apart"),
    Why.SAME_MONTH: _("the same month; one names no day"),
    Why.REPORTED: _("reported within ten days; one names no day"),
    Why.SAME_KIND: _("the same kind"),
    Why.NEAR_KIND: _("kinds that go together"),
    Why.NOBODY: _("no person in common"),
    Why.SAME_PLACE: _("the same place"),
    Why.PLANNED: _("one announces, the other tells what was"),
    Why.SAME_MEETING: _("said at the same meeting"),
    Why.LIKE_MEETING: _("said at meetings that may be one"),
    Why.SAME_SPEAKER: _("the same speaker"),
    Why.SPEAKER_UNKNOWN: _("one names no speaker"),
    Why.SAME_FIELD: _("the same field"),
    Why.NEAR_FIELD: _("fields that lie close"),
    Why.OTHER_FIELD: _("different fields"),
    Why.ONLY_ONE: _("the only line of its field in both reports"),
    Why.NO_WORDS: _("no word in common"),
    Why.WORDS: _("words in common"),
    Why.THEMES: _("words of the same fields"),
    Why.SAME_QUANTITY: _("the same quantity"),
    Why.OTHER_QUANTITY: _("different quantities"),
    Why.NUMBERS: _("the same numbers"),
    Why.NAMED: _("the same names in it"),
    Why.SAME_ACTING: _("the same side acts"),
    Why.OTHER_FIRMNESS: _("different firmness"),
    Why.SAME_DUE: _("due on the same day"),
    Why.ORDER: _("at the same place of the report"),
    Why.TITLE: _("words of the title in common"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and its weight; below zero it speaks against. `what` names what is shared."""

    why: Why
    points: int
    what: Sequence[str] = ()
    count: int = 0

    @property
    def text(self) -> str:
        """The reason in the reader's language."""
        if self.why is Why.PEOPLE:
            return ngettext("%d person in common", "%d people in common", self.count) % self.count
        return str(SENTENCES[self.why])

    @property
    def speaks_for(self) -> bool:
        return self.points > 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two records are, 0 to 100, and why."""

    score: int
    reasons: tuple[Reason, ...]


def weighed(reasons: Sequence[Reason]) -> Likeness:
    """The sum of the reasons, the weightiest first."""
    score = max(0, min(100, sum(reason.points for reason in reasons)))
    return Likeness(score, tuple(sorted(reasons, key=lambda r: -abs(r.points))))
