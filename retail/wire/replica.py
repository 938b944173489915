"""The lane's replica of the shop's data: one SQLite file, made by the service, kept fresh by the feed.

Both sides read this module: the service builds the file, the lane swaps it in and applies feed rows to it.

Source: docs/protocol.md, "Snapshot".
Invariants: the file of a lane holds what was committed at `position`, whole; a row and its position change in
one transaction.
"""

SCHEMA = 1
APPLICATION_ID = 0x4C414E45
"""`PRAGMA application_id`: "LANE"."""

DDL = (
    "CREATE TABLE product (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE offer (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE terms (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE member (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE coupon_used (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE staff (key TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE row_scope (kind TEXT NOT NULL, key TEXT NOT NULL, scope TEXT NOT NULL, "
    "PRIMARY KEY (kind, key, scope)) WITHOUT ROWID",
    "CREATE TABLE position (scope TEXT PRIMARY KEY, feed_epoch TEXT NOT NULL, pos INTEGER NOT NULL, "
    "count INTEGER NOT NULL, checksum TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)
"""One table per feed kind, named as the kind; `body` is the feed row's. `checksum` is decimal text (64 bit).

`row_scope` is kept only for rows that do not come from the store's own scope."""

MEMBER_KEY = "hmac-sha256"
"""`member.key` is HMAC-SHA256(secret, kind ":" value) in hex; the secret is `about` row `member_secret`."""
