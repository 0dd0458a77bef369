"""PDF, with pypdf under limits. Its date of making is no date of publication and is not read."""

import io
import logging
import re
import struct
import zlib

import pypdf
from pypdf.errors import PyPdfError

from briefings.errors import UnusableDocumentError
from briefings.ingest.classify import classify
from briefings.ingest.labels import looks_like_names
from briefings.ingest.lines import folded
from briefings.ingest.media import PDF
from briefings.ingest.pieces import Draft, Found, lay_out
from briefings.ingest.titles import SHORTEST_TITLE
from briefings.ingest.typeset import SetLine, paragraphs_of

MOST_PAGES = 200
MOST_CHARACTERS = 1_000_000
LONGEST_STREAM = 8_000_000  # bytes of one page's drawing, unpacked
MOST_MARKS = 500_000  # of one page's drawing
MOST_OBJECTS = 10_000  # in the tree of pages
MOST_FORMS = 300  # drawn on one page
_STUMBLES = (
    PyPdfError, ValueError, TypeError, AttributeError, LookupError, AssertionError, ArithmeticError,
    NotImplementedError, RecursionError, OSError, struct.error, zlib.error,
)  # fmt: skip
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_UNMAPPED = re.compile("[\x00-\x08\x0b-\x1f\ue000-\uf8ff\ufffd]")
MOST_UNMAPPED = 0.2  # share of characters without a meaning beyond which the words are lost

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(body: bytes) -> Draft:
    """Raises UnusableDocumentError: locked, broken, no-text (pictures of pages)."""
    with pypdf.apply_configuration(
        zlib_maximum_output_length=LONGEST_STREAM,
        lzw_maximum_output_length=LONGEST_STREAM,
        run_length_maximum_output_length=LONGEST_STREAM,
        array_based_stream_maximum_output_length=LONGEST_STREAM,
        stream_decoding_work_maximum_length=4 * LONGEST_STREAM,
        stream_parsing_work_maximum_count=MOST_MARKS,
        page_tree_maximum_entries=MOST_OBJECTS,
        xform_maximum_invocations_per_extraction=MOST_FORMS,
    ):
        return _read(body)


def _read(body: bytes) -> Draft:
    try:
        reader = pypdf.PdfReader(io.BytesIO(body), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except _STUMBLES:
        if b"/Encrypt" in body:
            raise _locked() from None
        raise UnusableDocumentError("The PDF is broken.", reason="broken") from None
    if locked:
        raise _locked()
    lines, repairs = _lines(reader, count)
    if not lines:
        raise UnusableDocumentError("The PDF holds no words, only pictures.", reason="no-text")
    strips, mended = paragraphs_of(lines, count)
    text, pieces = lay_out(strips)
    found = _said(reader, text[:2000])
    blocks, seen = classify(text, pieces, title=found.title, author=found.author)
    return Draft(
        text, blocks, found.or_else(seen), PDF, repairs=(*repairs, *mended)
    )  # fmt: skip


def _locked() -> UnusableDocumentError:
    return UnusableDocumentError("The PDF opens with a password only.", reason="locked")


def _lines(reader: pypdf.PdfReader, count: int) -> tuple[list[SetLine], tuple[str, ...]]:
    lines: list[SetLine] = []
    characters = unread = 0
    number = 0
    for number in range(min(count, MOST_PAGES)):
        setter = _Setter(number)
        try:
            page = reader.pages[number]
            setter.height = float(page.mediabox.height) or 1.0
            setter.bottom = float(page.mediabox.bottom)
            page.extract_text(visitor_text=setter.hear)
        except _STUMBLES:
            unread += 1
        setter.end()
        lines += setter.lines
        characters += setter.characters
        if characters > MOST_CHARACTERS:
            break
    left = count - (number + 1 if count else 0)
    notes = (("unread-pages", unread), ("pages-left-out", left))
    return lines, tuple(f"{key}:{number}" for key, number in notes if number > 0)


class _Setter:
    """Hears the pieces of a page's text as pypdf draws them, and makes lines of them."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.height, self.bottom = 792.0, 0.0
        self.lines: list[SetLine] = []
        self.characters = 0
        self.parts: list[str] = []
        self.at: tuple[float, float, float, bool] | None = None

    def hear(
        self, text: str, matrix: list[float], place: list[float], font: object, size: float
    ) -> None:
        if self.characters > MOST_CHARACTERS:
            return
        for i, part in enumerate(text.split("\n")):
            if i:
                self.end()
            if part.strip() and self.at is None:
                self.at = self._place(matrix, place, font, size)
            self.parts.append(part)

    def _place(
        self, matrix: list[float], place: list[float], font: object, size: float
    ) -> tuple[float, float, float, bool]:
        left = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        scale = abs(place[3] * matrix[3]) or abs(place[1] * matrix[2]) or 1.0
        name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
        return left, height, abs(size) * scale, "bold" in name.lower()

    def end(self) -> None:
        words = _LIGATURE.sub(lambda hit: _LIGATURES[hit.group()], "".join(self.parts))
        lost = len(_UNMAPPED.findall(words))
        words = _UNMAPPED.sub(" ", words).strip() if lost <= MOST_UNMAPPED * len(words) else ""
        if words and self.at is not None:
            left, height, size, bold = self.at
            share = (height - self.bottom) / self.height
            self.lines.append(SetLine(words, self.page, left, height, share, size, bold))
            self.characters += len(words)
        self.parts, self.at = [], None


def _said(reader: pypdf.PdfReader, opening: str) -> Found:
    """Title and author as the PDF says them. Programs write a file's name there, and a user's, so
    that the title has to stand in the text and the author to be a name."""
    try:
        said = reader.metadata
        title, author = (said.title or "", said.author or "") if said else ("", "")
    except _STUMBLES:
        return Found()
    told = len(title) >= SHORTEST_TITLE and folded(title) in folded(opening)
    return Found(
        title=" ".join(title.split()) if told else None,
        author=author.strip() if looks_like_names(author) else None,
    )


_SAMPLE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>
>>endobj
4 0 obj<</Length 57>>stream
BT /F 12 Tf 72 600 Td (The envoy left for home on Friday.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
trailer<</Root 1 0 R/Size 6>>
startxref
0
%%EOF
"""
read_pdf(_SAMPLE)  # so that nothing is left to import where no file can be opened
