"""Shelves, documents and versions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
TABLES = (
    "shelves",
    "sources",
    "documents",
    "bodies",
    "versions",
    "corrections",
    "feeds",
)


def upgrade() -> None:
    _create_shelves()
    _create_sources()
    _create_documents()
    _create_bodies()
    _create_versions()
    _create_corrections()
    _create_feeds()
    op.execute("INSERT INTO shelves (guild_id) VALUES (NULL)")  # the common shelf, number 1


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_shelves() -> None:
    op.create_table(
        "shelves",
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("guild_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("shelf_id", name=op.f("pk_shelves")),
        sa.UniqueConstraint("guild_id", name=op.f("uq_shelves_guild_id")),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("source_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_sources_shelf_id")
        ),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_sources")),
        sa.UniqueConstraint("shelf_id", "name", name=op.f("uq_sources_shelf_id_name")),
    )


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("source_id", BIG, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("added_by", BIG, nullable=True),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("near_duplicate_of", BIG, nullable=True),
        sa.Column("removed_at", INSTANT, nullable=True),
        sa.Column("change", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["near_duplicate_of"],
            ["documents.document_id"],
            name=op.f("fk_documents_near_duplicate_of"),
        ),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_documents_shelf_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.source_id"], name=op.f("fk_documents_source_id")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_first_seen"), "documents", ["first_seen"], unique=False)
    op.create_index(
        op.f("ix_documents_near_duplicate_of"), "documents", ["near_duplicate_of"], unique=False
    )
    op.create_index(
        "ix_documents_shelf_id_change", "documents", ["shelf_id", "change"], unique=False
    )
    op.create_index(op.f("ix_documents_source_id"), "documents", ["source_id"], unique=False)


def _create_bodies() -> None:
    op.create_table(
        "bodies",
        sa.Column("body_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_bodies_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_bodies_shelf_id")
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_bodies")),
        sa.UniqueConstraint("shelf_id", "digest", name=op.f("uq_bodies_shelf_id_digest")),
    )
    op.create_index(op.f("ix_bodies_document_id"), "bodies", ["document_id"], unique=False)


def _create_versions() -> None:
    op.create_table(
        "versions",
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("body_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("added_by", BIG, nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("published", INSTANT, nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("edges", sa.Text(), nullable=False),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.body_id"], name=op.f("fk_versions_body_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_versions_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_versions_shelf_id")
        ),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_versions")),
        sa.UniqueConstraint("document_id", "version", name=op.f("uq_versions_document_id_version")),
    )
    op.create_index(op.f("ix_versions_body_id"), "versions", ["body_id"], unique=False)
    op.create_index(op.f("ix_versions_seen_at"), "versions", ["seen_at"], unique=False)
    op.create_index(
        "ix_versions_shelf_id_published_on", "versions", ["shelf_id", "published_on"], unique=False
    )


def _create_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("correction_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=True),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("made_by", BIG, nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_corrections_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_corrections_shelf_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_corrections_version_id")
        ),
        sa.PrimaryKeyConstraint("correction_id", name=op.f("pk_corrections")),
    )
    op.create_index(
        op.f("ix_corrections_document_id"), "corrections", ["document_id"], unique=False
    )
    op.create_index(op.f("ix_corrections_version_id"), "corrections", ["version_id"], unique=False)


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("feed_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("source_id", BIG, nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("fail_count", sa.Integer(), nullable=False),
        sa.Column("next_poll_at", INSTANT, nullable=True),
        sa.Column("polled_at", INSTANT, nullable=True),
        sa.Column("added_by", BIG, nullable=True),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_feeds_shelf_id")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.source_id"], name=op.f("fk_feeds_source_id")
        ),
        sa.PrimaryKeyConstraint("feed_id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("shelf_id", "url", name=op.f("uq_feeds_shelf_id_url")),
    )
    op.create_index(op.f("ix_feeds_next_poll_at"), "feeds", ["next_poll_at"], unique=False)
    op.create_index(op.f("ix_feeds_source_id"), "feeds", ["source_id"], unique=False)
