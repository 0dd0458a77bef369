"""What a subscription may ask for: length, a role, quiet hours, a chart; who paused it, what admins
were told last, and what quiet hours held up."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for column in (
        sa.Column("length", sa.String(length=16), nullable=False, server_default="standard"),
        sa.Column("role_id", BIG, nullable=True),
        sa.Column("quiet_from", sa.String(length=8), nullable=True),
        sa.Column("quiet_until", sa.String(length=8), nullable=True),
        sa.Column("chart", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("paused_by", BIG, nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
    ):
        op.add_column("subscriptions", column)
    op.add_column("deliveries", sa.Column("held_since", INSTANT, nullable=True))


def downgrade() -> None:
    op.drop_column("deliveries", "held_since")
    for name in ("told", "paused_by", "chart", "quiet_until", "quiet_from", "role_id", "length"):
        op.drop_column("subscriptions", name)
