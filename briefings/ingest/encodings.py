"""Bytes to characters: what the bytes prove, what the document declares, what they look like."""

import codecs
import re
from dataclasses import dataclass

from briefings.errors import UnusableDocumentError
from briefings.ingest.lazily import lazily

WESTERN = 0.15  # share of bytes beyond ASCII up to which a text is in the Latin alphabet
LIKELY = 0.7  # share of telling letters
SAMPLE = 64 * 1024  # bytes looked at when guessing
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings of the web. They are looked up here, because the parse jail can open no codec later.
ENCODINGS = tuple(
    codecs.lookup(name).name
    for name in (
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "ascii"),
        *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
        *("iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15", "cp866", "koi8-r"),
        *("koi8-u", "mac-roman", "mac-cyrillic", "cp949", "euc-kr", "johab", "cp932", "shift_jis"),
        *("euc-jp", "iso2022_jp", "gb18030", "gbk", "gb2312", "big5", "cp950", "cp874"),
    )
)
_GUESSED = [name for name in ENCODINGS if not name.startswith("utf")]
_META = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_DECLARED = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# What the web means by these names is the larger set (https://encoding.spec.whatwg.org).
_LARGER = {
    "euc_kr": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932",
}  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\xad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OURS = re.compile("[\t-\r -~\xa0-\xbf\u0400-\u045f\u2010-\u2030\u3000-\u3015\uac00-\ud7a3]")
_JAMO = re.compile("[\u1100-\u11ff]")
MOST_CONTROLS = 0.02  # share of control characters beyond which bytes are not text
READABLE = 0.95  # share of Latin, Russian and Korean characters in what is text in UTF-16
MOST_BROKEN = 0.05  # share of a UTF-8 text's other-than-ASCII characters that may be broken


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(body: bytes, content_type: str = "") -> Decoded:
    """The characters of the body. Every step away from plain UTF-8 leaves a repair entry."""
    proven = _proven(body)
    if proven is not None:
        return proven
    named = _declared(body, content_type)
    for encoding in (*named, *_likely(body)):
        try:
            body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return _decoded(body, encoding)
    return _forgiving(body)


def _proven(body: bytes) -> Decoded | None:
    """A byte order mark, the noughts of UTF-16, or bytes that only UTF-8 makes."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _decoded(body, "utf-8" if encoding == "utf-8-sig" else encoding, skip=encoding)
    if wide := _without_bom(body):
        return _decoded(body, wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 4 and error.reason == "unexpected end of data":
            return Decoded(body[: error.start].decode("utf-8"), "utf-8", ("cut-character",))
    return None


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The last touches before the text is fixed: line ends, control characters, loose surrogates,
    Hangul written in pieces. Refuses what is mostly control characters."""
    repairs = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        repairs.append("line-ends")
    text, controls = _CONTROLS.subn(" ", text)
    if controls > max(8, MOST_CONTROLS * len(text)):
        raise UnusableDocumentError(
            "This is not a text: it holds too many control characters.", reason="not-text"
        )
    if controls:
        repairs.append("control-characters")
    text, loose = _SURROGATES.subn("\ufffd", text)
    if loose:
        repairs.append("loose-surrogates")
    if _JAMO.search(text):
        text = _composed(text)
        repairs.append("composed-hangul")
    return smooth(text), tuple(repairs)


def smooth(text: str) -> str:
    """Hard and odd blanks become blanks, invisible characters go; for words out of markup and
    escapes, which `tidy` could not see, too."""
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text))


def _composed(text: str) -> str:
    """Join conjoining jamo into syllables and leave every other character as it is."""
    import unicodedata  # noqa: PLC0415 -- one document in a thousand needs it

    return re.sub("[\u1100-\u11ff]+", lambda hit: unicodedata.normalize("NFC", hit.group()), text)


def _decoded(body: bytes, encoding: str, *, skip: str = "") -> Decoded:
    text = body.decode(skip or encoding, errors="replace").removeprefix("\ufeff")
    repairs: tuple[str, ...] = () if encoding == "utf-8" else (f"encoding:{encoding}",)
    if "\ufffd" in text:
        repairs += ("replaced-characters",)
    return Decoded(text, encoding, repairs)


