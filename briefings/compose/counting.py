"""How many of what a sentence counts, in English, Korean and Russian.

A count is a stretch from the least to the most that the words allow: "more than 10,000 soldiers"
and "12,000 soldiers" do not contradict each other, "two missiles" and "a missile" do.
"""

import re
from collections.abc import Iterator
from math import inf
from typing import TypeAlias

from briefings.compose.wording import stem_of, stems

Amount: TypeAlias = tuple[float, float]
"""From the least to the most."""

_ROUNDED = 1.1  # "nearly 10,000" and "10,300" agree

_WORDS = {
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "eleven": 11.0,
    "twelve": 12.0,
}
_LEAST = frozenset({"at least", "more than", "over", "no fewer than", "no less than"})
_MOST = frozenset({"up to", "as many as", "fewer than", "less than", "no more than"})
_BOUNDS = "|".join(sorted(_LEAST | _MOST))
# "two South Korean diplomats" counts diplomats; in "June 19 Kim Jong Un visits" nothing is counted.
_BESIDE = r"(?: (?:[a-z][\w-]*|(?:North |South )?[A-Z][a-z]*(?:an|ese|ish)))"
_COUNTED = re.compile(
    rf"(?<![\w.,$€₩-])(?:(?P<bound>{_BOUNDS}) )?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{'|'.join(_WORDS)})(?= ))"
    r"(?P<scale> (?:million|billion|trillion))?"
    rf"(?P<between>{_BESIDE}{{0,3}}?) (?P<thing>[a-z]{{4,}}s|people|personnel)\b",
)
COUNTS = re.compile(r"[0-9] ?[a-zа-я가-힣]")  # may count something, and dates mostly do not
_ABOUT = stems(
    "about around some approximately roughly nearly almost estimated more than over least up many "
    "около примерно порядка более свыше 약 최소 최대"
) | frozenset(map(stem_of, _WORDS))
_REFERS_BACK = re.compile(
    r"\b(?:the|these|those|both|its|their|other|first|last|next|all) $", re.IGNORECASE
)
# One of what is launched, crosses or is sent home; "a missile test" is none.
_ONE = re.compile(
    rf"(?<![\w-])(?P<bound>at least )?(?:[Aa]n?|[Oo]ne){_BESIDE}{{0,3}}? "
    r"(?P<thing>missile|rocket|satellite|drone|balloon|warship|destroyer|submarine|tanker|soldier"
    r"|defector|diplomat|worker)"
    r"(?=[,.]|$| (?:to|toward|towards|into|from|on|at|over|off|across|early|late)\b)"
)
_SCALES = {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNCOUNTED = re.compile(
    r"(?:year|month|week|day|hour|minute|second|time|side|countrie|nation|leader|partie|source"
    r"|minister|government|korea|neighbo)"
)
# "북한군 1만2000명", "포탄 800만 발": what is counted, how many, by what.
_COUNTED_KO = re.compile(
    r"(?P<thing>[가-힣]{2,8})\s(?:약|모두|총|무려)?(?P<bound>최소|최대)?\s?"
    r"(?:(?P<many>\d{1,4})만\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d+)?)?(?P<thousand>천)?\s?여?\s?"
    r"(?P<by>명|발|대|척|기|톤|t|㎞|km|건|곳)(?![가-힣]{2})(?:\s?(?P<after>이상|이하|넘))?"
)
_COUNTED_RU = re.compile(
    r"(?<![\w.,])(?:(?P<bound>более|больше|свыше|не менее|как минимум|до|не более|менее)\s)?"
    r"(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)"
    r"(?P<scale>\s(?:тыс\.?|тысяч\w*|млн|миллион\w*|млрд|миллиард\w*))?"
    r"(?P<between>(?:\s[а-яё]+(?:ых|их|ого|ой))?)\s(?P<thing>[а-яё]{4,})\b",
    re.IGNORECASE,
)
_LEAST_RU = frozenset({"более", "больше", "свыше", "не менее", "как минимум"})
_SCALES_RU = {"ты": 1e3, "мл": 1e6, "ми": 1e6}
_PARTICLES = re.compile(r"(?:이|가|은|는|을|를)$")
_CALENDAR_RU = re.compile(
    r"(?:лет|год|дней|дня|час|минут|секунд|месяц|недел|раз|процент|январ|феврал|"
    r"март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|стран|сторон)",
    re.IGNORECASE,
)


def numbers(text: str, language: str = "en") -> Iterator[tuple[str, Amount]]:
    """Counted things, with how many of them: ("troop", (10000.0, 10000.0))."""
    if language == "ko":
        yield from _numbers_ko(text)
    elif language == "ru":
        yield from _numbers_ru(text)
    else:
        yield from _numbers_en(text)


def uncounted(text: str) -> frozenset[str]:
    """The stems of what is told, whatever its numbers are."""
    return frozenset(stem for stem in stems(text) - _ABOUT if not stem[0].isdecimal())


def far_apart(one: Amount, other: Amount) -> bool:
    """Whether both cannot be right, however they were rounded."""
    return one[0] > other[1] * _ROUNDED or other[0] > one[1] * _ROUNDED


def _numbers_en(text: str) -> Iterator[tuple[str, Amount]]:
    for match in _COUNTED.finditer(text):
        number, thing, bound = match["number"], match["thing"], match["bound"]
        worded = _WORDS.get(number)
        if _UNCOUNTED.match(thing) or (
            worded and _REFERS_BACK.search(text, max(0, match.start() - 7), match.start())
        ):
            continue
        scale = _SCALES[(match["scale"] or "").strip()]
        amount = worded or float(number.replace(",", "")) * scale
        yield stem_of(thing), _between(amount, least=bound in _LEAST, most=bound in _MOST)
    for match in _ONE.finditer(text):
        yield stem_of(match["thing"]), _between(1.0, least=match["bound"] is not None)


def _between(amount: float, *, least: bool = False, most: bool = False) -> Amount:
    return (0.0 if most else amount), (inf if least else amount)


def _numbers_ko(text: str) -> Iterator[tuple[str, Amount]]:
    for match in _COUNTED_KO.finditer(text):
        if match["many"] is None and match["number"] is None:
            continue
        number = float((match["number"] or "0").replace(",", "")) * (
            1000 if match["thousand"] else 1
        )
        thing = _PARTICLES.sub("", match["thing"])
        yield (
            f"{thing} {match['by']}",
            _between(
                float(match["many"] or 0) * 10_000 + number,
                least=match["bound"] == "최소" or match["after"] in ("이상", "넘"),
                most=match["bound"] == "최대" or match["after"] == "이하",
            ),
        )


def _numbers_ru(text: str) -> Iterator[tuple[str, Amount]]:
    for match in _COUNTED_RU.finditer(text):
        if _CALENDAR_RU.match(match["thing"]):
            continue
        given = (match["scale"] or "").strip().casefold()
        scale = 1e9 if given.startswith(("млрд", "миллиард")) else _SCALES_RU.get(given[:2], 1.0)
        number = re.sub(r"[ \u00a0]", "", match["number"]).replace(",", ".")
        bound = (match["bound"] or "").casefold()
        least = bound in _LEAST_RU
        yield (
            match["thing"].casefold()[:6],
            _between(float(number) * scale, least=least, most=bool(bound) and not least),
        )
