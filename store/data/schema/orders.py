"""Tables of what shoppers order: goods a shop counts, orders, whose they are, and a shop's rules for them.

An order names nobody: a row of the member's own (`member_order`) leads to it, holds the address encrypted
with the member's key, and goes when they are forgotten.

Source: docs/orders.md.
Invariants: `0 <= on_hand`, `0 <= reserved`, also by the tables' own checks; movements are only ever
added, and a level is their sum; an order is collected once.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, table_of, text, whole_number

stock_level = store_table(
    "stock_level",
    text("product_key"),
    whole_number("on_hand"),
    whole_number("reserved"),
    whole_number("changed_at"),
    sa.CheckConstraint("on_hand >= 0", name="stock_level_on_hand"),
    sa.CheckConstraint("reserved >= 0", name="stock_level_reserved"),
    key=("product_key",),
)
"""Goods a shop counts; without a row it does not. `reserved`: of open orders."""

stock_move = store_table(
    "stock_move",
    text("product_key"),
    text("move_id"),
    text("kind"),
    whole_number("on_hand_change"),
    whole_number("reserved_change"),
    whole_number("short"),
    text("who"),
    text("why"),
    whole_number("at"),
    sa.Index("stock_move_name", "store_id", "move_id"),
    key=("product_key", "move_id"),
)
"""What changed a level. `short`: sold or handed over without being in the count."""

shop_order = store_table(
    "shop_order",
    text("order_id"),
    text("subject"),
    text("way"),
    text("state"),
    text("channel"),
    body("goods"),
    whole_number("years"),
    whole_number("total_minor"),
    text("currency"),
    text("paid_by"),
    text("account_id"),
    whole_number("from_at"),
    whole_number("until_at"),
    whole_number("kept_until"),
    whole_number("code_s"),
    whole_number("number_s"),
    text("shown_to"),
    whole_number("made_at"),
    whole_number("ready_at"),
    whole_number("closed_at"),
    text("closed_by"),
    text("why"),
    whole_number("paid_at", server_default="0"),
    whole_number("pay_until", server_default="0"),
    text("paid_in", server_default=""),
    text("held_in", server_default=""),
    text("held_for", server_default=""),
    whole_number("held_until", server_default="0"),
    sa.Index("shop_order_subject", "store_id", "subject"),
    sa.Index("shop_order_state", "store_id", "state", "from_at"),
    sa.Index("shop_order_made", "store_id", "made_at"),
    sa.Index("shop_order_held", "store_id", "held_for"),
    key=("order_id",),
)
"""An order. `subject`: what its codes are about. `goods`: JSON (`store.data.ordering.order.Goods`).
`years`: the age its goods ask for. `code_s`, `number_s`: the newest code and number a counter has seen,
`shown_to` by whom. `paid_at` 0: not paid; then it is cancelled at `pay_until`. `paid_in`: the envelope of
the sale that paid it at a lane. `held_in`, `held_for`, `held_until`: the lane and its purchase that is
paying it, and how long nobody else may."""

order_rule = store_table("order_rule", body("rules"), whole_number("changed_at"))
"""A shop's rules for orders (`store.data.ordering.order_rules.Rules`), JSON; without a row the
defaults count."""

member_order = table_of(
    "member",
    "member_order",
    text("member_id", primary_key=True),
    text("order_id", primary_key=True),
    text("store_id"),
    body("address"),
    whole_number("made_at"),
    sa.Index("member_order_of", "order_id"),
)
"""Whose an order is; `address` encrypted with the member's key, empty where it is collected."""
