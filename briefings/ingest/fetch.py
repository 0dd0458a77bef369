"""One fetcher for everything that comes from the web: public addresses, bounded, without cookies.

Each connection goes to an address that was looked up and checked for this very connection, so a
name that changes its address between check and use changes nothing. http.client reads the answer
(it knows no proxies, no cookies, no redirects and no compression); the limits are ours.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace

from briefings.errors import FetchError
from briefings.ingest.exchange import Exchange, Fetched, Redirect
from briefings.ingest.links import USUAL_PORTS, Link, follow, parse_link
from briefings.ingest.robots import EVERYTHING, LONGEST, NOTHING, Rules, parse_robots
from briefings.ingest.sockets import Doors, Limits, Meter, Resolve

AGENT = "Tumen/0.1"
PERMANENT = (301, 308)
MOST_HOSTS = 4096  # remembered for politeness
RULES_SECONDS = 3600.0  # how long a robots.txt counts
ROBOTS = ("always", "pages", "never")


class Fetcher:
    """Thread-safe. robots: whose wishes count: "always", for "pages" that nobody named, "never".

    allow and resolve are for tests, see Doors. pause: seconds between two requests to one host, or
    more where its robots.txt wants it.
    """

    def __init__(
        self,
        *,
        agent: str = AGENT,
        limits: Limits | None = None,
        ports: frozenset[int] = USUAL_PORTS,
        robots: str = "pages",
        pause: float = 1.0,
        allow: frozenset[str] = frozenset(),
        resolve: Resolve | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.agent, self.ports, self.robots = agent, ports, robots
        self._doors = Doors(allow=allow, resolve=resolve)
        self._turns, self._pause = _Turns(), pause
        self._rules: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._lock = threading.Lock()
        self._closed = False

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, named: bool = True
    ) -> Fetched:
        """Follow a link to its end. etag, modified: of the copy we have; 304 where it still holds.
        named: by a person, and not found in a feed or a page. Raises FetchError."""
        until = time.monotonic() + self.limits.seconds
        link, moved = parse_link(url, ports=self.ports), None
        asks = self.robots == "always" or (self.robots == "pages" and not named)
        permanent = True
        for _ in range(self.limits.redirects + 1):
            if asks:
                self._ask_robots(link, until)
            found = self._once(link, _conditional(etag, modified), until)
            if isinstance(found, Fetched):
                return replace(found, moved_to=moved)
            permanent = permanent and found.status in PERMANENT
            link = follow(link, found.location, ports=self.ports)
            moved = str(link) if permanent else moved
        raise FetchError("The link redirects too often.", reason="redirects", host=link.host)

    def close(self) -> None:
        """Fetch nothing any more; what is under way comes to its end."""
        self._closed = True
        self._doors.close()

    def _once(
        self, link: Link, headers: Mapping[str, str], until: float, *, most: int | None = None
    ) -> Fetched | Redirect:
        if self._closed:
            raise FetchError("The program is ending.", reason="stopped")
        self._turns.wait(link.authority, until, pause=max(self._pause, self._delay(link)))
        meter = Meter(self.limits, until)
        sent = {**headers, "User-Agent": self.agent}
        try:
            wire = self._doors.open(link, meter)
            try:
                return Exchange(wire, meter, most or self.limits.max_bytes).run(link, sent)
            finally:
                wire.close()
        except FetchError as error:
            error.fields.setdefault("host", link.host)
            raise

    def _delay(self, link: Link) -> float:
        """What its robots.txt wants, where that has been read."""
        with self._lock:
            known = self._rules.get(_site(link))
        return known[1].delay if known and self.robots != "never" else 0.0

    def _ask_robots(self, link: Link, until: float) -> None:
        site = _site(link)
        with self._lock:
            known = self._rules.get(site)
        if known is None or known[0] < time.monotonic():
            known = (time.monotonic() + RULES_SECONDS, self._rules_of(link, until))
            with self._lock:
                self._rules[site] = known
                while len(self._rules) > MOST_HOSTS:
                    self._rules.popitem(last=False)
        if not known[1].allow(link.target):
            raise FetchError(
                "The site asks programs not to fetch this page.", reason="robots", host=link.host
            )

    def _rules_of(self, link: Link, until: float) -> Rules:
        """No file: everything is allowed. No answer: nothing is, for the time being."""
        at = Link(link.scheme, link.host, link.port, "/robots.txt")
        try:
            for _ in range(self.limits.redirects + 1):
                found = self._once(at, {}, until, most=LONGEST)
                if isinstance(found, Fetched):
                    return parse_robots(found.body, self.agent)
                at = follow(at, found.location, ports=self.ports)
        except FetchError as error:
            return NOTHING if error.reason in ("server", "busy", "unreachable") else EVERYTHING
        return EVERYTHING


class _Turns:
    """Requests to one host follow each other with a pause."""

    def __init__(self) -> None:
        self._free: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, host: str, until: float, *, pause: float) -> None:
        now = time.monotonic()
        with self._lock:
            at = max(now, self._free.pop(host, now))
            if at > until:
                self._free[host] = at
                raise FetchError("Too many requests to one host.", reason="too-slow", host=host)
            self._free[host] = at + pause
            while len(self._free) > MOST_HOSTS:
                self._free.popitem(last=False)
        time.sleep(at - now)


def _site(link: Link) -> str:
    return f"{link.scheme}://{link.authority}"


def _conditional(etag: str | None, modified: str | None) -> dict[str, str]:
    given = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: text for name, text in given.items() if text and text.isprintable()}
