"""How alike two agreements are: kind, day, parties, title."""

from __future__ import annotations

from collections.abc import Sequence

from hapjak.register.likeness_days import Window, nearness, window_of
from hapjak.register.likeness_meetings import DAYS, parties_in_common
from hapjak.register.likeness_reasons import Likeness, Reason, Why, weighed
from hapjak.register.likeness_shapes import AgreementShape
from hapjak.register.likeness_words import comparable, overlap, stretches, words_of
from hapjak.register.models import AgreementKind as Kinds

PROPOSED = 70  # from this score on
FEW_WORDS = 0.2  # a smaller share of a title says nothing
ONCE_A_DAY = (Kinds.FRAMEWORK, Kinds.SISTER_TIE, Kinds.MINUTES)  # partners sign but one of these
NEAR = {
    frozenset(pair)
    for pair in (
        (Kinds.FRAMEWORK, Kinds.MEMORANDUM),
        (Kinds.FRAMEWORK, Kinds.OTHER),
        (Kinds.MEMORANDUM, Kinds.LETTER_OF_INTENT),
        (Kinds.MEMORANDUM, Kinds.OTHER),
        (Kinds.SUB_AGREEMENT, Kinds.OTHER),
        (Kinds.SUB_AGREEMENT, Kinds.MEMORANDUM),
        (Kinds.STATEMENT, Kinds.OTHER),
        (Kinds.MINUTES, Kinds.OTHER),
        (Kinds.CONTRACT, Kinds.OTHER),
    )
}


def window(agreement: AgreementShape) -> Window | None:
    return window_of(agreement.date, "", agreement.place.published)


def compare(one: AgreementShape, other: AgreementShape) -> Likeness | None:
    """How alike two agreements are; None where they cannot be one."""
    if one.place.told_beside(other.place):
        return None
    left, right = window(one), window(other)
    near = nearness(left, right) if left and right else None
    parties = parties_in_common(one.parties, other.parties)
    kind = _kind(one, other)
    if near is None or parties is None or kind is None:
        return None
    why, points = DAYS[near]
    reasons = [Reason(why, points), kind, parties, *_title(one, other)]
    if one.planned != other.planned:
        reasons.append(Reason(Why.PLANNED, -10))
    return weighed(reasons)


def _kind(one: AgreementShape, other: AgreementShape) -> Reason | None:
    if one.kind == other.kind:
        return Reason(Why.SAME_KIND, 10)
    near = frozenset((one.kind, other.kind)) in NEAR
    return Reason(Why.NEAR_KIND, 3) if near else None


def _title(one: AgreementShape, other: AgreementShape) -> Sequence[Reason]:
    """Titles that share nothing are of two papers, where their letters can be compared."""
    if not one.title or not other.title:
        return ()
    left, right = words_of(one.title, one.language), words_of(other.title, other.language)
    if comparable(left, right):
        share = overlap(left, right)
        if share > FEW_WORDS:
            return (Reason(Why.TITLE, round(25 * share), stretches(left, right)),)
        once = one.kind == other.kind and one.kind in ONCE_A_DAY
        return () if once else (Reason(Why.NO_WORDS, -15),)
    if left.tops & right.tops:
        return (Reason(Why.THEMES, 10, sorted(left.tops & right.tops)),)
    return (Reason(Why.OTHER_FIELD, -10),) if left.tops and right.tops else ()
