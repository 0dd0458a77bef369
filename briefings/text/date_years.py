"""English years, their parts, decades, centuries; never a number of troops."""

import re
from datetime import timedelta
from re import Match

from briefings.model import Span, When
from briefings.text import date_values as values
from briefings.text.date_context import Context
from briefings.text.date_rules import Rules
from briefings.text.date_words import CENTURIES_EN, DECADES_EN, SEASONS_EN, number_en

YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
_UNITS = (
    r"(?!\s(?:troops?|soldiers?|tons?|tonnes|people|persons|men|women|workers?|personnel|km|"
    r"kilomet\w+|"
    r"miles?|met(?:er|re)s?|feet|won|rubles?|roubles?|dollars?|euros?|rounds?|shells?|containers?|"
    r"hours?|square|percent|times|homes|vehicles|pages|students|missiles|drones|balloons|kg|"
    r"hectares|"
    r"million|billion|trillion|thousand|hundred|meters?|barrels|residents|civilians|cases|km/h|"
    r"mph)\b)"
)

_PART = r"(?P<part>[Ee]arly|[Mm]id(?:dle)?|[Ll]ate|[Pp]re|[Pp]ost)"
_DECADE = re.compile(
    rf"(?<!\w)(?:{_PART}(?:(?:\s?(?:and|to|or|-|–)\s?)(?P<part2>mid|late))?[-\s]+(?:the\s)?)?"
    r"(?:(?P<y>(?:1[5-9]|20)\d0)[’']?s\b|[’'](?P<short>[2-9]0)s\b|"
    r"(?:(?P<spun>[Nn]ineteen)[\s-]|(?P<the>the\s)?)"
    r"(?P<word>Twenties|Thirties|Forties|Fifties|Sixties|Seventies|Eighties|Nineties|"
    r"(?<=teen.)(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b)"
)
_SPOKEN_DECADE = re.compile(
    r"\b[Tt]he\s(?P<span>(?:(?P<part>early|mid|late)[-\s])?(?P<short>[4-9]0)s)\b"
)
_CENTURY = re.compile(
    r"\b(?:(?P<n>1[6-9]|20|21)(?:th|st)|(?P<word>[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|"
    r"[Tt]wenty-first))"
    r"[-\s]+[Cc]entury\b"
)
_YEARS = re.compile(
    rf"(?<![\d.,$€£₩#-])\b(?P<y>{YEAR})(?:\s?[-–—/]\s?|\s(?:to|through|until|"
    rf"and)\s)(?P<y2>{YEAR}|\d\d(?![\d%:]|[.,]\d))\b{_UNITS}"
)
_PART_OF_YEAR = re.compile(
    rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier\sin|[Ll]ater\sin)[-\s](?:in\s)?(?P<y>{YEAR})\b"
)
_HALF = re.compile(
    rf"\b(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)\s(?P<unit>half|"
    rf"quarter)\sof\s(?:the\syear\s)?(?P<y>{YEAR})\b"
)
_SEASON = re.compile(
    rf"\b(?:(?:early|mid|late)[-\s])?(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|"
    rf"[Ww]inter)(?:\sof|,)?\s(?P<y>{YEAR})\b"
)
_BOUND = re.compile(
    rf"\b(?P<bound>[Ss]ince|[Ss]ince\s(?:early|mid|late)|[Uu]ntil|[Tt]ill|[Bb]efore|"
    rf"[Pp]rior\sto|[Pp]revious\sto|"
    rf"[Aa]fter|[Pp]ost|[Pp]re|[Uu]p\sto)[-–\s](?P<y>{YEAR})\b(?![-–]\d|\s(?:to|until|"
    rf"through)\s\d){_UNITS}"
)
_NOT_A_YEAR = (
    r"(?<![\d$€£₩#№.,/+-])(?<!Resolution )(?<!Resolutions )(?<!resolution )(?<!No\. )(?<!No )"
    r"(?<!UNSCR )(?<!Room )(?<!Article )(?<!than )(?<!nearly )(?<!least )(?<!some )(?<!page )"
)
_LONE_YEAR = re.compile(
    rf"{_NOT_A_YEAR}\b(?:(?<=[A-Za-z,.;:]\s)|(?<=[(\n])|^)(?P<y>{YEAR})\b(?![-–]\w){_UNITS}"
)
_FIRST_IN = re.compile(
    r"\b(?:first|only\ssecond|second)\b[^.;:,]{0,70}?\bin\s(?:nearly\s|almost\s|about\s|over\s|"
    r"more\sthan\s|some\s)?"
    r"(?P<span>(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|"
    r"thirty)\s(?P<unit>years|decades|months))\b"
)


