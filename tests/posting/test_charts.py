"""The chart goes out with an edition, the same at every try, where the channel takes pictures."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.posting.marks import LONGEST_CONTENT, TEXT_FILE
from bot.rehearsal.faults import POST_MESSAGE, broken, dropped, refused
from bot.rehearsal.permissions import Permission
from bot.rehearsal.world import Message
from bot.render.charts import legend_of
from bot.render.clean import width
from bot.render.layout import PICTURE
from bot.shell.assembly import drawing_jail
from briefings.compose.issuing import Press
from briefings.export.charts import draw_here
from briefings.export.coverage import coverage_of
from briefings.ingest.jail import Jail
from briefings.storage.articles import remove_document
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.tables import Chart, Delivery, Document
from tests.bot.desk import THURSDAY
from tests.posting.desk import PATIENT, Poster, posting, with_seeds

MINUTE = timedelta(minutes=1)


def pictures(poster: Poster) -> list[bytes]:
    return [
        attachment.upload.body
        for message in poster.own()
        for attachment in message.attachments
        if attachment.upload.filename == PICTURE
    ]


def galleries(message: Message) -> list[dict[str, Any]]:
    return [each for each in message.components if each["type"] == 12]


def kept(poster: Poster) -> list[bytes]:
    with poster.database.reading() as session:
        return list(session.scalars(select(Chart.picture)))


async def test_the_last_message_shows_the_chart_with_its_numbers_in_words(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe(language="ru")

        assert await poster.tick() == 1

        *others, last = poster.own()
        assert pictures(poster) == kept(poster) != []
        assert not any(galleries(message) for message in others)
        [gallery] = galleries(last)
        assert gallery["items"][0]["description"].startswith("Диаграмма. Документов в неделю")
        assert last.attachments[0].description == gallery["items"][0]["description"]


async def test_equal_subscriptions_share_one_chart(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.subscribe("general")

        assert await poster.tick() == 2
        assert len(kept(poster)) == 1
        assert len(pictures(poster)) == 1


async def test_a_later_try_sends_the_bytes_that_were_frozen_and_the_message_stays_one(
    database_url: str,
) -> None:
    """The first try is lost; until the second, the archive has changed."""
    async with posting(database_url) as poster:
        with_seeds(poster)
        poster.subscribe()
        last_part = replace(dropped(POST_MESSAGE, applied=False), skip=2, times=4)
        poster.break_(last_part, replace(broken(POST_MESSAGE, 503), skip=2, times=4))
        await poster.tick()
        frozen = kept(poster)
        assert (len(frozen), pictures(poster)) == (1, [])

        unquoted = document_without_edges(poster)
        remove_document(
            poster.database,
            unquoted,
            shelf_id=COMMON_SHELF,
            by=1,
            interaction_id=None,
            now=THURSDAY,
        )
        await poster.tick(after=MINUTE)
        await poster.tick(after=MINUTE)

        assert pictures(poster) == frozen == kept(poster)


def document_without_edges(poster: Poster) -> int:
    """One that no edition quotes."""
    with poster.database.reading() as session:
        title = select(Document.document_id).where(Document.title == "Document 1")
        return session.scalars(title).one()


async def test_a_subscription_without_a_chart_gets_none(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe(chart=False)

        assert await poster.tick() == 1
        assert pictures(poster) == kept(poster) == []


async def test_where_the_bot_may_not_attach_files_the_briefing_goes_out_without_its_chart(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.allow(deny=Permission.ATTACH_FILES)

        assert await poster.tick() == 1
        assert pictures(poster) == []
        assert "1 of 3" in "".join(poster.posts())


async def test_a_channel_that_refuses_the_picture_gets_the_message_without_it(
    new_sqlite: str,
) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(replace(refused(POST_MESSAGE, 403, 50013), skip=2))

        assert await poster.tick() == 1

        assert (pictures(poster), len(poster.own())) == ([], 3)
        assert not galleries(poster.own()[-1])
        with poster.database.reading() as session:
            assert session.scalars(select(Delivery.state)).one() == "sent"


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_a_refused_layout_too_long_for_plain_text_goes_out_as_a_file_uncut(
    language: str, new_sqlite: str
) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe(language=language)
        poster.break_(refused(POST_MESSAGE, 400, 50035))

        assert await poster.tick() == 1

        first, second, *_ = poster.own()
        [file] = first.attachments
        text = file.upload.body.decode()
        assert file.upload.filename == TEXT_FILE
        assert width(text) > LONGEST_CONTENT
        assert "Putin made a surprise visit to North Korea on Wednesday" in text
        assert "tm-" in first.content
        assert not first.components
        assert second.components


async def test_a_message_sent_as_a_file_is_found_again_and_not_sent_twice(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.break_(
            refused(POST_MESSAGE, 400, 50035),
            replace(dropped(POST_MESSAGE, applied=True), skip=1),
            replace(broken(POST_MESSAGE, 503), skip=2, times=3),
        )
        await poster.tick()
        await poster.tick(after=MINUTE)

        contents = [message.content for message in poster.own() if message.content]
        assert len(contents) == len(set(contents)) == 1
        assert len(poster.own()) == 3


async def test_the_chart_is_drawn_in_a_process_of_its_own_which_ends_with_the_round(
    new_sqlite: str,
) -> None:
    easel = drawing_jail()
    async with posting(new_sqlite, settings=PATIENT, easel=easel) as poster:
        with_seeds(poster)
        number = poster.subscribe()

        assert await poster.tick() == 1

        [picture] = pictures(poster)
        issue = Press(poster.database).issue(number, until=THURSDAY, now=THURSDAY)
        coverage = coverage_of(poster.database, issue.edition, shelves=issue.shelves)
        assert draw_here(coverage, legend_of(coverage, "en")) == picture
        assert (easel.starts, easel.process_id) == (1, None)
    easel.close()


@pytest.mark.parametrize("memory", [1 << 20, 1 << 30], ids=["dies", "hangs"])
async def test_where_the_chart_cannot_be_drawn_the_briefing_goes_out_without_it(
    memory: int, new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    easel = Jail(("briefings.export.prepared",), seconds=0.001, memory=memory)
    async with posting(new_sqlite, settings=PATIENT, easel=easel) as poster:
        with_seeds(poster)
        poster.subscribe()
        poster.subscribe("general", language="ru")

        assert await poster.tick() == 2

        assert pictures(poster) == kept(poster) == []
        assert "1 of 3" in "".join(poster.posts())
        assert caplog.text.count("no chart: edition_id=") == 1  # no other is tried in this round
        assert easel.starts <= 2
    easel.close()
