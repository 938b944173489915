"""Tables of who may speak: lanes and hubs with keys and codes, staff with sessions, and what was done.

Source: docs/security.md.
Invariants: secrets are kept as hashes, or sealed with a key that is not in the database; a device is never
deleted, because its sales name it.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, table_of, text, whole_number

terminal = store_table(
    "terminal",
    text("terminal_id"),
    whole_number("number"),
    text("name"),
    text("kind"),
    text("state"),
    whole_number("epoch"),
    text("version"),
    whole_number("made_at"),
    whole_number("enrolled_at"),
    whole_number("changed_at"),
    text("code_selector"),
    text("code_hash"),
    whole_number("code_until"),
    whole_number("code_tries"),
    text("code_key"),
    text("code_by"),
    sa.UniqueConstraint("store_id", "number"),
    key=("terminal_id",),
)
"""A lane or hub. `state`: awaiting (a code), active, revoked. `terminal_id` is the store, a dash, and
the number. `code_*`: the one code that may enrol it; no selector: none. `code_key`: the key that used it,
and may
use it again."""

terminal_key = store_table(
    "terminal_key",
    text("terminal_id"),
    text("key_id"),
    body("public"),
    whole_number("made_at"),
    whole_number("valid_until"),
    key=("terminal_id", "key_id"),
)
"""Ed25519 public keys. `valid_until` 0: until replaced; else the end of the overlap after a rotation."""

terminal_nonce = store_table(
    "terminal_nonce",
    text("terminal_id"),
    text("nonce"),
    whole_number("until"),
    key=("terminal_id", "nonce"),
)
"""Nonces of what gives something new (tokens, live connections), for as long as their time counts."""

service_key = table_of(
    "service",
    "service_key",
    text("key_id", primary_key=True),
    body("sealed"),
    whole_number("made_at"),
    whole_number("retired_at"),
)
"""The service's own Ed25519 keys, sealed with the master key. `retired_at` 0: in force."""

staff = store_table(
    "staff",
    text("staff_id"),
    text("login"),
    text("name"),
    text("role"),
    text("password_hash"),
    text("badge_key"),
    text("pin_hash"),
    text("number", nullable=True),
    flag("is_active"),
    whole_number("wrong"),
    whole_number("locked_until"),
    whole_number("made_at"),
    whole_number("changed_at"),
    sa.UniqueConstraint("store_id", "login"),
    sa.Index("staff_badge", "store_id", "badge_key"),
    sa.Index("staff_number", "store_id", "number"),
    key=("staff_id",),
)
"""A person who works here. Empty hash: that way in is closed. `number`: typed at a lane before the PIN.
`wrong`, `locked_until`: guesses in a row."""

session = store_table(
    "session",
    text("session"),
    text("staff_id"),
    text("working_store_id"),
    text("csrf"),
    text("how"),
    whole_number("made_at"),
    whole_number("used_at"),
    key=("session",),
)
"""Who is logged in. `session` is the hash of the cookie's secret; `how`: password or badge."""

audit = store_table(
    "audit",
    text("audit_id"),
    whole_number("at"),
    text("who"),
    text("action"),
    text("what"),
    text("why"),
    text("detail"),
    sa.Index("audit_at", "store_id", "at"),
    sa.Index("audit_what", "store_id", "what"),
    key=("audit_id",),
)
"""Who did what to whom, when and why. Only ever added to. Members by their pseudonym only."""
