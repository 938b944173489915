"""Tables of what a shop's people change: who changed what and when, every version kept.

What is in force is in the feed (`feed_row`); these tables are its history, and the place where an import
waits, unseen, until it is complete.

Source: docs/catalogue.md.
Invariants: rows of a change are written once; only those of a published change were ever in force.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

change = store_table(
    "change",
    text("change_id"),
    text("scope"),
    text("source"),
    text("changed_by"),
    whole_number("changed_at"),
    text("state"),
    whole_number("row_count"),
    whole_number("head", nullable=True),
    sa.Index("change_at", "store_id", "changed_at"),
    sa.Index("change_head", "store_id", "scope", "head"),
    key=("change_id",),
)
"""One act of one person: an edit, a file. `source` is a file's name, or where it was done. `state` is
`staging` until everything is there, then `published`; `head` is then its scope's
position after it (empty: published by a program that did not note it)."""

change_row = store_table(
    "change_row",
    text("change_id"),
    text("kind"),
    text("key"),
    text("scope"),
    whole_number("number"),
    flag("is_deleted"),
    whole_number("min_wire"),
    whole_number("row_hash"),
    text("title", nullable=True),
    text("category", nullable=True),
    body("body"),
    sa.Index("change_row_history", "store_id", "scope", "kind", "key", "change_id"),
    key=("change_id", "kind", "key"),
    sqlite_with_rowid=False,
)
"""What a thing became by a change. `number` counts from 1 within the change: the offset of its
position."""
