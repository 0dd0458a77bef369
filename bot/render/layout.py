"""What one message shows: cards of lines, rows of buttons, a small last line.

A line is never split over two messages. Discord allows 40 components and 4,000 characters in a
message; the budgets here stay below both, counted in UTF-16 units.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.render.clean import width
from briefings.model import Extract

MOST_COMPONENTS = 40
MOST_CHARACTERS = 4000
MOST_BUTTONS = 5  # in the one row that a message may have
FEWEST_LINES = 2  # of a card that are worth starting at the end of a message
CHARACTERS_OF_FOOTER = 300
LONGEST_CUSTOM_ID = 100
LONGEST_LABEL = 80
PICTURE = "coverage.png"


@dataclass(frozen=True, slots=True)
class Button:
    """A button that says what it does in its custom_id ("verb:state"), or a link."""

    label: str
    custom_id: str = ""
    url: str | None = None
    style: str = "secondary"
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Markdown that stays together, perhaps with a button at its right.

    extract: what in it is verbatim, so that whoever posts it can have it checked once more.
    """

    text: str
    button: Button | None = None
    extract: Extract | None = None

    @property
    def components(self) -> int:
        return 3 if self.button else 1


@dataclass(frozen=True, slots=True)
class Card:
    """Lines that belong together. `heading` is repeated where they go on in a further message.

    A card with a colour is drawn as a box.
    """

    lines: tuple[Line, ...]
    heading: str = ""
    colour: int | None = None

    @property
    def opening(self) -> tuple[Line, ...]:
        return (Line(self.heading),) if self.heading else ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One message. `footer` is its last line. picture: what its picture shows, for who cannot see
    it; the picture itself is attached by the sender, under the name PICTURE."""

    cards: tuple[Card, ...]
    buttons: tuple[Button, ...] = ()
    footer: str = ""
    picture: str = ""

    @property
    def components(self) -> int:
        inside = sum(
            (card.colour is not None) + sum(line.components for line in card.opening + card.lines)
            for card in self.cards
        )
        rows = bool(self.footer) + bool(self.picture) + bool(self.buttons)
        return inside + rows + len(self.buttons)

    @property
    def characters(self) -> int:
        lines = [line.text for card in self.cards for line in card.opening + card.lines]
        return sum(width(text) for text in (*lines, self.footer))

    @property
    def extracts(self) -> tuple[Extract, ...]:
        lines = (line for card in self.cards for line in card.lines)
        return tuple(line.extract for line in lines if line.extract)

    def with_footer(self, footer: str) -> "Layout":
        return replace(self, footer=footer)

    def with_buttons(self, *buttons: Button) -> "Layout":
        return replace(self, buttons=(*self.buttons, *buttons))


def message(*lines: str | Line, heading: str = "", colour: int | None = None) -> Layout:
    """A layout of one card; lines that are empty are left out."""
    return Layout((card(*lines, heading=heading, colour=colour),))


def card(*lines: str | Line, heading: str = "", colour: int | None = None) -> Card:
    whole = (Line(line) if isinstance(line, str) else line for line in lines)
    return Card(tuple(line for line in whole if line.text), heading, colour)


def titled(title: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with a title that stays with the first of them."""
    if not lines:
        return []
    first, *others = lines
    return [replace(first, text=f"{title}\n{first.text}"), *others]


def paginate(cards: Sequence[Card], *, buttons: int = MOST_BUTTONS) -> tuple[Layout, ...]:
    """The cards in as few messages as their order allows, with room for a row of `buttons`.

    A line longer than a message would break the promise and is a mistake of whoever made it:
    ValueError.
    """
    pages: list[Layout] = [Layout(())]
    for each in cards:
        rest = each
        while rest.lines:
            fitting = _fitting(pages[-1], rest, buttons)
            alone = not pages[-1].cards
            if fitting < len(rest.lines) and fitting < FEWEST_LINES and not alone:
                pages.append(Layout(()))
                continue
            if not fitting:
                raise ValueError("a line is longer than a message")
            piece = replace(rest, lines=rest.lines[:fitting])
            pages[-1] = replace(pages[-1], cards=(*pages[-1].cards, piece))
            rest = replace(rest, lines=rest.lines[fitting:])
            if rest.lines:
                pages.append(Layout(()))
    return tuple(pages)


def _fitting(page: Layout, card: Card, buttons: int) -> int:
    """How many of the card's lines still fit below what the message has."""
    empty = replace(page, cards=(*page.cards, replace(card, lines=())))
    components = MOST_COMPONENTS - 1 - (buttons + 1 if buttons else 0) - empty.components
    characters = MOST_CHARACTERS - CHARACTERS_OF_FOOTER - empty.characters
    for number, line in enumerate(card.lines):
        components -= line.components
        characters -= width(line.text)
        if components < 0 or characters < 0:
            return number
    return len(card.lines)


def components(layout: Layout) -> list[dict[str, object]]:
    """The layout as Discord's Components V2 (the message needs the flag 1 << 15)."""
    shown: list[dict[str, object]] = []
    for each in layout.cards:
        inside = [_line(line) for line in each.opening + each.lines]
        if each.colour is None:
            shown += inside
        else:
            shown.append({"type": 17, "accent_color": each.colour, "components": inside})
    if layout.picture:
        media = {"url": f"attachment://{PICTURE}"}
        items = [{"media": media, "description": layout.picture}]
        shown.append({"type": 12, "items": items})
    if layout.footer:
        shown.append({"type": 10, "content": layout.footer})
    if layout.buttons:
        shown.append({"type": 1, "components": [_button(each) for each in layout.buttons]})
    return shown


def _line(line: Line) -> dict[str, object]:
    text = {"type": 10, "content": line.text}
    if line.button is None:
        return text
    return {"type": 9, "components": [text], "accessory": _button(line.button)}


STYLES = {"primary": 1, "secondary": 2, "success": 3, "danger": 4}


def _button(button: Button) -> dict[str, object]:
    shown: dict[str, object] = {"type": 2, "label": button.label, "disabled": button.disabled}
    if button.url:
        return shown | {"style": 5, "url": button.url}
    return shown | {"style": STYLES[button.style], "custom_id": button.custom_id}
