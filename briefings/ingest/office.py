"""Word's .docx: a ZIP of XML, read under limits, without entities and without a tree in memory."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from briefings.errors import UnusableDocumentError
from briefings.ingest.classify import classify
from briefings.ingest.labels import looks_like_names
from briefings.ingest.media import WORD
from briefings.ingest.pieces import Draft, Found, Strip, lay_out
from briefings.model import BlockKind

LONGEST_PART = 20_000_000  # bytes of one part, unpacked
MOST_PARTS = 3_000
DEEPEST = 200  # elements
_MAIN, _STYLES, _SAID = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "txbxContent", "instrText", "delText"))
_TAGS = {"title": "h1", "subtitle": "h2", "quote": "blockquote", "intense quote": "blockquote",
         "list paragraph": "li", "caption": "figcaption"}  # fmt: skip
_OFF = {"0", "false", "none"}

Attributes = dict[str, str]


def read_word(body: bytes) -> Draft:
    """Raises UnusableDocumentError: broken, bomb, too-deep."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            main, styles, said = (_part(packed, name) for name in (_MAIN, _STYLES, _SAID))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, OSError) as error:
        raise _broken() from error
    except (NotImplementedError, RuntimeError) as error:  # another packing, or a password
        raise UnusableDocumentError("The Word file is locked.", reason="locked") from error
    if not main:
        raise _broken()
    names = _Styles()
    _parse(styles, names.start, names.end)
    reader = _Body(names.tags)
    truncated = _parse(main, reader.start, reader.end, reader.words)
    text, pieces = lay_out(reader.strips)
    found = _found(said)
    blocks, seen = classify(text, pieces, title=found.title, author=found.author)
    repairs = ("cut-xml",) if truncated else ()
    return Draft(text, blocks, found.or_else(seen), WORD, truncated, repairs)


def _broken() -> UnusableDocumentError:
    return UnusableDocumentError("The Word file is broken.", reason="broken")


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    """One part, b"" where it is absent. What a ZIP says of its sizes is not believed."""
    if len(packed.filelist) > MOST_PARTS or name not in packed.NameToInfo:
        return b""
    with packed.open(name) as part:
        body = part.read(LONGEST_PART + 1)
    if len(body) > LONGEST_PART:
        raise UnusableDocumentError(
            "The Word file unpacks to too much.", reason="bomb", limit=LONGEST_PART,
        )  # fmt: skip
    return body


