"""What was frozen is looked at again before it is sent: the archive may have changed meanwhile."""

from sqlalchemy import func, select, update

from bot.rehearsal.faults import POST_MESSAGE, broken
from briefings.storage.articles import list_documents, remove_document
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Delivery, DeliveryPart, Version
from tests.bot.desk import THURSDAY
from tests.posting.desk import Poster, posting, with_seeds

LATER = 30.0  # seconds: longer than a delivery that got no answer is put off


def remove_all(poster: Poster) -> None:
    for row in list_documents(poster.database, shelves=(COMMON_SHELF,)):
        remove_document(
            poster.database,
            row.document_id,
            shelf_id=COMMON_SHELF,
            by=1,
            interaction_id=None,
            now=THURSDAY,
        )


def state(poster: Poster) -> tuple[str, str | None]:
    with poster.database.reading() as session:
        found = session.execute(select(Delivery.state, Delivery.reason)).one()
        return found[0], found[1]


async def test_a_removed_document_is_not_posted_by_a_later_try(database_url: str) -> None:
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(*(broken(POST_MESSAGE, 503) for _ in range(4)))
        assert await poster.tick() == 0

        remove_all(poster)
        await poster.tick(after=LATER)

        assert poster.posts() == []
        assert state(poster) == ("failed", "drifted-extract")


async def test_a_text_that_was_altered_is_not_posted_by_a_later_try(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(*(broken(POST_MESSAGE, 503) for _ in range(4)))
        assert await poster.tick() == 0

        with poster.database.begin() as session:
            altered = func.replace(Version.text, "surprise visit", "secret visit")
            session.execute(update(Version).values(text=altered))
        await poster.tick(after=LATER)

        assert poster.posts() == []
        assert state(poster) == ("failed", "drifted-extract")


async def test_what_was_never_tried_is_frozen_anew_without_the_removed(database_url: str) -> None:
    """The first worker dies between freezing and its first try."""
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(*(broken(POST_MESSAGE, 503) for _ in range(4)))
        await poster.tick()
        with poster.database.begin() as session:
            session.execute(update(DeliveryPart).values(tries=0, first_try_at=None))

        remove_all(poster)
        assert await poster.tick(after=LATER) == 1

        assert "Nothing new" in poster.posts()[0]
        assert not any("Ushakov" in text for text in poster.posts())
