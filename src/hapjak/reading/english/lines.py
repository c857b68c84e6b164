"""Clauses of an English sentence that carry a verb and an object of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Body, Encounter, Line
from hapjak.reading.english.cues import CUES
from hapjak.reading.english.vocabulary import words
from hapjak.reading.fields import UNKNOWN, WAYS
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.model import Firmness
from hapjak.text.patterns import Worded

SIDES = (
    r"(?:(?:the|these) (?:two|three|four) (?:sides|cities|provinces|parties|regions|places|governments|states|partners|countries)"
    r"|both (?:sides|cities|provinces|parties|regions|places|governments|states|partners)|both|they|it|he|she|we|the (?:city|province|state|sides|parties))"
)
MODAL = r"(?:would|will|can|could|might|may|should|shall)"
LINE_CUES = LineCues(
    slogan=Worded(
        r"\b(?:thank|gratitude|praised|congratulat|doctrine|spirit of the|whatever|win together|win-win results?$|help(?:ing)? projects|closer contact|understand each other|plan ahead)",
        re.I,
    ),
    concrete=Worded(
        r"\b(?:mechanism|model|platform|agreements?|memorandum|conference|committee|demonstration|(?:action|work|implementation|cooperation) plan|local governments"
        r"|group|office|declaration|hotline|forum|network|program|programme|centre|center|route|festival"
        r"|exchanges? of|(?:endorsed|accepted|approved|supported) [^.;]{3,40}(?:suggestions?|proposals?|invitation))\b",
        re.I,
    ),
    named=re.compile(r"“([^“”]{2,60})”|\"([^\"]{2,60})\"|‘([^‘’]{2,60})’|「([^「」]{2,60})」"),
    leading=re.compile(
        rf"(?:take|taking|took) [^,;]{{3,70}}? as (?:an? |the )?(?:new |good |important )?(?:opportunity|starting point|chance|link|occasion|start|guide|platform)s? to |the [^,;]{{3,60}}? (?:would|will|can) (?:be|become|serve as) an? [^,;]{{3,60}}? (?:for [^,;]{{3,40}} )?to "
        rf"|a way (?:would|could|will|can) be found to |(?:and|also|that|to|for|in|of|jointly to|in particular|{SIDES}|{MODAL}|then|further|likewise|actively"
        r"|so|or|have|continue to|at the same time|next|as well|first|(?:be )?able to|together)\b,? ?"
        r"|(?:besides|in addition to|apart from|on this basis|in the future|in future) [^,]{0,40}, |[\s,;:“\"•·▲△■□◆◇○●▪*–—►▶-]+",
        re.I,
    ),
    both=Worded(
        r"\b(?:both sides|two sides|two cities|two provinces|both cities|both provinces|jointly|together|mutual|each other|co-host|exchange)\b",
        re.I,
    ),
    until=re.compile(r"(?!)"),
    until_before=re.compile(
        r"\b(?:by|before|until|by the end of|end of|no later than)(?: the end of)?\s?$", re.I
    ),
    occasion=Worded(r"\b(?:on the occasion of|taking|in the spirit of) [^,]{2,60}, ", re.I),
    means=re.compile(r"(?!)"),
)
# What follows a line and is no part of it: ends, effects, comments.
RELATIVE = re.compile(
    r", (?:which|who|whose|as (?:the|an?|both|they|part|[A-Z])|so alike|among others)\b"
)
TAIL = re.compile(
    r",? (?:so as to|in order to|in an (?:effort|aim|bid|attempt) to|in a bid to|with a view to|thereby|thus|hence|as well as to help)\b"
    r"|, (?:saying|adding|noting|striving|aiming|making|while|to the (?:good|benefit)|and so|so that|helping"
    r"|he said|she said|he added|she added|for the (?:good|benefit)|to (?:achieve|help|create|promote mutual|make|contribute|bring|better|jointly|serve|lay|inject|write|usher))\b"
    r"|, (?:[A-Z][\w.'-]* ){1,5}(?:said|added|noted|stressed)$| (?:said|added|noted) (?:he|she)\b|[,]? (?:he|she) (?:said|added|noted)\b|[”\"]"
)
# Behind a signing: its parties, day, place and guests.
CIRCUMSTANCE = re.compile(
    r",? (?:between|on behalf of|with (?:the |its |his |her |their )?[A-Z]|in the presence|at (?:the|a|an|[A-Z])|in (?:the )?[A-Z]|during|before|after"
    r"|yesterday|today|earlier|last \w+|this \w+|here|to mark|witnessed|on the (?:occasion|sidelines|same day)"
    r"|on (?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d)"
    r"|(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|by the two|and [A-Z]|aimed at|, )"
)
SUBJECT = re.compile(rf",? (?:also |and [A-Z]\w+ )?(?:{MODAL}|to) ")
ON = re.compile(r"(?:, and|,| and) (?=on [a-z])")


INVITES = re.compile(r"(?:invit|welcom)\w* [^.;]{3,90}? to (?=\w)", re.I)
SIGNS = re.compile(
    r"(?:signed|inked|concluded|sealed|entered into|put their)\b|.*\b(?:was|were) (?:\w+ )?(?:signed|inked|concluded)",
    re.I | re.S,
)
SIGNED_THING = re.compile(
    r"\b(?:agreements?|memorand(?:um|a)|mous?|letters?|contracts?|minutes|statement|declaration|pact|accord|protocol|plan|treaty|deals?"
    r"|documents?|understanding)\b",
    re.I,
)
BINDING = (Firmness.SIGNED, Firmness.AGREEMENT)
AGAIN = re.compile(r"\w+ (?:the|this|that) ")  # a signing of what was told before
MANY = 4  # fields; behind the signing of several instruments none is its own
SEVERAL = re.compile(r"(?:agreement|contract|deal|document|mou|letter|pact)s\b|memoranda", re.I)
CONTENT = 200  # characters behind a signing in which its content is told


@cache
def joint() -> re.Pattern[str]:
    """Where a coordinated clause with its own verb begins."""
    verbs = "|".join(sorted(words("action"), key=len, reverse=True))
    gerunds = "|".join(sorted({_gerund(verb) for verb in words("action")}, key=len, reverse=True))
    before = r"(?:to |will |would |should |jointly |also |further |actively |continue to |help |that |they |both |the two sides )*"
    return re.compile(
        rf"(?:, and|;(?: and)?|,| and|, as well as| as well as) (?={before}(?:{verbs}|{gerunds})\b(?= (?!of\b|and\b|or\b|between\b|to the\b|in the\b|among\b)[\w‘“「'\"]))"
        r"|(?:, and|,| and) ?(?=▲)|▲ ?",
        re.I,
    )


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in ("set", "cut", "run", "step") else "") + "ing"


class EnglishLines(Lines):
    """Lines of an English text."""

    def __init__(self, bodies: Bodies, variety: str, published: str | None) -> None:
        super().__init__(bodies, variety, published, CUES, LINE_CUES)

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        end = self._end(said)
        begin = said.start
        if said.firmness is Firmness.SIGNED:  # one signing is one line, whatever it is for
            yield begin, end
            return
        for match in joint().finditer(self.text, said.start, end):
            if match.start() - begin > 10:
                yield from self._parts(begin, match.start())
                begin = match.end()
        yield from self._parts(begin, end)

    def _end(self, said: Said) -> int:
        """Where what is promised ends and its purpose or circumstances begin."""
        pattern = CIRCUMSTANCE if said.firmness is Firmness.SIGNED else TAIL
        for match in pattern.finditer(self.text, said.start + 12, said.end):
            if not match[0].startswith(" and ") or self._bodies.at(match.end() - 1):
                return match.start()
        return said.end

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """“cooperate on A, on B and on C” names three lines; a comment on the way is none."""
        comment = RELATIVE.search(self.text, start + 10, end)
        end = comment.start() if comment else end
        if " on " in self.text[start:end]:
            for match in ON.finditer(self.text, start, end):
                yield start, match.start()
                start = match.end() + 3
        yield start, end

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """A line without what says nothing at its head, a subject before its verb too."""
        start, end = super().trim(start, end)
        named = self._bodies.at(start)
        verb = SUBJECT.match(self.text, named.end, end) if named else None
        return super().trim(verb.end(), end) if verb else (start, end)

    def codes(self, start: int, end: int) -> list[str]:
        """Fields in order; exchange as such comes last, an invitation is exchange itself."""
        text = self.text[start:end]
        invited = INVITES.match(text)
        codes = super().codes(start + invited.end() if invited else start, end)
        if invited and all(code[:3] in WAYS for code in codes):
            return ["EXT"]
        if SIGNS.match(text) and all(code == UNKNOWN for code in codes):
            codes = super().codes(start, min(len(self.text), end + CONTENT))
            codes = ["EXT03"] if "EXT03" in codes else self._content(text, codes)
        return codes

    @staticmethod
    def _content(text: str, codes: list[str]) -> list[str]:
        """The field of what is told behind a signing; many instruments of many have none."""
        return [] if len(codes) >= MANY and SEVERAL.search(text) else codes[:1]

    def settle(self, lines: list[Line]) -> list[Line]:
        """One signing told twice is one line, where it says most (rule 6)."""
        kept: dict[tuple[str, str], Line] = {}
        for line in lines:
            key = self._signed_thing(line)
            if key and (key not in kept or line.end - line.start > kept[key].end - kept[key].start):
                kept[key] = line
        named = {noun for noun, field in kept if field != UNKNOWN}
        dropped = {noun for noun, field in kept if field == UNKNOWN and noun in named}
        last = [
            line for (noun, field), line in kept.items() if field != UNKNOWN or noun not in dropped
        ]
        bound = sum(line.firmness in BINDING for line in lines)
        last = [line for line in last if not (bound > 1 and self._is_again(line))]
        return [line for line in lines if self._signed_thing(line) is None or line in last]

    def _is_again(self, line: Line) -> bool:
        """Whether a line only says that what was told before was signed."""
        told = super().codes(line.start, line.end)
        return bool(AGAIN.match(self.text, line.start)) and all(code == UNKNOWN for code in told)

    def _signed_thing(self, line: Line) -> tuple[str, str] | None:
        """What a line says is signed, and its field."""
        if line.firmness is not Firmness.SIGNED:
            return None
        noun = SIGNED_THING.search(self.text, line.start, line.end)
        return (noun[0].lower().rstrip("s"), line.field) if noun else None

    def _sides(
        self, said: Said, text: str, firmness: Firmness, meeting: Encounter | None
    ) -> tuple[list[Body], list[Body]]:
        """Who acts toward whom; “the two sides” may stand before the verb."""
        before = self.text[max(said.sentence.start, said.start - 60) : said.start]
        return super()._sides(said, f"{before[-40:]} {text}", firmness, meeting)
