"""What a subscription may ask for: length, sources, quiet hours, a role, a pause."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
