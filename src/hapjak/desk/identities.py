"""The queue of who is one: pairs of registered people, bodies and places, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hapjak.accounts.models import User
from hapjak.register import identity_proposals, joining
from hapjak.register.identity_reasons import Likelihood
from hapjak.register.marks import neighbours
from hapjak.register.models import (
    Citation,
    Document,
    Judgement,
    Name,
    OrganisationKind,
    Proposal,
    ProposalState,
    Record,
    RecordKind,
    Tenure,
    Verdict,
)
from hapjak.register.spellings import Spelling, spellings_of

GOVERNMENTS = Q(
    first__organisation__kind=OrganisationKind.GOVERNMENT,
    second__organisation__kind=OrganisationKind.GOVERNMENT,
)
MOST_SENTENCES = 4
MOST_POSTS = 6
LAST = 5  # decisions of one's own that are shown for undoing


@dataclass(frozen=True, slots=True)
class Tab:
    """One queue. A government goes by the name of its place."""

    key: str
    label: Promise
    kind: RecordKind
    condition: Q


TABS = (
    Tab("people", _("People"), RecordKind.PERSON, Q()),
    Tab("bodies", _("Bodies"), RecordKind.ORGANISATION, ~GOVERNMENTS),
    Tab("places", _("Places"), RecordKind.ORGANISATION, GOVERNMENTS),
)


def tab_of(key: str) -> Tab:
    """The queue of a key; people where there is none of it."""
    return next((tab for tab in TABS if tab.key == key), TABS[0])


def waiting(tab: Tab) -> QuerySet[Proposal]:
    """Pairs that wait for a decision, the likeliest first; what somebody was unsure of last."""
    there = Proposal.objects.filter(
        tab.condition, kind=tab.kind, first__withdrawn_at=None, second__withdrawn_at=None
    )
    return there.exclude(state=ProposalState.SETTLED).order_by("state", "-score", "pk")


def after(tab: Tab, current: Proposal | None) -> Proposal | None:
    """The pair that waits behind one; behind the last, nothing."""
    queue = waiting(tab)
    if current is None:
        return queue.first()
    later = Q(state__gt=current.state) | Q(state=current.state, score__lt=current.score)
    level = Q(state=current.state, score=current.score, pk__gt=current.pk)
    return queue.filter(later | level).first()


def proposal_of(one: str, other: str) -> Proposal | None:
    """The proposal of a pair, if programs made one."""
    first, second = sorted((one, other))
    return Proposal.objects.filter(first=first, second=second).first()


def address(proposal: Proposal | None, tab: Tab) -> str:
    """Where a pair is decided; the queue where there is none."""
    if proposal is None:
        return reverse("desk:identities") + f"?tab={tab.key}"
    return pair_address(proposal.first_id, proposal.second_id, tab)


def pair_address(one: str, other: str, tab: Tab) -> str:
    return reverse("desk:identity", args=[one, other]) + f"?tab={tab.key}"


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names somebody, with one neighbour on each side."""

    document: Document
    before: str
    left: str
    quote: str
    right: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """What is shown of one of the two, with all it is one with."""

    record: Record
    fact: Any
    members: int
    spellings: Sequence[Spelling]
    posts: Sequence[Tenure]
    contexts: Sequence[Context]

    @property
    def partner(self) -> str:
        """The side it belongs to, in the reader's language; empty if it is not known."""
        is_person = self.record.kind == RecordKind.PERSON
        partner = self.fact.side if is_person else self.fact.partner
        return partner.name_in(get_language() or "en") if partner else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one. `seal` says what was seen, so that nobody decides on old grounds."""

    one: Side
    other: Side
    likelihood: Likelihood | None
    seal: str
    are_one: bool
    judgement: Judgement | None


def pair_of(one: Record, other: Record, user: User) -> Pair:
    """Two records with what is known of each."""
    between = judgement_between(one, other)
    return Pair(
        _side(one, user),
        _side(other, user),
        identity_proposals.compare(one.kind, one.pk, other.pk),
        seal_of(one, other),
        joining.stands_for(one).pk == joining.stands_for(other).pk,
        between,
    )


def judgement_between(one: Record, other: Record) -> Judgement | None:
    """What stands between two records, or between those they are one with; the last word."""
    ours, theirs = (list(joining.family(r).values_list("pk", flat=True)) for r in (one, other))
    standing = Judgement.objects.standing().select_related("made_by")
    if set(ours) == set(theirs):
        return standing.filter(first__in=ours, second__in=ours, verdict=Verdict.SAME).last()
    across = Q(first__in=ours, second__in=theirs) | Q(first__in=theirs, second__in=ours)
    return standing.filter(across).order_by("pk").last()


def seal_of(one: Record, other: Record) -> str:
    """What a decision on two stands on: who is one with each, and what was judged between them."""
    between = judgement_between(one, other)
    sides = [
        f"{joining.stands_for(record).pk}.{joining.family(record).count()}"
        for record in (one, other)
    ]
    return "-".join([*sorted(sides), str(between.pk if between else 0)])


def _side(record: Record, user: User) -> Side:
    head = joining.stands_for(record)
    family = joining.family(record)
    is_person = record.kind == RecordKind.PERSON
    posts = Tenure.objects.filter(person__in=family.values("pk")) if is_person else None
    return Side(
        head,
        head.person if is_person else head.organisation,
        family.count(),
        spellings_of(record, user),
        list(
            posts.select_related("document", "post").order_by("-seen_on", "order")[:MOST_POSTS]
            if posts is not None
            else ()
        ),
        contexts_of(family, user),
    )


def contexts_of(family: QuerySet[Record], user: User) -> list[Context]:
    """Sentences that name somebody, one a document, the latest report first."""
    cited = Citation.objects.visible_to(user).filter(record__in=family).select_related("document")
    once: dict[str, Citation] = {}
    for citation in cited.order_by("-document__published", "document_id", "start"):
        once.setdefault(citation.document_id, citation)
        if len(once) > MOST_SENTENCES:
            break
    return [_context(citation) for citation in list(once.values())[:MOST_SENTENCES]]


def _context(citation: Citation) -> Context:
    document = citation.document
    before, whole, following = neighbours(document.text, citation.start, citation.end)
    left, quote, right = whole.partition(citation.quote)
    return Context(document, before, left, quote or citation.quote, right, following)


def last_of(user: User, kinds: Sequence[str] = identity_proposals.KINDS) -> list[Judgement]:
    """A user's last decisions on people and bodies that still stand, the latest first."""
    made = Judgement.objects.standing().filter(made_by=user, first__kind__in=kinds)
    shown = made.select_related(
        *(f"{end}__{kind}" for end in ("first", "second") for kind in ("person", "organisation"))
    )
    return list(shown.order_by("-pk")[:LAST])


