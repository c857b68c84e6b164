"""HTML to a page: the report's lines, and what its head and bylines say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hapjak.text import refusals
from hapjak.text.bylines import read_byline
from hapjak.text.furniture import heads_other_reports, is_furniture, is_prose
from hapjak.text.head import Head, read_head
from hapjak.text.limits import Limits
from hapjak.text.pages import Kind, Line, Page
from hapjak.text.region import Region, find_region, report_lines
from hapjak.text.tags import cut
from hapjak.text.walk import Placed, Walk, walk_source


def read_html(text: str, limits: Limits) -> Page:
    """Read a page.

    Raises:
        Refusal: `too_large`, more elements than the limit.
    """
    if text.count("<") > limits.elements:
        raise refusals.too_many_elements(limits.elements)
    source = cut(text)
    walk = walk_source(source)
    return _page(read_head(walk, source.raw), walk)


def _page(head: Head, walk: Walk) -> Page:
    region = find_region(walk)
    titles = _titles(head, region)
    before = _from_title(region.before, titles)
    inside = _from_title(region.inside, titles) or list(region.inside)
    known = {_bare(title) for title in titles}
    lines = [
        *(line for line in _standing(before) if _bare(line.text) not in known),
        *report_lines(inside),
        *_signatures(region.after),
    ]
    return Page(
        tuple(lines),
        titles=tuple(titles),
        dates=(*head.dates, *walk.times[:1]),
        outlet=head.outlet,
        origin=head.origin,
        authors=head.authors,
        address=head.address,
        hidden=region.hidden,
    )


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _titles(head: Head, region: Region) -> list[str]:
    """Candidates, best first: the printed heading that the head confirms, then others."""
    confirmed = [
        place.line.text
        for place in (*region.before, *region.inside[:20])
        if _confirmed(place.line.text, head.titles)
    ]
    printed = [
        place.line.text for place in (*region.before, *region.inside[:20]) if place.level == 1
    ]
    others = [title for title in head.titles if not printed]
    best = confirmed or printed[-1:]
    return list(dict.fromkeys([*best, *others]))


def _confirmed(text: str, titles: Sequence[str]) -> bool:
    """Whether a line is the title that the head gives, or that with the site's name."""
    bare = _bare(text)
    return len(bare) > 5 and any(
        _bare(title) == bare or (len(bare) > 9 and _bare(title).startswith(bare))
        for title in titles
    )


def _from_title(places: Sequence[Placed], titles: Sequence[str]) -> list[Placed]:
    """What follows the last place where the title stands; all, where it does not."""
    known = {_bare(title) for title in titles}
    for at in range(len(places) - 1, -1, -1):
        if _bare(places[at].line.text) in known:
            return list(places[at:])
    return list(places)


def _standing(places: Sequence[Placed]) -> Iterator[Line]:
    """Between title and report: bylines, subtitles and prose; not buttons and links."""
    for place in places:
        line = place.line
        if read_byline(line.text) is not None or (
            line.linked < 0.5 and not is_furniture(line.text) and _belongs(place)
        ):
            yield line


def _belongs(place: Placed) -> bool:
    return place.level > 0 or place.line.kind is Kind.CAPTION or is_prose(place.line.text)


def _signatures(places: Sequence[Placed]) -> Iterator[Line]:
    """Lines after the report that name its editors, translators or source."""
    for place in places:
        if heads_other_reports(place.line.text):
            return
        byline = read_byline(place.line.text)
        if byline is not None and byline.signs:
            yield place.line
