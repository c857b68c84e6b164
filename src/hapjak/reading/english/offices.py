"""Offices that serve a place or a state, and words that tell for whom somebody acts."""

from __future__ import annotations

import re

FOR = re.compile(
    r" (?:for|on behalf of|representing) (?:the )?(?=[A-Z])|\b(?:leads?|led|leading|head(?:s|ed|ing)?) [^.;]{0,30}?\b(?:delegation|mission|group)\b[^.;]{0,60}? from (?:the )?(?=[A-Z])"
)
JOINS = re.compile(
    r"(?:['’]s)?,? ?(?:and|&|with|-|–)(?: the)? ?(?:[A-Z]\w+['’]s |(?:[A-Z]\w+ ){1,3}(?=region|state|province|city|capital))?(?:(?:[Gg]overnment|[Ss]tate|[Pp]rovince|[Cc]ity|[Rr]egion|[Pp]refecture|[Mm]unicipality|[Cc]ounty|capital) of )?"
)
MEETS = re.compile(
    r"\b(?:met|meets|meet|meeting|talks?|received|receives|welcomed|welcomes|hosted|greeted|called on|calls on|call on|joined)\b(?! by)"
    r"|\b(?:received|welcomed|hosted|greeted) by\b"
)
DATELINE = re.compile(r"(?:, [A-Z]\w+)?(?: \([^()]{2,30}\))? ?(?:–|—|--)")
HEADS_REGION = re.compile(r"(?:governor|premier|chief minister|minister-president|gov\.)$", re.I)
NEXT = re.compile(
    r"[^,.;]{5,60}? and (?:the )?(?=[A-Z][^,.;]{2,40}? (?:Governor|Mayor|Premier|Minister|Secretary|President|Chairman))"
)
PARTNER = re.compile(r"\bwith (?:the |its |their )?$")
WHERE = re.compile(r", where \b(?=[^,.;]{0,60}$)")
SENT = re.compile(r"\b(?:delegation|group|mission|team|party) (?:from|of) (?:the )?$")
SEAT = re.compile(r"\bin [A-Z][\w. ]{2,24}, $")
HALL = re.compile(
    r" (?:City Hall|Town Hall|(?:State )?Capitol|State House|Statehouse|(?:Provincial|Prefectural|Metropolitan) (?:Office|Hall))\b"
)
SITE = re.compile(r"\b(?:in|at|near)(?: the)? $")
VISITED = re.compile(r"\b(?:in|at|to|near|by|visit(?:s|ed|ing)?|toured)(?: the)? $")
LED = re.compile(r"\b(?:led|headed) by\b")
GROUP = re.compile(r"(?:['’]s)?(?: [Gg]overnment)? delegation\b")
GOVERNS = re.compile(
    r"(?:governor|mayor|premier|gov\.|minister-president|(?:first|chief) minister|menteri besar|(?:deputy|party|vice) secretary|^secretary|party chief"
    r"|marshal|[hk]+okim|akim|rais|voivode|landeshauptmann|landeshauptfrau|bupati|county executive|mayor pro tem|lord provost)$",
    re.I,
)
OF_STATE = re.compile(
    r"\b(?:minister|minister (?:of|for) [\w ,]+|prime minister|chief justice|attorney-general|secretary of state|ambassador|permanent secretary(?: \(\w+\))?)$"
    r"|^(?:senior |second |deputy |vice |state )*minister\b",
    re.I,
)
WITH = re.compile(
    r"\b(?:accompanied by|joined by|along with|together with|delegation (?:will )?(?:also )?(?:includes?d?|compris\w+|consist\w+ of))\b"
)
ENVOY = re.compile(r"\b(?:ambassador|consul|envoy|commissioner|attaché|counsell?or)", re.I)
NATIONAL = re.compile(
    r"\b(?:prime minister|foreign minister|minister (?:of|for) (?:foreign|external) affairs|foreign secretary|defen[cs]e minister)$",
    re.I,
)
OFFICES = re.compile(
    r"(?:governor|mayor|premier|gov\.|president|secretary|party chief|prefect|commissioner|chairman|director[- ]general|marshal|[hk]+okim|akim|rais|voivode"
    r"|landeshauptmann|landeshauptfrau|bupati|county executive|mayor pro tem|lord provost|treasurer|superintendent)$"
    r"|^(?:[a-z]+ ){0,3}ministers?\b|^(?:\w+ )?secretary (?:of|for)\b",
    re.I,
)
LEADS = re.compile(
    r"^(?:(?:deputy|vice|executive|acting|assistant) )*(?:director(?:[- ]general)?|commissioner|superintendent|chief|head)$",
    re.I,
)
WIDE = re.compile(r"Province|Prefecture|State|Region|Oblast|Kra[iy]|County|-do\b", re.I)
NEAR = 120  # characters between two people named side by side
SHORT = 4  # characters of a region's code behind the country's
BACK = 400  # characters before a sentence in which its delegation was named
