"""Does a capital act as a government here, or is it the place somebody went to or met in?"""

import re

from briefings.text.later import later

_WINDOW = 70

_IN = re.compile(r"\b(?:in|at|near|outside|around|inside|across|through|via)(?: the)? $")
_RULES_IN = re.compile(
    r"\b(?:governments?|authorities|administrations?|regimes?|leaders?|leadership|officials|"
    r"policymakers|policy makers|power|interests?|influence|trust|confidence|faith|discomfort|"
    r"concerns?|alarm|anger|thinking|cabinet) in $"
)
_TO = re.compile(r"\b(?:to|into|from|for|toward|towards|of|left|leave|leaves|leaving)(?: the)? $")
_MOTION = re.compile(
    r"\b(?:visit\w*|trips?|travel\w*|journey\w*|fl(?:y|ies|ew|ying|ights?|own)|arriv\w+|return\w*|"
    r"head(?:s|ed|ing)|depart\w*|left|leav\w+|went|go(?:es|ing)?|came|com(?:e|es|ing)|tour\w*|"
    r"drove|driv\w+|sail\w*|train|convoy|plane|embassy|summon\w*|deport\w*|stopover|way|route|"
    r"meet(?:s|ing|ings)?|met|talks|summit\w*|bound|set out|dispatch\w*|capital)\b"
)
_DIRECT = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|reach(?:es|ed|ing)?|leav(?:e|es|ing)|left|"
    r"enter(?:s|ed)?|"
    r"downtown|central|capital(?: of|,)?|outside) $"
)
_PLACE_AFTER = re.compile(
    r"(?: based\b| born\b| summit| talks| meeting| visit| trip| airport| international airport|"
    r" embassy| streets?"
    r"| station| office of|, (?:north korea|south korea|russia)\b|'s (?:streets?|airport|"
    r"red square|"
    r"kim il sung square|sunan|myeongdong|gwanghwamun|kumsusan))"
)
_OWNS = re.compile(r"(?: and \w+(?: \w+)?)?'s ")
_DATELINE = re.compile(
    r"(?:, (?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\w*\.? \d| \((?:ap|reuters|afp|"
    r"yonhap|"
    r"upi|tass|kyodo)\)|\s?=\s?|\s?(?:—|–|--) |, \d{1,2} (?:января|февраля|марта|апреля|мая|"
    r"июня|июля|"
    r"августа|сентября|октября|ноября|декабря)|\.\s?/)"
)
_KO_AFTER = later(
    r"(?:에서|에 (?:도착|머|체류|있|온|왔|위치|들|모|파견|주재)|으?로 (?:향|떠|출발|출국|이동|"
    r"가|날|초청)|까지|행|발|"
    r"을 (?:방문|찾|떠|출발|국빈)|를 (?:방문|찾|떠|출발|국빈)| 방문| 도착| 시내| 현지| 공항|"
    r" 정상회담|에서의|= ?연합)"
)
_HAN_BEFORE = later(r"(?:在|访问|訪問|访|抵|抵达|到|赴|前往|飞往)$")
_HAN_AFTER = later(r"(?:で|に(?:到着|滞在|入)|を(?:訪|出発)|へ|入り|会晤|举行)")
_RU_IN = later(r"(?:^|[^а-я])(?:в|во|под|около) $")
_RU_FROM = later(r"(?:^|[^а-я])(?:из|до|через) $")
_RU_SPEECH = later(
    r"[а-я]* (?:также )?(?:заяв|счита|сообщ|отмет|наде|подчерк|назва|ответ|отреаг|увер|поним|"
    r"призв|призна|"
    r"опроверг|выраз|дали|обвин|осуд)"
)
_RU_MOTION = later(
    r"\b(?:визит\w*|поездк\w+|прибы\w+|приех\w+|приле\w+|вылет\w+|отправ\w+|поех\w+|посет\w+|"
    r"верну\w+|приглас\w+|приглаш\w+|направ\w+|делегаци\w+)\b"
)


def acts(folded: str, start: int, end: int) -> bool:
    """False where the capital at [start, end) of the folded text is only a place."""
    before = _before(folded, start)
    after = folded[end : end + 40]
    letter = folded[start]
    if _DATELINE.match(after) and not before.strip():
        return False
    if letter.isascii():
        return not _english_place(before, after)
    if "а" <= letter <= "я":
        return not _russian_place(before, after)
    if letter >= "一" and not "가" <= letter <= "힣":
        return _HAN_BEFORE.search(before) is None and _HAN_AFTER.match(after) is None
    return _KO_AFTER.match(after) is None


def _before(folded: str, start: int) -> str:
    """What precedes in the same sentence, at most a window of it."""
    window = folded[max(0, start - _WINDOW) : start]
    cut = max(window.rfind(". "), window.rfind("; "), window.rfind("? "))
    return window[cut + 2 :] if cut >= 0 else window


def _english_place(before: str, after: str) -> bool:
    if _DIRECT.search(before) or _PLACE_AFTER.match(after):
        return True
    if _OWNS.match(after):
        return False
    if _IN.search(before):
        return _RULES_IN.search(before) is None
    return _TO.search(before) is not None and _MOTION.search(before) is not None


def _russian_place(before: str, after: str) -> bool:
    if _RU_IN.search(before):
        return _RU_SPEECH.match(after) is None
    return _RU_FROM.search(before) is not None and _RU_MOTION.search(before) is not None
