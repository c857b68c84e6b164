"""What English reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from hapjak.reading.cues import Cues
from hapjak.reading.english.dates import find_english_dates
from hapjak.reading.model import Role
from hapjak.text.patterns import Worded

PLACE = r"(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})"

INSTRUMENTS = (
    r"(?=[acdeijlmpstuw])(?:agreements?|memorand(?:um|a|ums)|mo[uc]s?|letters? of intent|lois?|contracts?|minutes|(?:joint |common )?statement"
    r"|declarations?|communiqu[eé]s?|pacts?|accords?|protocols?|action plans?|plan|(?:work|cooperation|exchange|action|joint) program(?:me)?s?|treat(?:y|ies)|documents?|charters?|deals?|compacts?"
    r"|understanding|conventions?|arrangements?|extension|instruments?)"
)
# What is done to an instrument when it comes into force: before it, and in the passive behind it.
SIGNS = (
    r"(?:sign|signs|signed|re-?signed|co-?signed|inked?|inks|concluded?|concludes|renew|renews|renewed|entered into|enters? into|sealed"
    r"|finali[sz]ed|formali[sz]ed|exchanged|put their (?:names|signatures) to|initialled|initialed|adopted|struck|penned|executed|reaffirmed|re-affirmed"
    r"|issued|published|extended?|prolonged|signing|renewing|re-signing)"
)
WAS_SIGNED = r"(?:signed|re-?signed|inked|concluded|renewed|sealed|finali[sz]ed|formali[sz]ed|exchanged|initialled|initialed|adopted|issued|executed|extended|prolonged)"
UNUSED = re.compile(r"(?!)")  # English tells by `acts` and `parties` what others tell so
CUES = Cues(
    language="en",
    dates=find_english_dates,
    meeting=UNUSED,
    sign=UNUSED,
    stay=Worded(
        rf"(?:[Dd]uring|[Oo]n) (?:the|their|its|his|her|an?) (?:[\w-]+ ){{0,2}}?(?:stay|visit|trip|mission|tour) (?:in|to) (?:the )?{PLACE}"
    ),
    visit=UNUSED,
    delegation=UNUSED,
    stop=UNUSED,
    place=UNUSED,
    venue=UNUSED,
    same_day=Worded(
        r"\b(?:the same day|that day|on the day|[Ll]ater in the day|same afternoon|same evening)\b"
    ),
    planned=re.compile(
        r"\b(?:will (?:also )?be (?:held|signed)|is to be|are to be|to be signed|plans? to sign|(?:is|are) scheduled|will (?:also |jointly |then |additionally |today |later |soon |next (?:week|month) |this (?:week|month) )?(?:sign|visit|call on|meet"
        r"|hold|attend|have a|have an|lead|renew|conclude|travel|host|join|arrive|deliver|take place|convene|open)|(?:is|are) (?:set|due|expected|to) to? ?(?:visit|meet|hold|sign|attend)|is to (?:visit|attend|meet)|would (?:also |jointly )?(?:sign|visit|host|lead))\b",
        re.I,
    ),
    took_part=UNUSED,
    about_talks=UNUSED,
    acts=UNUSED,
    acts_not=UNUSED,
    roles=(
        (re.compile(r"\b(?:presided|chaired|moderated)\b", re.I), Role.CHAIRED),
        (re.compile(r"\b(?:signed)\b", re.I), Role.SIGNED),
        (
            re.compile(r"\b(?:spoke|speech|speeches|addressed|delivered|said|remarks)\b", re.I),
            Role.SPOKE,
        ),
        (
            re.compile(r"\b(?:briefed|presented|introduced|outlined|reported)\b", re.I),
            Role.PRESENTED,
        ),
        (re.compile(r"\b(?:attended|present|took part|joined)\b", re.I), Role.ATTENDED),
    ),
    clause=re.compile(r", (?:and|while) |; |, "),
    discussed=Worded(
        r"\b(?:discussed|exchanged (?:in-depth )?(?:views|opinions|ideas) on|had an? (?:in-depth )?exchange on|conferred on|talked? about|held (?:in-depth )?(?:discussions|exchanges|talks) (?:on|about)|to discuss|discusses)\b (?P<words>[^.;]{4,160}?)(?=[.;]|$| with )",
        re.I,
    ),
    promoted=Worded(
        r"\b(?:promoted|pushed forward|facilitated)\b[^.;]{0,60}\b(?:cooperation|pairing|matching)\b",
        re.I,
    ),
    learned=Worded(
        r"\b(?:learn from|study|draw on) [^.;]{0,40}\b(?:experience|practice|practices)\b", re.I
    ),
    signing=re.compile(
        r"[^.;]{0,60}\b(?:was|were|is to be|are to be|will be) (?:also )?signed\b", re.I
    ),
    signing_before=re.compile(r"\b(?:signed|sign|inked|concluded|signing)\b[^.;]{0,80}$", re.I),
    known=re.compile(r"\b(?:the|this|that|their|its)\s$"),
    titled=re.compile(r"“(?P<a>[^“”]{6,90})”$|\"(?P<b>[^\"]{6,90})\"$"),
)
