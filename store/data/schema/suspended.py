"""Baskets that were put aside, until a lane takes them over or the day ends.

Source: docs/protocol.md, "Suspended baskets".
Invariants: a basket has one row from beginning to end, and is taken over once.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, text, whole_number

suspended_basket = store_table(
    "suspended_basket",
    text("token"),
    text("transaction_id"),
    text("terminal_id"),
    text("business_date"),
    whole_number("at"),
    text("by"),
    text("why"),
    whole_number("item_count"),
    whole_number("total_minor"),
    text("currency"),
    body("lines"),
    text("claimed_in"),
    text("claimed_by"),
    whole_number("claimed_at"),
    text("cancelled_by"),
    whole_number("cancelled_at"),
    sa.Index("suspended_day", "store_id", "business_date"),
    key=("token",),
)
"""`lines`: its goods (`retail.wire.suspended.SuspendedGoods`, JSON). `claimed_at`, `cancelled_at` 0: not."""
