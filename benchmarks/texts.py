"""Text for measurements, made of the demonstration reports by shuffling their sentences."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from hapjak.reading.sentences import split
from hapjak.text.article import Article
from hapjak.text.charset import decode
from hapjak.text.intake import read_article

DEMO = Path(__file__).parents[1] / "demo"
FORMS = {"ko-CN": "kocn", "ko-KR": "kokr", "zh-Hans": "zh", "en": "en"}
SENTENCES = 20  # of one document
SEED = 20210830
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def articles(form: str, *, of_talks: bool) -> list[Article]:
    """The demonstration's articles in one written form, those that tell of talks or the others."""
    found = []
    for path in sorted((DEMO / "documents").glob(f"{FORMS[form]}-*")):
        gold = json.loads((DEMO / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        if bool(gold["meetings"]) is of_talks:
            found.append(read_article(path.read_bytes(), name=path.name))
    return found


def shuffled(form: str, characters: int, *, of_talks: bool = True) -> list[str]:
    """Documents of `SENTENCES` sentences each, about so many characters in all."""
    rng = random.Random(f"{SEED} {form} {of_talks}")
    pool = [s.text for a in articles(form, of_talks=of_talks) for s in split(a.text)]
    made: list[str] = []
    while sum(map(len, made)) < characters:
        made.append("\n".join(rng.choices(pool, k=SENTENCES)))
    return made


def archive(form: str, characters: int) -> list[str]:
    """A mixed archive: one page in twenty is about cooperation."""
    talks = shuffled(form, characters // 20)
    others = shuffled(form, characters - characters // 20, of_talks=False)
    mixed = talks + others
    random.Random(SEED).shuffle(mixed)
    return mixed


def pages(count: int = 200) -> list[bytes]:
    """Different HTML pages of real size: the demonstration's, paragraphs shuffled and numbered.

    A peer that remembers what it has seen would else be measured on its memory.
    Around them stands what surrounds an article on a portal: menus, scripts,
    styles, lists of links; some 30 kB a page.
    """
    rng = random.Random(SEED)
    sources = [path.read_bytes() for path in sorted((DEMO / "documents").glob("*.html"))]
    return [_varied(sources[number % len(sources)], number, rng) for number in range(count)]


def _varied(page: bytes, number: int, rng: random.Random) -> bytes:
    charset = decode(page).charset
    head, *paragraphs = PARAGRAPH.split(page.decode(charset))
    texts, between = paragraphs[::2], paragraphs[1::2]
    rng.shuffle(texts)
    numbered = (f"<p>{text} {number}-{place}</p>" for place, text in enumerate(texts))
    parts = (part for pair in zip(numbered, between, strict=True) for part in pair)
    whole = head + "".join(parts)
    return whole.replace("<body>", "<body>" + _furniture(number, rng), 1).encode(charset)


def _furniture(number: int, rng: random.Random) -> str:
    """A portal's head: style, script and menus, of other words on every page."""
    style = "".join(f".c{n}{{margin:{n}px;padding:0 {n % 7}px}}" for n in range(150))
    script = "".join(f"var v{n}={rng.randrange(10**6)};" for n in range(300))
    link = '<li class="c{0}"><a href="/list/{1}/{0}.html" target="_blank">Channel {0}</a></li>'
    menus = "".join(
        f'<div class="menu m{menu}"><ul>{"".join(link.format(n, number) for n in range(40))}</ul></div>'
        for menu in range(6)
    )
    return f"<style>{style}</style><script>{script}</script><div id='top'>{menus}</div>"
