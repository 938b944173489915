"""Goods that come back, in a window with the checkout's own rules behind it."""

from collections.abc import Callable

import pytest
from ui_lane_of_rules import BADGE, RULES, LaneOfRules
from ui_window import Shown

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import ReturnAnswer, SoldAnswer, Verdict
from kiosk.checkout.state import Phase, Return
from kiosk.devices import refund as rf
from kiosk.devices.printer import PrintAnswer, PrintOutcome
from kiosk.ui.samples.returns import SOLD, TO_CARD, TO_GIFT
from kiosk.ui.samples.tenders import EVERYTHING
from retail.card import CardResult
from retail.interventions import events as v
from retail.journal import returns as rt
from retail.wire.returns import ReturnedLine, ReturnPart

SIZES = [(1080, 1920), (1920, 1080)]


@pytest.fixture(params=SIZES)
def lane(request: pytest.FixtureRequest, open_window: Callable[..., Shown]) -> LaneOfRules:
    made = LaneOfRules(open_window(*request.param, rules=RULES, tenders=EVERYTHING), EVERYTHING)
    made.scan(BADGE)
    return made


def returning(lane: LaneOfRules) -> Return:
    assert lane.state.transaction is not None
    assert lane.state.transaction.returning is not None
    return lane.state.transaction.returning


def phase(lane: LaneOfRules) -> Phase:
    return lane.state.phase


def found(lane: LaneOfRules) -> None:
    answer = SoldAnswer(token=SOLD.token, by="anna", verdict=Verdict.HELD, sold=SOLD)
    lane.do(sc.ReportSold(answer=answer))


def held(lane: LaneOfRules, *parts: ReturnPart) -> None:
    answer = ReturnAnswer(
        return_id=returning(lane).return_id,
        verdict=Verdict.HELD,
        amount_minor=sum(part.amount_minor for part in parts),
        parts=parts,
    )
    lane.do(sc.ReportReturn(answer=answer))


def terminal_says(lane: LaneOfRules, outcome: rf.CardRefundOutcome) -> None:
    assert lane.state.transaction is not None
    refund = lane.state.transaction.refund
    assert refund is not None
    lane.do(c.ReportRefund(message=rf.CardRefundAnswer(refund_id=refund.refund_id, outcome=outcome)))


def given() -> rf.CardGivenBack:
    return rf.CardGivenBack(result=CardResult(result_code=0, amount_minor=438, currency="EUR"))


def test_from_the_receipt_before_the_camera_to_the_slip(lane: LaneOfRules) -> None:
    lane.scan(SOLD.token)
    (acted,) = lane.happened(v.StaffActed)
    assert (acted.action, acted.subject, acted.by) == ("return", SOLD.token, "anna")
    found(lane)
    lane.reads("2 of 3 can come back")
    lane.touch("more-1", "more-2", "less-2", "more-2")
    lane.reads("Give back €10.38")
    lane.touch("returnGive", "choice-wrong_item")
    (asked,) = lane.happened(rt.ReturnAsked)
    assert asked.lines == (ReturnedLine(line_id=1, quantity=1), ReturnedLine(line_id=2, quantity=1))
    assert asked.why == "wrong_item"
    lane.reads("Asking the store service")
    held(lane, TO_CARD, TO_GIFT)
    lane.reads("€4.38 goes back to the card")
    assert phase(lane) is Phase.REFUND
    terminal_says(lane, given())
    lane.reads("€7.38 has gone back")
    lane.touch("returnPrint")
    assert lane.state.transaction is not None
    printing = lane.state.transaction.printing
    assert printing is not None
    lane.do(c.ReportPrint(answer=PrintAnswer(job_id=printing.job_id, outcome=PrintOutcome.PRINTED)))
    assert phase(lane) is Phase.THANKS
    lane.touch("returnDone")
    assert phase(lane) is Phase.ATTRACT


