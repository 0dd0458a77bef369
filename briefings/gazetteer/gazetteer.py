"""The gazetteer: find names in a text, resolve a typed one, expand a word for search."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import ahocorasick

from briefings.gazetteer.finding import find
from briefings.gazetteer.load import Loaded
from briefings.gazetteer.name import Name
from briefings.gazetteer.patterns import Patterns, has_cyrillic, patterns_in, patterns_of
from briefings.gazetteer.resolving import Aliases
from briefings.model import Mention


class Gazetteer:
    """All names and the automaton over their forms, both built at first use. Immutable."""

    def __init__(self, loaded: Loaded, extra: Sequence[Name] = ()) -> None:
        self._loaded = loaded
        self._extra = tuple(extra)

    @cached_property
    def names(self) -> Mapping[str, Name]:
        """By id; an extra name with the id of a known one adds its forms to it."""
        return _merged((*self._loaded.names, *self._extra))

    @cached_property
    def _patterns(self) -> Patterns:
        return patterns_of(self.names.values(), self._loaded)

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        """Over everything that is not in Cyrillic."""
        return patterns_in(self.names.values(), self._loaded, cyrillic=False).automaton()

    @cached_property
    def _cyrillic(self) -> ahocorasick.Automaton:
        return patterns_in(self.names.values(), self._loaded, cyrillic=True).automaton()

    @cached_property
    def _aliases(self) -> Aliases:
        return Aliases.of(self.names, self._patterns, self._loaded.guarded)

    def find(self, text: str, *, language: str = "en") -> tuple[Mention, ...]:
        """Mentions in order of their start. One word that names two countries ("inter-Korean",
        "two Koreas") gives two mentions of one span; otherwise mentions do not overlap."""
        automata = [self._automaton, *([self._cyrillic] if has_cyrillic(text) else ())]
        return find(text, automata=automata, names=self.names, language=language)

    def name(self, name_id: str) -> Name:
        """KeyError for an id nobody has."""
        return self.names[name_id]

    def forms(self, name_id: str) -> tuple[str, ...]:
        """Every form of a name in every language, inflections left out."""
        return self._aliases.forms(name_id)

    def resolve(self, query: str) -> tuple[str, ...]:
        """The ids a typed name may mean, best first: an exact form, else a near spelling."""
        return self._aliases.resolve(query)

    def exact(self, form: str) -> tuple[str, ...]:
        """The ids that a form means as it is written, a bare family name among them."""
        return self._aliases.exact(form)

    def guarded_from(self, name_id: str, form: str) -> tuple[str, ...]:
        """Whom a form may mean that is guarded from this name: never to be taken for it."""
        kin = {each for group in self._loaded.guarded if name_id in group for each in group}
        return tuple(each for each in self.resolve(form) if each in kin - {name_id})

    def expand(self, phrase: str) -> tuple[str, ...]:
        """Other forms of what the phrase names exactly; empty where it names nothing known."""
        return self._aliases.expand(phrase)

    def with_names(self, extra: Sequence[Name]) -> "Gazetteer":
        """The same gazetteer with names that people added at run time."""
        return Gazetteer(self._loaded, (*self._extra, *extra))


def _merged(names: Sequence[Name]) -> dict[str, Name]:
    merged: dict[str, Name] = {}
    for name in names:
        known = merged.get(name.name_id)
        merged[name.name_id] = known.joined(name) if known else name
    return merged
