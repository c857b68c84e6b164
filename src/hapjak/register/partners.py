"""Registering partners from the table of territories, and setting their names right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from hapjak.accounts.models import User
from hapjak.accounts.policy import check_decides
from hapjak.reading.territory import by_code
from hapjak.register import history, identity
from hapjak.register.agreements import lock, step
from hapjak.register.models import Action, NameOrigin, Partner
from hapjak.register.refused import Refused

# The column of a partner's name in each written form.
COLUMNS = {
    "zh-Hans": "name_zh_hans",
    "ko-KR": "name_ko_kr",
    "ko-CN": "name_ko_cn",
    "en": "name_en",
}
LENGTH = 100


@dataclass(frozen=True, slots=True)
class Entered:
    """Names of a partner by written form, as somebody entered them."""

    names: Mapping[str, str]

    def cleaned(self) -> dict[str, str]:
        """Names without blanks around them.

        Raises:
            Refused: The English one, which stands in for missing ones, is missing; or one is too long.
        """
        names = {form: " ".join(self.names.get(form, "").split()) for form in COLUMNS}
        if not names["en"]:
            raise Refused(_("Enter the English name: it is shown where another one is missing."))
        if any(len(name) > LENGTH for name in names.values()):
            raise Refused(_("A name has at most %(n)d characters.") % {"n": LENGTH})
        return names


@transaction.atomic
def register(code: str, user: User, entered: Entered) -> Partner:
    """Register a territory as a partner, under the names of the table as far as it has them.

    One that is registered already is returned as it is.

    Args:
        entered: Names for the written forms that the table lacks.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    known = Partner.objects.filter(code=code).first()
    if known is not None:
        return known
    territory = by_code(code)
    if territory is None:
        raise Refused(_("The table has no such territory. Look for it by one of its names."))
    names = Entered({**entered.names, **territory.names}).cleaned()
    further = {form: name for form, name in territory.names.items() if form not in names}
    given = {form: name for form, name in names.items() if name}
    partner = identity.create_partner(code, given | further)
    partner.record.attested_by = user
    partner.record.save(update_fields=["attested_by"])
    history.append(partner.record, Action.ENTERED, actor=user, payload={"code": code, **given})
    return partner


@transaction.atomic
def set_names(partner: Partner, user: User, entered: Entered, version: int, reason: str) -> None:
    """Set the names of a partner right; who does attests them. The spellings before stay known.

    Raises:
        PermissionDenied, Refused: Nothing is changed.
    """
    check_decides(user)
    record = lock(partner.record, version)
    current = Partner.objects.get(pk=partner.pk)
    names = entered.cleaned()
    before = {form: getattr(current, column) for form, column in COLUMNS.items()}
    changed = {form: name for form, name in names.items() if name != before[form]}
    if not changed:
        return
    if not reason.strip():
        raise Refused(_("Say why: which source or rule gives the name."))
    for form, name in changed.items():
        setattr(current, COLUMNS[form], name)
        if name:
            identity.add_name(record, name, form, NameOrigin.HUMAN)
    current.save(update_fields=[COLUMNS[form] for form in changed])
    record.attested_by = user
    record.save(update_fields=["attested_by"])
    step(record)
    said = {"before": {form: before[form] for form in changed}, "after": changed}
    history.append(record, Action.ENTERED, actor=user, reason=reason.strip(), payload=said)
