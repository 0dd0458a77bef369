"""What was understood of a document, and documents in lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.languages import count, knows, say, say_day
from bot.render import labels
from bot.render.articles import article_buttons, attribution, colour_of
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, Line, card, message, paginate
from briefings.model import Article, Flag, Kind

GREY = 0x6B7280
ROWS_ON_A_PAGE = 8
LONGEST_DETAIL = 60
LONGEST_FOUND = 200
FIRST_DAY = date(1900, 1, 1)  # before it a date of publication is hardly meant


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


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one of several documents: an article, or the words of a refusal."""

    name: str
    article: Article | None = None
    refused: str = ""


def understood(article: Article, *, heading: str, locale: str, today: date) -> Layout:
    """What the desk made of a document, so that a person can see whether it is right."""
    reading = article.reading
    title = labels.title_label(article.title, locale)
    return message(
        f"-# {attribution(article, locale)}",
        _source_and_date(article, locale),
        odd_date(article.published_on, today, locale),
        *_as_found(article, locale),
        say(
            "document.language",
            locale,
            language=labels.phrase("language", reading.language, locale),
            kind=say(f"kind.{reading.kind}", locale),
        ),
        say("document.edges", locale, edges=labels.edges_label(reading.edges, locale)),
        _found(article, locale),
        _repaired(article, locale),
        *labels.flag_lines(reading.flags, locale),
        _near(article, locale),
        f"-# {_number(article, locale)}",
        heading=say(heading, locale, title=title, version=article.version),
        colour=colour_of(article),
    )


def odd_date(day: date | None, today: date, locale: str) -> str:
    """A warning of a day that is hardly meant: not come yet, or long before the two Koreas."""
    if day is None or FIRST_DAY <= day <= today + timedelta(days=1):
        return ""
    return say("document.date.odd", locale, day=say_day(day, locale))


def _as_found(article: Article, locale: str) -> list[str]:
    """What the document says of itself, where something else is shown."""
    found, lines = article.reading.extraction, []
    title = clean_line(found.title or "", LONGEST_FOUND)
    if title and title != clean_line(article.title, LONGEST_FOUND):
        lines.append(say("document.found_title", locale, title=title))
    day = found.published_on or (found.published and found.published.date())
    if day and day != article.published_on:
        lines.append(say("document.found_date", locale, day=say_day(day, locale)))
    return lines


def _repaired(article: Article, locale: str) -> str:
    repairs = article.reading.extraction.repairs
    words = ", ".join(repair_label(repair, locale) for repair in repairs)
    return say("document.repaired", locale, repairs=words) if words else ""


def added_pages(results: Sequence[Result], *, locale: str) -> tuple[Layout, ...]:
    """A line for each of several documents, with a button that opens what was understood."""
    added = sum(each.article is not None for each in results)
    top = count("document.added_several", locale, added, of=len(results))
    lines = [_result(each, at, locale) for at, each in enumerate(results)]
    return paginate([card(*lines, heading=top, colour=GREY)])


def _result(result: Result, at: int, locale: str) -> Line:
    article, name = result.article, clean_line(result.name, LONGEST_DETAIL)
    if article is None:
        return Line(f"**{name}**\n{result.refused}" if name else result.refused)
    reading = article.reading
    words = labels.joined(
        (
            labels.source_label(article.source, locale),
            say_day(article.published_on, locale),
            labels.phrase("language", reading.language, locale),
            labels.edges_label(reading.edges, locale),
            count("document.quotes", locale, len(reading.quotes)),
        ),
        locale,
    )
    title = labels.title_label(article.title, locale)
    number = _number(article, locale) if article.version > 1 else ""
    more = [_repaired(article, locale), _near(article, locale), number]
    small = "".join(f"\n-# {line}" for line in more if line)
    text = f"**{title}**\n-# {words}{labels.marks(reading.flags, locale)}{small}"
    state = f"document:{article.document_id}.{at}"  # two files may be versions of one document
    return Line(text, Button(say("button.details", locale), state))


def added_buttons(article: Article, *, entry_id: int, locale: str) -> tuple[Button, ...]:
    """What a person may want to see or to change of a document that has just come in."""
    *others, _ = article_buttons(article, at=0, locale=locale)
    return (
        *others,
        *_changes(article, locale),
        Button(say("button.correct", locale), f"correct:{article.document_id}"),
        Button(say("button.undo", locale), f"undo:{entry_id}", style="danger"),
    )


def corrected_buttons(article: Article, *, entry_id: int, locale: str) -> tuple[Button, ...]:
    document_id = article.document_id
    return (
        Button(say("button.correct", locale), f"correct:{document_id}"),
        Button(say("button.undo", locale), f"undo:{entry_id}", style="danger"),
        Button(say("button.history", locale), f"history:{document_id}"),
    )


def shown_buttons(article: Article, *, may_correct: bool, locale: str) -> tuple[Button, ...]:
    document_id = article.document_id
    history = Button(say("button.history", locale), f"history:{document_id}")
    correct = Button(say("button.correct", locale), f"correct:{document_id}")
    shown = article_buttons(article, at=0, locale=locale)
    return (*shown, history, correct) if may_correct else (*shown, history)


def _changes(article: Article, locale: str) -> tuple[Button, ...]:
    if article.version == 1:
        return ()
    state = f"changes:{article.document_id}.{article.version}"
    return (Button(say("button.changes", locale), state),)


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
