"""`POST /v1/tx`: envelopes up. Checked, stored as they came, acknowledged once they are on the disk.

What an envelope says is none of this module's business: it is opened later (`store.projector`), and one that
makes no sense is kept all the same. Only what could not be stored in order is refused, by name.

Source: docs/protocol.md, "Journal up".
Invariants: an answer of 200 means a durable commit; a batch is judged as a whole; sending again is safe.
"""

import hashlib
import re
from typing import Any

import msgspec
from litestar import Request, Response, post

from retail.journal.envelope import BODY_MAX, Envelope
from retail.unreadable import UNREADABLE
from retail.wire import WIRE_OLDEST
from retail.wire.upload import BATCH_MAX, CONTENT_TYPE, ITEMS_MAX, PATH, Acknowledged, Fork, Gap, Upload
from store.data.journals import journal
from store.data.journals.journal import Batch, Receipt
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

EPOCH_MAX = 1_000_000
SEQ_MAX = 2**53
HASH_SIZE = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_decoder = msgspec.msgpack.Decoder(Upload)
_encoder = msgspec.msgpack.Encoder()


def room(service: Service) -> Room:
    """The upload of journals."""
    database, clock = service.database, service.clock

    @post(PATH, tags=["lanes"], status_code=200)
    async def upload(request: Request[Any, Any, Any]) -> Response[bytes]:
        """Take envelopes of a lane's journal (MessagePack, `retail.wire.upload.Upload`)."""
        lane = lane_of(request)
        batch = read(await request.body())
        receipt = await database.write_merged(
            journal.receive,
            Batch(
                store_id=lane.store_id,
                terminal_id=lane.terminal_id,
                epoch=batch.epoch,
                is_held=lane.is_revoked,
                items=batch.items,
                received_at=clock(),
            ),
        )
        return answer(receipt, clock())

    return Room(routes=(upload,))


def read(body: bytes) -> Upload:
    """The batch in a request's body. Raises `Rejected`: 413, 422 or 426."""
    if len(body) > BATCH_MAX:
        raise Rejected("too_large", f"a batch has at most {BATCH_MAX} bytes; send fewer envelopes", 413)
    try:
        batch = _decoder.decode(body)
    except UNREADABLE as error:
        raise Rejected("malformed", f"not a batch of envelopes: {error}", 422) from error
    if batch.wire < WIRE_OLDEST:
        raise Rejected("wire_too_old", f"this service speaks wire {WIRE_OLDEST} and newer; update", 426)
    if not 1 <= batch.epoch <= EPOCH_MAX:
        raise Rejected("malformed", f"an epoch is 1 to {EPOCH_MAX}", 422)
    if len(batch.items) > ITEMS_MAX:
        raise Rejected("too_large", f"a batch has at most {ITEMS_MAX} envelopes", 413)
    if fault := first_fault(batch.items):
        raise Rejected("malformed", fault, 422)
    return batch


def first_fault(items: tuple[Envelope, ...]) -> str:
    """Why these envelopes cannot be of one journal; empty if they can."""
    if not items:
        return ""
    seq, prev = items[0].seq, items[0].prev
    if not 1 <= seq <= SEQ_MAX or len(prev) != HASH_SIZE:
        return "the first envelope's number or previous hash is none"
    for item in items:
        if item.seq != seq:
            return f"envelope {seq} is missing (found {item.seq})"
        if item.prev != prev:
            return f"envelope {seq} does not follow the one before it"
        if len(item.body) > BODY_MAX:
            return f"envelope {seq} is larger than {BODY_MAX} bytes"
        if hashlib.sha256(prev + item.body).digest() != item.hash:
            return f"envelope {seq} does not match its hash"
        if not _ID.fullmatch(item.id):
            return f"envelope {seq} has no id of plain characters"
        seq, prev = seq + 1, item.hash
    return ""


def answer(receipt: Receipt, now: int) -> Response[bytes]:
    """What the lane is told."""
    acked, head_hash = receipt.acked, receipt.head_hash
    told: Acknowledged | Gap | Fork
    if receipt.outcome == "stored":
        told = Acknowledged(acked=acked, head_hash=head_hash, server_time=now)
    elif receipt.outcome == "gap":
        told = Gap(acked=acked, head_hash=head_hash)
    else:
        told = Fork(acked=acked, head_hash=head_hash, next_epoch=receipt.next_epoch)
    status = 200 if receipt.outcome == "stored" else 409
    return Response(_encoder.encode(told), status_code=status, media_type=CONTENT_TYPE)
