"""What lanes asked of people, and what goods weighed: worked out of envelopes, and decided about weights."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "intervention_event",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("intervention_no", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("is_called", sa.Boolean(), nullable=False),
        sa.Column("is_remote", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "number", name=op.f("pk_intervention_event")),
    )
    op.create_index("ix_intervention_event_at", "intervention_event", ["store_id", "at"], unique=False)
    op.create_index(
        "ix_intervention_event_no",
        "intervention_event",
        ["store_id", "terminal_id", "epoch", "intervention_no"],
        unique=False,
    )
    op.create_table(
        "staff_sign",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("terminal_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "number", name=op.f("pk_staff_sign")),
    )
    op.create_index("ix_staff_sign_at", "staff_sign", ["store_id", "at"], unique=False)
    op.create_table(
        "weight_refusal",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("expected_g", sa.BigInteger(), nullable=False),
        sa.Column("tolerance_g", sa.BigInteger(), nullable=False),
        sa.Column("refused_by", sa.Text(), nullable=False),
        sa.Column("refused_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "product_key", name=op.f("pk_weight_refusal")),
    )
    op.create_table(
        "weight_sample",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("envelope_id", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("weight_g", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "envelope_id", "line_id", name=op.f("pk_weight_sample")),
    )
    op.create_index(
        "ix_weight_sample_product", "weight_sample", ["store_id", "product_key", "at"], unique=False
    )
    op.create_table(
        "weight_struck",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("product_key", sa.Text(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("struck_by", sa.Text(), nullable=False),
        sa.Column("struck_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "store_id", "product_key", "transaction_id", "line_id", name=op.f("pk_weight_struck")
        ),
    )
