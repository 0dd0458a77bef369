"""How sentences are compared: stems, acts, and words that only the wording of news has."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import ahocorasick

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_HANGUL = re.compile(r"[가-힣]")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_STEM = 6  # letters of a word that tell it from others; two of Hangul


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP = _listed(
    "a an and are as at be been but by for from had has have he her his i in into is it its of on "
    "or she that the their them they this those to was were which who will with would "
    "в во и на не о об от по при с со что это как к за из до для его ее их он она они "
    "은 는 이 가 을 를 의 에 와 과"
)


class Act(StrEnum):
    """What may be reported twice: the same act of the same people is the same event."""

    VISIT = "visit"
    MEET = "meet"
    SIGN = "sign"
    LAUNCH = "launch"
    SUPPLY = "supply"
    EXPEL = "expel"
    SUMMON = "summon"
    SANCTION = "sanction"
    CROSS = "cross"


ONCE = frozenset({Act.VISIT, Act.MEET, Act.SIGN, Act.LAUNCH})  # done on one occasion, not for long
_FORMS = {
    Act.VISIT: "visit visits visited visiting trip trips travel travels traveled travelled "
    "traveling travelling arrive arrives arrived arriving arrival",
    Act.MEET: "meet meets met meeting meetings summit summits talks dialogue dialogues",
    Act.SIGN: "sign signs signed signing signature",
    Act.LAUNCH: "launch launches launched launching fire fires fired firing",
    Act.SUPPLY: "send sends sent sending deploy deploys deployed deploying deployment dispatch "
    "dispatched supply supplies supplied supplying ship ships shipped shipping shipment shipments",
    Act.EXPEL: "expel expels expelled expelling expulsion expulsions deport deported",
    Act.SUMMON: "summon summons summoned summoning",
    Act.SANCTION: "sanction sanctions sanctioned sanctioning blacklisted",
    Act.CROSS: "cross crosses crossed crossing crossings",
}
_PHRASES = {"to leave the country": Act.EXPEL, "persona non grata": Act.EXPEL}
_ENGLISH = {form: act for act, forms in _FORMS.items() for form in forms.split()} | _PHRASES
_BEGINNINGS = {
    Act.VISIT: ("визит", "посет", "прибы", "поездк", "방문", "방북", "방러", "도착"),
    Act.MEET: (
        "встре",
        "принял",
        "переговор",
        "саммит",
        "회담",
        "접견",
        "회동",
        "정상회",
        "만나",
        "만났",
        "통화를",
        "통화했",
        "телефонный разговор",
    ),
    Act.SIGN: ("подпис", "서명", "체결"),
    Act.LAUNCH: ("запус", "발사"),
    Act.SUPPLY: (
        "направил",
        "постав",
        "отправ",
        "파병",
        "파견",
        "지원",
        "보냈",
        "보낸",
        "제공",
        "공급",
    ),
    Act.EXPEL: ("высла", "высыл", "персонами нон", "персоной нон", "추방"),
    Act.SUMMON: ("вызван в", "вызвали посла", "вызвало посла", "초치"),
    Act.SANCTION: ("санкци", "제재"),
    Act.CROSS: ("пересек", "침범", "넘어왔", "월선"),
}

UNEXPECTED = re.compile(
    r"\b(?:surprise|unannounced|unexpected(?:ly)?|without (?:prior )?(?:notice|announcement))\b"
    r"|\b(?:внезапн|неожиданн|необъявленн)\w+|깜짝|예고 없",
    re.IGNORECASE,
)
# What Russian says with its future alone.
_TO_COME_RU = (
    r"(?:прибуд|будет|будут|посет[ия]т|состо[ия]тся|пройд[её]т|пройдут|провед[её]т|проведут|примет"
    r"|примут участие|встрет[ия]тся|обсуд[ия]т|подпиш[еу]т|направ[ия]тся|отправ[ия]тся|начн[её]тся"
    r"|начнутся|вступ[ия]т|увелич[ия]т|ответ[ия]т|возобнов[ия]т|намерен|ожидается|предсто|планиру"
    r"|собира[ею]тся)"
)
PLANNED = re.compile(
    r"\b(?:will|would|plan(?:s|ned|ning)? to|to be held|scheduled|set to|due to|"
    rf"is to|are to)\b|\b{_TO_COME_RU}|예정|앞두고|계획|오는 \d",
    re.IGNORECASE,
)
# Before the first comma: what comes later is somebody's hope or comment.
PLAN = re.compile(
    r"[^,]{0,160}?\b(?:(?:will|is to|are to|plans? to|(?:is|are) (?:set|due|scheduled|expected) to)"
    rf"\b|{_TO_COME_RU})|.{{0,400}}(?:예정|계획|방침)이다\.?$",
    re.DOTALL,
)
OPENERS = '“"«「『'
FOLLOWING = re.compile(
    r"\b(?:the (?:next|same|following|previous) day|that day"
    r"|(?:a|one) day (?:later|earlier|before))\b"
    r"|\bна следующий день\b|\bв тот же день\b|다음 ?날|같은 날",
    re.IGNORECASE,
)
# How much or how many: "72 percent", "$38 million", "5 тыс. человек".
MEASURED = re.compile(
    r"[$€₩]\s?\d|\d\s?(?:%|percent|per cent|million|billion|млн|млрд|тыс|процент|퍼센트|만|억|달러)"
)
# Under way on a day, not begun on it.
UNDER_WAY = re.compile(
    r"\b(?:was|were|is|are) (?:visiting|meeting|holding)\b"
    r"|\bduring (?:a|his|her|their|the) (?:visit|trip|stay)\b|\bon a visit\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(two|three|four|five|six|seven|\d)-day\b|\b(\d)-дневн|(\d)일간", re.IGNORECASE
)
_SIGNS_OF_LASTING = ("-day", "-Day", "-DAY", "-дневн", "일간")
# "from Tuesday": nobody says until when.
_OPEN = re.compile(
    r"\b(?:from|beginning|starting)(?: on| from)? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[A-Z][a-z]{2,8}\.? \d)|\bс \d{1,2} [а-я]|\d일부터"
)
_OPEN_DAYS = 3
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_TERM = re.compile(r"[“\"«「『]([^“”\"«»「」『』]{4,600})[”\"»」』]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_BESIDE_WORDS = ',.’”“";:)(—»«-'
_MARKS = dict.fromkeys(map(ord, " \u00a0\t\n.,;:!?'\"‘’“”«»()[]-–—…·"))


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def folded(text: str) -> str:
    """Without marks and spaces: two copies of a sentence that differ in those are equal."""
    return text.casefold().translate(_MARKS)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning; crude, the same for every language."""
    return frozenset(stem_of(word) for word in words_of(text) if word not in _STOP)


