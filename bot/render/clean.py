"""Foreign text made harmless: it reads the same to a person and does nothing in Discord.

One pass, linear in the text. Whatever Discord would take for markdown, a mention, a link or an
emoji is escaped; whatever cannot be seen (bidi controls, zero-width and tag characters, lone
surrogates) is dropped; a pile of combining marks is capped.
"""

import re
import unicodedata

ESCAPED = frozenset("\\*_~`|[]<>")
MOST_MARKS = 4  # combining marks on one letter; no writing system needs more
ZERO_WIDTH_SPACE = "\u200b"
BLANKS = frozenset(
    "\u034f\u2065\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
)  # letters nobody can see
ELLIPSIS = "…"

# Inside a line: what begins a link or an invitation. At its start: a heading or a list. A backslash
# in front of the next character takes its meaning away, and Discord shows no backslash.
INSIDE = re.compile(r"(?i)(?=://)|(?<=gg)(?=/)|(?<=com)(?=/)")
AT_START = re.compile(r"(?m)^[^\S\n]*(?:(?=[#+-])|\d+(?=[.)]))")


class _Harmless(dict[int, str]):
    """What `str.translate` puts in place of a character; worked out once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _harmless(chr(code))
        return found


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if character in ("\n", "\u2028", "\u2029", "\x85"):
        return "\n"
    if character in BLANKS or "\U000e0000" <= character <= "\U000e0fff":
        return ""
    if category == "Zs" or character == "\t":
        return " " if character in "\t\u00a0" else character
    if category in ("Cc", "Cf", "Cs") or _is_nobodys(ord(character)):
        return ""
    return f"\\{character}" if character in ESCAPED else character


def _is_nobodys(code: int) -> bool:
    """Never a character, or reserved for what is not shown; new emoji are neither."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xFFF0 <= code <= 0xFFF8


HARMLESS = _Harmless()


def width(text: str) -> int:
    """Length in UTF-16 units, which is how Discord counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """`text` escaped; its lines kept."""
    text = _fewer_marks(text).translate(HARMLESS)
    text = AT_START.sub(lambda found: f"{found[0]}\\", text)
    text = INSIDE.sub(r"\\", text)
    return text.replace("@", f"@{ZERO_WIDTH_SPACE}")


def clean_line(text: str, limit: int | None = None) -> str:
    """`text` escaped, on one line, cut to `limit` UTF-16 units where a limit is given."""
    line = clean(" ".join(text.split()))
    return line if limit is None or width(line) <= limit else _cut(line, limit)


def plain_line(text: str, limit: int) -> str:
    """For places where Discord knows no markdown (choices, labels, titles of modals)."""
    seen = "".join(
        part for part in " ".join(text.split()) if part in ESCAPED or HARMLESS[ord(part)]
    )
    return seen if width(seen) <= limit else _cut(seen, limit)


def extract(words: str) -> str:
    """An extract as a quotation, whole. A line break inside it stays inside the quotation."""
    return "\n".join(f"> {line}" for line in clean(words).split("\n"))


def _cut(text: str, limit: int) -> str:
    """The longest beginning that fits with an ellipsis and splits no escape."""
    kept, room = [], limit - 1
    for character in text:
        room -= 1 + (character > "\uffff")
        if room < 0:
            break
        kept.append(character)
    while kept and kept[-1] == "\\":
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS


def _fewer_marks(text: str) -> str:
    if text.isascii():
        return text
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) or _is_mark(character) else 0
        if run <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _is_mark(character: str) -> bool:
    return character > "\u02ff" and unicodedata.category(character) in ("Mn", "Me")
