"""What the screens say, worked out from snapshots."""

import pytest
from msgspec.structs import replace
from ui_texts import texts_of

from kiosk.checkout.state import DeviceState, Payment, Phase, Printing, PrintState, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples import READY, situations, snapshot
from kiosk.ui.samples.goods import paid, paying, sale
from kiosk.ui.translations import Translations
from kiosk.ui.view import CODE_SHOWN_MAX, derive
from kiosk.ui.views import LaneView
from kiosk.ui.words import messages
from kiosk.ui.words.refusals import NOT_FOUND
from retail.journal.events import ReceiptKind, Refusal
from retail.money import format_amount


def as_is(text: str) -> str:
    return text


def view_of(transaction: Transaction | None, phase: Phase, **more: object) -> LaneView:
    state = State(phase=phase, transaction=transaction, devices=READY)
    return derive(snapshot(replace(state, **more)), as_is, frozenset({"apple", "milk"}))


def in_flight(transaction: Transaction, **more: object) -> Transaction:
    payment: Payment = replace(paying(transaction), **more)
    return replace(transaction, payment=payment)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_amounts_are_the_pricing_s_in_the_shopper_s_spelling(language: str) -> None:
    transaction = sale(8)
    view = derive(snapshot(State(phase=Phase.SCANNING, transaction=transaction, language=language)), as_is)
    priced = transaction.priced
    assert view.basket.total == format_amount(priced.total_minor, "EUR", language, symbol=True)
    assert view.payment.amount == view.basket.total
    for line, row in zip(transaction.lines, view.basket.lines, strict=True):
        assert row.amount == format_amount(line.amount_minor, "EUR", language, symbol=True)
        assert row.quantity == line.quantity


def test_a_line_says_its_unit_price_or_weight() -> None:
    lines = view_of(sale(3), Phase.SCANNING).basket.lines
    assert lines[0].unit == "€2.49 each"
    assert lines[2].unit == "1.236 kg × €1.99/kg"
    assert [line.may_change for line in lines] == [True, True, False]


def test_a_missing_picture_is_left_out() -> None:
    pictures = [line.picture for line in view_of(sale(3), Phase.SCANNING).basket.lines]
    assert pictures == ["apple", "milk", ""]


def test_a_figure_and_its_unit_stay_on_one_line() -> None:
    assert view_of(sale(1), Phase.SCANNING).basket.lines[0].name == "Red Apples 1\u00a0kg"


@pytest.mark.parametrize(("count", "text"), [(0, "0 items"), (1, "1 item"), (2, "2 items")])
def test_items_are_counted_in_words(count: int, text: str) -> None:
    assert view_of(sale(count), Phase.SCANNING).basket.count == text


def test_an_empty_basket_cannot_be_paid() -> None:
    assert not view_of(sale(0), Phase.SCANNING).basket.may_pay
    assert view_of(sale(1), Phase.SCANNING).basket.may_pay


@pytest.mark.parametrize("reason", ["unknown", "unreadable", "not_a_product", "too_long", "needs_weight"])
def test_an_unknown_code_is_shown_and_said_not_to_be_added(reason: str) -> None:
    assert reason in NOT_FOUND
    missing = replace(sale(), not_found_text="40\x1d12", not_found_reason=reason)
    notice = view_of(missing, Phase.NOT_FOUND).notice
    assert notice.code == "40·12"
    assert notice.body.startswith("Nothing was added")


def test_a_lane_with_a_scale_asks_to_weigh_again() -> None:
    missing = replace(sale(), not_found_text="4", not_found_reason="needs_weight")
    with_scale = view_of(missing, Phase.NOT_FOUND, devices=READY).notice
    without = view_of(missing, Phase.NOT_FOUND, devices={}).notice
    assert "on the scale" in with_scale.body
    assert "on the scale" not in without.body


