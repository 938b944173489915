"""What moves money in a transaction is told in words: every event, in both languages, with its amount."""

from typing import Any, get_args

import pytest

from benchmarks.store_sales import SealingLane
from retail.card import CardResult
from retail.journal import envelope
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal import tenders as td
from retail.journal import value as v
from retail.wire.returns import ReturnedLine, SoldSale
from store.office.pages.words import texts
from store.reports import story
from store.reports.story_attended import Speech

AT = "2027-01-15T09:00:00+01:00"
CARD = CardResult(result_code=0, masked_pan="************4242")
GIVEN: dict[str, Any] = {"refund_id": "r", "tender": "card", "attempt_id": "a", "amount_minor": 12}
ASKED: dict[str, Any] = GIVEN | {"currency": "EUR", "requested_at": AT}
TOLD: list[tuple[Any, str]] = [
    (td.TenderPartChosen(amount_minor=0), "The next means of payment shall pay all that is left"),
    (td.TenderPartChosen(amount_minor=5), "The next means of payment shall pay 5 c"),
    (
        td.WalletRequested(attempt_id="a", amount_minor=7, currency="EUR", is_shown=True, requested_at=AT),
        "An order over 7 c is made; the lane will show its code",
    ),
    (
        td.WalletRequested(attempt_id="a", amount_minor=7, currency="EUR", is_shown=False, requested_at=AT),
        "An order over 7 c is made for a phone that showed its code",
    ),
    (td.WalletCodeShown(attempt_id="a", text="x"), "The lane shows the code to pay by phone"),
    (td.WalletConfirming(attempt_id="a"), "The shopper has to confirm on the phone"),
    (td.WalletApproved(attempt_id="a", amount_minor=7, wallet="Pay", paid_at=AT), "Paid 7 c by Pay"),
    (
        td.WalletApproved(attempt_id="a", amount_minor=7, paid_at=AT, settled_by="max"),
        "Max saw that 7 c were paid by phone",
    ),
    (v.ValuePinAsked(card_key="k", last_digits="99"), "The gift card (…99) is good only with its PIN"),
    (
        v.ValueAsked(ask_no=1, kind="gift", amount_minor=3, last_digits="99"),
        "The shopper wants to pay 3 c with stored value (…99)",
    ),
    (
        v.ValueHeld(ask_no=1, kind="gift", account_id="v", amount_minor=3),
        "3 c of stored value are held",
    ),
    (v.ValueRefused(ask_no=1, reason="pin_wrong"), "Stored value cannot be used now: pin wrong"),
    (v.ValueReleased(ask_no=1), "The stored value is the customer's again"),
    (
        v.ValueCaptured(kind="gift", account_id="v", amount_minor=3, last_digits="99"),
        "3 c were paid with stored value (…99)",
    ),
    (v.ValueLoaded(load_id="1", account_id="v", amount_minor=3), "3 c were put on a balance"),
    (v.ValueRefunded(refund_id="1", account_id="v", amount_minor=3), "3 c went back to a balance"),
    (r.RefundRequested(**ASKED), "The shopper wants 12 c back on the card"),
    (r.RefundRequested(**ASKED, by="max"), "Max gives 12 c back to the card it came from"),
    (
        r.RefundRequested(**ASKED | {"tender": "wallet"}, by="max"),
        "Max gives 12 c back to the phone it came from",
    ),
    (r.RefundRequested(**ASKED, by="max", is_by_hand=True), "Max gives 12 c back by hand"),
    (r.RefundStatusShown(refund_id="r", status_code=1, text="Karte bitte"), "The terminal says: Karte bitte"),
    (r.RefundResultStored(refund_id="r", result=CARD), "The terminal's answer is on disk: result 0"),
    (r.RefundApproved(**GIVEN, result=CARD, given_at=AT), "12 c went back to where it came from"),
    (r.RefundApproved(**GIVEN, given_at=AT, settled_by="max"), "Max saw that 12 c went back"),
    (r.RefundRefused(refund_id="r", reason="no_card"), "Not given back: no card; no money moved"),
    (r.RefundUnknown(refund_id="r", reason="silent"), "It is not known whether the money went back"),
    (r.RefundAsked(refund_id="r"), "It is asked whether the money went back"),
    (
        rt.ReturnOpened(sold=SoldSale(token="t", verdict="held", number=12, lane="2"), by="max"),
        "Max takes goods back: receipt 12 of lane 2",
    ),
    (
        rt.ReturnAsked(
            return_id="b", lines=(ReturnedLine(line_id=1, quantity=2),), by="max", why="odd_reason"
        ),
        "2 pieces shall come back (odd reason); the store is asked to hold them",
    ),
    (
        rt.ReturnHeld(return_id="b", amount_minor=12, parts=()),
        "The store holds them: 12 c go back, in 0 parts",
    ),
    (
        rt.ReturnRefused(return_id="b", reason="odd_reason"),
        "They do not come back: odd reason; no money moved",
    ),
    (
        rt.PointsGivenBack(return_id="b", points=4, amount_minor=2),
        "4 points, which had paid 2 c, are the member's again",
    ),
    (
        rt.ReturnEnded(return_id="b", given_minor=12, is_whole=True, ended_at=AT),
        "All of it was given back: 12 c",
    ),
    (
        rt.ReturnEnded(return_id="b", given_minor=5, is_whole=False, ended_at=AT),
        "Staff stopped: 5 c were given back, the rest did not move",
    ),
    (
        e.TransactionClosed(transaction_id="t", total_minor=-12, receipt="none"),
        "The return is complete: 12 c",
    ),
]


@pytest.mark.parametrize(("event", "words"), TOLD, ids=[type(event).__name__ for event, _ in TOLD])
def test_what_moves_money_is_told(event: Any, words: str) -> None:
    sealed = SealingLane("t1").seal([event], "lane")
    speech = Speech(write=lambda minor: f"{minor} c", people={"max": "Max"})
    (step,) = story.steps(envelope.open_body(sealed.body).unsealed(), speech)
    assert step.text.format(**step.values) == words
    assert texts("de")[step.text].format(**step.values) != words


def test_no_event_about_money_is_left_out() -> None:
    unions = (td.AnyTenderEvent, v.AnyValueEvent, r.AnyRefundEvent, rt.AnyReturnEvent)
    known = {kind for union in unions for kind in get_args(union)}
    assert known <= {type(event) for event, _ in TOLD}
