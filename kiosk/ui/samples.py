"""Made-up snapshots of every situation a shopper can see, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Payment, Phase, Printing, PrintState, State, Transaction
from kiosk.devices.health import Condition, Device
from retail.basket import Line
from retail.card import CardResult
from retail.catalogue import Product
from retail.journal.events import ReceiptKind, Refusal

READY = {device: DeviceState(condition=Condition.READY) for device in Device}
LONG_NAME = {
    "": "Organic Sun-Ripened Mediterranean Vine Tomatoes with Basil, Hand-Picked, Large Family Pack 1 kg",
    "de": "Bio-Sonnengereifte Mittelmeer-Rispentomaten mit Basilikum, handverlesen, Großpackung 1500 g",
    "zh": "有机地中海阳光成熟藤番茄配罗勒手工采摘特大家庭装一千五百克超值优惠限时供应新鲜直达",
}
GOODS: tuple[tuple[str, str, str, int, str], ...] = (
    ("Red Apples 1 kg", "Rote Äpfel 1 kg", "红苹果 1千克", 249, "apple"),
    ("Whole Milk 1 l", "Vollmilch 1 l", "全脂牛奶 1升", 119, "milk"),
    ("Baguette", "Baguette", "法棍面包", 129, "baguette"),
    ("Gouda Cheese 400 g", "Gouda 400 g", "高达奶酪 400克", 389, "cheese"),
    ("Vine Tomatoes 500 g", "Rispentomaten 500 g", "番茄 500克", 249, "tomato"),
    ("Free-Range Eggs, 10", "Eier aus Freilandhaltung, 10 Stück", "散养鸡蛋 10枚", 329, "eggs"),
    ("Dark Chocolate 100 g", "Zartbitterschokolade 100 g", "黑巧克力 100克", 179, "chocolate"),
    ("Ground Coffee 500 g", "Gemahlener Kaffee 500 g", "研磨咖啡 500克", 649, "coffee"),
)


def product(index: int) -> Product:
    """One of the sample goods; every tenth has no picture and an endless name."""
    english, german, chinese, price_minor, picture = GOODS[index % len(GOODS)]
    names = {"": english, "de": german, "zh": chinese}
    if index % 10 == 5:
        names, picture = LONG_NAME, ""
    return Product(
        key=f"{index:014d}",
        gtin=f"{index:013d}",
        names=names,
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=700,
        picture=picture,
    )


def weighed(line_id: int) -> Line:
    """A weighed pack: its quantity cannot be changed."""
    bananas = replace(
        product(0), names={"": "Bananas", "de": "Bananen", "zh": "香蕉"}, picture="banana", unit="kg"
    )
    return Line(line_id=line_id, product=replace(bananas, price_minor=199), weight_g=1236)


def basket(count: int) -> tuple[Line, ...]:
    """`count` lines of various goods, quantities and kinds."""
    return tuple(
        weighed(number)
        if number == 3
        else Line(line_id=number, product=product(number - 1), quantity=1 if number % 4 else 12)
        for number in range(1, count + 1)
    )


def sale(count: int = 6) -> Transaction:
    """A transaction with `count` lines."""
    lines = basket(count)
    return Transaction(
        transaction_id="t-1",
        number=41,
        started_at="2026-03-14T10:12:00+01:00",
        currency="EUR",
        lines=lines,
        next_line_id=count + 1,
        added=tuple(line.line_id for line in lines),
    )


def paying(transaction: Transaction) -> Payment:
    """An attempt to pay the whole of it."""
    return Payment(
        attempt_id="t-1-1",
        amount_minor=transaction.priced.total_minor,
        currency=transaction.currency,
        baseline=None,
        requested_at="2026-03-14T09:13:00.000000Z",
    )


def paid(transaction: Transaction) -> Transaction:
    """The same sale with its money proven."""
    return replace(
        transaction,
        payment=replace(paying(transaction), approved=CardResult(result_code=0)),
        paid_at="2026-03-14T10:13:30+01:00",
    )


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
    yield "scanning-1", snapshot(replace(scanning, transaction=sale(1)))
    yield "scanning-8", snapshot(replace(scanning, transaction=sale(8)))
    yield "scanning-40", snapshot(replace(scanning, transaction=many))
    camera = _fault(Device.CAMERA, "unplugged", "The camera is not connected; check its cable.")
    yield "scanning-camera", snapshot(replace(scanning, transaction=few, devices=camera))
    yield "scanning-refused", snapshot(replace(scanning, transaction=few), refusal="basket_full")
    not_found = replace(idle, phase=Phase.NOT_FOUND)
    for reason, text in (
        ("unknown", "4006381333931"),
        ("unreadable", "4006381333930"),
        ("not_a_product", "https://example.com/" + "x" * 400),
        ("needs_weight", "2600123000009"),
    ):
        missing = replace(few, not_found_text=text, not_found_reason=reason)
        yield f"notfound-{reason}", snapshot(replace(not_found, transaction=missing))
    yield from _payments(idle, few)
    yield from _receipts(idle, paid(few))
    yield "help-idle", snapshot(replace(idle, help_called=True))
    yield "help-sale", snapshot(replace(scanning, transaction=few, help_called=True))
    yield "help-paid", snapshot(replace(idle, phase=Phase.RECEIPT, transaction=paid(few), help_called=True))
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
    choosing = replace(idle, phase=Phase.RECEIPT)
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
    unproven = replace(paper, printing=Printing(job_id="t-1-r1", copy=1, state=PrintState.UNKNOWN))
    yield "thanks-unproven", snapshot(replace(idle, phase=Phase.THANKS, transaction=unproven))
