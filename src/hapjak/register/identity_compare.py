"""How likely two people or two bodies are one.

The spelling opens the question and never answers it. Side, post, meetings and
dates speak for or against; a key that is shared by other characters (蔡奇 and
蔡琪) stays at the bottom whatever else agrees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import product

from hapjak.hanja import Match, is_suspect, match_spelling, search_key
from hapjak.hanja.script import Script, base_form, script_of
from hapjak.hanja.spelling import bare
from hapjak.hanja.words import Kind
from hapjak.register.identity_profiles import Held, Profile
from hapjak.register.identity_reasons import BY_HOW, Likelihood, Reason, Why, weighed

PEOPLE_PROPOSED = 15  # from this score on
BODIES_PROPOSED = 40
NAMESAKE_MOST = 20
CLEAR, UNCLEAR, KEY_ALONE = 40, 24, 15
POSTS = {Why.SAME_POST: 25, Why.SAME_POST_SIDE: 18, Why.LIKE_POST: 8}
COMMITTEE = re.compile(  # 省委, 省委员会; 성당위, 성위원회; CPC Provincial Committee
    "(?:[省市县州区盟旗]委(?:员会)?|[성시현주구도]당?위(?:원회)?)$"
    "|^(?:CPC|Communist Party|Party)(?!.*(?:Standing|Discipline)).* Committee$"
)
GOVERNMENT = re.compile(
    "(?:[省市县州区盟旗](?:人民)?政府|[성시현주구도](?:인민)?정부)$|Government$"
)
ORGANS = {"party": COMMITTEE, "government": GOVERNMENT}
MONTH, YEAR, DECADE = 31, 366, 3660  # days


def people(one: Profile, other: Profile) -> Likelihood | None:
    """How likely two people are one; None where no spelling leads from one to the other."""
    spelled = spelling(one.names, other.names, Kind.PERSON, shares_key=_share_key(one, other))
    if not spelled:
        return None
    namesake = any(reason.why in (Why.KEY, Why.OTHER_CHARACTERS) for reason in spelled)
    around = [
        _side(one, other, 15, -25),
        _post(one.posts, other.posts),
        _meeting(one, other, 16),
        _beside(one, other),
        _seen(one.days, other.days),
    ]
    reasons = [*spelled, *(reason for reason in around if reason)]
    return weighed(reasons, NAMESAKE_MOST if namesake else 100)


def _share_key(one: Profile, other: Profile) -> bool:
    """Whether a spelling of one has the search key of a spelling of the other."""
    keys = [{search_key(name) for name in profile.names} for profile in (one, other)]
    return bool(keys[0] & keys[1])


def bodies(one: Profile, other: Profile) -> Likelihood | None:
    """How likely two bodies are one; a government goes by the name of its place."""
    kind = Kind.PLACE if one.kind == other.kind == "government" else Kind.BODY
    spelled = spelling(one.names, other.names, kind) or spelling(one.names, other.names, Kind.BODY)
    if not spelled and one.side and one.side == other.side and one.kind == other.kind:
        spelled = one_organ(one.names, other.names, one.kind)
    if not spelled:
        return None
    shared = one.people & other.people
    around = [
        _side(one, other, 20, -35),
        _kind(one.kind, other.kind),
        _territory(one.territory, other.territory),
        _meeting(one, other, 10),
        _beside(one, other),
        Reason(Why.SHARED_PEOPLE, 15, count=len(shared)) if shared else None,
    ]
    return weighed([*spelled, *(reason for reason in around if reason)])


def one_organ(ours: Sequence[str], theirs: Sequence[str], kind: str) -> list[Reason]:
    """A territory has one party committee and one government, however a paper shortens them."""
    pattern = ORGANS.get(kind)
    if pattern is None:
        return []
    pair = tuple(next(filter(pattern.search, names), "") for names in (ours, theirs))
    return [Reason(Why.ONE_ORGAN, CLEAR, pair)] if all(pair) else []


def spelling(
    ours: Sequence[str], theirs: Sequence[str], kind: Kind, *, shares_key: bool = False
) -> list[Reason]:
    """What the spellings say; nothing where they may not be one name."""
    apart = _other_characters(ours, theirs) if kind is Kind.PERSON else None
    if apart and len(ours) == len(theirs) == 1:
        found = None
    elif apart and not shares_key:
        return []  # a shared reading would be a shared key
    else:
        found = best_match(ours, theirs, kind)
    if found is None:
        return [Reason(Why.KEY, KEY_ALONE, apart)] if shares_key and apart else []
    match, pair = found
    reasons = [Reason(BY_HOW[match.how], CLEAR if match.clear else UNCLEAR, pair)]
    if apart:
        reasons.append(Reason(Why.OTHER_CHARACTERS, -45, apart))
    if match.level_missing:
        reasons.append(Reason(Why.LEVEL_MISSING, -6))
    elif not match.clear and not match.suspect:
        reasons.append(Reason(Why.UNCLEAR, -4))
    suspects = tuple(name for name in (*ours, *theirs) if _suspect(name))
    if suspects:
        reasons.append(Reason(Why.SUSPECT, -10, suspects))
    return reasons


def best_match(
    ours: Sequence[str], theirs: Sequence[str], kind: Kind
) -> tuple[Match, tuple[str, str]] | None:
    """The clearest way from one name to the other, characters asked first: they say most."""
    best: tuple[tuple[bool, bool], Match, tuple[str, str]] | None = None
    for pair in sorted(product(ours, theirs), key=_asked):
        match = match_spelling(*pair, kind)
        if match is None:
            continue
        rank = (match.clear, match.regular)
        if best is None or rank > best[0]:
            best = (rank, match, pair)
        if all(rank):
            break
    return best[1:] if best else None


def _asked(pair: tuple[str, str]) -> int:
    """In which order pairs are asked: two of one script, then with characters, then the rest."""
    scripts = [script_in(name) for name in pair]
    return 0 if scripts[0] is scripts[1] else 1 if Script.HAN in scripts else 2


_suspect = lru_cache(maxsize=16384)(is_suspect)


@lru_cache(maxsize=16384)
def script_in(name: str) -> Script | None:
    """The script of a name as it is compared."""
    return script_of(bare(name))


@lru_cache(maxsize=16384)
def _characters(name: str) -> str:
    """A name in characters in one form for both scripts; empty for one in other writing."""
    shown = bare(name)
    return base_form(shown) if script_of(shown) is Script.HAN else ""


def _other_characters(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str] | None:
    """A spelling in characters of each, where the two have none in common."""
    left = {form: name for name in ours if (form := _characters(name))}
    right = {form: name for name in theirs if (form := _characters(name))}
    if not left or not right or left.keys() & right.keys():
        return None
    return next(iter(left.values())), next(iter(right.values()))


def _side(one: Profile, other: Profile, same: int, different: int) -> Reason | None:
    if not one.side or not other.side:
        return None
    if one.side == other.side:
        return Reason(Why.SAME_SIDE, same, (one.side,))
    return Reason(Why.OTHER_SIDE, different, (one.side, other.side))


def _post(ours: Sequence[Held], theirs: Sequence[Held]) -> Reason | None:
    """The post that says most: in the same body, on the same side, or anywhere."""
    said = [why for a, b in product(ours, theirs) if (why := _same_post(a, b))]
    best = max(said, key=POSTS.__getitem__, default=None)
    return Reason(best, POSTS[best]) if best else None


def _same_post(one: Held, other: Held) -> Why | None:
    if not one.codes & other.codes:
        return None
    if one.body and one.body == other.body:
        return Why.SAME_POST
    if one.side and one.side == other.side:
        return Why.SAME_POST_SIDE
    return Why.LIKE_POST if not one.body or not other.body else None


def _meeting(one: Profile, other: Profile, points: int) -> Reason | None:
    """A meeting that both were at; one not yet judged to be one counts alike, so that no score ages."""
    both = one.meetings & other.meetings
    if both and not one.documents & other.documents:
        return Reason(Why.SAME_MEETING, points, count=len(both))
    near = (one.meetings & other.near) | (one.near & other.meetings)
    return Reason(Why.LIKE_MEETING, points, count=len(near)) if near else None


def _beside(one: Profile, other: Profile) -> Reason | None:
    """A report that names both means two, unless it spells one name in two scripts."""
    both = one.documents & other.documents
    if not both:
        return None
    scripts = [{script_in(name) for name in profile.names} for profile in (one, other)]
    return Reason(Why.ONE_DOCUMENT, -40 if scripts[0] & scripts[1] else -15, count=len(both))


def _kind(one: str, other: str) -> Reason | None:
    if one == other:
        return Reason(Why.SAME_KIND, 10)
    return None if "other" in (one, other) else Reason(Why.OTHER_KIND, -25)


def _territory(one: str, other: str) -> Reason | None:
    if not one or not other:
        return None
    if one == other:
        return Reason(Why.SAME_TERRITORY, 15, (one,))
    return Reason(Why.OTHER_TERRITORY, -40, (one, other))


def _seen(ours: Sequence[str], theirs: Sequence[str]) -> Reason | None:
    """How far the days lie apart on which documents show the two; only full days are told."""
    left, right = ([_day(day) for day in days if len(day) == 10] for days in (ours, theirs))
    gaps = [abs((a - b).days) for a, b in product(filter(None, left), filter(None, right))]
    if not gaps:
        return None
    gap = min(gaps)
    if gap <= MONTH:
        return Reason(Why.SEEN_DAYS, 6, count=max(gap, 1))
    if gap <= 2 * YEAR:
        return Reason(Why.SEEN_MONTHS, 4 if gap <= YEAR else 2, count=gap // 30)
    return Reason(Why.SEEN_YEARS, 0 if gap <= DECADE else -10, count=gap // 365)


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
