"""Texts put together from word lists, cut sentences and oddities: no exception, spans that quote."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from hapjak import reading
from hapjak.reading.rules import RULES
from hapjak.reading.sentences import split
from hapjak.text.intake import read_article
from tests.reading.test_spans import article

DATA = Path(reading.__file__).parent / "data"
DEMO = Path(__file__).parents[2] / "demo" / "documents"
VARIETIES = {"ko": ("ko-KR", "ko-CN"), "zh": ("zh-Hans", "zh-Hant"), "en": ("en",)}
ODD = (
    "9" * 6000, "2월 30일", "주체110년", "24:60", "2024年13月45日", "万亿斤", "0", "-1", "…", "\u200b",
    "😀", "(", ")", "”", "“", "《", "》", "、", "，", "1억2만3", "99-99-99", "31.02.2015", ",,,,", "..",
    "제1조", "一、", "$", "%", "½", "²", "١٢", "Ⅳ", "①", "１２３万吨", "\u0301" * 40,
)  # fmt: skip


@cache
def words(language: str) -> list[str]:
    lines = (
        line
        for path in sorted(DATA.rglob(f"*.{language}*.tsv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    )
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


@cache
def sentences(language: str) -> list[str]:
    read = (read_article(path.read_bytes()) for path in sorted(DEMO.iterdir()))
    return [s.text for found in read if found.language == language for s in split(found.text)]


def fragment(rng: random.Random, language: str) -> str:
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(words(language))
    if kind < 0.85:
        whole = rng.choice(sentences(language))
        start = rng.randrange(len(whole))
        return rng.choice((whole, whole[start : rng.randrange(start, len(whole) + 1)]))
    return rng.choice(ODD)


@pytest.mark.parametrize("language", VARIETIES)
@pytest.mark.parametrize(
    "count", [150, pytest.param(6000, marks=pytest.mark.slow)], ids=["few", "many"]
)
def test_any_fragments_are_read(language: str, count: int) -> None:
    rng = random.Random(20210830)
    for _ in range(count):
        joint = " " if language == "en" else rng.choice(["", "", " ", "\n", "，", "。", ". "])
        text = joint.join(fragment(rng, language) for _ in range(rng.randrange(1, 14))) or "x"
        facts = RULES.read(article(text, language, rng.choice(VARIETIES[language])))
        for quoted in [*facts.commitments, *(t for m in facts.meetings for t in m.topics)]:
            assert text[quoted.start : quoted.end] == quoted.quote != ""
        found = (*facts.organisations, *facts.people, *facts.meetings, *facts.agreements)
        for fact in (*found, *facts.strategies):
            assert all(0 <= start < end <= len(text) for start, end in fact.spans)
