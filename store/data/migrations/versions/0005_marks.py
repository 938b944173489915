"""Where in its feed a change was published: what a lane at a position knew."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column. Older changes count from where their feed stands now: of before, nothing is known."""
    op.add_column("change", sa.Column("head", sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE change SET head = (SELECT feed_head.head FROM feed_head WHERE "
        "feed_head.store_id = change.store_id AND feed_head.scope = change.scope) WHERE state = 'published'"
    )
    op.create_index("change_head", "change", ["store_id", "scope", "head"], unique=False)
