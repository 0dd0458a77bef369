"""Bodies of answers: unpacked under limits, and what sort of bytes they are."""

import re
import zlib

from briefings.errors import FetchError

MOST_EXPANSION = 100  # unpacked bytes for one packed byte
FREE_BYTES = 64 * 1024  # unpacked bytes before the ratio counts
MOST_MEMBERS = 16  # gzip files in a row
OFFERED = "gzip, deflate"
_GZIP, _ZLIB, _RAW = 31, 15, -15  # window sizes, as zlib takes them

_NOT_TEXT = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"OggS", b"ID3",
    b"\x7fELF", b"MZ\x90", b"MZ\x00", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b",
    b"\x00asm", b"SQLite format 3", b"\x28\xb5\x2f\xfd", b"wOFF", b"wOF2", b"\x00\x00\x01\x00",
    b"\xca\xfe\xba\xbe", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb", b"\xff\xf3",
)  # fmt: skip
_FILES = {b"%PDF-": "application/pdf", b"PK\x03\x04": "application/zip"}
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*", re.DOTALL)


class Unpacker:
    """Takes the packed bytes piece by piece. limit: unpacked bytes altogether."""

    def __init__(self, encoding: str, *, limit: int) -> None:
        self.limit = limit
        self._encoding = encoding.strip().lower()
        self._taken = self._given = 0
        self._members = 1
        if self._encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise _corrupt("The answer is packed in a way that was not asked for.")
        self._stream = None if self._encoding in ("", "identity") else self._first()

    def feed(self, piece: bytes) -> bytes:
        """What the piece unpacks to. Raises FetchError: bomb, too-large, encoding."""
        self._taken += len(piece)
        if self._stream is None:
            return self._counted(piece)
        unpacked = []
        while piece:
            unpacked.append(self._unpack(piece))
            piece = self._stream.unconsumed_tail
            if self._stream.eof:
                piece = self._next_member()
        return b"".join(unpacked)

    def end(self) -> None:
        """Raises FetchError (cut-short) where the packed stream has not come to its end."""
        if self._stream is not None and self._taken and not self._stream.eof:
            raise FetchError("The packed answer breaks off.", reason="cut-short")

    def _first(self) -> "zlib._Decompress":
        return zlib.decompressobj(_ZLIB if self._encoding == "deflate" else _GZIP)

    def _unpack(self, piece: bytes) -> bytes:
        assert self._stream is not None
        room = max(1, min(self.limit, self._allowed()) - self._given + 1)
        try:
            return self._counted(self._stream.decompress(piece, room))
        except zlib.error:
            if self._encoding != "deflate" or self._given or self._taken > len(piece):
                raise _corrupt("The packed answer is damaged.") from None
        self._stream = zlib.decompressobj(_RAW)  # what some servers mean by deflate
        try:
            return self._counted(self._stream.decompress(piece, room))
        except zlib.error:
            raise _corrupt("The packed answer is damaged.") from None

    def _next_member(self) -> bytes:
        """What follows a whole stream: another gzip file, padding, or nothing we would take."""
        assert self._stream is not None
        rest = self._stream.unused_data
        if not rest.strip(b"\x00"):
            return b""
        self._members += 1
        if self._encoding == "deflate" or self._members > MOST_MEMBERS:
            raise _corrupt("Something follows the end of the packed answer.")
        self._stream = zlib.decompressobj(_GZIP)
        return rest

    def _allowed(self) -> int:
        return FREE_BYTES + MOST_EXPANSION * self._taken

    def _counted(self, unpacked: bytes) -> bytes:
        self._given += len(unpacked)
        if self._given > self.limit:
            raise FetchError("The answer is too large.", reason="too-large", limit=self.limit)
        if self._given > self._allowed():
            raise FetchError("The packed answer grows beyond all measure.", reason="bomb")
        return unpacked


def _corrupt(text: str) -> FetchError:
    return FetchError(text, reason="encoding")


def sniffed(body: bytes) -> str:
    """The media type by the first bytes, whatever was declared; "" for what cannot be text."""
    for magic, media_type in _FILES.items():
        if body.startswith(magic):
            return media_type
    if body.startswith(_NOT_TEXT) or body[4:8] == b"ftyp" or _is_binary(body[:4096]):
        return ""
    matched = _START.match(body)
    start = body[matched.end() if matched else 0 :][:512].lower()
    if start.startswith((b"{", b"[")):
        return "application/json"
    if start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf", b"<opml")):
        return "application/xml"
    return "text/html" if start.startswith(b"<") else "text/plain"


def _is_binary(start: bytes) -> bool:
    """More control characters than any text has; UTF-16 and UTF-32 are text."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    noughts = start.count(0)
    if (
        noughts * 16 >= len(start) >= 16
        and max(start[::2].count(0), start[1::2].count(0)) == noughts
    ):
        return False  # every other byte: UTF-16 without its mark
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in start)
    return controls > max(4, len(start) // 20)
