"""Places and bodies in English reports."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body
from hapjak.reading.english.capitals import WORD, Capitals
from hapjak.reading.english.gazetteer import HEADS, countries, listed, peoples
from hapjak.reading.english.places import Places
from hapjak.reading.english.vocabulary import title_words, words
from hapjak.reading.model import OrganisationKind

LONGEST = 9  # words of a body's name before its last word
RUN = rf"{WORD}(?: {WORD}){{0,3}}"
DOMAIN = re.compile(
    rf" (?:of|for|on) (?:the )?(?P<first>{RUN})(?P<more>(?:, {WORD}(?: {WORD}){{0,2}}){{0,3}},? (?:and|&) {WORD}(?: {WORD}){{0,2}})?"
)
PART = re.compile(rf"(?:,? (?:and |& )?)?({WORD}|[a-z]+)")
OF = re.compile(
    r" (?:of|under|in|at) (?:the )?(?:[A-Z]\w+['’]s )?"
    r"(?:(?:[A-Z]\w+ )?(?:[a-z]+ )?(?:province|city|state|region|district|county) of )?"
)
PARTIES = re.compile(
    r"\b(?:Communist Party of (?:China|Vietnam)(?: \(CPC\))?(?: Central Committee)?|Chinese Communist Party"
    r"|Lao People['’]s Revolutionary Party(?: Central Committee)?|Workers['’] Party of Korea)"
)
TAIL = re.compile(r"(?: General)?(?:\.?,? (?:Co\.?,? )?Ltd\.?|\.,? Inc\.?|,? Inc\.?)?")
GAPS = (" ", " & ", " (", ") ", "’ ", "' ", " provincial ", " municipal ", " city ", " district ")
NAMED_FOR = frozenset(["Port", "Bank", "Chamber", "Board", "Institute", "Town"])
OWNERS = frozenset(["People", "Women", "Workers", "Children", "King", "Queen", "Farmers"])
COUNCILS = re.compile(
    r"\b(?:City|Provincial|Municipal|Metropolitan|Regional|County|District|Legislative|State|Prefectural|Town|Shire|Departmental|Cantonal|Borough|Parish) "
    r"(?:People['’]s )?Council"
)
LOCAL = r"(?:Provincial|Cantonal|Departmental|Municipal|Metropolitan|City|Prefectural|Prefecture|Province|State|County|District|Regional|Region)"
GOVERNMENT = re.compile(
    rf"(?:(?P<before>(?:(?! of ).){{2,40}}?)(?: {LOCAL})?(?: People['’]s)? Government|(?:(?:People['’]s )?Government|People['’]s Committee) of (?:the )?(?P<behind>.{{2,40}}))$"
)
VERBS = re.compile(
    r",? (?:and [A-Z][^.;]{3,60}? )?(?:(?:has|have|had|will|would|also|both|jointly|today|yesterday) )*"
    r"(?:signed|inked|concluded|agreed|held|sign|said|says|met|hopes?|hoped|pledged|established"
    r"|forged|launched|hosted|co-hosted|entered|decided|reached|renewed)\b"
)
Stretch = tuple[int, int, OrganisationKind]


@cache
def _heads() -> tuple[list[OrganisationKind], AhoCorasick]:
    pairs = [(word, OrganisationKind(kind)) for kind in HEADS for word in words(f"head {kind}")]
    matcher = AhoCorasick([word for word, _ in pairs], matchkind=MatchKind.LeftmostLongest)
    return [kind for _, kind in pairs], matcher


def proper_words(name: str) -> set[str]:
    """The words of a body's name that only this body has."""
    return set(re.findall(WORD, name)) - _inner()


def _unlisted(governs: re.Match[str]) -> str | None:
    """The place of no list whose government is named: the Noland Islands Government."""
    name = governs["before"] or governs["behind"] or ""
    proper = proper_words(name) - words("not_name") - title_words()
    return name if proper and name[:1].isupper() and name not in countries() else None


def domain_end(text: str, start: int, end: int) -> int:
    """Where words for a field of government end: Culture, Tourism and Sports; 0 for none."""
    last = 0
    for match in PART.finditer(text, start, end):
        known = match[1] in words("domain") or match[1].capitalize() in words("domain")
        if not known or match.start() != (last or start):
            break
        last = match.end()
    return last


@cache
def _countries() -> tuple[list[str], AhoCorasick]:
    names = list(countries())
    return names, AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


@cache
def _inner() -> frozenset[str]:
    """Words that stand within names of bodies but tell none by themselves."""
    return (
        words("in_body")
        | words("domain")
        | words("demonym")
        | {w for k in HEADS for w in words(f"head {k}")}
    )


@cache
def _no_body() -> frozenset[str]:
    """Capitalised words that are no part of a body's name, though they may stand before it."""
    return (words("not_name") | title_words()) - _inner()


