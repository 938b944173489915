"""Tables of what may be spent once: coupons and their losses, campaigns and the slices lent to lanes.

Source: docs/coupons.md, "Redemption", "Offline"; docs/protocol.md, "Scarce things".
Invariants: a coupon's `version` grows with every change, and every change names the version it saw, so that
two workers cannot both give it.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

coupon = store_table(
    "coupon",
    text("redemption_key"),
    text("coupon_id"),
    whole_number("version"),
    body("state"),
    text("status"),
    text("transaction_id"),
    text("terminal_id"),
    whole_number("held_until"),
    whole_number("changed_at"),
    sa.Index("coupon_changed", "store_id", "status", "changed_at"),
    key=("redemption_key",),
)
"""`state` is the whole `RedemptionState`; the columns beside it are for lists."""

coupon_loss = store_table(
    "coupon_loss",
    text("redemption_key"),
    text("transaction_id"),
    text("coupon_id"),
    text("terminal_id"),
    text("first_transaction_id"),
    whole_number("saving_minor"),
    whole_number("booked_at"),
    key=("redemption_key", "transaction_id"),
)
"""A redemption too many, given by a lane without a link."""

campaign = store_table(
    "campaign",
    text("offer_id"),
    whole_number("spent_uses"),
    whole_number("spent_minor"),
    whole_number("changed_at"),
    key=("offer_id",),
)
"""What is used for good by slices that came home. The limit is the offer's. Its row is locked by whoever
lends from it."""

campaign_slice = store_table(
    "campaign_slice",
    text("offer_id"),
    text("slice_id"),
    text("terminal_id"),
    text("follows"),
    whole_number("follows_uses"),
    whole_number("follows_minor"),
    whole_number("granted_uses"),
    whole_number("granted_minor"),
    whole_number("spent_uses"),
    whole_number("spent_minor"),
    whole_number("expires_at"),
    whole_number("given_at"),
    flag("is_settled"),
    sa.Index("campaign_slice_terminal", "store_id", "offer_id", "terminal_id", "is_settled"),
    key=("offer_id", "slice_id"),
)
"""What a lane may spend, and what it said it has spent. `follows`: the slice it was given in place of,
and what the lane had told to have spent of that one."""
