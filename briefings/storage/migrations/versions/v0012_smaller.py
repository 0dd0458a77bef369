"""A smaller index: SQLite's stems are packed, and fingerprints have no second index."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from briefings.storage.fulltext import create_index, drop_index, mend_index, rebuild_index
from briefings.storage.packing import packed

revision = "0012"
down_revision = "0011"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PRINTS = "shelf_id, fingerprint, version_id"
PLACES = "passage_id, shelf_id, document_id, version_id, starts, ends, seen_on"
OWNERS = {"shelf_id": "shelves", "document_id": "documents", "version_id": "versions"}
INDEXES = (["document_id"], ["shelf_id", "seen_on"], ["version_id"])
INDEX_OF_WORDS = """
CREATE VIRTUAL TABLE passage_index USING fts5(
    folded, content='passages', content_rowid='passage_id', tokenize='ascii')"""
TRIGGERS_OF_WORDS = {
    "insert": ("INSERT", ("new",)),
    "delete": ("DELETE", ("old",)),
    "update": ("UPDATE OF folded", ("old", "new")),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rewrite_fingerprints()
        _rewrite_passages(sa.LargeBinary(), "packed_stems(folded)")
        create_index(op.get_bind())
        rebuild_index(op.get_bind())
        return
    op.drop_index(op.f("ix_fingerprints_version_id"), "fingerprints")
    for column in ("shelf_id", "version_id"):
        op.drop_constraint(op.f(f"fk_fingerprints_{column}"), "fingerprints", type_="foreignkey")


def downgrade() -> None:
    mend_index(op.get_bind())  # what disagrees is not to be hidden by building it anew
    if op.get_bind().dialect.name == "sqlite":
        _rewrite_fingerprints(*_owned("fingerprints", "shelf_id", "version_id"))
        _rewrite_passages(sa.Text(), "stems_of(folded)")
        op.execute(INDEX_OF_WORDS)
        op.execute("INSERT INTO passage_index(passage_index) VALUES ('rebuild')")
        for event, (when, rows) in TRIGGERS_OF_WORDS.items():
            op.execute(_trigger(event, when, rows))
    else:
        for key in _owned("fingerprints", "shelf_id", "version_id"):
            column = key.column_keys[0]
            op.create_foreign_key(key.name, "fingerprints", OWNERS[column], [column], [column])
    op.create_index(op.f("ix_fingerprints_version_id"), "fingerprints", ["version_id"])


def _owned(table: str, *columns: str) -> list[Any]:
    return [
        sa.ForeignKeyConstraint(
            [column], [f"{OWNERS[column]}.{column}"], name=op.f(f"fk_{table}_{column}")
        )
        for column in columns
    ]


def _rewrite_fingerprints(*keys: Any) -> None:
    op.create_table(
        "fingerprints_anew",
        *(sa.Column(name, BIG, nullable=False) for name in PRINTS.split(", ")),
        *keys,
        sa.PrimaryKeyConstraint(*PRINTS.split(", "), name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    _move("fingerprints", PRINTS, PRINTS)


def _rewrite_passages(kind: Any, folded: str) -> None:
    """With the stems in another form; the index, which hangs on the table, goes before."""
    connection = op.get_bind().connection.driver_connection
    assert connection is not None, "it is open"
    connection.create_function("packed_stems", 1, packed, deterministic=True)
    drop_index(op.get_bind())
    op.create_table(
        "passages_anew",
        sa.Column("passage_id", BIG, nullable=False),
        *(sa.Column(name, BIG, nullable=False) for name in OWNERS),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("folded", kind, nullable=False),
        *_owned("passages", *OWNERS),
        sa.PrimaryKeyConstraint("passage_id", name=op.f("pk_passages")),
    )
    _move("passages", f"{PLACES}, folded", f"{PLACES}, {folded}")
    for columns in INDEXES:
        op.create_index(op.f(f"ix_passages_{'_'.join(columns)}"), "passages", columns)


def _move(table: str, columns: str, values: str) -> None:
    op.execute(f"INSERT INTO {table}_anew ({columns}) SELECT {values} FROM {table}")  # noqa: S608 -- names above
    op.drop_table(table)
    op.rename_table(f"{table}_anew", table)


def _trigger(event: str, when: str, rows: tuple[str, ...]) -> str:
    deeds = {
        "old": "INSERT INTO passage_index(passage_index, rowid, folded) "
        "VALUES ('delete', old.passage_id, old.folded);",
        "new": "INSERT INTO passage_index(rowid, folded) VALUES (new.passage_id, new.folded);",
    }
    done = " ".join(deeds[row] for row in rows)
    return f"CREATE TRIGGER passage_index_{event} AFTER {when} ON passages BEGIN {done} END"