def _decade(context: Context, span: Span, match: Match[str]) -> When | None:
    part = (match["part"] or "").lower().replace("middle", "mid")
    if match["y"]:
        first = int(match["y"])
        if first % 100 == 0 and first != 2000:
            return values.century(first // 100 + 1)
    else:
        first = 1900 + (
            int(match["short"]) if match["short"] else DECADES_EN[match["word"].lower()]
        )
    if part == "pre":
        return values.until(values.decade(first))
    if part == "post":
        return values.since(values.decade(first), anchor=context.anchor)
    return values.decade(first, part, match["part2"] or "")


def _spoken_decade(context: Context, span: Span, match: Match[str]) -> When | None:
    """ "the 80s"; "his 80s" is an age."""
    return values.decade(1900 + int(match["short"]), match["part"] or "")


def _century(context: Context, span: Span, match: Match[str]) -> When | None:
    number = int(match["n"]) if match["n"] else CENTURIES_EN[match["word"].lower()]
    return values.century(number)


def _years(context: Context, span: Span, match: Match[str]) -> When | None:
    first, last = int(match["y"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100
    return values.between(values.year(first), values.year(last))


def _part_of_year(context: Context, span: Span, match: Match[str]) -> When | None:
    part = match["part"].lower()
    if part.startswith(("earlier", "later")):
        return values.year(int(match["y"]))
    return values.part_of_year(int(match["y"]), part)


def _half(context: Context, span: Span, match: Match[str]) -> When | None:
    which = ("first", "second", "third", "fourth").index(match["which"].lower())
    length = 6 if match["unit"] == "half" else 3
    opening = which * length + 1
    return values.months(int(match["y"]), opening, opening + length - 1) if opening < 13 else None


def _season(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.season(int(match["y"]), SEASONS_EN[match["s"].lower()])


def _bound(context: Context, span: Span, match: Match[str]) -> When | None:
    made = values.year(int(match["y"]))
    bound = match["bound"].lower().split()[0]
    if bound in ("since", "after", "post"):
        return values.since(made, anchor=context.anchor)
    if bound in ("until", "till", "before", "prior", "previous", "pre", "up"):
        return values.until(made)
    return made


def _lone_year(context: Context, span: Span, match: Match[str]) -> When | None:
    return values.year(int(match["y"]))


def _first_in(context: Context, span: Span, match: Match[str]) -> When | None:
    """The visit before "his first in 24 years" was 24 years ago."""
    anchor, number = context.anchor, number_en(match["n"])
    if anchor is None:
        return None
    if match["unit"] == "months":
        return values.shifted_month(anchor, -number)
    if match["unit"] == "decades":
        return values.decade((anchor - timedelta(days=3652 * number)).year // 10 * 10)
    return values.year(anchor.year - number)


NUMBERED: Rules = (
    (_DECADE, _decade),
    (_SPOKEN_DECADE, _spoken_decade),
    (_CENTURY, _century),
    (_FIRST_IN, _first_in),
)
YEARS: Rules = (
    (_SEASON, _season),
    (_HALF, _half),
    (_YEARS, _years),
    (_PART_OF_YEAR, _part_of_year),
    (_BOUND, _bound),
    (_LONE_YEAR, _lone_year),
)
