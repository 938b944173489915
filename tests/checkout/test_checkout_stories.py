"""What happens to one shopper: the main stories, told step by step."""

import hashlib

import msgspec
import pytest
from checkout_world import (
    BASELINE,
    CAKE,
    CHEESE,
    FREE,
    MILK,
    NO_RECEIPT,
    PAPER,
    PEN,
    QR,
    SHOP,
    World,
    answer,
    ean,
    health,
    paper_out,
    printed,
    result,
    scan,
    timer,
)
from msgspec.structs import replace

from kiosk.checkout import basket
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.receipt import COPIES_MAX
from kiosk.checkout.state import Phase, PrintState
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintOutcome
from retail.basket import QUANTITY_MAX
from retail.card import Baseline
from retail.codes import Symbology
from retail.journal import events as e
from retail.receipt import CardTender


@pytest.fixture
def world() -> World:
    made = World()
    made.open()
    return made


# --- the basket ------------------------------------------------------------------------------------------


def test_a_first_scan_starts_the_basket_in_the_same_commit(world: World) -> None:
    decision = world.do(scan(PEN))
    assert isinstance(decision, tuple)
    assert [type(event) for event in decision] == [e.TransactionStarted, e.ItemAdded, e.BasketPriced]
    assert world.phase is Phase.SCANNING
    assert world.sale.priced.total_minor == 199


def test_same_goods_join_one_line_and_the_last_piece_comes_off_first(world: World) -> None:
    world.run(scan(PEN), scan(MILK), scan(PEN))
    assert [(line.product.gtin, line.quantity) for line in world.sale.lines] == [(PEN, 2), (MILK, 1)]
    world.run(c.RemoveLast())
    assert [(line.product.gtin, line.quantity) for line in world.sale.lines] == [(PEN, 1), (MILK, 1)]
    world.run(c.RemoveLast(), c.RemoveLast())
    assert world.sale.lines == ()
    assert world.ignored(c.RemoveLast()) == "nothing to take back"


def test_a_changed_quantity_is_taken_back_piece_by_piece(world: World) -> None:
    world.run(scan(PEN), scan(MILK), c.SetQuantity(line_id=1, quantity=3), c.RemoveLast())
    assert [(line.line_id, line.quantity) for line in world.sale.lines] == [(1, 2), (2, 1)]
    world.run(c.SetQuantity(line_id=1, quantity=1), c.RemoveLast())
    assert [(line.line_id, line.quantity) for line in world.sale.lines] == [(1, 1)]
    assert world.refused(c.SetQuantity(line_id=1, quantity=QUANTITY_MAX + 1)) == "quantity_out_of_range"
    assert world.refused(c.SetQuantity(line_id=1, quantity=0)) == "quantity_out_of_range"
    assert world.ignored(c.SetQuantity(line_id=9, quantity=2)) == "no such line"


def test_a_voided_line_s_number_is_not_used_again(world: World) -> None:
    world.run(scan(PEN), c.RemoveLine(line_id=1), scan(MILK))
    assert [line.line_id for line in world.sale.lines] == [2]


def test_a_full_line_goes_on_as_a_new_line(world: World) -> None:
    world.run(scan(PEN), c.SetQuantity(line_id=1, quantity=QUANTITY_MAX), scan(PEN))
    assert [line.quantity for line in world.sale.lines] == [QUANTITY_MAX, 1]


def test_weighed_packs_are_lines_of_their_own_and_cannot_be_multiplied(world: World) -> None:
    pack = ean("261234500500")
    world.run(scan(pack), scan(pack))
    assert [(line.weight_g, line.amount_minor) for line in world.sale.lines] == [(500, 650), (500, 650)]
    assert world.refused(c.SetQuantity(line_id=1, quantity=2)) == "quantity_is_measured"


def test_a_price_in_the_label_is_charged(world: World) -> None:
    world.run(scan(ean("221234500333")))
    assert [(line.product.gtin, line.price_minor) for line in world.sale.lines] == [(CAKE, 333)]
    assert world.sale.priced.total_minor == 333


