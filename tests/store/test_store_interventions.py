"""Interventions of journals in numbers: figures worked out by hand, nothing counted twice or in training."""

import argparse
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from store_interventions import (
    SECOND,
    approved,
    at,
    called,
    looked,
    over,
    raised,
    rests,
    sale_with,
    signed_off,
    signed_on,
)
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.journal.envelope import Envelope
from store.cli import project
from store.data import audit
from store.data.database import Database
from store.data.journals import journal, sales
from store.data.journals.journal import Batch
from store.data.lanes import attention
from store.data.lanes.attention import Intervened
from store.data.rules import every_store
from store.data.schema import attention as tables
from store.projector.anew import work_out_again
from store.projector.run import Projector
from store.reports import interventions as figures
from store.reports.interventions import SHIFT_GAP_S, Case, Numbers, Spread, numbers, report, spread
from store.settings import Settings

SINCE, UNTIL = at("00:00:00"), at("23:59:59")


def upload(
    database: Database, items: Sequence[Envelope], terminal: str, *, epoch: int = 1, held: bool = False
) -> None:
    batch = Batch(
        store_id="s1", terminal_id=terminal, epoch=epoch, is_held=held, items=tuple(items), received_at=7
    )
    (receipt,) = database.write_sync(lambda connection: journal.receive(connection, [batch]))
    assert receipt.outcome == "stored"


def rows(database: Database, *those: sa.Table) -> list[list[Any]]:
    def job(connection: sa.Connection) -> list[list[Any]]:
        free = every_store(connection, "verify")
        return [
            [tuple(row) for row in free.execute(sa.select(one).order_by(*one.primary_key.columns))]
            for one in those
        ]

    return database.read_sync(job)


EVERYTHING = (tables.intervention_event, tables.staff_sign, tables.weight_sample)


@pytest.fixture
def projector(database: Database, clock: ManualClock) -> Projector:
    return Projector(database, clock)


@pytest.fixture
def told(database: Database, projector: Projector) -> Database:
    """Two lanes on a morning: six interventions, three sales, two of the staff."""
    one, two = SealingLane("t1"), SealingLane("t2")
    sale_with(
        one,
        raised(1, "weight_mismatch", "10:00:00", nudge=True),
        over(1, "10:00:08"),
        raised(2, "age_check", "10:01:00"),
        signed_on("anna", "10:01:03"),
        looked(2, "10:01:05", "anna"),
        approved(2, "10:01:20", "anna", "id_seen"),
        signed_off("anna", "10:02:00"),
    )
    one.seal([raised(3, "receipt_paper", "10:05:00")], "lane")
    sale_with(
        one,
        over(3, "10:06:40", why="device_ready"),
        raised(4, "unexpected_item", "10:10:00", nudge=True),
        called(4, "10:10:30"),
        approved(4, "10:10:40", "ben", "nothing_wrong", afar=True),
        raised(5, "idle", "10:12:00"),
        over(5, "10:12:30", "ended", "the purchase is closed"),
    )
    one.seal([signed_on("anna", "14:30:00"), signed_off("anna", "14:31:00")], "lane")
    sale_with(two, raised(1, "help", "11:00:00"))
    upload(database, one.envelopes, "t1")
    upload(database, two.envelopes, "t2")
    projector.run_until_idle()

    def station(connection: sa.Connection) -> None:
        for action, clock in (("staff.login", "09:50:00"), ("staff.logout", "10:30:00")):
            audit.note(connection, "s1", who="ben", action=action, what="staff:ben", at=at(clock))

    database.write_sync(station)
    return database


def read(database: Database, since: int = SINCE, until: int = UNTIL, lane: str = "") -> figures.Report:
    def job(connection: sa.Connection) -> figures.Report:
        events, is_cut = attention.events(connection, "s1", since, until, lane)
        signs = attention.signs(connection, "s1", since, until, lane)
        known = {"t1": 2, "t2": 1}
        counted = {lane: known[lane]} if lane else known
        return report(
            events, signs, counted, lambda moment: 9 + (moment - at("09:00:00")) // (3_600 * SECOND),
            since=since, is_cut=is_cut,
        )  # fmt: skip

    return database.read_sync(job)


# --- figures by hand ---------------------------------------------------------------------------------------


def test_a_morning_of_two_lanes_comes_to_what_was_worked_out_by_hand(told: Database) -> None:
    total = read(told).total
    assert total == Numbers(
        count=6, sales=3, called=5, of_shoppers=4, self_cleared=1, false_alarms=1, remote=1, still_open=1,
        attention=Spread(count=2, median_s=5, p95_s=10),
        clearing=Spread(count=4, median_s=20, p95_s=100),
    )  # fmt: skip
    assert (total.per_100, total.self_cleared_share, total.false_alarm_share) == (200.0, 0.25, 0.2)


