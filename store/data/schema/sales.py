"""Tables of what envelopes say, for reports: sales with their lines, discounts, taxes, tenders and coupons.

Everything here is worked out from `envelope` and can be worked out again; nothing else is true about it. A
row belongs to an envelope (`envelope_id`), which is the same in every epoch.

Source: docs/store.md, "Projection".
Invariants: the rows of an envelope appear in one transaction; an envelope is either here, or in `quarantine`
and not solved, or not yet reached by its lane's `projection` cursor.
"""

import sqlalchemy as sa

from store.data.schema.base import flag, store_table, text, whole_number

projection = store_table(
    "projection",
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("projected"),
    text("journal_hash"),
    key=("terminal_id", "epoch"),
)
"""How far a lane's envelopes were opened, and the journal hash they ended with (empty: not known)."""

quarantine = store_table(
    "quarantine",
    text("envelope_id"),
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("seq"),
    text("reason"),
    text("detail"),
    whole_number("received_at"),
    whole_number("quarantined_at"),
    whole_number("tries"),
    text("accepted_by"),
    whole_number("solved_at"),
    sa.Index("ix_quarantine_open", "store_id", "solved_at", "quarantined_at"),
    key=("envelope_id",),
)
"""An envelope that a person should look at. `solved_at` 0: still. `accepted_by`: who took it as it is."""

sale = store_table(
    "sale",
    text("envelope_id"),
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("seq"),
    text("lane"),
    text("transaction_id"),
    whole_number("number"),
    text("outcome"),
    text("reason"),
    text("business_date"),
    sa.Column("hour", sa.Integer, nullable=False),
    whole_number("started_at"),
    whole_number("paid_at"),
    whole_number("ended_at"),
    text("currency"),
    whole_number("total_minor"),
    whole_number("list_minor"),
    whole_number("saving_minor"),
    whole_number("linked_minor"),
    sa.Column("item_count", sa.Integer, nullable=False),
    sa.Column("line_count", sa.Integer, nullable=False),
    sa.Column("void_count", sa.Integer, nullable=False),
    sa.Column("not_found_count", sa.Integer, nullable=False),
    sa.Column("help_count", sa.Integer, nullable=False),
    sa.Column("help_s", sa.Integer, nullable=False),
    sa.Column("attempt_count", sa.Integer, nullable=False),
    text("member_id"),
    whole_number("points_earned"),
    whole_number("points_spent"),
    text("of_transaction_id"),
    text("prices"),
    text("priced_as"),
    text("receipt"),
    text("language"),
    whole_number("received_at"),
    sa.Index("ix_sale_day", "store_id", "business_date", "hour"),
    sa.Index("ix_sale_started", "store_id", "started_at"),
    sa.Index("ix_sale_transaction", "store_id", "transaction_id"),
    sa.Index("ix_sale_number", "store_id", "terminal_id", "number"),
    sa.Index("ix_sale_member", "store_id", "member_id", "started_at"),
    key=("envelope_id",),
)
"""A retail transaction. `outcome`: `sold`, `cancelled` or `returned`: what came back of the sale
`of_transaction_id`, its figures below nothing; `loaded`: a balance was topped up, which sells nothing;
`load_returned`: that went back. `business_date` and `hour` are the shop's own time at its
start. Its money was added up again, always; `priced_as`: `repriced` (by the offers of its moment it costs
the same), `own` (those offers are not known here: it is priced by the lane's own) or `accepted` (a
person took it as it is)."""

sale_line = store_table(
    "sale_line",
    text("envelope_id"),
    sa.Column("line_id", sa.Integer, nullable=False),
    text("product_key"),
    text("name"),
    text("category"),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("weight_g", sa.Integer, nullable=True),
    whole_number("unit_price_minor"),
    whole_number("list_minor"),
    whole_number("paid_minor"),
    whole_number("linked_minor"),
    sa.Column("tax_rate_bp", sa.Integer, nullable=False),
    flag("is_voided"),
    flag("is_marked_down"),
    whole_number("started_at"),
    sa.Index("ix_sale_line_product", "store_id", "product_key", "started_at"),
    key=("envelope_id", "line_id"),
)

sale_discount = store_table(
    "sale_discount",
    text("envelope_id"),
    sa.Column("line_id", sa.Integer, nullable=False),
    text("offer_id"),
    text("name"),
    text("layer"),
    text("funder"),
    sa.Column("coupon_no", sa.Integer, nullable=False),
    whole_number("amount_minor"),
    whole_number("started_at"),
    sa.Index("ix_sale_discount_offer", "store_id", "offer_id", "started_at"),
    key=("envelope_id", "line_id", "offer_id"),
)
"""What an offer took off a line."""

sale_tax = store_table(
    "sale_tax",
    text("envelope_id"),
    sa.Column("rate_bp", sa.Integer, nullable=False),
    whole_number("gross_minor"),
    whole_number("net_minor"),
    whole_number("tax_minor"),
    key=("envelope_id", "rate_bp"),
)

sale_tender = store_table(
    "sale_tender",
    text("envelope_id"),
    sa.Column("number", sa.Integer, nullable=False),
    text("kind"),
    whole_number("amount_minor"),
    text("card_name"),
    text("masked_pan"),
    text("authorisation_code"),
    text("card_terminal"),
    sa.Column("receipt_number", sa.Integer, nullable=True),
    sa.Column("trace_number", sa.Integer, nullable=True),
    text("entry_mode"),
    whole_number("paid_at"),
    key=("envelope_id", "number"),
)
"""`kind`: `card`, `wallet`, `value` or `points`."""

sale_coupon = store_table(
    "sale_coupon",
    text("envelope_id"),
    sa.Column("coupon_no", sa.Integer, nullable=False),
    text("coupon_id"),
    text("redemption_key"),
    text("held_by"),
    text("outcome"),
    text("reason"),
    whole_number("saving_minor"),
    sa.Index("ix_sale_coupon_key", "store_id", "redemption_key"),
    key=("envelope_id", "coupon_no"),
)
"""`outcome`: `redeemed`, `refused`, `released` or `shown`."""

lane_event = store_table(
    "lane_event",
    text("envelope_id"),
    sa.Column("number", sa.Integer, nullable=False),
    text("terminal_id"),
    text("event"),
    whole_number("at"),
    text("subject"),
    text("detail"),
    sa.Index("ix_lane_event_at", "store_id", "terminal_id", "at"),
    key=("envelope_id", "number"),
)
"""What happened on a lane besides scanning and pricing: help, devices, payments that failed, day ends."""
