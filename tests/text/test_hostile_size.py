"""Twice the input takes about twice the time, whatever is repeated."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest

from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import read_article
from hapjak.text.limits import Limits

PROSE = "Qinglan Province and Yungang agreed to widen trade in the coming year.\n"
SMALL = 30_000
RUNS: dict[str, Callable[[int], str]] = {
    "deep boxes": lambda n: "<div>" * (n // 5) + PROSE,
    "deep boxes closed": lambda n: "<div>" * (n // 11) + PROSE + "</div>" * (n // 11),
    "open spans, closed otherwise": lambda n: "<span>" * (n // 10) + "</b>" * (n // 10) + PROSE,
    "formatting opened again": lambda n: (
        "<div>" + "".join(f"<b a{i}>" for i in range(n // 20)) + "<p>x" * (n // 8)
    ),
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n // 8)) + ">" + PROSE,
    "tables in tables": lambda n: "<table><tr><td>" * (n // 15) + PROSE,
    "lists": lambda n: "<ul><li>" * (n // 8) + PROSE,
    "links": lambda n: "<a href=x>" * (n // 10) + PROSE,
    "comments opened": lambda n: "<p>" + PROSE + "<!--" * (n // 4),
    "lone signs": lambda n: "<p>" + PROSE + "<" * n,
    "scripts opened": lambda n: "<p>" + PROSE + "<script>" * (n // 8),
    "scripts of two kinds": lambda n: "<p>" + PROSE + "<script></style>" * (n // 16),
    "letters without end": lambda n: PROSE + "a" * n,
    "blanks": lambda n: PROSE + " " * n + "a",
    "blanks of all kinds": lambda n: PROSE + " \u3000\xa0\t" * (n // 4) + "a",
    "marks": lambda n: PROSE + "a" + "\u0301\u0323" * (n // 2),
    "jamo": lambda n: PROSE + "\u1100" + "\u1161" * n,
    "lines": lambda n: PROSE + "a\n" * (n // 2),
    "date beginnings": lambda n: PROSE + "2021-" * (n // 5),
    "labels": lambda n: PROSE + "来源：" * (n // 3),
    "short labels": lambda n: (PROSE + "来源：편집/기자: [ ] 입력 2021. \n") * (n // 90),
    "names": lambda n: (PROSE + "홍길동 · 홍길동 · 홍길동 기자 기자 By A. B. C.\n") * (n // 100),
    "brackets": lambda n: PROSE + "（" * n,
    "bracket pairs in lines": lambda n: (PROSE + "[(（【" * 20 + "\n") * (n // 150),
    "capitals": lambda n: "By " + "Ab " * (n // 3) + "\n" + PROSE,
    "separators in the title": lambda n: f"<title>{' - ' * (n // 3)}</title><p>{PROSE}",
    "meta": lambda n: '<meta name="a" content="b">' * (n // 27) + "<p>" + PROSE,
    "hidden": lambda n: "<p style='display : '>" * (n // 22) + PROSE,
    "entities": lambda n: "<p>" + "&amp;" * (n // 5) + PROSE,
}


def seconds(data: bytes) -> float:
    best = 99.0
    for _ in range(2):
        start = time.process_time()
        with contextlib.suppress(Refusal):
            read_article(data)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("run", RUNS)
def test_a_hostile_run_takes_linear_time(run: str) -> None:
    """Eight times the input: 8 when linear, 64 when quadratic; short times jitter."""
    one = seconds(RUNS[run](SMALL).encode())
    eight = seconds(RUNS[run](8 * SMALL).encode())
    assert eight <= 20 * max(one, 0.004), f"{one:.4f} s, {eight:.4f} s"


def test_a_file_over_the_limit_is_refused_unread() -> None:
    start = time.process_time()
    with pytest.raises(Refusal) as caught:
        read_article(b"a" * 50_000_000)
    assert caught.value.code is RefusalCode.TOO_LARGE
    assert caught.value.params == {"limit": "16"}
    assert time.process_time() - start < 0.5


def test_limits_are_the_callers() -> None:
    data = (PROSE * 20).encode()
    assert read_article(data).text
    with pytest.raises(Refusal) as caught:
        read_article(data, limits=Limits(size_bytes=1000))
    assert caught.value.code is RefusalCode.TOO_LARGE


def test_a_page_of_too_many_elements_is_refused() -> None:
    page = ("<html><p>" + PROSE + "<br>" * 50).encode()
    assert read_article(page).text
    with pytest.raises(Refusal) as caught:
        read_article(page, limits=Limits(elements=40))
    assert caught.value.code is RefusalCode.TOO_LARGE
    assert "elements" in caught.value.message
