"""Gradings of sources, desk roles, guilds that left, and the audit log as chains of hashes."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from briefings.storage.chain import START, Facts, Words, link_hash, salt_for, secret_of
from briefings.storage.chain import words_digest as digest_of
from briefings.storage.columns import Utc

revision = "0008"
down_revision = "0007"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
DIGEST = sa.String(length=64)
AT_ONCE = 500  # entries that are chained in one go
TABLES = (
    "desk_roles",
    "gradings",
    "departures",
    "audit_words",
    "audit_links",
    "audit_heads",
)
PERSONAL = (("by", BIG), ("before", sa.JSON()), ("after", sa.JSON()))
LOG = sa.table(
    "audit_log",
    *(sa.column(name, BIG) for name in ("entry_id", "guild_id", "interaction_id", "subject_id")),
    sa.column("action"),
    sa.column("at", Utc()),
    sa.column("undo_of", BIG),
    *(sa.column(name, kind) for name, kind in PERSONAL),
)
WORDS = sa.table(
    "audit_words",
    sa.column("entry_id", BIG),
    sa.column("salt"),
    *(sa.column(name, kind) for name, kind in PERSONAL),
)
LINKS = sa.table(
    "audit_links",
    *(sa.column(name) for name in ("entry_id", "chain_id", "position", "words_digest", "hash")),
)
HEADS = sa.table("audit_heads", *(sa.column(name) for name in ("chain_id", "position", "hash")))


def upgrade() -> None:
    _create_trust()
    _create_chains()
    _chain_what_is_there()
    for name, _ in PERSONAL:
        op.drop_column("audit_log", name)


def downgrade() -> None:
    for name, kind in PERSONAL:
        op.add_column("audit_log", sa.Column(name, kind, nullable=True))
    for name, _ in PERSONAL:
        op.execute(
            f'UPDATE audit_log SET "{name}" = (SELECT "{name}" FROM audit_words '  # noqa: S608 -- names above
            "WHERE audit_words.entry_id = audit_log.entry_id)"
        )
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_trust() -> None:
    op.create_table(
        "desk_roles",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("role_id", BIG, autoincrement=False, nullable=False),
        sa.Column("bundle", sa.String(length=16), nullable=False),
        sa.Column("given_by", BIG, nullable=True),
        sa.Column("given_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "role_id", name=op.f("pk_desk_roles")),
    )
    op.create_table(
        "gradings",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reliability", sa.String(length=1), nullable=True),
        sa.Column("credibility", sa.Integer(), nullable=True),
        sa.Column("state_media", sa.Boolean(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("graded_by", BIG, nullable=True),
        sa.Column("graded_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "source_key", name=op.f("pk_gradings")),
    )
    op.create_table(
        "departures",
        sa.Column("guild_id", BIG, autoincrement=False, nullable=False),
        sa.Column("left_at", INSTANT, nullable=False),
        sa.Column("erase_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_departures")),
    )
    op.create_index(op.f("ix_departures_erase_at"), "departures", ["erase_at"], unique=False)


def _create_chains() -> None:
    entry = ["audit_log.entry_id"]
    op.create_table(
        "audit_words",
        sa.Column("entry_id", BIG, autoincrement=False, nullable=False),
        sa.Column("salt", DIGEST, nullable=False),
        *(sa.Column(name, kind, nullable=True) for name, kind in PERSONAL),
        sa.ForeignKeyConstraint(["entry_id"], entry, name=op.f("fk_audit_words_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_words")),
    )
    op.create_index(op.f("ix_audit_words_by"), "audit_words", ["by"], unique=False)
    op.create_table(
        "audit_links",
        sa.Column("entry_id", BIG, autoincrement=False, nullable=False),
        sa.Column("chain_id", BIG, nullable=False),
        sa.Column("position", BIG, nullable=False),
        sa.Column("words_digest", DIGEST, nullable=False),
        sa.Column("hash", DIGEST, nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], entry, name=op.f("fk_audit_links_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_links")),
        sa.UniqueConstraint("chain_id", "position", name=op.f("uq_audit_links_chain_id_position")),
    )
    op.create_table(
        "audit_heads",
        sa.Column("chain_id", BIG, autoincrement=False, nullable=False),
        sa.Column("position", BIG, nullable=False),
        sa.Column("hash", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("chain_id", name=op.f("pk_audit_heads")),
    )


def _chain_what_is_there() -> None:
    connection, last = op.get_bind(), 0
    secret = secret_of(Session(bind=connection))
    heads: dict[int, tuple[int, str]] = {}
    following = sa.select(LOG).order_by(LOG.c.entry_id).limit(AT_ONCE)
    while rows := connection.execute(following.where(LOG.c.entry_id > last)).mappings().all():
        last = rows[-1]["entry_id"]
        both = [_chained(row, heads, secret) for row in rows]
        connection.execute(WORDS.insert(), [words for words, _ in both])
        connection.execute(LINKS.insert(), [link for _, link in both])
    for chain_id, (position, end) in heads.items():
        connection.execute(HEADS.insert().values(chain_id=chain_id, position=position, hash=end))


def _chained(
    row: Any, heads: dict[int, tuple[int, str]], secret: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    facts = Facts(**{name: row[name] for name in Facts.__slots__})
    personal = {name: row[name] for name, _ in PERSONAL}
    salt = salt_for(secret, facts.entry_id)
    position, end = heads.get(facts.chain_id, (0, START))
    digest = digest_of(Words(**personal), salt)
    end = link_hash(end, position + 1, facts, digest)
    heads[facts.chain_id] = position + 1, end
    link = {"chain_id": facts.chain_id, "position": position + 1, "words_digest": digest}
    both = {"entry_id": facts.entry_id}
    return both | {"salt": salt} | personal, both | link | {"hash": end}
