"""The paragraphs in a piece of markup, and where in it they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefings.ingest.flatten import flatten
from briefings.ingest.pieces import Strip

BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h3",
     "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure", "hr",
     "figcaption", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "form",
     "fieldset", "address", "details", "summary", "center", "body", "html", "option",
     "legend", "menu")
)  # fmt: skip
TELLING = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "th", "dt",
     "dd", "pre", "caption", "summary")
)  # fmt: skip
SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "head", "button", "select",
     "textarea", "canvas", "audio", "video", "object", "math", "input", "map", "title")
)  # fmt: skip
_NOTE = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z*†‡])\s*[\])]?\s*")  # a footnote's mark
# What a picture says of itself may stand in the middle of a paragraph: <em class="img_desc">.
_CAPTIONED = ("em", "span", "i", "small", "strong")
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:img_desc|(?:img|photo|image|pic)[_-]?(?:caption|desc|txt))\b"
)
_UNSEEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_END = re.compile(r"[.!?…。:]['\"”’»)\]]*\s*$")


@dataclass(slots=True)
class Paragraph:
    """A paragraph and where in the markup it stands: serial numbers of the elements around it,
    outermost first, and the words of their class, id and role attributes."""

    strip: Strip
    home: tuple[int, ...]
    zones: tuple[str, ...]


def parse(markup: str) -> LexborHTMLParser:
    return LexborHTMLParser(flatten(markup))


@dataclass(slots=True)
class _Open:
    """The paragraph being read."""

    parts: list[str] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    strong: int = 0
    breaks: int = 0


@dataclass(slots=True)
class _Place:
    """An open element on the way from the root."""

    serial: int
    tag: str
    zone: str
    parts: bool  # what is in it is apart from what stands before and after it


class _Reader:
    """Walks the elements in order and cuts the text at block elements and line breaks."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self.places: list[_Place] = []
        self.open = _Open()
        self.serial = 0

    def enter(self, node: LexborNode, tag: str) -> None:
        zone = zone_of(node)
        parts = tag in BLOCKS or (tag in _CAPTIONED and _CAPTION.search(zone) is not None)
        if parts:
            self.cut()
        self.serial += 1
        self.places.append(_Place(self.serial, tag, zone, parts))

    def leave(self) -> None:
        if self.places[-1].parts:
            self.cut()
        self.places.pop()

    def line_break(self) -> None:
        """Two breaks end a paragraph, and so does one after a sentence or a bold line."""
        self.open.breaks += 1
        ended = self.open.parts and _END.search("".join(self.open.parts[-3:]))
        bold = self.open.strong and self.open.strong == self.open.characters  # a line of its own
        if self.open.breaks > 1 or ended or bold:
            self.cut()
        else:
            self.open.parts.append(" ")

    def words(self, text: str) -> None:
        self.open.parts.append(text)
        count = len(text.strip())
        if count == 0:
            return
        self.open.breaks = 0
        tags = {place.tag for place in self.places}
        self.open.characters += count
        self.open.linked += count if "a" in tags else 0
        self.open.strong += count if tags & {"b", "strong"} else 0

    def cut(self) -> None:
        now, self.open = self.open, _Open()
        words = _SPACES.sub(" ", "".join(now.parts)).strip()
        if not words:
            return
        tag = _telling([place.tag for place in self.places if place.tag in BLOCKS])
        strip = Strip(
            words,
            tag,
            links=now.linked / max(1, now.characters),
            strong=now.strong == now.characters,
        )
        home = tuple(place.serial for place in self.places)
        zones = tuple(place.zone for place in self.places if place.zone)
        self.found.append(Paragraph(strip, home, zones))


def _telling(blocks: list[str]) -> str:
    """The element that says what a paragraph is: the innermost block, or the one around the
    nameless boxes in it; a table cell that holds boxes is layout."""
    for depth, tag in enumerate(reversed(blocks)):
        if tag in TELLING:
            return "" if depth and tag in {"td", "th"} else tag
        if tag in {"table", "article", "main", "body", "ul", "ol"}:
            return ""
    return ""


def read_paragraphs(root: LexborNode | None) -> list[Paragraph]:
    """The paragraphs under the root in document order. Walks without recursion."""
    reader = _Reader()
    node = root
    while node is not None:
        below = _visit(reader, node)
        if below is not None:
            node = below
            continue
        node = _onward(reader, node, root)
    reader.cut()
    return reader.found


def _visit(reader: _Reader, node: LexborNode) -> LexborNode | None:
    """Read the node; its first child if there is something to read in it."""
    tag = node.tag or ""
    if tag == "-text":
        reader.words(node.text_content or "")
    elif tag == "br":
        reader.line_break()
    elif tag == "sup" and _NOTE.fullmatch(node.text() or ""):
        return None
    elif not tag.startswith(("-", "_", "!")) and tag not in SILENT:
        below = node.child
        if below is not None:
            reader.enter(node, tag)
            return below
        if tag in BLOCKS:
            reader.cut()
    return None


def _onward(reader: _Reader, node: LexborNode, root: LexborNode | None) -> LexborNode | None:
    """The next node in document order that is not below this one."""
    while reader.places:
        following = node.next
        if following is not None:
            return following
        parent = node.parent
        reader.leave()
        if parent is None:
            return None
        node = parent
    return None


def zone_of(node: LexborNode) -> str:
    """The element's own words for its purpose: tag, class, id, role."""
    attributes = node.attributes
    if not attributes:
        return node.tag or ""
    names = (
        attributes.get(key) or "" for key in ("class", "id", "role", "itemprop", "data-component")
    )
    unseen = "hidden" in attributes or _UNSEEN.search(attributes.get("style") or "")
    return " ".join((node.tag or "", "hidden" if unseen else "", *names))[:300].lower()


def read_fragment(markup: str) -> Iterator[Strip]:
    """Paragraphs of a piece of markup that is all article, such as a JSON field."""
    for found in read_paragraphs(parse(markup).root):
        yield found.strip
