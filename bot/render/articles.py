"""An article, a hit and the archive's text as cards."""

from collections.abc import Sequence
from dataclasses import replace

from bot.languages import say, say_instant
from bot.render import labels
from bot.render.clean import clean, clean_line, width
from bot.render.extracts import (
    LONGEST_LINE,
    Place,
    buttons_once,
    extract_line,
    sentence_line,
    shown_span,
    utterance_line,
)
from bot.render.layout import Button, Card, Layout, Line, card, paginate, titled
from bot.render.links import link
from bot.render.sources import trust_label
from briefings.model import Article, Edge, Flag, Quote, Span, Tier

BLUE = 0x3B5B92
GREY = 0x6B7280
AMBER = 0xB7791F
MOST_KEY_QUOTES = 3
QUOTES_ON_A_PAGE = 5
ROOM_OF_A_PAGE = 2400  # UTF-16 units of stored text in one message


def colour_of(article: Article) -> int:
    if Flag.REWORDED in article.reading.flags:
        return GREY
    return AMBER if Flag.OPINION in article.reading.flags else BLUE


def heading(article: Article, locale: str) -> str:
    """Title, source, kind, date, link: what every extract of the card has in common."""
    return f"**{labels.title_label(article.title, locale)}**\n-# {attribution(article, locale)}"


def attribution(article: Article, locale: str) -> str:
    reading = article.reading
    return labels.joined(
        (
            labels.source_label(article.source, locale),
            trust_label(article.trust, locale),
            labels.kind_label(reading.kind, locale),
            labels.published_label(article.published_on, locale),
            link(say("link.source", locale), article.url),
        ),
        locale,
    )


def key_quotes(article: Article) -> tuple[Quote, ...]:
    """The quotes that can stand alone first, each sentence once; none of a reworded text."""
    if Flag.REWORDED in article.reading.flags:
        return ()
    return distinct(
        article, sorted(article.reading.quotes, key=lambda quote: quote.tier is not Tier.A)
    )


