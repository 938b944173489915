"""Members' phones, what they agreed to, and the keys of their codes."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and what finds a member's sales."""
    op.create_table(
        "credential_key",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("from_s", sa.BigInteger(), nullable=False),
        sa.Column("signs_from_s", sa.BigInteger(), nullable=False),
        sa.Column("until_s", sa.BigInteger(), nullable=False),
        sa.Column("ended_s", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "key_id", name=op.f("pk_credential_key")),
    )
    op.create_table(
        "credential_number",
        sa.Column("store_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("until_s", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store_id", "subject", name=op.f("pk_credential_number")),
    )
    op.create_index("credential_number_until", "credential_number", ["store_id", "until_s"], unique=False)
    op.create_table(
        "credential_revoked",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before_s", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_credential_revoked")),
    )
    op.create_index("credential_revoked_before", "credential_revoked", ["before_s"], unique=False)
    op.create_table(
        "phone_consent",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("consent_id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "consent_id", name=op.f("pk_phone_consent")),
    )
    op.create_table(
        "phone_device",
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "device_id", name=op.f("pk_phone_device")),
    )
    op.create_table(
        "phone_link",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_phone_link")),
    )
    op.create_index("phone_link_until", "phone_link", ["until"], unique=False)
    op.create_table(
        "phone_session",
        sa.Column("secret_hash", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("csrf", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_phone_session")),
    )
    op.create_index("phone_session_member", "phone_session", ["member_id", "device_id"], unique=False)
    op.create_index("phone_session_used", "phone_session", ["used_at"], unique=False)
    op.create_index("ix_sale_member", "sale", ["store_id", "member_id", "started_at"], unique=False)
