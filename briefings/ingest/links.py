"""Links: which may be followed, and when two of them mean the same page."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from briefings.errors import FetchError

LONGEST_LINK = 2048  # characters
LONGEST_HOST = 253
USUAL_PORTS = frozenset({80, 443})
DEFAULT_PORTS = {"http": 80, "https": 443}
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_BRACKETED = re.compile(r"\[[^\[\]]*\](?::\d*)?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_DOTTED_QUAD = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}")
_AT_HOME = frozenset({
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private",
    "onion", "i2p", "test", "invalid", "example", "alt", "arpa",
})  # fmt: skip
"""Endings of names that mean no host of the public internet."""
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|_openstat")
SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Link:
    """A link taken apart. host: ASCII, lower case; an IPv6 address without its brackets."""

    scheme: str
    host: str
    port: int
    target: str  # path and query, as the request line has them

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_link(url: str, *, ports: frozenset[int] = USUAL_PORTS) -> Link:
    """Raises FetchError for whatever is no plain web link to a public name or address."""
    url = url.strip()
    if not url or len(url) > LONGEST_LINK or _UNPRINTABLE.search(url):
        raise _refused("bad-link", "The link is empty, too long or holds odd characters.")
    try:
        parts = urlsplit(url)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        raise _refused("bad-link", "The link cannot be read.") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise _refused("scheme", "The link begins with neither http:// nor https://.")
    if "@" in parts.netloc:
        raise _refused("user-info", "The link carries a user name or a password.")
    if "[" in parts.netloc and not _BRACKETED.fullmatch(parts.netloc):
        raise _refused("bad-link", "The link cannot be read.")
    host = _host(name, bracketed="[" in parts.netloc)
    port = DEFAULT_PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise FetchError(
            f"The link asks for port {port}, which is not usual.",
            reason="port",
            host=host,
            port=port,
        )
    return Link(parts.scheme, host, port, _target(parts.path, parts.query))


def _target(path: str, query: str) -> str:
    asked = quote(query, safe=SAFE_IN_PATH + "?[]")
    return (quote(path, safe=SAFE_IN_PATH) or "/") + (f"?{asked}" if asked else "")


def follow(link: Link, location: str, *, ports: frozenset[int]) -> Link:
    """Where a redirect leads. Raises FetchError, also for one from https to http."""
    if not location or len(location) > LONGEST_LINK or _UNPRINTABLE.search(location):
        raise _refused("redirect", "The page redirects to something that is no link.", link.host)
    try:
        joined = urljoin(str(link), location)
    except ValueError:
        raise _refused(
            "redirect", "The page redirects to something that is no link.", link.host
        ) from None
    following = parse_link(joined, ports=ports)
    if link.scheme == "https" and following.scheme == "http":
        raise _refused("downgrade", "The page redirects from https to http.", link.host)
    return following


def _host(name: str, *, bracketed: bool) -> str:
    if bracketed:
        if not re.fullmatch(r"[0-9a-f:.]{2,45}", name):
            raise _refused("address", "The link leads to an address that is not public.")
        return name
    host = _ascii(name).removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        if _DOTTED_QUAD.fullmatch(host):
            return host
        raise _refused("host", "The link names an address in an unusual notation.")
    sound = len(host) <= LONGEST_HOST and all(_LABEL.fullmatch(label) for label in labels)
    if not sound or len(labels) < 2 or labels[-1] in _AT_HOME:
        raise _refused("host", "The link names no host of the public internet.")
    return host


def _ascii(name: str) -> str:
    if name.isascii():
        return name.lower()
    if len(name) > LONGEST_HOST:
        raise _refused("host", "The link names no host of the public internet.")
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _refused("host", "The link names no host of the public internet.") from None


def _refused(reason: str, text: str, host: str = "") -> FetchError:
    return FetchError(text, reason=reason, host=host)


def normal_link(url: str) -> str:
    """The same for two links to one page: no scheme, no "www.", no fragment, no tracking."""
    try:
        parts = urlsplit(url.strip()[:LONGEST_LINK])
        host = (parts.hostname or "").removeprefix("www.").removesuffix(".")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        asked = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=64)
    except ValueError:
        return url.strip()[:LONGEST_LINK]
    kept = sorted(pair for pair in asked if not _TRACKING.fullmatch(pair[0].lower()))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
