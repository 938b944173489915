"""What staff type at a lane; what an alert waits for; decisions sent to lanes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. What a program of before wrote has none of them."""
    op.add_column("staff", sa.Column("number", sa.Text(), nullable=True))
    op.create_index("staff_number", "staff", ["store_id", "number"], unique=False)
    op.add_column("alert", sa.Column("waiting", sa.LargeBinary(), nullable=True))
    op.add_column("command", sa.Column("decision", sa.LargeBinary(), nullable=True))
