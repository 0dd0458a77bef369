"""Bytes to one clean text with its blocks and what the document says of itself."""

from dataclasses import replace

from briefings.errors import UnusableDocumentError
from briefings.ingest import media
from briefings.ingest.encodings import decode, tidy
from briefings.ingest.json_articles import read_json
from briefings.ingest.lazily import lazily
from briefings.ingest.media import (
    LONGEST_DOCUMENT,
    media_type_of,
    packed_type_of,
    refuse_unreadable,
)
from briefings.ingest.pages import read_markup
from briefings.ingest.pieces import PARAGRAPH_BREAK, Draft
from briefings.ingest.plain import read_plain
from briefings.model import BlockKind, Extraction

ARTICLE = frozenset((BlockKind.BODY, BlockKind.HEADING))


def extract(
    body: bytes, *, file_name: str = "", content_type: str = "", limit: int = LONGEST_DOCUMENT
) -> Extraction:
    """Read a document. The text is fixed here and never rewritten; blocks are slices of it.

    limit: bytes. Raises UnusableDocumentError with the reason and what would be accepted.
    """
    refuse_unreadable(body, limit=limit)
    draft = _read_packed(body) or _read_text(body, file_name, content_type)
    if not any(block.kind is BlockKind.BODY for block in draft.blocks):
        raise UnusableDocumentError("The document holds no article text.", reason="no-text")
    found = draft.found
    return Extraction(
        text=draft.text,
        blocks=draft.blocks,
        media_type=draft.media_type,
        encoding=draft.encoding,
        title=found.title,
        url=found.url,
        author=found.author,
        publisher=found.publisher,
        kind=found.kind,
        language=found.language,
        published_raw=found.published_raw,
        published=found.published,
        published_on=None if found.published else found.published_on,
        modified=found.modified,
        truncated=draft.truncated or "cut-character" in draft.repairs,
        repairs=draft.repairs,
    )


def _read_packed(body: bytes) -> Draft | None:
    """A PDF, a Word file or an e-mail; their readers come in when the first of them does."""
    match packed_type_of(body):
        case media.PDF:
            draft: Draft = lazily("briefings.ingest.pdf").read_pdf(body)
        case media.WORD:
            draft = lazily("briefings.ingest.office").read_word(body)
        case media.MAIL:
            draft = lazily("briefings.ingest.mail").read_mail(body)
        case _:
            return None
    return draft


def _read_text(body: bytes, file_name: str, content_type: str) -> Draft:
    decoded = decode(body, content_type)
    text, repairs = tidy(decoded.text)
    draft = _read(text, media_type_of(text, file_name=file_name, content_type=content_type))
    return replace(
        draft,
        encoding=decoded.encoding,
        repairs=(*decoded.repairs, *repairs, *draft.repairs),
    )


def _read(text: str, media_type: str) -> Draft:
    if media_type == "application/json":
        draft = read_json(text)
        if draft is not None:
            return draft
    if media_type == "text/html":
        return read_markup(text)
    return read_plain(text, markdown=media_type == "text/markdown")


def article_text(extraction: Extraction) -> str:
    """The article as a careful reader would copy it out: paragraphs, items, quotations and
    subheadings in their order, a blank line between them. Title, deck, byline, date, captions,
    copies and furniture are left out, as in the gold answers of the public benchmarks of page
    extraction; the joins are the only characters that the document does not have."""
    kept = (block for block in extraction.blocks if block.kind in ARTICLE)
    return PARAGRAPH_BREAK.join(block.span.of(extraction.text) for block in kept)
