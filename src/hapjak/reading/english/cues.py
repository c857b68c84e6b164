"""What English reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from hapjak.reading.cues import Cues, alternatives, meeting_kinds
from hapjak.reading.english.dates import find_english_dates
from hapjak.reading.model import Role

TERMS = alternatives(meeting_kinds("en"))
PLACE = r"(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})"

CUES = Cues(
    language="en",
    dates=find_english_dates,
    meeting=re.compile(
        rf"\b(?P<term3>met|meets|have met|will meet|will also meet|will discuss|(?:will |will also |to )call on|called on|calls on|sat down|received|paid (?:a|an) (?:courtesy |working |official |friendly )*(?:call on|visit to)|courtesy call)\b"
        r"(?! (?:the|its|their|all|his|her) (?:\w+ )?(?:needs?|demand|targets?|goals?|requirements?|conditions?|standards?|supporters|education|training|support|award|order)| (?:an?|more|over|\d+|attention|support|training|education|funding|regional)\b)"
        rf"|\b(?:will (?:also |additionally )?(?:attend|deliver|give|address|speak at|open)\b[^.;]{{0,80}}?\b(?P<term4>Conference|Forum|Lecture|Summit|Symposium|Reception|Seminar)\b)"
        rf"|\b(?:held|hold|holds|met for|convened|opened|attended|took part in|holds|had|(?:will |to |also )have|having|presided over|chaired|co-chaired|at the|at a|at an|at their|at its)\b[^.;]{{0,60}}?\b(?P<term>{TERMS})\b"
        rf"|\b(?=(?:{TERMS})\b[^.;]{{0,90}}? (?:was|were|took place|is to be|will be|opened|opens|began|kicked off|got under way|has been) ?(?:held|place|convened|opened)?\b)(?P<term2>{TERMS})\b",
        re.I,
    ),
    sign=re.compile(
        r"\b(?:(?:will|to|would|is to|are to) (?:also |jointly |then )?sign|signed|inked|concluded|sign|signs|renewed|entered into|sealed|finali[sz]ed|exchanged|put their names to)\b[^.;]{0,90}\b(?:agreements?|memorandum|memoranda|mou|mous|letters? of intent|contracts?|minutes|statement|declaration|pact|accord|protocol|plan|treaty|documents?|charter|understanding)\b"
        r"|(?<!the )\b(?:agreements?|memorandum|memoranda|mou|letters? of intent|contracts?|declaration|pact|statement|protocol|deals?)\b[^.;]{0,60}\b(?:was|were|is to be|are to be|will be) (?:also |then |jointly )?signed"
        r"|\b(?:the|a) signing ceremony\b|\b(?:following|after|with|at|witnessed|for) the signing of\b|\b(?:forged|established|formed) (?:a |an )?(?:sister(?:hood)?|twin|friendship)\b",
        re.I,
    ),
    stay=re.compile(
        rf"(?:[Dd]uring|[Oo]n) (?:the|their|its|his|her) (?:stay|visit) (?:in|to) {PLACE}"
    ),
    visit=re.compile(
        rf"\b(?:visited|visits|visiting|(?:will|to) (?:also )?visit|(?:is|are|was|were) visiting|arrived in|arrive in|travel to|toured|travell?ed to|(?:paid|pays|paying|on|began|made|embarked on) an? (?:[\w-]+ ){0, 3}?visit to|(?:lead|led|leads|leading|headed|heading) (?:a|an|the|his|her|its) (?:[\w-]+ ){0, 4}?to(?: visit)?|was in|were in|came to|trip to) (?:the )?{PLACE}"
    ),
    delegation=re.compile(
        r"\b(?:delegation|study tour|trade mission|trip|visit|governor|mayor|premier|party secretary|minister|officials|leaders|secretary|president|chairman)\b",
        re.I,
    ),
    stop=re.compile(r"\b(?:visited|toured|inspected)\b", re.I),
    place=re.compile(rf"\b(?:in|at) (?:the )?{PLACE}"),
    venue=re.compile(r"(?:Hall|Hotel|Centre|Center|House|Office|Building|Park|Headquarters)$"),
    same_day=re.compile(r"\b(?:the same day|that day|on the day)\b"),
    planned=re.compile(
        r"\b(?:will (?:also )?be (?:held|signed)|is to be|are to be|to be signed|plans? to sign|(?:is|are) scheduled|will (?:also |jointly |then |additionally )?(?:sign|visit|call on|meet"
        r"|hold|attend|have a|have an|lead|travel|host|join|arrive|deliver|take place|convene|open)|(?:is|are) (?:set|due|expected|to) to? ?(?:visit|meet|hold|sign|attend)|is to (?:visit|attend|meet))\b",
        re.I,
    ),
    took_part=re.compile(r"\b(?:attended|took part in|were present|also present|joined)\b", re.I),
    about_talks=re.compile(r"\b(?:talks|meeting|signing|ceremony)\b", re.I),
    acts=re.compile(r" and |'s (?:delegation|government)| (?:agreed|signed|held|will|jointly)\b"),
    acts_not=re.compile(r"'s (?!government|delegation)| Daily| News"),
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
    discussed=re.compile(
        r"\b(?:discussed|exchanged (?:in-depth )?(?:views|opinions|ideas) on|had an? (?:in-depth )?exchange on|conferred on|talked? about|held (?:in-depth )?(?:discussions|exchanges|talks) (?:on|about)|to discuss|discusses)\b (?P<words>[^.;]{4,160}?)(?=[.;]|$| with )",
        re.I,
    ),
    promoted=re.compile(
        r"\b(?:promoted|pushed forward|facilitated)\b[^.;]{0,60}\b(?:cooperation|pairing|matching)\b",
        re.I,
    ),
    learned=re.compile(
        r"\b(?:learn from|study|draw on) [^.;]{0,40}\b(?:experience|practice|practices)\b", re.I
    ),
    signing=re.compile(
        r"[^.;]{0,60}\b(?:was|were|is to be|are to be|will be) (?:also )?signed\b", re.I
    ),
    signing_before=re.compile(r"\b(?:signed|sign|inked|concluded|signing)\b[^.;]{0,80}$", re.I),
    known=re.compile(r"\b(?:the|this|that|their|its)\s$"),
    titled=re.compile(r"“(?P<a>[^“”]{6,90})”$|\"(?P<b>[^\"]{6,90})\"$"),
)
