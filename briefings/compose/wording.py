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


ONCE = frozenset({Act.VISIT, Act.MEET, Act.SIGN, Act.LAUNCH})  # done on one occasion, not for long
_FORMS = {
    Act.VISIT: "visit visits visited visiting trip trips travel travels traveled travelled "
    "traveling travelling arrive arrives arrived arriving arrival",
    Act.MEET: "meet meets met meeting meetings summit summits talks dialogue dialogues",
    Act.SIGN: "sign signs signed signing signature",
    Act.LAUNCH: "launch launches launched launching fire fires fired firing",
    Act.SUPPLY: "send sends sent sending deploy deploys deployed deploying deployment dispatch "
    "dispatched supply supplies supplied supplying ship ships shipped shipping shipment shipments",
}
_ENGLISH = {form: act for act, forms in _FORMS.items() for form in forms.split()}
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
}

UNEXPECTED = re.compile(
    r"\b(?:surprise|unannounced|unexpected(?:ly)?|without (?:prior )?(?:notice|announcement))\b"
    r"|\b(?:внезапн|неожиданн|необъявленн)\w+|깜짝|예고 없",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|plan(?:s|ned|ning)? to|to be held|scheduled|set to|due to|"
    r"is to|are to)\b|\bсобира\w+|\bплани\w+|\bпредсто\w+|\bсостоится\b"
    r"|예정|앞두고|계획",
    re.IGNORECASE,
)
# Before the first comma: what comes later is somebody's hope or comment.
PLAN = re.compile(
    r"[^,]{0,160}?\b(?:will|is to|are to|plans? to|(?:is|are) (?:set|due|scheduled|expected) to)\b"
)
OPENERS = '“"«「『'
FOLLOWING = re.compile(
    r"\b(?:the (?:next|same|following|previous) day|that day"
    r"|(?:a|one) day (?:later|earlier|before))\b"
    r"|\bна следующий день\b|\bв тот же день\b|다음 ?날|같은 날",
    re.IGNORECASE,
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
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_TERM = re.compile(r"[“\"«「『]([^“”\"«»「」『』]{4,600})[”\"»」』]")
_NUMBER = re.compile(
    r"(?<![\w.,$€₩-])(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?P<scale> (?:million|billion|trillion))?"
    r"(?P<between>(?: [a-z][\w-]*){0,3}?) (?P<thing>[a-z]{4,}s)\b"
)
_SCALES = {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# "북한군 1만2000명", "포탄 800만 발": what is counted, how many, by what.
_COUNTED_KO = re.compile(
    r"(?P<thing>[가-힣]{2,8})\s(?:약|최소|최대|모두|총|무려)?\s?(?:(?P<many>\d{1,4})만\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d+)?)?(?P<thousand>천)?\s?여?\s?"
    r"(?P<by>명|발|대|척|기|톤|t|㎞|km|건|곳)(?![가-힣]{2})"
)
_COUNTED_RU = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)"
    r"(?P<scale>\s(?:тыс\.?|тысяч\w*|млн|миллион\w*|млрд|миллиард\w*))?"
    r"(?P<between>(?:\s[а-яё]+(?:ых|их|ого|ой))?)\s(?P<thing>[а-яё]{4,})\b"
)
_SCALES_RU = {"ты": 1e3, "мл": 1e6, "ми": 1e6}
_PARTICLES = re.compile(r"(?:이|가|은|는|을|를)$")
_CALENDAR_RU = re.compile(
    r"(?:лет|год|дней|дня|час|минут|секунд|месяц|недел|раз|процент|январ|феврал|"
    r"март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)
_CALENDAR = _listed("years months weeks days hours minutes seconds times")


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
    return frozenset(_stem(word) for word in words_of(text) if word not in _STOP)


def _stem(word: str) -> str:
    if _HANGUL.match(word):
        return word[:2]
    return _ENDING.sub("", word)[:_STEM] or word


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's index of two sets of stems, 0…1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def acts(text: str) -> frozenset[Act]:
    """The acts a sentence names."""
    plain = text.casefold()
    return frozenset(
        act
        for last, (form, act) in _NAMED.iter(plain)
        if _begins_word(plain, last + 1 - len(form))
        and (form not in _ENGLISH or _ends(plain, last))
    )


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
    """Days that a "three-day visit" goes on after its first."""
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


def numbers(text: str, language: str = "en") -> Iterator[tuple[str, float]]:
    """Counted things, with how many of them: ("troop", 10000.0)."""
    if language == "ko":
        yield from _numbers_ko(text)
        return
    if language == "ru":
        yield from _numbers_ru(text)
        return
    for match in _NUMBER.finditer(text):
        thing = match["thing"]
        if thing not in _CALENDAR:
            scale = _SCALES[(match["scale"] or "").strip()]
            yield _stem(thing), float(match["number"].replace(",", "")) * scale


def _numbers_ko(text: str) -> Iterator[tuple[str, float]]:
    for match in _COUNTED_KO.finditer(text):
        if match["many"] is None and match["number"] is None:
            continue
        number = float((match["number"] or "0").replace(",", "")) * (
            1000 if match["thousand"] else 1
        )
        thing = _PARTICLES.sub("", match["thing"])
        yield f"{thing} {match['by']}", float(match["many"] or 0) * 10_000 + number


def _numbers_ru(text: str) -> Iterator[tuple[str, float]]:
    for match in _COUNTED_RU.finditer(text):
        if not _CALENDAR_RU.match(match["thing"]):
            scale = _SCALES_RU.get((match["scale"] or "").strip()[:2], 1.0)
            scale = (
                1e9 if (match["scale"] or "").strip().startswith(("млрд", "миллиард")) else scale
            )
            number = re.sub(r"[ \u00a0]", "", match["number"]).replace(",", ".")
            yield match["thing"][:_STEM], float(number) * scale
