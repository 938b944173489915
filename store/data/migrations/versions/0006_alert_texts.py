"""Which sentence an alert says, and with what, so that a page may say it in another language."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. Alerts of before, and of a program of before, have only their sentence."""
    op.add_column("alert", sa.Column("text_key", sa.Text(), nullable=True))
    op.add_column("alert", sa.Column("text_values", sa.LargeBinary(), nullable=True))
