"""Sales and returns as lanes seal them, and the lanes' door to returns, for tests."""

import itertools
from collections.abc import Sequence
from typing import Any

import msgspec
from litestar.testing import TestClient
from store_lane_door import HEADER

from benchmarks.store_sales import SealingLane
from retail.card import CardResult
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal import tenders as td
from retail.journal import value as v
from retail.journal.envelope import Envelope
from retail.wire.returns import (
    CLAIM_PATH,
    FIND_PATH,
    RELEASE_PATH,
    ClaimReturn,
    FindSale,
    ReleaseReturn,
    ReturnedLine,
    ReturnHold,
    ReturnPart,
    SoldSale,
)
from store.data.database import Database
from store.data.journals import journal
from store.data.journals.journal import Batch

Door = TestClient[Any]
DONE = itertools.count(1)


def upload(database: Database, lane: SealingLane, store_id: str = "s1") -> None:
    """Everything a lane has sealed."""
    batch = Batch(
        store_id=store_id,
        terminal_id=lane.name,
        epoch=1,
        is_held=False,
        items=tuple(lane.envelopes),
        received_at=7,
    )
    (receipt,) = database.write_sync(lambda one: journal.receive(one, [batch]))
    assert receipt.outcome == "stored"


class Sold:
    """A sale of a lane: three pieces of one thing, and one each of some others."""

    def __init__(self, lane: SealingLane, paid: Sequence[Any] = (), lines: int = 3) -> None:
        """`paid`: what pays besides the card, which takes the rest."""
        told = lane.sale_events(lines)
        approved = next(one for one in told if isinstance(one, e.PaymentApproved))
        besides = sum(one.amount_minor for one in paid if hasattr(one, "amount_minor") and not _is_asked(one))
        self.total_minor = approved.amount_minor
        self.card_minor = approved.amount_minor - besides
        card = [msgspec.structs.replace(approved, amount_minor=self.card_minor)] if self.card_minor else []
        events: list[Any] = []
        for one in told:
            events += [*card, *paid] if one is approved else [one]
        started = next(one for one in told if isinstance(one, e.TransactionStarted))
        self.transaction_id = started.transaction_id
        self.attempt_id = approved.attempt_id
        self.unit: Envelope = lane.seal(events)


def _is_asked(event: Any) -> bool:
    return isinstance(event, e.RewardsGranted)


def asks(door: Door, path: str, question: msgspec.Struct, lane: str) -> Any:
    """A lane's question; its answer as JSON."""
    headers = {HEADER: lane, "content-type": "application/json"}
    answer = door.post(path, content=msgspec.json.encode(question), headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.content


def find(door: Door, token: str, lane: str = "s1/t1") -> SoldSale:
    return msgspec.json.decode(asks(door, FIND_PATH, FindSale(token=token, by="anna"), lane), type=SoldSale)


def claim(
    door: Door, of: str, lines: Sequence[tuple[int, int]], name: str = "r-1-1", lane: str = "s1/t1"
) -> ReturnHold:
    asked = ClaimReturn(
        return_id=name,
        of_transaction_id=of,
        lines=tuple(ReturnedLine(line_id=line, quantity=count) for line, count in lines),
        by="anna",
        why="damaged",
    )
    return msgspec.json.decode(asks(door, CLAIM_PATH, asked, lane), type=ReturnHold)


def release(door: Door, name: str, lane: str = "s1/t1") -> None:
    asks(door, RELEASE_PATH, ReleaseReturn(return_id=name), lane)


def everything(sold: SoldSale) -> list[tuple[int, int]]:
    """All that is left."""
    return [(line.line_id, line.left) for line in sold.lines if line.left]


def gives(part: ReturnPart, refund_id: str, at: str, *, by_hand: bool = False) -> list[Any]:
    """What a lane's journal says of one part that went back."""
    if part.tender == "value":
        account, amount = part.account_id, part.amount_minor
        return [v.ValueRefunded(refund_id=refund_id, account_id=account, amount_minor=amount)]
    if part.tender == "points":
        return [rt.PointsGivenBack(return_id=refund_id, points=part.points, amount_minor=part.amount_minor)]
    result = CardResult(
        result_code=0,
        amount_minor=part.amount_minor,
        currency="EUR",
        terminal_id="65000001",
        receipt_number=900,
        masked_pan="************4242",
        card_name="girocard",
    )
    tender: r.RefundTender = "card" if part.tender == "card" else "wallet"
    return [
        r.RefundRequested(
            refund_id=refund_id,
            tender=tender,
            attempt_id=part.attempt_id,
            amount_minor=part.amount_minor,
            currency="EUR",
            original=part.card,
            by="anna",
            is_by_hand=by_hand,
            requested_at=at,
        ),
        r.RefundApproved(
            refund_id=refund_id,
            tender=tender,
            attempt_id=part.attempt_id,
            amount_minor=part.amount_minor,
            result=result if tender == "card" else None,
            given_at=at,
        ),
    ]


def returned(
    lane: SealingLane,
    sold: SoldSale,
    hold: ReturnHold,
    lines: Sequence[tuple[int, int]],
    *,
    parts: int | None = None,
    changes: Sequence[Any] = (),
) -> Envelope:
    """Seal a return as a lane does. `parts`: only so many went back, then staff stopped."""
    started = next(one for one in lane.sale_events(1) if isinstance(one, e.TransactionStarted))
    at, name = started.started_at, hold.return_id
    given = hold.parts if parts is None else hold.parts[:parts]
    money = [event for number, part in enumerate(given) for event in gives(part, f"{name}-p{number}", at)]
    total = sum(part.amount_minor for part in given)
    events: list[Any] = [
        started,
        rt.ReturnOpened(sold=sold, by="anna"),
        rt.ReturnAsked(
            return_id=name,
            lines=tuple(ReturnedLine(line_id=line, quantity=count) for line, count in lines),
            by="anna",
            why="damaged",
        ),
        rt.ReturnHeld(return_id=name, amount_minor=hold.amount_minor, parts=hold.parts),
        *money,
        *changes,
        rt.ReturnEnded(return_id=name, given_minor=total, is_whole=parts is None, ended_at=at),
        e.ReceiptOffered(),
        e.ReceiptChosen(kind=e.ReceiptKind.NONE),
        e.TransactionClosed(transaction_id=started.transaction_id, total_minor=-total, receipt="none"),
    ]
    return lane.seal(events)


def stopped(lane: SealingLane, sold: SoldSale, names: Sequence[str]) -> Envelope:
    """Seal a return of which nothing went back."""
    started = next(one for one in lane.sale_events(1) if isinstance(one, e.TransactionStarted))
    asked = [
        event
        for name in names
        for event in (
            rt.ReturnAsked(
                return_id=name, lines=(ReturnedLine(line_id=1, quantity=1),), by="anna", why="damaged"
            ),
            rt.ReturnRefused(return_id=name, reason="no_link"),
        )
    ]
    return lane.seal(
        [
            started,
            rt.ReturnOpened(sold=sold, by="anna"),
            *asked,
            e.TransactionCancelled(reason="return_stopped"),
        ]
    )


def wallet(amount: int, name: str = "w-1") -> td.WalletApproved:
    return td.WalletApproved(
        attempt_id=name,
        amount_minor=amount,
        wallet="Alipay",
        reference="g-1",
        paid_at="2027-01-15T09:00:00+01:00",
    )
