"""Which registered partner, organisation or person a finding is about.

A shared search key alone never joins: 蔡奇 and 蔡琪 share it. A person is taken
for a registered one only when the spelling is the same in the same written
form *and* side or post agree; everything else is for a person to decide.
"""

from __future__ import annotations

from hapjak.hanja import is_suspect
from hapjak.reading.territory import by_code
from hapjak.register.identity_keys import keys_of
from hapjak.register.models import (
    Document,
    Meeting,
    Name,
    NameKey,
    NameOrigin,
    NameSource,
    Organisation,
    OrganisationKind,
    Partner,
    Person,
    Record,
    RecordKind,
)

__all__ = ["keys_of"]  # asked for here with the rest of names

DAY = len("2021-08-30")
NOUNS = {"Provincial": "Province", "Municipal": "Municipality"}  # CPC Jilin Provincial Committee
GOVERNING = (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)


def partner_of(name: str, kind: str, territory: str | None) -> Partner | None:
    """The partner a governing body belongs to; None for companies and the unknown."""
    if kind not in GOVERNING:
        return None
    if territory:
        known = Partner.objects.filter(code=territory).first()
        return known or new_partner(territory)
    partners = Name.objects.filter(record__kind=RecordKind.PARTNER).select_related(
        "record__partner"
    )
    written = " ".join(NOUNS.get(word, word) for word in name.split(" "))
    fitting = [one for one in partners if one.text in name or one.text in written]
    longest = max(fitting, key=lambda spelling: len(spelling.text), default=None)
    return longest.record.partner if longest else None


def new_partner(code: str) -> Partner | None:
    """Register a territory of the table as a partner; None if the table lacks it."""
    territory = by_code(code)
    if territory is None:
        return None
    return create_partner(code, dict(territory.names))


def create_partner(code: str, names: dict[str, str], *, invented: bool = False) -> Partner:
    """Make a partner from its names by written form."""
    record = Record.objects.create(kind=RecordKind.PARTNER)
    partner = Partner.objects.create(
        record=record,
        code=code,
        name_zh_hans=names.get("zh-Hans", ""),
        name_ko_kr=names.get("ko-KR", ""),
        name_ko_cn=names.get("ko-CN", ""),
        name_en=names["en"],
        invented=invented,
    )
    for form, text in names.items():
        add_name(record, text, form, NameOrigin.HUMAN)
    return partner


def add_name(
    record: Record,
    text: str,
    form: str,
    origin: str = NameOrigin.SOURCE,
    document: Document | None = None,
) -> None:
    """Keep a spelling of a record, once, with the keys it may be read by and who prints it."""
    name, created = Name.objects.get_or_create(
        record=record, text=text, form=form, defaults={"origin": origin}
    )
    if created:
        NameKey.objects.bulk_create(NameKey(name=name, key=key) for key in keys_of(text))
    if document is not None:
        NameSource.objects.get_or_create(name=name, document=document)


def find_organisation(
    name: str, form: str, kind: str, territory: str | None, partner: Partner | None
) -> Organisation | None:
    """A registered body: the partner itself under any of its names, or the same name and side."""
    there = Organisation.objects.filter(record__withdrawn_at=None)
    if partner is not None and kind == OrganisationKind.GOVERNMENT:
        own = names_of(partner)
        if name in own:
            bodies = there.filter(partner=partner, kind=kind, name__in=own)
            return bodies.first()
    spelled = there.filter(record__names__text=name, record__names__form=form, kind=kind)
    return spelled.filter(partner=partner).first()


def names_of(partner: Partner) -> set[str]:
    """All names of a partner: as registered, and those of the territory table."""
    own = set(partner.record.names.values_list("text", flat=True))
    territory = by_code(partner.code)
    if territory is None:
        return own
    further = {
        name for names in (*territory.full.values(), *territory.short.values()) for name in names
    }
    return own | set(territory.names.values()) | further


def find_meeting(
    kind: str, day: str, parties: list[Organisation], people: list[Person | None]
) -> Meeting | None:
    """The registered meeting another report tells of.

    The same kind, the same full day, the same partners, and at least one
    person in common: two papers on one event are one meeting, two talks of
    the same partners on one day by other people are two.
    """
    partners = {body.partner_id for body in parties if body.partner_id}
    present = [person.pk for person in people if person is not None]
    if len(day) != DAY or len(partners) < 2 or not present:
        return None
    found = Meeting.objects.standing().filter(kind=kind, date=day, planned=False)
    for partner in partners:
        found = found.filter(parties__partner=partner)
    return found.filter(attendances__person__in=present).distinct().order_by("pk").first()


def find_person(name: str, form: str, side: Partner | None, posts: list[str]) -> Person | None:
    """The registered person of this spelling whose side and one post agree.

    None for a suspect name, and where namesakes that are not one agree alike.
    """
    if is_suspect(name):
        return None
    there = Person.objects.filter(record__withdrawn_at=None)
    spelled = there.filter(record__names__text=name, record__names__form=form)
    if side is not None:
        spelled = spelled.filter(side=side)
    found = spelled.filter(tenures__post__title__in=posts).distinct().select_related("record")
    agreeing = list(found.order_by("pk"))
    heads = {person.record.joined_into_id or person.pk for person in agreeing}
    return agreeing[0] if len(heads) == 1 else None
