"""What the documentation says is so: links, files, commands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "demo/README.md",
]
HAPJAK = Path(sys.executable).parent / "hapjak"
COMMANDS = sorted(
    {
        line.split("#")[0].strip()
        for page in PAGES
        for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        for line in block.splitlines()
        if line.strip()
    }
)
NOT_RUN = ("demo", "serve", "migrate")  # they serve, or work on the reader's own register


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_named_in_the_text_exist(page: Path) -> None:
    named = re.findall(
        r"`((?:src|demo|docs|tools|tests)/[\w./-]+)`", page.read_text(encoding="utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.fixture(scope="module")
def own_register(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a register made for these tests, as `hapjak migrate` leaves it."""
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    env["HAPJAK_DATA"] = str(tmp_path_factory.mktemp("register"))
    subprocess.run([str(HAPJAK), "migrate"], cwd=ROOT, env=env, check=True, capture_output=True)
    return env


@pytest.mark.parametrize(
    "command",
    [c for c in COMMANDS if c.startswith(".venv/bin/hapjak") and c.split()[1] not in NOT_RUN],
)
def test_commands_work(command: str, own_register: dict[str, str]) -> None:
    arguments = [str(HAPJAK), *shlex.split(command)[1:]]
    done = subprocess.run(
        arguments, cwd=ROOT, env=own_register, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {word for command in COMMANDS for word in re.findall(r"\bmake ([a-z-]+)", command)}
    assert {"run", "test", "check"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []
