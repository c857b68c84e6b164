"""The verbs of an English report that tell who speaks and how firm the words are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.english.vocabulary import words
from hapjak.reading.model import Firmness

BOTH = r"(?:sides|cities|provinces|parties|regions|places|governments|states|prefectures|partners|countries|counties|districts|localities|leaders|delegations)"
OWN = rf"(?:the (?:two|three|four) {BOTH}|(?:both|all) {BOTH}|(?:the )?(?:sides|parties)|each (?:side|city|party|other)|both|the two|they)"
MODAL = r"(?:would|will|can|could|might|may|should|to|jointly|also|further|together|actively|continue|next|be able|work together|join hands)"
DAY = r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|here|also|jointly)"
GOES_ON = rf"(?: (?:that|as well|{OWN}|{MODAL})\b)*"
# What one calls on somebody to do when it is a visit, not an appeal.
ERRANDS = r"(?:discuss|exchange|express|convey|talk|review|present|pay|introduce|bid|thank|explore|congratulate)"
CUE = re.compile(
    r"(?P<signed>(?:signed|inked|concluded|sealed|finali[sz]ed|entered into|put their names to|renewed)\b"
    r"(?! (?:in|by|last|that|between|up by)\b)(?=[^.;]{0,120}\b(?:agreements?|memorand(?:um|a)|mous?|letters?|contracts?|minutes|statement|declaration|pact"
    r"|accord|protocol|plan|treaty|documents?|charter|deals?|understanding|relations?|relationship|ties)\b))"
    r"|(?P<was_signed>(?:was|were) (?:also |then |both |jointly )?(?:signed|inked|concluded)\b(?! by\b))"
    rf"|(?P<agreement>(?:agreed (?:{DAY} )?(?:to|that|on|in principle to|upon)|(?:was|were) (?:also )?(?:decided|agreed) (?:to|that)|decided to|resolved to|consented to|undertook to"
    r"|reached (?:an? )?(?:broad |important |initial |preliminary )?(?:consensus|agreements?|understandings?) (?:on|to|in|over)"
    rf"|came to (?:an )?agreement on){GOES_ON})"
    r"|(?P<terms>(?:calls for|provides for|covers|includes|envisages|stipulates|commits (?:both|the two) \w+ to|sets out|foresees)\b)"
    rf"|(?P<hope>(?:hop(?:ed|es|e|ing)|want(?:s|ed)?(?= to see\b)|wish(?:ed|es)?|expect(?:ed|s)?|anticipates?|aspires?"
    r"|express(?:ed|es|ing)? (?:his |her |its |their |the |a |an )?(?:strong |sincere |keen |great |earnest )?(?:hopes?|wish(?:es)?|desire|expectations?|interest|willingness)"
    r"|look(?:s|ed|ing)? forward|would like|(?:is|are|was|were) (?:very |also |particularly )?(?:keen|eager|interested))\b"
    rf"(?: (?:that|to seeing|to see|to|for|of|in)\b)*{GOES_ON})"
    r"|(?P<visit>invit(?:ed|es|e|ing) [^.;:]{3,90}? (?:to (?:visit|come|attend|take part|participate|join|invest|travel|see|send|lead|establish|set up|settle)|to (?:an?|the|his|her|its|their) )\b"
    r"|welcom(?:ed|es|e|ing) (?![^.;:]{0,40}\b(?:delegation|guests|party|entourage)\b)[^.;:]{3,90}? to (?:visit|come|invest|travel|settle|set up|do business)\b)"
    rf"|(?P<proposal>(?:proposed(?! (?:at|by|in|during)\b)|proposes|propose|proposing|suggested|suggests|suggest|recommended|recommends|call(?:ed|s|ing)? (?:for|on(?=(?:(?! and )[^.;]){{3,90}}? to (?!{ERRANDS})[a-z]))|urg(?:ed|es|ing)|encourag(?:ed|es)"
    rf"|asked(?= (?:[\w’'-]+ ){{1,5}}?to [a-z])|requested|advised|advocated|let us|let’s|let's|should|ought to|need to|needs to|must|can|could)\b(?: (?:that|to|also|both|jointly|further|together|{OWN})\b)*)"
    r"|(?P<assent>(?:endorsed|agreed with|accepted|agreed to|welcomed|supported|approved) (?:[\w’']+ ){0,4}?(?:suggestions?|proposals?|invitation)\b)"
    r"|(?P<done>(?:has|have) (?:already )?(?:been )?(?=\w+ed\b|sent|built|bought|sold|held))"
    r"|(?P<intention>(?:will|shall|pledged to|pledges to|pledged that|vowed to|promised to|promised that|plans? to|planned to|intends? to|intended to"
    r"|committed to|commits to|would|(?:is|are|was|were|stands?|be) (?:always |also |fully )?(?:willing|ready|prepared|determined|going|set|committed) to)\b"
    r"(?: (?:also|jointly|further|both|together|continue to|actively|now|next|in turn|in future|in the future)\b)*)",
    re.I,
)
TRIGGERS = (
    "signed",
    "inked",
    "concluded",
    "sealed",
    "finali",
    "entered",
    "put",
    "renewed",
    "was",
    "were",
    "agreed",
    "decided",
    "resolved",
    "consented",
    "undertook",
    "reached",
    "came",
    "calls",
    "provides",
    "covers",
    "includes",
    "envisages",
    "stipulates",
    "commits",
    "sets",
    "foresees",
    "hop",
    "wish",
    "expect",
    "anticipate",
    "aspire",
    "express",
    "look",
    "want",
    "would",
    "is",
    "are",
    "invit",
    "welcom",
    "propos",
    "suggest",
    "recommend",
    "call",
    "urg",
    "encourag",
    "requested",
    "asked",
    "advised",
    "advocated",
    "let",
    "should",
    "ought",
    "need",
    "must",
    "can",
    "could",
    "endorsed",
    "accepted",
    "supported",
    "approved",
    "has",
    "have",
    "will",
    "shall",
    "pledge",
    "vowed",
    "promised",
    "plan",
    "intend",
    "committed",
    "stand",
    "be",
)
FIRMNESS = {
    "signed": Firmness.SIGNED,
    "was_signed": Firmness.SIGNED,
    "agreement": Firmness.AGREEMENT,
    "terms": Firmness.AGREEMENT,
    "hope": Firmness.HOPE,
    "visit": Firmness.PROPOSAL,
    "proposal": Firmness.PROPOSAL,
    "assent": Firmness.INTENTION,
    "done": Firmness.DONE,
    "intention": Firmness.INTENTION,
}
BOUND = re.compile(rf"agreed (?:{DAY} )?(?:to|on|that|in|upon)\b")  # no saying, but a bond
WHOLE = ("signed", "done", "visit", "assent")  # the verb itself belongs to the line
MODALS = ("intention", "proposal")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", re.M)


class Verb(Struct, frozen=True):
    """A governing verb: the group of `CUE` that it is, and where it stands in the text."""

    group: str
    start: int
    end: int

    @property
    def firmness(self) -> Firmness:
        return FIRMNESS[self.group]

    @property
    def whole(self) -> bool:
        """Whether the line begins with the verb: signed, invited."""
        return self.group in WHOLE


@cache
def _triggers() -> AhoCorasick:
    return AhoCorasick(list(TRIGGERS), matchkind=MatchKind.LeftmostLongest)


@cache
def _sayings() -> AhoCorasick:
    return AhoCorasick(sorted(words("saying")), matchkind=MatchKind.LeftmostLongest)


class Verbs:
    """All governing verbs and verbs of saying of one text, each found once."""

    def __init__(self, text: str, lowered: str) -> None:
        quotes = [match.span() for match in QUOTED.finditer(text)]
        self._quote_starts = [start for start, _ in quotes]
        self._quotes = quotes
        self.sayings = [
            (start, end)
            for _, start, end in _sayings().find_matches_as_indexes(lowered)
            if _is_word(lowered, start, end)
            and not self.quoted(start)
            and not BOUND.match(lowered, start)
        ]
        self._saying_starts = [start for start, _ in self.sayings]
        self.cues = list(self._cues(text, lowered))
        self._cue_starts = [cue.start for cue in self.cues]

    def _cues(self, text: str, lowered: str) -> Iterator[Verb]:
        last = 0
        for _, start, _ in _triggers().find_matches_as_indexes(lowered):
            if start < last or lowered[start - 1 : start].isalnum():
                continue
            match = CUE.match(text, start)
            if match:
                yield Verb(match.lastgroup or "", *match.span())
                last = match.end()

    def quoted(self, position: int) -> bool:
        """Whether a place lies between quotation marks."""
        index = bisect_left(self._quote_starts, position + 1) - 1
        return index >= 0 and position < self._quotes[index][1]

    def said(self, start: int, end: int) -> list[tuple[int, int]]:
        """Verbs of saying in a stretch, outside of quotation marks."""
        first, last = bisect_left(self._saying_starts, start), bisect_left(self._saying_starts, end)
        return self.sayings[first:last]

    def within(self, start: int, end: int) -> list[Verb]:
        """Governing verbs in a stretch."""
        first, last = bisect_left(self._cue_starts, start), bisect_left(self._cue_starts, end)
        return self.cues[first:last]


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
