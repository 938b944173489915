"""Baskets that phones hand to a lane.

Source: docs/phone.md, "To the lane".
Invariants: a basket has one row from its code to its receipt; the state says who may have it.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, text, whole_number

phone_basket = store_table(
    "phone_basket",
    text("subject"),
    text("member_id"),
    text("device_id"),
    text("member_subject"),
    body("lines"),
    body("coupons"),
    whole_number("made_at"),
    whole_number("until"),
    text("state"),
    text("claimed_in"),
    text("claimed_for"),
    whole_number("claimed_at"),
    text("envelope_id"),
    sa.Index("phone_basket_device", "store_id", "device_id"),
    sa.Index("phone_basket_purchase", "store_id", "claimed_for"),
    sa.Index("phone_basket_until", "until"),
    key=("subject",),
)
"""`subject`: what its codes are about. `state`: open, claimed, aside, paid or withdrawn. `claimed_for`: the
transaction that has it; `envelope_id`: of the sale it became."""