def test_each_kind_and_each_lane_has_its_own_figures(told: Database) -> None:
    found = read(told)
    kinds = dict(found.kinds)
    assert set(kinds) == {"weight_mismatch", "age_check", "receipt_paper", "unexpected_item", "idle", "help"}
    assert kinds["weight_mismatch"].self_cleared_share == 1.0
    assert kinds["weight_mismatch"].called == 0
    assert kinds["age_check"].attention == Spread(count=1, median_s=5, p95_s=5)
    assert kinds["unexpected_item"].clearing == Spread(count=1, median_s=40, p95_s=40)
    assert kinds["idle"].clearing == Spread()
    paper = kinds["receipt_paper"]
    assert (paper.clearing.median_s, paper.of_shoppers, paper.self_cleared) == (100, 0, 0)
    assert [(lane, one.count, one.per_100) for lane, one in found.lanes] == [
        ("t1", 5, 250.0),
        ("t2", 1, 100.0),
    ]
    assert sum(found.hours) == 5
    assert (found.hours[10], found.hours[11]) == (4, 1)


def test_a_shift_begins_with_a_sign_on_and_ends_after_three_hours_without_a_sign(told: Database) -> None:
    later, anna, ben = read(told).shifts
    assert [one.staff_id for one in (later, anna, ben)] == ["anna", "anna", "ben"]
    assert (anna.begun_at, anna.ended_at, anna.signs) == (at("10:01:03"), at("10:02:00"), 1)
    assert (anna.attended, anna.cleared, anna.remote, anna.false_alarms) == (1, 1, 0, 0)
    assert anna.attention == Spread(count=1, median_s=5, p95_s=5)
    assert (later.begun_at, later.attended, later.cleared) == (at("14:30:00"), 0, 0)
    assert (ben.begun_at, ben.ended_at, ben.signs) == (at("09:50:00"), at("10:30:00"), 1)
    assert (ben.attended, ben.cleared, ben.remote, ben.false_alarms) == (1, 1, 1, 1)
    assert ben.clearing == Spread(count=1, median_s=40, p95_s=40)
    assert at("14:30:00") - anna.ended_at >= SHIFT_GAP_S * SECOND


def test_a_period_counts_what_was_raised_in_it_to_its_end(told: Database) -> None:
    early = read(told, SINCE, at("10:05:01"))
    assert {kind for kind, _ in early.kinds} == {"weight_mismatch", "age_check", "receipt_paper"}
    assert dict(early.kinds)["receipt_paper"].clearing.median_s == 100
    assert read(told, at("12:00:00")).total.count == 0
    assert read(told, lane="t2").total.count == 1


def test_an_empty_period_has_zeros() -> None:
    nothing = report([], [], {}, lambda _: 0)
    assert nothing.total == numbers([], 0)
    assert (nothing.total.per_100, nothing.total.self_cleared_share, nothing.total.false_alarm_share) == (
        0,
        0,
        0,
    )
    assert (nothing.kinds, nothing.lanes, nothing.shifts) == ((), (), ())


@pytest.mark.parametrize(
    ("seconds", "median", "p95"),
    [([7], 7, 7), ([1, 2], 1, 2), ([3, 1, 2], 2, 3), (list(range(1, 101)), 50, 95), ([0, 0, 60], 0, 60)],
)
def test_a_spread_is_by_the_nearest_rank(seconds: list[int], median: int, p95: int) -> None:
    found = spread([second * SECOND for second in reversed(seconds)] + [None])
    assert found == Spread(count=len(seconds), median_s=median, p95_s=p95)


def event(name: str, clock: str, **more: Any) -> Intervened:
    fields = {
        "terminal_id": "t1", "epoch": 1, "intervention_no": 1, "event": name, "at": at(clock), "kind": "",
        "by": "lane", "why": "x", "how": "", "is_called": False, "is_remote": False, **more,
    }  # fmt: skip
    return msgspec.convert(fields, Intervened)


def test_what_grew_is_one_intervention_and_a_refusal_is_attention() -> None:
    (case,) = figures.cases(
        [
            event("raised", "10:00:00", kind="age_check", is_called=True),
            event("raised", "10:00:09", kind="age_check", is_called=True),
            event("refused", "10:00:20", by="anna"),
            event("cleared", "10:01:00", how="self", why="line_removed"),
        ]
    )
    assert (case.wait_us, case.clear_us, case.refused_by) == (20 * SECOND, 60 * SECOND, "anna")
    assert not case.is_self_cleared
    assert not case.is_false_alarm


def test_what_began_before_the_period_or_has_no_beginning_is_not_counted() -> None:
    grown = [event("raised", "09:00:00", kind="idle"), event("raised", "10:00:00", kind="idle")]
    assert figures.cases(grown, since=at("09:30:00")) == ()
    assert figures.cases([event("cleared", "10:00:00", how="self")]) == ()


def test_a_kind_of_a_newer_lane_is_counted_as_the_shoppers() -> None:
    case = Case(terminal_id="t1", kind="hologram", raised_at=1, how="self", cleared_at=2)
    assert case.is_self_cleared


# --- rows --------------------------------------------------------------------------------------------------


def test_projecting_again_and_working_out_anew_change_nothing(told: Database, projector: Projector) -> None:
    before = rows(told, *EVERYTHING)
    assert before[0]
    assert before[1]
    assert projector.run_until_idle() == 0
    for envelope_id in {row[1] for row in before[0]}:
        assert projector.retry("s1", envelope_id) is None
    assert work_out_again(told) == 5
    assert work_out_again(told) == 5
    assert rows(told, *EVERYTHING) == before


