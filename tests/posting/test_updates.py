"""From one day to the next: an update is marked, and what says nothing new is not posted."""

from datetime import timedelta

from briefings.ingest.reading import read
from briefings.storage.articles import NewArticle, store_article
from briefings.storage.shelves import COMMON_SHELF
from tests.bot.desk import THURSDAY
from tests.posting.desk import DAY, Poster, posting

ARRIVED = (
    "Russian President Vladimir Putin arrived in Pyongyang on June 19, 2024, "
    "for talks with North Korean leader Kim Jong Un about a defence treaty."
)
SIGNED = (
    "Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a defence treaty "
    "with 23 articles after talks in Pyongyang on June 19, 2024."
)
AGAIN = (
    "Russian President Vladimir Putin has arrived in Pyongyang on June 19, 2024, "
    "for talks with the North Korean leader Kim Jong Un about a defence treaty."
)


def came_in(poster: Poster, words: str, *, source: str, days: int) -> None:
    """A document of a source, published and seen before the briefing of that day."""
    moment = THURSDAY + days * DAY - timedelta(hours=2)
    reading = read(f"A story of {source}\n\n{words}".encode(), file_name="story.txt")
    new = NewArticle(
        shelf_id=COMMON_SHELF,
        source=source,
        title=f"A story of {source}",
        body=words.encode(),
        reading=reading,
        origin="paste",
        first_seen=moment,
        published_on=moment.date(),
    )
    store_article(poster.database, new, now=moment)


async def test_something_new_of_a_story_that_the_channel_knows_is_marked_as_an_update(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        came_in(poster, ARRIVED, source="Paper", days=0)
        await poster.tick()
        came_in(poster, SIGNED, source="Agency", days=1)
        await poster.tick(after=DAY)

        first, second = poster.posts()
        assert ARRIVED in first
        assert "update" not in first
        assert "🔄 **update** · **19 June 2024**" in second
        assert SIGNED in second
        assert f"> {ARRIVED}" not in second


async def test_a_channel_that_does_not_know_the_story_is_not_told_of_an_update(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        came_in(poster, ARRIVED, source="Paper", days=0)
        await poster.tick()
        poster.subscribe("general", look_back_hours=30)
        came_in(poster, SIGNED, source="Agency", days=1)
        await poster.tick(after=DAY)

        told = "\n".join(poster.posts("general"))
        assert SIGNED in told
        assert "update" not in told


async def test_what_another_source_says_again_the_day_after_is_not_posted_again(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        poster.subscribe()
        came_in(poster, ARRIVED, source="Paper", days=0)
        await poster.tick()
        came_in(poster, AGAIN, source="Agency", days=1)
        await poster.tick(after=DAY)

        assert AGAIN not in poster.posts()[-1]
        assert "Nothing new" in poster.posts()[-1]
