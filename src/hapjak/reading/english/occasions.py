"""The words of an English report that tell of guests, places of meeting, and what is no meeting."""

from __future__ import annotations

import re

from hapjak.reading.english.capitals import UPPER
from hapjak.text.patterns import Worded

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
INVITED = Worded(
    r"\b(?:invit(?:e|es|ed|ing)|[Ww]elcome [A-Z]\w+|recalled|recalling|would visit|hop\w+ to visit|welcome to visit|looks? forward)\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IN_YEAR = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
FIRST_TOLD = re.compile(
    r"\b(?:(?:they|it|the two \w+) )?(?:first|originally|initially) (?:signed|established|concluded|forged|formed|agreed) (?:in|on) [\w ,]{0,20}"
)
# Ulsan said it had signed: told by a body, it is news
SAID_HAD = re.compile(r"^[^,;]{0,90}?\b(?:said|announced|reported)\b[^;]{0,80}?\bhad ")
SAYS = Worded(r"\b(?:said|says|noted|added|stressed|expressed|stated|told|recalled)\b")
# Who is met: a delegation from X, the visiting Governor, his counterpart
GUESTS = re.compile(
    r" (?:with )?(?:[\w’'-]+ ){0,5}?(?:delegat\w+|guests?|officials|visitors|counterparts?|leaders|representatives|members|mission|group|him|her|them|each other|(?:vice |deputy )?(?:governor|mayor|premier|minister))\b",
    re.I,
)
# A subject that was named before
SUBJECT_AGAIN = re.compile(
    r"(?:[A-Z][\w, ]{0,40}, |(?:On|In|At|During|After|Later) [^;]{2,50}?,? )?(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Tt]he (?:two|[Gg]overnor|[Pp]remier|[Mm]ayor|[Mm]inister|[Dd]elegation|[Gg]roup|[Mm]ission|[Pp]resident|sides|parties))\b"
)
HELD_WITH = Worded(
    r"\b[Mm]eetings? (?:was|were) (?:also )?held with\b"
)  # by the host, who is not named
# What was told of in the sentence before
AGAIN = re.compile(
    r"(?:The|This|It|Both|These) (?:[\w-]+ ){0,2}?(?:agreement|memorandum|mou|document|pact|protocol|letter|accord|deal|declaration|statement|plan|treaty|ceremony|signing|was signed|were signed)\b|(?:[^;]{3,120}? )?(?:signed (?:it|them|the (?:text|document|agreement|memorandum|mou|deal|pact|protocol|accord|letter|statement|declaration|plan))|put their (?:names|signatures) to (?:it|the))\b",
    re.I,
)
OFFICIAL = re.compile(
    r"\b(?:governments?|delegations?|officials|representatives|leaders|governors|mayors|(?:vice |prime )?ministers|premiers|presidents|councils?|committees?|sides|provinces|prefectures|states|authorities"
    r"|counterparts|departments?|ministr\w+|offices?|bureaus?|commission|mission|talks)\b",
    re.I,
)
# Both sides, named before
PLURAL_AGAIN = re.compile(
    r"(?:[A-Z][^,;]{0,50}, )?(?:[Tt]hey|[Bb]oth (?:sides|\w+s)|[Tt]he (?:two|pair|parties|sides|leaders|officials|governors|mayors|premiers|ministers))\b"
)
LEVEL = re.compile(r"\b(?:Province|Prefecture|Oblast|Region|County|State)\b")
# What a report told first was said at the meeting told now
REMARKS = re.compile(
    r"\b(?:made (?:the|these|this|his|her) (?:remarks?|comments?|statements?|announcement)|said (?:this|so)|spoke|made the call|was speaking)\b"
)
VIRTUAL = Worded(
    r"\b(?:virtual(?:ly)?|online|video(?:[- ]?(?:conference|link|call|meeting|talks))?|videoconference|via zoom|by (?:tele)?phone|(?:tele)?phone|remotely)\b",
    re.I,
)
VENUE = re.compile(
    rf"\bat (?:the )?(?P<place>(?:[a-z]+ )?[{UPPER}][\w'’&-]*(?:(?: (?:of|the|in|de|and))* [{UPPER}][\w'’&-]*){{0,9}})"
)
EVENT = re.compile(
    r"(?:Meeting|Forum|Conference|Expo|Exposition|Fair|Summit|Ceremony|Session|Seminar|Symposium|Congress|Committee|Games|Festival|Talks|Exhibition)\b"
)
TOWN = re.compile(
    rf"\bin (?:the )?(?:(?:city|town) of )?(?P<place>[{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,2}})"
)
HEADING = 130  # characters
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
