"""The demonstration: loaded once, whole or not at all, and decided by its gold files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hapjak.desk.models import Decision, Finding, Reading
from hapjak.project import demonstration
from hapjak.register import history
from hapjak.register.models import Citation, Commitment, Document, Event, Meeting, Partnership

DEMO = Path(__file__).parents[2] / "demo"
HAPJAK = Path(sys.executable).parent / "hapjak"


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration register, loaded once for the whole module."""
    from django.conf import settings
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        before, settings.MEDIA_ROOT = settings.MEDIA_ROOT, str(tmp_path_factory.mktemp("files"))
        demonstration.load(DEMO)
        yield
        settings.MEDIA_ROOT = before
        transaction.set_rollback(True)


pytestmark = pytest.mark.database


def test_every_document_is_read(loaded):
    names = {path.name for path in demonstration.Demonstration(DEMO).documents()}
    assert set(Document.objects.values_list("file_name", flat=True)) == names
    assert len(names) >= 16


def test_nothing_registered_is_missing_from_its_gold_file(loaded):
    """What stands in the register stands in the gold file, with the same words."""
    for commitment in Commitment.objects.all():
        citation = commitment.record.citations.get()
        gold = demonstration.Demonstration(DEMO).gold(Path(citation.document.file_name))
        assert commitment.wording in {expected["quote"] for expected in gold["commitments"]}


def test_every_fact_quotes_its_text(loaded):
    citations = Citation.objects.select_related("document")
    assert citations
    for citation in citations:
        assert citation.document.text[citation.start : citation.end] == citation.quote


def test_talks_with_four_writings_are_registered(loaded):
    assert Meeting.objects.count() >= 8
    assert Partnership.objects.filter(key="XA-QL+XA-YG").exists()
    varieties = Commitment.objects.values_list("language", flat=True)
    assert {"zh-Hans", "ko-CN", "ko-KR", "en"} <= set(varieties)


def test_what_waits_on_the_desk_is_untouched(loaded):
    waiting = [row["document"] for row in demonstration.Demonstration(DEMO).rows("waiting.tsv")]
    assert waiting
    for name in waiting:
        reading = Reading.objects.get(document__file_name__startswith=name)
        assert reading.findings.exists()
        assert set(reading.findings.values_list("decision", flat=True)) == {Decision.OPEN}


def test_a_second_load_changes_nothing(loaded):
    counts = Event.objects.count(), Finding.objects.count()
    demonstration.load(DEMO)
    assert (Event.objects.count(), Finding.objects.count()) == counts
    assert history.verify() == []


def load_in_process(folder: Path, **popen: object) -> subprocess.Popen[bytes]:
    environment = os.environ | {"HAPJAK_DATA": str(folder), "COLUMNS": "120"}
    environment.pop("DATABASE_URL", None)
    command = [str(HAPJAK), "demo", "--only-load", "--folder", str(DEMO)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **popen
    )


def canonical_counts(folder: Path) -> dict[str, object]:
    """What a register holds, asked of it in a process of its own."""
    code = (
        "import json, os, django; django.setup();"
        "from hapjak.register import history, models as m; from hapjak.desk.models import Finding;"
        "print(json.dumps({'faults': history.verify(), 'documents': m.Document.objects.count(),"
        "'commitments': sorted(m.Commitment.objects.values_list('wording', flat=True)),"
        "'people': sorted(m.Person.objects.values_list('name', flat=True)),"
        "'open': Finding.objects.open().count()}))"
    )
    environment = os.environ | {
        "HAPJAK_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "hapjak.project.settings",
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    counts: dict[str, object] = json.loads(done.stdout)
    return counts


@pytest.mark.slow
def test_a_killed_load_goes_on_where_it_was(tmp_path):
    """Killed again and again, the load ends with the same register as one undisturbed."""
    undisturbed, disturbed = tmp_path / "undisturbed", tmp_path / "disturbed"
    assert load_in_process(undisturbed).wait(120) == 0
    for attempt in range(12):
        process = load_in_process(disturbed)
        time.sleep(0.8 + 0.35 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait(20)
        if (disturbed / "hapjak.sqlite3").exists() and attempt > 3:
            assert canonical_counts(disturbed)["faults"] == []
    last = load_in_process(disturbed)
    _, errors = last.communicate(timeout=120)
    assert last.returncode == 0, errors.decode()
    assert canonical_counts(disturbed) == canonical_counts(undisturbed)
