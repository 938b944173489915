"""Electronic shelf labels: what each is to show, what it was told and when it said that it shows it.

Source: docs/labels.md.
Invariants: `shelf_text`, `shelf_told` and `shelf_shown` are only ever added to: together they are the proof
of what the shelf said.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

shelf_label = store_table(
    "shelf_label",
    text("label_id"),
    text("product_key"),
    text("size"),
    flag("is_gone"),
    whole_number("pos"),
    whole_number("text_no"),
    whole_number("told_at"),
    whole_number("shown_pos"),
    whole_number("shown_at"),
    whole_number("shown_count"),
    whole_number("made_at"),
    sa.Index("shelf_label_pos", "store_id", "pos"),
    sa.Index("shelf_label_product", "store_id", "product_key"),
    key=("label_id",),
)
"""A label on a shelf. `pos`, `text_no`: what it is to show; `shown_pos`: what it last said that it shows."""

shelf_text = store_table(
    "shelf_text",
    text("product_key"),
    whole_number("text_no"),
    body("text"),
    whole_number("at"),
    key=("product_key", "text_no"),
)
"""What labels of a product were to say since when (`retail.wire.labels.LabelText`, JSON)."""

shelf_told = store_table(
    "shelf_told",
    text("label_id"),
    whole_number("pos"),
    text("product_key"),
    whole_number("text_no"),
    whole_number("at"),
    key=("label_id", "pos"),
)
"""Each content a label was ever told to show."""

shelf_shown = store_table(
    "shelf_shown",
    text("label_id"),
    whole_number("number"),
    text("product_key"),
    whole_number("text_no"),
    whole_number("pos"),
    whole_number("at"),
    sa.Index("shelf_shown_product", "store_id", "product_key", "at"),
    key=("label_id", "number"),
)
"""Each time a label said that it shows something else; `product_key` empty: it was taken off the shelf."""

shelf_head = store_table("shelf_head", whole_number("head"), whole_number("grace_min"))
"""The last place given in the feed of labels, and how long the lower price counts after a change."""
