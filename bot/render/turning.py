"""Pages that buttons turn to."""

from collections.abc import Sequence

from bot.languages import say
from bot.render.layout import Button, Layout


def turning_page(pages: Sequence[Layout], at: int, start: str, locale: str) -> Layout:
    """The page `at`, with buttons to its neighbours. start: of their custom_ids."""
    at = min(at, len(pages) - 1)
    if len(pages) == 1:
        return pages[0]
    return pages[at].with_buttons(
        Button(say("button.previous", locale), f"{start}.{max(at - 1, 0)}", disabled=at == 0),
        Button(say("button.next", locale), f"{start}.{at + 1}", disabled=at == len(pages) - 1),
    )
