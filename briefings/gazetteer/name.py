"""The nouns of the gazetteer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefings.model import Actor, NameKind

LANGUAGES = ("en", "ko", "ru", "zh", "ja")


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office from when until when; ISO dates as exact as known, "" is open."""

    office: str
    person: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Name:
    """One actor, person, place or thing with every form it is written in.

    forms: by language, the first one is shown; inflected forms are not listed. acts: False for
    what never makes an edge (places, treaties, weapons, most media). surnames: forms that mean
    this person only after the full name. held: offices of a person, or holders of an office.
    """

    name_id: str
    kind: NameKind
    actor: Actor
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acts: bool = True
    surnames: tuple[str, ...] = ()
    feminine: bool = False
    held: tuple[Held, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()

    def shown(self, language: str = "en") -> str:
        """The form to show in a language, English where there is none."""
        forms = self.forms.get(language) or self.forms.get("en") or next(iter(self.forms.values()))
        return forms[0]

    @property
    def all_forms(self) -> tuple[str, ...]:
        own = (form for language in self.forms.values() for form in language)
        return tuple(dict.fromkeys((*own, *self.capitals, *self.adjectives)))

    def joined(self, other: "Name") -> "Name":
        """This name with the forms of another of the same id beside its own."""
        forms = {
            language: tuple(
                dict.fromkeys((*self.forms.get(language, ()), *other.forms.get(language, ())))
            )
            for language in {**self.forms, **other.forms}
        }
        surnames = tuple(dict.fromkeys(self.surnames + other.surnames))
        return replace(self, forms=forms, surnames=surnames)
