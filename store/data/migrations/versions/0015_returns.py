"""Goods that come back."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; a sale of before came back of none."""
    op.create_table(
        "return_sale",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "transaction_id", name=op.f("pk_return_sale")),
    )
    op.create_table(
        "return_claim",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("return_id", sa.Text(), nullable=False),
        sa.Column("of_transaction_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("given_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("released_by", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("looked_by", sa.Text(), nullable=False),
        sa.Column("looked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "return_id", name=op.f("pk_return_claim")),
    )
    op.create_index("return_claim_sale", "return_claim", ["store_id", "of_transaction_id"], unique=False)
    op.create_index("return_claim_state", "return_claim", ["store_id", "state", "made_at"], unique=False)
    op.create_index("return_claim_look", "return_claim", ["store_id", "looked_at", "look"], unique=False)
    op.create_table(
        "return_line",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("return_id", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("goods_minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "return_id", "line_id", name=op.f("pk_return_line")),
    )
    op.create_table(
        "return_tender",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("return_id", sa.Text(), nullable=False),
        sa.Column("tender_key", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "return_id", "tender_key", name=op.f("pk_return_tender")),
    )
    op.add_column("sale", sa.Column("of_transaction_id", sa.Text(), nullable=False, server_default=""))
