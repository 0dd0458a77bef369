"""What is read out of a version, and the full-text index over passages."""

import sqlalchemy as sa
from alembic import op

from briefings.storage.fulltext import create_index, drop_index

revision = "0002"
down_revision = "0001"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "sentences",
    "utterances",
    "mentions",
    "dates",
    "fingerprints",
    "passages",
    "words",
)


def upgrade() -> None:
    _create_sentences()
    _create_utterances()
    _index_utterances()
    _create_mentions()
    _create_dates()
    _create_fingerprints()
    _create_passages()
    _create_words()
    create_index(op.get_bind())


def downgrade() -> None:
    drop_index(op.get_bind())
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_sentences() -> None:
    op.create_table(
        "sentences",
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(length=16), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("edges", sa.Text(), nullable=False),
        sa.Column("mood", sa.String(length=16), nullable=False),
        sa.Column("when_first", sa.Date(), nullable=True),
        sa.Column("when_last", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(length=16), nullable=True),
        sa.Column("when_edtf", sa.Text(), nullable=True),
        sa.Column("stands_alone", sa.Boolean(), nullable=False),
        sa.Column("weight", sa.Float(precision=53), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_sentences_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_sentences")),
        sqlite_with_rowid=False,
    )


def _create_utterances() -> None:
    op.create_table(
        "utterances",
        sa.Column("utterance_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(
            sa.Column(f"{span}{end}", sa.Integer(), nullable=False)
            for span in ("", "sentence_", "speaker_", "attribution_", "cue_")
            for end in ("starts", "ends")
        ),
        sa.Column("medium", sa.String(length=16), nullable=False),
        sa.Column("tier", sa.String(length=1), nullable=False),
        sa.Column("name_id", sa.Text(), nullable=True),
        sa.Column("actor", sa.String(length=16), nullable=True),
        sa.Column("said_first", sa.Date(), nullable=True),
        sa.Column("said_last", sa.Date(), nullable=True),
        sa.Column("said_precision", sa.String(length=16), nullable=True),
        sa.Column("said_edtf", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("speaker_key", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("edges", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_utterances_shelf_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_utterances_version_id")
        ),
        sa.PrimaryKeyConstraint("utterance_id", name=op.f("pk_utterances")),
    )


def _index_utterances() -> None:
    op.create_index(
        "ix_utterances_shelf_id_name_id", "utterances", ["shelf_id", "name_id"], unique=False
    )
    op.create_index(
        "ix_utterances_shelf_id_speaker_key",
        "utterances",
        ["shelf_id", "speaker_key"],
        unique=False,
    )
    op.create_index(
        "ix_utterances_version_id_form_position",
        "utterances",
        ["version_id", "form", "position"],
        unique=False,
    )


def _create_mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("name_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("acts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_mentions_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_mentions_name_id_version_id", "mentions", ["name_id", "version_id"], unique=False
    )


def _create_dates() -> None:
    op.create_table(
        "dates",
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("when_first", sa.Date(), nullable=True),
        sa.Column("when_last", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(length=16), nullable=True),
        sa.Column("when_edtf", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_dates_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_dates")),
        sqlite_with_rowid=False,
    )


def _create_fingerprints() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("fingerprint", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_fingerprints_shelf_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_fingerprints_version_id")
        ),
        sa.PrimaryKeyConstraint(
            "shelf_id", "fingerprint", "version_id", name=op.f("pk_fingerprints")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_fingerprints_version_id"), "fingerprints", ["version_id"], unique=False
    )


def _create_passages() -> None:
    op.create_table(
        "passages",
        sa.Column("passage_id", BIG, nullable=False),
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("document_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.document_id"], name=op.f("fk_passages_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_passages_shelf_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.version_id"], name=op.f("fk_passages_version_id")
        ),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_document_id"), "passages", ["document_id"], unique=False)
    op.create_index(
        "ix_passages_shelf_id_seen_on", "passages", ["shelf_id", "seen_on"], unique=False
    )
    op.create_index(op.f("ix_passages_version_id"), "passages", ["version_id"], unique=False)


def _create_words() -> None:
    op.create_table(
        "words",
        sa.Column("shelf_id", BIG, nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("frequency", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shelf_id"], ["shelves.shelf_id"], name=op.f("fk_words_shelf_id")),
        sa.PrimaryKeyConstraint("shelf_id", "word", name=op.f("pk_words")),
        sqlite_with_rowid=False,
    )
