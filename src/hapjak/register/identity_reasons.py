"""Why two people or bodies may be one, in words: the spelling, and what else agrees or does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hapjak.hanja import How


class Why(StrEnum):
    """What a reason says."""

    SAME = "same"
    CHARACTERS = "characters"
    READING = "reading"
    NORM = "norm"
    SOUND = "sound"
    PINYIN = "pinyin"
    OLDER = "older"
    CANTONESE = "cantonese"
    ROMANISED = "romanised"
    BY_CHARACTER = "by_character"
    KEY = "key"
    OTHER_CHARACTERS = "other_characters"
    ONE_ORGAN = "one_organ"
    LEVEL_MISSING = "level_missing"
    UNCLEAR = "unclear"
    SUSPECT = "suspect"
    SAME_SIDE = "same_side"
    OTHER_SIDE = "other_side"
    SAME_POST = "same_post"
    SAME_POST_SIDE = "same_post_side"
    LIKE_POST = "like_post"
    SAME_MEETING = "same_meeting"
    LIKE_MEETING = "like_meeting"
    ONE_DOCUMENT = "one_document"
    SEEN_DAYS = "seen_days"
    SEEN_MONTHS = "seen_months"
    SEEN_YEARS = "seen_years"
    SAME_KIND = "same_kind"
    OTHER_KIND = "other_kind"
    SAME_TERRITORY = "same_territory"
    OTHER_TERRITORY = "other_territory"
    SHARED_PEOPLE = "shared_people"


BY_HOW = {
    How.SAME: Why.SAME,
    How.CHARACTERS: Why.CHARACTERS,
    How.READING: Why.READING,
    How.NORM: Why.NORM,
    How.SOUND: Why.SOUND,
    How.PINYIN: Why.PINYIN,
    How.OLDER: Why.OLDER,
    How.CANTONESE: Why.CANTONESE,
    How.ROMANISED: Why.ROMANISED,
    How.BY_CHARACTER: Why.BY_CHARACTER,
}
SENTENCES = {
    Why.SAME: _("the same spelling"),
    Why.CHARACTERS: _("the same characters in the other script"),
    Why.READING: _("the Korean reading of the characters"),
    Why.NORM: _("the two Korean spellings of one reading"),
    Why.SOUND: _("Chinese sounds in Hangul, by the rule of loan words"),
    Why.PINYIN: _("pinyin"),
    Why.OLDER: _("an older Latin spelling"),
    Why.CANTONESE: _("spelled as in Hong Kong"),
    Why.ROMANISED: _("Korean in Latin letters"),
    Why.BY_CHARACTER: _("there are characters that both may be"),
    Why.KEY: _("the same key, other characters"),
    Why.OTHER_CHARACTERS: _("other characters: a namesake, or a misprint"),
    Why.ONE_ORGAN: _("both name the one committee or government of a territory"),
    Why.LEVEL_MISSING: _("one leaves out the level of the place"),
    Why.UNCLEAR: _("the spelling alone says little"),
    Why.SUSPECT: _("a spelling has look-alike or invisible characters"),
    Why.SAME_SIDE: _("the same side"),
    Why.OTHER_SIDE: _("different sides"),
    Why.SAME_POST: _("the same post in the same body"),
    Why.SAME_POST_SIDE: _("the same post on the same side"),
    Why.LIKE_POST: _("the same post; one names no body"),
    Why.SAME_MEETING: _("reports of one meeting name them"),
    Why.LIKE_MEETING: _("reports of meetings that may be one name them"),
    Why.ONE_DOCUMENT: _("one document names both"),
    Why.SAME_KIND: _("the same kind of body"),
    Why.OTHER_KIND: _("different kinds of body"),
    Why.SAME_TERRITORY: _("the same territory"),
    Why.OTHER_TERRITORY: _("different territories"),
    Why.SHARED_PEOPLE: _("the same people hold posts in both"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and its weight; below zero it speaks against. `what` shows what it is about."""

    why: Why
    points: int
    what: Sequence[str] = ()
    count: int = 0

    @property
    def text(self) -> str:
        """The reason in the reader's language."""
        n = self.count
        match self.why:
            case Why.SEEN_DAYS:
                return ngettext("seen within %d day", "seen within %d days", n) % n
            case Why.SEEN_MONTHS:
                return ngettext("seen within %d month", "seen within %d months", n) % n
            case Why.SEEN_YEARS:
                return ngettext("seen %d year apart", "seen %d years apart", n) % n
        return str(SENTENCES[self.why])

    @property
    def speaks_for(self) -> bool:
        return self.points > 0


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely two are one, 0 to 100, and why, the weightiest reason first."""

    score: int
    reasons: tuple[Reason, ...]

    @property
    def suspect(self) -> bool:
        return any(reason.why is Why.SUSPECT for reason in self.reasons)


def weighed(reasons: Sequence[Reason], most: int = 100) -> Likelihood:
    """The sum of the reasons, `most` at the most."""
    score = max(0, min(most, sum(reason.points for reason in reasons)))
    return Likelihood(score, tuple(sorted(reasons, key=lambda reason: -abs(reason.points))))