@pytest.mark.parametrize(
    ("text", "symbology", "reason"),
    [
        ("9521234567899", Symbology.EAN_13, "unknown"),
        ("4006381333932", Symbology.EAN_13, "unreadable"),
        ("WIFI:S:x;;", Symbology.QR, "not_a_product"),
        ("7" * 4000, Symbology.QR, "too_long"),
        (CHEESE, Symbology.EAN_13, "needs_weight"),
        (ean("221239900000"), Symbology.EAN_13, "unknown"),
    ],
)
def test_a_code_that_sells_nothing_is_shown_heard_and_nothing_is_lost(
    world: World, text: str, symbology: Symbology, reason: str
) -> None:
    world.run(scan(MILK), scan(text, symbology))
    assert (world.phase, world.sale.not_found_reason) == (Phase.NOT_FOUND, reason)
    assert len(world.sale.not_found_text) <= basket.TEXT_KEPT + 1
    assert f.Play(sound=f.Sound.NUDGE) in world.new
    assert f.SetTimer(timer=f.Timer.NOT_FOUND, after_s=SHOP.not_found_s) in world.new
    assert world.sale.priced.total_minor == 109
    world.run(timer(f.Timer.NOT_FOUND))
    assert (world.phase, world.sale.not_found_text) == (Phase.SCANNING, "")


def test_a_label_printed_without_its_price_costs_what_the_catalogue_says(world: World) -> None:
    """Zeroes are the article's own number: never a gift."""
    world.run(scan(CAKE))
    assert world.sale.priced.total_minor == 100


def test_a_basket_has_a_limit(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basket, "LINES_MAX", 2)
    world.run(scan(PEN), scan(MILK))
    assert world.refused(scan(FREE)) == "basket_full"


def test_cancelling_frees_the_lane_and_uses_the_number_up(world: World) -> None:
    world.run(c.StartShopping(), scan(PEN), c.CancelTransaction())
    assert (world.phase, world.state.transaction) == (Phase.ATTRACT, None)
    world.run(scan(PEN))
    assert world.sale.number == 2


def test_an_empty_basket_cannot_be_paid(world: World) -> None:
    world.run(c.StartShopping())
    assert world.refused(c.Pay()) == "basket_empty"


def test_a_basket_that_costs_nothing_is_paid_without_a_card(world: World) -> None:
    world.run(scan(FREE), c.Pay())
    assert world.phase is Phase.PAID
    assert world.sale.is_paid
    assert world.count(f.Authorise) == 0


def test_a_lane_without_camera_or_terminal_takes_no_new_shopper_but_finishes_the_old(world: World) -> None:
    world.run(scan(PEN), health(Device.CAMERA, Condition.FAULT, "unplugged"))
    world.run(c.Pay(), c.LeaveTender(), c.CancelTransaction())
    assert world.refused(c.StartShopping()) == "lane_closed"
    assert world.refused(scan(PEN)) == "lane_closed"
    world.run(health(Device.CAMERA), c.StartShopping())


def test_nothing_is_scanned_while_paying(world: World) -> None:
    world.run(scan(PEN), c.Pay())
    assert world.ignored(scan(MILK))
    world.run(c.LeaveTender(), scan(MILK))


# --- paying ----------------------------------------------------------------------------------------------


def test_an_approved_payment_charges_the_total_once(world: World) -> None:
    world.to_card(PEN, MILK)
    (charge,) = [effect for effect in world.new if isinstance(effect, f.Authorise)]
    assert (charge.request.amount_minor, charge.request.currency) == (308, "EUR")
    assert charge.baseline == BASELINE
    assert world.keep(result(world)) is True
    world.run(answer(world.attempt_id, t.Approved(result=result(world), receipt_lines=("K-U-N-D-E",))))
    assert world.phase is Phase.PAID
    assert world.state.baseline == Baseline(terminal_id="T1", receipt_number=8, trace_number=80)
    assert world.ignored(answer(world.attempt_id, t.Approved(result=result(world))))
    assert world.keep(result(world)) is True


