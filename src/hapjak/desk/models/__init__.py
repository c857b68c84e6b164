"""The models of the desk, by topic."""

from hapjak.desk.models.arrivals import Arrival, ArrivalState, NearCopy, Shingle
from hapjak.desk.models.findings import (
    BulkDecision,
    Decision,
    Finding,
    FindingKind,
    FindingQuerySet,
    Reading,
)
from hapjak.desk.models.second import SecondDecision, SecondReading, Winner

__all__ = [
    "Arrival",
    "ArrivalState",
    "BulkDecision",
    "Decision",
    "Finding",
    "FindingKind",
    "FindingQuerySet",
    "NearCopy",
    "Reading",
    "SecondDecision",
    "SecondReading",
    "Shingle",
    "Winner",
]
