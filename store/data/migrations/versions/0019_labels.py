"""Shelf labels, stories and reviews of goods, where shops are, payments by wallet."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "shelf_label",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("label_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("text_no", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        sa.Column("shown_pos", sa.BigInteger(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=False),
        sa.Column("shown_count", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "label_id", name=op.f("pk_shelf_label")),
    )
    op.create_index("shelf_label_pos", "shelf_label", ["store_id", "pos"], unique=False)
    op.create_index("shelf_label_product", "shelf_label", ["store_id", "product_key"], unique=False)
    op.create_table(
        "shelf_text",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("text_no", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "product_key", "text_no", name=op.f("pk_shelf_text")),
    )
    op.create_table(
        "shelf_told",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("label_id", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("text_no", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "label_id", "pos", name=op.f("pk_shelf_told")),
    )
    op.create_table(
        "shelf_shown",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("label_id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("text_no", sa.BigInteger(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "label_id", "number", name=op.f("pk_shelf_shown")),
    )
    op.create_index("shelf_shown_product", "shelf_shown", ["store_id", "product_key", "at"], unique=False)
    op.create_table(
        "shelf_head",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("grace_min", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name=op.f("pk_shelf_head")),
    )
    op.create_table(
        "product_story",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("story", sa.LargeBinary(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "product_key", name=op.f("pk_product_story")),
    )
    op.create_table(
        "product_review",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("sold_in", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "product_key", name=op.f("pk_product_review")),
    )
    op.create_index("product_review_product", "product_review", ["product_key", "state", "at"], unique=False)
    op.create_table(
        "shop_place",
        sa.Column("shop_id", sa.Text(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_shop_place")),
    )
    op.create_table(
        "wallet_charge",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("charge_id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("wallet", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "charge_id", name=op.f("pk_wallet_charge")),
    )
    op.create_index("wallet_charge_about", "wallet_charge", ["store_id", "about"], unique=False)
    op.create_index("wallet_charge_state", "wallet_charge", ["store_id", "state", "made_at"], unique=False)
