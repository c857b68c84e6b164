"""The models of the register, by topic."""

from hapjak.register.models.commitments import (
    Commitment,
    CommitmentLink,
    Consent,
    Firmness,
    LinkKind,
)
from hapjak.register.models.documents import Basis, Citation, Document, Rights, WrittenForm
from hapjak.register.models.fields import FIELD_CHOICES, FIELDS, TOP_FIELDS
from hapjak.register.models.judgements import Judgement, Verdict
from hapjak.register.models.notes import Attachment, Comment, MentionRead, Text, TextOrigin
from hapjak.register.models.parties import (
    Organisation,
    OrganisationKind,
    Partner,
    Partnership,
    Strategy,
)
from hapjak.register.models.people import (
    Name,
    NameKey,
    NameOrigin,
    NameSource,
    Person,
    Post,
    Tenure,
)
from hapjak.register.models.proposals import LikenessKey, Proposal, ProposalState
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
from hapjak.register.models.standing import Body, BodyKind, Pairing, Rhythm
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
    "Attachment",
    "Attendance",
    "Basis",
    "Body",
    "BodyKind",
    "ChainHead",
    "Citation",
    "Comment",
    "Commitment",
    "CommitmentLink",
    "Consent",
    "Document",
    "Event",
    "EventPayload",
    "Firmness",
    "Judgement",
    "LikenessKey",
    "LinkKind",
    "Meeting",
    "MeetingKind",
    "MentionRead",
    "Name",
    "NameKey",
    "NameOrigin",
    "NameSource",
    "Organisation",
    "OrganisationKind",
    "Pairing",
    "Partner",
    "Partnership",
    "Passage",
    "Person",
    "Post",
    "Proposal",
    "ProposalState",
    "Record",
    "RecordKind",
    "Rhythm",
    "Rights",
    "Role",
    "Strategy",
    "Tenure",
    "Text",
    "TextOrigin",
    "Topic",
    "TopicKind",
    "Verdict",
    "Visibility",
    "WrittenForm",
]
