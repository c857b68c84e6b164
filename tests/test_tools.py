"""The tools for who describes reports by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORT = (
    "5月12日，青岚省与云港市在云港举行工作会谈。青岚省省长沈若川表示，希望深化两地冰雪产业合作。"
)
OTHER = "8月30日，临川市代表团到访海棠市，双方就港口物流、职业教育和中医药交换意见，并签署备忘录。"


def fresh(tmp_path: Path, *texts: str) -> subprocess.CompletedProcess[str]:
    """The tool on a set of these texts, learnt from REPORT in another outlet."""
    (tmp_path / "set" / "documents").mkdir(parents=True)
    (tmp_path / "learnt").mkdir()
    for number, text in enumerate(texts):
        (tmp_path / "set" / "documents" / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "learnt" / "a.txt").write_text(f"来源:省报\n{REPORT}", encoding="utf-8")
    call = [sys.executable, ROOT / "tools/fresh.py", tmp_path / "set", tmp_path / "learnt"]
    return subprocess.run(call, capture_output=True, text=True, check=False)


def test_a_text_rules_were_learnt_from_is_named(tmp_path: Path) -> None:
    done = fresh(tmp_path, REPORT, OTHER)
    assert done.returncode == 1
    assert "0.txt: shares" in done.stdout
    assert "1.txt: shares" not in done.stdout


def test_a_fresh_set_passes(tmp_path: Path) -> None:
    done = fresh(tmp_path, OTHER)
    assert (done.returncode, done.stdout) == (0, "1 texts against 1: 0 not fresh\n")
