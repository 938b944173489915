"""Made-up snapshots of every situation a shopper can see, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Phase, Printing, PrintState, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples import attention as sample_attention
from kiosk.ui.samples import flow as sample_flow
from kiosk.ui.samples import loads as sample_loads
from kiosk.ui.samples import offers as sample_offers
from kiosk.ui.samples import orders as sample_orders
from kiosk.ui.samples import prices as sample_prices
from kiosk.ui.samples import returns as sample_returns
from kiosk.ui.samples import staff as sample_staff
from kiosk.ui.samples import tenders as sample_tenders
from kiosk.ui.samples.attention import attended, raised
from kiosk.ui.samples.goods import paid, paying, sale
from kiosk.ui.words.refusals import NOT_FOUND
from retail.card import CardResult
from retail.journal.events import ReceiptKind, Refusal

READY = {device: DeviceState(condition=Condition.READY) for device in Device}
CODES = {
    "for_paying": "",
    "not_a_product": "https://example.com/" + "x" * 400,
    "not_a_member": "…67",
    "used": "…4711",
}
"""What is shown of a code that is not known, where it is not a plain number."""

MESSAGE = {
    "en": "A colleague is on the way to you. Please keep your ID ready.",
    "de": "Eine Kollegin ist auf dem Weg zu Ihnen. Bitte halten Sie Ihren Ausweis bereit.",
    "fr": "Une collègue vient vers vous. Veuillez préparer votre pièce d'identité.",
    "es": "Una compañera va hacia usted. Tenga preparado su documento de identidad.",
    "zh": "同事正在过来。请准备好您的证件。",
    "ar": "زميلة في طريقها إليكم. يرجى تجهيز الهوية.",
}
"""What staff wrote to the shopper."""
CLOSED_REASON = {
    "en": "Open again at 14:00.",
    "de": "Ab 14 Uhr wieder offen.",
    "fr": "Réouverture à 14\u00a0h.",
    "es": "Abre de nuevo a las 14:00.",
    "zh": "14:00重新开放。",
    "ar": "نفتح مجددًا الساعة 14:00.",
}
"""What staff say about a lane they closed."""


def snapshot(state: State, **more: str) -> Snapshot:
    """A snapshot of `state`."""
    return Snapshot(sequence=1, state=state, **more)  # type: ignore[arg-type]  # only its text fields are given


def _fault(device: Device, code: str, detail: str) -> dict[Device, DeviceState]:
    return {**READY, device: DeviceState(condition=Condition.FAULT, code=code, detail=detail)}


def situations(language: str) -> Iterator[tuple[str, Snapshot]]:
    """Every situation by name, in the order of a purchase."""
    idle = State(language=language, devices=READY)
    few, many = sale(), sale(40)
    yield "attract", snapshot(idle)
    scanning = replace(idle, phase=Phase.SCANNING)
    yield "scanning-empty", snapshot(replace(scanning, transaction=sale(0)))
    yield "idle-empty", snapshot(replace(scanning, transaction=replace(sale(0), time_runs_out=True)))
    yield "scanning-1", snapshot(replace(scanning, transaction=sale(1)))
    yield "scanning-8", snapshot(replace(scanning, transaction=sale(8)))
    yield "scanning-40", snapshot(replace(scanning, transaction=many))
    camera = _fault(Device.CAMERA, "unplugged", "The camera is not connected; check its cable.")
    yield "scanning-camera", snapshot(replace(scanning, transaction=few, devices=camera))
    for name, transaction in sample_offers.scanning():
        yield f"scanning-{name}", snapshot(replace(scanning, transaction=transaction))
    yield "scanning-refused", snapshot(replace(scanning, transaction=few), refusal="basket_full")
    pending = sample_offers.coupons()
    yield (
        "scanning-coupon-pending",
        snapshot(replace(scanning, transaction=pending), refusal="coupon_being_checked"),
    )
    not_found = replace(idle, phase=Phase.NOT_FOUND)
    for reason in (*NOT_FOUND, "something new"):
        text = CODES.get(reason, "4006381333931")
        missing = replace(few, not_found_text=text, not_found_reason=reason)
        yield f"notfound-{reason}", snapshot(replace(not_found, transaction=missing))
    yield from _payments(idle, few)
    yield from sample_flow.situations(idle)
    yield from sample_tenders.situations(idle)
    yield from sample_returns.situations(idle)
    yield from sample_loads.situations(idle)
    yield from sample_orders.situations(idle)
    yield from sample_prices.situations(idle)
    yield from _receipts(idle, paid(few))
    yield "help-idle", snapshot(replace(idle, help_called=True))
    helped = replace(scanning, transaction=few, help_called=True)
    yield "help-sale", snapshot(attended(helped, raised(1, "help")))
    yield "help-paid", snapshot(replace(idle, phase=Phase.RECEIPT, transaction=paid(few), help_called=True))
    message = MESSAGE[language]
    for name, phase, transaction in (
        ("message-sale", Phase.SCANNING, sample_offers.tea(3)),
        ("message-tender", Phase.TENDER, sample_offers.ready_to_pay(500)),
        ("message-paid", Phase.PAID, sample_offers.rewarded()),
        ("message-receipt", Phase.RECEIPT, sample_offers.rewarded()),
        ("message-thanks", Phase.THANKS, sample_offers.rewarded()),
    ):
        yield name, snapshot(replace(idle, phase=phase, transaction=transaction, message=message))
    yield from sample_attention.situations(idle)
    yield from sample_staff.situations(idle)
    yield "closed-staff", snapshot(replace(idle, closed_by="u-7", closed_reason=CLOSED_REASON[language]))
    yield "closed-camera", snapshot(replace(idle, devices=camera))
    yield (
        "closed-disk",
        snapshot(
            replace(idle, phase=Phase.CARD, transaction=replace(few, payment=paying(few))),
            outage="disk_full",
            outage_detail="The disk is full: free some space under var/lane, then restart the lane.",
        ),
    )
    yield "closed-sale", snapshot(replace(scanning, transaction=few), outage="journal_failed")
    yield (
        "closed-paid",
        snapshot(replace(idle, phase=Phase.RECEIPT, transaction=paid(few)), outage="journal_failed"),
    )


def _payments(idle: State, few: Transaction) -> Iterator[tuple[str, Snapshot]]:
    tender = replace(idle, phase=Phase.TENDER)
    yield "tender", snapshot(replace(tender, transaction=few))
    for refusal, words in (
        (Refusal.DECLINED, "Karte nicht zugelassen"),
        (Refusal.CANCELLED, "Vorgang abgebrochen"),
        (Refusal.NOT_CHARGED, ""),
        (Refusal.REVERSED, ""),
    ):
        refused = replace(few, refusal=refusal, refusal_text=words, attempts=1)
        yield f"tender-{refusal.value}", snapshot(replace(tender, transaction=refused))
    no_terminal = _fault(Device.TERMINAL, "unplugged", "The card terminal does not answer.")
    no_paper = _fault(Device.PRINTER, "paper_end", "The paper is used up; insert a new roll.")
    yield "tender-no-paper", snapshot(replace(tender, transaction=few, devices=no_paper))
    yield "tender-fault", snapshot(replace(tender, transaction=few, devices=no_terminal))
    for name, transaction in sample_offers.tendering():
        yield f"tender-{name}", snapshot(replace(tender, transaction=transaction))
    declined = replace(
        sample_offers.ready_to_pay(500), refusal=Refusal.DECLINED, refusal_text="Karte nicht zugelassen"
    )
    yield "tender-points-declined", snapshot(replace(tender, transaction=declined, devices=no_paper))
    card = replace(idle, phase=Phase.CARD)
    payment = paying(few)
    for name, attempt in (
        ("card", payment),
        ("card-words", replace(payment, status_code=0x0A, status_text="Bitte Karte einstecken")),
        (
            "card-long",
            replace(
                payment, status_text="Bitte PIN eingeben und mit der grünen Taste bestätigen. Betrag prüfen"
            ),
        ),
        ("card-stopping", replace(payment, status_text="Bitte warten", cancel_asked=True)),
        ("card-checking", replace(payment, status_text="Zahlung erfolgt", stored=CardResult(result_code=0))),
    ):
        yield name, snapshot(replace(card, transaction=replace(few, payment=attempt)))
    yield (
        "card-helped",
        snapshot(replace(card, transaction=replace(few, payment=payment), help_called=True)),
    )
    unknown = replace(idle, phase=Phase.UNKNOWN)
    yield "unknown", snapshot(replace(unknown, transaction=replace(few, payment=payment)))
    attended = replace(few, payment=replace(payment, needs_attendant=True))
    yield "unknown-attendant", snapshot(replace(unknown, transaction=attended))


def _receipts(idle: State, done: Transaction) -> Iterator[tuple[str, Snapshot]]:
    yield "paid", snapshot(replace(idle, phase=Phase.PAID, transaction=done))
    rewarded = sample_offers.rewarded()
    yield "paid-rewarded", snapshot(replace(idle, phase=Phase.PAID, transaction=rewarded))
    choosing = replace(idle, phase=Phase.RECEIPT)
    yield "receipt-time", snapshot(replace(choosing, transaction=replace(rewarded, time_runs_out=True)))
    yield "receipt-rewarded", snapshot(replace(choosing, transaction=rewarded))
    yield "receipt", snapshot(replace(choosing, transaction=done))
    no_paper = _fault(Device.PRINTER, "paper_end", "The paper is used up; insert a new roll.")
    yield "receipt-no-paper", snapshot(replace(choosing, transaction=done, devices=no_paper))
    paper = replace(done, receipt_kind=ReceiptKind.PAPER)
    yield "receipt-awaited", snapshot(replace(choosing, transaction=paper, devices=no_paper))
    for state in PrintState:
        code = "paper_end" if state is PrintState.WAITING else ""
        job = Printing(job_id="t-1-r1", copy=1, state=state, code=code)
        yield f"receipt-{state.value}", snapshot(replace(choosing, transaction=replace(paper, printing=job)))
    yield "receipt-qr", snapshot(replace(choosing, transaction=replace(done, receipt_kind=ReceiptKind.QR)))
    printed = replace(paper, printing=Printing(job_id="t-1-r1", copy=1, state=PrintState.PRINTED))
    yield "thanks", snapshot(replace(idle, phase=Phase.THANKS, transaction=printed))
    kept = replace(rewarded, receipt_kind=ReceiptKind.QR)
    yield "receipt-rewarded-qr", snapshot(replace(choosing, transaction=kept))
    yield "thanks-rewarded", snapshot(replace(idle, phase=Phase.THANKS, transaction=kept))
    unproven = replace(paper, printing=Printing(job_id="t-1-r1", copy=1, state=PrintState.UNKNOWN))
    yield "thanks-unproven", snapshot(replace(idle, phase=Phase.THANKS, transaction=unproven))
