"""Twice the text takes a reader about twice the time, whatever is repeated or never repeats."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hapjak.reading.rules import language_reader
from hapjak.text.intake import read_article
from tests.reading.test_spans import article

DEMO = Path(__file__).parents[2] / "demo/documents"
SMALL = 12_000
VARIETIES = {"ko": "ko-CN", "zh": "zh-Hans", "en": "en"}


def demo(name: str) -> str:
    return read_article((DEMO / name).read_bytes(), name=name).text + "\n"


def again(piece: str) -> Callable[[int], str]:
    return lambda n: (piece * (n // len(piece) + 1))[:n]


def new(
    language: str, piece: Callable[[str, int], str], length: int
) -> tuple[str, Callable[[int], str]]:
    """After a report of talks, pieces of which each has another word in it."""

    def pieces() -> Iterator[str]:
        for number, word in enumerate(itertools.product(LETTERS[language], repeat=length)):
            yield piece("".join(word), number)

    def text(n: int) -> str:
        found, size = [TALKS[language]], len(TALKS[language])
        for made in pieces():
            found.append(made)
            size += len(made)
            if size >= n:
                break
        return "".join(found)[:n]

    return language, text


LETTERS = {
    "ko": "".join(map(chr, range(0xB098, 0xB098 + 28 * 100, 28))),  # syllables without a final
    "zh": "".join(map(chr, range(0x5100, 0x5100 + 100))),
    "en": "abcdefghij",
}
TALKS = {
    "ko": demo("kocn-2021-talks.html"),
    "zh": demo("zh-2021-talks.html"),
    "en": demo("en-2021-talks.html"),
}
RUNS: dict[str, tuple[str, Callable[[int], str]]] = {
    "ko talks": ("ko", again(TALKS["ko"])),
    "zh talks": ("zh", again(TALKS["zh"])),
    "en talks": ("en", again(TALKS["en"])),
    "ko one line": ("ko", again(TALKS["ko"].replace("\n", " ").replace(".", " "))),
    "zh one line": ("zh", again(TALKS["zh"].replace("\n", "").replace("。", "，"))),
    "en one line": ("en", again(TALKS["en"].replace("\n", " ").replace(".", " "))),
    "ko verbs": ("ko", again("강화를 하고 ")),
    "ko name": ("ko", again("심약천 성장 ")),
    "ko place": ("ko", again("청람성 정부, ")),
    "ko quotes": ("ko", again("“말했다 ")),
    "ko digits": ("ko", again("1234567890,")),
    "zh title": ("zh", again("省长沈若川、")),
    "zh place": ("zh", again("青岚省委")),
    "zh numbered": ("zh", again("青岚省省长沈若川指出，首先，希望加强合作；")),
    "en title": ("en", again("governor of ")),
    "en capitals": ("en", again("Qinglan Province Group ")),
    "en wishes": ("en", again("Lin said he hoped that both would agree to ")),
    "en points": ("en", again("A. B. ")),
    "ko new names": new("ko", lambda w, _: f"청람성 성장 심{w}가 말했다. ", 2),
    "ko new places": new("ko", lambda w, _: f"{w}시 정부 시장 심약천. ", 3),
    "zh new names": new("zh", lambda w, _: f"青岚省省长沈{w}出席。", 2),
    "zh new places": new("zh", lambda w, _: f"{w}省政府省长沈若川。", 3),
    "en new names": new("en", lambda w, _: f"Governor Lin A{w}. Lin said so. ", 4),
    "en new places": new("en", lambda w, _: f"Governor Lin of Q{w} Province. ", 4),
    "en new firms": new("en", lambda w, _: f"Q{w} Group, Mayor Wu B{w}. ", 4),
    "ko new meetings": new(
        "ko",
        lambda _, n: (
            f"{n % 12 + 1}월 {n // 12 % 28 + 1}일 청람성과 운항시는 {n}주년 사업회담을 가졌다. "
        ),
        4,
    ),
    "ko new titles": new("ko", lambda w, _: f"청람성과 운항시는 《{w}협의》를 체결했다. ", 4),
    "zh new titles": new("zh", lambda w, _: f"青岚省与云港市签署《{w}协议》。", 4),
    "en new titles": new(
        "en", lambda w, _: f"Qinglan Province and Yungang City signed a “{w} Agreement”. ", 5
    ),
}


def seconds(language: str, text: str) -> float:
    page = article(text, language, VARIETIES[language])
    best = 99.0
    for _ in range(2):
        start = time.process_time()
        language_reader(language).read_facts(page)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS)
def test_a_hostile_run_takes_linear_time(run: str) -> None:
    """Eight times the text: 8 when linear, 64 when quadratic; short times jitter."""
    language, make = RUNS[run]
    assert len(make(8 * SMALL)) == 8 * SMALL
    one = seconds(language, make(SMALL))
    eight = seconds(language, make(8 * SMALL))
    assert eight <= 20 * max(one, 0.01), f"{one:.4f} s, {eight:.4f} s"
