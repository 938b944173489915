"""Payments by QR wallet that a phone asked for: what was asked of the gateway, and what became of it.

Source: docs/phone.md, "Paying with a wallet".
Invariants: a row is written before the gateway is asked, and names nobody: it leads to an account or to an
order.
"""

import sqlalchemy as sa

from store.data.schema.base import store_table, text, whole_number

wallet_charge = store_table(
    "wallet_charge",
    text("charge_id"),
    text("purpose"),
    text("about"),
    text("subject"),
    whole_number("amount_minor"),
    text("currency"),
    text("state"),
    text("present"),
    text("wallet"),
    text("reference"),
    whole_number("until"),
    whole_number("made_at"),
    whole_number("ended_at"),
    sa.Index("wallet_charge_state", "store_id", "state", "made_at"),
    sa.Index("wallet_charge_about", "store_id", "about"),
    key=("charge_id",),
)
"""`purpose`: `top_up` or `order`; `about`: the account, or the order. `subject`: of the phone that may look
at it. `state`: `asked`, `pending`, `paid`, `failed`, `giving_back`, `given_back` or `unclear`."""
