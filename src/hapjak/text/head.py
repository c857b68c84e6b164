"""What the head of an HTML page says about the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from hapjak.text.names import is_outlet, people
from hapjak.text.paragraphs import clean
from hapjak.text.tags import Raw, read_attributes
from hapjak.text.walk import Walk

TITLES = ("og:title", "articletitle", "twitter:title", "dc.title", "title")
DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish_time",
    "publishtime",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "weibo:article:create_at",
    "firstcreatedtime",
    "date",
)
OUTLETS = ("og:site_name", "sitename", "publisher", "dc.publisher")
ORIGINS = ("contentsource", "source", "dc.source")
AUTHORS = ("author", "article:author", "og:article:author", "dc.creator", "dable:author", "byl")
_JSON_DATE = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"\\]{4,40})"')
_SEPARATOR = re.compile(r"\s[-–—|:·<>«»]{1,2}\s|[_|｜]|\s::\s|--")


@dataclass(frozen=True, slots=True)
class Head:
    """Candidates from the head, best first; nothing where it is silent."""

    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    outlet: str | None = None
    origin: str | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None


def read_head(walk: Walk, raw: Sequence[Raw]) -> Head:
    """Read `<title>`, meta elements, the canonical address and JSON-LD dates."""
    meta = _meta(walk.metas)
    printed = next((_plain(element.content) for element in raw if element.name == "title"), "")
    outlet = next(_values(meta, OUTLETS), None)
    titles = [_without_site(title, outlet) for title in (*_values(meta, TITLES), printed) if title]
    return Head(
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        dates=(*_values(meta, DATES), *_json_dates(raw)),
        outlet=outlet or _site_of(printed),
        origin=next(_values(meta, ORIGINS), None),
        authors=tuple(name for value in _values(meta, AUTHORS) for name in people(value)),
        address=_address(walk.links, meta),
    )


def _plain(content: str) -> str:
    return clean(unescape(content[:1000])).text


def _meta(written: Iterable[str]) -> dict[str, str]:
    """Content of meta elements by lower-case name; the first of a name counts."""
    held: dict[str, str] = {}
    for attributes in map(read_attributes, written):
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = clean((attributes.get("content") or "")[:1000]).text
        if name and content:
            held.setdefault(name.lower(), content)
    return held


def _values(meta: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta and "://" not in meta[name])


def _json_dates(raw: Sequence[Raw]) -> list[str]:
    """By pattern and not by a JSON parser: hostile nesting costs nothing so."""
    scripts = [one for one in raw if one.name == "script" and "ld+json" in one.attributes][:10]
    matches = (_JSON_DATE.search(script.content[:100_000]) for script in scripts)
    return [match[1] for match in matches if match is not None]


def _without_site(title: str, outlet: str | None) -> str:
    """A page title without the site's name at its end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1].strip()
    if is_outlet(last) or (outlet is not None and last == outlet):
        cut = title.rindex(parts[-1])
        return re.sub(r"[\s\-–—|:·_<>«»｜]+$", "", title[:cut][:1000])
    return title


def _site_of(printed: str) -> str | None:
    parts = _SEPARATOR.split(printed)
    last = parts[-1].strip()
    return last if len(parts) > 1 and is_outlet(last) else None


def _address(links: Iterable[str], meta: dict[str, str]) -> str | None:
    found = (read_attributes(link) for link in links if "canonical" in link)
    link = next((one.get("href") for one in found if one.get("rel") == "canonical"), None)
    address = link or meta.get("og:url")
    if address is None or not address.lower().startswith(("http://", "https://")):
        return None
    return clean(address[:2000]).text
