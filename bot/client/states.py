"""The numbers that a button carries in its custom_id."""

from bot.errors import StaleError
from briefings.model import Edge


def numbers(state: str, wanted: int | None = None) -> list[int]:
    """Anything else than `wanted` numbers, or any number of them, comes from another version of
    the bot: StaleError."""
    parts = state.split(".")
    usable = all(part.isdecimal() and len(part) < 19 for part in parts)
    if not usable or (wanted is not None and len(parts) != wanted):
        raise StaleError(f"no numbers: {state!r}")
    return [int(part) for part in parts]


def opened(state: str, ids: int) -> tuple[list[int], int | None]:
    """The ids a button carries, and the page it turns to: None where it opens the first one."""
    found = numbers(state)
    if len(found) not in (ids, ids + 1):
        raise StaleError(f"{ids} numbers and perhaps a page were expected: {state!r}")
    return found[:ids], found[ids] if len(found) > ids else None


def posted(state: str) -> tuple[int, int, Edge | None]:
    """The document that a button posts, the page of it, and the edge it is confined to."""
    found = numbers(state)
    if len(found) > 3:
        raise StaleError(f"a document, a page and an edge were expected: {state!r}")
    edge = edge_numbered(found[2]) if found[2:] else None
    return found[0], found[1] if found[1:] else 0, edge


def edge_numbered(number: int) -> Edge:
    edges = list(Edge)
    if number >= len(edges):
        raise StaleError(f"there is no edge {number}")
    return edges[number]
