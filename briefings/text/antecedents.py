"""Whom "he", "she", "it" or "they" mean: who was spoken of, or merely named since (English)."""

from collections.abc import Sequence

from briefings.text.focus import Focus, Voice, fit
from briefings.text.people import Person

_MOST_LOOKED_AT = 60  # entries of the history
_FARTHEST = 14  # sentences that a pronoun may reach back
_RECENT = 6  # sentences since somebody was quoted
_PATIENCE = 3  # sentences that "she" looks past people of unknown gender for a woman

Met = Sequence[tuple[int, Person]]


def antecedent(word: str, history: Sequence[Focus], *, met: Met, sentence: int) -> Voice | None:
    """`met`: persons named so far with the number of the sentence, those ahead left out."""
    focus = _spoken_of(word, history, sentence)
    if focus is None or word not in ("he", "she"):
        return focus.voice if focus is not None else None
    person = _named_since(word, focus, met)
    return Voice(person.span, person.span, "person", person) if person else focus.voice


def _spoken_of(word: str, history: Sequence[Focus], sentence: int) -> Focus | None:
    """Who the last sentences were about or who spoke in them."""
    unsure: Focus | None = None
    for focus in reversed(history[-_MOST_LOOKED_AT:]):
        age = sentence - focus.at
        if age > _FARTHEST or (unsure is not None and age > _patience(unsure, sentence)):
            break
        fitness = fit(word, focus.voice)
        quoted = _quoted_before(word, focus, history, sentence) if fitness else None
        if fitness == 2 or quoted is not None:
            return quoted or focus
        if fitness == 1 and unsure is None:
            unsure = focus
            if word != "she" or (age <= 1 and focus.voice.person is None):
                break
    return unsure


def _quoted_before(
    word: str, focus: Focus, history: Sequence[Focus], sentence: int
) -> Focus | None:
    """Who was quoted last, if the one spoken of since was so only in passing."""
    if focus.quoted or sentence - focus.at < 2 or word not in ("he", "she"):
        return None
    for other in reversed(history[-_MOST_LOOKED_AT:]):
        if sentence - other.at > _RECENT:
            return None
        if other.quoted and fit(word, other.voice) > 0:
            passing = focus.voice.person is not None and focus.voice.person.speaks
            return None if passing else other
    return None


def _patience(unsure: Focus, sentence: int) -> int:
    """A full name just spoken of is rather meant than a woman before it; a surname is not."""
    person = unsure.voice.person
    full = person is not None and len(person.words) > 1
    return 1 if full and sentence - unsure.at <= 1 else _PATIENCE


def _named_since(word: str, focus: Focus, met: Met) -> Person | None:
    """Somebody surely meant by the pronoun who was named well after the one spoken of."""
    for at, person in reversed(met):
        if at <= focus.at or person is focus.voice.person:
            return None
        if person.gender == word:
            return person if _outweighs(person, at, focus) else None
    return None


def _outweighs(person: Person, at: int, focus: Focus) -> bool:
    known = focus.voice.person
    if known is None:
        return focus.voice.sort == "role"
    return at >= focus.at + 2 and person.times >= 2 * known.times
