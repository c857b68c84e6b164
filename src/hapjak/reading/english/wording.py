"""How English reports word what is said: who goes on speaking, what binds nobody, where lines end."""

from __future__ import annotations

import re

from hapjak.text.patterns import Worded

PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]he (?:[Vv]ice |[Dd]eputy )?(?:[Mm]ayor|[Gg]overnor|[Pp]remier|[Ss]ecretary|[Mm]inister|[Aa]mbassador"
    r"|[Cc]onsul [Gg]eneral|[Pp]arty [Ss]ecretary|[Pp]resident|[Cc]hairman|[Dd]irector|[Cc]hief [Mm]inister|official|guest|[Ss]peaker))\b(?! of\b)"
)
# The report itself tells of something, whoever spoke before.
NARRATIVE = Worded(
    r"\b(?:signed|inked|attended|took part|visited|toured|accompanied|(?:was|were|is|are) (?:also )?(?:held|signed|present|attended)"
    r"|exchanged|held|met|travell?ed|participated|arrived|watched|left)\b"
)
PLURAL = re.compile(
    r"(?:The |In |On |At |After |Both |All |During |Under |Following |For |As |To )?(?:they|[Tt]he two|[Bb]oth|[Tt]he meeting|[Tt]he sides)\b"
)
THE_TITLE = re.compile(
    r"[Tt]he (?P<title>(?:[Vv]ice |[Dd]eputy |[Ff]irst |[Cc]hief )?(?:[Mm]ayor|[Gg]overnor|[Pp]remier|[Ss]ecretary|[Mm]inister|[Aa]mbassador|[Pp]resident|[Cc]hairman|[Dd]irector|[Ss]peaker))\b"
)
ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Finally|Lastly)(?:ly)?,? |(?:\d{1,2}[.)]|\(\d{1,2}\)) "
)
BULLET = re.compile(r"(?:[•·▲△■□◆◇○●▪*–—►▶-]|\d{1,2}[.)]|\(\d{1,2}\)) ?")
OPENS = re.compile(
    r"\b(?:areas|proposals?|suggestions?|points|fields|measures|steps|ideas|proposed|suggested)\b"
)
# A subject that promises nothing by itself: the visit will …
THINGS = re.compile(
    r"\b(?:agreement|accord|pact|visit|meeting|partnership|relationship|ties|memorandum|mou|forum|event|this|that|which|who"
    r"|ceremony|anniversary|signing|trip|talks|exchange|conference|expo|there|project|letter)s? (?:also |further )?$",
    re.I,
)
# What is no act of a party: will be held, will mark.
STATE = re.compile(
    r" (?:be|have been|have (?!more|a |an |closer|deeper)|include|serve|mark|last|take place|begin|become|mean|welcome|visit|arrive|attend|travel|lead)\b"
)
UNDERGONE = re.compile(
    r" be (?:further |jointly |also )?(?:strengthened|deepened|expanded|established|set up|promoted|built|opened|launched|enhanced"
    r"|created|introduced|increased|widened|developed|carried|formed|encouraged|made|given|put|organi[sz]ed|found)\b"
)
BEGINNING = re.compile(r"(?:^|\bthat |, where |[,;] (?:and |that )?|\bsaid )(?=[^,;]{0,90}$)")
PRAISE = Worded(
    r"\b(?:thank|gratitude|praised|congratulat|achievements|appreciat|spoke highly|impressed)", re.I
)
STRONG = Worded(
    r"\b(?:hop|propos|suggest|will|should|agreed|invit|like to|willing|expect|wish|call|forward|plan|signed)",
    re.I,
)
NAMED = r"(?:agreement|memorandum|mou|pact|accord|letter(?: of intent)?|plan|declaration|deal|protocol|document|contract|treaty|charter)"
INSTRUMENT = re.compile(
    rf"\b(?:under|according to|through|with|by|as part of) (?:the|this|that|their|an?) (?:[\w-]+ ){{0,4}}?{NAMED}\b",
    re.I,
)
TERMS_OF = re.compile(
    rf"(?:the|this|that|their|its|a|an) (?:[\w-]+ ){{0,5}}?{NAMED}\b|(?:it|this|these|they)\b", re.I
)
PAST = Worded(
    r"\b(?:since|last (?:year|month|[A-Z]\w+)|years ago|ago|previously|earlier|first|had|already|[Ii]n (?:\w+ )?this year|this (?:January|February|March|April|May|June|July|August|September|October|November|December)|in (?:19|20)\d\d)\b"
)
YEAR = re.compile(r"\bin (?:[A-Z]\w+ )?((?:19|20)\d\d)\b|, ((?:19|20)\d\d)\b")
NEW_CLAUSE = re.compile(
    r"[;.]|, (?:and|while|but) (?:he|she|that|also|in|the|it|[A-Z])|, while|, and that| and that |, adding|, and (?:hop|propos|suggest|express|invit)"
)
NEW_VERB = re.compile(r" and (?:also |then |further )?$")
PLANS = re.compile(r"(?:plan|intend|pledg|vow|promis|commit|is |are )", re.I)
INNER_END = re.compile(r"(?<=[a-z0-9)])[.!?…] (?=[“A-Z])")
OBJECT = re.compile(
    r"\b(?:with|to|by|of|from|for|told|met|invited|thanked|asked|and) (?:[A-Z][\w.'’-]* )*(?:(?:the|of) (?:[A-Z][\w.'’-]* )*)?$"
)
TITLED = re.compile(r"[ ,]*(?:[A-Z][\w.-]* ){0,4}")
TRAILS = (",", ".", "”", "")  # behind “…, he said,”: what was said stands before
REACH = 60  # characters behind a verb of saying in which who said it stands
LEADS_ON = (" and", " which", " that")
ARTICLES = ("The ", " the ", " a ", " an ", " this ", "newly ")
WHICH = re.compile(rf"\b{NAMED} (?:that|which)(?: also)? $", re.I)
SHORTEST = 8
ATTRIBUTION = 70  # characters of who said it, behind what was said
CIRCUMSTANCE = re.compile(
    r" (?:when|while|during|after|following|at|upon|as|in (?:a|his|her|their) [a-z]+|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
NARRATED = re.compile(
    rf"(?:Under|According to|As per|Per|Based on|Through|With|By|As part of|In line with) (?:the|this|that|their|an?|these) (?:[\w-]+ ){{0,4}}?{NAMED}s?\b"
)