def test_a_monstrous_code_is_cut() -> None:
    missing = replace(sale(), not_found_text="x" * 4000, not_found_reason="too_long")
    assert len(view_of(missing, Phase.NOT_FOUND).notice.code) == CODE_SHOWN_MAX


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_says_whether_money_moved(refusal: Refusal) -> None:
    view = view_of(replace(sale(), refusal=refusal, refusal_text="ABGELEHNT"), Phase.TENDER).payment
    assert view.refusal_title
    gone_and_back = refusal is Refusal.REVERSED
    assert ("given back" if gone_and_back else "Nothing was charged") in view.refusal_body
    assert view.refusal_words == "ABGELEHNT"


@pytest.mark.parametrize("condition", Condition)
def test_a_card_is_taken_only_by_a_working_terminal(condition: Condition) -> None:
    devices = {**READY, Device.TERMINAL: DeviceState(condition=condition)}
    view = view_of(sale(), Phase.TENDER, devices=devices).payment
    works = condition in (Condition.READY, Condition.WARNING)
    assert view.card_enabled is works
    assert (view.card_reason == "") is works


def test_the_terminal_s_words_are_shown_word_for_word() -> None:
    words = "Bitte  Karte\neinstecken 1,00 EUR"
    assert view_of(in_flight(sale(), status_text=words), Phase.CARD).payment.status == words


def test_stopping_is_asked_for_once_and_not_once_a_result_is_stored() -> None:
    assert view_of(in_flight(sale()), Phase.CARD).payment.may_cancel
    assert not view_of(in_flight(sale(), cancel_asked=True), Phase.CARD).payment.may_cancel
    stored = paid(sale()).payment
    assert stored is not None
    assert not view_of(in_flight(sale(), stored=stored.approved), Phase.CARD).payment.may_cancel


@pytest.mark.parametrize("needs_attendant", [False, True])
def test_an_unknown_payment_forbids_a_second_one(needs_attendant: bool) -> None:
    view = view_of(in_flight(sale(), needs_attendant=needs_attendant), Phase.UNKNOWN).payment
    assert "Do not pay again" in view.title
    assert "€58.60" in view.body
    assert view.needs_attendant is needs_attendant


@pytest.mark.parametrize("phase", set(Phase) - {Phase.PAID, Phase.RECEIPT, Phase.THANKS})
def test_nothing_claims_to_be_paid_before_it_is(phase: Phase) -> None:
    view = view_of(in_flight(replace(sale(), refusal=Refusal.DECLINED)), phase)
    said = " ".join((view.payment.title, view.payment.refusal_title, view.notice.title, view.notice.body))
    assert messages.PAID.title not in said.replace("Not paid", "")


@pytest.mark.parametrize(
    ("code", "text"), [("paper_end", "out of paper"), ("cover_open", "open"), ("odd", "not available")]
)
def test_paper_that_will_take_longer_says_why(code: str, text: str) -> None:
    devices = {**READY, Device.PRINTER: DeviceState(condition=Condition.FAULT, code=code)}
    view = view_of(paid(sale()), Phase.RECEIPT, devices=devices).receipt
    assert text in view.paper_note


def test_the_shopper_learns_before_paying_that_there_is_no_paper() -> None:
    assert view_of(sale(), Phase.TENDER, devices=READY).payment.receipt_note == ""
    devices = {**READY, Device.PRINTER: DeviceState(condition=Condition.FAULT, code="cover_open")}
    note = view_of(sale(), Phase.TENDER, devices=devices).payment.receipt_note
    assert note == "The printer is open. You can take your receipt as a QR code."


def test_a_receipt_that_waits_for_the_printer_says_so_and_offers_a_way_on() -> None:
    devices = {**READY, Device.PRINTER: DeviceState(condition=Condition.FAULT, code="paper_end")}
    wanted = replace(paid(sale()), receipt_kind=ReceiptKind.PAPER)
    view = view_of(wanted, Phase.RECEIPT, devices=devices).receipt
    assert (view.step, view.may_finish, view.may_choose) == ("waiting", True, False)
    assert "out of paper" in view.body


