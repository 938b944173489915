"""Payments by QR wallet that a phone asked for: what was asked of the gateway, and what became of it.

Source: docs/phone.md, "Paying with a wallet".
Invariants: a row is written before the gateway is asked, and names nobody: it leads to an account.
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
    text("order_id", server_default=""),
    text("heard", server_default=""),
    whole_number("heard_at", server_default="0"),
    whole_number("heard_minor", server_default="0"),
    whole_number("back_minor", server_default="0"),
    whole_number("back_at", server_default="0"),
    whole_number("look_at", server_default="0"),
    text("settled_as", server_default=""),
    whole_number("settled_minor", server_default="0"),
    text("settled_by", server_default=""),
    text("settled_why", server_default=""),
    whole_number("settled_at", server_default="0"),
    sa.Index("wallet_charge_state", "store_id", "state", "made_at"),
    sa.Index("wallet_charge_about", "store_id", "about"),
    sa.Index("wallet_charge_look", "store_id", "look_at"),
    sa.Index("wallet_charge_settled", "store_id", "settled_at"),
    key=("charge_id",),
)
"""`purpose`: `top_up` or `order`; `about`: the account it loads; `order_id`: what waits for it, or empty.
`subject`: of the phone that may look at it. `state`: `asked`, `pending`, `paid`, `failed`, `giving_back`,
`given_back` or `unclear`. `heard…`: the gateway's last word, and what it had and gave back then. `back_at`:
when giving back began. `look_at`: when it is asked again, though it is over. `settled…`: staff's word."""
