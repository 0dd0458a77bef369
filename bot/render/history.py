"""What was done to a document, and what changed between two of its versions."""

from collections.abc import Sequence

from bot.languages import count, knows, say, say_instant
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, Line, card, paginate, titled
from briefings.model import Article, Event, Flag
from briefings.text.changes import Change, counted

GREY = 0x6B7280
LONGEST_WORDS = 400  # characters of a change that are shown on each side
MOST_CHANGES = 40


def history_pages(
    document_id: int, title: str, events: Sequence[Event], *, locale: str, zone: str
) -> tuple[Layout, ...]:
    top = say("history.heading", locale, title=labels.title_label(title, locale))
    lines = [_event(document_id, event, locale, zone) for event in events]
    return paginate([card(*lines, heading=top, colour=GREY)])


def _event(document_id: int, event: Event, locale: str, zone: str) -> Line:
    when = say_instant(event.at, locale, zone)
    who = f"<@{event.by}>" if event.by else say("history.by_itself", locale)
    small = say("history.when", locale, when=when, who=who)
    fields = {
        "number": event.number,
        "before": _value(event.subject, event.before, locale),
        "after": _value(event.subject, event.after, locale),
    }
    words = say(f"history.{event.subject}", locale, **fields)
    if event.subject in ("removed", "retracted") and event.after:
        words += say("history.reason", locale, reason=fields["after"])
    button = None
    if event.subject == "version" and event.number > 1:
        state = f"changes:{document_id}.{event.number}"
        button = Button(say("button.changes", locale), state)
    return Line(f"{words}\n-# {small}", button)


def _value(subject: str, value: str | None, locale: str) -> str:
    if not value:
        return say("history.nothing", locale)
    if subject == "kind" and knows(f"kind.{value}"):
        return say(f"kind.{value}", locale)
    return clean_line(value, LONGEST_WORDS)


def changes_pages(
    now: Article, quotes: Sequence[Change], words: Sequence[Change], *, locale: str
) -> tuple[Layout, ...]:
    """Quotes first, since others may have repeated them; of a reworded text no words at all."""
    title = labels.title_label(now.title, locale)
    top = say("changes.heading", locale, title=title, number=now.version)
    gone, came = counted(words)
    first = Line(
        labels.joined(
            (count("changes.gone", locale, gone), count("changes.came", locale, came)), locale
        )
    )
    if Flag.REWORDED in now.reading.flags:
        return paginate([card(first, heading=top, colour=GREY)])
    said = titled(say("changes.quotes", locale), [_change(each) for each in quotes])
    shown = titled(say("changes.words", locale), [_change(each) for each in words[:MOST_CHANGES]])
    left = len(words) - MOST_CHANGES
    more = [Line(f"-# {say('list.more', locale, number=left)}")] if left > 0 else []
    lines = [first, *said, *shown, *more]
    return paginate([card(*lines, heading=top, colour=GREY)])


def _change(change: Change) -> Line:
    gone, came = clean_line(change.before, LONGEST_WORDS), clean_line(change.after, LONGEST_WORDS)
    lines = [f"➖ {gone}" if gone else "", f"➕ {came}" if came else ""]
    return Line("\n".join(line for line in lines if line))
