"""Moods of Korean and Russian sentences.

Korean by the ending of the sentence, where its verb stands; Russian by the first word that tells.
"""

import re
from functools import lru_cache

from briefings.model import Mood
from briefings.text.later import later

_END_MARKS = " \n\t.。!”’\"'»)]"

_KO_QUESTION = later(
    r"\?$|(?:관건이다|미지수다|불투명하다|의문이다|지켜봐야|귀추가 주목된다|관심이 쏠린다|주목된다)"
)
_KO_FORECAST = later(
    r"(?:것으로 (?:보인다|보입니다|전망|예상|관측|추정|풀이|점쳐)|전망(?:이다|된다|됐다|했다|이 "
    r"나온다|도 나온다)|예상(?:된다|됐다|했다)|"
    r"관측(?:이 나온다|된다|이다)|가능성이|[ㄱ-ㅎ가-힣]+ 수 있다|우려(?:된다|가 나온다)|듯하다|"
    r"듯 보인다|것이다|것입니다|지도 모른다|것 같다|분석(?:이 나온다|된다|도 나온다))"
)
_KO_PLAN = later(r"(?:예정이다|예정입니다|계획이다|방침이다|기로 했다|기로 합의|하기로|예정이라고)")
_KO_SAID = later(
    r"(?:말|밝|전|보도|강조|주장|발표|설명|경고|비판|촉구|언급|지적|덧붙|평가|확인|규탄|반박)"
    r"(?:했|혔|했었|였|였었|됐|됐었|하였|혔었)[다습]|(?:다|라|자|냐)고 (?:했|말|밝|전|보도|강조|"
    r"주장|덧붙|경고)"
)
_KO_PAST = later(
    r"[가-힣]*[았었였했됐갔왔렸졌났켰섰뒀냈혔쳤떴뤘겼웠랐봤썼폈꼈](?:다|습니다|으며|고|지만)$"
)

_RU_QUESTION = later(
    r"\?[»\"”\s]*$|вопрос(?:ом)? (?:в том|остаётся|остается|заключается|лишь)|(?:неясно|"
    r"непонятно|неизвестно),"
    r"|(?:остаётся|остается) (?:неясн|открыт|вопрос)",
    re.IGNORECASE,
)
_RU_HEDGE = later(
    r"\b(?:может|могут|мог бы|могла бы|могли бы|могло бы|вероятно|возможно|по-видимому|видимо|"
    r"скорее всего|"
    r"ожидается|прогноз\w*|предполагается|предположительно|не исключ\w+|будет|будут|способ(?:ен|"
    r"на|ны))\b",
    re.IGNORECASE,
)
_RU_EVENT = later(
    r"\b(?!(?:был|была|были|было|мог|могла|могли|могло|стал бы)\b)[а-яё]{2,}(?:ал|ил|ел|ял|ыл|ул|"
    r"ёл|ла|ли|ло|лся|лась|лись|лось|ошел|ошёл|рос)\b"
    r"|\b(?:был[аои]?) [а-яё]+(?:н|на|но|ны|т|та|то|ты)\b",
)
_RU_PLAN = later(
    r"\b(?:состоится|состоятся|пройд[её]т|пройдут|посетит|встретится|встретятся|прибудет|"
    r"провед[её]т|проведут|"
    r"подпишет|подпишут|начн[её]тся|откроется|примет участие|планиру\w+|намерен\w*|"
    r"запланирован\w*|выступит|отправится)\b"
)
_RU_WHEN = later(
    r"\b\d{1,2} (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"\b(?:в|во) "
    r"(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|\b(?:завтра|сегодня|на "
    r"следующей неделе)\b"
)


def korean_mood(text: str) -> Mood:
    ending = text.rstrip(_END_MARKS)
    if _KO_QUESTION.search(ending[-24:]) or text.endswith("?"):
        return Mood.QUESTION
    tail = ending[-18:]
    if _KO_PLAN.search(tail) or _KO_SAID.search(tail):
        return Mood.EVENT
    if _KO_FORECAST.search(tail):
        return Mood.FORECAST
    return Mood.EVENT if _KO_PAST.search(ending[-12:]) else Mood.STATE


@lru_cache(maxsize=256)  # of a document: its kind is told by moods, too
def russian_mood(text: str) -> Mood:
    if _RU_QUESTION.search(text):
        return Mood.QUESTION
    plan = _RU_PLAN.search(text)
    if plan and _RU_WHEN.search(text):
        return Mood.EVENT
    hedge, event = _RU_HEDGE.search(text) or plan, _RU_EVENT.search(text)
    if hedge and (event is None or hedge.start() < event.start()):
        return Mood.FORECAST
    return Mood.EVENT if event else Mood.STATE
