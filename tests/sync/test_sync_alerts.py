"""Who should come: each reason once, under one name, until it is over."""

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Payment, Phase, State, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.sync.alerts import AlertBook, alerts_of
from retail.wire.live import AlertCleared, AlertRaised

QUIET = Snapshot(sequence=1, state=State())
SALE = Transaction(transaction_id="t1", number=1, started_at="", currency="EUR")
PAYMENT = Payment(attempt_id="a1", amount_minor=100, currency="EUR", baseline=None, requested_at="")


def kinds(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(alert.kind, alert.severity) for alert in alerts_of(snapshot).values()]


def test_a_quiet_lane_calls_nobody() -> None:
    assert kinds(QUIET) == []


def test_every_reason_has_its_alert() -> None:
    unknown = replace(SALE, payment=PAYMENT)
    stuck = replace(SALE, payment=replace(PAYMENT, needs_attendant=True))
    fault = {Device.PRINTER: DeviceState(condition=Condition.FAULT, code="paper_end")}
    assert kinds(replace(QUIET, state=State(help_called=True))) == [("help", "staff")]
    assert kinds(replace(QUIET, state=State(phase=Phase.UNKNOWN, transaction=unknown))) == [
        ("payment_unknown", "staff")
    ]
    assert kinds(replace(QUIET, state=State(phase=Phase.UNKNOWN, transaction=stuck))) == [
        ("payment_unknown", "critical")
    ]
    assert kinds(replace(QUIET, state=State(devices=fault))) == [("device", "staff")]
    assert kinds(replace(QUIET, outage="disk_full", outage_detail="full")) == [("outage", "critical")]


def test_an_alert_keeps_its_name_from_beginning_to_end() -> None:
    book = AlertBook("lane")
    called = alerts_of(replace(QUIET, state=State(help_called=True)))
    (raised,) = book.follow(called, 1)
    assert isinstance(raised, AlertRaised)
    assert book.follow(called, 2) == []
    assert [alert.alert_id for alert in book.open_alerts(3)] == [raised.alert_id]
    assert book.follow({}, 4) == [AlertCleared(alert_id=raised.alert_id, at=4)]
    (again,) = book.follow(called, 5)
    assert isinstance(again, AlertRaised)
    assert again.alert_id != raised.alert_id


def test_an_alert_that_changes_is_told_again_under_its_name() -> None:
    book = AlertBook("lane")
    waiting = State(phase=Phase.UNKNOWN, transaction=replace(SALE, payment=PAYMENT))
    stuck = replace(waiting, transaction=replace(SALE, payment=replace(PAYMENT, needs_attendant=True)))
    (first,) = book.follow(alerts_of(replace(QUIET, state=waiting)), 1)
    (second,) = book.follow(alerts_of(replace(QUIET, state=stuck)), 2)
    assert isinstance(first, AlertRaised)
    assert isinstance(second, AlertRaised)
    assert (second.alert_id, second.severity) == (first.alert_id, "critical")


def test_an_alert_tells_its_sentence_and_what_it_is_made_of() -> None:
    told = DeviceState(condition=Condition.FAULT, code="paper_end", detail="The printer has no paper.")
    broken = replace(QUIET, state=State(devices={Device.PRINTER: told, Device.HAND_SCANNER: told}))
    printer, scanner = AlertBook("lane").follow(alerts_of(broken), 1)
    assert isinstance(printer, AlertRaised)
    assert isinstance(scanner, AlertRaised)
    assert printer.text == "Printer: The printer has no paper."
    assert (printer.text_key, printer.values["device"], printer.values["code"]) == (
        "device", "Printer", "paper_end",
    )  # fmt: skip
    assert scanner.text == "Hand scanner: The printer has no paper."


def test_a_fault_without_a_sentence_is_told_by_its_word() -> None:
    (outage,) = AlertBook("lane").follow(alerts_of(replace(QUIET, outage="hard_luck")), 1)
    assert isinstance(outage, AlertRaised)
    assert (outage.text_key, outage.text) == ("outage", "The lane is out of service: hard luck")


def test_an_outage_that_is_known_has_a_sentence_of_its_own() -> None:
    full = replace(QUIET, outage="disk_full", outage_detail="the disk is full (SQLITE_FULL)")
    (outage,) = AlertBook("lane").follow(alerts_of(full), 1)
    assert isinstance(outage, AlertRaised)
    assert outage.text_key == "outage.disk_full"
    assert outage.text == "The lane is out of service: its disk is full. Free space and it goes on."
