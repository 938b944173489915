"""Tables of the feed: one head per scope, the newest row of everything, ready-made snapshots.

A scope's rows belong to a store (`store_id`); what a whole chain shares belongs to `CHAIN`. Hashes of 64 bits
are kept as signed numbers, because that is what databases have.

Source: docs/protocol.md, "Feed down", "Snapshot".
Invariants: a position is given once per scope and feed epoch; `head` moves only while its row is locked, so
positions become visible in order.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

CHAIN = "chain"
"""The `store_id` of what all stores share, and the name of its scope."""

feed_head = store_table(
    "feed_head",
    text("scope"),
    text("feed_epoch"),
    whole_number("head"),
    whole_number("living"),
    whole_number("checksum"),
    whole_number("min_wire_max"),
    whole_number("pruned_to"),
    key=("scope",),
    sqlite_with_rowid=False,
)
"""`living` and `checksum` are over the living rows. `pruned_to`: the last position whose tombstone was thrown
away. `min_wire_max`: nothing here asks for more than this."""

feed_row = store_table(
    "feed_row",
    text("scope"),
    text("kind"),
    text("key"),
    whole_number("pos"),
    flag("is_deleted"),
    whole_number("min_wire"),
    whole_number("row_hash"),
    whole_number("changed_at"),
    text("title", nullable=True),
    text("category", nullable=True),
    body("body"),
    sa.Index("feed_row_pos", "store_id", "scope", "pos", unique=True),
    sa.Index("feed_row_title", "store_id", "scope", "kind", "title", "key"),
    key=("scope", "kind", "key"),
    sqlite_with_rowid=False,
)
"""Everything as it is now, or its tombstone. `title` and `category` are for lists at the store; no lane sees
them."""

snapshot = store_table(
    "snapshot",
    text("snapshot_id"),
    whole_number("made_at"),
    body("manifest"),
    text("sha256"),
    whole_number("size"),
    whole_number("chunk_size"),
    key=("snapshot_id",),
)
"""A finished file; its bytes are in `snapshot_chunk`. The manifest is unsigned: it is signed when told."""

snapshot_chunk = store_table(
    "snapshot_chunk",
    text("snapshot_id"),
    whole_number("number"),
    body("body"),
    key=("snapshot_id", "number"),
)

snapshot_claim = store_table(
    "snapshot_claim",
    text("claimed_by"),
    whole_number("claimed_until"),
)
"""Which worker makes the next snapshot of a store."""
