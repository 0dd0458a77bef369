"""E-mail (.eml): its plain text, else its HTML; subject, date and sender are the metadata."""

import binascii
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from briefings.errors import UnusableDocumentError
from briefings.ingest.encodings import decode, smooth, tidy
from briefings.ingest.forwarded import passed_on, without_prefix
from briefings.ingest.media import MAIL
from briefings.ingest.pages import read_markup
from briefings.ingest.pieces import Draft, Found
from briefings.ingest.plain import read_plain

MOST_PARTS = 500
DEEPEST = 20  # parts in parts
LONGEST_FIELD = 1_000  # characters
LONGEST_HEADER = 4_000  # characters; the email package takes a long list of parameters apart slowly
_DEEP = re.compile(rb"(?i)^content-type:\s*(?:multipart|message)/", re.MULTILINE)


class _Bounded(email.policy.Compat32):
    """The package's usual reading, of headers that end."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, words = super().header_source_parse(sourcelines)
        return name, words[:LONGEST_HEADER]


def read_mail(body: bytes) -> Draft:
    """Raises UnusableDocumentError: no-text, too-deep."""
    if len(_DEEP.findall(body)) > MOST_PARTS:
        raise UnusableDocumentError("The e-mail is nested too deep.", reason="too-deep")
    whole = BytesParser(policy=_Bounded()).parsebytes(body)
    parts = list(_parts(whole))
    texts = [part for part in parts if _is_text(part, "text/plain")]
    pages = [part for part in parts if _is_text(part, "text/html")]
    chosen = next((part for part in (*texts, *pages) if _bytes(part).strip()), None)
    if chosen is None:
        raise UnusableDocumentError("The e-mail holds no text.", reason="no-text")
    decoded = decode(_bytes(chosen), str(chosen.get("Content-Type", "")))
    words, mended = tidy(decoded.text)
    said = _found(whole)
    if chosen in texts:
        said, words = _as_passed_on(said, words)
    draft = read_plain(words, markdown=False) if chosen in texts else read_markup(words)
    dropped = sum(_is_attached(part) for part in parts)
    repairs = (*decoded.repairs, *mended, *draft.repairs)
    if dropped:
        repairs = (*repairs, f"attachments-ignored:{dropped}")
    found = said.or_else(draft.found)
    draft = replace(draft, found=found, media_type=MAIL, repairs=repairs)
    return replace(draft, encoding=decoded.encoding)


def _as_passed_on(said: Found, words: str) -> tuple[Found, str]:
    """Of an article that the mail passes on: what it says of itself, and its words alone."""
    title = without_prefix(said.title or "")
    inner = passed_on(words) if title else None
    if inner is None:
        return said, words
    found, begins = inner
    return replace(found, title=without_prefix(found.title or "") or found.title or title), words[
        begins:
    ]


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    held = message.get_payload()
    if not isinstance(held, list):
        yield message
    elif depth < DEEPEST:
        for part in held[:MOST_PARTS]:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _is_text(part: Message, media_type: str) -> bool:
    return part.get_content_type() == media_type and not _is_attached(part)


def _is_attached(part: Message) -> bool:
    shown = str(part.get("Content-Disposition", "")).lower()
    if shown.startswith("attachment") or part.get_filename():
        return True
    return part.get_content_maintype() != "text"


def _bytes(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _found(message: Message) -> Found:
    name, address = parseaddr(_field(message, "From"))
    moment = _moment(_field(message, "Date"))
    return Found(
        title=_field(message, "Subject") or None,
        author=name or address or None,
        published_raw=_field(message, "Date") if moment else None,
        published=moment if moment and moment.tzinfo else None,
        published_on=moment.date() if moment and not moment.tzinfo else None,
    )


def _field(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))[:LONGEST_FIELD]
    try:
        pairs = decode_header(raw)
    except (ValueError, LookupError, HeaderParseError):
        return smooth(" ".join(raw.split()))
    words = "".join(_decoded(piece, charset) for piece, charset in pairs)
    return smooth(" ".join(words.split()))


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return decode(piece, f"text/plain; charset={charset}" if charset else "").text


def _moment(words: str) -> datetime | None:
    try:
        return parsedate_to_datetime(words) if words else None
    except (ValueError, TypeError, OverflowError):
        return None


_SAMPLE = b"""Received: from a by b
From: =?utf-8?b?SmFuZSBSb2U=?= <jane@a.example>
Subject: =?koi8-r?q?=F7?=
Date: Wed, 19 Jun 2024 16:18:00 +0900
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="B"

--B
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: %s

%s
--B--
"""
_WORDS = b"The envoy left for home on Friday, the ministry told reporters."
for _name, _words in (
    (b"quoted-printable", _WORDS),
    (b"base64", binascii.b2a_base64(_WORDS)),
    (b"x-uuencode", b"begin 666 a\n" + binascii.b2a_uu(_WORDS[:40]) + b"`\nend"),
):
    read_mail(_SAMPLE % (_name, _words))  # so that nothing is left to import