@pytest.mark.parametrize(
    ("outcome", "refusal"),
    [
        (t.Declined(result_code=5, text="DECLINED"), e.Refusal.DECLINED),
        (t.Cancelled(result_code=108, text=""), e.Refusal.CANCELLED),
        (t.NotCharged(reason="never sent"), e.Refusal.NOT_CHARGED),
        (t.Reversed(reason="wrong amount"), e.Refusal.REVERSED),
    ],
)
def test_a_refused_payment_may_be_tried_again_as_another_attempt(
    world: World, outcome: t.Outcome, refusal: e.Refusal
) -> None:
    world.to_card()
    first = world.attempt_id
    world.run(answer(first, outcome))
    assert (world.phase, world.sale.refusal, world.sale.payment) == (Phase.TENDER, refusal, None)
    world.run(c.PayByCard())
    assert world.attempt_id != first
    assert world.sale.refusal is None
    assert world.refused(c.CancelTransaction()) == "too_late_to_cancel"


def test_a_payment_needs_a_terminal_that_is_ready(world: World) -> None:
    world.run(health(Device.TERMINAL, Condition.FAULT, "unplugged"))
    world.state = replace(world.state, devices={})  # and one that has not spoken yet
    world.run(scan(PEN), c.Pay())
    assert world.refused(c.PayByCard()) == "terminal_not_ready"
    world.run(health(Device.TERMINAL, Condition.FAULT))
    assert world.refused(c.PayByCard()) == "terminal_not_ready"
    world.run(health(Device.TERMINAL, Condition.WARNING), c.PayByCard())


def test_the_terminal_s_words_are_kept_word_for_word(world: World) -> None:
    world.to_card()
    words = c.ReportTerminalText(
        text=t.TerminalText(attempt_id=world.attempt_id, status_code=10, text="Karte einstecken / INSERT")
    )
    world.run(words)
    assert world.sale.payment is not None
    assert world.sale.payment.status_text == "Karte einstecken / INSERT"
    assert world.ignored(words) == "already shown"


def test_cancelling_a_payment_is_a_request_and_an_approval_still_counts(world: World) -> None:
    world.to_card()
    world.run(c.CancelPayment())
    assert world.new == [f.CancelAuthorisation(attempt_id=world.attempt_id)]
    assert world.phase is Phase.CARD
    assert world.ignored(c.CancelPayment()) == "already asked to stop"
    assert world.keep(result(world)) is True
    world.run(answer(world.attempt_id, t.Approved(result=result(world))))
    assert world.phase is Phase.PAID


@pytest.mark.parametrize("changes", [{"amount_minor": 198}, {"currency": "CHF"}, {"terminal_id": "T2"}])
def test_an_approval_of_something_else_is_neither_acknowledged_nor_believed(
    world: World, changes: dict[str, object]
) -> None:
    world.to_card()
    other = replace(result(world), **changes)
    assert world.keep(other) is False
    world.run(answer(world.attempt_id, t.Approved(result=other)))
    assert world.phase is Phase.UNKNOWN
    assert world.sale.payment is not None
    assert world.sale.payment.needs_attendant


@pytest.mark.parametrize("outcome", [t.Declined(result_code=5), t.Cancelled(result_code=108)])
def test_a_refusal_after_an_acknowledged_approval_is_a_contradiction_for_a_person(
    world: World, outcome: t.Outcome
) -> None:
    """Acknowledged means charged (ZVT 2.2.9); letting the shopper pay again would charge twice."""
    world.to_card()
    assert world.keep(result(world)) is True
    world.run(answer(world.attempt_id, outcome))
    assert world.phase is Phase.UNKNOWN
    assert world.sale.payment is not None
    assert world.sale.payment.needs_attendant
    world.run(timer(f.Timer.ASK_TERMINAL), answer(world.attempt_id, t.NotCharged(reason="asked: reversed")))
    assert world.phase is Phase.TENDER


