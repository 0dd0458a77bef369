"""The chart of an edition; which message of a delivery showed an extract."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "charts",
        sa.Column("edition_id", BIG, nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.edition_id"], name=op.f("fk_charts_edition_id")
        ),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_charts")),
    )
    op.add_column("shown", sa.Column("part", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("shown", "part")
    op.drop_table("charts")
