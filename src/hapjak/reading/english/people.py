"""People with their posts in English reports: before the name, or behind it in commas."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.english.bodies import EnglishBodies, proper_words
from hapjak.reading.english.gazetteer import peoples, regional
from hapjak.reading.english.names import Name, Names, beside_names, is_address, surname
from hapjak.reading.english.posts import Office, Posts
from hapjak.reading.english.sides import Sides
from hapjak.reading.english.vocabulary import words
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People, add_form
from hapjak.reading.sentences import Sentence
from hapjak.text.patterns import Worded

BEFORE = re.compile(
    r"(?:,| –| —| -)? (?:(?:the|a|an|then|current|former|newly[- ]appointed|new|incumbent|who is|who was|as|also|visiting) )*"
    r"(?:[A-Z]\w+['’]s )?$"
)
AFTER = re.compile(r",? (?:and )?")
AND = re.compile(r"(?:[,;]? and|[,;]) (?=[A-Z])")
NAMES = re.compile(r"(?:,| \(|:)? ?(?=[A-Z])")
BLANK = re.compile(r" (?:(?:present|attending|from both sides) )?(?:(?:were|are|was) )?")
UNLISTED = re.compile(r" (?:of|from) (?:the )?(?P<place>[A-Z]\w+(?: [A-Z]\w+){0,2})")
OWN_PLACE = re.compile(r" (?:of|from) (?:the )?|, (?:of )?(?=[A-Z])")
# Whom a name stands for: Governor A of X; B, on behalf of Y; C signed for Z
STANDS_FOR = re.compile(
    r",? (?:(?:has |have )?(?:signed|signing|signs|acting|speaking|was signing) )?"
    r"(?:of|from|for|on behalf of|representing|represented|represents) (?:the )?(?:(?:[Gg]overnment|[Pp]rovince|[Ss]tate|[Cc]ity) of )?"
)
ENCLOSED = re.compile(r"[,.;)]|$| (?:on|in|at|said|and|to)\b", re.M)
HEADED = re.compile(r"(?: [\w-]+){0,4},? (?:led|headed) by (?:the |its |their )?$")
GOVERNMENT = OrganisationKind.GOVERNMENT
ELIDED = (OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)
NOBODYS = ("People's Committee", "People’s Committee")
JOINT = (OrganisationKind.ASSOCIATION, OrganisationKind.COMPANY, OrganisationKind.INSTITUTE)
LIST = re.compile(r"(?:, and|,| and) $")
REACH = 60  # characters before a post in which commas and articles stand
LOCAL = re.compile(r"(?:governor|mayor|premier|minister|secretary|commissioner)$", re.I)
DOCTRINE = re.compile(
    r"['’]s (?:important |ongoing |official )*(?:entourage|speech|instruction|thought|requirement|visit|exposition|call|vision|inspection)"
)
DOCTRINE_OF = re.compile(
    r"(?:speech(?:es)?|instructions?|spirit|thought|requirements|visit|leadership) (?:of|by) (?:the )?$"
)
ATTENDED = Worded(
    r"\b(?:attended|took part|participated|were present|also present|accompanied|joined|were among)\b"
)


class EnglishPeople(People):
    """The people of an English text."""

    before = r"(?<![\w-])"
    after = r"(?![\w-])"

    def __init__(self, text: str, sentences: list[Sentence], bodies: EnglishBodies) -> None:
        super().__init__(text, bodies, "en")
        self._names = Names(bodies)
        self._sides = Sides(text, bodies)
        self._capitals = bodies.capitals
        self._lone: list[tuple[Name, list[Office]]] = []
        self._spellings: dict[str, str] = {}
        self._guessed: set[str] = set()  # people whose side no printed post tells
        runs = list(Posts(text, bodies).runs())
        self._envoys = {
            o.title.lower(): o.body for run in runs for o in run if o.kind == "envoy" and o.body
        }
        for run in runs:
            self._take(run)
        self._address_lone()
        self._sides.give(self.by_name)
        self._present(sentences)
        self.find_again()
        self._called_again()

    def _take(self, run: list[Office]) -> None:
        """Give a run of posts to the names that stand with it."""
        head, last = run[0], run[-1]
        if last.plural and last.body and self._respectively(run):
            return
        close = self._close(last)
        earlier = self._earlier(head) if close is None or len(run) > 1 else []
        own = run[:-1] if close or self._is_another(run) else run
        for name in earlier:
            self._name(name, own)
        if earlier and close is None:
            return
        run = run[-1:] if earlier else run
        following = close or self._behind_comma(last)
        while following:
            end = self._name_with_place(following, run)
            more = AND.match(self.text, end) if last.plural else None
            following = self._names.after(more.end()) if more else None

    def _respectively(self, run: list[Office]) -> bool:
        """Several bodies behind one title, then as many names: the ministers of X and Y, A and B."""
        bodies, end = [run[-1].body], run[-1].end
        while (more := AND.match(self.text, end)) and (named := self.bodies.at(more.end())):
            bodies.append(named.body)
            end = named.end
        gap = NAMES.match(self.text, end)
        name = self._names.after(gap.end()) if gap and len(bodies) > 1 else None
        names: list[Name] = []
        while name:
            names.append(name)
            more = AND.match(self.text, name.end)
            name = self._names.after(more.end()) if more else None
        if len(names) != len(bodies):
            return False
        for found, body in zip(names, bodies, strict=True):
            self._name(found, [replace(office, body=body) for office in run])
        return True

    def _is_another(self, run: list[Office]) -> bool:
        """Whether the last post of a run is of another side, so that its holder is not named."""
        sides = [self.bodies.side_of(office.body) for office in run if office.body]
        return len(run) > 1 and len(sides) > 1 and sides[-1] is not sides[0]

    def _behind_comma(self, last: Office) -> Name | None:
        """The name in apposition to a post: the Governor of X, Kim Min-soo; the minister, Mr Lin."""
        gap = AFTER.match(self.text, last.end)
        if gap is None or "," not in gap[0]:
            return None
        sure = last.body is not None or last.plural or is_address(self.text, gap.end())
        name = self._names.after(gap.end())
        weak = last.plural and last.title.lower().rstrip("s").split(" ")[-1] in words("weak_title")
        if weak and name is not None and len(name.words) == 1:
            return None  # leaders from X, Y and Z
        alone = name is not None and len(name.words) > 1 and ENCLOSED.match(self.text, name.end)
        the = (
            self.text[max(0, last.start - 6) : last.start]
            .lower()
            .endswith(("the ", " its ", " their "))
        )
        return name if sure or (alone and the) else None

    def _name_with_place(self, name: Name, run: list[Office]) -> int:
        """Name a person whose place stands behind the name: Governor A of X, Mayors B of Y and C of Z."""
        named = self._own_place(name, run)
        placeless = run[-1].plural or run[-1].body is None
        unlisted = UNLISTED.match(self.text, name.end) if placeless and not named else None
        body = named.body if named else None
        if unlisted and run[-1].kind == "government" and not run[-1].plural:
            body = self.bodies.ensure_government(unlisted["place"])
            body.spans.append(unlisted.span("place"))
        self._name(name, [replace(o, body=body) for o in run] if body else run)
        return named.end if named else unlisted.end() if unlisted else name.end

    def _own_place(self, name: Name, run: list[Office]) -> Named | None:
        """The body behind a name: of several with one title, or of a post without a body."""
        if run[-1].plural:
            own = OWN_PLACE.match(self.text, name.end)
            return self.bodies.at(own.end()) if own else None
        if any(office.body for office in run) or run[-1].kind == "envoy":
            return None
        own = STANDS_FOR.match(self.text, name.end)
        named = self.bodies.over(own.end()) if own else None
        side = self.bodies.side_of(named.body) if named else None
        governs = run[-1].kind in ("government", "party")
        return named if side and (side.kind is GOVERNMENT) >= governs else None

    def _close(self, last: Office) -> Name | None:
        """The name right behind a post: Governor Kim; the Premiers present were A and B."""
        blank = BLANK.match(self.text, last.end)
        return (
            self._names.after(blank.end()) if blank and (last.plural or blank[0] == " ") else None
        )

    def _earlier(self, head: Office) -> list[Name]:
        """The names before a post in apposition: Rex Paris, mayor of …; A, B and C, leaders of …"""
        left = max(0, head.start - REACH)
        between = BEFORE.search(self.text[left : head.start])
        if between is None or not between[0].startswith((",", " who", " –", " —", " -")):
            return []
        end = left + between.start()
        bracket = self.text.rfind(" (", max(0, end - 30), end) if self.text[end - 1] == ")" else -1
        name = self._names.before(bracket if bracket > 0 else end)
        if name is None or (len(name.words) == 1 and head.body is None):
            return []
        found = [name]
        while (
            head.plural
            and name
            and (more := LIST.search(self.text[max(0, name.start - 8) : name.start]))
        ):
            name = self._names.before(name.start - len(more[0]))
            found += [name] if name else []
        return found[::-1] if len(found) > 1 or not head.plural else []

    def _name(self, name: Name, run: list[Office]) -> None:
        if len(name.words) == 1:
            if run[-1].title.lower() not in words("weak_title"):
                self._lone.append((name, run))
            return
        local = run[-1].kind == "government" and LOCAL.search(run[-1].title)
        behind = DOCTRINE.match(self.text, name.end)
        if not local and (
            behind or DOCTRINE_OF.search(self.text, max(0, run[0].start - 24), run[0].start)
        ):
            return
        self._post(self.text[name.start : name.end], name.start, run)

    def _post(self, name: str, start: int, run: list[Office]) -> Figure:
        posts = [
            PostHeld(_singular(o), self._holder(o, run), self.text[o.start : o.end]) for o in run
        ]
        figure = self.add(self._spelled(name), start, posts)
        self._make_sure(figure, posts, any(office.body for office in run))
        figure.spans[-1] = (start, start + len(name))
        if name != figure.name:
            add_form(figure, "en", name)
        return figure

    def _make_sure(self, figure: Figure, posts: list[PostHeld], printed: bool) -> None:
        """A body that is printed with a post later holds against one that was only guessed."""
        if printed and figure.name in self._guessed:
            told = {post.title.lower(): post for post in posts}
            figure.posts = [told.get(post.title.lower(), post) for post in figure.posts]
            figure.side = next((self.bodies.side_of(p.body) for p in posts if p.body), figure.side)
        if printed:
            self._guessed.discard(figure.name)
        elif len(figure.spans) == 1:
            self._guessed.add(figure.name)

    def _spelled(self, name: str) -> str:
        """The spelling under which a person was named first: WANG Xiaodong is Wang Xiaodong."""
        return self._spellings.setdefault(name.upper().replace(". ", "."), name)

    def _holder(self, office: Office, run: list[Office]) -> Body | None:
        """Whose post it is; an envoy's is the country that the text gives such an envoy.

        “Chairwoman and secretary general of the X Council” are both of the council.
        """
        if office.kind == "envoy":
            return office.body or self._envoys.get(office.title.lower())
        body = (
            office.body
            or self._headed(office)
            or next((o.body for o in run if o.body and o.body.kind in JOINT), None)
        )
        elided = body is not None and (body.kind in ELIDED or body.name in NOBODYS)
        owned = body is not None and any(
            word in peoples() or word in regional() for word in body.name.split(" ")
        )
        if body and body.side is None and elided and not owned and not proper_words(body.name):
            body = None  # the Provincial Party Committee: whose is not told
        if body is None and office.kind in ("government", "party"):
            told = (o.body for o in run if o.body and o.body.kind is GOVERNMENT)
            body = next(told, None) or self._sides.nearest(office.start, office.title)
            return self.holder(body, office.kind) if body else None
        return self.holder(body, office.kind)

    def _headed(self, office: Office) -> Body | None:
        """The body whose group somebody of it leads: the X Congress headed by Vice Chairman A."""
        led = HEADED.search(self.text, max(0, office.start - REACH), office.start)
        if led is None or office.kind != "body":
            return None
        before = self.bodies.inside(max(0, office.start - 2 * REACH), office.start)
        near = before[-1] if before else None
        return near.body if near and HEADED.fullmatch(self.text, near.end, office.start) else None

    def _address_lone(self) -> None:
        """“Governor Kim” is who bears that name in full; without one, a person of that name."""
        bearers = self._bearers()
        for name, run in self._lone:
            word = name.words[0]
            if word.title() not in bearers:
                bearers[word.title()] = self._post(word, name.start, run)
            elif bearer := bearers[word.title()]:
                bearer.spans.append((name.start, name.end))

    def _present(self, sentences: list[Sentence]) -> None:
        """People named without a post in a list of who took part."""
        for sentence in sentences:
            if ATTENDED.search(sentence.text):
                for first in self._capitals_in(sentence):
                    name = self._names.after(self._capitals.starts[first])
                    if name and self._is_person(name) and not self._known(name):
                        self.add(self.text[name.start : name.end], name.start, [])

    def _capitals_in(self, sentence: Sentence) -> list[int]:
        starts = self._capitals.starts
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        return [i for i in range(first, last) if not (i and self._capitals.joined(i - 1))]

    def _known(self, name: Name) -> bool:
        return self.text[name.start : name.end] in self.by_name

    def _is_person(self, name: Name) -> bool:
        """Whether a name without a post is one of a person: by its family name."""
        return len(name.words) in (2, 3) and name.words[0] in words("surname")

    def surname(self, name: str) -> str:
        return surname(name)

    def _called_again(self) -> None:
        """Where a part of a name stands for the only person who bears it."""
        bearers = self._bearers()
        for index, word in enumerate(self._capitals.words):
            bearer = bearers.get(word.title())
            start, end = self._capitals.starts[index], self._capitals.ends[index]
            if bearer and not self.at(start) and self._alone(index):
                bearer.spans.append((start, end))
        self.index()

    def _bearers(self) -> dict[str, Figure | None]:
        """Who each part of a name stands for; None where several bear it as family name."""
        family: dict[str, Figure | None] = {}
        given: dict[str, Figure | None] = {}
        for name, person in self.by_name.items():
            own = surname(name).title()
            if own not in words("not_name"):  # he is a pronoun before it is a name
                family[own] = None if own in family else person
            parts = {part for part in name.split(" ") if len(part) > 1}
            for part in parts - words("not_name"):
                given[part.title()] = None if part.title() in given else person
        return {part: one for part, one in given.items() if part not in family} | family

    def _alone(self, index: int) -> bool:
        """Whether a word stands by itself, not within another name or a body's."""
        capitals = self._capitals
        if self.bodies.at(capitals.starts[index]):
            return False
        free = beside_names()
        word = capitals.words[index - 1]
        before = index == 0 or not capitals.joined(index - 1) or word in free or word.isupper()
        return before and (not capitals.joined(index) or capitals.words[index + 1] in free)


def _singular(office: Office) -> str:
    """A title written once for several names, as each of them bears it; leaders stay leaders."""
    title = office.title
    weak = title.lower().rstrip("s") in words("weak_title")
    return title[:-1] if office.plural and title.endswith("s") and not weak else title
