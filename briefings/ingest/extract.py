"""Bytes to one clean text with its blocks and what the document says of itself."""

from briefings.errors import UnusableDocumentError
from briefings.ingest.encodings import decode, tidy
from briefings.ingest.json_articles import read_json
from briefings.ingest.media import LONGEST_DOCUMENT, media_type_of, refuse_unreadable
from briefings.ingest.pages import read_markup
from briefings.ingest.pieces import Draft
from briefings.ingest.plain import read_plain
from briefings.model import BlockKind, Extraction


def extract(
    body: bytes, *, file_name: str = "", content_type: str = "", limit: int = LONGEST_DOCUMENT
) -> Extraction:
    """Read a document. The text is fixed here and never rewritten; blocks are slices of it.

    limit: bytes. Raises UnusableDocumentError with the reason and what would be accepted.
    """
    refuse_unreadable(body, limit=limit)
    decoded = decode(body, content_type)
    text, repairs = tidy(decoded.text)
    media_type = media_type_of(text, file_name=file_name, content_type=content_type)
    draft = _read(text, media_type)
    if not any(block.kind is BlockKind.BODY for block in draft.blocks):
        raise UnusableDocumentError("The document holds no article text.", reason="no-text")
    found = draft.found
    return Extraction(
        text=draft.text,
        blocks=draft.blocks,
        media_type=draft.media_type,
        encoding=decoded.encoding,
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
        truncated=draft.truncated or "cut-character" in decoded.repairs,
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
