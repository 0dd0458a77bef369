"""Links to a source, and to the very words in it.

The words are named by a URL text fragment (WICG, "Scroll to text fragment"), which browsers open
and highlight. A URL that a document brought is foreign text too: only plain http and https go out.
"""

import re
from string import ascii_letters, digits

LONGEST_URL = 512
LONGEST_END = 60  # UTF-8 bytes of the words that name the start and the end of an extract
WHOLE = 80  # an extract up to here is named as a whole

SOUND_URL = re.compile(r"(?i)https?://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
UNRESERVED = frozenset((ascii_letters + digits + "._~").encode())
KEPT_IN_URL = frozenset((ascii_letters + digits + "-._~:/?#@!$&'*+,;=%").encode())


def percent(text: str, kept: frozenset[int] = UNRESERVED) -> str:
    return "".join(
        chr(byte) if byte in kept else f"%{byte:02X}" for byte in text.encode(errors="replace")
    )


def sound_url(url: str | None) -> str | None:
    """The URL as it may stand in a link, or None where it is not fit for one."""
    if not url or len(url) > LONGEST_URL or not SOUND_URL.fullmatch(url):
        return None
    host, slash, rest = url.partition("://")[2].partition("/")
    sound = f"{url.partition('://')[0].lower()}://{host}" + slash + percent(rest, KEPT_IN_URL)
    return sound if len(sound) <= LONGEST_URL else None


def text_fragment(words: str) -> str:
    """`words` as the value of a text directive: as a whole, or "start,end" where they are long."""
    words = " ".join(words.split())
    if len(words.encode(errors="replace")) <= WHOLE:
        return percent(words)
    tokens = words.split(" ")
    start, end = _first(tokens), _first(tokens[::-1])[::-1]
    if not start or not end or len(start) + len(end) > len(tokens):
        return ""
    return f"{percent(' '.join(start))},{percent(' '.join(end))}"


def link(label: str, url: str | None, *, words: str = "") -> str:
    """`[label](url)`, at `words` where they are given; empty where there is no sound URL.

    The label comes from the catalogue, never from a document.
    """
    sound = sound_url(url)
    if sound is None:
        return ""
    page, _, fragment = sound.partition("#")
    directive = text_fragment(words) if words else ""
    place = fragment.partition(":~:")[0]
    if directive:
        place += f":~:text={directive}"
    return f"[{label}]({page}{'#' if place else ''}{place})"


def _first(tokens: list[str]) -> list[str]:
    """As many tokens from the start as fit."""
    kept: list[str] = []
    room = LONGEST_END
    for token in tokens:
        room -= len(token.encode(errors="replace")) + 1
        if room < 0:
            break
        kept.append(token)
    return kept
