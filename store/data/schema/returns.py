"""Goods that come back: holds on units of a sale, and what was given for them.

Source: docs/protocol.md, "Returns".
Invariants: what is held or given of a sale grows only while its row in `return_sale` is locked.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, text, whole_number

return_sale = store_table(
    "return_sale",
    text("transaction_id"),
    whole_number("version"),
    key=("transaction_id",),
)
"""A sale of which something came back, or was asked for: its lock."""

return_claim = store_table(
    "return_claim",
    text("return_id"),
    text("of_transaction_id"),
    text("terminal_id"),
    text("state"),
    whole_number("amount_minor"),
    whole_number("given_minor"),
    text("currency"),
    text("by"),
    text("why"),
    body("answer"),
    whole_number("made_at"),
    whole_number("changed_at"),
    text("transaction_id"),
    text("envelope_id"),
    text("released_by"),
    text("look"),
    text("looked_by"),
    whole_number("looked_at"),
    sa.Index("return_claim_sale", "store_id", "of_transaction_id"),
    sa.Index("return_claim_state", "store_id", "state", "made_at"),
    sa.Index("return_claim_look", "store_id", "looked_at", "look"),
    key=("return_id",),
)
"""`state`: `held`, `released` or `given` (its journal told what was given). `answer`: what the lane was told
(`retail.wire.returns.ReturnHold`, JSON). `transaction_id`, `envelope_id`: of the return, once its journal is
here. `look`: why a person should look at it, empty: nobody need; `looked_at` 0: nobody has."""

return_line = store_table(
    "return_line",
    text("return_id"),
    sa.Column("line_id", sa.Integer, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    whole_number("amount_minor"),
    whole_number("goods_minor"),
    key=("return_id", "line_id"),
)
"""Held: what was asked for and what that is worth. Given: what came back, and what was paid for it."""

return_tender = store_table(
    "return_tender",
    text("return_id"),
    text("tender_key"),
    whole_number("amount_minor"),
    whole_number("points"),
    key=("return_id", "tender_key"),
)
"""What goes back, or went back, to which means of payment (`store.data.journals.sold.key_of`)."""
