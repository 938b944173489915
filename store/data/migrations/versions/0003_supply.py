"""What goes down to lanes, its history and ready-made files; what may be spent once."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "campaign",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("offer_id", sa.Text(), nullable=False),
        sa.Column("spent_uses", sa.BigInteger(), nullable=False),
        sa.Column("spent_minor", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "offer_id", name=op.f("pk_campaign")),
    )
    op.create_table(
        "campaign_slice",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("offer_id", sa.Text(), nullable=False),
        sa.Column("slice_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("follows", sa.Text(), nullable=False),
        sa.Column("follows_uses", sa.BigInteger(), nullable=False),
        sa.Column("follows_minor", sa.BigInteger(), nullable=False),
        sa.Column("granted_uses", sa.BigInteger(), nullable=False),
        sa.Column("granted_minor", sa.BigInteger(), nullable=False),
        sa.Column("spent_uses", sa.BigInteger(), nullable=False),
        sa.Column("spent_minor", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "offer_id", "slice_id", name=op.f("pk_campaign_slice")),
    )
    op.create_index(
        "campaign_slice_terminal",
        "campaign_slice",
        ["store_id", "offer_id", "terminal_id", "is_settled"],
        unique=False,
    )
    op.create_table(
        "change",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("change_id", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("row_count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "change_id", name=op.f("pk_change")),
    )
    op.create_index("change_at", "change", ["store_id", "changed_at"], unique=False)
    op.create_table(
        "change_row",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("change_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("min_wire", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "change_id", "kind", "key", name=op.f("pk_change_row")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "change_row_history", "change_row", ["store_id", "scope", "kind", "key", "change_id"], unique=False
    )
    op.create_table(
        "coupon",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("redemption_key", sa.Text(), nullable=False),
        sa.Column("coupon_id", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("held_until", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "redemption_key", name=op.f("pk_coupon")),
    )
    op.create_index("coupon_changed", "coupon", ["store_id", "status", "changed_at"], unique=False)
    op.create_table(
        "coupon_loss",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("redemption_key", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("coupon_id", sa.Text(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("first_transaction_id", sa.Text(), nullable=False),
        sa.Column("saving_minor", sa.BigInteger(), nullable=False),
        sa.Column("booked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "redemption_key", "transaction_id", name=op.f("pk_coupon_loss")),
    )
    op.create_table(
        "feed_head",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("feed_epoch", sa.Text(), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("living", sa.BigInteger(), nullable=False),
        sa.Column("checksum", sa.BigInteger(), nullable=False),
        sa.Column("min_wire_max", sa.BigInteger(), nullable=False),
        sa.Column("pruned_to", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "scope", name=op.f("pk_feed_head")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "feed_row",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("min_wire", sa.BigInteger(), nullable=False),
        sa.Column("row_hash", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "scope", "kind", "key", name=op.f("pk_feed_row")),
        sqlite_with_rowid=False,
    )
    op.create_index("feed_row_pos", "feed_row", ["store_id", "scope", "pos"], unique=True)
    op.create_index("feed_row_title", "feed_row", ["store_id", "scope", "kind", "title", "key"], unique=False)
    op.create_table(
        "snapshot",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("manifest", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("chunk_size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "snapshot_id", name=op.f("pk_snapshot")),
    )
    op.create_table(
        "snapshot_chunk",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "snapshot_id", "number", name=op.f("pk_snapshot_chunk")),
    )
    op.create_table(
        "snapshot_claim",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", name=op.f("pk_snapshot_claim")),
    )
