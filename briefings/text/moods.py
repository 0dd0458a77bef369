"""What a sentence does: report an event, state a standing fact, expect, or ask.

By the first verb of the main clause that tells: a modal or hedge before any report of an act makes
a forecast; an act before any hedge makes an event ("Yoon made remarks suggesting that … might").
A planned act with a date ("will hold talks on Tuesday") is an event: somebody announced it.
"""

import re

from briefings.model import Mood

_END_MARKS = " \n\t.。!”’\"'»)]"

_EN_QUESTION = re.compile(
    r"\?[\"'”’»)\s]*$|\bquestion (?:is|was|now is|remains|remaining is) (?:whether|how|if|what|"
    r"who|when|why)\b"
    r"|\b(?:remains|remain|is|was) (?:unclear|uncertain|unknown|unresolved|open|to be seen) "
    r"(?:whether|how|if|what|who|when|why|to what)\b"
    r"|\b(?:remains|is yet|are yet|has yet) to be seen\b|\b(?:remains|remain) (?:unclear|"
    r"unknown)\W*$"
    r"|^whether .{5,200}\b(?:remains|is (?:still )?(?:unclear|uncertain|an open question))\b"
)
_EN_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|as|since|when|whenever|after|before|given|despite|because|once|"
    r"unless|"
    r"until|amid|following|with|due to|in light of|in addition to|should)\b[^,]{8,240},\s+",
    re.IGNORECASE,
)
_EN_EXPECTERS = re.compile(
    r"\b(?:analysts?|experts?|observers|economists?|forecasters|pundits|watchers|scholars|"
    r"researchers)\b"
    r".{0,80}\b(?:said|told|warned|predicted|argued|suggested|noted|believed)\b",
    re.IGNORECASE,
)
_EN_HEDGE = re.compile(
    r"\b(?:may|might|could|would|will|shall|likely|unlikely|probably|possibly|potentially|perhaps|"
    r"presumably|(?:is|are|was|were) (?:widely )?(?:expected|poised|bound|liable|anticipated|"
    r"forecast) to|expects?|predicts?|anticipates?|forecasts|foresees?|won['’]t|['’]ll|going to|"
    r"increased likelihood)\b"
)
_EN_PLAN = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are) (?:due|set|scheduled|slated) to|(?:is|are) going to|"
    r"plans? to|intends? to)\s+(?:also |jointly |again )?"
    r"(?:be (?:held|signed|launched|opened|hosted|released|sworn|deployed|inaugurated|unveiled)|"
    r"hold|visit|meet|make (?:a|his|her|its|their|an)|travel|attend|sign|launch|host|send|deploy|"
    r"begin|start|"
    r"take place|resume|convene|deliver|conduct|open|arrive|depart|pay|fly|address|discuss|join|"
    r"receive|welcome|release|submit|vote|face|testify|leave|return|go|kick off|run|speak|stage|"
    r"participate|"
    r"announce|unveil|test|fire|inaugurate|tour|stop|stay|last|end|come into force|take effect|"
    r"supply|provide)\b"
)
_EN_WHEN = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:tomorrow|today|tonight)\b|\bnext (?:week|"
    r"month|year)\b"
    r"|\b(?:later|early|earlier) (?:this|next) (?:week|month|year)\b|\bthis (?:week|month|"
    r"weekend|autumn|fall|"
    r"summer|winter|spring)\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|"
    r"November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)|\b(?:on|from|until) the \d|"
    r"\bin 20\d\d\b"
)
_EN_PASTS = (
    "said told announced declared stated warned vowed pledged accused condemned denounced "
    "criticised criticized "
    "urged demanded rejected denied confirmed reported revealed disclosed claimed acknowledged "
    "admitted praised "
    "welcomed thanked expressed described hinted invited signed ratified approved adopted passed "
    "launched fired "
    "tested conducted held hosted met visited arrived departed travelled traveled flew went came "
    "returned left "
    "attended toured inspected sent dispatched delivered shipped supplied provided deployed "
    "withdrew invaded "
    "attacked struck killed wounded injured arrested detained sentenced jailed charged indicted "
    "released freed "
    "expelled recalled summoned suspended resumed ended began started opened closed shut cut "
    "blocked vetoed "
    "abstained voted elected appointed named replaced dismissed sacked fired resigned died "
    "imposed lifted "
    "sanctioned blacklisted banned joined quit agreed reached struck exchanged discussed "
    "negotiated called spoke "
    "wrote published posted issued made took gave received got won lost beat defeated scored "
    "rose fell dropped "
    "jumped climbed surged declined grew shrank raised lowered doubled detected "
    "intercepted seized captured destroyed shot crossed entered landed crashed collapsed broke "
    "built unveiled "
    "showed displayed paraded established created founded formed dissolved abolished scrapped "
    "replaced removed "
    "restored severed normalised normalized recognised recognized upgraded joined bought sold "
    "paid spent found "
    "became used shook saw put walked waited led followed decided ordered instructed refused "
    "offered asked "
    "accepted honoured honored awarded celebrated marked commemorated observed staged carried "
    "dropped sank hit "
    "reiterated stressed emphasised emphasized underlined noted added insisted argued explained "
    "softened "
    "concluded completed postponed cancelled canceled delayed abandoned backed supported opposed "
    "protested "
    "threatened retaliated responded reacted apologised apologized resorted set ran fought "
    "sought tried failed "
    "succeeded managed helped forced allowed included let kept brought moved turned threw "
    "coincided lobbed floated"
)
_PASTS = "|".join(sorted(set(_EN_PASTS.split()), key=len, reverse=True))
_EN_EVENT = re.compile(
    rf"(?<!to )(?<!be )(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )(?<!-)\b(?:{_PASTS})\b"
    r"(?! by\b)"
    r"|\b(?:has|have|had|was|were)(?: not| also| since| already| recently| now| just)? (?!been|"
    r"expected|likely|poised)"
    r"(?:been )?\w{2,}(?:ed|wn|en|ought|ung|pt|ilt|ade|old|eld|ent|ut|one)\b"
    r"|\b(?:increased|decreased|reduced|expanded|strengthened) (?:its|his|her|their|the|a|an|to|"
    r"by|from|in)\b|\b(?:agrees|announces|says|plans|vows) to\b"
)

