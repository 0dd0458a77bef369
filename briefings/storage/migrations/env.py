"""What Alembic runs around the revisions: always on a connection the program gives it."""

from alembic import context

from briefings.storage.fulltext import is_index_of_ours, mend_index
from briefings.storage.migrations.steps import check_foreign_keys
from briefings.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table by rebuilding it
    compare_type=True,
    include_object=lambda thing, name, kind, reflected, other: not is_index_of_ours(name),
)
context.run_migrations()
mend_index(connection)
check_foreign_keys(connection)
