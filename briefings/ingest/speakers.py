"""What the gazetteer knows of a speaker beyond the wording: who held the office that speaks, and
the nominative of a name that a Russian text has in other cases only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from briefings.gazetteer import Gazetteer, Held, Name
from briefings.gazetteer.inflect import inflected, plain
from briefings.model import Mention, NameKind, Span, Utterance
from briefings.text.naming import NamedSpeakers

Said = TypeVar("Said", bound=Utterance)
_LANGUAGES = frozenset({"ko", "ru"})  # in English the reader of utterances knows offices itself
_SHOWN = frozenset({NameKind.PERSON, NameKind.MINISTRY, NameKind.ORGANISATION, NameKind.MEDIA})


class Known(NamedTuple):
    """What is known beside the text. on: the day of publication."""

    gazetteer: Gazetteer
    language: str
    on: datetime | date | None


def named_in_full(
    said: tuple[Said, ...], text: str, mentions: Sequence[Mention], known: Known
) -> tuple[Said, ...]:
    """Nobody is named whom the document does not name."""
    if not said or known.language not in _LANGUAGES:
        return said
    names = NamedSpeakers(mentions, text)
    spans = {mention.span for mention in mentions}
    offices = {mention.span.end: mention for mention in mentions if mention.kind is NameKind.OFFICE}
    held = [_by_office(each, offices.get(each.attribution.end), names, known) for each in said]
    return tuple(_in_nominative(each, text, spans, known.gazetteer) for each in held)


def _by_office(said: Said, mention: Mention | None, names: NamedSpeakers, known: Known) -> Said:
    """ "глава МИД КНДР" is the one whom the document names, if it names one who held the office."""
    if mention is None or not said.attribution.holds(mention.span):
        return said
    office = known.gazetteer.name(mention.name_id)
    named = [held for held in office.held if names.fullest(held.person) is not None]
    people = {held.person for held in named}
    if len(people) > 1:
        people = {held.person for held in named if _holds(held, known.on)}
    if said.name_id in people:
        return said
    if len(people) != 1:
        other = said.name_id in known.gazetteer.names and said.name_id != mention.name_id
        return _as_office(said, mention) if other else said
    (person,) = people
    span = names.fullest(person)
    assert span is not None, "only those named are chosen from"
    return replace(said, speaker=span, name_id=person, actor=known.gazetteer.name(person).actor)


def _as_office(said: Said, mention: Mention) -> Said:
    """ "лидер КНДР" is nobody who never was: not whoever spoke before him."""
    return replace(said, speaker=said.attribution, name_id=mention.name_id, actor=mention.actor)


def _holds(held: Held, on: datetime | date | None) -> bool:
    """Dates are as exact as known: "2024-06" begins with its month."""
    if on is None:
        return not held.until
    day = on.isoformat()[:10]
    return held.since <= day and (not held.until or day < held.until)


def _in_nominative(said: Said, text: str, spans: set[Span], gazetteer: Gazetteer) -> Said:
    name = gazetteer.names.get(said.name_id or "")
    if name is None or name.kind not in _SHOWN or said.speaker not in spans:
        return said
    written = said.speaker.of(text)
    if not "а" <= written[-1].lower() <= "я" or written in name.forms.get("ru", ()):
        return said
    return replace(said, named=_unbent(written, name))


def _unbent(written: str, name: Name) -> str:
    """The form that was bent here; a surname alone is shown in full."""
    person = name.kind is NameKind.PERSON
    if person and " " not in written:
        return name.shown("ru")
    forms = name.forms.get("ru", ())
    bent = (
        form for form in forms if written in inflected(form, feminine=name.feminine, person=person)
    )
    return plain(next(bent, name.shown("ru")))
