"""Orders with the stock they reserve, and what members like."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "stock_level",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("on_hand >= 0", name="stock_level_on_hand"),
        sa.CheckConstraint("reserved >= 0", name="stock_level_reserved"),
        sa.PrimaryKeyConstraint("store_id", "product_key", name=op.f("pk_stock_level")),
    )
    op.create_table(
        "stock_move",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("move_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("on_hand_change", sa.BigInteger(), nullable=False),
        sa.Column("reserved_change", sa.BigInteger(), nullable=False),
        sa.Column("short", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "product_key", "move_id", name=op.f("pk_stock_move")),
    )
    op.create_index("stock_move_name", "stock_move", ["store_id", "move_id"], unique=False)
    op.create_table(
        "shop_order",
        sa.Column("store_id", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("order_id", "subject", "way", "state", "channel")
        ),
        sa.Column("goods", sa.LargeBinary(), nullable=False),
        sa.Column("years", sa.BigInteger(), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("currency", "paid_by", "account_id")),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("from_at", "until_at", "kept_until", "code_s", "number_s")
        ),
        sa.Column("shown_to", sa.Text(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("made_at", "ready_at", "closed_at")),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "order_id", name=op.f("pk_shop_order")),
    )
    op.create_index("shop_order_subject", "shop_order", ["store_id", "subject"], unique=False)
    op.create_index("shop_order_state", "shop_order", ["store_id", "state", "from_at"], unique=False)
    op.create_index("shop_order_made", "shop_order", ["store_id", "made_at"], unique=False)
    op.create_table(
        "order_rule",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("rules", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name=op.f("pk_order_rule")),
    )
    op.create_table(
        "member_order",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "order_id", name=op.f("pk_member_order")),
    )
    op.create_index("member_order_of", "member_order", ["order_id"], unique=False)
    op.create_table(
        "member_interest",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("interest", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "interest", name=op.f("pk_member_interest")),
    )
    op.create_table(
        "member_checkin",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("checked_in", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_member_checkin")),
    )
    op.create_index("member_checkin_until", "member_checkin", ["until"], unique=False)
    op.create_table(
        "phone_count",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "day", "what", "about", name=op.f("pk_phone_count")),
    )
