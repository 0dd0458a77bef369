"""Entries of feeds; what a feed filters, how long it may be kept, when it was given up."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
NEW = ("filters", "ttl_minutes", "ended_at")


def upgrade() -> None:
    op.add_column("feeds", sa.Column("filters", sa.JSON(), nullable=True))
    op.add_column("feeds", sa.Column("ttl_minutes", sa.Integer(), nullable=True))
    op.add_column("feeds", sa.Column("ended_at", INSTANT, nullable=True))
    _create_entries()


def downgrade() -> None:
    op.drop_table("entries")
    for name in NEW:
        op.drop_column("feeds", name)


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("entry_id", BIG, nullable=False),
        sa.Column("feed_id", BIG, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("link_key", sa.String(length=64), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("document_id", BIG, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("retry_at", INSTANT, nullable=True),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_entries_document_id")
        ),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.feed_id"], name=op.f("fk_entries_feed_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_entries")),
        sa.UniqueConstraint("feed_id", "key", name=op.f("uq_entries_feed_id_key")),
    )
    op.create_index(op.f("ix_entries_document_id"), "entries", ["document_id"], unique=False)
    op.create_index(op.f("ix_entries_link_key"), "entries", ["link_key"], unique=False)
    op.create_index("ix_entries_feed_id_state", "entries", ["feed_id", "state"], unique=False)