def test_a_top_up_goes_back_for_reasons_that_are_not_about_goods(lane: LaneOfRules) -> None:
    loaded = SOLD.lines[0].__class__(
        line_id=1, key="", names={"": "Balance top-up"}, quantity=1, left=1, unit_minor=(2_000,)
    )
    sold = SOLD.__class__(
        token=SOLD.token, verdict="held", currency="EUR", lines=(loaded,), account_id="v-sample"
    )
    lane.do(sc.ReportSold(answer=SoldAnswer(token=SOLD.token, by="anna", verdict=Verdict.HELD, sold=sold)))
    lane.reads("Balance top-up")
    lane.touch("returnAll", "returnGive")
    with pytest.raises(LookupError):
        lane.shown.lane.find_control("choice-damaged")
    lane.touch("choice-shopper_changed_mind")
    (asked,) = lane.happened(rt.ReturnAsked)
    assert (asked.lines, asked.why) == ((ReturnedLine(line_id=1, quantity=1),), "shopper_changed_mind")


def test_the_code_can_be_typed_and_an_unknown_one_is_said(lane: LaneOfRules) -> None:
    lane.touch("tab-sale", "deed-return", "keyLetters", "keyA", "key4", "keyF", "key9", "keyOk")
    (acted,) = lane.happened(v.StaffActed)
    assert acted.subject == "a4f9"
    lane.do(sc.ReportSold(answer=SoldAnswer(token="a4f9", by="anna", verdict=Verdict.REFUSED)))
    lane.reads("No sale with this receipt")
    assert phase(lane) is Phase.ATTRACT


def test_more_than_an_attendants_limit_names_the_badge_it_takes(lane: LaneOfRules) -> None:
    dear = SOLD.lines[2].__class__(
        line_id=3, key="3", names={"": "Wine"}, quantity=1, left=1, unit_minor=(9_000,)
    )
    answer = SoldAnswer(
        token=SOLD.token,
        by="anna",
        verdict=Verdict.HELD,
        sold=SOLD.__class__(token=SOLD.token, verdict="held", currency="EUR", lines=(dear,)),
    )
    lane.do(sc.ReportSold(answer=answer))
    lane.touch("returnAll")
    lane.reads("Manager's badge")
    with pytest.raises(LookupError, match="disabled"):
        lane.shown.lane.find_control("returnGive")


def test_a_refused_part_is_tried_again_or_nothing_more_goes_back(lane: LaneOfRules) -> None:
    found(lane)
    lane.touch("more-2", "returnGive", "choice-damaged")
    held(lane, TO_GIFT, TO_CARD)
    terminal_says(lane, rf.NotGivenBack(reason="no card was shown"))
    lane.reads("€4.38 did not go back")
    with pytest.raises(LookupError, match="disabled"):
        lane.shown.lane.find_control("returnByHand")
    lane.touch("returnAgain")
    assert phase(lane) is Phase.REFUND
    terminal_says(lane, rf.NotGivenBack(reason="no card was shown"))
    lane.touch("returnStopStuck", "choice-keep_on")
    assert phase(lane) is Phase.RETURN
    lane.touch("returnStopStuck", "choice-stop")
    (ended,) = lane.happened(rt.ReturnEnded)
    assert (ended.given_minor, ended.is_whole) == (300, False)
    lane.reads("€3.00 has gone back")


def test_who_waits_sees_how_far_it_is_once_staff_have_signed_out(lane: LaneOfRules) -> None:
    found(lane)
    lane.touch("signOut")
    assert lane.shown.lane.screen_name() == "return"
    lane.reads("No money has moved yet")
    lane.scan(BADGE)
    lane.touch("more-2", "returnGive", "choice-damaged")
    held(lane, TO_GIFT, TO_CARD)
    lane.touch("signOut")
    assert lane.shown.lane.screen_name() == "refund"
    lane.reads("Has gone back")
    terminal_says(lane, given())
    assert lane.shown.lane.screen_name() == "receipt"
    lane.reads("€7.38 has gone back to you.")


def test_stopping_before_anything_moved_frees_the_lane(lane: LaneOfRules) -> None:
    found(lane)
    lane.touch("returnStop")
    assert phase(lane) is Phase.ATTRACT
    assert lane.happened(rt.ReturnEnded) == []