def stem_of(word: str) -> str:
    if _HANGUL.match(word):
        return word[:2]
    return _ENDING.sub("", word)[:_STEM] or word


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's index of two sets of stems, 0…1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def acts(text: str) -> frozenset[Act]:
    """The acts a sentence names."""
    return frozenset(act for _, act in _acts_in(text))


def first_act(text: str) -> Act | None:
    """The one that is named first."""
    return min(_acts_in(text), default=(0, None))[1]


def _acts_in(text: str) -> Iterator[tuple[int, Act]]:
    """Each with where it begins."""
    plain = text.casefold()
    for last, (form, act) in _NAMED.iter(plain):
        start = last + 1 - len(form)
        if _begins_word(plain, start) and (form not in _ENGLISH or _ends(plain, last)):
            yield start, act


def _named_acts() -> ahocorasick.Automaton:
    """All forms in one pass, which is far quicker than a pattern or a look at each word."""
    forms = _ENGLISH | {start: act for act, starts in _BEGINNINGS.items() for start in starts}
    automaton = ahocorasick.Automaton()
    for form, act in forms.items():
        automaton.add_word(form, (form, act))
    automaton.make_automaton()
    return automaton


_NAMED = _named_acts()


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BESIDE_WORDS or text[at - 1].isspace()


def _ends(text: str, last: int) -> bool:
    return last + 1 == len(text) or text[last + 1] in _BESIDE_WORDS or text[last + 1].isspace()


def figures(text: str) -> frozenset[str]:
    """Every number written in digits, as it is written."""
    return frozenset(_FIGURE.findall(text))


def lasts(text: str) -> int:
    """Days that a "three-day visit", or one "from Tuesday", goes on after its first."""
    if _OPEN.search(text):
        return _OPEN_DAYS
    lasting = any(sign in text for sign in _SIGNS_OF_LASTING)  # far quicker than the pattern
    match = _LASTING.search(text) if lasting else None
    if match is None:
        return 0
    count = next(group for group in match.groups() if group)
    return max((int(count) if count.isdigit() else _COUNTS[count.casefold()]) - 1, 0)


def terms(text: str) -> Iterator[str]:
    """What stands in quotation marks, without the comma or stop that closes it."""
    for match in _TERM.finditer(text):
        yield match[1].strip(" .,;:!?")
