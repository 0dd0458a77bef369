"""Sources with what is thought of them, in words."""

from collections.abc import Sequence

from bot.languages import count, say
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, card, message, paginate
from briefings.model import Trust

GREEN = 0x4F7A5B
GREY = 0x6B7280


def trust_label(trust: Trust | None, locale: str) -> str:
    """Small and plain: "state media · usually reliable, probably true"; often nothing."""
    if trust is None:
        return ""
    state = say("source.state_media", locale) if trust.state_media else ""
    return labels.joined((state, grades_label(trust, locale)), locale)


def grades_label(trust: Trust, locale: str) -> str:
    """Both axes in words behind their signs: "B2: usually reliable, probably true"."""
    signs = f"{trust.reliability or ''}{trust.credibility or ''}"
    if not signs:
        return ""
    words = [
        say(f"graded.{grade}", locale)
        for grade in (trust.reliability, trust.credibility)
        if grade is not None
    ]
    return f"{signs}: {', '.join(words)}"


def graded_layout(name: str, trust: Trust, entry_id: int, locale: str) -> Layout:
    heading = say("source.graded", locale, source=labels.source_label(name, locale))
    undo = Button(say("button.undo", locale), f"deskundo:{entry_id}")
    return message(
        _told(trust, locale),
        f"-# {say('source.graded.note', locale)}",
        heading=heading,
        colour=GREEN,
    ).with_buttons(undo)


def sources_pages(rows: Sequence[tuple[str, int, Trust, bool]], locale: str) -> tuple[Layout, ...]:
    """rows: (name, documents, trust, whether the guild graded it) of each."""
    heading = say("source.list", locale)
    if not rows:
        return (message(say("source.none", locale), heading=heading, colour=GREY),)
    lines = [_row(*row, locale=locale) for row in rows]
    return paginate([card(*lines, heading=heading)])


def _row(name: str, documents: int, trust: Trust, graded: bool, *, locale: str) -> str:
    own = say("source.own", locale) if graded else ""
    held = count("source.documents", locale, documents)
    shown = f"**{labels.source_label(name, locale)}** · {held}"
    return f"{shown}\n-# {labels.joined((_told(trust, locale), own), locale)}"


def _told(trust: Trust, locale: str) -> str:
    family = say("source.family", locale, family=clean_line(trust.family, labels.LONGEST_NAME))
    grades = trust_label(trust, locale) or say("source.ungraded", locale)
    return labels.joined((grades, family), locale)
