"""Changed copies as new versions: where a document came from, and what a feed said of an entry."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("documents", sa.Column("link_key", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_documents_link_key"), "documents", ["link_key"], unique=False)
    op.add_column("entries", sa.Column("digest", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("entries", "digest")
    op.drop_index(op.f("ix_documents_link_key"), table_name="documents")
    op.drop_column("documents", "link_key")
