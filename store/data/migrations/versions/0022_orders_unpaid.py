"""Orders that are not paid yet, and the lane that is paying one."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; an order of before was paid when it was placed."""
    for name in ("paid_in", "held_in", "held_for"):
        op.add_column("shop_order", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in ("paid_at", "pay_until", "held_until"):
        op.add_column("shop_order", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("shop_order_held", "shop_order", ["store_id", "held_for"], unique=False)
    op.execute("UPDATE shop_order SET paid_at = made_at")
