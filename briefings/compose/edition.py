"""Articles and a window → an edition."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain
from zoneinfo import ZoneInfo

from briefings.compose.admission import (
    NEAR_DUPLICATE,
    NO_EDGE,
    NO_ROOM,
    NOTHING,
    OLDER,
    OTHER_EDGE,
    SHOWN,
    left_out,
    newest_first,
)
from briefings.compose.backgrounds import backgrounds, questions
from briefings.compose.candidates import Candidate, Issue
from briefings.compose.differences import DAY, PLACE, SURPRISE
from briefings.compose.lengths import shortened
from briefings.compose.material import Material, gather
from briefings.compose.outlets import newcomers, silent
from briefings.compose.placing import sections_for
from briefings.compose.printing import heard, item_of, witness
from briefings.compose.repeating import having
from briefings.compose.selection import ITEMS_AT_MOST, Choice, by_rank, choose
from briefings.model import (
    Activity,
    Article,
    Difference,
    Edge,
    Edition,
    Item,
    LeftOut,
    Length,
    Role,
    Section,
    SectionItems,
    Span,
    Window,
)

DIFFERENCES_AT_MOST = 5
LEFT_OUT_AT_MOST = 25

_ORDER = {Role.POSITION: 1, Role.FORECAST: 2, Role.QUESTION: 3, Role.BACKGROUND: 4}
_HEADLINES = (Role.EVENT, Role.QUOTE, Role.STATEMENT)
_DISPUTED = frozenset({DAY, PLACE, SURPRISE})


def compose(
    articles: Sequence[Article],
    *,
    window: Window,
    zone: str,
    edges: Sequence[Edge] = (),
    language: str = "en",
    shown: AbstractSet[str] = frozenset(),
    sources: Sequence[Activity] = (),
    length: Length = Length.FULL,
) -> Edition:
    """The edition of a window: what the new articles report on the edges, verbatim.

    `articles` may hold old ones: they serve as background and as witnesses of differences. No
    `edges` means all of them; around the triangle is part of an edition of all. `shown` are digests
    of extracts that earlier editions printed: they are not printed again. In the result an extract
    stands once among the sections; the bottom line and the differences point at some of them again.
    `sources` tell which were silent in the window, and which are new.
    """
    wanted = tuple(edge for edge in Edge if edge in edges) or tuple(Edge)
    issue = Issue.of(window, zone=ZoneInfo(zone), sections=sections_for(wanted), language=language)
    material = gather(articles, issue, shown)
    choice = chosen_of(material)
    sections = _sections(choice, material)
    differences = _differences(sections, material) if choice.chosen else ()
    pointed = chain(
        chain.from_iterable(section.items for section in sections),
        chain.from_iterable(difference.items for difference in differences),
    )
    used = {item.extract.document_id for item in pointed}
    came_in = newest_first([*material.new, *material.repeating])
    listed, unlisted = _left_out(articles, material, choice, used)
    edition = Edition(
        window=window,
        zone=zone,
        edges=wanted,
        language=language,
        bottom_line=_bottom_line(choice, material),
        sections=sections,
        differences=differences,
        heard=tuple(heard(each, issue.zone) for each in came_in if each.document_id in used),
        background=tuple(
            heard(each, issue.zone) for each in material.older if each.document_id in used
        ),
        left_out=listed,
        unlisted=unlisted,
        silent=silent(sources, window),
        new_sources=newcomers(sources, window),
    )
    return shortened(edition, length)


def chosen_of(material: Material) -> Choice:
    """News first, then what stands behind it, all of it within the length of an edition."""
    choice = choose(material.news, material.issue.sections, material.issue.language)
    asked = questions(choice, material.news)
    behind = list(backgrounds(choice, material.news, material.archive, material.issue))
    news = [each for each in choice.chosen if each.role is not Role.BACKGROUND]
    choice.chosen = by_rank([*news, *asked, *behind])[:ITEMS_AT_MOST]
    return choice


def _sections(choice: Choice, material: Material) -> tuple[SectionItems, ...]:
    return tuple(
        SectionItems(
            section,
            tuple(
                _item(each, choice, material) for each in sorted(choice.of(section), key=_newest)
            ),
        )
        for section in material.issue.sections
    )


def _newest(candidate: Candidate) -> tuple[int, int, int, int, int]:
    """News newest first, then positions, forecasts, questions; background in its own order."""
    kind = _ORDER.get(candidate.role, 0)
    article = candidate.page.article
    day = 0 if candidate.role is Role.BACKGROUND else -candidate.day.toordinal()
    published = -(article.published or article.first_seen).toordinal()
    return kind, day, published, article.document_id, candidate.span.start


def _item(candidate: Candidate, choice: Choice, material: Material) -> Item:
    copies = having(material.copies.get(candidate.document_id, ()), candidate.words)
    also_in = {*copies, *choice.also_in.get(candidate.place, ())}
    rank = [each.place for each in choice.chosen].index(candidate.place)
    return replace(item_of(candidate, material.issue.zone, also_in=also_in), rank=rank)


def _bottom_line(choice: Choice, material: Material) -> tuple[Item, ...]:
    """The two things to know: of different sections, and of different sources if there are such."""
    disputed = {
        frame.place
        for disagreement in material.disagreements
        if disagreement.point in _DISPUTED
        for frame in disagreement.frames
    }
    ranked = sorted(
        (each for each in choice.chosen if each.role in _HEADLINES),
        key=lambda each: (
            each.place in disputed,
            each.role is not Role.EVENT and not each.reports,
            _HEADLINES.index(each.role) if not each.reports else 0,
            each.order,
        ),
    )
    if not ranked:
        return ()
    first = ranked[0]
    rivals = _rivals(first, material)
    ranked = [each for each in ranked if each.place not in rivals] or ranked
    elsewhere = [each for each in ranked if each.section is not first.section]
    heard_elsewhere = [each for each in elsewhere or ranked if each.source != first.source]
    others = heard_elsewhere or elsewhere
    picked = sorted([first, *others[:1]], key=_newest)
    return tuple(_item(each, choice, material) for each in picked)


def _rivals(candidate: Candidate, material: Material) -> set[tuple[int, Span]]:
    """Where the same event is told otherwise."""
    found: set[tuple[int, Span]] = set()
    for disagreement in material.disagreements:
        places = {frame.place for frame in disagreement.frames}
        if candidate.place in places:
            found |= places - {candidate.place}
    return found


def _differences(sections: Sequence[SectionItems], material: Material) -> tuple[Difference, ...]:
    """A witness that a section prints is the same item again."""
    zone = material.issue.zone
    items = {
        (item.extract.document_id, item.extract.span): item
        for section in sections
        for item in section.items
    }
    return tuple(
        Difference(
            each.point,
            tuple(items.get(frame.place) or witness(frame, zone) for frame in each.frames),
        )
        for each in material.disagreements[:DIFFERENCES_AT_MOST]
    )


def _left_out(
    articles: Sequence[Article], material: Material, choice: Choice, used: AbstractSet[int]
) -> tuple[tuple[LeftOut, ...], int]:
    """What came in and gave no news, and how many more there are than are listed.

    A small archive is accounted for whole, beside news, but for what earlier windows accounted for.
    """
    reasons = dict(material.reasons)
    repeated = set(chain.from_iterable(choice.also_in.values()))
    for article in material.new:
        reasons[article.document_id] = why_silent(article, material, repeated)
    since = material.issue.window.since
    whole = len(articles) <= LEFT_OUT_AT_MOST and bool(used)
    unused = {document: reason for document, reason in reasons.items() if document not in used}
    listed = newest_first(
        each
        for each in articles
        if each.first_seen >= since or (whole and unused.get(each.document_id) != OLDER)
    )
    return left_out(listed, unused, LEFT_OUT_AT_MOST, named=repeated)


def why_silent(article: Article, material: Material, repeated: AbstractSet[int]) -> str:
    if article.document_id in repeated:
        return NEAR_DUPLICATE
    if article.document_id in material.posted_before:
        return SHOWN
    if article.document_id in material.telling:
        return NO_ROOM
    edges = article.reading.edges
    if not edges:
        return NO_EDGE
    wanted = any(Section(edge) in material.issue.sections for edge in edges)
    return NOTHING if wanted else OTHER_EDGE
