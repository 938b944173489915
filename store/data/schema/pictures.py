"""Pictures of items that staff are asked about, for as long as they wait.

Source: docs/security.md, "Pictures".
Invariants: a lane has one picture per alert of its own; none is in a backup (`store.data.backup`).
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, text, whole_number

item_picture = store_table(
    "item_picture",
    text("terminal_id"),
    text("alert_id"),
    text("mark"),
    body("jpeg"),
    whole_number("until"),
    sa.Index("item_picture_until", "until"),
    key=("terminal_id", "alert_id"),
)
"""`mark`: its name (`retail.wire.pictures.mark_of`). `until`: not shown from then on."""
