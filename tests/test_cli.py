"""The `hapjak` command, as a person or a program calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.text.packages import docx, word_paragraph, word_run
from tests.text.pdfs import page_of, write_pdf

HAPJAK = Path(sys.executable).parent / "hapjak"
DEMO = Path(__file__).parents[1] / "demo"
TALKS = str(DEMO / "documents" / "kocn-2021-talks.html")


def call(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [str(HAPJAK), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=60)


def test_one_document_as_json() -> None:
    done = call("read", "--format", "json", TALKS)
    reading = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == b""
    assert reading["schema"] == "hapjak.reading/1"
    assert reading["document"]["variety"] == "ko-CN"
    for commitment in reading["commitments"]:
        text = reading["document"]["text"]
        assert text[commitment["start"] : commitment["end"]] == commitment["quote"]


def test_a_folder_gives_a_line_a_document_in_order_and_refusals_do_not_stop_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.bin").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "c.html").write_bytes(Path(TALKS).read_bytes())
    (tmp_path / "d.txt").write_text("Bonjour à tous, voici le marché de la ville.")
    done = call("read", str(tmp_path), str(tmp_path / "missing.txt"))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [Path(line["path"]).name for line in lines] == [
        "a.txt",
        "b.bin",
        "c.html",
        "d.txt",
        "missing.txt",
    ]
    codes = [line["refusal"]["code"] if "refusal" in line else None for line in lines]
    assert codes == ["empty", "media_type", None, "language", "unreadable"]
    assert all(line["refusal"]["message"] for line in lines if "refusal" in line)


def test_standard_input_takes_its_date_from_the_call() -> None:
    text = "8월 30일, 청람성과 운항시는 운항에서 사업회담을 가졌다. 청람성 성장 심약천이 참석했다."
    done = call("read", "-", "--published", "2021-09-01", "--format", "json", given=text.encode())
    assert json.loads(done.stdout)["meetings"][0]["date"] == "2021-08-30"


def test_a_day_without_any_year_stays_unknown() -> None:
    text = "8월 30일, 청람성과 운항시는 운항에서 사업회담을 가졌다. 청람성 성장 심약천이 참석했다."
    meeting = json.loads(call("read", "-", "--format", "json", given=text.encode()).stdout)
    assert meeting["meetings"][0]["date"] is None
    assert (
        meeting["meetings"][0]["date_text"] is None or "8월" in meeting["meetings"][0]["date_text"]
    )


def test_text_for_people_shows_the_article_and_tables() -> None:
    done = call("read", "--format", "text", TALKS)
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert "Commitments" in shown
    assert "심약천" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", TALKS, "--format", "yaml"),
        ("read", TALKS, TALKS, "--format", "json"),
        ("read", TALKS, "--published", "yesterday"),
        ("evaluate", "no/such/folder"),
    ],
)
def test_a_wrong_call_says_so_and_exits_with_2(arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_the_schema_is_printed() -> None:
    done = call("read", "--schema")
    assert done.returncode == 0
    assert "Commitment" in json.dumps(json.loads(done.stdout))


def test_hostile_text_cannot_drive_the_terminal() -> None:
    text = (
        "청람성과 운항시는 5월 12일 회담을 가졌다.\x1b]0;owned\x07 청람성 성장 심약천이 참석했다."
    )
    done = call("read", "-", "--format", "text", given=text.encode())
    assert b"\x1b]0;" not in done.stdout


def test_evaluate_prints_scores_and_misses() -> None:
    done = call("evaluate", str(DEMO / "gold"), "--format", "json")
    result = json.loads(done.stdout)
    assert set(result["kinds"]) == {"all", "en", "ko-CN", "ko-KR", "zh-Hans"}
    assert b"precision" in call("evaluate", str(DEMO / "gold"), "--misses", "3").stdout


def test_hidden_text_is_named_on_standard_error_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "talks.docx"
    hidden = word_run("운항시는 비밀을 지키기로 했다.", "<w:vanish/>")
    shown = "8월 30일, 청람성과 운항시는 운항에서 사업회담을 가졌다. 청람성 성장 심약천이 참석했다."
    path.write_bytes(docx(word_paragraph(shown) + word_paragraph(hidden)))
    done = call("read", str(path))
    assert json.loads(done.stdout)["document"]["text"] == shown
    assert b"17 characters" in done.stderr


def test_a_pdf_alone_is_read() -> None:
    page = page_of(["8월 30일, 청람성과 운항시는 운항에서 사업회담을 가졌다."])
    done = call("read", "-", given=write_pdf([page]))
    document = json.loads(done.stdout)["document"]
    assert document["media_type"] == "application/pdf"
    assert document["text"] == "8월 30일, 청람성과 운항시는 운항에서 사업회담을 가졌다."
