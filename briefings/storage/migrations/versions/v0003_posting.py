"""Subscriptions, editions, deliveries."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
TABLES = (
    "subscriptions",
    "editions",
    "items",
    "deliveries",
    "delivery_parts",
    "shown",
    "workers",
)


def upgrade() -> None:
    _create_subscriptions()
    _create_editions()
    _create_items()
    _create_deliveries()
    _create_delivery_parts()
    _create_shown()
    _create_workers()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("subscription_id", BIG, nullable=False),
        sa.Column("guild_id", BIG, nullable=False),
        sa.Column("channel_id", BIG, nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("local_time", sa.String(length=8), nullable=False),
        sa.Column("weekdays", sa.String(length=16), nullable=False),
        sa.Column("edges", sa.Text(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("look_back_hours", sa.Integer(), nullable=False),
        sa.Column("catch_up_minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("fail_count", sa.Integer(), nullable=False),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("next_slot_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subscription_id", name=op.f("pk_subscriptions")),
    )
    op.create_index(
        op.f("ix_subscriptions_channel_id"), "subscriptions", ["channel_id"], unique=False
    )
    op.create_index(op.f("ix_subscriptions_guild_id"), "subscriptions", ["guild_id"], unique=False)
    op.create_index(
        "ix_subscriptions_state_next_slot_at",
        "subscriptions",
        ["state", "next_slot_at"],
        unique=False,
    )


def _create_editions() -> None:
    op.create_table(
        "editions",
        sa.Column("edition_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.Column("look_back_hours", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("edges", sa.Text(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("length", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("composed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_editions_shelf_id")
        ),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_editions")),
        sa.UniqueConstraint("shelf_id", "key", name=op.f("uq_editions_shelf_id_key")),
    )


def _create_items() -> None:
    op.create_table(
        "items",
        sa.Column("edition_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_items_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.edition_id"], name=op.f("fk_items_edition_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_items_version_id")
        ),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_items")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_items_version_id"), "items", ["version_id"], unique=False)


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("delivery_id", BIG, nullable=False),
        sa.Column("subscription_id", BIG, nullable=False),
        sa.Column("slot_date", sa.Date(), nullable=False),
        sa.Column("slot_key", sa.String(length=64), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("first_try_at", INSTANT, nullable=True),
        sa.Column("retry_at", INSTANT, nullable=True),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.Column("audit_after", INSTANT, nullable=True),
        sa.Column("edition_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.edition_id"], name=op.f("fk_deliveries_edition_id")
        ),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.subscription_id"],
            name=op.f("fk_deliveries_subscription_id"),
        ),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint(
            "subscription_id",
            "slot_date",
            "slot_key",
            name=op.f("uq_deliveries_subscription_id_slot_date_slot_key"),
        ),
    )
    op.create_index(op.f("ix_deliveries_audit_after"), "deliveries", ["audit_after"], unique=False)
    op.create_index(op.f("ix_deliveries_edition_id"), "deliveries", ["edition_id"], unique=False)
    op.create_index("ix_deliveries_state_due_at", "deliveries", ["state", "due_at"], unique=False)


def _create_delivery_parts() -> None:
    op.create_table(
        "delivery_parts",
        sa.Column("delivery_id", BIG, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.String(length=25), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("first_try_at", INSTANT, nullable=True),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("recorded_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.delivery_id"], name=op.f("fk_delivery_parts_delivery_id")
        ),
        sa.PrimaryKeyConstraint("delivery_id", "part", name=op.f("pk_delivery_parts")),
        sa.UniqueConstraint("nonce", name=op.f("uq_delivery_parts_nonce")),
        sqlite_with_rowid=False,
    )


def _create_shown() -> None:
    op.create_table(
        "shown",
        sa.Column("channel_id", BIG, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("delivery_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.delivery_id"], name=op.f("fk_shown_delivery_id")
        ),
        sa.PrimaryKeyConstraint("channel_id", "digest", name=op.f("pk_shown")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_shown_delivery_id"), "shown", ["delivery_id"], unique=False)


def _create_workers() -> None:
    op.create_table(
        "workers",
        sa.Column("worker_id", sa.String(length=64), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name=op.f("pk_workers")),
    )
