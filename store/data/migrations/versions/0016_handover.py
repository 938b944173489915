"""Baskets that phones hand to a lane."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "phone_basket",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("member_subject", sa.Text(), nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.Column("coupons", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claimed_in", sa.Text(), nullable=False),
        sa.Column("claimed_for", sa.Text(), nullable=False),
        sa.Column("claimed_at", sa.BigInteger(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "subject", name=op.f("pk_phone_basket")),
    )
    op.create_index("phone_basket_device", "phone_basket", ["store_id", "device_id"], unique=False)
    op.create_index("phone_basket_purchase", "phone_basket", ["store_id", "claimed_for"], unique=False)
    op.create_index("phone_basket_until", "phone_basket", ["until"], unique=False)
