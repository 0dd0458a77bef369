"""A smaller index on PostgreSQL: no tsvector beside the stems of a passage."""

from alembic import op

from briefings.storage.fulltext import create_index, drop_index

revision = "0015"
down_revision = "0014"

LEXEMES = (
    """
CREATE FUNCTION passage_lexemes(folded text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg('''' || word || ''':' || place, ' '), '')::tsvector
    FROM unnest(string_to_array(folded, ' ')) WITH ORDINALITY AS token(word, place)
$$""",
    """
ALTER TABLE passages ADD COLUMN lexemes tsvector
GENERATED ALWAYS AS (passage_lexemes(folded)) STORED""",
    "CREATE INDEX passage_index ON passages USING gin (lexemes)",
)
REWRITTEN = "ALTER TABLE passages ALTER COLUMN folded TYPE text USING folded || ''"
"""The room of a dropped column is only given back where the table is written anew."""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    drop_index(op.get_bind())
    op.execute(REWRITTEN)
    create_index(op.get_bind())


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    drop_index(op.get_bind())
    for statement in LEXEMES:
        op.get_bind().exec_driver_sql(statement)
