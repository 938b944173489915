"""Stored value: accounts of gift cards and members, their ledger, holds of purchases."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "value_account",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("balance_minor", sa.BigInteger(), nullable=False),
        sa.Column("held_minor", sa.BigInteger(), nullable=False),
        sa.Column("short_minor", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("last_digits", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.Column("issued_in", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("balance_minor >= 0", name="value_account_not_negative"),
        sa.CheckConstraint("held_minor >= 0 AND held_minor <= balance_minor", name="value_account_held"),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_value_account")),
    )
    op.create_index(
        "value_account_issued", "value_account", ["issued_in", "kind", "changed_at"], unique=False
    )
    op.create_index("value_account_expires", "value_account", ["expires_at", "balance_minor"], unique=False)
    op.create_table(
        "value_card",
        sa.Column("lookup", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("lookup", name=op.f("pk_value_card")),
    )
    op.create_index("value_card_account", "value_card", ["account_id"], unique=False)
    op.create_table(
        "value_owner",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_value_owner")),
    )
    op.create_table(
        "value_entry",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("posting_id", sa.Text(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("booked_in", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("booked_by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("booked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "posting_id", "book", name=op.f("pk_value_entry")),
    )
    op.create_index("value_entry_book", "value_entry", ["booked_in", "book", "booked_at"], unique=False)
    op.create_table(
        "value_hold",
        sa.Column("account_id", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("captured_minor", sa.BigInteger(), nullable=False),
        sa.Column("ask_no", sa.BigInteger(), nullable=False),
        sa.Column("held_until", sa.BigInteger(), nullable=False),
        sa.Column("booked_in", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "transaction_id", name=op.f("pk_value_hold")),
    )
    op.create_index("value_hold_open", "value_hold", ["account_id", "state"], unique=False)
    op.create_index("value_hold_late", "value_hold", ["state", "held_until"], unique=False)
