"""The journal on its way up: batches of envelopes, acknowledged contiguously.

Source: docs/protocol.md, "Journal up".
"""

import msgspec

from retail.journal.envelope import Envelope

PATH = "/v1/tx"
ITEMS_MAX = 200
BATCH_MAX = 4 * 1024 * 1024
"""Bytes of a whole request."""
CONTENT_TYPE = "application/msgpack"


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """A batch. Envelopes are consecutive; sending one again is always safe."""

    wire: int
    epoch: int
    """Incarnation of the lane's journal: a new file, or the other branch of a fork."""
    items: tuple[Envelope, ...]


class Acknowledged(msgspec.Struct, frozen=True, kw_only=True):
    """200: every envelope up to and including `acked` is durable."""

    acked: int
    head_hash: bytes
    server_time: int
    """Microseconds since 1970, UTC."""


class Gap(msgspec.Struct, frozen=True, kw_only=True, tag="gap"):
    """409: envelopes are missing before the first one sent; go on from `acked + 1`."""

    acked: int
    head_hash: bytes


class Fork(msgspec.Struct, frozen=True, kw_only=True, tag="fork"):
    """409: the service has another envelope under the same number (or before it): this journal is not the one
    it knows. Open epoch `next_epoch` and send what is not acknowledged again, under the same ids."""

    acked: int
    head_hash: bytes
    next_epoch: int


Conflict = Gap | Fork
