"""What a site asks of programs in its robots.txt, after RFC 9309."""

import re
from dataclasses import dataclass

LONGEST = 512_000  # bytes that are read; the RFC asks for as many at least
MOST_RULES = 5_000
LONGEST_DELAY = 10.0  # seconds that we wait at most because a site wants it
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,3})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rules:
    """Of one site for one program: (path pattern, whether it may be fetched). delay: seconds that
    it wants between two requests; the RFC knows no such line, but sites write it."""

    lines: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """The longest pattern that matches decides; of two as long, the one that allows."""
        best, allowed = -1, True
        for pattern, may in self.lines:
            weight = len(pattern)
            if (weight > best or (weight == best and may)) and _matches(pattern, target):
                best, allowed = weight, may
        return allowed


EVERYTHING = Rules()
NOTHING = Rules((("/", False),))


class _Group:
    """What is asked of some programs."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, bool]] = []
        self.delay = 0.0

    def note(self, key: str, value: str) -> None:
        if key == "crawl-delay":
            seconds = value if _SECONDS.fullmatch(value) else "0"
            self.delay = min(max(self.delay, float(seconds)), LONGEST_DELAY)
        elif value.startswith(("/", "*")) and len(self.lines) < MOST_RULES:
            self.lines.append((value[:1000], key == "allow"))


def parse_robots(body: bytes, agent: str) -> Rules:
    """The group that names our program, or else the one for all. agent: "Name/1.0 (…)"."""
    product = agent.partition("/")[0].strip().lower()
    own, common = _Group(), _Group()
    named = naming = False
    groups: list[_Group] = []
    for line in body[:LONGEST].decode("utf-8", "replace").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            groups = groups if naming else []
            naming = True
            if value == "*":
                groups.append(common)
            elif value.lower().partition("/")[0] == product:
                groups.append(own)
                named = True
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            for group in groups:
                group.note(key, value)
    asked = own if named else common
    return Rules(tuple(asked.lines), asked.delay)


def _matches(pattern: str, target: str) -> bool:
    """`*` stands for anything, `$` at the end for the end. Greedy from the left: linear."""
    whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others):
        if whole and number == len(others) - 1:
            return len(target) - len(part) >= at and target.endswith(part)
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not whole or at == len(target)
