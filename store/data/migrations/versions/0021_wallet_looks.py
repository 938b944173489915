"""What staff look at of payments by wallet: the gateway's last word, and their own."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    for name in ("order_id", "heard", "settled_as", "settled_by", "settled_why"):
        op.add_column("wallet_charge", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in (
        "heard_at",
        "heard_minor",
        "back_minor",
        "back_at",
        "look_at",
        "settled_minor",
        "settled_at",
    ):
        op.add_column("wallet_charge", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("wallet_charge_look", "wallet_charge", ["store_id", "look_at"], unique=False)
    op.create_index("wallet_charge_settled", "wallet_charge", ["store_id", "settled_at"], unique=False)