@pytest.mark.parametrize(
    ("state", "step", "may_choose", "may_finish"),
    [
        (PrintState.PRINTING, "printing", False, False),
        (PrintState.WAITING, "waiting", False, True),
        (PrintState.PRINTED, "printed", False, True),
        (PrintState.NOT_PRINTED, "choose", True, False),
        (PrintState.UNKNOWN, "choose", True, False),
    ],
)
def test_printing_has_its_steps(state: PrintState, step: str, may_choose: bool, may_finish: bool) -> None:
    printing = Printing(job_id="j", copy=1, state=state, code="paper_end")
    sold = replace(paid(sale()), receipt_kind=ReceiptKind.PAPER, printing=printing)
    view = view_of(sold, Phase.RECEIPT).receipt
    assert (view.step, view.may_choose, view.may_finish) == (step, may_choose, may_finish)
    assert "You have paid €58.60." in view.body


def test_goodbye_promises_paper_only_when_there_is_some() -> None:
    def goodbye(state: PrintState) -> str:
        printing = Printing(job_id="j", copy=1, state=state)
        sold = replace(paid(sale()), receipt_kind=ReceiptKind.PAPER, printing=printing)
        return view_of(sold, Phase.THANKS).receipt.thanks_body

    assert goodbye(PrintState.PRINTED) == messages.THANKS_TAKE_ALL
    assert goodbye(PrintState.UNKNOWN) == messages.THANKS_CHECK_PRINTER


@pytest.mark.parametrize(
    ("transaction", "phase", "message"),
    [
        (None, Phase.ATTRACT, messages.CLOSED),
        (sale(), Phase.SCANNING, messages.CLOSED_IN_SALE),
        (in_flight(sale()), Phase.CARD, messages.CLOSED_IN_PAYMENT),
        (in_flight(sale()), Phase.UNKNOWN, messages.CLOSED_IN_PAYMENT),
        (paid(sale()), Phase.RECEIPT, messages.CLOSED_PAID),
    ],
)
def test_an_outage_says_where_the_money_is(
    transaction: Transaction | None, phase: Phase, message: messages.Message
) -> None:
    state = State(phase=phase, transaction=transaction, devices=READY)
    notice = derive(snapshot(state, outage="disk_full", outage_detail="Free some space."), as_is).notice
    assert notice.title == message.title
    assert notice.body == message.body.format(amount="€58.60")
    assert notice.staff == "disk_full: Free some space."


def test_a_lane_closed_by_staff_says_why_to_shoppers_and_nothing_about_staff() -> None:
    closed = State(closed_by="u-7", closed_reason="Open again at 14:00.", devices=READY)
    notice = derive(snapshot(closed), as_is).notice
    assert notice.title == messages.CLOSED.title
    assert notice.body.startswith("Open again at 14:00.\n")
    assert "u-7" not in repr(notice)


def test_what_staff_write_cannot_steer_the_screen() -> None:
    state = State(phase=Phase.SCANNING, transaction=sale(1), message="one\x1b\ntwo\u202ethree")
    assert derive(snapshot(state), as_is).message == "one  two three"


def test_a_refused_touch_is_explained_but_a_refused_device_is_not() -> None:
    state = State(phase=Phase.SCANNING, transaction=sale())
    assert derive(snapshot(state, refusal="basket_full"), as_is).refusal
    assert derive(snapshot(state, refusal="never heard of"), as_is).refusal == messages.REFUSED_OTHER
    assert derive(snapshot(state, refusal="late_payment_answer"), as_is).refusal == ""


@pytest.mark.parametrize("language", ["de", "zh"])
def test_no_english_is_left_in_a_translated_view(language: str) -> None:
    texts = texts_of(language)
    english = {source for (_, source), translation in texts.items() if source and source != translation}
    say = Translations.load(language).say
    for name, moment in situations(language):
        view = derive(moment, say)
        parts = (view.notice, view.payment, view.receipt, view.basket)
        said = {getattr(part, field) for part in parts for field in part.__struct_fields__}
        assert not {text for text in said if isinstance(text, str)} & english, name