def _without_bom(body: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is nought, and so are those of the
    blanks between Korean or Russian words."""
    sample = body[:2048]
    if len(sample) < 8 or 0 not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    wide = ("utf-16-le", "utf-16-be")
    best = max(wide, key=lambda encoding: _read_share(sample, encoding))
    return best if _read_share(sample, best) > READABLE else None


def _read_share(sample: bytes, encoding: str) -> float:
    """Share of characters that our three languages are written with; other bytes read as pairs
    give Chinese characters and unassigned ones."""
    return len(_OURS.findall(words := sample[:-2].decode(encoding, "replace"))) / len(words)


def _declared(body: bytes, content_type: str) -> list[str]:
    names = []
    if hit := _DECLARED.search(content_type[:400]):
        names.append(hit[1])
    if body.lstrip()[:1] == b"<" and (found := _META.search(body[:4096])):
        names.append(found[1].decode("ascii"))
    known = []
    for name in names:
        try:
            canonical = codecs.lookup(name).name
        except (LookupError, OSError):  # OSError: a rare codec that the jail cannot open
            continue
        known.append(_LARGER.get(canonical, canonical))
    return [name for name in known if name not in {"utf-8", "utf-16", "utf-32"}]


def _likely(body: bytes) -> list[str]:
    """Guesses for undeclared bytes, best first: our three languages by their own signs, then
    whatever charset-normalizer makes of a sample."""
    guesses = [
        encoding
        for encoding, likeness in (
            ("cp949", _hangul_share), ("cp1251", _cyrillic_share), ("koi8-r", _cyrillic_share),
            ("cp866", _cyrillic_share), ("cp932", _kana_share), ("euc_jp", _kana_share),
        )
        if likeness(body[:SAMPLE].decode(encoding, errors="replace")) > LIKELY
    ]  # fmt: skip
    if guesses:
        return guesses
    if sum(byte > 127 for byte in body[:SAMPLE]) < WESTERN * min(len(body), SAMPLE):
        return ["cp1252", "latin-1"] if not _mostly_utf8(body) else []
    if _mostly_utf8(body):
        return []
    guesser = lazily("charset_normalizer")
    best = guesser.from_bytes(body[:SAMPLE], cp_isolation=_GUESSED).best()
    return [best.encoding] if best else []


def _hangul_share(text: str) -> float:
    """Share of modern, common syllables among the other-than-ASCII characters of a text that has
    enough of them."""
    other = [c for c in text if c > "\x7f"]
    if len(other) < 4:
        return 0.0
    return sum("가" <= c <= "힣" for c in other) / len(other)


def _kana_share(text: str) -> float:
    """Twice the share of kana: in Japanese they are a third to two thirds; half-width ones, which
    misread bytes are full of, do not count."""
    other = [c for c in text if c > "\x7f"]
    if len(other) < 8 or "\ufffd" in text[:-2]:
        return 0.0
    return 2.2 * sum("ぁ" <= c <= "ヿ" for c in other) / len(other)


def _cyrillic_share(text: str) -> float:
    """Share of small Russian letters among the letters; the wrong code page swaps the cases."""
    letters = [c for c in text if c.isalpha() or c > "\x7f"]
    other = sum(c > "\x7f" for c in letters)
    if other < 4 or other < 0.3 * len(letters):
        return 0.0
    return sum("а" <= c <= "я" or c == "ё" for c in letters) / other


def _mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", errors="replace")
    other = sum(c > "\x7f" for c in text[: 4 * SAMPLE])
    return text[: 4 * SAMPLE].count("\ufffd") <= MOST_BROKEN * other


def _forgiving(body: bytes) -> Decoded:
    if _mostly_utf8(body):
        return _decoded(body, "utf-8")
    return Decoded(body.decode("latin-1"), "latin-1", ("encoding:latin-1",))
