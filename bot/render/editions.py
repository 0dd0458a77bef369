"""An edition as messages: a card for each edge, then where sources differ, then the coverage.

`edition_layouts` is deterministic: the same edition, locale and marker give the same bytes.
"""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.languages import count, say, say_day, say_instant
from bot.render import labels
from bot.render.coverage import coverage_card, documents_line
from bot.render.items import Sources, item_line, short_line
from bot.render.layout import Card, Layout, Line, card, paginate, titled
from briefings.model import Difference, Edge, Edition, Item, Section, SectionItems

COLOURS = {
    Section.DPRK_RUSSIA: 0x8C3B3B,
    Section.RUSSIA_ROK: 0x3B5B92,
    Section.DPRK_ROK: 0x4F7A5B,
    Section.TRIANGLE: 0x6B5B8C,
}
AMBER = 0xB7791F
GREY = 0x6B7280


def edition_layouts(
    edition: Edition, *, marker: str, locale: str, notes: Sequence[str] = ()
) -> tuple[Layout, ...]:
    """The messages of one delivery, in order. marker: what makes them findable in a channel's
    history; each message ends with it and its own number. notes: lines of the catalogue that stand
    under the title (late, skipped)."""
    cards = nothing_new(edition, locale) if is_quiet(edition) else news(edition, locale)
    if notes:
        title, *rest = cards[0].lines
        cards[0] = card(title, *notes, *rest)
    pages = paginate(cards, buttons=0)
    return tuple(
        page.with_footer(part_marker(marker, number, len(pages), locale))
        for number, page in enumerate(pages, 1)
    )


def part_marker(marker: str, part: int, parts: int, locale: str) -> str:
    return say("edition.part", locale, marker=marker, part=part, parts=parts)


def is_quiet(edition: Edition) -> bool:
    return not (edition.bottom_line or any(section.items for section in edition.sections))


def nothing_new(edition: Edition, locale: str) -> list[Card]:
    """The short form: never old material as news."""
    title = say(
        "edition.nothing", locale, edges=edges_of(edition, locale), day=_day(edition, locale)
    )
    since = say_instant(edition.window.since, locale, edition.zone)
    lines = [say("edition.nothing.since", locale, instant=since)]
    cards = [card(title, *lines)]
    return [*cards, coverage_card(edition, locale)] if edition.left_out else cards


def news(edition: Edition, locale: str) -> list[Card]:
    sources = Sources.of(edition)
    seen: set[str] = set()
    cards = [card(*_top(edition, locale))]
    if edition.bottom_line:
        lines = _once(edition.bottom_line, seen, sources, locale)
        cards.append(card(*lines, heading=say("edition.bottom_line", locale), colour=AMBER))
    cards += [_section(section, seen, sources, locale) for section in edition.sections]
    if edition.differences:
        cards.append(_differences(edition.differences, seen, sources, locale))
    return [*cards, coverage_card(edition, locale), card(say("edition.closing", locale))]


def edges_of(edition: Edition, locale: str) -> str:
    """The desk's whole subject by its short name, else the edges one by one."""
    if set(edition.edges) >= set(Edge):
        return say("edition.all_edges", locale)
    return labels.edges_label(edition.edges, locale)


def _day(edition: Edition, locale: str) -> str:
    return say_day(edition.window.until.astimezone(ZoneInfo(edition.zone)).date(), locale)


def _top(edition: Edition, locale: str) -> Iterator[str]:
    window = edition.window
    yield say("edition.title", locale, edges=edges_of(edition, locale), day=_day(edition, locale))
    if edition.heard:
        yield documents_line("edition.new", edition.heard, locale)
    if edition.background:
        yield documents_line("edition.background", edition.background, locale)
    if edition.left_out:
        yield count("edition.left_out", locale, len(edition.left_out))
    yield say(
        "edition.since",
        locale,
        instant=say_instant(window.since, locale, edition.zone),
        hours=window.look_back_hours,
        until=say_instant(window.until, locale, edition.zone),
    )


def _section(section: SectionItems, seen: set[str], sources: Sources, locale: str) -> Card:
    name = say(f"section.{section.section}", locale)
    colour = COLOURS[section.section]
    if not section.items:
        heading = say("edition.section.quiet", locale, section=name)
        return card(say("edition.quiet", locale), heading=heading, colour=GREY)
    publishers = len({item.source for item in section.items})
    heading = say(
        "edition.section",
        locale,
        section=name,
        sources=count("edition.sources", locale, publishers),
    )
    return card(*_once(section.items, seen, sources, locale), heading=heading, colour=colour)


def _once(items: Sequence[Item], seen: set[str], sources: Sources, locale: str) -> Iterator[Line]:
    """Each extract whole where it comes first; after that only a reference back."""
    for item in items:
        again = item.extract.digest in seen
        seen.add(item.extract.digest)
        yield short_line(item, locale) if again else item_line(item, sources, locale)


def _differences(
    differences: Sequence[Difference], seen: set[str], sources: Sources, locale: str
) -> Card:
    lines: list[Line] = []
    for number, difference in enumerate(differences, 1):
        point = labels.phrase("difference", difference.point, locale)
        shown = list(_once(difference.items, seen, sources, locale))
        lines += titled(f"**{number}. {point}**", shown)
    return card(*lines, heading=say("edition.differences", locale), colour=AMBER)