_EN_ASIDE = re.compile(r",\s+(?:which|who|whose|where|a \w+ (?:that|which|whose))\b|;\s")

_KO_QUESTION = re.compile(
    r"\?$|(?:관건이다|미지수다|불투명하다|의문이다|지켜봐야|귀추가 주목된다|관심이 쏠린다|주목된다)"
)
_KO_FORECAST = re.compile(
    r"(?:것으로 (?:보인다|보입니다|전망|예상|관측|추정|풀이|점쳐)|전망(?:이다|된다|됐다|했다|이 "
    r"나온다|도 나온다)|예상(?:된다|됐다|했다)|"
    r"관측(?:이 나온다|된다|이다)|가능성이|[ㄱ-ㅎ가-힣]+ 수 있다|우려(?:된다|가 나온다)|듯하다|"
    r"듯 보인다|것이다|것입니다|지도 모른다|것 같다|분석(?:이 나온다|된다|도 나온다))"
)
_KO_PLAN = re.compile(
    r"(?:예정이다|예정입니다|계획이다|방침이다|기로 했다|기로 합의|하기로|예정이라고)"
)
_KO_SAID = re.compile(
    r"(?:말|밝|전|보도|강조|주장|발표|설명|경고|비판|촉구|언급|지적|덧붙|평가|확인|규탄|반박)"
    r"(?:했|혔|했었|였|였었|됐|됐었|하였|혔었)[다습]|(?:다|라|자|냐)고 (?:했|말|밝|전|보도|강조|"
    r"주장|덧붙|경고)"
)
_KO_PAST = re.compile(
    r"[가-힣]*[았었였했됐갔왔렸졌났켰섰뒀냈혔쳤떴뤘겼웠랐봤썼폈꼈](?:다|습니다|으며|고|지만)$"
)

