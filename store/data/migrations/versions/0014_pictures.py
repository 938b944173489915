"""Pictures of items that staff are asked about."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table. On PostgreSQL it is in no write-ahead log, so in no archive made from that."""
    op.create_table(
        "item_picture",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("alert_id", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "terminal_id", "alert_id", name=op.f("pk_item_picture")),
    )
    op.create_index("item_picture_until", "item_picture", ["until"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE item_picture SET UNLOGGED")
