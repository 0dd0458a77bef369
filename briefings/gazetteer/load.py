"""The TOML files beside this module → names, blockers, guarded groups."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from briefings.gazetteer.name import LANGUAGES, Held, Name
from briefings.model import Actor, NameKind

_FILES = {
    "people_dprk": NameKind.PERSON,
    "people_russia": NameKind.PERSON,
    "people_rok": NameKind.PERSON,
    "people_others": NameKind.PERSON,
    "governments": NameKind.GOVERNMENT,
    "offices": NameKind.OFFICE,
    "institutions": NameKind.MINISTRY,
    "organisations": NameKind.ORGANISATION,
    "media": NameKind.MEDIA,
    "places": NameKind.PLACE,
    "treaties": NameKind.TREATY,
    "weapons": NameKind.WEAPON,
}
_SILENT = {NameKind.MEDIA, NameKind.PLACE, NameKind.TREATY, NameKind.WEAPON}
_FAMILY_FIRST = {Actor.DPRK, Actor.ROK, Actor.CHINA}
_ALSO_WORDS = frozenset(("No", "Sin", "Song", "Im", "Ban", "Но", "Со", "У", "Им"))
"""Family names that open sentences as common words ("No talks were held", "Но …")."""

_ADJECTIVES = {
    "north-korea": ("North Korean", "DPRK", "N. Korean", "DPRK's"),
    "south-korea": ("South Korean", "ROK", "S. Korean"),
    "united-states": ("US", "U.S.", "American"),
    "united-nations": ("UN", "U.N."),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files hold. pairs: one word that names two or three countries, each a slice."""

    names: tuple[Name, ...]
    blockers: tuple[str, ...]
    guarded: tuple[frozenset[str], ...]
    pairs: Mapping[str, tuple[tuple[int, str], ...]]
    both: Mapping[str, tuple[str, ...]]


def load() -> Loaded:
    """All names of the data files. A mistake in them is a bug and raises KeyError or ValueError."""
    tables = {name: _toml(name) for name in _FILES}
    countries = tables["governments"]
    held: dict[str, tuple[Held, ...]] = {}
    for one in _held(tables["offices"]):
        for name_id in dict.fromkeys((one.person, one.office)):
            held[name_id] = (*held.get(name_id, ()), one)
    names = tuple(
        _name(name_id, row, kind=kind, countries=countries, held=held.get(name_id, ()))
        for file, kind in _FILES.items()
        for name_id, row in tables[file].items()
    )
    rest = _toml("blockers")
    both = rest["both-koreas"]
    return Loaded(
        names=names,
        blockers=tuple(form for line in rest["forms"].split("\n") for form in _split(line)),
        guarded=tuple(frozenset(group) for group in rest["guarded"]),
        pairs=_pairs(rest),
        both=dict.fromkeys(_split(both["en"]) + _split(both["ru"]), tuple(both["names"])),
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


def _split(forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms.split("|") if form))


def _held(offices: Mapping[str, Any]) -> Iterator[Held]:
    for office, row in offices.items():
        for person, since, until in row.get("held", ()):
            yield Held(office, person, since, until)


def _pairs(rest: Mapping[str, Any]) -> dict[str, tuple[tuple[int, str], ...]]:
    syllables = rest["syllables"]
    return {
        form: tuple(
            (at, syllables[letter]) for at, letter in enumerate(form) if letter in syllables
        )
        for form in _split(rest["pairs"]["forms"])
    }


def _name(
    name_id: str,
    row: Mapping[str, Any],
    *,
    kind: NameKind,
    countries: Mapping[str, Any],
    held: tuple[Held, ...],
) -> Name:
    actor = Actor(row["actor"] if "actor" in row else countries[row["of"]]["actor"])
    forms = {language: _split(row.get(language, "")) for language in LANGUAGES}
    if "role" in row:
        forms["en"] += tuple(_roles(row, countries[row["of"]]))
    return Name(
        name_id,
        kind,
        actor,
        forms={language: found for language, found in forms.items() if found},
        acts=row.get("acts", kind not in _SILENT),
        surnames=_surnames(row, actor) if kind is NameKind.PERSON else (),
        feminine=row.get("gender") == "f",
        held=held,
        capitals=_split(row.get("capitals", "")),
        adjectives=_split(row.get("adjectives", "")),
    )


def _roles(row: Mapping[str, Any], country: Mapping[str, Any]) -> Iterator[str]:
    """ "foreign minister" → Russian foreign minister, Russia's …, Moscow's …, … of Russia."""
    names = _split(country["en"])[:2]
    capitals = _split(country.get("capitals", ""))[:1]
    adjectives = _ADJECTIVES.get(row["of"]) or _split(country["adjectives"])[:1]
    for role in _split(row["role"]):
        yield from (f"{adjective} {role}" for adjective in adjectives)
        yield from (f"{owner}'s {role}" for owner in names + capitals)
        yield from (f"{role} of {name}" for name in names)
        yield from (f"{role} of the {name}" for name in names[1:])


def _surnames(row: Mapping[str, Any], actor: Actor) -> tuple[str, ...]:
    """Family names in English and Russian; Korean ones come with a title (see `patterns`)."""
    if "surname" in row:
        return _split(row["surname"])
    at = 0 if actor in _FAMILY_FIRST else -1
    english = [form.split(" ")[at] for form in _split(row["en"]) if " " in form]
    russian = [form.split(" ")[at] for form in _split(row.get("ru", "")) if " " in form]
    return tuple(name for name in dict.fromkeys(english + russian) if name not in _ALSO_WORDS)
