"""Tables of what lanes send: envelopes as they came, and how far each lane's journal has arrived.

Nothing here is ever changed but the heads. What an envelope means is worked out later (`projection`).

Source: docs/protocol.md, "Journal up".
Invariants: the envelopes of a (store, terminal, epoch) are numbered 1 to `acked` without a gap and chained,
the last one's hash being `head_hash`; an id exists once per store.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

envelope = store_table(
    "envelope",
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("seq"),
    text("id"),
    body("hash"),
    whole_number("received_at"),
    flag("is_held"),
    body("body"),
    sa.UniqueConstraint("store_id", "id"),
    key=("terminal_id", "epoch", "seq"),
)
"""A unit of upload, verbatim. The hash before it is that of the envelope before it. `is_held`: it came from a
lane that may not sell, so a person looks at it first."""

terminal_head = store_table(
    "terminal_head",
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("acked"),
    body("head_hash"),
    whole_number("updated_at"),
    sa.Index("ix_terminal_head_updated", "store_id", "updated_at"),
    key=("terminal_id", "epoch"),
)
"""How far a lane's journal has arrived. Its row is locked while envelopes are added."""

envelope_again = store_table(
    "envelope_again",
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("seq"),
    text("id"),
    body("hash"),
    whole_number("received_at"),
    body("body", nullable=True),
    key=("terminal_id", "epoch", "seq"),
)
"""An envelope whose id is there already, sent again in a later epoch after a fork. It counts for the chain
and for nothing else. `body` only if it is not the bytes known under that id: then somebody should look."""

fork = store_table(
    "fork",
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("seq"),
    body("hash"),
    text("reason"),
    whole_number("seen_at"),
    key=("terminal_id", "epoch", "seq", "hash"),
)
"""A journal that is not the one the service knows: a disk put back to an older state, or two lanes with one
identity."""