def distinct(article: Article, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Of quotes of one speaker that are shown inside one and the same sentence the first alone."""
    chosen: list[tuple[Span, str, Quote]] = []
    for quote in quotes:
        shown, speaker = shown_span(article.text, quote), quote.speaker_in(article.text)
        if not any(shown.overlaps(span) and speaker == name for span, name, _ in chosen):
            chosen.append((shown, speaker, quote))
    return tuple(quote for _, _, quote in chosen)


def article_card(article: Article, *, locale: str, zone: str, edge: Edge | None = None) -> Card:
    """edge: what the summary and the quotes are confined to, where the article says anything on
    it."""
    reading = article.reading
    top = [*labels.flag_lines(reading.flags, locale)]
    if Flag.REWORDED in reading.flags:
        return card(
            *top,
            f"-# {say('article.reworded', locale)}",
            _origin(article, locale, zone),
            heading=heading(article, locale),
            colour=GREY,
        )
    if edge is not None:
        there = [edge in reading.sentences[index].edges for index in reading.summary]
        key = "article.edge" if there and all(there) else "article.edge.none"
        top.append(say(key, locale, edge=say(f"edge.{edge}", locale)))
    return card(
        *top,
        *summary_lines(article, [reading.sentences[i].span for i in reading.summary], locale),
        *quote_lines(article, key_quotes(article)[:MOST_KEY_QUOTES], locale),
        _origin(article, locale, zone),
        heading=heading(article, locale),
        colour=colour_of(article),
    )


def _origin(article: Article, locale: str, zone: str) -> str:
    return say(
        "article.origin",
        locale,
        document=article.document_id,
        version=article.version,
        first_seen=say_instant(article.first_seen, locale, zone),
    )


def summary_lines(article: Article, summary: Sequence[Span], locale: str) -> list[Line]:
    if not summary:
        return [Line(say("article.summary.none", locale))]
    sentences = [sentence_line(article, span, locale) for span in summary]
    return titled(say("article.summary", locale), sentences)


def quote_lines(article: Article, quotes: Sequence[Quote], locale: str) -> list[Line]:
    if not quotes:
        return [Line(say("article.quotes.none", locale))]
    lines = [replace(utterance_line(article, quote, locale), button=None) for quote in quotes]
    return titled(say("article.quotes", locale), lines)


def article_buttons(
    article: Article, *, at: int, locale: str, edge: Edge | None = None
) -> tuple[Button, ...]:
    """Quotes where there are some, the archive's text, the page `at` into the channel."""
    document = article.document_id
    shown = (
        Button(say("button.archive", locale), f"text:{document}.{article.version_id}"),
        Button(say("button.post", locale), f"post:{document}.{at}{edge_state(edge)}"),
    )
    if not key_quotes(article):
        return shown
    return (Button(say("button.quotes", locale), f"said:{document}"), *shown)


def edge_state(edge: Edge | None) -> str:
    """What is added to a button's state for an edge: its number among the edges."""
    return "" if edge is None else f".{list(Edge).index(edge)}"


def article_pages(
    article: Article, *, locale: str, zone: str, edge: Edge | None = None
) -> tuple[Layout, ...]:
    return paginate([article_card(article, locale=locale, zone=zone, edge=edge)])


def hit_card(
    article: Article,
    passage: Span,
    *,
    summary: Sequence[Span],
    quotes: Sequence[Quote],
    locale: str,
) -> Card:
    """A hit: the passage that answers, then summary and key quotes. Reworded: the link alone."""
    top = heading(article, locale)
    flags = labels.flag_lines(article.reading.flags, locale)
    if Flag.REWORDED in article.reading.flags:
        return card(*flags, f"-# {say('article.reworded', locale)}", heading=top, colour=GREY)
    place = Place(article.document_id, article.version_id, passage, article.url)
    return card(
        *flags,
        extract_line(
            passage.of(article.text),
            place,
            head=say("ask.passage", locale),
            foot="",
            locale=locale,
        ),
        *summary_lines(article, [span for span in summary if not passage.holds(span)], locale),
        *quote_lines(article, distinct(article, quotes), locale),
        heading=top,
        colour=colour_of(article),
    )


def quotes_pages(article: Article, *, locale: str) -> tuple[Layout, ...]:
    """Every quote of one article."""
    top = say("quotes.in", locale, title=clean_line(article.title, labels.LONGEST_TITLE))
    if Flag.REWORDED in article.reading.flags:
        return paginate([card(f"-# {say('quotes.reworded', locale)}", heading=top, colour=GREY)])
    quotes, flags = key_quotes(article), labels.flag_lines(article.reading.flags, locale)
    foot = attribution(article, locale)
    lines = [utterance_line(article, quote, locale, foot=foot) for quote in quotes]
    if not lines:
        lines = [Line(say("article.quotes.none", locale))]
    lines = buttons_once(lines)
    groups = [lines[at : at + QUOTES_ON_A_PAGE] for at in range(0, len(lines), QUOTES_ON_A_PAGE)]
    return tuple(
        page
        for group in groups
        for page in paginate([card(*flags, *group, heading=top, colour=colour_of(article))])
    )


def passage_page(article: Article, span: Span, *, locale: str) -> Layout:
    """An extract, and the paragraph of the stored text in which it stands."""
    around = next(
        (block.span for block in article.reading.extraction.blocks if block.span.holds(span)), span
    )
    parts = [say("archive.extract", locale), extract_line_of(article, span, locale)]
    whole = clean(around.of(article.text))
    if around != span and width(whole) <= LONGEST_LINE - sum(width(str(part)) for part in parts):
        parts += [say("archive.around", locale), whole]
    top = say("archive.heading", locale, title=labels.title_label(article.title, locale))
    under = [
        f"-# {attribution(article, locale)}",
        *labels.flag_lines(article.reading.flags, locale),
    ]
    return paginate([card(*under, *parts, heading=top, colour=colour_of(article))])[0]


def extract_line_of(article: Article, span: Span, locale: str) -> str:
    return sentence_line(article, span, locale).text


def text_pages(article: Article, *, locale: str) -> tuple[Layout, ...]:
    """The stored text, whole, over as many messages as it takes; cut at white space only."""
    top = say("archive.heading", locale, title=labels.title_label(article.title, locale))
    under = [
        f"-# {attribution(article, locale)}",
        *labels.flag_lines(article.reading.flags, locale),
    ]
    return tuple(
        Layout((card(*under, clean(piece), heading=top, colour=colour_of(article)),))
        for piece in _pieces(article.text)
    )


def _pieces(text: str) -> list[str]:
    """Slices of a length that stays below a message's even when every character is escaped."""
    pieces, start = [], 0
    while start < len(text):
        end = min(start + ROOM_OF_A_PAGE // 2, len(text))
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space + 1 if space > start else end
        pieces.append(text[start:end])
        start = end
    return pieces