def test_a_terminal_without_a_known_identity_is_taken_at_its_first_word(world: World) -> None:
    world.run(c.ReportRegistration(registered=t.TerminalRegistered(baseline=Baseline(terminal_id=""))))
    world.to_card()
    assert world.keep(result(world)) is True


def test_a_report_of_another_terminal_does_not_make_it_the_known_one(world: World) -> None:
    for _ in range(2):
        world.to_card()
        assert world.keep(replace(result(world), terminal_id="T2")) is False
        assert world.state.baseline == BASELINE
        world.run(answer(world.attempt_id, t.Reversed(reason="another terminal")), c.CancelTransaction())


def test_an_unknown_outcome_locks_the_order_until_the_terminal_settles_it(world: World) -> None:
    world.to_card()
    world.run(answer(world.attempt_id, t.Unknown(reason="silent")))
    assert world.phase is Phase.UNKNOWN
    assert world.refused(c.PayByCard()) == "payment_not_possible_now"
    assert world.refused(c.CancelTransaction()) == "too_late_to_cancel"
    assert world.ignored(c.LeaveTender())
    for _ in range(3):
        world.run(timer(f.Timer.ASK_TERMINAL))
        (recover,) = [effect for effect in world.new if isinstance(effect, f.RecoverPayment)]
        assert (recover.attempt.request.attempt_id, recover.attempt.baseline) == (world.attempt_id, BASELINE)
        world.run(answer(world.attempt_id, t.NeedsAttendant(reason="contradiction")))
        assert f.SetTimer(timer=f.Timer.ASK_TERMINAL, after_s=SHOP.ask_again_s) in world.new
    world.run(timer(f.Timer.ASK_TERMINAL), answer(world.attempt_id, t.Approved(result=result(world))))
    assert world.phase is Phase.PAID
    assert world.count(f.Authorise) == 1


def test_a_restart_in_the_middle_of_a_payment_asks_soon_and_never_charges_again(world: World) -> None:
    world.to_card()
    world.keep(result(world))
    for _ in range(3):
        world.restart()
        assert world.phase is Phase.UNKNOWN
        assert [effect for effect in world.new if isinstance(effect, f.SetTimer)][-1] == f.SetTimer(
            timer=f.Timer.ASK_TERMINAL, after_s=SHOP.ask_terminal_s
        )
        world.run(timer(f.Timer.ASK_TERMINAL))
        (recover,) = [effect for effect in world.new if isinstance(effect, f.RecoverPayment)]
        assert recover.attempt.stored_result == result(world)
    assert world.count(f.Authorise) == 1


def test_a_late_answer_to_an_attempt_that_is_over_is_refused_and_changes_nothing(world: World) -> None:
    world.to_card()
    first = world.attempt_id
    world.run(answer(first, t.Cancelled(result_code=108)))
    assert world.refused(answer(first, t.Approved(result=result(world)))) == "late_payment_answer"
    assert world.keep(result(world), first) is False
    world.run(c.PayByCard())
    assert world.keep(result(world), first) is False
    assert world.ignored(answer(first, t.Approved(result=result(world)))) == "answer to another attempt"
    assert world.phase is Phase.CARD


# --- the receipt -----------------------------------------------------------------------------------------


