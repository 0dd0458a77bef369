"""What a site asks of programs in its robots.txt, after RFC 9309."""

from dataclasses import dataclass

LONGEST = 512_000  # bytes that are read; the RFC asks for as many at least
MOST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class Rules:
    """Of one site for one program: (path pattern, whether it may be fetched)."""

    lines: tuple[tuple[str, bool], ...] = ()

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


def parse_robots(body: bytes, agent: str) -> Rules:
    """The group that names our program, or else the one for all. agent: "Name/1.0 (…)"."""
    product = agent.partition("/")[0].strip().lower()
    own: list[tuple[str, bool]] = []
    common: list[tuple[str, bool]] = []
    named = False
    groups: list[list[tuple[str, bool]]] = []
    naming = False
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
        elif key in ("allow", "disallow"):
            naming = False
            _note(groups, value, key == "allow")
    return Rules(tuple(own if named else common))


def _note(groups: list[list[tuple[str, bool]]], pattern: str, may: bool) -> None:
    if not pattern.startswith(("/", "*")):
        return
    for group in groups:
        if len(group) < MOST_RULES:
            group.append((pattern[:1000], may))


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
