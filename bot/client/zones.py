"""Time zones as people name them: by the IANA's names, by a city, or by an abbreviation that many
places share, for which a place is suggested."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

import discord
from discord.app_commands import Choice, Transform

from bot.client.offering import Asked, Offering, choice
from bot.client.parameters import bad
from bot.errors import ZoneMeantError

Interaction = discord.Interaction[Any]

NOT_FOR_PEOPLE = frozenset({"localtime", "Factory"})
FIXED = frozenset({"EST", "MST", "HST", "CET", "MET", "EET", "WET", "GMT", "ROK", "PRC", "ROC"})
"""Names of the IANA that look like abbreviations and mean less than people think."""
ZONES = tuple(sorted(available_timezones() - NOT_FOR_PEOPLE - FIXED))
NEAR = ("Asia/Seoul", "Asia/Pyongyang", "Europe/Moscow", "Asia/Vladivostok", "Asia/Tokyo", "UTC")
MEANT = {
    "Asia/Seoul": "kst rok korea south_korea 서울 한국 대한민국 сеул корея",
    "Asia/Pyongyang": "dprk north_korea pyt 평양 북한 조선 пхеньян кндр",
    "Europe/Moscow": "msk moscow_time russia 모스크바 러시아 москва мск россия",
    "Asia/Vladivostok": "vlat 블라디보스토크 владивосток",
    "Asia/Tokyo": "jst japan 도쿄 일본 токио япония",
    "Asia/Shanghai": "cst china prc beijing peking 베이징 중국 пекин китай",
    "Asia/Taipei": "roc taiwan",
    "Asia/Kolkata": "ist india",
    "America/New_York": "est edt et eastern washington 뉴욕 워싱턴 вашингтон нью-йорк",
    "America/Chicago": "cdt ct central",
    "America/Denver": "mst mdt mt mountain",
    "America/Los_Angeles": "pst pdt pt pacific california",
    "Pacific/Honolulu": "hst hawaii",
    "Europe/London": "gmt bst uk britain england 런던 лондон",
    "Europe/Lisbon": "wet west",
    "Europe/Berlin": "cet cest met germany 베를린 берлин",
    "Europe/Kyiv": "eet eest ukraine киев київ",
    "Australia/Sydney": "aest aedt",
    "UTC": "z utc+0 gmt+0 세계시 всв",
}
BY_NAME = {word: zone for zone, words in MEANT.items() for word in words.split()}
BY_FOLDED = {zone.casefold(): zone for zone in ZONES}


def _folded(given: str) -> str:
    return "_".join(given.split()).casefold()


def _of_city(typed: str) -> list[str]:
    return [zone for zone in ZONES if "/" in zone and zone.casefold().rpartition("/")[2] == typed]


def parse_zone(given: str) -> str:
    """A name of the IANA database in any case, or its city. Raises ZoneMeantError where another
    name is meant, BadValueError where none is known."""
    typed = _folded(given)
    if typed in BY_FOLDED:
        return BY_FOLDED[typed]
    cities = _of_city(typed)
    if len(cities) == 1:
        return cities[0]
    meant = BY_NAME.get(typed) or next(iter(cities), None)
    if meant is not None:
        raise ZoneMeantError(f"{given!r} is no zone", given=given, zone=meant)
    raise bad("zone", given)


def suggested(given: str) -> Iterable[str]:
    """Zones for what has been typed so far: what is meant, then what begins so, then the rest."""
    typed = _folded(given)
    if not typed:
        return NEAR
    meant = [zone for word, zone in BY_NAME.items() if word.startswith(typed)]
    found = [zone for zone in ZONES if typed in zone.casefold()]
    found.sort(key=lambda zone: not zone.casefold().rpartition("/")[2].startswith(typed))
    exact = [BY_NAME[typed]] if typed in BY_NAME else []
    return dict.fromkeys([*exact, *found, *meant])


class ZoneParameter(Offering):
    async def transform(self, interaction: Interaction, value: str, /) -> str:
        return parse_zone(value)

    async def offers(self, asked: Asked, typed: str) -> Iterable[Choice[str]]:
        return map(choice, suggested(typed))


ZoneGiven = Transform[str, ZoneParameter]
