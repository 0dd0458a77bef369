"""An index of what happened when, for timelines."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

ON_A_DAY = sa.text("when_first IS NOT NULL AND edges <> ''")


def upgrade() -> None:
    op.create_index(
        op.f("ix_sentences_when_first"),
        "sentences",
        ["when_first"],
        sqlite_where=ON_A_DAY,
        postgresql_where=ON_A_DAY,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_sentences_when_first"), "sentences")
