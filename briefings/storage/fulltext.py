"""The full-text index beside the table of passages: FTS5 on SQLite, GIN on PostgreSQL.

Both hold exactly the tokens of `passages.folded`: FTS5's `ascii` tokenizer splits at spaces only
where the tokens are letters and digits, and GIN's keys are made of the same list. Alembic sees
neither. SQLite keeps those stems packed; `stems_of`, which every connection of ours knows, is what
they were, so that FTS5 can be told what goes, and be compared.

FTS5 knows the places of a stem. GIN knows where it is and no more, so that a stem's second to
fourth time in a passage are keys as well ("korea 2"), and phrases are read in `folded`: a tsvector
beside it would take twice the room of the text, and be read for every match.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError

from briefings.storage.packing import unpacked

INDEX = "passage_index"
MOST_PENDING = 256
"""KB of new keys that PostgreSQL lets wait. A question reads all of them for each of its words."""

MOST_TIMES = 4
"""Of a stem in a passage, that PostgreSQL tells apart; what stands there oftener weighs as much."""

SQLITE_TABLE = (
    """
CREATE VIEW passage_stems AS SELECT passage_id, stems_of(folded) AS folded FROM passages""",
    """
CREATE VIRTUAL TABLE passage_index USING fts5(
    folded, content='passage_stems', content_rowid='passage_id', tokenize='ascii')""",
)

SQLITE_TRIGGERS = (
    """
CREATE TRIGGER IF NOT EXISTS passage_index_insert AFTER INSERT ON passages BEGIN
    INSERT INTO passage_index(rowid, folded) VALUES (new.passage_id, stems_of(new.folded));
END""",
    """
CREATE TRIGGER IF NOT EXISTS passage_index_delete AFTER DELETE ON passages BEGIN
    INSERT INTO passage_index(passage_index, rowid, folded)
    VALUES ('delete', old.passage_id, stems_of(old.folded));
END""",
    """
CREATE TRIGGER IF NOT EXISTS passage_index_update AFTER UPDATE OF folded ON passages BEGIN
    INSERT INTO passage_index(passage_index, rowid, folded)
    VALUES ('delete', old.passage_id, stems_of(old.folded));
    INSERT INTO passage_index(rowid, folded) VALUES (new.passage_id, stems_of(new.folded));
END""",
)

POSTGRESQL = (
    f"""
CREATE FUNCTION passage_keys(folded text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    SELECT coalesce(array_to_tsvector(array_agg(
        CASE time WHEN 1 THEN word ELSE word || ' ' || time END
    )), '')
    FROM (
        SELECT word, row_number() OVER (PARTITION BY word) AS time
        FROM unnest(string_to_array(folded COLLATE "C", ' ')) AS word
    ) AS token
    WHERE time <= {MOST_TIMES}
$$""",  # noqa: S608 -- a number of ours
    f"""
CREATE INDEX passage_index ON passages USING gin (passage_keys(folded))
WITH (gin_pending_list_limit = {MOST_PENDING})""",
)
POSTGRESQL_GONE = (
    "DROP INDEX IF EXISTS passage_index",
    "DROP FUNCTION IF EXISTS passage_keys(text)",
    "ALTER TABLE passages DROP COLUMN IF EXISTS lexemes",  # of schemas before 0015
    "DROP FUNCTION IF EXISTS passage_lexemes(text)",
)


def know_stems(connection: DBAPIConnection) -> None:
    """For a connection to SQLite: what the index's view and triggers ask for."""
    connection.create_function("stems_of", 1, unpacked, deterministic=True)


def create_index(connection: Connection) -> None:
    """SQLite's has no triggers yet; see `mend_index`."""
    for statement in SQLITE_TABLE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)


def drop_index(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for event in ("insert", "delete", "update"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS passage_index_{event}")
        connection.exec_driver_sql("DROP TABLE passage_index")
        connection.exec_driver_sql("DROP VIEW IF EXISTS passage_stems")
        return
    for statement in POSTGRESQL_GONE:
        connection.exec_driver_sql(statement)


def mend_index(connection: Connection) -> None:
    """Rebuilding `passages` takes its triggers along: put them back, and look whether the index
    still says what the table says."""
    if connection.dialect.name != "sqlite" or not inspect(connection).has_table(INDEX):
        return
    for trigger in SQLITE_TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.execute(
        text("INSERT INTO passage_index(passage_index, rank) VALUES ('integrity-check', 1)")
    )


def rebuild_index(connection: Connection) -> None:
    """SQLite's index, and the triggers that keep it, from the table of passages."""
    connection.exec_driver_sql("INSERT INTO passage_index(passage_index) VALUES ('rebuild')")
    mend_index(connection)


def sound_index(connection: Connection) -> bool:
    """Whether SQLite's index says what the table says; PostgreSQL's is made of its table."""
    try:
        mend_index(connection)
    except DatabaseError:
        return False
    return True


def is_index_of_ours(name: str | None) -> bool:
    """Whether a table or index belongs to the full-text index (with FTS5's shadows)."""
    return name is not None and name.startswith(INDEX)
