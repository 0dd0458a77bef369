"""The numbers that a button carries in its custom_id."""

from bot.errors import StaleError


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
