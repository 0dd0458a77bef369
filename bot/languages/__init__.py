"""Every sentence the bot says, by key and language.

A language is a package with `MESSAGES`; English has every key, and stands in where another
language has none yet. Placeholders are those of `str.format`; what fills them is already clean.
"""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.languages import en, ko, ru
from briefings.model import Precision, When

CATALOGUES: Mapping[str, Mapping[str, str]] = {
    "en": en.MESSAGES,
    "ko": ko.MESSAGES,
    "ru": ru.MESSAGES,
}
FALLBACK = "en"


def language_for(locale: str) -> str:
    """The catalogue for one of Discord's locales ("en-GB", "ko", "ru")."""
    language = locale.partition("-")[0].casefold()
    return language if language in CATALOGUES else FALLBACK


def knows(key: str) -> bool:
    return key in CATALOGUES[FALLBACK]


def say(key: str, locale: str, /, **fields: object) -> str:
    """The sentence `key` in the language of `locale`. An unknown key is a bug: KeyError."""
    own = CATALOGUES[language_for(locale)]
    template = own[key] if key in own else CATALOGUES[FALLBACK][key]
    return template.format_map(fields)


def count(key: str, locale: str, number: int, /, **fields: object) -> str:
    """`key` in the form that `number` asks for: one, few or many."""
    language = language_for(locale)
    form = f"{key}.{_form(language, number)}"
    known = form in CATALOGUES[language] or knows(form)
    return say(form if known else f"{key}.many", locale, number=f"{number:,}", **fields)


def _form(language: str, number: int) -> str:
    """Plural categories of Unicode CLDR, integers only."""
    if language == "ko":
        return "many"
    if language == "ru":
        tens, ones = number % 100, number % 10
        if ones == 1 and tens != 11:
            return "one"
        return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"
    return "one" if number == 1 else "many"


def say_day(day: date | None, locale: str) -> str:
    if day is None:
        return say("date.none", locale)
    return say("date.day", locale, day=day.day, month=_month(day, locale), year=day.year)


def say_when(when: When, locale: str) -> str:
    """A date as exact as it was given, and no more exact."""
    first, last = when.first, when.last
    if when.precision in (Precision.MINUTE, Precision.DAY):
        days = [say_day(day, locale) for day in ((first,) if first == last else (first, last))]
        return say("date.range", locale, first=days[0], last=days[-1]) if days[1:] else days[0]
    if when.precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return say("date.month", locale, month=_month_alone(first, locale), year=first.year)
    if when.precision is Precision.YEAR and first.year == last.year:
        return say("date.year", locale, year=first.year)
    return say(
        "date.range",
        locale,
        first=say("date.month", locale, month=_month_alone(first, locale), year=first.year),
        last=say("date.month", locale, month=_month_alone(last, locale), year=last.year),
    )


def say_instant(instant: datetime, locale: str, zone: str) -> str:
    """The reader's own time, which Discord works out, and the absolute time with its zone."""
    there = instant.astimezone(ZoneInfo(zone))
    return say(
        "date.instant",
        locale,
        own=f"<t:{int(instant.timestamp())}:f>",
        day=say_day(there.date(), locale),
        time=there.strftime("%H:%M"),
        zone=zone,
    )


def _month(day: date, locale: str) -> str:
    return say(f"month.{day.month}", locale)


def _month_alone(day: date, locale: str) -> str:
    """The month without a day, which some languages put into another case."""
    alone = f"month.alone.{day.month}"
    return say(alone, locale) if alone in CATALOGUES[language_for(locale)] else _month(day, locale)
