"""A register with the hand-made reading accepted, and one with hidden facts."""

from __future__ import annotations

import pytest

from hapjak.desk import actions


def accept_all(reading, user) -> None:
    for finding in reading.findings.all():
        if reading.findings.open().filter(pk=finding.pk).exists():
            actions.accept(finding, user)


@pytest.fixture
def registered(taken_in, registrar):
    """All findings of the public document accepted."""
    accept_all(taken_in, registrar)
    return taken_in


@pytest.fixture
def hidden(reading, registrar, partners):
    """The same, of a document that the office alone may see."""
    from hapjak.register.documents import Provenance
    from tests.conftest import TEXT

    taken = actions.take_in(TEXT.encode(), reading, Provenance(file_name="talks.txt"), registrar)
    accept_all(taken, registrar)
    return taken
