"""What envelopes say: sales for reports, quarantine, cursors."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "lane_event",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "number", name=op.f("pk_lane_event")),
    )
    op.create_index("ix_lane_event_at", "lane_event", ["store_id", "terminal_id", "at"], unique=False)
    op.create_table(
        "projection",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("projected", sa.BigInteger(), nullable=False),
        sa.Column("journal_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "terminal_id", "epoch", name=op.f("pk_projection")),
    )
    op.create_table(
        "quarantine",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("quarantined_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("accepted_by", sa.Text(), nullable=False),
        sa.Column("solved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", name=op.f("pk_quarantine")),
    )
    op.create_index(
        "ix_quarantine_open", "quarantine", ["store_id", "solved_at", "quarantined_at"], unique=False
    )
    op.create_table(
        "sale",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("list_minor", sa.BigInteger(), nullable=False),
        sa.Column("saving_minor", sa.BigInteger(), nullable=False),
        sa.Column("linked_minor", sa.BigInteger(), nullable=False),
        sa.Column("item_count", sa.Integer(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("void_count", sa.Integer(), nullable=False),
        sa.Column("not_found_count", sa.Integer(), nullable=False),
        sa.Column("help_count", sa.Integer(), nullable=False),
        sa.Column("help_s", sa.Integer(), nullable=False),
        sa.Column("attempt_count", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("points_earned", sa.BigInteger(), nullable=False),
        sa.Column("points_spent", sa.BigInteger(), nullable=False),
        sa.Column("prices", sa.Text(), nullable=False),
        sa.Column("priced_as", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", name=op.f("pk_sale")),
    )
    op.create_index("ix_sale_day", "sale", ["store_id", "business_date", "hour"], unique=False)
    op.create_index("ix_sale_number", "sale", ["store_id", "terminal_id", "number"], unique=False)
    op.create_index("ix_sale_started", "sale", ["store_id", "started_at"], unique=False)
    op.create_index("ix_sale_transaction", "sale", ["store_id", "transaction_id"], unique=False)
    op.create_table(
        "sale_coupon",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("coupon_no", sa.Integer(), nullable=False),
        sa.Column("coupon_id", sa.Text(), nullable=False),
        sa.Column("redemption_key", sa.Text(), nullable=False),
        sa.Column("held_by", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("saving_minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "coupon_no", name=op.f("pk_sale_coupon")),
    )
    op.create_index("ix_sale_coupon_key", "sale_coupon", ["store_id", "redemption_key"], unique=False)
    op.create_table(
        "sale_discount",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("funder", sa.Text(), nullable=False),
        sa.Column("coupon_no", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "store_id", "envelope_id", "line_id", "offer_id", name=op.f("pk_sale_discount")
        ),
    )
    op.create_index(
        "ix_sale_discount_offer", "sale_discount", ["store_id", "offer_id", "started_at"], unique=False
    )
    op.create_table(
        "sale_line",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("weight_g", sa.Integer(), nullable=True),
        sa.Column("unit_price_minor", sa.BigInteger(), nullable=False),
        sa.Column("list_minor", sa.BigInteger(), nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.Column("linked_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_rate_bp", sa.Integer(), nullable=False),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.Column("is_marked_down", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "line_id", name=op.f("pk_sale_line")),
    )
    op.create_index(
        "ix_sale_line_product", "sale_line", ["store_id", "product_key", "started_at"], unique=False
    )
    op.create_table(
        "sale_tax",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("rate_bp", sa.Integer(), nullable=False),
        sa.Column("gross_minor", sa.BigInteger(), nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "rate_bp", name=op.f("pk_sale_tax")),
    )
    op.create_table(
        "sale_tender",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("card_name", sa.Text(), nullable=False),
        sa.Column("masked_pan", sa.Text(), nullable=False),
        sa.Column("authorisation_code", sa.Text(), nullable=False),
        sa.Column("card_terminal", sa.Text(), nullable=False),
        sa.Column("receipt_number", sa.Integer(), nullable=True),
        sa.Column("trace_number", sa.Integer(), nullable=True),
        sa.Column("entry_mode", sa.Text(), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "number", name=op.f("pk_sale_tender")),
    )
