"""Discord's markdown as plain text, for terminals."""

import re
from collections.abc import Iterable, Iterator

from bot.render.layout import Card, Layout

_MARKS = re.compile(
    r"\\(?P<escaped>[^\w\s]|_)"  # an escaped mark stands for itself
    r"|<t:\d+(?::\w)?> ?"  # Discord's own time; the absolute one stands beside it
    r"|\[(?P<label>[^\[\]\n]*)\]\(<?(?P<url>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)"
    r"|(?P<small>^-#\s)|(?P<heading>^\#{1,3}\s)|(?P<mark>\*\*|__|~~)",
    re.MULTILINE,
)


def readable(markdown: str) -> str:
    """What a person would read, with the addresses of links in angle brackets."""
    return _MARKS.sub(_plain, markdown).rstrip()


def plain_lines(layouts: Iterable[Layout]) -> Iterator[str]:
    """All words of the messages in order, buttons left out."""
    for layout in layouts:
        for card in layout.cards:
            yield from _card(card)
        if layout.footer:
            yield readable(layout.footer)


def _card(card: Card) -> Iterator[str]:
    for line in card.opening + card.lines:
        yield readable(line.text)
    yield ""


def _plain(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"]
    if match["label"] is not None:
        return f"{match['label']} <{match['url']}>" if match["url"] else match["label"]
    return ""
