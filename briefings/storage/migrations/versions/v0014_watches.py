"""What a person watches for, and how far they have looked."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("watch_id", BIG, nullable=False),
        sa.Column("guild_id", BIG, nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("watch_id", name=op.f("pk_watches")),
        sa.UniqueConstraint(
            "guild_id",
            "user_id",
            "kind",
            "term",
            name=op.f("uq_watches_guild_id_user_id_kind_term"),
        ),
    )
    op.create_index(op.f("ix_watches_user_id"), "watches", ["user_id"])
    op.create_table(
        "looks",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "user_id", name=op.f("pk_looks")),
    )
    op.create_index(op.f("ix_looks_user_id"), "looks", ["user_id"])


def downgrade() -> None:
    op.drop_table("looks")
    op.drop_table("watches")
