"""The commands that work on a register, called from outside on a data folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HAPJAK = Path(sys.executable).parent / "hapjak"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env |= {"HAPJAK_DATA": str(folder)}
    return subprocess.run(
        [str(HAPJAK), *arguments], env=env, capture_output=True, check=False, text=True
    )


@pytest.mark.parametrize("command", ["verify", "serve"])
def test_an_empty_database_is_named_with_what_to_do(command, tmp_path):
    done = run(tmp_path, command)
    assert done.returncode == 2
    assert "hapjak migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrate_then_verify(tmp_path):
    assert run(tmp_path, "migrate").returncode == 0
    done = run(tmp_path, "verify")
    assert (done.returncode, done.stdout.strip()) == (0, "The history is whole.")
