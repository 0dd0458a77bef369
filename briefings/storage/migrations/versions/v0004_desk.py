"""Rights, desks, the audit log and the change counter."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
TABLES = (
    "grants",
    "desks",
    "audit_log",
    "counters",
)


def upgrade() -> None:
    _create_grants()
    _create_desks()
    _create_audit_log()
    _create_counters()
    op.execute("INSERT INTO counters (name, value) VALUES ('change', 0)")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_grants() -> None:
    op.create_table(
        "grants",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(length=8), nullable=False),
        sa.Column("holder_id", BIG, autoincrement=False, nullable=False),
        sa.Column("right", sa.String(length=16), nullable=False),
        sa.Column("granted_by", BIG, nullable=False),
        sa.Column("granted_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "holder", "holder_id", "right", name=op.f("pk_grants")),
    )


def _create_desks() -> None:
    op.create_table(
        "desks",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("notices_channel_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_desks")),
    )


def _create_audit_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("entry_id", BIG, nullable=False),
        sa.Column("guild_id", BIG, nullable=True),
        sa.Column("interaction_id", BIG, nullable=True),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("by", BIG, nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("subject_id", BIG, nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("undo_of", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["undo_of"], ["audit_log.entry_id"], name=op.f("fk_audit_log_undo_of")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_log")),
        sa.UniqueConstraint("interaction_id", name=op.f("uq_audit_log_interaction_id")),
    )
    op.create_index(
        "ix_audit_log_guild_id_entry_id", "audit_log", ["guild_id", "entry_id"], unique=False
    )
    op.create_index(op.f("ix_audit_log_undo_of"), "audit_log", ["undo_of"], unique=False)


def _create_counters() -> None:
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("value", BIG, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
