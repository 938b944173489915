"""Made-up returns, for the gallery and the tests: what staff see, and what the one who waits sees. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import (
    DeviceState,
    Given,
    Phase,
    Printing,
    PrintState,
    Refund,
    Return,
    State,
    Tender,
    Transaction,
)
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples.attention import raised
from kiosk.ui.samples.goods import GOODS, LONG_NAME, sale
from kiosk.ui.samples.names import in_every_language
from kiosk.ui.samples.staff import ATTENDANT, MANAGER, signed_in
from retail.card import CardResult
from retail.interventions.book import Book
from retail.interventions.wishes import Staff
from retail.interventions.words import Severity
from retail.journal.events import ReceiptKind
from retail.wire.returns import ReturnedLine, ReturnPart, SoldLine, SoldSale, SoldTender

PAID_WITH = CardResult(result_code=0, card_name="Visa Debit", masked_pan="************4921")
AT = "2026-11-25T10:12:40+01:00"


def _line(line_id: int, names: dict[str, str], *unit_minor: int, quantity: int = 0) -> SoldLine:
    left = len(unit_minor)
    return SoldLine(
        line_id=line_id,
        key=str(line_id),
        names=in_every_language(names),
        quantity=quantity or left,
        left=left,
        unit_minor=unit_minor,
        tax_letter="A",
    )


def _goods(line_id: int, which: int, *unit_minor: int, quantity: int = 0) -> SoldLine:
    english, german, chinese, *_ = GOODS[which]
    return _line(line_id, {"": english, "de": german, "zh": chinese}, *unit_minor, quantity=quantity)


SOLD = SoldSale(
    token="0f" * 16,
    verdict="held",
    transaction_id="0f" * 16,
    number=42,
    lane="2",
    sold_at="2026-11-23T16:05:12+01:00",
    currency="EUR",
    lines=(
        _goods(1, 7, 649, 549, quantity=3),
        _goods(2, 3, 389),
        _line(3, LONG_NAME, 1290),
        _goods(4, 1, quantity=2),
        _goods(5, 5, 329, 329),
    ),
    tenders=(
        SoldTender(tender="card", attempt_id="t-0-1", amount_minor=2500, left_minor=2500, card=PAID_WITH),
        SoldTender(tender="value", amount_minor=1000, left_minor=1000, last_digits="4711"),
    ),
)
LINES = (ReturnedLine(line_id=1, quantity=1), ReturnedLine(line_id=2, quantity=1))
TO_CARD = ReturnPart(tender="card", attempt_id="t-0-1", amount_minor=438)
TO_PHONE = ReturnPart(tender="wallet", attempt_id="t-0-2", amount_minor=200, wallet="Alipay+")
TO_GIFT = ReturnPart(tender="value", amount_minor=300, account_id="v-1", last_digits="4711")
TO_POINTS = ReturnPart(tender="points", amount_minor=100, points=100)
CHOOSING = Return(sold=SOLD, by="u-7")
HELD = Return(
    sold=SOLD,
    by="u-7",
    return_id="t-1-1",
    lines=LINES,
    why="damaged",
    amount_minor=1038,
    parts=(TO_PHONE, TO_CARD, TO_GIFT, TO_POINTS),
)
FIRST_GIVEN = replace(HELD, given=(Given(part=TO_PHONE, reference="R-1"),))
OVER = replace(HELD, given=tuple(Given(part=part) for part in HELD.parts), is_over=True)
STOPPED = replace(FIRST_GIVEN, is_over=True)
TO_THE_CARD = Refund(
    refund_id="t-1-r2",
    tender=Tender.CARD,
    attempt_id="t-0-1",
    amount_minor=438,
    currency="EUR",
    original=None,
    baseline=None,
    requested_at=AT,
    status_text="Bitte Karte vorhalten",
)
TO_THE_PHONE = replace(TO_THE_CARD, tender=Tender.WALLET, amount_minor=200, status_text="")


def returns() -> Iterator[tuple[str, Phase, Transaction]]:
    """Every moment of a return, by name."""
    none = sale(0)

    def moment(returning: Return, refund: Refund | None = None, **more: object) -> Transaction:
        return replace(none, returning=returning, refund=refund, **more)

    yield "choose", Phase.RETURN, moment(CHOOSING)
    yield "refused", Phase.RETURN, moment(replace(CHOOSING, reason="returned_elsewhere"))
    yield "no-link", Phase.RETURN, moment(replace(CHOOSING, reason="no_link"))
    asked = replace(HELD, parts=(), amount_minor=0, is_asked=True)
    yield "asking", Phase.RETURN, moment(asked)
    yield "wallet", Phase.REFUND, moment(HELD, TO_THE_PHONE)
    yield "terminal", Phase.REFUND, moment(FIRST_GIVEN, TO_THE_CARD)
    yield "stuck", Phase.RETURN, moment(replace(FIRST_GIVEN, reason="no card was shown"))
    yield "checking", Phase.REFUND, moment(FIRST_GIVEN, replace(TO_THE_CARD, is_unknown=True))
    look = replace(TO_THE_CARD, is_unknown=True, needs_attendant=True)
    yield "look", Phase.REFUND, moment(FIRST_GIVEN, look)
    yield "over", Phase.RECEIPT, moment(OVER, paid_at=AT)
    yield "stopped", Phase.RECEIPT, moment(STOPPED, paid_at=AT)


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Every moment, for staff and for the one who waits."""

    def shown(state: State, staff: Staff | None = None, **more: str) -> Snapshot:
        there = signed_in(state, staff) if staff else state
        return Snapshot(sequence=1, state=there, **more)  # type: ignore[arg-type]  # only its text fields are given

    for name, phase, transaction in returns():
        state = replace(idle, phase=phase, transaction=transaction)
        if name == "look":
            unknown = raised(1, "payment_unknown", subject="t-1-r2", severity=Severity.CRITICAL)
            state = replace(state, situation=replace(state.situation, book=Book(open=(unknown,))))
        yield f"staff-return-{name}", shown(state, MANAGER if name == "look" else ATTENDANT)
        yield f"return-{name}", shown(state)
    over = next(transaction for name, _, transaction in returns() if name == "over")
    paper = replace(
        over,
        receipt_kind=ReceiptKind.PAPER,
        printing=Printing(job_id="t-1-r1", copy=1, state=PrintState.PRINTING),
    )
    printing = replace(idle, phase=Phase.RECEIPT, transaction=paper)
    yield "staff-return-printing", shown(printing, ATTENDANT)
    yield "return-printing", shown(printing)
    no_paper = {**idle.devices, Device.PRINTER: DeviceState(condition=Condition.FAULT, code="paper_end")}
    awaited = replace(printing, devices=no_paper, transaction=replace(paper, printing=None))
    yield "return-awaited", shown(awaited)
    on_phone = replace(over, receipt_kind=ReceiptKind.QR)
    yield "return-qr", shown(replace(printing, transaction=on_phone))
    yield "staff-return-thanks", shown(replace(printing, phase=Phase.THANKS), ATTENDANT)
    yield "return-thanks", shown(replace(printing, phase=Phase.THANKS))
    stuck = next(transaction for name, _, transaction in returns() if name == "stuck")
    waiting = replace(idle, phase=Phase.RETURN, transaction=stuck)
    yield "help-return", shown(replace(waiting, help_called=True))
    yield "closed-return", shown(waiting, outage="journal_failed")