class EnglishBodies(Bodies):
    """The bodies of an English text."""

    def __init__(self, text: str) -> None:
        self.capitals = Capitals(text)
        self._places = Places(self.capitals)
        self._known: set[int] = set()  # bodies that are facts by themselves
        super().__init__(text, self._places.names(), str)
        self._short = {m.base: self._places.full(m.base) for m in self._places.mentions}

    def full_name(self, place: str) -> str:
        """The fullest name of a place in this text."""
        return place if place in self.places else self._places.full(place)

    def is_place(self, name: str) -> bool:
        return super().is_place(name) or name in countries()

    def government(self, place: str | None) -> Body | None:
        """The government of a place or country, once the text names it."""
        code = countries().get(place or "")
        return self._by_key.get((OrganisationKind.GOVERNMENT, code or self.full_name(place or "")))

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: CPC before or behind, with or without an article."""
        plain = re.sub(r"^(?:the )?CPC | of the CPC$|^Communist Party of China ", "", name)
        return plain.replace("Committee of the CPC", "Committee").replace("’", "'")

    def scan(self) -> list[Named]:
        parties = [
            Named(*match.span(), self.body(match[0], OrganisationKind.PARTY, None))
            for match in PARTIES.finditer(self.text)
        ]
        return [*self._of_places(), *self._of_countries(), *self._with_head(), *parties]

    def _of_places(self) -> list[Named]:
        """Governments by the name of their place; they are facts only where they act."""
        found = []
        for mention in self._places.mentions:
            body = self.ensure_government(self._places.full(mention.base, mention.level))
            body.acts = False
            found.append(Named(mention.start, mention.end, body))
        return found

    def _of_countries(self) -> list[Named]:
        names, matcher = _countries()
        found = []
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            within = self.text[end : end + 1].isalnum() or self.text[start - 1 : start].isalnum()
            if not within:
                body = self._country(countries()[names[index]], names[index])
                found.append(Named(start, end, body))
        return found

    def _country(self, code: str, name: str) -> Body:
        """A country's government, under the first name that the text gives it."""
        key = (OrganisationKind.GOVERNMENT, code)
        if key not in self._by_key:
            self._by_key[key] = Body(name, OrganisationKind.GOVERNMENT, code, acts=False)
        return self._by_key[key]

    def state(self, name: str, start: int) -> Body:
        """The state that an adjective tells, which may be its only mention: the Noland consul."""
        body = self._country(countries()[name], name)
        if not body.spans:
            body.spans.append((start, self.text.index(" ", start)))
        return body

    def region(self, name: str, start: int, end: int) -> Body:
        """The government of a region that an adjective tells: the Bavarian premier."""
        body = self.ensure_government(name)
        if not body.spans:
            body.spans.append((start, end))
            body.territory = body.territory or listed().get(name)
            body.acts = False
        return body

    def _with_head(self) -> list[Named]:
        """Bodies by the noun that says what they are: X University, Department of X."""
        kinds, matcher = _heads()
        parts: dict[int, Stretch] = {}
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            head = self.capitals.at(start)
            if head is not None and self.capitals.ends[head] == end and not self._is_field(head):
                begin, stop = (
                    self.capitals.starts[self._leftmost(head)],
                    self._rightmost(end, kinds[index]),
                )
                kept = parts.get(begin)
                if kept is None or kept[1] < stop:
                    parts[begin] = (begin, stop, kinds[index])
        return [named for part in self._joined(parts) if (named := self._named(*part))]

    def _is_field(self, head: int) -> bool:
        """Whether a word only begins the name of a field: the Industries and Commerce Minister."""
        capitals, domain = self.capitals, words("domain")
        goes_on = capitals.gap(head) in (" and ", ", ") and capitals.words[head + 1] in domain
        return goes_on and capitals.words[head] in domain

    def _leftmost(self, head: int) -> int:
        """The first word of a name that ends with its head."""
        capitals, domain = self.capitals, words("domain")
        first = head
        while first > 0 and head - first < LONGEST:
            word, gap = capitals.words[first - 1], capitals.gap(first - 1)
            named_for = gap == " of " and word in NAMED_FOR  # Port of X Authority
            if word in _no_body() and not named_for:
                break
            listed = word in domain and capitals.words[first] in domain
            owner = gap in ("'s ", "’s ") and word in OWNERS
            if not (gap in GAPS or owner or named_for or (listed and gap in (" and ", ", "))):
                break
            first -= 1
        return first

    def _rightmost(self, end: int, kind: OrganisationKind) -> int:
        """The end of a name, with what the body is for: Department of Culture and Tourism."""
        tail = TAIL.match(self.text, end)
        end = tail.end() if tail else end
        if self.text.startswith(ABROAD, end):
            return end + len(ABROAD)
        match = DOMAIN.match(self.text, end)
        if match is None:
            return end
        field = domain_end(self.text, match.start("first"), match.end())
        if not field and kind is OrganisationKind.ASSOCIATION:
            first = match["first"].split(" ")[0]  # the Association of Arbitrators
            known = first in self.places or first in countries() or first in _no_body()
            return end if known else match.start("first") + len(first)
        return max(end, field)

    def _joined(self, parts: dict[int, Stretch]) -> list[Stretch]:
        """Bodies of bodies as one: the Foreign Affairs Office of X Province."""
        places = {m.start: m.end for m in reversed(self._places.mentions)}
        lands = {m.start: m.end for m in self._of_countries()}
        joined: dict[int, Stretch] = {}
        for begin, stop, kind in sorted(parts.values(), reverse=True):
            end = stop
            for _ in range(2):
                of = OF.match(self.text, end) if kind in JOINING else None
                seat = of is not None and of[0].startswith((" in ", " at "))
                placed = seat and not MISSION.search(self.text, begin, end)
                after = of.end() if of and not placed else -1  # a ministry of X that meets in Y
                further = joined[after][1] if after in joined else 0
                end = max(end, further, places.get(after, 0), lands.get(after, 0))
            joined[begin] = (begin, end, kind)
        return list(joined.values())

    def _named(self, begin: int, stop: int, kind: OrganisationKind) -> Named | None:
        name = self.text[begin:stop]
        if (" " not in name and name not in ALONE) or (PAIRED.match(name) and JOINT.search(name)):
            return None
        if JOINT.search(name) and self.text[begin - 1 : begin] in ("-", "–"):
            return None  # the A Province–B Province Joint Committee
        place = self._places.first_within(begin, stop)
        sender = self._sender(name)
        if sender:
            return Named(begin, stop, sender)
        governs = GOVERNMENT.match(name)
        if governs:
            land = countries().get(governs["behind"] or "")
            if land:
                return Named(begin, stop, self._country(land, name))
            own = self._places.full(place.base, place.level) if place else _unlisted(governs)
            if own is None:
                return None
            body = self.ensure_government(own)
            body.acts = False
            return Named(begin, stop, body)
        body = self.body(
            name, self._kind(name, kind, place is not None), place.base if place else None
        )
        if self._is_known(name, body.kind, stop):
            self._known.add(id(body))
        body.acts = id(body) in self._known
        if place and body.side:
            body.side.spans.append((place.start, place.end))
        return Named(begin, stop, body)

    def _sender(self, name: str) -> Body | None:
        """The state that an embassy or a consulate acts for."""
        if not MISSION.search(name):
            return None
        for word, country in (*peoples().items(), *((land, land) for land in countries())):
            if word and re.search(rf"\b{re.escape(word)}\b(?! in\b)", name):
                return self._country(countries()[country], country)
        return None

    def _is_known(self, name: str, kind: OrganisationKind, stop: int) -> bool:
        """Whether a body is one by name; offices of governments are facts only where they act."""
        if VERBS.match(self.text, stop):
            return True
        proper = proper_words(name)
        alliance = kind is OrganisationKind.ASSOCIATION and len(name.split()) > 2
        named = bool(proper) or name.startswith("CPC ") or alliance
        return kind is not OrganisationKind.GOVERNMENT and named

    @staticmethod
    def _kind(name: str, kind: OrganisationKind, of_place: bool) -> OrganisationKind:
        if (
            "People's Congress" in name.replace("’", "'")
            or "CPPCC" in name
            or "Political Consult" in name
        ):
            return OrganisationKind.LEGISLATURE
        if kind is OrganisationKind.PARTY:
            party = re.search(r"\b(?:CPC|Communist|Party|Central)\b", name)
            local = of_place and re.search(
                r"(?:Provincial|Municipal|Prefectural|County|District) Committee$", name
            )
            return (
                kind if party or local or name == "Standing Committee" else OrganisationKind.OTHER
            )
        if (
            kind is OrganisationKind.LEGISLATURE
            and name.endswith("Council")
            and not COUNCILS.search(name)
        ):
            return OrganisationKind.ASSOCIATION
        return kind


PAIRED = re.compile(  # what two places have together is no third party
    rf"{WORD}(?: {WORD}){{0,2}}[-–](?:{WORD} )+(?:Group|Committee|Commission|Council|Network|Forum|Conference)$"
)
JOINT = re.compile(
    r"\b(?:Joint|Working|Steering|Intergovernmental|Inter-Governmental|Governmental|Bilateral|Mixed|Binational|Interregional|Cooperation|Friendship|Economic|Exchange|Business|Partnership)\b"
)
ABROAD = " for Friendship with Foreign Countries"
MISSION = re.compile(r"\b(?:Embassy|Consulate)")
ALONE = ("Parliament", "UNESCO", "CPAFFC", "CCPIT", "CPPCC")
JOINING = frozenset(OrganisationKind) - {OrganisationKind.COMPANY, OrganisationKind.MEDIA}
