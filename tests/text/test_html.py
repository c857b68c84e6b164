"""HTML: what a browser shows is read, in its order, and traced to the source."""

from __future__ import annotations

import random
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser

from hapjak.text.intake import read_article
from hapjak.text.tags import cut
from hapjak.text.walk import walk_source

SHOWN = "청람성과 운항시는 운항에서 회담을 가지고 무역 협력을 강화하기로 했다고 전했다."


def shown(page: str) -> list[str]:
    return [place.line.text for place in walk_source(cut(page)).placed if place.line.text]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<p>a <b>b</b> c</p>d", ["a b c", "d"]),
        ("a<br>b<hr/>c", ["a", "b", "c"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", ["a", "b", "c", "d"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", ["a", "b", "c", "d"]),
        ("a</div>b</section>c", ["abc"]),  # end tags that close nothing
        ("<td>a</td>b", ["ab"]),  # cells outside of a table
        ("a<!-- <p>b -->c", ["ac"]),
        ("a<!--b", ["a"]),
        ("a<script>if (a<b) '</p>'</script>c", ["ac"]),
        ("a<style>p{}</STYLE >c", ["ac"]),
        ("a<textarea><p>b</textarea>c", ["ac"]),
        ("a<![CDATA[b]]>c<?php d ?>e", ["ace"]),
        ("a<b title='x > y'>c</b>", ["ac"]),
        ('<p title=it\'s>a</p><p title="b>c">d</p>', ["a", "d"]),
        ("3 < 4 and 5 <6", ["3 < 4 and 5 <6"]),
        ("a&amp;b &lt;c&gt; &#45824;&#xD55C; &nbsp;d &copy e &unknown; &", ["a&b <c> 대한 d © e &unknown; &"]),
        ("<ruby>漢<rp>(</rp><rt>han</rt><rp>)</rp></ruby>字", ["漢字"]),
        ("<h2>a<h3>b</h3>c", ["a", "b", "c"]),
        ("<SPAN>a</Span><DIV>b</dIv>", ["a", "b"]),
        ("<a<b>c", ["c"]),
    ],
)  # fmt: skip
def test_lines(page: str, lines: list[str]) -> None:
    assert shown(page) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>b</div>",
        "<div hidden><div>b</div>b</div>",
        "<p hidden>b<p>",
        "<p hidden>b<div></div>",
        '<span style="display: none">b<span>b</span>b</span>',
        '<span style="DISPLAY:NONE"><p>b</p></span>',
        '<i style="font-size:0">b</i>',
        '<i style="opacity:0">b</i>',
        '<i style="visibility:hidden">b</i>',
        '<i style="position:absolute;left:-9999px">b</i>',
        '<i class="x sr-only">b</i>',
        '<i class="hid&#100;en">b</i>',
        '<i aria-hidden="true">b</i>',
        '<li hidden>b<ul><li>b</ul><li>',
        '<table><tr hidden><td>b<td>b<tr></table>',
        "<template><p>b</p></template>",
        "<svg><text>b</text></svg>",
        "<button>b</button><label>b</label><select><option>b<option>b</select>",
        "<style>.secret{display:none}</style><i class='secret'>b</i>",
        "<style>p{color:red} .x , #secret { Display : none }</style><i id=secret>b</i>",
        "<!--<p>--><noscript>b</noscript>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert shown(f"<div>a</div>{hidden}<div>c</div>") == ["a", "c"]
    if not hidden.startswith(("<p", "<li", "<table")):
        assert shown(f"a{hidden}c") == ["ac"]


@pytest.mark.parametrize(
    "shown_all_the_same",
    [
        "<svg/>b",
        "<style>@media print{.x{display:none}}</style><i class=x>b</i>",
        "<style>.x:hover{display:none}</style><i class=x>b</i>",
        "<style>.menu .x{display:none}</style><i class=x>b</i>",
        '<i style="opacity:0.5">b</i>',
        '<i title="hidden">b</i>',
    ],
)
def test_what_is_shown_is_read(shown_all_the_same: str) -> None:
    assert "".join(shown(f"<div>a</div>{shown_all_the_same}<div>c</div>")) == "abc"


def test_hidden_words_in_the_report_are_counted_and_those_around_it_are_not() -> None:
    page = (
        "<nav hidden>menu menu</nav><div class=a>"
        f"<p>{SHOWN}</p><p>{SHOWN}둘<i style='display:none'>비밀 약속</i></p></div>"
    )
    assert read_article(page.encode()).hidden == len("비밀 약속")


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p>{SHOWN}</p><p>A &amp; B\n  were <b>here</b>&nbsp;&#44032; \U0001f600.</p>",
        f"<!doctype html><meta name=x content='{SHOWN}'><div><!-- {SHOWN} --><p class='a>b'>{SHOWN}",
        f"<script>var a='{SHOWN}'</script><table><tr><td>\r\n{SHOWN}</td></tr></table><p>\u1112\u1161\u11ab글.</p>",
    ],
)
def test_every_character_is_traced_to_the_source(page: str) -> None:
    article = read_article(page.encode())
    traced = [False] * len(article.text)
    for place in article.places(0, len(article.text)):
        printed = page[place.place : place.place + place.end - place.start]
        words = article.text[place.start : place.end]
        traced[place.start : place.end] = [True] * len(words)
        reference = page[place.place :].startswith("&")
        assert reference or printed.split() == words.split() or not words.isascii()
        if reference:
            end = page.index(";", place.place) + 1
            assert unescape(page[place.place : end]).replace("\xa0", " ") == words
    assert all(held or char == "\n" for held, char in zip(traced, article.text, strict=True))
    start = article.text.index(SHOWN[:10])
    [first, *_] = article.places(start, start + 10)
    assert page[first.place :].startswith(SHOWN[:10])


def test_letters_of_tidy_pages_are_those_a_browser_shows() -> None:
    """A parser by the standard sees the same letters in pages whose tags match."""
    rng = random.Random(7)
    for _ in range(300):
        page = f"<html><body>{_tidy(rng, 4)}</body></html>"
        parser = LexborHTMLParser(page)
        for node in parser.css("[hidden], script, style, button"):
            node.decompose()
        assert parser.body is not None
        expected = "".join(parser.body.text().split())
        assert "".join("".join(shown(page)).split()) == expected, page


def _tidy(rng: random.Random, depth: int) -> str:
    """Elements in one another, every one closed."""
    if depth == 0:
        return rng.choice(
            ["운항 ", "青岚 ", "Yungang &amp; ", "<br>", "<!-- x -->", "<script>a<b</script>"]
        )
    parts = []
    for _ in range(rng.randint(1, 3)):
        name = rng.choice(
            ["div", "section", "span", "b", "u", "h2", "blockquote", "em", "center", "ul"]
        )
        attribute = rng.choice(["", "", " class='a b'", " hidden", ' title="a > b"'])
        parts.append(
            f"<{name}{attribute}>{_tidy(rng, depth - 1)}</{name}>{rng.choice(['', ' x '])}"
        )
    return "".join(parts)
