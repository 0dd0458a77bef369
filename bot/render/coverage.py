"""Which documents an edition heard, which it left out, and why."""

from collections.abc import Sequence
from dataclasses import replace

from bot.languages import count, say, say_day, say_when
from bot.render import labels
from bot.render.layout import Button, Card, Line, card, titled
from bot.render.links import link, sound_url
from briefings.model import Edition, Heard, LeftOut

GREY = 0x6B7280
MOST_NAMED = 6  # documents named in the line under the title
MOST_ROWS = 12  # documents or sources listed for each heading
MOST_DAYS = 24  # of the timeline


def documents_line(key: str, documents: Sequence[Heard], locale: str) -> str:
    """ "2 new documents: Hankyoreh, editorial, 19 June 2024; …" """
    named = [_name(each, locale) for each in documents[:MOST_NAMED]]
    if len(documents) > MOST_NAMED:
        named.append(say("list.more", locale, number=len(documents) - MOST_NAMED))
    return count(key, locale, len(documents), documents="; ".join(named))


def timeline_card(edition: Edition, locale: str) -> Card:
    """The days that the printed extracts name, oldest first, each once."""
    items = [item for section in edition.sections for item in section.items]
    named = {when for item in items for when in (item.when, *item.dates) if when is not None}
    days = sorted(named, key=lambda when: (when.first, when.last, when.precision))
    shown = list(dict.fromkeys(say_when(when, locale) for when in days))
    if len(shown) > MOST_DAYS:
        shown = [say("list.more", locale, number=len(shown) - MOST_DAYS), *shown[-MOST_DAYS:]]
    line = say("edition.timeline", locale, days=labels.joined(shown, locale)) if shown else ""
    return card(line)


def coverage_card(edition: Edition, locale: str) -> Card:
    publishers = edition.publishers or len({each.source for each in edition.heard})
    lines = [
        Line(count("edition.publishers", locale, publishers) if publishers else ""),
        Line(_state_media(edition.state_media, locale)),
        Line(_names("edition.new_sources", edition.new_sources, locale)),
        Line(_names("edition.silent", edition.silent, locale)),
        *_listed("edition.heard", [_heard(each, locale) for each in edition.heard], locale),
        *_listed(
            "edition.as_background", [_heard(each, locale) for each in edition.background], locale
        ),
        *_listed(
            "edition.not_news",
            [_left_out(each, locale) for each in edition.left_out],
            locale,
            beyond=edition.unlisted,
        ),
    ]
    return card(*lines, heading=say("edition.coverage", locale), colour=GREY)


def document_lines(edition: Edition, locale: str) -> list[Line]:
    """Every document of an edition, each with a button that opens it in the archive."""
    lines: list[Line] = []
    used = {"edition.heard": edition.heard, "edition.as_background": edition.background}
    for key, documents in used.items():
        shown = [replace(_heard(each, locale), button=_button(each, locale)) for each in documents]
        lines += titled(say(key, locale), shown)
    rest = [
        replace(_left_out(each, locale), button=_button(each, locale)) for each in edition.left_out
    ]
    return [*lines, *titled(say("edition.not_news", locale), rest)]


def _state_media(sources: Sequence[str], locale: str) -> str:
    named = [labels.source_label(each, locale) for each in sources[:MOST_ROWS]]
    if len(sources) > MOST_ROWS:
        named.append(say("list.more", locale, number=len(sources) - MOST_ROWS))
    return say("edition.state_media", locale, sources=", ".join(named)) if named else ""


def _names(key: str, sources: Sequence[str], locale: str) -> str:
    if not sources:
        return ""
    named = [labels.source_label(each, locale) for each in sources[:MOST_ROWS]]
    if len(sources) > MOST_ROWS:
        named.append(say("list.more", locale, number=len(sources) - MOST_ROWS))
    return count(key, locale, len(sources), sources=", ".join(named))


def _listed(key: str, rows: Sequence[Line], locale: str, *, beyond: int = 0) -> list[Line]:
    if not rows:
        return []
    shown = list(rows[:MOST_ROWS])
    if len(rows) + beyond > MOST_ROWS:
        more = say("list.more", locale, number=len(rows) - len(shown) + beyond)
        shown.append(Line(f"- {more}"))
    return titled(say(key, locale), shown)


def _name(heard: Heard, locale: str) -> str:
    return say(
        "edition.document",
        locale,
        source=labels.source_label(heard.source, locale),
        kind=labels.kind_label(heard.kind, locale),
        day=say_day(heard.published_on, locale),
    )


def _heard(heard: Heard, locale: str) -> Line:
    text = say(
        "edition.heard.row",
        locale,
        title=labels.title_label(heard.title, locale),
        document=_name(heard, locale),
        marks=labels.marks(heard.flags, locale),
        link=_link(heard.url, locale),
    )
    return Line(text, _open(heard, locale))


def _left_out(left_out: LeftOut, locale: str) -> Line:
    text = say(
        "edition.left_out.row",
        locale,
        title=labels.title_label(left_out.title, locale),
        source=labels.source_label(left_out.source, locale),
        reason=labels.phrase("reason", left_out.reason, locale),
        link=_link(left_out.url, locale),
    )
    return Line(text, _open(left_out, locale))


def _open(document: Heard | LeftOut, locale: str) -> Button | None:
    """The document in the archive, where its source has no address."""
    return None if sound_url(document.url) else _button(document, locale)


def _button(document: Heard | LeftOut, locale: str) -> Button:
    return Button(say("button.open", locale), f"article:{document.document_id}")


def _link(url: str | None, locale: str) -> str:
    found = link(say("link.source", locale), url)
    return f"{say('separator', locale)}{found}" if found else ""
