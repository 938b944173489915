"""The exit: what has left, what gates were asked and did, and which purchase a phone's exit code is of.

Source: docs/gate.md.
Invariants: a purchase leaves once: its row in `exit_opening` is the opening.
"""

import sqlalchemy as sa

from store.data.schema.base import flag, store_table, text, whole_number

exit_opening = store_table(
    "exit_opening",
    text("transaction_id"),
    text("ask_id"),
    text("gate_id"),
    whole_number("at"),
    key=("transaction_id",),
)

exit_event = store_table(
    "exit_event",
    text("ask_id"),
    text("gate_id"),
    flag("opened"),
    text("reason"),
    text("detail"),
    text("transaction_id"),
    whole_number("at"),
    sa.Index("exit_event_at", "store_id", "at"),
    key=("ask_id",),
)
"""What a gate was asked and what it did. `detail`: of a code, why it does not count."""

exit_pass = store_table(
    "exit_pass",
    text("subject"),
    text("transaction_id"),
    whole_number("until"),
    sa.Index("exit_pass_until", "store_id", "until"),
    key=("subject",),
)
"""The purchase a phone's exit code is of."""

exit_check = store_table(
    "exit_check",
    text("transaction_id"),
    text("gate_id"),
    text("why"),
    whole_number("asked_at"),
    text("looked_by"),
    whole_number("looked_at"),
    sa.Index("exit_check_asked", "store_id", "looked_at", "asked_at"),
    key=("transaction_id",),
)
"""A purchase somebody looks at before it leaves. `looked_at` 0: nobody has."""
