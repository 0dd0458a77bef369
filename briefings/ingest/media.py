"""What sort of document the bytes are, by their first bytes, their name and what was declared."""

import re

from briefings.errors import UnusableDocumentError

LONGEST_DOCUMENT = 10_000_000  # bytes

ACCEPTED = (
    "Accepted are web pages (HTML), JSON articles, PDF, Word (.docx), e-mail (.eml), plain text and"
    " Markdown."
)
_MAGIC = {
    b"PK\x03\x04": "a ZIP or Office file",
    b"PK\x05\x06": "an empty ZIP file",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"7z\xbc\xaf": "a 7z file",
    b"Rar!": "a RAR file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"BM\x00": "a bitmap image",
    b"RIFF": "a RIFF file (WebP, AVI or WAV)",
    b"OggS": "an Ogg file",
    b"ID3": "an MP3 file",
    b"\x00\x00\x00\x18ftyp": "a video",
    b"\x00\x00\x00\x1cftyp": "a video",
    b"\x00\x00\x00\x20ftyp": "a video",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"SQLite format 3": "a database",
    b"\x00asm": "a program",
}
_MAIL_HEAD = re.compile(rb"(?:[A-Za-z-]{2,40}: [^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\n)*){3}")
_MAIL_FIELDS = (b"\nreceived: ", b"\nmime-version: ", b"\nmessage-id: ", b"\ndelivered-to: ")
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
_PDF_START = 1024  # bytes within which a PDF may begin
_WORD_PARTS = b"word/document.xml"
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|article|main|div|section|p|h[1-6]|span|table|ul|ol|br|meta|title|a|b|i|strong|em|figure|blockquote|font|center)\b",
    re.IGNORECASE,
)
_CLOSERS = re.compile(
    r"</(?:p|div|h[1-6]|li|article|section|html|body|blockquote)\s*>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|---\n\w+\s?:|\S.{0,200}\n(?:={3,}|-{3,})$)", re.MULTILINE)


def refuse_large(size: int, *, limit: int = LONGEST_DOCUMENT) -> None:
    """Raises UnusableDocumentError where `size` bytes are too many."""
    if size > limit:
        raise UnusableDocumentError(
            f"The document has {size:,} bytes; at most {limit:,} are accepted.",
            reason="too-large",
            size=size,
            limit=limit,
        )


def refuse_unreadable(body: bytes, *, limit: int = LONGEST_DOCUMENT) -> None:
    """Raise for what can never become an article: nothing, too much, another sort of file."""
    refuse_large(len(body), limit=limit)
    if not body.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise UnusableDocumentError("The document is empty.", reason="empty")
    for magic, name in _MAGIC.items():
        if body.startswith(magic) and not packed_type_of(body):
            raise _of_unknown_type(name)


def packed_type_of(body: bytes) -> str:
    """PDF, WORD or MAIL for bytes that are not one text from end to end, "" for all others."""
    if b"%PDF-" in body[:_PDF_START] and (body[:1] == b"%" or b"\x00" in body[:_PDF_START]):
        return PDF
    if body.startswith(b"PK\x03\x04") and _WORD_PARTS in body:
        return WORD
    if _MAIL_HEAD.match(body) and any(f in b"\n" + body[:8000].lower() for f in _MAIL_FIELDS):
        return MAIL
    return ""


def _of_unknown_type(name: str) -> UnusableDocumentError:
    return UnusableDocumentError(
        f"This is {name}. {ACCEPTED}", reason="unknown-type", found=name, accepted=ACCEPTED
    )


def media_type_of(text: str, *, file_name: str = "", content_type: str = "") -> str:
    """ "application/json", "text/html", "text/markdown" or "text/plain". The characters decide:
    names and declarations are often wrong."""
    start = text[:4096].lstrip()
    if start[:1] in {"{", "["} and re.match(r"[{\[]\s*(?:[\[{\"'}\]]|\w+\s*:)", start):
        return "application/json"
    if re.match(r"[\w.$]{1,60}\(\s*[{\[]", start) and "json" in content_type:
        return "application/json"
    if _is_markup(text, start, declared="html" in content_type or _has(file_name, "html", "htm")):
        return "text/html"
    if (
        _has(file_name, "md", "markdown")
        or "markdown" in content_type
        or _MARKDOWN.search(text[:20_000])
    ):
        return "text/markdown"
    return "text/plain"


def _is_markup(text: str, start: str, *, declared: bool) -> bool:
    opening = _MARKUP.match(start) or start.lower().startswith(("<?xml", "<!--"))
    if opening or (declared and "<" in text):
        return True
    tags = len(_MARKUP.findall(text, 0, 50_000)) + len(_CLOSERS.findall(text, 0, 50_000))
    return tags >= 3 and tags * 2000 >= min(len(text), 50_000)


def _has(file_name: str, *endings: str) -> bool:
    return file_name.lower().rpartition(".")[2] in endings