_RU_QUESTION = re.compile(
    r"\?[»\"”\s]*$|вопрос(?:ом)? (?:в том|остаётся|остается|заключается|лишь)|(?:неясно|"
    r"непонятно|неизвестно),"
    r"|(?:остаётся|остается) (?:неясн|открыт|вопрос)",
    re.IGNORECASE,
)
_RU_HEDGE = re.compile(
    r"\b(?:может|могут|мог бы|могла бы|могли бы|могло бы|вероятно|возможно|по-видимому|видимо|"
    r"скорее всего|"
    r"ожидается|прогноз\w*|предполагается|предположительно|не исключ\w+|будет|будут|способ(?:ен|"
    r"на|ны))\b",
    re.IGNORECASE,
)
_RU_EVENT = re.compile(
    r"\b(?!(?:был|была|были|было|мог|могла|могли|могло|стал бы)\b)[а-яё]{2,}(?:ал|ил|ел|ял|ыл|ул|"
    r"ёл|ла|ли|ло|лся|лась|лись|лось|ошел|ошёл|рос)\b"
    r"|\b(?:был[аои]?) [а-яё]+(?:н|на|но|ны|т|та|то|ты)\b",
)
_RU_PLAN = re.compile(
    r"\b(?:состоится|состоятся|пройд[её]т|пройдут|посетит|встретится|встретятся|прибудет|"
    r"провед[её]т|проведут|"
    r"подпишет|подпишут|начн[её]тся|откроется|примет участие|планиру\w+|намерен\w*|"
    r"запланирован\w*|выступит|отправится)\b"
)
_RU_WHEN = re.compile(
    r"\b\d{1,2} (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"\b(?:в|во) "
    r"(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\b(?:завтра|сегодня|на "
    r"следующей неделе)\b"
)


def mood_of(sentence_text: str, language: str) -> Mood:
    """The mood of one sentence; STATE where no rule of its language speaks."""
    text = sentence_text.strip()[:2_000]
    if language == "ko":
        return _korean(text)
    if language == "ru":
        return _russian(text)
    return _english(text)


def _english(text: str) -> Mood:
    if _EN_QUESTION.search(text) or _EN_QUESTION.search(text.lower()):
        return Mood.QUESTION
    opening = _EN_SUBORDINATE.match(text)
    main = text[opening.end() :] if opening else text
    if _planned(main) or (opening and _planned(text)):
        return Mood.EVENT
    aside = _EN_ASIDE.search(main, 40)
    kernel = main[: aside.start()] if aside else main
    if not (_EN_HEDGE.search(kernel) or _EN_EVENT.search(kernel)):
        kernel = main
    hedge, event = _EN_HEDGE.search(kernel), _EN_EVENT.search(kernel)
    if hedge and (event is None or hedge.start() < event.start()):
        return Mood.FORECAST
    if hedge and _EN_EXPECTERS.search(kernel):
        return Mood.FORECAST
    return Mood.EVENT if event else Mood.STATE


def _planned(text: str) -> bool:
    """An act that somebody has set down for a day, before any "may" or "likely"."""
    plan = _EN_PLAN.search(text)
    if plan is None or not _EN_WHEN.search(text):
        return False
    hedge = _EN_HEDGE.search(text)
    return hedge is None or hedge.start() >= plan.start()


def _korean(text: str) -> Mood:
    ending = text.rstrip(_END_MARKS)
    if _KO_QUESTION.search(ending[-24:]) or text.endswith("?"):
        return Mood.QUESTION
    tail = ending[-18:]
    if _KO_PLAN.search(tail) or _KO_SAID.search(tail):
        return Mood.EVENT
    if _KO_FORECAST.search(tail):
        return Mood.FORECAST
    return Mood.EVENT if _KO_PAST.search(ending[-12:]) else Mood.STATE


def _russian(text: str) -> Mood:
    if _RU_QUESTION.search(text):
        return Mood.QUESTION
    plan = _RU_PLAN.search(text)
    if plan and _RU_WHEN.search(text):
        return Mood.EVENT
    hedge, event = _RU_HEDGE.search(text) or plan, _RU_EVENT.search(text)
    if hedge and (event is None or hedge.start() < event.start()):
        return Mood.FORECAST
    return Mood.EVENT if event else Mood.STATE
