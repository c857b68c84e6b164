"""The words of an English report that tell of meetings, parties and places of meeting."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.english.capitals import UPPER
from hapjak.reading.english.gazetteer import one_case
from hapjak.text.patterns import Worded

ACTS = re.compile(
    r"(?: \([^()]{2,40}\))?(?:['’]s)? (?:delegations?|governments?|party|side|officials|representatives)\b|(?: \([^()]{2,40}\))?,? (?:and|&) "
    r"|,? (?:(?:also|both|jointly|have|has|had|will|would|today|yesterday|formally|recently|on \w+(?: \d+)?|earlier|officially|this \w+|last \w+) )*"
    r"(?:signed|sign|inked|agreed|held|hold|met|meet|entered|established|forged|concluded|discussed|exchanged|convened|renewed|conducted"
    r"|launched|hosted|co-hosted|jointly|opened|celebrated|reached|became|become|set up|sat down|took part|talked|conferred|gathered|join|re-?signed|renew|extended"
    r"|announced|adopted|published|issued|initialled|formali[sz]ed|finali[sz]ed|sealed|marked|mark|celebrate|strengthened|are now|pledged|reaffirmed|agree|struck|inks|signs|forge)\b"
)
AFTER = re.compile(
    r"(?:\bbetween(?: the)?|\band(?: the| its| their)?|\bwith(?: the| its)?|\bfor|\bdelegations? (?:from|of)(?: the)?|\bbehalf of(?: the)?|\bboth|"
    r"\bgroup from|\bguests from|\bofficials (?:from|of)(?: the)?|\bleaders (?:from|of)(?: the)?|\bvisitors from|\bofficers? of|[a-z] of|[A-Z]\w+ of(?: the)?|[Pp]rovince of|[Cc]ity of|[Ss]tate of)"
    r"(?: (?:[A-Z]\w+(?:['’]s)? )?(?:[\w-]+ ){0,2}(?:province|city|state|prefecture|region|district|county|city)(?: of)?)? $"
)
PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|to|near|across|throughout|visit(?:ed|s|ing)?|toured|into|around|inside|outside|through|capital of|hosted by|based in|part of|[Cc]onsulate \w+ in)(?: the)?"
    r"(?: (?:city|province|state|town|prefecture|county) of| [Nn]ortheast| [Cc]entral| [Ss]outh| [Nn]orth| [Ee]ast(?:ern)?| [Ww]est(?:ern)?)?|\() $|\($"
)
# The last words that `AFTER` and `PLACED` can end with, asked first.
JOINING = frozenset(
    [
        "between",
        "the",
        "and",
        "its",
        "their",
        "with",
        "for",
        "from",
        "of",
        "both",
        "province",
        "city",
        "state",
        "prefecture",
        "region",
        "district",
        "county",
        "by",
        "in",
        "signed",
        "representing",
    ]
)
PLACING = frozenset(
    [
        "in",
        "at",
        "to",
        "near",
        "across",
        "throughout",
        "visit",
        "visited",
        "visits",
        "visiting",
        "toured",
        "into",
        "around",
        "inside",
        "outside",
        "through",
        "of",
        "by",
        "part",
        "the",
        "northeast",
        "central",
        "south",
        "north",
        "east",
        "eastern",
        "west",
        "western",
        "(",
    ]
)
UNIT = re.compile(
    r"\b(?:mayor|governor|secretary|premier|minister|chair\w*|head|director|speaker|president|members?|leaders?|officials?)s?(?: \w+){0,3} (?:of|for|from)(?: the)? $",
    re.I,
)
OWNER = re.compile(r"['’]s (?!delegation|government|side|officials|representatives)")
PAST = Worded(
    r"\b(?:[Ll]ast (?:year|month|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter|week when)"
    r"|had (?:met|gone|visited|travell?ed|signed|held|been)|previously|(?:two|three|four|five|six|several|a few|many) (?:years|months) (?:ago|earlier|before)"
    r"|[Ss]ince (?:they|signing|the|its|their|then|\d{4})|first (?:met|signed|forged|established)|in the past|ever since|founded in|anniversary of the signing|[Ii]n (?:\w+ )?this year)\b"
)
ATTENDED = Worded(
    r"\b(?:attended|took part in|was present at|were present at|participated in|joined|witnessed|present at|accompanied)\b(?:[^.;]{0,40})?"
    r"\b(?:the|this|these|his|her|their) (?:\w+ )?(?:meetings?|talks?|ceremony|event|activities|activity|signing|conference|forum|symposium|discussions?|visit|session|opening|delegation|dinner|banquet|occasion)\b"
    r"|\b(?:attended|participated|took part|were present)\.?$"
    r"|\b(?:ceremony|meeting|talks|event|signing|symposium|forum|conference|seminar) (?:was|were) (?:also )?(?:attended|witnessed|joined)\b|^Also (?:present|attending)\b|^Present (?:at|were)\b"
)
VISITING = Worded(
    rf"\b(?:[Dd]elegation|[Gg]roup|officials|visitors|guests|party)\b[^.;]{{0,60}}?\bvisit(?:s|ed|ing)? (?:to )?(?:the )?(?P<place>[{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,3}})"
)
HELD_WITH = re.compile(
    r"\b[Mm]eetings? (?:was|were) (?:also )?held with\b"
)  # by the host, who is not named
FIRST = re.compile(r"\b(?:met with|held talks|held a)\b")
INVITED = Worded(
    r"\b(?:invit(?:e|es|ed|ing)|[Ww]elcome [A-Z]\w+|recalled|recalling|would visit|hop\w+ to visit|welcome to visit|looks? forward)\b"
)
WIDE = re.compile(r"Province|Prefecture|State|Region|Oblast|Kra[iy]|County|-do\b", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IN_YEAR = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
GUESTS = re.compile(r"\b(?:delegations?|guests|officials|visitors) (?:of|from) (?:the )?$")
VENUE = re.compile(
    rf"\bat (?:the )?(?P<place>(?:[a-z]+ )?[{UPPER}][\w'’&-]*(?:(?: (?:of|the|in|de|and))* [{UPPER}][\w'’&-]*){{0,9}})"
)
EVENT = re.compile(
    r"(?:Meeting|Forum|Conference|Expo|Exposition|Fair|Summit|Ceremony|Session|Seminar|Symposium|Congress|Committee|Games|Festival|Talks|Exhibition)\b"
)
TOWN = re.compile(
    rf"\bin (?:the )?(?:(?:city|town) of )?(?P<place>[{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,2}})"
)
ENVOY = re.compile(r"\b(?:consul|ambassador|envoy|commissioner|counsell?or)", re.I)
HEADING = 130  # characters
# Beginnings of words: without one of them no meeting is told, no signing, nothing of either.
MEETING_WORDS = [
    "met",
    "meet",
    "talk",
    "conferenc",
    "conven",
    "call",
    "forum",
    "session",
    "symposi",
    "seminar",
    "summit",
    "round-table",
    "roundtable",
    "round",
    "dialogue",
    "discuss",
    "sat",
    "receiv",
    "recept",
    "spoke",
    "paid",
    "phone",
    "video",
    "virtual",
    "online",
    "ceremon",
    "event",
    "fair",
    "expo",
    "exhibition",
    "training",
    "workshop",
    "lecture",
    "negotiat",
    "consultation",
    "conversation",
    "bilateral",
    "visit",
    "congress",
    "welcom",
    "show",
    "host",
    "greet",
    "celebrat",
    "mark",
    "commemorat",
    "dinner",
    "lunch",
    "banquet",
    "roadshow",
    "tête",
    "confer",
    "investment",
    "promotion",
    "matchmaking",
    "governors",
]
SIGNING_WORDS = [
    "sign",
    "sister",
    "twin",
    "friend",
    "agree",
    "memorand",
    "mou",
    "moc",
    "letter",
    "loi",
    "contract",
    "minutes",
    "statement",
    "declar",
    "communiqu",
    "pact",
    "accord",
    "protocol",
    "plan",
    "treat",
    "document",
    "charter",
    "deal",
    "compact",
    "understanding",
    "convention",
    "arrangement",
    "extension",
    "instrument",
    "ties",
    "relation",
    "partner",
]
OTHER_WORDS = [
    "held",
    "hold",
    "open",
    "attend",
    "took",
    "take",
    "part",
    "had",
    "have",
    "presid",
    "chair",
    "ink",
    "conclud",
    "renew",
    "enter",
    "seal",
    "finali",
    "exchang",
    "put",
    "stay",
    "trip",
    "travel",
    "tour",
    "arriv",
    "was",
    "came",
    "led",
    "lead",
    "head",
    "delegat",
    "begin",
    "began",
    "made",
    "embark",
    "invit",
    "adopt",
    "issu",
    "publish",
    "struck",
    "pen",
    "execut",
    "initial",
    "formali",
    "becam",
    "becom",
    "reaffirm",
    "cement",
    "launch",
    "inaugurat",
    "particip",
    "present",
    "join",
    "witness",
    "accompan",
    "moderat",
    "speech",
    "speak",
    "address",
    "deliver",
    "said",
    "remark",
    "brief",
    "introduc",
    "outlin",
    "report",
    "promot",
    "push",
    "facilit",
    "learn",
    "study",
    "draw",
    "forged",
    "establish",
    "form",
    "were",
]


class Touch(Enum):
    """What words in a sentence may tell of."""

    MEETING = 0
    SIGNING = 1
    OTHER = 2


@cache
def _touch_matcher() -> tuple[list[Touch], AhoCorasick]:
    lists = zip(Touch, (MEETING_WORDS, SIGNING_WORDS, OTHER_WORDS), strict=True)
    kinds = {word: touch for touch, words in lists for word in words}
    return list(kinds.values()), AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest)


def touched(text: str) -> dict[Touch | None, list[int]]:
    """Where words of meeting and of signing stand in a text; under None all of them."""
    kinds, matcher = _touch_matcher()
    places: dict[Touch | None, list[int]] = {touch: [] for touch in (*Touch, None)}
    for index, start, _ in matcher.find_matches_as_indexes(one_case(text)):
        places[kinds[index]].append(start)
        places[None].append(start)
    return places


MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)\b"
)
REGIONS = frozenset(
    [
        "Asia",
        "Europe",
        "Africa",
        "America",
        "China",
        "Korea",
        "Chinese",
        "English",
        "Korean",
        "Japanese",
    ]
)
