"""An edition as one channel gets it: less what it has been shown, in its length, verified."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from briefings.compose.admission import NO_ROOM, SHOWN
from briefings.compose.lengths import items_of, shortened
from briefings.compose.updates import NOTHING_KNOWN, Known
from briefings.errors import DriftedExtractError
from briefings.model import Edition, Heard, Item, LeftOut, Length, Role
from briefings.storage.articles import removed_among, verify_extracts
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim, frozen_extracts


@dataclass(frozen=True, slots=True)
class Form:
    """What tells the forms of one edition apart. shown: digests that the channel has been given."""

    shown: frozenset[str] = frozenset()
    known: Known = NOTHING_KNOWN
    length: Length = Length.FULL


WHOLE = Form()
_HEADLINES = frozenset({Role.EVENT, Role.QUOTE, Role.STATEMENT})


def in_form(edition: Edition, form: Form, *, removed: AbstractSet[str] = frozenset()) -> Edition:
    """The edition less what was shown, repeated or removed, with its updates marked.

    What was shown still takes its room: two equal subscriptions of a channel are one briefing.
    """
    fresh = _with_bottom_line(without(edition, form.known.repeats | removed))
    short = without(shortened(_marked(fresh, form.known.updates), form.length), form.shown)
    return _accounted(edition, short, known=form.shown | form.known.repeats, removed=removed)


def _accounted(
    whole: Edition, fit: Edition, *, known: AbstractSet[str], removed: AbstractSet[str]
) -> Edition:
    """With the coverage of what is left: a document none of whose words are shown was not heard,
    and is left out for want of room, or because the channel knows it all."""
    used = {item.extract.document_id for item in items_of(fit)}
    untold: dict[int, set[str]] = defaultdict(set)
    for item in items_of(whole):
        if item.extract.document_id not in used:
            untold[item.extract.document_id].add(item.extract.digest)
    gone = {number for number, digests in untold.items() if digests & removed}
    heard = tuple(each for each in fit.heard if each.document_id not in untold)
    if len(heard) == len(fit.heard):
        return replace(fit, background=_used(fit.background, used))
    left = (
        LeftOut(
            each.document_id,
            each.title,
            each.source,
            each.url,
            reason=SHOWN if untold[each.document_id] <= known else NO_ROOM,
        )
        for each in fit.heard
        if each.document_id in untold.keys() - gone
    )
    sources = {each.source for each in heard}
    return replace(
        fit,
        heard=heard,
        background=_used(fit.background, used),
        left_out=(*left, *fit.left_out),
        publishers=None,
        state_media=tuple(each for each in fit.state_media if each in sources),
    )


def _used(documents: Sequence[Heard], used: AbstractSet[int]) -> tuple[Heard, ...]:
    return tuple(each for each in documents if each.document_id in used)


def _with_bottom_line(edition: Edition) -> Edition:
    """Where nothing is left of it, the two best items of different sections stand in for it."""
    if edition.bottom_line:
        return edition
    best = [
        min(told, key=lambda item: item.rank)
        for section in edition.sections
        if (told := [item for item in section.items if item.role in _HEADLINES])
    ]
    return replace(edition, bottom_line=tuple(sorted(best, key=lambda item: item.rank)[:2]))


def fitted(
    database: Database, edition: Edition, form: Form = WHOLE
) -> tuple[Edition, tuple[str, ...]]:
    """The edition in this form, less what quotes a document that has been removed since, and the
    digests of the extracts that are left.

    Raises DriftedExtractError if an extract is not what the stored text says.
    """
    every = [item.extract for item in items_of(edition)]
    gone = removed_among(database, (extract.document_id for extract in every))
    removed = {extract.digest for extract in every if extract.document_id in gone}
    fit = in_form(edition, form, removed=removed)
    extracts = tuple(dict.fromkeys(item.extract for item in items_of(fit)))
    verify_extracts(database, extracts)
    return fit, tuple(dict.fromkeys(extract.digest for extract in extracts))


def verify_frozen(database: Database, claimed: Claim) -> None:
    """Look again at what was frozen before: each extract in its stored text, none of a document
    that has been removed since. Raises DriftedExtractError."""
    extracts = frozen_extracts(database, claimed)
    verify_extracts(database, extracts)
    gone = removed_among(database, (extract.document_id for extract in extracts))
    if gone:
        raise DriftedExtractError("A document was removed since", document_id=min(gone))


def without(edition: Edition, digests: AbstractSet[str]) -> Edition:
    """The edition less the extracts with these digests; a difference keeps two sides or goes."""
    sections = tuple(
        replace(section, items=_rest(section.items, digests)) for section in edition.sections
    )
    differences = (replace(each, items=_rest(each.items, digests)) for each in edition.differences)
    return replace(
        edition,
        bottom_line=_rest(edition.bottom_line, digests),
        sections=sections,
        differences=tuple(each for each in differences if len(each.items) > 1),
    )


def _rest(items: Sequence[Item], digests: AbstractSet[str]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.extract.digest not in digests)


def _marked(edition: Edition, updates: AbstractSet[str]) -> Edition:
    if not updates:
        return edition
    return replace(
        edition,
        bottom_line=_updated(edition.bottom_line, updates),
        sections=tuple(
            replace(section, items=_updated(section.items, updates)) for section in edition.sections
        ),
    )


def _updated(items: Sequence[Item], updates: AbstractSet[str]) -> tuple[Item, ...]:
    return tuple(
        replace(item, update=True) if item.extract.digest in updates else item for item in items
    )
