"""Goods that come back over a real line: sold at one lane, given back at another, once."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sync_world import AT, DEADLINE_S, Shop, enrolled, open_lane

from benchmarks.store_sales import SealingLane
from kiosk.sync.client import StoreClient
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.wire.returns import ClaimReturn, FindSale, ReleaseReturn, ReturnedLine, ReturnHold, SoldSale

IDLE = e.LaneIdle(next_number=9, language="en")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop(tmp_path / "shop")
    try:
        yield opened
    finally:
        opened.end()


def find(client: StoreClient, token: str, verdict: str) -> SoldSale:
    """What the service says of a sale, once it has opened what lanes sent."""
    ends = time.monotonic() + DEADLINE_S
    while True:
        found = client.find_sale(FindSale(token=token, by="anna"))
        assert isinstance(found, SoldSale), found
        if found.verdict == verdict:
            return found
        assert time.monotonic() < ends, f"{verdict} is not told, but {found.verdict}"
        time.sleep(0.05)


def claim(client: StoreClient, sold: SoldSale, name: str) -> ReturnHold:
    asked = ClaimReturn(
        return_id=name,
        of_transaction_id=sold.transaction_id,
        lines=tuple(ReturnedLine(line_id=line.line_id, quantity=line.left) for line in sold.lines),
        by="anna",
        why="damaged",
    )
    hold = client.claim_return(asked)
    assert isinstance(hold, ReturnHold), hold
    return hold


def test_what_one_lane_sold_another_gives_back_once(shop: Shop, tmp_path: Path) -> None:
    shop.run("init")
    shop.start()
    told = SealingLane("sold").sale_events(2)
    with (
        open_lane(tmp_path / "a", enrolled(shop, "1")) as seller,
        open_lane(tmp_path / "b", enrolled(shop, "2")) as giver,
    ):
        seller.journal.append([*told, IDLE], AT)
        seller.send()
        started, closed = told[0], told[-1]
        assert isinstance(started, e.TransactionStarted)
        assert isinstance(closed, e.TransactionClosed)
        sold = find(giver.client, started.transaction_id, "held")
        hold = claim(giver.client, sold, "back-1")
        assert (hold.verdict, hold.amount_minor) == ("held", closed.total_minor)
        assert claim(giver.client, sold, "back-1") == hold
        assert claim(seller.client, sold, "other-1").reason == "returned_elsewhere"
        assert isinstance(seller.client.release_return(ReleaseReturn(return_id="back-1")), ReturnHold)
        assert claim(seller.client, sold, "third-1").reason == "returned_elsewhere"

        (part,) = hold.parts
        assert part.card is None  # it was paid at the other lane's terminal
        giver.journal.append(
            [
                e.TransactionStarted(
                    transaction_id="back", number=1, started_at=started.started_at, currency="EUR"
                ),
                rt.ReturnOpened(sold=sold, by="anna"),
                rt.ReturnAsked(
                    return_id="back-1",
                    lines=tuple(
                        ReturnedLine(line_id=line.line_id, quantity=line.left) for line in sold.lines
                    ),
                    by="anna",
                    why="damaged",
                ),
                rt.ReturnHeld(return_id="back-1", amount_minor=hold.amount_minor, parts=hold.parts),
                r.RefundApproved(
                    refund_id="back-r1",
                    tender="card",
                    attempt_id=part.attempt_id,
                    amount_minor=part.amount_minor,
                    given_at=started.started_at,
                ),
                rt.ReturnEnded(
                    return_id="back-1",
                    given_minor=part.amount_minor,
                    is_whole=True,
                    ended_at=started.started_at,
                ),
                e.TransactionClosed(transaction_id="back", total_minor=-part.amount_minor, receipt="none"),
                IDLE,
            ],
            AT,
        )
        giver.send()
        assert find(seller.client, started.transaction_id, "used").tenders[0].left_minor == 0