def test_a_printed_receipt_closes_the_sale_and_is_the_one_that_was_journalled(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    (job,) = [effect for effect in world.new if isinstance(effect, f.PrintReceipt)]
    started = next(event for event in world.journal if isinstance(event, e.PrintStarted))
    digest = hashlib.sha256(msgspec.json.encode(job.receipt, order="deterministic")).hexdigest()
    assert (started.job_id, started.copy, started.receipt_sha256) == (job.job_id, 1, digest)
    assert (job.receipt.total_minor, job.receipt.number, job.receipt.copy) == (199, 1, 1)
    (card,) = job.receipt.tenders
    assert isinstance(card, CardTender)
    assert card.card_name == "VISA"
    world.run(printed(world.job_id))
    assert (world.phase, world.closed_as()) == (Phase.THANKS, "printed")
    world.run(timer(f.Timer.THANKS))
    assert (world.phase, world.state.transaction, world.state.next_number) == (Phase.ATTRACT, None, 2)


def test_paper_end_waits_and_prints_no_second_original(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    world.run(paper_out(world.job_id))
    assert world.ignored(paper_out(world.job_id)) == "already waiting"
    assert world.ignored(PAPER) == "already printing"
    world.run(printed(world.job_id, PrintOutcome.PRINTED_SPLIT))
    assert (world.count(f.PrintReceipt), world.closed_as()) == (1, "printed")


@pytest.mark.parametrize(
    ("outcome", "copy"), [(PrintOutcome.NOT_SENT, 1), (PrintOutcome.UNKNOWN, 2)], ids=lambda value: str(value)
)
def test_a_second_print_is_an_original_only_if_the_first_never_left_the_lane(
    world: World, outcome: PrintOutcome, copy: int
) -> None:
    world.to_receipt()
    world.run(PAPER)
    world.run(printed(world.job_id, outcome))
    assert world.phase is Phase.RECEIPT
    world.run(PAPER)
    (job,) = [effect for effect in world.new if isinstance(effect, f.PrintReceipt)]
    assert job.receipt.copy == copy


def test_an_unproven_print_closes_the_sale_as_unproven(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    world.run(printed(world.job_id, PrintOutcome.SENT_UNPROVEN))
    assert (world.phase, world.closed_as()) == (Phase.THANKS, "unproven")


def test_copies_have_a_limit(world: World) -> None:
    world.to_receipt()
    for _ in range(COPIES_MAX):
        world.run(PAPER)
        world.run(printed(world.job_id, PrintOutcome.UNKNOWN))
    assert world.refused(PAPER) == "too_many_copies"


def test_paper_waits_for_a_printer_that_cannot_and_starts_once_by_itself(world: World) -> None:
    world.to_receipt()
    world.run(health(Device.PRINTER, Condition.FAULT, "paper_end"))
    world.run(PAPER)
    assert (world.phase, world.sale.printing) == (Phase.RECEIPT, None)
    world.run(health(Device.PRINTER, Condition.READY))
    first = world.job_id
    assert first
    world.run(health(Device.PRINTER, Condition.WARNING, "paper_low"))
    assert world.job_id == first
    world.run(printed(first, PrintOutcome.PRINTED))
    assert world.closed_as() == "printed"


def test_a_job_refused_before_its_first_byte_is_printed_when_the_printer_is_back(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    first = world.job_id
    world.run(health(Device.PRINTER, Condition.FAULT, "cover_open"))
    world.run(printed(first, PrintOutcome.NOT_SENT))
    world.run(health(Device.PRINTER, Condition.READY))
    assert world.job_id != first
    assert world.sale.printing is not None
    assert world.sale.printing.copy == 1


def test_a_job_that_may_be_on_paper_is_never_repeated_by_itself(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    first = world.job_id
    world.run(health(Device.PRINTER, Condition.FAULT, "unplugged"))
    world.run(printed(first, PrintOutcome.UNKNOWN))
    world.run(health(Device.PRINTER, Condition.READY))
    assert world.job_id == first


def test_leaving_without_the_paper_that_was_wanted_is_said_so(world: World) -> None:
    world.to_receipt()
    world.run(health(Device.PRINTER, Condition.FAULT, "paper_end"))
    world.run(PAPER)
    world.run(c.Finish())
    assert world.closed_as() == "not printed"


def test_the_other_kinds_need_no_printer(world: World) -> None:
    world.to_receipt()
    world.run(health(Device.PRINTER, Condition.FAULT, "paper_end"))
    world.run(QR)
    assert world.phase is Phase.RECEIPT
    world.run(c.Finish())
    assert world.closed_as() == "qr"


def test_no_receipt_closes_at_once(world: World) -> None:
    world.to_receipt()
    world.run(NO_RECEIPT)
    assert (world.phase, world.closed_as()) == (Phase.THANKS, "none")


@pytest.mark.parametrize(
    ("steps", "closed_as"),
    [
        ([], "none"),
        (["paper", "out"], "unknown"),
        (["paper"], "unknown"),
        (["paper", PrintOutcome.NOT_SENT], "not printed"),
        (["paper", PrintOutcome.UNKNOWN], "unknown"),
        (["paper", "qr"], "qr"),
        (["paper", "qr", PrintOutcome.PRINTED], "printed"),
    ],
    ids=str,
)
def test_a_shopper_who_leaves_lets_the_sale_close_as_it_stands(
    world: World, steps: list[object], closed_as: str
) -> None:
    """Also when the printer never answers: the next shopper must not find a lane that waits for ever."""
    world.to_receipt()
    for step in steps:
        match step:
            case "paper":
                world.run(PAPER)
            case "qr":
                world.run(QR)
            case "out":
                world.run(paper_out(world.job_id))
            case PrintOutcome():
                world.run(printed(world.job_id, step))
    assert any(isinstance(effect, f.SetTimer) and effect.timer is f.Timer.RECEIPT for effect in world.effects)
    world.run(timer(f.Timer.RECEIPT))
    assert (world.phase, world.closed_as()) == (Phase.THANKS, closed_as)


def test_no_receipt_wanted_any_more_does_not_deny_the_paper_that_may_be_there(world: World) -> None:
    world.to_receipt()
    world.run(PAPER, NO_RECEIPT)
    assert world.closed_as() == "unknown"
    world.run(printed(world.job_id))
    assert world.phase is Phase.THANKS
    assert world.sale.printing is not None
    assert world.sale.printing.state is PrintState.PRINTED


def test_a_print_that_ends_after_the_shopper_left_touches_nobody_else(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    world.run(paper_out(world.job_id))
    old_job = world.job_id
    world.run(timer(f.Timer.RECEIPT), timer(f.Timer.THANKS), scan(MILK))
    assert world.ignored(printed(old_job)) == "not the current print job"
    assert world.sale.printing is None


def test_a_restart_while_printing_calls_the_print_unknown_and_the_next_one_a_copy(world: World) -> None:
    world.to_receipt()
    world.run(PAPER)
    world.restart()
    assert world.phase is Phase.RECEIPT
    assert world.count(f.PrintReceipt) == 1
    world.ready(Device.PRINTER)
    world.run(PAPER)
    assert [effect.receipt.copy for effect in world.effects if isinstance(effect, f.PrintReceipt)] == [1, 2]


# --- help, languages, shoppers ---------------------------------------------------------------------------


def test_a_shopper_who_waits_for_help_is_not_timed_out(world: World) -> None:
    world.to_receipt()
    world.run(c.CallHelp())
    assert world.ignored(timer(f.Timer.RECEIPT)) == "somebody waits for help"
    world.run(c.EndHelp())
    assert f.SetTimer(timer=f.Timer.RECEIPT, after_s=SHOP.receipt_s) in world.new
    world.run(timer(f.Timer.RECEIPT), c.CallHelp())
    assert world.ignored(timer(f.Timer.THANKS)) == "somebody waits for help"
    world.run(c.EndHelp())
    assert f.SetTimer(timer=f.Timer.THANKS, after_s=SHOP.thanks_s) in world.new


def test_a_lane_that_staff_close_finishes_its_shopper_and_takes_no_new_one(world: World) -> None:
    world.run(scan(PEN), c.CloseLane(by="anna", reason="Back in five minutes."))
    assert world.phase is Phase.SCANNING
    world.run(scan(MILK), c.CancelTransaction())
    assert world.refused(c.StartShopping()) == world.refused(scan(PEN)) == "lane_closed"
    world.restart()
    assert (world.state.is_open, world.state.closed_reason) == (False, "Back in five minutes.")
    world.run(c.OpenLane(by="ben"), scan(PEN))
    assert world.phase is Phase.SCANNING


def test_what_staff_write_stays_until_the_shopper_leaves(world: World) -> None:
    world.run(scan(PEN), c.ShowMessage(text="Your parking ticket is at the desk.", by="anna"))
    assert world.state.message == "Your parking ticket is at the desk."
    assert world.ignored(c.ShowMessage(text=world.state.message, by="anna")) == "already shown"
    world.run(c.CancelTransaction())
    assert world.state.message == ""


def test_the_next_shopper_finds_the_lane_fresh(world: World) -> None:
    world.run(c.ChooseLanguage(language="de"), scan(PEN), c.CallHelp(), c.CancelTransaction())
    assert (world.state.help_called, world.state.language) == (False, SHOP.language)
    assert world.state.baseline == BASELINE
    assert world.state.device(Device.PRINTER).condition is Condition.READY


def test_a_receipt_is_in_the_shopper_s_language(world: World) -> None:
    world.run(c.ChooseLanguage(language="de"))
    world.to_receipt()
    world.run(PAPER)
    (job,) = [effect for effect in world.new if isinstance(effect, f.PrintReceipt)]
    assert job.receipt.language == "de"


def test_the_foot_of_a_receipt_is_in_the_shopper_s_language(world: World) -> None:
    world.shop = replace(SHOP, footer=("www.example.com", "en: Returns: 14 days", "de: Rückgabe: 14 Tage"))
    world.run(c.ChooseLanguage(language="de"))
    world.to_receipt()
    world.run(PAPER)
    (job,) = [effect for effect in world.new if isinstance(effect, f.PrintReceipt)]
    assert job.receipt.footer == ("www.example.com", "Rückgabe: 14 Tage")


def test_only_the_languages_the_lane_offers_can_be_chosen(world: World) -> None:
    world.shop = replace(SHOP, languages=("fr", "en"))
    world.run(c.ChooseLanguage(language="fr"))
    assert world.state.language == "fr"
    assert world.ignored(c.ChooseLanguage(language="de"))
    assert world.state.language == "fr"


def test_an_unknown_timer_or_language_is_ignored(world: World) -> None:
    assert world.ignored(c.FireTimer(timer="no such timer"))
    assert world.ignored(c.ChooseLanguage(language="xx"))


def test_a_restart_on_the_thanks_screen_frees_the_lane(world: World) -> None:
    world.to_receipt()
    world.run(NO_RECEIPT)
    world.restart()
    assert (world.phase, world.state.next_number) == (Phase.ATTRACT, 2)
    assert f.EnableScanner(reading=True) in world.new


def test_a_restart_keeps_the_basket_to_the_cent(world: World) -> None:
    world.run(scan(PEN), scan(ean("261234500777")), scan(MILK), c.RemoveLast(), c.CallHelp())
    before = world.sale
    world.restart()
    assert world.sale == before
    assert world.state.help_called
    assert f.EnableScanner(reading=True) in world.new


def test_a_terminal_that_wants_its_end_of_day_gets_it_and_the_totals_are_kept(world: World) -> None:
    world.run(health(Device.TERMINAL, Condition.FAULT, t.END_OF_DAY_DUE))
    assert world.count(f.CloseTerminalDay) == 1
    world.run(c.ReportEndOfDay(answer=t.EndOfDayAnswer(succeeded=True, result_code=0, total_minor=1999)))
    assert any(
        isinstance(event, e.TerminalDayClosed) and event.total_minor == 1999 for event in world.journal
    )
    assert world.phase is Phase.ATTRACT


def test_the_day_is_not_closed_while_a_payment_is_open(world: World) -> None:
    world.to_card()
    world.run(health(Device.TERMINAL, Condition.FAULT, t.END_OF_DAY_DUE))
    assert world.count(f.CloseTerminalDay) == 0
