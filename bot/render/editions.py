"""An edition as messages: a card for each edge, then where sources differ, then the coverage.

`edition_layouts` is deterministic: the same edition, locale and marker give the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.languages import count, say, say_day, say_instant
from bot.render import labels
from bot.render.coverage import coverage_card, documents_line, timeline_card
from bot.render.items import Sources, item_line, short_line
from bot.render.layout import Button, Card, Layout, Line, card, paginate, titled
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
    edition: Edition,
    *,
    marker: str,
    locale: str,
    notes: Sequence[str] = (),
    number: int | None = None,
    picture: str = "",
) -> tuple[Layout, ...]:
    """The messages of one delivery, in order. marker: what makes them findable in a channel's
    history; each message ends with it and its own number. notes: lines of the catalogue that stand
    under the title (late, skipped). number: of the edition, where it is stored and can be opened;
    picture: what its chart shows, where it has one; both stand in the last message."""
    cards = nothing_new(edition, locale) if is_quiet(edition) else news(edition, locale)
    buttons = edition_buttons(number, locale)
    if notes:
        title, *rest = cards[0].lines
        cards[0] = card(title, *notes, *rest)
    *others, last = paginate(cards, buttons=len(buttons) + bool(picture))
    pages = (*others, replace(last.with_buttons(*buttons), picture=picture))
    return tuple(
        page.with_footer(part_marker(marker, part, len(pages), locale))
        for part, page in enumerate(pages, 1)
    )


def edition_buttons(number: int | None, locale: str) -> tuple[Button, ...]:
    if number is None:
        return ()
    return tuple(
        Button(say(f"button.edition.{part}", locale), f"edition:{part}.{number}")
        for part in ("full", "quotes", "sources")
    )


def part_marker(marker: str, part: int, parts: int, locale: str) -> str:
    return say("edition.part", locale, marker=marker, part=part, parts=parts)


def is_quiet(edition: Edition) -> bool:
    return not (edition.bottom_line or any(section.items for section in edition.sections))


def nothing_new(edition: Edition, locale: str) -> list[Card]:
    """The short form: never old material as news."""
    title = say(
        "edition.nothing", locale, edges=edges_of(edition, locale), day=day_of(edition, locale)
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
        cards.append(differences_card(edition.differences, seen, sources, locale))
    beyond = count("edition.beyond", locale, edition.beyond) if edition.beyond else ""
    closing = card(beyond, say("edition.closing", locale))
    return [*cards, timeline_card(edition, locale), coverage_card(edition, locale), closing]


def edges_of(edition: Edition, locale: str) -> str:
    """The desk's whole subject by its short name, else the edges one by one."""
    if set(edition.edges) >= set(Edge):
        return say("edition.all_edges", locale)
    return labels.edges_label(edition.edges, locale)


def day_of(edition: Edition, locale: str) -> str:
    return say_day(edition.window.until.astimezone(ZoneInfo(edition.zone)).date(), locale)


def _top(edition: Edition, locale: str) -> Iterator[str]:
    window = edition.window
    yield say("edition.title", locale, edges=edges_of(edition, locale), day=day_of(edition, locale))
    if edition.heard:
        yield documents_line("edition.new", edition.heard, locale)
    if edition.background:
        yield documents_line("edition.background", edition.background, locale)
    if edition.left_out:
        number = len(edition.left_out) + edition.unlisted
        yield count("edition.left_out", locale, number)
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


def differences_card(
    differences: Sequence[Difference], seen: set[str], sources: Sources, locale: str
) -> Card:
    lines: list[Line] = []
    for number, difference in enumerate(differences, 1):
        point = labels.phrase("difference", difference.point, locale)
        shown = list(_once(difference.items, seen, sources, locale))
        lines += titled(f"**{number}. {point}**", shown)
    return card(*lines, heading=say("edition.differences", locale), colour=AMBER)
