"""The lane's replica of the shop's data: one SQLite file, made by the service, kept fresh by the feed.

Both sides read this module: the service builds the file, the lane swaps it in and applies feed rows to it.

A sale says by which state of the data it was priced: `prices_mark` names that state by the positions
themselves, so that the service needs no list of marks to find it again, however old it is.

Source: docs/protocol.md, "Snapshot", "Marks".
Invariants: the file of a lane holds what was committed at `position`, whole; a row and its position change in
one transaction.
"""

from collections.abc import Mapping

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

MARK_EPOCH_LENGTH = 12
"""Characters of a feed epoch in a mark: its last, which are random."""
MARK_MAX = 600
"""Characters of a mark; longer is none."""


def prices_mark(positions: Mapping[str, tuple[str, int]]) -> str:
    """Names the data at these positions (scope to feed epoch and position); empty without any.

    >>> prices_mark({"store:7": ("019a-4c01d5e2f3a4", 12), "chain": ("019a-4c01d5e2f3a4", 5)})
    'chain@4c01d5e2f3a4.5 store:7@4c01d5e2f3a4.12'
    """
    return " ".join(
        f"{scope}@{feed_epoch[-MARK_EPOCH_LENGTH:]}.{pos}"
        for scope, (feed_epoch, pos) in sorted(positions.items())
    )


def read_mark(mark: str) -> dict[str, tuple[str, int]] | None:
    """The positions a mark names (with the end of each feed epoch); None if it names none."""
    found: dict[str, tuple[str, int]] = {}
    for part in mark.split(" ") if len(mark) <= MARK_MAX else ():
        scope, at, rest = part.rpartition("@")
        feed_epoch, dot, pos = rest.rpartition(".")
        if not (scope and at and feed_epoch and dot and pos.isascii() and pos.isdecimal()):
            return None
        found[scope] = feed_epoch, int(pos)
    return found or None