def _parse(
    body: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    words: Callable[[str], None] | None = None,
) -> bool:
    """Walk the XML; True where it breaks off. A document type, and so any entity, is refused."""
    parser = expat.ParserCreate()
    depth = 0

    def open_(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnusableDocumentError("The Word file is nested too deep.", reason="too-deep")
        start(name.rpartition(":")[2], attributes)

    def close(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(":")[2])

    def refuse(*_: object) -> None:
        raise _broken()

    parser.StartElementHandler, parser.EndElementHandler = open_, close
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    if not body:
        return False
    try:
        parser.Parse(body, True)
    except expat.ExpatError:
        return True
    return False


def _value(attributes: Attributes, name: str = "val") -> str:
    return next((held for key, held in attributes.items() if key.rpartition(":")[2] == name), "")


class _Styles:
    """styles.xml: what tag a style stands for. Its ids are in the writer's language, its names in
    English."""

    def __init__(self) -> None:
        self.tags: dict[str, str] = {}
        self.open = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self.open = _value(attributes, "styleId")
        elif name == "name" and self.open:
            self.tags[self.open] = tag_of(_value(attributes).lower())
        elif name == "outlineLvl" and self.open and not self.tags.get(self.open):
            self.tags[self.open] = "h2"

    def end(self, name: str) -> None:
        if name == "style":
            self.open = ""


def tag_of(style: str) -> str:
    """The element that a style of that (English) name stands for, "" for plain paragraphs."""
    if style.startswith("heading "):
        return "h2" if style[8:9] in {"1", "2"} else "h3"
    if style.startswith(("header", "footer", "toc ", "footnote", "endnote")):
        return "nav"
    return _TAGS.get(style, "li" if style.startswith("list ") else "")


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    tag: str = ""
    written: int = 0
    bold: int = 0


class _Body:
    """document.xml: paragraphs with what their styles say."""

    def __init__(self, tags: dict[str, str]) -> None:
        self.tags = tags
        self.strips: list[Strip] = []
        self.stack: list[_Paragraph] = []
        self.skipping = self.cells = 0
        self.writing = self.bold = self.hidden = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name in _SKIPPED or self.skipping:
            self.skipping += 1
        elif name == "p":
            self.stack.append(_Paragraph(tag="td" if self.cells else "p"))
        elif name == "tc":
            self.cells += 1
        elif self.stack:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: Attributes) -> None:
        paragraph = self.stack[-1]
        match name:
            case "pStyle" | "numPr" | "outlineLvl":
                paragraph.tag = self._tag(name, _value(attributes)) or paragraph.tag
            case "r":
                self.bold = self.hidden = False
            case "b":
                self.bold = _value(attributes) not in _OFF
            case "vanish":
                self.hidden = _value(attributes) not in _OFF
            case "t":
                self.writing = not self.hidden
            case "tab" | "br" | "cr":
                self._break(attributes)

    def _tag(self, name: str, said: str) -> str:
        """What a paragraph's property makes of it, "" for nothing."""
        if name == "pStyle":
            return self.tags.get(said, "")
        if name == "numPr":
            return "li" if self.stack[-1].tag == "p" else ""
        return "h2" if said in {"0", "1", "2", "3", "4", "5"} else ""

    def _break(self, attributes: Attributes) -> None:
        words = "".join(self.stack[-1].parts).rstrip()
        if words.endswith((".", "!", "?", "”", "다.")) and not attributes:
            self._cut()
        else:
            self.stack[-1].parts.append(" ")

    def words(self, text: str) -> None:
        if self.writing and self.stack:
            paragraph = self.stack[-1]
            paragraph.parts.append(text)
            paragraph.written += len(text.strip())
            paragraph.bold += len(text.strip()) if self.bold else 0

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name == "t":
            self.writing = False
        elif name == "tc":
            self.cells = max(0, self.cells - 1)
        elif name == "p" and self.stack:
            self._cut()
            self.stack.pop()

    def _cut(self) -> None:
        paragraph = self.stack[-1]
        words = " ".join("".join(paragraph.parts).split())
        if words:
            furniture = BlockKind.FURNITURE if paragraph.tag == "nav" else None
            strong = paragraph.bold == paragraph.written
            tag = "" if strong and paragraph.tag == "p" else paragraph.tag
            self.strips.append(Strip(words, tag, strong=strong, kind=furniture))
        self.stack[-1] = _Paragraph(tag=paragraph.tag)


class _Said:
    """core.xml: title and creator."""

    def __init__(self) -> None:
        self.open = ""
        self.fields: dict[str, str] = {}

    def start(self, name: str, _attributes: Attributes) -> None:
        self.open = name if name in {"title", "creator"} else ""

    def words(self, text: str) -> None:
        if self.open:
            self.fields[self.open] = (self.fields.get(self.open, "") + text)[:500]

    def end(self, _name: str) -> None:
        self.open = ""


def _found(body: bytes) -> Found:
    said = _Said()
    _parse(body, said.start, said.end, said.words)
    title = " ".join(said.fields.get("title", "").split())
    author = said.fields.get("creator", "").strip()
    return Found(title=title or None, author=author if looks_like_names(author) else None)


def _sample() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        words = "The envoy left for home on Friday, the ministry told reporters."
        parts.writestr(_MAIN, f"<d:document xmlns:d='d'><d:p><d:t>{words}</d:t></d:p></d:document>")
    return packed.getvalue()


read_word(_sample())  # so that nothing is left to import where no file can be opened
