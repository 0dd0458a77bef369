"""What was understood of a document, and documents in lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.languages import count, knows, say, say_day
from bot.render import labels
from bot.render.articles import attribution, colour_of
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, Line, card, message
from briefings.model import Article, Flag, Kind

GREY = 0x6B7280
ROWS_ON_A_PAGE = 8
LONGEST_DETAIL = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A document in a list; `common` where it stands on the shelf that everybody sees."""

    document_id: int
    title: str
    source: str
    published_on: date | None
    kind: Kind
    flags: frozenset[Flag]
    common: bool


def understood(article: Article, *, heading: str, locale: str) -> Layout:
    """What the desk made of a document, so that a person can see whether it is right."""
    reading = article.reading
    repairs = ", ".join(repair_label(repair, locale) for repair in reading.extraction.repairs)
    top = say(heading, locale, title=labels.title_label(article.title, locale))
    return message(
        f"-# {attribution(article, locale)}",
        _source_and_date(article, locale),
        say(
            "document.language",
            locale,
            language=labels.phrase("language", reading.language, locale),
            kind=say(f"kind.{reading.kind}", locale),
        ),
        say("document.edges", locale, edges=labels.edges_label(reading.edges, locale)),
        _found(article, locale),
        say("document.repaired", locale, repairs=repairs) if repairs else "",
        *labels.flag_lines(reading.flags, locale),
        _near(article, locale),
        f"-# {_number(article, locale)}",
        heading=top,
        colour=colour_of(article),
    )


def _source_and_date(article: Article, locale: str) -> str:
    source = labels.source_label(article.source, locale)
    lines = [say("document.source", locale, source=source)]
    if article.published_on is None:
        lines.append(say("document.date.none", locale))
    else:
        lines.append(say("document.date", locale, day=say_day(article.published_on, locale)))
    return "\n".join(lines)


def _found(article: Article, locale: str) -> str:
    reading = article.reading
    return say(
        "document.found",
        locale,
        sentences=count("document.sentences", locale, len(reading.sentences)),
        quotes=count("document.quotes", locale, len(reading.quotes)),
        statements=count("document.statements", locale, len(reading.statements)),
    )


def _near(article: Article, locale: str) -> str:
    near = article.near_duplicate_of
    return say("document.near", locale, document=near) if near is not None else ""


def _number(article: Article, locale: str) -> str:
    return say("document.number", locale, document=article.document_id, version=article.version)


def repair_label(repair: str, locale: str) -> str:
    """ "encoding:cp1251" → "the encoding was recognised as cp1251" """
    key, _, detail = repair.partition(":")
    detail = clean_line(detail, LONGEST_DETAIL)
    if knows(f"repair.{key}"):
        return say(f"repair.{key}", locale, detail=detail)
    return clean_line(repair, LONGEST_DETAIL)


def list_page(rows: Sequence[Row], *, page: int, pages: int, removed: bool, locale: str) -> Layout:
    top = say("document.list.removed" if removed else "document.list", locale)
    if not rows:
        nothing = say("document.list.none_removed" if removed else "document.list.none", locale)
        return message(nothing, heading=top, colour=GREY)
    shown = Layout((card(*(_row(row, locale, removed) for row in rows), heading=top),))
    if pages == 1:
        return shown
    state = int(removed)
    return shown.with_buttons(
        Button(
            say("button.previous", locale), f"docs:{state}.{max(page - 1, 0)}", disabled=page == 0
        ),
        Button(say("button.page", locale, page=page + 1, pages=pages), "docs:page", disabled=True),
        Button(say("button.next", locale), f"docs:{state}.{page + 1}", disabled=page >= pages - 1),
    )


def _row(row: Row, locale: str, removed: bool) -> Line:
    text = say(
        "document.row",
        locale,
        title=labels.title_label(row.title, locale),
        number=row.document_id,
        source=labels.source_label(row.source, locale),
        day=say_day(row.published_on, locale),
        kind=labels.kind_label(row.kind, locale),
        marks=labels.marks(row.flags, locale),
        shelf=say("document.common", locale) if row.common else "",
    )
    if removed:
        return Line(text)
    return Line(text, Button(say("button.open", locale), f"article:{row.document_id}"))