def test_working_out_anew_fills_a_service_that_is_older_than_the_tables(told: Database) -> None:
    before = rows(told, *EVERYTHING)

    def forget(connection: sa.Connection) -> None:
        for one in EVERYTHING:
            connection.execute(sa.delete(one).where(one.c.store_id == "s1"))

    told.write_sync(forget)
    assert read(told).total.count == 0
    work_out_again(told)
    assert rows(told, *EVERYTHING) == before


def test_what_is_set_aside_is_in_no_figure_until_it_is_taken(
    database: Database, projector: Projector
) -> None:
    lane = SealingLane("t1")
    unit = sale_with(lane, raised(1, "idle", "10:00:00"))
    upload(database, lane.envelopes, "t1", held=True)
    projector.run_until_idle()
    assert work_out_again(database) == 0
    assert rows(database, *EVERYTHING) == [[], [], []]
    assert projector.retry("s1", unit.id, "max") is None
    (kept,) = rows(database, tables.intervention_event)
    assert len(kept) == 1
    assert work_out_again(database) == 1


def test_training_is_counted_nowhere_but_the_lanes_own_troubles_are(
    database: Database, projector: Projector
) -> None:
    lane = SealingLane("t1")
    started, added, *_ = lane.sale_events(1)
    assert isinstance(started, e.TransactionStarted)
    training = msgspec.structs.replace(started, is_training=True)
    lane.seal(
        [
            training,
            added,
            raised(1, "age_check", "10:00:00"),
            looked(1, "10:00:05", "anna"),
            approved(1, "10:00:09", "anna"),
            raised(2, "device_offline", "10:01:00"),
            sd.PaidInTraining(paid_at="2027-01-15T10:02:00+01:00"),
            e.TransactionClosed(transaction_id=started.transaction_id, total_minor=0, receipt="none"),
        ]
    )
    upload(database, lane.envelopes, "t1")
    projector.run_until_idle()
    (kept,) = rows(database, tables.intervention_event)
    assert [(row.intervention_no, row.event) for row in _named(database)] == [(2, "raised")]
    assert len(kept) == 1


def _named(database: Database) -> list[Any]:
    query = sa.select(tables.intervention_event)
    return list(database.read_sync(lambda c: every_store(c, "verify").execute(query).all()))


def test_numbers_of_another_journal_of_the_same_lane_are_others(
    database: Database, projector: Projector
) -> None:
    for epoch in (1, 2):
        lane = SealingLane("t1", seed=epoch, epoch=epoch)
        sale_with(lane, raised(1, "idle", "10:00:00"), over(1, f"10:0{epoch}:00", "dismissed"))
        upload(database, lane.envelopes, "t1", epoch=epoch)
    projector.run_until_idle()
    total = read(database).total
    assert (total.count, total.clearing.count, total.still_open) == (2, 2, 0)


def test_more_events_than_can_be_counted_are_told(told: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attention, "EVENTS_MAX", 3)
    found = read(told)
    assert found.is_cut
    assert found.total.count <= 3
    monkeypatch.undo()
    assert not read(told).is_cut


# --- weights -----------------------------------------------------------------------------------------------


def test_a_sale_teaches_what_its_pieces_weigh_but_not_the_first(
    database: Database, projector: Projector
) -> None:
    lane = SealingLane("t1")
    started, *rest = lane.sale_events(3)
    items = [one for one in rest if isinstance(one, e.ItemAdded)]
    weighed = []
    for place, item in enumerate(items, 1):
        weighed += [item, rests(place * 500, f"10:00:0{place}")]
    unit = lane.seal([started, *weighed, *(one for one in rest if not isinstance(one, e.ItemAdded))])
    upload(database, lane.envelopes, "t1")
    projector.run_until_idle()
    (found,) = rows(database, tables.weight_sample)
    assert [(row[1], row[2], row[5]) for row in found] == [(unit.id, 2, 500), (unit.id, 3, 500)]
    assert projector.retry("s1", unit.id) is None
    assert rows(database, tables.weight_sample) == [found]


def test_a_cancelled_purchase_teaches_nothing(database: Database, projector: Projector) -> None:
    lane = SealingLane("t1")
    started, first, second, *_ = lane.sale_events(2)
    lane.seal(
        [
            started, first, rests(500, "10:00:01"), second, rests(900, "10:00:09"),
            e.TransactionCancelled(reason="shopper"),
        ]
    )  # fmt: skip
    upload(database, lane.envelopes, "t1")
    projector.run_until_idle()
    assert rows(database, tables.weight_sample) == [[]]
    assert database.read_sync(lambda c: len(sales.opened(c))) == 1


def test_the_command_line_works_out_anew(
    told: Database, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    project.configure(parser)
    assert project.run(parser.parse_args(["--anew"]), settings) == 0
    assert "5 envelopes worked out again" in capsys.readouterr().out
    assert read(told).total.count == 6
