"""Who should come: each reason once, under one name, until it is over."""

from typing import Any

from msgspec.structs import replace

from kiosk.checkout.evolve import fold
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, State
from kiosk.devices.health import Condition, Device
from kiosk.sync.alerts import AlertBook, alerts_of
from retail.catalogue import Product
from retail.interventions import events as v
from retail.interventions.words import Blocks, Clearer, Role, Severity
from retail.journal import events as e
from retail.wire.live import AlertCleared, AlertRaised

QUIET = Snapshot(sequence=1, state=State())


OVER = v.InterventionCleared(intervention_no=1, by=v.LANE, why="ended", at_us=8, how="ended")


def kinds(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(alert.kind, alert.severity) for alert in alerts_of(snapshot).values()]


def test_a_quiet_lane_calls_nobody() -> None:
    assert kinds(QUIET) == []


def raised(number: int, kind: str, severity: Severity = Severity.STAFF, **more: Any) -> v.InterventionRaised:
    return v.InterventionRaised(
        intervention_no=number, by=v.LANE, why="a cause", at_us=7, kind=kind, severity=severity,
        graver=Severity.STAFF, blocks=Blocks.PAYMENT, clearer=Clearer.ATTENDANT, is_remote=True, **more,
    )  # fmt: skip


def lane(*events: e.AnyEvent, **more: Any) -> Snapshot:
    return replace(QUIET, state=replace(fold(events, State()), **more))


def test_every_open_intervention_that_wants_staff_has_its_alert() -> None:
    assert kinds(lane(raised(1, "help"))) == [("help", "staff")]
    assert kinds(lane(raised(1, "audit", Severity.CRITICAL))) == [("audit", "critical")]
    assert kinds(lane(raised(1, "weight_mismatch", Severity.NUDGE))) == []
    assert kinds(replace(QUIET, outage="disk_full", outage_detail="full")) == [("outage", "critical")]


def test_an_alert_tells_what_it_takes_to_decide_it() -> None:
    begun = e.TransactionStarted(
        transaction_id="t1", number=1, started_at="2026-03-01T11:00:00+01:00", currency="EUR"
    )
    wine = Product(
        key="04000000000006", gtin="4000000000006", names={"": "Red wine"}, price_minor=799, currency="EUR",
        tax_rate_bp=1900,
    )  # fmt: skip
    about = raised(1, "age_check", subject="line 1", line_id=1, measure=18)
    (told,) = AlertBook("run", "lane").follow(
        alerts_of(lane(begun, e.ItemAdded(line_id=1, product=wine), about)), 9
    )
    assert isinstance(told, AlertRaised)
    assert (told.transaction_id, told.text_key) == ("t1", "intervention.age_check")
    assert told.waiting is not None
    assert (told.waiting.item, told.waiting.amount_minor, told.waiting.measure) == ("Red wine", 799, 18)
    assert (told.waiting.called_at, told.waiting.looked_by) == (7, "")


def test_an_alert_keeps_its_name_from_beginning_to_end() -> None:
    book = AlertBook("run", "lane")
    called = alerts_of(lane(raised(1, "help")))
    (told,) = book.follow(called, 1)
    assert isinstance(told, AlertRaised)
    assert book.follow(called, 2) == []
    assert [alert.alert_id for alert in book.open_alerts(3)] == [told.alert_id]
    assert book.follow({}, 4) == [AlertCleared(alert_id=told.alert_id, at=4)]
    (again,) = book.follow(alerts_of(lane(raised(1, "help"), OVER, raised(2, "help"))), 5)
    assert isinstance(again, AlertRaised)
    assert again.alert_id != told.alert_id


def test_an_interventions_alert_is_the_same_after_a_restart_and_an_outage_is_another() -> None:
    called = {**alerts_of(lane(raised(1, "help"))), **alerts_of(replace(QUIET, outage="disk_full"))}
    before, after = (
        {
            told.kind: told.alert_id
            for told in AlertBook(run, "lane").follow(called, 1)
            if isinstance(told, AlertRaised)
        }
        for run in ("run-1", "run-2")
    )
    assert before["help"] == after["help"]
    assert before["outage"] != after["outage"]


def test_an_alert_that_changes_is_told_again_under_its_name() -> None:
    book = AlertBook("run", "lane")
    graver = v.InterventionEscalated(
        intervention_no=1, by=v.LANE, why="nobody came", at_us=8, severity=Severity.CRITICAL
    )
    looked = v.InterventionLooked(intervention_no=1, by="anna", why="lane", at_us=9, role=Role.ATTENDANT)
    (first,) = book.follow(alerts_of(lane(raised(1, "help"))), 1)
    (second,) = book.follow(alerts_of(lane(raised(1, "help"), graver)), 2)
    (third,) = book.follow(alerts_of(lane(raised(1, "help"), graver, looked)), 3)
    assert isinstance(first, AlertRaised)
    assert isinstance(second, AlertRaised)
    assert isinstance(third, AlertRaised)
    assert (second.alert_id, second.severity) == (first.alert_id, "critical")
    assert third.waiting is not None
    assert (third.alert_id, third.waiting.looked_by) == (first.alert_id, "anna")


def test_a_device_is_told_by_its_own_sentence() -> None:
    told = DeviceState(condition=Condition.FAULT, code="paper_end", detail="The printer has no paper.")
    devices = {Device.PRINTER: told, Device.HAND_SCANNER: told}
    broken = lane(
        raised(1, "receipt_paper", subject="printer"),
        raised(2, "device_offline", subject="hand_scanner"),
        devices=devices,
    )
    printer, scanner = AlertBook("run", "lane").follow(alerts_of(broken), 1)
    assert isinstance(printer, AlertRaised)
    assert isinstance(scanner, AlertRaised)
    assert printer.text == "Printer: The printer has no paper."
    assert (printer.text_key, printer.values["device"], printer.values["code"]) == (
        "device", "Printer", "paper_end",
    )  # fmt: skip
    assert scanner.text == "Hand scanner: The printer has no paper."


def test_a_fault_without_a_sentence_is_told_by_its_word() -> None:
    (outage,) = AlertBook("run", "lane").follow(alerts_of(replace(QUIET, outage="hard_luck")), 1)
    assert isinstance(outage, AlertRaised)
    assert (outage.text_key, outage.text) == ("outage", "The lane is out of service: hard luck")


def test_an_outage_that_is_known_has_a_sentence_of_its_own() -> None:
    full = replace(QUIET, outage="disk_full", outage_detail="the disk is full (SQLITE_FULL)")
    (outage,) = AlertBook("run", "lane").follow(alerts_of(full), 1)
    assert isinstance(outage, AlertRaised)
    assert outage.text_key == "outage.disk_full"
    assert outage.text == "The lane is out of service: its disk is full. Free space and it goes on."
