"""Acts that English reports tell: meetings, visits and signings, by their words alone.

One automaton finds the words that may begin an act, one pattern at that place tells
which act it is; who takes part stands in `parties`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from hapjak.reading.cues import meeting_kinds
from hapjak.reading.english.cues import INSTRUMENTS, SIGNS, WAS_SIGNED
from hapjak.reading.english.verbs import ERRANDS
from hapjak.reading.english.vocabulary import letter_tree, words
from hapjak.reading.model import MeetingKind
from hapjak.reading.sentences import Sentence

TERMS = f"{letter_tree(meeting_kinds('en'))}(?! (?:[Rr]oom|[Hh]all|[Cc]ent(?:re|er)))"
TIE = (
    r"(?:sister(?:hood)?|twin(?:ning|ned)?|friendship)[- ](?:(?:and )?[\w-]+[- ]){0,2}?(?:ties?|relations?(?:hips?)?|partnerships?|agreements?|program(?:me)?s?|links?|arrangements?)"
    r"|twinning|sisterhood|sister (?:cities|states|provinces|prefectures|counties|regions)"
)
GUEST = (
    r"(?:delegations?|counterparts?|entourage|visitors|guests?|party|mission|group|team|officials|representatives|leaders|governors?|gov\.|mayors?|ministers?|premiers?"
    r"|ambassadors?|consuls?|secretary|councillors|vice|deputy|lieutenant|lord|chief|chair(?:man|woman|person)?|president|director|commissioner|head|speaker|prince|king|queen"
    r"|sultan|emir|chancellor|dr|mr|ms|mrs|rector|prefect|marshal|minister-president|[a-z]+['’]s)"
)
SIDE = r"(?:(?!(?:and|said|that|news|decision|move) )[\w’'.-]+ ){0,6}?"  # words before a guest
TOGETHER = r"(?:also |jointly |formally |officially |virtually |today |recently |then |soon )*"
NO_TALKS = (
    r"(?! (?:the|its|their|all|his|her|these|those) (?:[\w-]+ )?(?:needs?|demands?|targets?|goals?|requirements?|conditions?|standards?|challenges?|deadline|criteria)\b"
    r"| (?:[A-Z]\w+ )?(?:supporters|voters|reporters|journalists|residents|students|patients|victims|workers|staff|fans|families|farmers|parents|teachers|troops)\b"
    r"| (?:an?|more|over|\d+|attention|support|training|education|funding|regional|resistance|opposition|criticism)\b(?! (?:[\w-]+ ){0,4}?(?:delegation|group|mission|team|party|counterpart)))"
)
ACT = re.compile(
    rf"(?P<met>(?:met|meets|meet|(?:(?<=\bwhen )|(?<=\bwhile )|(?<=\bafter )|(?<=\bbefore )|(?<=\bby )|(?<=\bin )|(?<=\bupon ))meeting(?= (?:with |the |his |her |a |visiting )?[A-Z]))\b"
    rf"(?: (?:up|again|here|online|virtually|separately|face[- ]to[- ]face|in person))*(?: with)?\b{NO_TALKS}"
    r"|sat down(?: for [\w ]{1,30})? with|conferred with|(?:spoke|spoken|talked) (?:with|by (?:tele)?phone|on the (?:tele)?phone|(?:via|by) video))"
    rf"|(?P<call>(?:call(?:ed|s|ing)?) on\b(?= {SIDE}{GUEST}\b)(?! (?:(?! and )[^;]){{3,90}}? to (?!{ERRANDS})[a-z])"
    r"|(?:paid|pays|pay|paying|made|makes|making) (?:an?|his|her|their) (?:[\w-]+ ){0,4}?(?:call|visit)\b(?: on| to)?|courtesy (?:call|visit)\b)"
    rf"|(?P<host>(?:welcom(?:ed|es|ing)|host(?:ed|s|ing)|greet(?:ed|s|ing)|receiv(?:ed|es|ing))\b(?: by\b|(?= {SIDE}{GUEST}\b)))"
    rf"|(?P<held>(?:held|holds?|holding|had|have|having|conducted|conven(?:ed?|es|ing)|opened|opens|attend(?:ed|s|ing)?|took part in|takes? part in|participat(?:ed|es|ing) in|co-?host(?:ed|s|ing)?"
    r"|co-?chair(?:ed|s|ing)?|chaired|presided over|organi[sz]ed|launched|inaugurated|addressed|kicked off|concluded|hosted|hosts|began|met for|gather(?:ed)? for|gave)\b"
    rf"[^;]{{0,60}}?\b(?P<held_term>{TERMS})\b)"
    r"|(?P<meal>(?:hosted|hosts|gave|held) an? (?:[\w-]+ ){0,2}?(?:reception|dinner|luncheon|lunch|banquet)\b(?= (?:[^;]{0,60}? )?for\b| in hono))"
    rf"|(?P<sign>(?:{SIGNS}|sign)\b[^;]{{0,110}}?\b(?:{INSTRUMENTS}|{TIE})\b"
    rf"|(?:forg(?:ed|e)|establish(?:ed)?|form(?:ed)?|formali[sz](?:ed|e)|seal(?:ed)?|cement(?:ed)?|launch(?:ed)?|inaugurat(?:ed|e)|reaffirm(?:ed)?|renew(?:ed)?|enter(?:ed)? into) [^,;]{{0,50}}?\b(?:{TIE})"
    r"|(?:became|become|are now|have become) (?:official |formal )?(?:sister|twin|friendship) (?:cities|states|provinces|prefectures|counties|regions|towns|districts)\b"
    rf"|signed (?:it|them|the text|copies)\b|put (?:their (?:names|signatures) to|pen to paper)\b|sign(?:ing|ed) (?:ceremony\b|(?:for|on behalf of) )|(?:renewal|re-signing|conclusion|exchange|extension) of (?:[\w’'-]+ ){{0,8}}?(?:{INSTRUMENTS})\b)"
    rf"|(?P<signed>(?:{INSTRUMENTS}|{TIE}|letter)\b[^;]{{0,90}}? (?:was|were|is to be|are to be|will be|has been|have been|being) {TOGETHER}{WAS_SIGNED}\b"
    rf"|{INSTRUMENTS},? (?:[\w, ]{{0,40}}?\b)?(?:that was |which was )?(?:formally |officially |jointly |was )?(?:signed|inked|sealed|concluded|initialled)\b"
    rf"|{INSTRUMENTS} (?:that|which) [^;]{{3,90}}? (?:reached|signed|concluded|inked)\b"
    r"|(?:friendship|ties|relationship|relations|partnership|sisterhood|twinning)\b[^;]{0,60}? (?:was|were) (?:formally |officially )?(?:sealed|formali[sz]ed|forged|renewed)\b)"
    rf"|(?P<visit>(?:visit(?:ed|s|ing)?(?! by)(?! (?:[A-Z][\w-]+ ){{1,3}}(?:Deputy|Vice|Mayor|Governor|Premier|Minister|Secretary|President|delegation))|tour(?:ed|s)|arriv(?:ed|es?) in|travel(?:l?ed|s)? to|flew to|fly to|was in|were in|came to|trip to|mission to|mission in|visit (?:to|in)"
    r"|(?:lead(?:s|ing)?|led|head(?:ed|s|ing)?) (?:an?|the|his|her|its) (?:[\w,’'-]+ ){0,7}?(?:to|in))\b)"
    rf"|(?P<event>(?:{TERMS}|visit(?= (?:by|from|of) ))\b)"
    r"|(?P<mark>(?:celebrat|mark|commemorat)(?:ed|es|ing|e)?\b(?=[^;]{0,90}?\b(?:anniversary|years|ties|relationship)\b))"
    r"|(?P<joint>(?:agree[ds]?|pledged|vowed|discuss(?:ed|es)?|exchanged (?:views|ideas|opinions|gifts)|gather(?:ed)?|represented)\b)"
    r"|(?P<shared>(?:opened|launched|unveiled|inaugurated|planted|toured|celebrated|attended|kicked off|cut the ribbon)\b)",
    re.I,
)
# What makes a noun for a meeting one that is held: behind it, and before it.
TAKES_PLACE = re.compile(
    r"[^;]{0,160}? (?:was|were|took place|takes place|take place|is to be|will be|opened|opens|began|kicked off|got under way|has been|have been|concluded) ?(?:\w+ )?(?:held|place|convened|opened|co-chaired)?\b",
    re.I,
)
BETWEEN = re.compile(r"(?: [^;.,]{0,40}?)? (?:with|between) ", re.I)
HELD = re.compile(r"[^;]{0,160}? (?:was|were|took place|opened|began|concluded)\b", re.I)
AFTERWARDS = re.compile(r"\b(?:during|after|following|on the sidelines of) (?:[\w-]+ ){0,5}$", re.I)
ON_THE_WAY = re.compile(
    r"\b(?:in|during|after|following|at|for|on the sidelines of) (?:[\w-]+ ){0,5}$", re.I
)
OWN_BUSINESS = re.compile(
    r"\b(?:press|news|public|cabinet|town hall|staff|board|party|campaign|general|parliamentary|prayer|safety|city council|committee of|investor|shareholder)s? $",
    re.I,
)
FIRMEST = (
    "sign",
    "signed",
    "host",
    "met",
    "call",
    "held",
    "meal",
    "event",
    "mark",
    "joint",
    "shared",
    "visit",
)
SIGNING = ("sign", "signed")
SURE = ("sign", "signed", "met", "call", "host", "held", "meal")  # parties may be told elsewhere
PAST_FORM = re.compile(r"(?:[\w-]+ed|met|held|had|took|paid|gave|struck|sat|spoke|began)\b", re.I)
GERUND = re.compile(r"\w+ing\b")
WHILE = re.compile(r"\b(?:when|while|after|before|upon|by|in) $")
NOT_YET = re.compile(
    r"\b(?:to|be|been|will|would|shall|should|could|can|may|might|must|not|if|hope\w*)(?: also| then| jointly)? $"
)


class Act(Struct, frozen=True):
    """One act: the group of `ACT` that it is, its word for a meeting, and where it stands."""

    group: str
    term: str
    start: int
    end: int
    told: bool  # in a finite past form, or on the way: it is no wish

    @property
    def kind(self) -> MeetingKind:
        if self.group in SIGNING:
            return MeetingKind.SIGNING
        if self.group == "visit":
            return MeetingKind.VISIT
        return meeting_kinds("en").get(self.term.lower(), MeetingKind.TALKS)

    @property
    def sure(self) -> bool:
        """Whether it is a meeting even where its sides are told elsewhere."""
        return self.group in SURE


@cache
def _begins() -> AhoCorasick:
    nouns = {re.split(r"[ -]", term)[0].lower() for term in meeting_kinds("en")}
    found = sorted(words("act") | nouns)
    return AhoCorasick(found, matchkind=MatchKind.LeftmostLongest)


class Acts:
    """All acts of one text."""

    def __init__(self, text: str, lowered: str) -> None:
        self._text = text
        self._starts = [
            start
            for _, start, _ in _begins().find_matches_as_indexes(lowered)
            if not lowered[start - 1 : start].isalnum()
        ]

    def of(self, sentence: Sentence) -> list[Act]:
        """The acts of a sentence, the ones that tell most first."""
        return sorted(self._within(sentence), key=lambda act: FIRMEST.index(act.group))

    def _within(self, sentence: Sentence) -> Iterator[Act]:
        index, last = bisect_left(self._starts, sentence.start), 0
        for start in self._starts[index : bisect_left(self._starts, sentence.end)]:
            match = ACT.match(self._text, start, sentence.end) if start >= last else None
            if match is None or (match["sign"] and match[0][0] == "S" and start > sentence.start):
                continue  # the X Signing Conference is a name
            group = next(name for name in FIRMEST if match[name])
            term = match["held_term"] or match["event"] or ""
            before = self._text[max(sentence.start, start - 60) : start]
            if group == "event" and not self._is_held(match, before, sentence):
                continue
            if term and OWN_BUSINESS.search(self._text, sentence.start, match.end() - len(term)):
                continue
            told = (group == "event" and self._is_told(match, before, sentence)) or bool(
                PAST_FORM.match(self._text, start) and not NOT_YET.search(before)
            )
            told = told or bool(GERUND.match(match[0]) and WHILE.search(before))
            yield Act(
                group, term or (match[0] if group == "call" else ""), start, match.end(), told
            )
            last = match.end() if group != "held" else start + 4

    def _is_told(self, match: re.Match[str], before: str, sentence: Sentence) -> bool:
        """Whether a noun for a meeting is no wish: after talks with X, a forum was held."""
        around = BETWEEN.match(self._text, match.end(), sentence.end) or HELD.match(
            self._text, match.end(), sentence.end
        )
        return bool(around or AFTERWARDS.search(before))

    def _is_held(self, match: re.Match[str], before: str, sentence: Sentence) -> bool:
        """Whether a noun for a meeting tells of one: it takes place, or something happens at it."""
        if BETWEEN.match(self._text, match.end(), sentence.end) and ON_THE_WAY.search(before):
            return True
        return bool(
            TAKES_PLACE.match(self._text, match.end(), sentence.end) or ON_THE_WAY.search(before)
        )
