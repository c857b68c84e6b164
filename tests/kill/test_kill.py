"""Killed at any point, the register is whole: each thing was done or not at all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HAPJAK = Path(sys.executable).parent / "hapjak"


def killed(env: dict[str, str], seed: int, chance: random.Random) -> tuple[dict, Counter[str]]:
    """What a worker found when it began, and what it had done when it was killed."""
    call = [sys.executable, "-m", "tests.kill.worker", str(seed)]
    with subprocess.Popen(call, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        first = json.loads(worker.stdout.readline())
        threading.Timer(chance.uniform(0.0, 0.7), worker.kill).start()
        done = Counter(line.strip() for line in worker.stdout)
    assert worker.returncode == -signal.SIGKILL
    return first, done


def kill_often(folder: Path, times: int, seed_of_chance: int = 0) -> None:
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env |= {"HAPJAK_DATA": str(folder), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    subprocess.run([HAPJAK, "migrate"], env=env, check=True, capture_output=True)
    chance = random.Random(seed_of_chance)
    done: Counter[str] = Counter()
    events = 0
    for seed in range(times):
        first, these = killed(env, seed, chance)
        assert first["faults"] == []
        assert first["events"] >= events, "what was done is lost"
        events = first["events"]
        done += these
    assert {"accept_all", "join", "part"} <= set(done), done


@pytest.mark.slow
def test_three_hundred_kills(tmp_path):
    for number in range(10):  # a register that grows takes ever longer to look through
        kill_often(tmp_path / str(number), 30, number)


def test_thirty_kills(tmp_path):
    kill_often(tmp_path, 30)
