"""Tables of what is happening now: alerts, commands to lanes, how lanes are, events that tell browsers.

Source: docs/protocol.md, "Live channel"; docs/security.md, "Live events".
Invariants: an alert and a command have one row from beginning to end; `event_head.pos` is moved by the last
statements of a transaction, so events become visible in order.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, text, whole_number

alert = store_table(
    "alert",
    text("alert_id"),
    text("terminal_id"),
    text("kind"),
    text("text"),
    text("text_key", nullable=True),
    body("text_values", nullable=True),
    body("waiting", nullable=True),
    text("severity"),
    text("transaction_id"),
    text("source"),
    whole_number("raised_at"),
    whole_number("received_at"),
    text("seen_by"),
    whole_number("seen_at"),
    text("cleared_by"),
    whole_number("cleared_at"),
    sa.Index("alert_open", "store_id", "cleared_at", "received_at"),
    key=("alert_id",),
)
"""A wish for a person. `cleared_at` 0: still open. `source`: lane, hub, service. `text` is English;
`text_key` and `text_values` (JSON) say the same for other languages, or are empty. `waiting` is what is
to be decided (`retail.wire.live.Waiting`, JSON)."""

command = store_table(
    "command",
    text("command_id"),
    text("terminal_id"),
    text("name"),
    text("text"),
    text("argument"),
    text("by"),
    whole_number("made_at"),
    whole_number("expires_at"),
    text("outcome"),
    text("reason"),
    body("decision", nullable=True),
    whole_number("done_at"),
    sa.Index("command_waiting", "store_id", "terminal_id", "outcome"),
    key=("command_id",),
)
"""What a lane is to do. `outcome` is empty until it says what became of it, or it is too late: `expired`.
`decision` is what staff decided of an intervention (`store.data.lanes.commands.Decision`, JSON)."""

lane_status = store_table(
    "lane_status",
    text("terminal_id"),
    body("status"),
    whole_number("told_at"),
    flag("is_connected"),
    text("connection"),
    key=("terminal_id",),
)
"""What a lane last said (`retail.wire.live.LaneStatus`, JSON), and by which connection."""

event_head = store_table("event_head", whole_number("pos"))
"""The number of a store's newest event."""

event = store_table(
    "event",
    sa.Column("pos", sa.BigInteger, primary_key=True, autoincrement=False),
    text("kind"),
    text("key"),
    whole_number("at"),
    body("body"),
)
"""What browsers are told, in order; the newest few thousand are kept."""
