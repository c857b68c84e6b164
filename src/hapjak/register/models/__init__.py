"""The models of the register, by topic."""

from hapjak.register.models.commitments import Commitment, Firmness
from hapjak.register.models.documents import Basis, Citation, Document, Rights, WrittenForm
from hapjak.register.models.fields import FIELD_CHOICES, FIELDS, TOP_FIELDS
from hapjak.register.models.parties import (
    Organisation,
    OrganisationKind,
    Partner,
    Partnership,
    Strategy,
)
from hapjak.register.models.people import Name, NameKey, NameOrigin, Person, Post, Tenure
from hapjak.register.models.records import (
    Action,
    ChainHead,
    Event,
    EventPayload,
    Record,
    RecordKind,
    Visibility,
)
from hapjak.register.models.search import Passage
from hapjak.register.models.talks import (
    Agreement,
    AgreementKind,
    Attendance,
    Meeting,
    MeetingKind,
    Role,
    Topic,
    TopicKind,
)

__all__ = [
    "FIELDS",
    "FIELD_CHOICES",
    "TOP_FIELDS",
    "Action",
    "Agreement",
    "AgreementKind",
    "Attendance",
    "Basis",
    "ChainHead",
    "Citation",
    "Commitment",
    "Document",
    "Event",
    "EventPayload",
    "Firmness",
    "Meeting",
    "MeetingKind",
    "Name",
    "NameKey",
    "NameOrigin",
    "Organisation",
    "OrganisationKind",
    "Partner",
    "Partnership",
    "Passage",
    "Person",
    "Post",
    "Record",
    "RecordKind",
    "Rights",
    "Role",
    "Strategy",
    "Tenure",
    "Topic",
    "TopicKind",
    "Visibility",
    "WrittenForm",
]
