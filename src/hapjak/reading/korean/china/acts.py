"""What in a Chinese-Korean sentence tells that two sides met, whatever its verb.

The list of meetings (`data/meetings.ko.tsv`) has the usual words with their verbs.
Where none of them stands, a sentence that tells what has happened between two
sides is a meeting all the same: A 일행이 B를 찾아 …, A와 B는 온라인으로 ….
"""

from __future__ import annotations

import re

from hapjak.reading.cues import alternatives
from hapjak.reading.korean.china.cues import TERMS

TALK = (
    r"회견|접견|면담|회담|회동|상봉|좌담|간담|담판|환담|교류|상담|협상|협의|토의|토론|론의|논의|의논|상론|소통|통화"
    r"|맞이|맞아|영접|접대|마주앉|의견을 (?:나누|나눴|교환)|만나|만났|협약|회의"
)
CALL = r"통화|화상|영상|온라인|화상방식|영상방식"
# 답사를 했다 is an answer to a speech, 답사했다 a survey
VISIT = r"방문|고찰|시찰|답사(?!를\s|에)|현지답사|참관|견학|조사연구|배회|배방|예방|래방|내방"
CAME = "찾아|찾았|찾은|도착|이르러|다녀|에 왔|에 와|내려와|내려가|에 들려|에 들렀|에 들렸|돌아보|돌아봤"
DID = (
    r"(?:을|를)?\s?(?:[가-힣]{1,6}\s)?(?:진행|전개|시작|가졌|가지|나누|나눴|벌렸|벌였|벌리|했|하였|하고|하며|하면서|하는 동시에"
    r"|해\s|하여)"
)
ACT = re.compile(
    rf"(?P<term>{TALK})(?:{DID}|보았|보고|여|였|다)|(?P<visit>(?:{VISIT})(?:{DID}|,)|(?:{CAME})(?:{DID}|,|\s|와|고|었|하|다))"
)
FAR = re.compile(rf"(?:{CALL})")
# told as done: a plan, a wish and a quotation tell of no meeting
TOLD = re.compile(r"(?:[았었였했됐났렸졌쳤왔갔랐켰섰눴]다|습니다)[.\s”\"’]*$")
PLANNED = re.compile(r"(?:것|예정|계획|전망)(?:이|으로)[가-힣\s]{0,12}$")
# where one goes; behind the name of the place
THERE = re.compile(
    r"(?:\([^()]{1,12}\))?(?:에|을|를|으로|로)\s(?:[가-힣]{1,6}\s)?"
    r"(?:가서|가\s|와서|와\s|온\s|왔|내려와|내려가|들려|들렀|찾아|찾고|찾은|찾았|도착|이르러|방문|고찰|시찰|답사|견학|참관|학습고찰|조사연구|파견|다녀|배회|예방|려행)"
    r"|에서\s[^.,]{0,24}?(?:고찰|시찰|답사|견학|학습고찰|조사연구)"
    r"|(?:을|를)?\s(?:방문|고찰|시찰)(?=,|하|해|했)"
)
# … 포럼에 참석해 축사했다: an event is told by who attended it
ATTENDED = re.compile(
    rf"(?P<term>{alternatives(TERMS)})(?:’|”|》|\"|')?(?:\([^()]{{1,20}}\))?(?:\s?개막식)?(?:에|에서|에는)\s[^.“”]{{0,200}}?"
    r"(?:(?:참석|참가|출석|축사|연설|발언|환영사|답사)(?:를|을)?\s?(?:해|하여|했|하였|하고|드렸|올렸|올리고|발표|진행)|자리를 (?:함께|같이)|자리했|모습을 나타"
    r"|축하의 말을 (?:했|하))"
)
