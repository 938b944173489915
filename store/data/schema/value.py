"""Tables of stored value: accounts, the ledger's legs, holds of purchases, and what leads to an account.

Everything of an account lives together, so that a purchase is one node's business. An account names nobody: a
card leads to it by a keyed hash, a member by a row of their own that goes when they are forgotten.

Source: docs/stored-value.md; `retail.stored_value`.
Invariants: `0 <= held <= balance`, also by the tables' own checks; legs are only ever added; `balance_minor`
is the sum of the account's legs in the book `balance`, `held_minor` of its open holds.
"""

import sqlalchemy as sa

from store.data.schema.base import table_of, text, whole_number

value_account = table_of(
    "account",
    "value_account",
    text("account_id", primary_key=True),
    text("kind"),
    text("currency"),
    text("state"),
    whole_number("balance_minor"),
    whole_number("held_minor"),
    whole_number("short_minor"),
    whole_number("expires_at"),
    whole_number("version"),
    text("last_digits"),
    text("pin_hash"),
    whole_number("wrong"),
    whole_number("locked_until"),
    text("issued_in"),
    whole_number("made_at"),
    whole_number("changed_at"),
    sa.CheckConstraint("balance_minor >= 0", name="value_account_not_negative"),
    sa.CheckConstraint("held_minor >= 0 AND held_minor <= balance_minor", name="value_account_held"),
    sa.Index("value_account_issued", "issued_in", "kind", "changed_at"),
    sa.Index("value_account_expires", "expires_at", "balance_minor"),
)
"""`retail.stored_value.account.Account`; `pin_hash` empty: none is asked for. `wrong`, `locked_until`: of its
PIN. `changed_at` is when value or state last changed."""

value_card = table_of(
    "chain",
    "value_card",
    text("lookup", primary_key=True),
    text("account_id"),
    sa.Index("value_card_account", "account_id"),
)
"""Gift cards: a keyed hash of what lanes ask with. A stolen table leads to no number."""

value_owner = table_of(
    "member",
    "value_owner",
    text("member_id", primary_key=True),
    text("account_id"),
    whole_number("made_at"),
)
"""Whose balance an account is. Gone when the member is forgotten."""

value_entry = table_of(
    "account",
    "value_entry",
    text("account_id", primary_key=True),
    text("posting_id", primary_key=True),
    text("book", primary_key=True),
    text("kind"),
    whole_number("amount_minor"),
    text("transaction_id"),
    text("booked_in"),
    text("terminal_id"),
    text("booked_by"),
    text("why"),
    whole_number("booked_at"),
    sa.Index("value_entry_book", "booked_in", "book", "booked_at"),
)
"""The ledger: one leg of a posting (`retail.stored_value.postings`). Only ever added to."""

value_hold = table_of(
    "account",
    "value_hold",
    text("account_id", primary_key=True),
    text("transaction_id", primary_key=True),
    text("state"),
    whole_number("amount_minor"),
    whole_number("captured_minor"),
    whole_number("ask_no"),
    whole_number("held_until"),
    text("booked_in"),
    text("terminal_id"),
    whole_number("changed_at"),
    sa.Index("value_hold_open", "account_id", "state"),
    sa.Index("value_hold_late", "state", "held_until"),
)
"""`retail.stored_value.account.Hold`, and which lane asked."""
