"""`python -m tests.rehearsal.page.small`: the page in front of the small bot of these tests."""

import asyncio

from bot.rehearsal.page import Directions, Page, Suggestion
from tests.rehearsal.desk import desk


async def serve() -> None:
    async with desk() as (loopback, _):
        page = Page(loopback, stage=Directions(suggestions=(Suggestion("Pages", "pages"),)))
        print(page.url, flush=True)  # noqa: T201 -- read by whoever started this
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