def name_of(record: Record) -> str:
    """The name a person or body was first registered under."""
    fact = record.person if record.kind == RecordKind.PERSON else record.organisation
    return str(fact.name)


def tab_for(record: Record) -> Tab:
    """The queue a record belongs to."""
    if record.kind == RecordKind.PERSON:
        return TABS[0]
    return TABS[2 if record.organisation.kind == OrganisationKind.GOVERNMENT else 1]


@dataclass(frozen=True, slots=True)
class Other:
    """A record that another may be one with."""

    record: Record
    likelihood: Likelihood
    names: Sequence[str]
    address: str


def others_of(record: Record, name: str, user: User) -> list[Other]:
    """Whom a record may be one with, the likeliest first; with a name, those the name may be."""
    tab = tab_for(record)
    found = identity_proposals.candidates_of(record, name)
    heads = Record.objects.visible_to(user).in_bulk([candidate.head for candidate in found])
    rows = Name.objects.filter(record__in=heads).order_by("pk")
    names: dict[str, list[str]] = {}
    for head, text in rows.values_list("record_id", "text"):
        names.setdefault(head, []).append(text)
    return [
        Other(
            heads[candidate.head],
            candidate.likelihood,
            names.get(candidate.head, []),
            pair_address(record.pk, candidate.head, tab),
        )
        for candidate in found
        if candidate.head in heads
    ]
