"""From envelopes to sales: what counts, what is set aside and why, and that neither happens twice."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
import zstandard
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.basket import Line as BasketLine
from retail.coupons.model import Benefit, Coupon, CouponKind, Redemption, Saving
from retail.coupons.redemption import Status
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.journal.envelope import Content, Envelope, digest, open_body
from retail.pricing import Basket, Pricer
from retail.terms import no_terms
from store.data.database import Database
from store.data.goods import coupons
from store.data.journals import journal, sales
from store.data.journals.journal import Batch
from store.data.lanes import events
from store.data.people import points
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.projector import card_numbers
from store.projector.explode import explode
from store.projector.facts import ACCEPTABLE, REASONS
from store.projector.run import Projector


@pytest.fixture
def projector(database: Database, clock: ManualClock) -> Projector:
    return Projector(database, clock)


def upload(
    database: Database, items: Sequence[Envelope], *, terminal: str = "t1", epoch: int = 1, held: bool = False
) -> None:
    batch = Batch(
        store_id="s1", terminal_id=terminal, epoch=epoch, is_held=held, items=tuple(items), received_at=7
    )
    (receipt,) = database.write_sync(lambda connection: journal.receive(connection, [batch]))
    assert receipt.outcome == "stored"


def rows(database: Database, table: sa.Table) -> list[Any]:
    query = sa.select(table).order_by(*table.primary_key.columns)
    return list(database.read_sync(lambda connection: every_store(connection, "verify").execute(query).all()))


def everything(database: Database) -> dict[str, list[Any]]:
    names = ("sale", "sale_line", "sale_discount", "sale_tax", "sale_tender", "lane_event", "projection")
    return {name: rows(database, getattr(tables, name)) for name in names}


def reason_of(database: Database, envelope_id: str) -> str:
    aside = database.read_sync(lambda connection: sales.aside(connection, "s1", envelope_id))
    return aside.reason if aside is not None and aside.solved_at == 0 else ""


def state_of(database: Database, envelope_id: str) -> str:
    return database.read_sync(lambda connection: sales.state_of(connection, "s1", envelope_id))


# --- what counts -----------------------------------------------------------------------------------------


def test_sale_becomes_rows_that_add_up(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    unit = lane.sale(6)
    upload(database, lane.envelopes)
    assert state_of(database, unit.id) == "stored"
    assert projector.run_until_idle() == 1
    assert state_of(database, unit.id) == "projected"
    (sale,) = rows(database, tables.sale)
    lines = rows(database, tables.sale_line)
    assert (sale.envelope_id, sale.outcome, sale.priced_as) == (unit.id, "sold", "own")
    assert (sale.business_date, sale.hour, sale.line_count, sale.item_count) == ("2027-01-15", 9, 6, 6)
    assert sale.total_minor == sum(line.paid_minor + line.linked_minor for line in lines)
    assert sale.total_minor == sum(tender.amount_minor for tender in rows(database, tables.sale_tender))
    taxes = rows(database, tables.sale_tax)
    assert sale.total_minor == sum(tax.gross_minor for tax in taxes)
    assert all(tax.gross_minor == tax.net_minor + tax.tax_minor for tax in taxes)


def test_projecting_again_changes_nothing(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    for _ in range(3):
        lane.sale(3)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    before = everything(database)
    assert projector.run_until_idle() == 0
    for one in lane.envelopes:
        assert projector.retry("s1", one.id) is None
    assert everything(database) == before


def test_two_workers_count_a_chunk_once(
    database: Database, projector: Projector, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = SealingLane("t1")
    lane.sale(2)
    upload(database, lane.envelopes)
    other = Projector(database, clock)
    write = projector._write

    def late(steps: Any) -> None:
        other.run_until_idle()
        write(steps)

    monkeypatch.setattr(projector, "_write", late)
    projector.step()
    assert len(rows(database, tables.sale)) == 1


def test_cancelled_transaction_is_counted_without_money(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    started, added, *_ = lane.sale_events(1)
    lane.seal([started, added, e.ItemVoided(line_id=1), e.TransactionCancelled(reason="shopper")])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    (sale,) = rows(database, tables.sale)
    assert (sale.outcome, sale.reason, sale.total_minor, sale.void_count) == ("cancelled", "shopper", 0, 1)
    assert [line.is_voided for line in rows(database, tables.sale_line)] == [True]
    assert rows(database, tables.sale_tender) == []


def test_a_basket_put_aside_is_counted_without_money(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    started, *scanned = lane.sale_events(2)[:3]
    assert isinstance(started, e.TransactionStarted)
    aside = sd.TransactionSuspended(
        transaction_id=started.transaction_id, token="T1", by="anna", why="", item_count=2, total_minor=5
    )
    unit = lane.seal([started, *scanned, aside])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert state_of(database, unit.id) == "projected"
    (sale,) = rows(database, tables.sale)
    assert (sale.outcome, sale.reason, sale.total_minor) == ("cancelled", "suspended", 0)


def test_training_is_no_sale_in_any_figure(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    told = lane.sale_events(2)
    started, closed = told[0], told[-1]
    assert isinstance(started, e.TransactionStarted)
    rewards = e.RewardsGranted(member_id="m-anna", points_earned=12, points_spent=0, base_minor=1200)
    kept = [one for one in told[1:-1] if not type(one).__name__.startswith("Payment")]
    trained = sd.PaidInTraining(paid_at=started.started_at)
    begun = msgspec.structs.replace(started, is_training=True)
    unit = lane.seal([begun, *kept, trained, rewards, closed])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert state_of(database, unit.id) == "projected"
    assert rows(database, tables.sale) == rows(database, tables.sale_line) == []
    assert database.read_sync(lambda connection: points.entries(connection, "m-anna")) == []


def test_a_price_that_staff_set_is_the_price_of_the_line(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    product = lane.goods[0]
    line = BasketLine(line_id=1, product=product).priced_at(7)
    priced = Pricer(no_terms("EUR")).finish(
        Basket(lines=(line,), started_at=lane.now.isoformat(), currency="EUR")
    )
    assert priced.total_minor == 7 + line.linked_minor
    started, _, _, asked, result, approved, *_, closed = lane.sale_events(1)
    amount = priced.total_minor
    assert isinstance(result, e.PaymentResultStored)
    unit = lane.seal(
        [
            started,
            e.ItemAdded(line_id=1, product=product),
            sd.LinePriceChanged(line_id=1, price_minor=7),
            e.TenderingStarted(total_minor=amount, priced=priced),
            msgspec.structs.replace(asked, amount_minor=amount),
            msgspec.structs.replace(approved, amount_minor=amount),
            msgspec.structs.replace(closed, total_minor=amount),
        ]
    )
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, unit.id) == ""
    (sold,) = rows(database, tables.sale_line)
    assert (sold.paid_minor, sold.is_marked_down) == (7, False)


def test_what_happens_between_sales_is_kept_for_reports(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    lane.seal(
        [
            e.LaneStarted(lane="1", version="1.2"),
            e.HelpCalled(),
            e.DeviceChanged(device="printer", condition="failed", code="paper_out"),
        ],
        kind="lane",
    )
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert [
        (row.number, row.event, row.subject, row.detail) for row in rows(database, tables.lane_event)
    ] == [
        (0, "LaneStarted", "1.2", ""),
        (1, "HelpCalled", "", ""),
        (2, "DeviceChanged", "printer", "failed paper_out"),
    ]
    assert rows(database, tables.sale) == []


def test_quantities_and_voids_are_folded(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    started, one, two, *_ = lane.sale_events(2)
    assert isinstance(one, e.ItemAdded)
    lane.seal(
        [
            started,
            one,
            e.QuantityChanged(line_id=1, quantity=3),
            msgspec.structs.replace(one, quantity=2),
            two,
            e.ItemVoided(line_id=2),
            e.TransactionCancelled(reason="x"),
        ]
    )
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert [(row.line_id, row.quantity, row.is_voided) for row in rows(database, tables.sale_line)] == [
        (1, 5, False),
        (2, 1, True),
    ]


def test_watchers_are_told_of_sales(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    lane.sale(1)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    told = database.read_sync(lambda connection: events.after(connection, "s1", 0, 10))
    assert [(one.kind, msgspec.json.decode(one.body)["count"]) for one in told] == [("sale", 1)]


# --- what is set aside -----------------------------------------------------------------------------------


def resealed(lane: SealingLane, change: Callable[[list[Any]], list[Any]]) -> Envelope:
    """A sale whose events were changed before they were journalled: the chain holds, the money does not."""
    return lane.seal(change(lane.sale_events(4)))


def _dearer(told: list[Any]) -> list[Any]:
    return [
        msgspec.structs.replace(event, total_minor=event.total_minor + 1)
        if isinstance(event, e.TransactionClosed)
        else event
        for event in told
    ]


def _other_price(told: list[Any]) -> list[Any]:
    changed = []
    for event in told:
        if isinstance(event, e.TenderingStarted) and event.priced is not None:
            first = event.priced.units[0]
            units = (msgspec.structs.replace(first, list_minor=first.list_minor + 1), *event.priced.units[1:])
            event = msgspec.structs.replace(event, priced=msgspec.structs.replace(event.priced, units=units))
        changed.append(event)
    return changed


def _other_tax(told: list[Any]) -> list[Any]:
    changed = []
    for event in told:
        if isinstance(event, e.TenderingStarted) and event.priced is not None:
            first = event.priced.taxes[0]
            first = msgspec.structs.replace(
                first, tax_minor=first.tax_minor - 1, net_minor=first.net_minor + 1
            )
            priced = msgspec.structs.replace(event.priced, taxes=(first, *event.priced.taxes[1:]))
            event = msgspec.structs.replace(event, priced=priced)
        changed.append(event)
    return changed


def _paid_less(told: list[Any]) -> list[Any]:
    return [
        msgspec.structs.replace(event, amount_minor=event.amount_minor - 1)
        if isinstance(event, e.PaymentApproved)
        else event
        for event in told
    ]


def _not_paid(told: list[Any]) -> list[Any]:
    return [event for event in told if not isinstance(event, e.PaymentApproved)]


def _no_start(told: list[Any]) -> list[Any]:
    return told[1:]


def _card_number(told: list[Any]) -> list[Any]:
    return [
        msgspec.structs.replace(event, receipt_lines=("Visa", "4111 1111 1111 1111"))
        if isinstance(event, e.PaymentApproved)
        else event
        for event in told
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_dearer, "totals"),
        (_other_price, "totals"),
        (_other_tax, "totals"),
        (_paid_less, "payment"),
        (_not_paid, "payment"),
        (_no_start, "order"),
        (_card_number, "card_number"),
    ],
)
def test_sale_that_fails_a_check_is_set_aside_and_holds_up_nobody(
    database: Database, projector: Projector, change: Any, reason: str
) -> None:
    lane = SealingLane("t1")
    good = lane.sale(2)
    bad = resealed(lane, change)
    after = lane.sale(2)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert [state_of(database, one.id) for one in (good, bad, after)] == [
        "projected",
        "quarantined",
        "projected",
    ]
    assert reason_of(database, bad.id) == reason
    assert {row.envelope_id for row in rows(database, tables.sale)} == {good.id, after.id}


def test_card_number_is_never_quoted(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    bad = resealed(lane, _card_number)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    aside = database.read_sync(lambda connection: sales.aside(connection, "s1", bad.id))
    assert aside is not None
    assert "4111" not in aside.detail
    assert "receipt_lines" in aside.detail


def _unit(lane: SealingLane, body: bytes) -> Envelope:
    prev = lane.envelopes[-1].hash
    unit = Envelope(
        seq=len(lane.envelopes) + 1, id=lane.new_id(), prev=prev, hash=digest(prev, body), body=body
    )
    lane.envelopes.append(unit)
    return unit


def test_body_that_cannot_be_opened_is_set_aside(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    lane.sale(1)
    bad = _unit(lane, b"not zstd")
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, bad.id) == "unreadable"


def test_changed_entry_breaks_the_journals_chain(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    content = open_body(lane.sale(1).body)
    changed = msgspec.structs.replace(
        content,
        entries=(*content.entries[:-1], msgspec.structs.replace(content.entries[-1], at="2027-01-01")),
    )
    bad = _unit(lane, zstandard.compress(msgspec.json.encode(changed)))
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, bad.id) == "chain"


def test_event_of_a_newer_lane_waits_for_the_update(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    lane.sale(1)
    sequence, previous = lane.entry
    at, event = "2027-01-15T08:00:00.000000+00:00", b'{"event":"DroneSent","to":"moon"}'
    last = hashlib.sha256(f"{previous}\n{sequence + 1}\n{at}\n".encode() + event).hexdigest()
    body = (
        b'{"kind":"sale","lane":"t1","first":%d,"previous":"%s","last_hash":"%s","entries":[{"at":"%s","event":%s}]}'
        % (sequence + 1, previous.encode(), last.encode(), at.encode(), event)
    )
    bad = _unit(lane, zstandard.compress(body))
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, bad.id) == "unknown_event"
    assert projector.retry_all() == (1, 0)


def test_missing_entries_between_two_envelopes_are_noticed(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    lane.sale(1)
    lane.entry = (lane.entry[0] + 3, "f" * 64)
    bad = lane.sale(1)
    after = lane.sale(1)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, bad.id) == "continuity"
    assert state_of(database, after.id) == "projected"


def test_continuity_is_checked_from_one_chunk_to_the_next(
    database: Database, projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.projector.run.CHUNK", 1)
    lane = SealingLane("t1")
    lane.sale(1)
    lane.entry = (lane.entry[0], "f" * 64)
    bad = lane.sale(1)
    lane.sale(1)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    assert reason_of(database, bad.id) == "continuity"
    assert len(rows(database, tables.sale)) == 2


def test_revoked_lanes_sales_wait_for_a_person(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    unit = lane.sale(1)
    upload(database, lane.envelopes, held=True)
    projector.run_until_idle()
    assert reason_of(database, unit.id) == "held"
    assert rows(database, tables.sale) == []
    assert projector.retry("s1", unit.id, accepted_by="anna") is None
    (sale,) = rows(database, tables.sale)
    assert sale.priced_as == "accepted"
    aside = database.read_sync(lambda connection: sales.aside(connection, "s1", unit.id))
    assert aside is not None
    assert aside.accepted_by == "anna"
    assert state_of(database, unit.id) == "projected"


def test_what_needs_a_fix_cannot_just_be_accepted(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    bad = resealed(lane, _card_number)
    upload(database, lane.envelopes)
    projector.run_until_idle()
    fault = projector.retry("s1", bad.id, accepted_by="anna")
    assert fault is not None
    assert fault.reason == "card_number"
    assert state_of(database, bad.id) == "quarantined"


def test_retry_after_a_fix_solves(
    database: Database, projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = SealingLane("t1")
    unit = lane.sale(2)

    def broken(*_: object) -> object:
        raise ZeroDivisionError("a mistake of ours")

    upload(database, lane.envelopes)
    with monkeypatch.context() as patched:
        patched.setattr("store.projector.run.explode", broken)
        projector.run_until_idle()
    assert reason_of(database, unit.id) == "defect"
    assert projector.retry_all("s1") == (1, 1)
    assert state_of(database, unit.id) == "projected"
    assert len(rows(database, tables.sale)) == 1


def test_row_the_database_refuses_is_set_aside_alone(
    database: Database, projector: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = SealingLane("t1")
    units = [lane.sale(1) for _ in range(3)]
    upload(database, lane.envelopes)
    put = sales.put

    def picky(connection: Any, found: Any) -> None:
        if any(row["envelope_id"] == units[1].id for row in found.get("sale", ())):
            raise ValueError("no such row")
        put(connection, found)

    monkeypatch.setattr(sales, "put", picky)
    projector.run_until_idle()
    assert [state_of(database, unit.id) for unit in units] == ["projected", "quarantined", "projected"]
    assert reason_of(database, units[1].id) == "defect"


def test_envelopes_sent_again_after_a_fork_are_counted_once(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    for _ in range(3):
        lane.sale(1)
    upload(database, lane.envelopes)
    prev, again = bytes(32), []
    for seq, unit in enumerate(lane.envelopes[1:], 1):
        again.append(Envelope(seq=seq, id=unit.id, prev=prev, hash=digest(prev, unit.body), body=unit.body))
        prev = again[-1].hash
    other = SealingLane("t1", seed=2)
    other.entry = lane.entry
    new = other.sale(1)
    again.append(Envelope(seq=3, id=new.id, prev=prev, hash=digest(prev, new.body), body=new.body))
    upload(database, again, epoch=2)
    projector.run_until_idle()
    assert {row.envelope_id for row in rows(database, tables.sale)} == {
        new.id,
        *(unit.id for unit in lane.envelopes),
    }
    assert rows(database, tables.quarantine) == []
    assert projector.run_until_idle() == 0


def test_opening_is_pure() -> None:
    body = SealingLane("t1").sale(3).body
    assert explode(body, None) == explode(body, None)
    assert isinstance(open_body(body), Content)


# --- card numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    ["4111111111111111", "5555 5555 5555 4444", "3782-822463-10005", "6011111111111117", "2223003122003222"],
)
def test_card_number_is_found_however_it_is_written(number: str) -> None:
    assert card_numbers.where(msgspec.json.encode({"a": {"note": f"paid by {number}."}})) == "note"


@pytest.mark.parametrize(
    "text",
    [
        "4006381333931",  # a GTIN-13
        "04006381333931",
        "4111111111111112",  # no check digit
        "9911111111111113",  # no scheme
        "x4111111111111111",
        "41111111111111110000000",
        "************1111",
        "1795419547269900",
        "2027-01-15T09:00:00.123456+01:00",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert card_numbers.where(msgspec.json.encode({"note": text})) == ""


def test_numbers_of_goods_and_coupons_are_left_out() -> None:
    number = "4111111111111111"
    body = msgspec.json.encode({"scanned": number, "coupon": {"redemption_key": number}})
    assert card_numbers.may_be_in(body)
    assert card_numbers.where(body) == ""


# --- what a sale sets in motion --------------------------------------------------------------------------


def test_points_are_booked_once(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    *told, closed = lane.sale_events(2)
    rewards = e.RewardsGranted(member_id="m-anna", points_earned=12, points_spent=0, base_minor=1200)
    unit = lane.seal([*told, rewards, closed])
    upload(database, lane.envelopes)
    projector.run_until_idle()
    projector.retry("s1", unit.id)
    booked = database.read_sync(lambda connection: points.entries(connection, "m-anna"))
    assert [(one.entry.kind, one.entry.points) for one in booked] == [("earn", 12)]
    (sale,) = rows(database, tables.sale)
    assert sale.points_earned == 12


def test_redeemed_coupon_is_used_up_in_the_store(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    *told, closed = lane.sale_events(1)
    shown = Coupon(
        kind=CouponKind.STORE_CODE,
        text="X1",
        coupon_id="ten-off",
        serial="0001",
        saving=Saving(benefit=Benefit.AMOUNT),
        redemption=Redemption.STORE_AUTHORITY,
    )
    lane.seal(
        [
            *told,
            e.CouponShown(coupon_no=1, coupon=shown),
            e.CouponHeld(coupon_no=1, by="store"),
            e.CouponRedeemed(coupon_no=1, coupon_id="ten-off", redemption_key="k-0001", saving_minor=0),
            closed,
        ]
    )
    upload(database, lane.envelopes)
    projector.run_until_idle()
    state = database.read_sync(lambda connection: coupons.state(connection, "s1", "k-0001"))
    assert state.status is Status.REDEEMED
    assert [(row.coupon_id, row.outcome, row.held_by) for row in rows(database, tables.sale_coupon)] == [
        ("ten-off", "redeemed", "store")
    ]


def test_page_tells_every_reason() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
    for reason, words in REASONS.items():
        assert f"| `{reason}` | {words} | {'yes' if reason in ACCEPTABLE else 'no'} |" in page
