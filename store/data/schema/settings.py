"""Tables of operating lanes: layers of settings, which region a store is in, what lanes sent to support.

Source: docs/operate.md; docs/protocol.md, "Settings".
Invariants: a version of a layer is never changed; the newest counts.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, table_of, text, whole_number

setting_layer = store_table(
    "setting_layer",
    text("layer"),
    text("holder"),
    whole_number("version"),
    body("body"),
    text("by"),
    text("why"),
    whole_number("at"),
    key=("layer", "holder", "version"),
)
"""What a layer sets (`retail.wire.settings.SettingsLayer`, JSON, unsigned). Of the chain and its regions
`store_id` is `chain`; `holder` is the region, the store or the lane."""

region_store = table_of(
    "chain", "region_store", sa.Column("store_id", sa.Text, primary_key=True), text("region")
)
"""Which region a store is in; no row: none."""

support_bundle = store_table(
    "support_bundle",
    text("bundle_id"),
    text("terminal_id"),
    whole_number("at"),
    whole_number("size"),
    body("body"),
    sa.Index("support_bundle_lane", "store_id", "terminal_id"),
    key=("bundle_id",),
)
"""What a lane collected for support: a zip without anything personal. The newest few of a lane are kept."""
