"""What the clauses of a Chinese-Korean sentence are made of, as patterns.

Its sentences are long: clauses in 고 and 며 share the force of the last verb, a
clause in 여 or 해 tells the means, and at the end stands mostly a wish for
friendship or success, which promises nothing (rule 5 of the contract).
"""

from __future__ import annotations

import re

from hapjak.reading.lines import LineCues

OBJECT = re.compile(
    r"[가-힣’”》](?:을|를)\s(?!계기로|위해|위하여|위한|통해|통하여|비롯|중심으로|대표해|바탕으로|토대로"
    r"|둘러싸고|포함|기반으로|맞아|따라)"
)
OWN_OBJECT = re.compile(
    OBJECT.pattern + r"|(?:으로|로)\s(?:되|만들|삼)|에\s(?:합의|동의|서명|싸인|사인|조인)"
)
# What a clause acts on: an object, or the matter it takes part in.
ACTS_ON = re.compile(
    OWN_OBJECT.pattern
    + r"|에\s(?:[가-힣]{1,4}\s){0,2}(?:협력|참여|참가|동참|호응|투자|진력|주력|힘쓰|박차)"
    r"|도록\s(?:[가-힣]{1,4}\s){0,2}[가-힣]{2}|[가-힣](?:이|가)\s(?:[가-힣]{1,4}\s)?되(?:게|도록|기|\s|$)"
    r"|(?:지지|격려|협력|합작|교류|촉진)하(?:고|며)?\s?$"
)
ACTIONS = (
    "발전|보급|육성|건설|확대|교류|양성|연구|개발|유치|개최|운영|구축|조성|수출|공급|증대|개척"
)
# Items in a row, each with its noun of action: 예술전 상호 개최, 관광로선 공동 개발, …
DOES = f"{ACTIONS}|시행|실시|파견|교환|제작|출시|설립|건립|진행|조직|전개|강화|추진|도입|개통|개설|활성화|지원|공유|유통|판매|홍보"
ITEM = re.compile(rf"(?<=[가-힣])\s(?:{DOES})(?P<and>,\s?)")
NEXT_ITEM = re.compile(rf"[^,]{{2,60}}?\s(?:{DOES})(?:,|\s등|[을를에]|\s및|$)")
# a bare list of fields is one (rule 1)
FIELD_LIST = re.compile(
    r"등\s?(?:여러|다양한|제반|다)?\s?(?:분야|방면|령역|영역|면|측면|내용|업무)"
)
# 계약에 사인하고 …하기로 했다
SIGNED_FIRST = re.compile(r"(?:체결|싸인|사인|서명|조인)(?:하고|하며|했고|했으며)?$")
AGREED_FIRST = re.compile(r"(?:합의|확정|결정|동의)$")
INVITES = re.compile(r"(?:방문|래방)(?![단객자]|기간)|찾아(?:올|오|주)|초청|초대")
# who took part, no thing that was done
PRESENT = re.compile(
    r"(?:행사|회의|활동|포럼|[가-힣]식|[가-힣]회|론단)에\s?(?:함께\s)?(?:참가|참석)"
)
SEPARATOR = re.compile(r"\s?(?:[,，·]|과|와|및)\s?")
PAIR = re.compile(rf"(?:{ACTIONS})(?P<and>과|와)\s(?!합작|협력|교류|발전)")
SECOND = re.compile(rf"(?:{ACTIONS})(?:을|를|에)")
MUST = re.compile(r"야 ?한다?$")
OURS = re.compile(r"우리(?!의 )|본 ?성|아측|우리는|우리 성")
MEANS_END = re.compile(
    r"(?:하여|[가-힣](?<!위)(?<!대)(?<!통)(?<!관)해|시켜|히여|[가-힣]혀)서?,?\s"
    r"(?!나가|나갈|주|줄|줌|온|왔|오)"
)
# Wishes for friendship, glory and success; what all talks are for.
RESULT = re.compile(
    r"성과를|호혜|상생|윈윈|공영|행복|복지를|기여|이바지|감정을|우의를|우정을|친선을|새로운 단계|새 단계"
    r"|새로운 장|새 장을|새 국면|새국면|새로운 국면|관계(?:의|가|를)? ?(?:[가-힣]{2,4} ){0,2}(?:발전|공고|심화)"
    r"|발전을 (?:더욱 |공동으로 |함께 |적극 |적극적으로 |힘써 |공동히 )?(?:추진|촉진|추동|실현|도모|이루)"
    r"|조력|힘을 보태|힘을 보탤|힘을 실|공동번영|공동발전|번영을|활력을|동력을|진흥발전|우세를|역할을"
    r"|작용을|본보기|모범|귀감|공감대|정신을|사상을|도움과 지지|지지와 방조|미래를|기대에|량국관계"
    r"|량국 관계|고품질 ?발전|질 높은 발전"
)
PURPOSE = re.compile(r"[^.,]{2,60}?(?:고저|고자|기 위해|기 위하여)\s")
PREMISE = re.compile(r"[^.]{2,160}?(?:는바|인바|한바|된바|만큼|므로|기에)\s")
TOGETHER = re.compile(
    r"(?:계속하여|계속해서?|부단히|끊임없이|지속적으로|공동으로|적극|적극적으로|힘써)\s(?:노력하여|노력해|힘써)\s"
    r"|노력하여\s|앞으로도?,?\s|향후,?\s|금후,?\s"
)
UNDER = re.compile(
    r"[^,]{0,30}?(?:협의|협정|협약|계약|합의|의향서|비망록|계기)[가-힣]{0,3}\s?"
    r"(?:따라|근거해|근거하여|의하면|의해|의거해|로)\s"
)
# 쌍방 기업이 … 강화하고 … 개척하도록 지지하고: what is supported is one
SUPPORTED = re.compile(r"[^,]{0,48}?도록\s(?:지지|격려|추동|독려|인도|유도|촉진)")
NOMINATIVE = re.compile(r"[^,]{2,20}?[가-힣](?:이|가)\s")
# A verb made of a noun, at the end of a clause: the noun says all (협력을 강화하기).
LIGHT_VERB = re.compile(
    r"(?<=[가-힣])(?<![히게잘위대통함\s])"
    r"(?:하(?:고|며|기|길|여|도록|자|면서|려|겠)?|할|해|시키(?:고|며|기)?|시킬|시켜|한다)$"
)
# What a sentence is about, before anything is done: 두 지역 책임자들은
TOPIC = re.compile(r"[^,“”‘’《》]{1,48}?[가-힣](?:은|는|에서는)\s")
DONE_ALREADY = re.compile(r"[가-힣](?:을|를|고|며|여|해|아|어)\s")
SPOKEN_FOR = re.compile(
    r"(?:각기\s|각각\s)?(?:쌍방|량측|량지|두 [가-힣]{1,3})(?:을|를) 대표(?:하여|해)\s"
)
BARE_VERB = re.compile(r"[가-힣]{2,5}(?:하며|하고|해주며|해주고)\s")
SUBJECT = re.compile(r"[^,]{0,24}?[가-힣](?:은|는|에서는|에서|이|가)\s")
ACTORS = re.compile(
    r"(?:쌍방|량측|양측|량지|두 [가-힣]{1,3}"
    r"|[가-힣]{2,8}(?:국|청|부|위원회|판공실|그룹|회사|대학|병원|학원|협회))(?:은|는|에서는|에서|이|가)$"
)
# A state that is told of, not something that will be done
STATE = re.compile(
    r"(?:고\s?있|[가-힣](?<!수)(?<!할수)\s?있|[갖가지]고 있|없|이|였|였|높|크|좋|넓|깊|밝)(?:으며|며|고)$"
    r"|(?:관심을 돌리|의의를 갖|의의를 가지|기회를 제공|잠재력을 갖|토대를 갖)"
)
INSTRUMENT = re.compile(r"협의|협정|협약|각서|비망록|의향서|계약|선언|성명|결연|[《<‘“]")
# so many of them: not told what they say
COUNTED = re.compile(
    r"^[^《]*(?:\d+|여러|수십|일련의?)\s?(?:여\s?)?(?:개|건|항|부|가지)?(?:의)?\s[^.]{0,12}(?:협의|협정|협약|계약|대상|문건)|^[^《]*(?:계약|대상|협의|협약)\s?\d+(?:개|건)"
)
SIGNS = re.compile(
    r"(?:체결|싸인|사인|서명|조인|달성)(?:하(?:고|며)|했(?:고|으며))$|맺(?:고|으며)$"
)
# what stands today was signed before: 현재 22쌍의 우호도시관계를 맺었다
SO_FAR = re.compile(
    r"(?:현재|지금까지|이미|그동안|다년간|년말까지|말까지|최근 몇년간)(?:는|은|도)?\s[^.]{0,120}?(?:체결|맺|건립|결연)(?:했|하였|었|고 있)"
)
DAY = re.compile(r"(?<!\d)\d{1,2}일")
LINE_CUES = LineCues(
    slogan=re.compile(
        r"관철|지시정신|사상을|감사를|환영을|축하를|[을를것]\s?(?:축하|기원)|기원했|평가|긍정|탄복|성과를 거두|(?:결실|열매)[을를] (?:거두|맺)|성과를 올리|찬사|경의를"
        r"|새로운 단계|새 단계|새로운 장|새 국면|새국면|감정을|우의를|우정을|행복을|복지를|기여|이바지|조력하"
        r"|힘을 보태|힘을 실|역할을 [가-힣 ]{0,8}발휘|작용을 [가-힣 ]{0,8}발휘|우세를 [가-힣 ]{0,8}발휘"
        r"|공감대를|중시하|중시한|정신을|공동번영을|본보기|귀감|상호 신뢰|호상신뢰|관심하고 지지|친선협력 ?관계|관계를 (?:잘 )?(?:수호|공고)|기회를 (?:창조|가져|마련|제공|맞)"
    ),
    concrete=re.compile(
        r"모델|기제|체계|업그레이드|협의체|시범구|협의를|협약|협정|(?<!의)회의|플래트홈|플랫폼|플래트폼|대상"
        r"|각서|비망록|의향서|계약에|계약을 (?:체결|맺)|프로젝트|통로|창구|련결사업|다리를|의견을 형성|방안"
    ),
    named=re.compile(r"[‘']([^‘’']{2,30}?)\s?[’']|《([^《》]{2,40})》"),
    leading=re.compile(
        r"(?:그는|그녀는|그리고|또한?|특히|동시에|아울러|이와 함께|나아가|이어|이를 위해|우선|먼저)[,\s]\s?|[\s,，.]+"
    ),
    both=re.compile(r"쌍방|량측|양측|공동히|공동으로|함께|두 지역|량지|양 지역|손잡고|서로|상호"),
    until=re.compile(r"\s?(?:말\s?)?(?:까지|전으로|안에|내에|안으로|이전에)"),
    until_before=re.compile(r"(?!)"),
    occasion=re.compile(
        r"(?:을|를)\s(?:계기로|위해|위하여|통해|통하여|바탕으로|토대로|맞아)\s"
        r"|에 (?:의탁하여|의탁해|의거하여|의거해)\s"
        r"|(?:을|를) (?:빌어|리용하여|리용해|활용하여|활용해)\s"
    ),
    means=re.compile(r"(?:을|를)\s(?:[가-힣]{1,6}\s)?[가-힣]{1,5}(?:해|하여|아|어|여)\s"),
)
