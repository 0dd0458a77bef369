"""An edition as a file: Markdown with every citation, and plain text for feeds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.languages import say, say_day
from bot.render import labels
from bot.render.clean import clean_line, extract
from bot.render.coverage import coverage_card, timeline_card
from bot.render.editions import day_of, edges_of, edition_layouts, is_quiet
from bot.render.items import Sources, attribution, item_head
from bot.render.layout import Card
from bot.render.links import link
from bot.render.plain import plain_lines
from briefings.compose.reopening import Reopened
from briefings.export.atom import Entry, atom
from briefings.model import Edition, Item

AUTHOR = "Tumen"
FORMATS = {"markdown": "Markdown", "json": "JSON", "atom": "Atom"}
SUFFIXES = {"markdown": "md", "json": "json", "atom": "atom"}


def edition_title(edition: Edition, locale: str) -> str:
    """One line of plain text."""
    key = "edition.nothing" if is_quiet(edition) else "edition.title"
    words = say(key, locale, edges=edges_of(edition, locale), day=day_of(edition, locale))
    return words.lstrip("# ")


def edition_markdown(found: Reopened, *, accessed: date) -> str:
    """Every extract with its citation, the same bytes for the same edition and day of access."""
    edition, locale = found.edition, found.edition.language
    parts = [
        f"# {edition_title(edition, locale)}",
        "\n".join(_facts(edition, found.edition_id, accessed, locale)),
        *_chapter(
            say("edition.bottom_line", locale), edition.bottom_line, edition, accessed, locale
        ),
    ]
    for section in edition.sections:
        name = say(
            "edition.section.quiet", locale, section=say(f"section.{section.section}", locale)
        )
        parts += _chapter(name, section.items, edition, accessed, locale)
        if not section.items:
            parts += [name, _plainer(say("edition.quiet", locale))]
    if edition.differences:
        parts.append(say("edition.differences", locale))
    for difference in edition.differences:
        point = labels.phrase("difference", difference.point, locale)
        parts += _chapter(f"**{point}**", difference.items, edition, accessed, locale)
    parts += _card(timeline_card(edition, locale))
    parts += _card(coverage_card(edition, locale))
    return "\n\n".join([*parts, _plainer(say("edition.closing", locale))]) + "\n"


def atom_feed(found: Sequence[Reopened], *, locale: str) -> str:
    """The editions as a feed, each with what a reader of its channel sees."""
    title = say("feed.editions", locale)
    return atom((_entry(each) for each in found), title=title, author=AUTHOR, key=AUTHOR)


def _entry(found: Reopened) -> Entry:
    edition, posted = found.edition, found.posted
    address = "/".join(map(str, posted)) if posted else ""
    return Entry(
        key=found.key,
        title=edition_title(edition, edition.language),
        published=edition.window.until,
        updated=found.composed_at,
        content=edition_text(edition, edition.language),
        language=edition.language,
        link=f"https://discord.com/channels/{address}" if posted else None,
    )


def edition_text(edition: Edition, locale: str) -> str:
    """What a reader of the channel sees, without marks and buttons."""
    return "\n".join(plain_lines(edition_layouts(edition, marker="", locale=locale))).strip()


def _facts(edition: Edition, number: int, accessed: date, locale: str) -> Iterator[str]:
    window, zone = edition.window, edition.zone
    yield "- " + say("file.number", locale, number=number)
    yield "- " + say(
        "file.window",
        locale,
        since=f"{window.since:%Y-%m-%d %H:%M} UTC",
        until=f"{window.until:%Y-%m-%d %H:%M} UTC",
        hours=window.look_back_hours,
        zone=zone,
    )
    yield "- " + say("file.accessed", locale, day=say_day(accessed, locale))


def _chapter(
    heading: str, items: Sequence[Item], edition: Edition, accessed: date, locale: str
) -> Iterator[str]:
    if not items:
        return
    sources = Sources.of(edition)
    yield heading
    for item in items:
        yield "\n".join(_item(item, sources, accessed, locale))


def _item(item: Item, sources: Sources, accessed: date, locale: str) -> Iterable[str]:
    span = item.extract.span
    where = (
        attribution(item, locale),
        sources.also_in(item, locale),
        link(say("link.words", locale), item.url, words=item.extract.words),
    )
    citation = say(
        "file.citation",
        locale,
        document=item.extract.document_id,
        version=item.extract.version_id,
        start=span.start,
        end=span.end,
        digest=item.extract.digest,
        day=say_day(accessed, locale),
    )
    head = item_head(item, locale)
    if head:
        yield head
        yield ""
    yield extract(item.extract.words)
    yield ""
    title = sources.titles.get(item.extract.document_id)
    if title:
        yield f"- {clean_line(title, labels.LONGEST_TITLE)}"
    yield f"- {labels.joined(where, locale)}"
    yield f"- {citation}"


def _card(card: Card) -> Iterator[str]:
    if card.lines:
        lines = [line.text for line in (*card.opening, *card.lines)]
        yield _plainer("\n".join(lines))


def _plainer(text: str) -> str:
    """Discord's small print is no Markdown elsewhere."""
    return "\n".join(line.removeprefix("-# ") for line in text.split("\n"))
