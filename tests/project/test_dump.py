"""The register out to a file and in again, also between the two databases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hapjak.accounts.models import User
from hapjak.desk import actions
from hapjak.project import dump
from hapjak.register import joining, search
from hapjak.register.models import Commitment, Record, RecordKind, Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ROOT = Path(__file__).parents[2]
HAPJAK = Path(sys.executable).parent / "hapjak"


@pytest.fixture
def register(taken_in, registrar):
    """Facts, a judgement, a rejection and an open finding."""
    actions.accept(taken_in.findings.get(local_id="c2"), registrar)
    actions.reject(taken_in.findings.get(local_id="c1"), registrar)
    people = [Record.objects.create(kind=RecordKind.PERSON) for _ in range(2)]
    joining.judge(*people, Verdict.SAME, registrar)


def elsewhere(folder: Path, *command: object) -> subprocess.CompletedProcess[str]:
    """The command on a register of its own, on SQLite."""
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env["HAPJAK_DATA"] = str(folder)
    call = [str(HAPJAK), *map(str, command)]
    return subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_a_register_comes_back_the_same_elsewhere(register, tmp_path):
    dump.write(tmp_path / "out.jsonl")
    done = elsewhere(tmp_path / "other", "import-register", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr
    elsewhere(tmp_path / "other", "export-register", tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    again = elsewhere(tmp_path / "other", "import-register", tmp_path / "out.jsonl")
    assert again.returncode == 1
    assert "There is a register here already." in again.stderr


def test_a_register_from_elsewhere_works_here(tmp_path):
    done = elsewhere(tmp_path / "demo", "demo", "--only-load")
    assert done.returncode == 0, done.stderr
    elsewhere(tmp_path / "demo", "export-register", tmp_path / "demo.jsonl")
    dump.read(tmp_path / "demo.jsonl")
    dump.write(tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "demo.jsonl").read_bytes()
    user = User.objects.get()
    assert not user.has_usable_password()
    assert Commitment.objects.visible_to(user).standing().exists()
    assert next(search.finds(["冰雪"], user), None)
    assert User.objects.create_user("later").pk > user.pk


def test_passwords_stay_here(register, registrar):
    assert registrar.password.encode() not in b"".join(dump.lines())


@pytest.fixture
def written(register, tmp_path):
    path = tmp_path / "out.jsonl"
    dump.write(path)
    return path


def cut(lines):
    return lines[:-1]


def changed(lines):
    at = next(i for i, line in enumerate(lines) if "register.commitment" in line)
    return [*lines[:at], lines[at].replace("hope", "signed"), *lines[at + 1 :]]


def other_file(lines):
    return ["date,task", "2021,grain"]


@pytest.mark.parametrize("harm", [cut, changed, other_file])
def test_what_was_harmed_is_refused(written, harm):
    lines = written.read_text(encoding="utf-8").splitlines()
    written.write_text("\n".join(harm(lines)) + "\n", encoding="utf-8")
    before = list(dump.lines())
    with pytest.raises(dump.NotARegister):
        dump.read(written)
    assert list(dump.lines()) == before


def test_a_forged_history_is_refused(written, tmp_path):
    """Who changes an event and mends the file's own digest is caught by the chain."""
    import hashlib

    lines = written.read_bytes().splitlines(keepends=True)[:-1]
    at = next(i for i, line in enumerate(lines) if b'"register.event"' in line)
    row = json.loads(lines[at])
    row["row"]["reason"] = "forged"
    lines[at] = dump.history.canonical(row) + b"\n"
    whole = b"".join(lines)
    end = {"end": len(lines), "sha256": hashlib.sha256(whole).hexdigest(), "head": ""}
    forged = tmp_path / "forged.jsonl"
    forged.write_bytes(whole + dump.history.canonical(end) + b"\n")
    done = elsewhere(tmp_path / "other", "import-register", forged)
    assert done.returncode == 1
    assert "does not follow from the one before" in done.stderr
    assert elsewhere(tmp_path / "other", "import-register", written).returncode == 0
