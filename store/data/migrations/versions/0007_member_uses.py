"""How often members bought, and what they had of offers with a limit for each member."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables. Purchases of before are not counted: their terms may be gone."""
    op.create_table(
        "member_visit",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("booked_in", sa.Text(), nullable=False),
        sa.Column("booked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "transaction_id", name=op.f("pk_member_visit")),
    )
    op.create_table(
        "member_offer_use",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("offer_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("is_daily", sa.Boolean(), nullable=False),
        sa.Column("booked_in", sa.Text(), nullable=False),
        sa.Column("booked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "transaction_id", "offer_id", name=op.f("pk_member_offer_use")),
    )
    op.create_index("member_offer_use_age", "member_offer_use", ["is_daily", "day"], unique=False)
