"""What the office's page shows of commitments and agreements alone."""

from __future__ import annotations

from typing import Any

from hapjak.accounts.models import User
from hapjak.accounts.policy import may_consent
from hapjak.desk import picking
from hapjak.desk.forms.lines import AmendForm, LinkForm, TermsForm, UnderForm
from hapjak.register import agreements, amendments, joining, links
from hapjak.register.models import Commitment, Partner, Record, RecordKind


def own(record: Record, user: User, find: str) -> dict[str, Any]:
    """The parts of a kind. `find` is what the reader looks for among other lines."""
    if record.kind == RecordKind.COMMITMENT:
        return _of_line(record.commitment, user, find)
    if record.kind == RecordKind.AGREEMENT:
        family = joining.component(record.pk)
        under = Commitment.objects.visible_to(user).standing().filter(under__in=family)
        return {
            "agreement": record.agreement,
            "tree": agreements.tree_of(record.agreement, user),
            "signers": record.agreement.signed_by.all(),
            "under": under.order_by("pk"),
        }
    return {}


def _of_line(line: Commitment, user: User, find: str) -> dict[str, Any]:
    versions = amendments.versions(line, user)
    proposed = next((version for version in versions if version.proposed), None)
    return {
        "line": line,
        "course": links.course(line, user),
        "find": find,
        "picks": picking.picks(line, user, find),
        "versions": versions,
        "proposed": proposed,
        "own_sides": own_sides(proposed, user) if proposed else [],
        "amendable": line.in_force and proposed is None and record_stands(line.record),
        "agreement_above": line.under,
    }


def record_stands(record: Record) -> bool:
    return record.joined_into_id is None and record.withdrawn_at is None


def own_sides(proposed: amendments.Version, user: User) -> list[Partner]:
    """Sides whose consent is missing and that the user may give it for."""
    spoken = {consent.given_by_id for consent in proposed.consents}
    if user.pk in spoken:
        return []
    return [side for side in proposed.missing if may_consent(user, side.pk)]


def own_forms(record: Record, user: User) -> dict[str, Any]:
    """A registrar's forms of a kind."""
    if record.kind == RecordKind.COMMITMENT:
        line = record.commitment
        return {
            "link_form": LinkForm(user=user),
            "amend_form": AmendForm(user=user, commitment=line),
            "under_form": UnderForm(user=user, commitment=line),
        }
    if record.kind == RecordKind.AGREEMENT:
        return {"terms_form": TermsForm(user=user, agreement=record.agreement)}
    return {}
