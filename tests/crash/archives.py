"""Archives to die on: made once with the seeds, the subscriptions and the edition, then copied."""

import shutil
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from sqlalchemy import select

from bot.posting.marks import footer_of
from bot.render.charts import legend_of
from briefings.compose.issuing import Press
from briefings.export.charts import Studio
from briefings.ingest.documents import reading_jail
from briefings.ingest.seeds import load_seeds
from briefings.model import DeliveryState
from briefings.storage.articles import remove_document
from briefings.storage.database import Database, open_database
from briefings.storage.shelves import COMMON_SHELF
from briefings.storage.subscriptions import NewSubscription, subscribe
from briefings.storage.tables import Delivery, DeliveryPart, ItemRow, SubscriptionRow

ROOT = Path(__file__).parent.parent.parent
EVENING = datetime.fromisoformat("2024-06-19T20:00+09:00")
EIGHT = datetime.fromisoformat("2024-06-20T08:00+09:00")
MORNING = datetime.fromisoformat("2024-06-20T08:00:05+09:00")
Place = tuple[int, int]  # guild, channel


def furnish(url: str) -> None:
    """The seeds, the edition of the morning and its chart, so that no worker has to make them."""
    database, jail = open_database(url), reading_jail()
    load_seeds(database, jail, ROOT / "seeds", now=EVENING)
    first = subscribe_all(database, [(1, 1)])[0]
    issue, studio = Press(database).issue(first, until=EIGHT, now=EIGHT), Studio(database)
    coverage = studio.coverage(issue.edition, shelves=issue.shelves, sources=())
    studio.chart(issue.edition_id, coverage, legend_of(coverage, issue.subscription.language))
    with database.begin() as session:
        session.get_one(SubscriptionRow, first).ended_at = EVENING
    jail.close()
    database.close()


def subscribe_all(database: Database, places: Sequence[Place]) -> list[int]:
    return [
        subscribe(
            database,
            NewSubscription(
                guild_id=guild_id,
                channel_id=channel_id,
                zone="Asia/Seoul",
                local_time=time(8),
                created_by=1,
            ),
            interaction_id=None,
            now=EVENING,
        ).subscription_id
        for guild_id, channel_id in places
    ]


def copied(template: Path, to: Path, places: Sequence[Place]) -> str:
    """An SQLite archive of its own with these subscriptions."""
    shutil.copy(template, to)
    url = f"sqlite:///{to}"
    subscribed(url, places)
    return url


def subscribed(url: str, places: Sequence[Place]) -> None:
    database = open_database(url)
    subscribe_all(database, places)
    database.close()


def remove_one_quoted(url: str) -> None:
    """Take a document out of sight that every channel has been shown an extract of."""
    database = open_database(url)
    with database.reading() as session:
        number = session.scalars(select(ItemRow.document_id).limit(1)).one()
    shelf = COMMON_SHELF
    remove_document(database, number, shelf_id=shelf, by=1, interaction_id=7, now=MORNING)
    database.close()


def expected(url: str) -> dict[int, list[str]]:
    """What each channel has to show, by the archive's frozen parts: the footers in their order.

    A delivery that is not there, or was not sent, is an error of the caller's: KeyError then.
    """
    database = open_database(url)
    with database.reading() as session:
        rows = session.execute(
            select(SubscriptionRow.channel_id, DeliveryPart.payload)
            .join(Delivery, Delivery.subscription_id == SubscriptionRow.subscription_id)
            .join(DeliveryPart, DeliveryPart.delivery_id == Delivery.delivery_id)
            .where(Delivery.state == DeliveryState.SENT.value)
            .order_by(DeliveryPart.delivery_id, DeliveryPart.part)
        ).all()
    database.close()
    footers: dict[int, list[str]] = {}
    for channel_id, payload in rows:
        footers.setdefault(channel_id, []).append(footer_of(payload))
    return footers
