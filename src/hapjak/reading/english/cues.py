"""What English reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from hapjak.reading.cues import Cues, meeting_kinds
from hapjak.reading.english.dates import find_english_dates
from hapjak.reading.english.verbs import ERRANDS
from hapjak.reading.english.vocabulary import letter_tree
from hapjak.reading.model import Role
from hapjak.text.patterns import Worded

# The words of the list as a tree of letters, tried once at each place; no room where one meets.
TERMS = f"{letter_tree(meeting_kinds('en'))}(?! (?:[Rr]oom|[Hh]all|[Cc]ent(?:re|er)))"
PLACE = r"(?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})"

INSTRUMENTS = (
    r"(?=[acdijlmpstu])(?:agreements?|memorand(?:um|a|ums)|mo[uc]s?|letters? of intent|lois?|contracts?|minutes|(?:joint |common )?statement"
    r"|declarations?|communiqu[eé]s?|pacts?|accords?|protocols?|action plans?|plan|treat(?:y|ies)|documents?|charters?|deals?|compacts?"
    r"|understanding|conventions?|arrangements?|extension|instruments?)"
)
# What is done to an instrument when it comes into force: before it, and in the passive behind it.
SIGNS = (
    r"(?:sign|signs|signed|re-?signed|co-?signed|inked?|inks|concluded?|concludes|renew|renews|renewed|entered into|enters? into|sealed"
    r"|finali[sz]ed|formali[sz]ed|exchanged|put their (?:names|signatures) to|initialled|initialed|adopted|struck|penned|executed|reaffirmed|re-affirmed"
    r"|issued|published|extended?|prolonged|signing|renewing|re-signing)"
)
WAS_SIGNED = r"(?:signed|re-?signed|inked|concluded|renewed|sealed|finali[sz]ed|formali[sz]ed|exchanged|initialled|initialed|adopted|issued|executed|extended|prolonged)"
GUESTS = (
    r"(?:delegations?|counterparts?|entourage|visitors|guests|governors?|mayors?|(?:prime )?ministers?|premiers?|ambassadors?|consuls?|consul[- ]general"
    r"|secretary|officials|councillors|vice|deputy|chairman|president|gov\.)"
)

RECEIVING = r"(?:speaker|chair(?:man|woman|person)?|director|commissioner|head|prince|king|queen|sultan|emir|chief|chancellor|leaders?)"
CUES = Cues(
    language="en",
    dates=find_english_dates,
    meeting=re.compile(
        rf"\b(?P<term3>met|meets|have met|has met|(?:will|to) (?:also )?meet|will discuss|sat down|received|receives"
        r"|paid (?:a|an) (?:(?:courtesy|working|official|friendly|farewell|introductory|goodwill|return|[\w]+-day) )*(?:call|visit)(?: on| to)?|courtesy (?:call|visit)"
        r"|spoke (?:by (?:tele)?phone|on the (?:tele)?phone|via video|by video)|conferred with)\b"
        r"(?! (?:the|its|their|all|his|her) (?:\w+ )?(?:needs?|demand|targets?|goals?|requirements?|conditions?|standards?|supporters|education|training|support|award|order|team|patients|victims)"
        r"| (?:an?|more|over|\d+|attention|support|training|education|funding|regional)\b)"
        rf"|\b(?P<term11>called on|calls on|(?:will |will also |to )call on)\b(?= (?:[\w’'.-]+ ){{0,6}}?(?:{GUESTS}|{RECEIVING})\b)"
        rf"(?! [^.;]{{3,90}}? to (?!{ERRANDS})[a-z])"
        rf"|\b(?P<term5>welcomed|welcomes|hosted|hosts|greeted|received)\b(?= (?:[\w’'-]+ ){{0,6}}?{GUESTS}\b)"
        r"|\b(?P<term8>celebrated|marked|commemorated)\b(?=[^.;]{0,60}\b(?:anniversary|years of)\b)"
        rf"|\b(?:hosted|hosts|gave|held) (?:a|an) (?:[\w-]+ ){{0,2}}?(?P<term6>reception|dinner|luncheon|lunch|banquet)\b(?= (?:[^.;]{{0,60}}? )?for\b| in hono)"
        rf"|\b(?:will (?:also |additionally )?(?:attend|deliver|give|address|speak at|open)\b[^.;]{{0,80}}?\b(?P<term4>Conference|Forum|Lecture|Summit|Symposium|Reception|Seminar)\b)"
        rf"|\b(?:held|hold|holds|met for|convened|opened|attended|took part in|holds|had|(?:will |to |also )have|having|presided over|chaired|co-chaired|at the|at a|at an|at their|at its|conducted)\b[^.;]{{0,60}}?\b(?P<term>{TERMS})\b"
        rf"|\b(?:in|during|after|following) (?:(?:an?|the|his|her|their) )?(?:[\w-]+ ){{0,3}}?(?P<term7>{TERMS})\b(?= (?:[^.;,]{{0,30}}? )?(?:with|between)\b)"
        rf"|\b(?:after|following|during) their (?P<term9>{TERMS})\b"
        rf"|\b(?P<term2>{TERMS})\b(?=[^.;]{{0,160}}? (?:was|were|took place|takes place|is to be|will be|opened|opens|began|kicked off|got under way|has been|have been|concluded) ?(?:held|place|convened|opened)?\b)",
        re.I,
    ),
    sign=Worded(
        rf"\b(?:(?:will|to|would|is to|are to) (?:also |jointly |then )?)?{SIGNS}\b[^.;]{{0,110}}?\b{INSTRUMENTS}\b"
        rf"|\b{INSTRUMENTS}\b[^.;]{{0,90}}? (?:was|were|is to be|are to be|will be|has been|have been|being) (?:also |then |jointly |formally |officially |virtually )*{WAS_SIGNED}\b"
        rf"|(?<!the )\b{INSTRUMENTS},? (?:that was |which was )?(?:formally |officially |jointly )?(?:signed|inked|sealed|concluded|initialled)\b"
        rf"|\bthe {INSTRUMENTS}, (?:that was |which was )?(?:formally |officially |jointly )?(?:signed|inked|sealed|concluded|initialled)\b"
        rf"|\b(?:the|a) signing ceremony\b|\b(?:the )?(?:signing|renewal|re-signing|conclusion|exchange|extension) of (?:[\w’'-]+ ){{0,8}}?{INSTRUMENTS}\b"
        r"|\b(?:friendship|ties|relationship|relations|partnership|sisterhood|twinning)\b[^.;]{0,60}? (?:was|were) (?:formally |officially )?(?:sealed|formali[sz]ed|forged|renewed)\b"
        r"|\b(?:forged|established|formed|formali[sz]ed|sealed|cemented|launched|inaugurated|reaffirmed|renewed) (?:an? |their |the |new )*(?:sister(?:hood)?|twin(?:ning)?|friendship)\b"
        r"|\b(?:became|become|are now|have become) (?:official |formal )?(?:sister|twin|friendship) (?:cities|states|provinces|prefectures|counties|regions|towns|districts)\b",
        re.I,
    ),
    stay=Worded(
        rf"(?:[Dd]uring|[Oo]n) (?:the|their|its|his|her|an?) (?:[\w-]+ ){{0,2}}?(?:stay|visit|trip|mission|tour) (?:in|to) (?:the )?{PLACE}"
    ),
    visit=Worded(
        rf"\b(?:visited|visits|visiting|(?:will|to) (?:also )?visit|(?:is|are|was|were) visiting|arrived in|arrive in|travel to|toured|travell?ed to|(?:paid|pays|paying|on|began|made|embarked on) an? (?:[\w-]+ ){{0,3}}?visit to|(?:lead|led|leads|leading|headed|heading) (?:a|an|the|his|her|its) (?:[\w,-]+ ){{0,7}}?to(?: visit)?|was in|were in|came to|trip to) (?:the )?{PLACE}"
    ),
    delegation=Worded(
        r"\b(?:delegation|study tour|trade mission|trip|visit|governor|mayor|premier|party secretary|minister|officials|leaders|secretary|president|chairman)\b",
        re.I,
    ),
    stop=Worded(r"\b(?:visited|toured|inspected)\b", re.I),
    place=re.compile(rf"\b(?:in|at) (?:the )?{PLACE}"),
    venue=re.compile(r"(?:Hall|Hotel|Centre|Center|House|Office|Building|Park|Headquarters)$"),
    same_day=Worded(r"\b(?:the same day|that day|on the day)\b"),
    planned=re.compile(
        r"\b(?:will (?:also )?be (?:held|signed)|is to be|are to be|to be signed|plans? to sign|(?:is|are) scheduled|will (?:also |jointly |then |additionally |today |later |soon |next (?:week|month) |this (?:week|month) )?(?:sign|visit|call on|meet"
        r"|hold|attend|have a|have an|lead|renew|conclude|travel|host|join|arrive|deliver|take place|convene|open)|(?:is|are) (?:set|due|expected|to) to? ?(?:visit|meet|hold|sign|attend)|is to (?:visit|attend|meet)|would (?:also |jointly )?(?:sign|visit|host|lead))\b",
        re.I,
    ),
    took_part=Worded(r"\b(?:attended|took part in|were present|also present|joined)\b", re.I),
    about_talks=Worded(r"\b(?:talks|meeting|signing|ceremony)\b", re.I),
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
