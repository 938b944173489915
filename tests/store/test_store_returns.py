"""Goods that come back: what is found, what is held and for whom, and what is booked of it."""

import concurrent.futures
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from store_lane_door import door
from store_returns import (
    Door,
    Sold,
    claim,
    everything,
    find,
    gives,
    release,
    returned,
    stopped,
    upload,
    wallet,
)
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.journal import events as e
from retail.journal.value import ValueCaptured
from retail.stored_value.limits import ValueLimits
from retail.wire.returns import (
    CLAIM_PATH,
    FIND_PATH,
    RELEASE_PATH,
    ClaimReturn,
    ReturnedLine,
    ReturnHold,
)
from store.data.database import Database
from store.data.journals import lane_reports, receipts, reports, return_books, returns
from store.data.journals.reports import Days
from store.data.lanes import alerts
from store.data.people import points
from store.data.people.members import Members, Terms
from store.data.rules import every_store
from store.data.schema import returns as tables
from store.data.schema import sales as sale_tables
from store.data.stored_value import value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity import vault
from store.identity.shredding import Person
from store.lanes import returns as asking
from store.projector.run import Projector
from store.settings import Settings

DAY = Days(first="2027-01-15", last="2027-01-15")


@pytest.fixture
def lanes(settings: Settings, database: Database, clock: ManualClock) -> Iterator[Door]:
    with door(settings, database, clock, (asking.room,)) as client:
        yield client


@pytest.fixture
def lane() -> SealingLane:
    return SealingLane("t1")


@pytest.fixture
def projector(database: Database, clock: ManualClock, settings: Settings) -> Projector:
    return Projector(database, clock, vault.load(settings.folder))


def book(database: Database, projector: Projector, *lanes: SealingLane) -> None:
    for one in lanes:
        upload(database, one)
    projector.run_until_idle()


def rows(database: Database, table: sa.Table) -> list[Any]:
    query = sa.select(table).order_by(*table.primary_key.columns)
    return list(database.read_sync(lambda one: every_store(one, "verify").execute(query).all()))


def totals(database: Database) -> reports.Totals:
    return database.read_sync(lambda one: reports.totals(one, "s1", DAY))


# --- finding ---------------------------------------------------------------------------------------------


def test_a_sale_is_found_with_what_each_unit_was_paid(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    got = find(lanes, sold.transaction_id)
    assert (got.verdict, got.transaction_id, got.currency) == ("held", sold.transaction_id, "EUR")
    assert sum(sum(line.unit_minor) for line in got.lines) == sold.total_minor
    assert all(line.left == line.quantity == len(line.unit_minor) for line in got.lines)
    (card,) = got.tenders
    assert (card.tender, card.amount_minor, card.left_minor) == ("card", sold.total_minor, sold.total_minor)
    assert card.card is not None
    assert (card.card.terminal_id, card.card.receipt_number, card.last_digits) == ("65000001", 1, "4242")


def test_a_sale_is_found_by_the_end_of_its_name_if_that_tells_one_apart(
    database: Database, projector: Projector, lanes: Door
) -> None:
    one, other = SealingLane("lane-a"), SealingLane("lane-b")
    mine, _ = Sold(one), Sold(other)
    book(database, projector, one, other)
    assert mine.transaction_id == "lane-a-1-1"
    assert find(lanes, "  E-A-1-1 ").transaction_id == mine.transaction_id
    for token in ("-1-1", "-a-1-1x", "______", "%%%%%%", "lane-a"):
        assert find(lanes, token).verdict == "refused"
    Sold(SealingLane("x"))  # another lane's, never sent
    assert find(lanes, "x-1-1").verdict == "refused"


def test_two_sales_with_the_same_end_are_told_apart_by_the_whole(
    database: Database, projector: Projector, lanes: Door
) -> None:
    one, other = SealingLane("t-77777"), SealingLane("u-77777")
    first, second = Sold(one), Sold(other)
    book(database, projector, one, other)
    assert find(lanes, "77777-1-1").verdict == "refused"
    for sold in (first, second):
        assert find(lanes, sold.transaction_id).transaction_id == sold.transaction_id


def test_a_lane_finds_and_holds_nothing_of_another_store(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    assert find(lanes, sold.transaction_id, lane="s2/t1").verdict == "refused"
    answer = claim(lanes, sold.transaction_id, [(1, 1)], lane="s2/t1")
    assert (answer.verdict, answer.reason, answer.parts) == ("refused", "no_such_sale", ())
    assert rows(database, tables.return_claim) == []


def test_only_what_was_sold_comes_back(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    started, added, *_ = lane.sale_events(1)
    lane.seal([started, added, e.TransactionCancelled(reason="shopper")])
    training = lane.sale_events(1)
    assert isinstance(training[0], e.TransactionStarted)
    lane.seal([msgspec.structs.replace(training[0], is_training=True), e.TransactionCancelled(reason="x")])
    book(database, projector, lane)
    assert isinstance(started, e.TransactionStarted)
    for name in (started.transaction_id, training[0].transaction_id):
        assert find(lanes, name + "").verdict == "refused"


def test_what_is_malformed_is_refused(lanes: Door) -> None:
    good = {"return_id": "r", "of_transaction_id": "t", "by": "a", "why": "w"}
    line = {"line_id": 1, "quantity": 1}
    for path, body in [
        (FIND_PATH, {"token": "", "by": "a"}),
        (FIND_PATH, {"token": "x" * 65, "by": "a"}),
        (FIND_PATH, {"token": "a\x00bcdef", "by": "a"}),
        (CLAIM_PATH, good | {"lines": []}),
        (CLAIM_PATH, good | {"lines": [line] * 501}),
        (CLAIM_PATH, good | {"lines": [line], "return_id": ""}),
        (CLAIM_PATH, good | {"lines": [{"line_id": 1, "quantity": 0}]}),
        (CLAIM_PATH, good | {"lines": [line], "why": "w" * 41}),
        (RELEASE_PATH, {"return_id": "x" * 201}),
    ]:
        assert lanes.post(path, json=body).status_code == 400, body


# --- holding ---------------------------------------------------------------------------------------------


def test_a_whole_sale_goes_back_exactly_as_it_was_paid(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    paid = [wallet(30), ValueCaptured(kind="gift", account_id="v-1", last_digits="9", amount_minor=20)]
    sold = Sold(lane, paid)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, everything(found))
    assert (hold.verdict, hold.amount_minor) == ("held", sold.total_minor)
    assert [(part.tender, part.amount_minor) for part in hold.parts] == [
        ("card", sold.card_minor),
        ("wallet", 30),
        ("value", 20),
    ]
    assert [part.attempt_id for part in hold.parts[:2]] == [sold.attempt_id, "w-1"]
    assert hold.parts[2].account_id == "v-1"
    card = hold.parts[0].card
    assert card is not None
    assert card.receipt_number == 1


def test_the_same_name_is_answered_the_same(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    first = claim(lanes, sold.transaction_id, [(1, 1)])
    assert claim(lanes, sold.transaction_id, [(1, 1)]) == first
    assert len(rows(database, tables.return_claim)) == 1
    assert claim(lanes, sold.transaction_id, [(1, 1)], lane="s1/t2").verdict == "refused"
    assert claim(lanes, sold.transaction_id, [(1, 1)], "r-2-1", "s1/t2").reason == "returned_elsewhere"


@pytest.mark.parametrize("lines", [[(1, 2)], [(99, 1)], [(1, 1), (1, 1)]])
def test_what_was_not_sold_is_not_held(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door, lines: list[tuple[int, int]]
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    assert claim(lanes, sold.transaction_id, lines).verdict == "used"
    assert rows(database, tables.return_claim) == []


def test_lanes_that_ask_at_once_are_given_only_what_is_left(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door, store_dsn: str
) -> None:
    sold = Sold(lane, lines=4)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    others = [Database.open(store_dsn) for _ in range(3)]
    try:

        def ask(number: int) -> ReturnHold:
            opened = others[number % len(others)]
            asked = ClaimReturn(
                return_id=f"r{number}-1",
                of_transaction_id=sold.transaction_id,
                lines=(ReturnedLine(line_id=1 + number % 2, quantity=1),),
                by="anna",
                why="damaged",
            )
            original = opened.read_sync(lambda one: returns.original(one, "s1", sold.transaction_id))
            return opened.write_sync(lambda one: returns.claim(one, "s1", f"t{number}", asked, original, 9))

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(ask, range(16)))
    finally:
        for one in others:
            one.close()
    held = [one for one in answers if one.verdict == "held"]
    assert len(held) == 2
    assert {one.reason for one in answers if one.verdict != "held"} == {"returned_elsewhere"}
    left = find(lanes, sold.transaction_id)
    assert [line.left for line in left.lines] == [0, 0, 1, 1]
    assert left.tenders[0].left_minor == found.tenders[0].left_minor - sum(one.amount_minor for one in held)


def test_what_is_let_go_is_free_for_others(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    claim(lanes, sold.transaction_id, [(1, 1)])
    release(lanes, "r-1-1", lane="s1/t2")  # not its own
    assert claim(lanes, sold.transaction_id, [(1, 1)], "r-2-1", "s1/t2").verdict == "used"
    release(lanes, "r-1-1")
    assert claim(lanes, sold.transaction_id, [(1, 1)], "r-2-1", "s1/t2").verdict == "held"
    assert claim(lanes, sold.transaction_id, [(1, 1)]).verdict == "refused"


def test_a_question_that_comes_after_its_end_holds_nothing(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    release(lanes, "r-1-1")
    assert claim(lanes, sold.transaction_id, [(1, 1)]).verdict == "refused"
    assert claim(lanes, sold.transaction_id, [(1, 1)], "r-9-1").verdict == "held"


def test_a_return_that_asks_again_gets_what_its_lost_answer_held(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    assert claim(lanes, sold.transaction_id, [(1, 1)], "x-7-1").verdict == "held"
    assert claim(lanes, sold.transaction_id, [(1, 1), (2, 1)], "x-7-2").verdict == "held"
    assert claim(lanes, sold.transaction_id, [(1, 1)], "x-8-1").verdict == "used"


def test_a_card_is_reversed_only_whole_at_its_own_terminal_before_that_closed_its_day(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    whole = everything(find(lanes, sold.transaction_id))

    def card_of(hold: ReturnHold) -> object:
        release(lanes, hold.return_id, lane="s1/t1")
        release(lanes, hold.return_id, lane="s1/t2")
        return hold.parts[0].card

    assert card_of(claim(lanes, sold.transaction_id, whole)) is not None
    assert card_of(claim(lanes, sold.transaction_id, whole[:1], "r-2-1")) is None
    assert card_of(claim(lanes, sold.transaction_id, whole, "r-3-1", "s1/t2")) is None
    lane.seal([e.TerminalDayClosed(succeeded=False, result_code=1)], kind="lane")
    book(database, projector, lane)
    assert card_of(claim(lanes, sold.transaction_id, whole, "r-4-1")) is not None
    lane.seal([e.TerminalDayClosed(succeeded=True, result_code=0, total_minor=1)], kind="lane")
    book(database, projector, lane)
    assert card_of(claim(lanes, sold.transaction_id, whole, "r-5-1")) is None


# --- booking ---------------------------------------------------------------------------------------------


def test_a_return_is_a_transaction_of_its_own_below_nothing(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane, [wallet(30)])
    book(database, projector, lane)
    before = totals(database)
    taxes = database.read_sync(lambda one: reports.vat(one, "s1", DAY))
    found = find(lanes, sold.transaction_id)
    lines = everything(found)
    unit = returned(lane, found, claim(lanes, sold.transaction_id, lines), lines)
    book(database, projector, lane)
    assert rows(database, sale_tables.quarantine) == []
    after = totals(database)
    assert (before.sales, before.total_minor) == (1, sold.total_minor)
    assert (after.sales, after.returns, after.returned_minor) == (1, 1, sold.total_minor)
    assert (after.total_minor, after.items, after.linked_minor) == (0, 0, 0)
    assert after.average_minor == sold.total_minor
    vat = database.read_sync(lambda one: reports.vat(one, "s1", DAY))
    assert [one.rate_bp for one in vat] == [one.rate_bp for one in taxes]
    assert {(one.gross_minor, one.net_minor, one.tax_minor) for one in vat} == {(0, 0, 0)}
    for parts in (
        database.read_sync(lambda one: reports.tenders(one, "s1", DAY)),
        database.read_sync(lambda one: reports.by_product(one, "s1", DAY)),
        database.read_sync(lambda one: reports.by_category(one, "s1", DAY)),
    ):
        assert {getattr(one, "amount_minor", 0) or getattr(one, "paid_minor", 0) for one in parts} == {0}
    (slot,) = database.read_sync(lambda one: reports.by_day(one, "s1", DAY))
    assert (slot.sales, slot.total_minor) == (1, 0)
    (day,) = database.read_sync(lambda one: lane_reports.lane_days(one, "s1", DAY))
    assert (day.sales, day.returns, day.total_minor, day.missing_numbers) == (1, 1, 0, 0)
    whole = database.read_sync(lambda one: receipts.whole(one, "s1", unit.id))
    assert whole is not None
    assert (whole.row.outcome, whole.row.of_transaction_id) == ("returned", sold.transaction_id)
    (mine,) = database.read_sync(lambda one: return_books.of_sale(one, "s1", sold.transaction_id))
    assert (mine.state, mine.given_minor, mine.look, mine.sale_envelope_id) == (
        "given", sold.total_minor, "", sold.unit.id,
    )  # fmt: skip
    assert find(lanes, sold.transaction_id).verdict == "used"
    assert find(lanes, whole.row.transaction_id).verdict == "refused"  # a return is no sale


def test_some_units_at_a_time_come_to_exactly_what_was_paid(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane, [wallet(30)], lines=4)
    book(database, projector, lane)
    given = 0
    for number in range(1, 5):
        found = find(lanes, sold.transaction_id)
        assert found.verdict == "held"
        line = everything(found)[:1]
        hold = claim(lanes, sold.transaction_id, line, f"r-{number}-1")
        given += hold.amount_minor
        returned(lane, found, hold, line)
        book(database, projector, lane)
    assert given == sold.total_minor
    assert totals(database).total_minor == 0
    assert {one.left_minor for one in find(lanes, sold.transaction_id).tenders} == {0}
    assert rows(database, sale_tables.quarantine) == []


def test_opening_a_return_again_changes_nothing(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    unit = returned(lane, found, claim(lanes, sold.transaction_id, [(1, 1)]), [(1, 1)])
    book(database, projector, lane)
    names = (tables.return_claim, tables.return_line, tables.return_tender, sale_tables.sale)
    before = [rows(database, table) for table in names]
    assert projector.retry("s1", unit.id) is None
    after = [rows(database, table) for table in names]
    assert after == before


def test_staff_that_stop_in_the_middle_of_a_unit_leave_the_rest_of_it(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane, [wallet(10)], lines=1)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    backwards = msgspec.structs.replace(hold, parts=hold.parts[::-1])
    returned(lane, found, backwards, [(1, 1)], parts=1)
    book(database, projector, lane)
    assert rows(database, sale_tables.quarantine) == []
    left = find(lanes, sold.transaction_id)
    assert left.lines[0].unit_minor == (sold.total_minor - 10,)
    assert [one.left_minor for one in left.tenders] == [sold.card_minor, 0]
    assert (totals(database).total_minor, totals(database).items) == (sold.total_minor - 10, 1)
    again = claim(lanes, sold.transaction_id, [(1, 1)], "r-2-1")
    assert [(part.tender, part.amount_minor) for part in again.parts] == [("card", sold.card_minor)]
    returned(lane, left, again, [(1, 1)])
    book(database, projector, lane)
    assert (totals(database).total_minor, totals(database).items) == (0, 0)


def test_a_journal_that_says_nothing_came_of_it_frees_what_was_held(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    claim(lanes, sold.transaction_id, [(1, 1)], "a-1")
    stopped(lane, found, ["a-1"])
    book(database, projector, lane)
    assert find(lanes, sold.transaction_id).lines[0].left == 1
    assert sorted(row.outcome for row in rows(database, sale_tables.sale)) == ["cancelled", "sold"]
    assert totals(database).total_minor == sold.total_minor


def test_stored_value_and_points_go_back_once(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door, settings: Settings
) -> None:
    keys = vault.load(settings.folder)
    account = database.write_sync(
        lambda one: value_cards.issue(
            one, value_cards.lookup_of(keys, "cd" * 32), "1234", 500, ValueLimits(),
            currency="EUR", origin=Origin(store_id="s1", who="max", why="sold"), at=0,
        )
    )  # fmt: skip
    member = make_member(database, settings)
    rewards = e.RewardsGranted(member_id=member, points_earned=7, points_spent=40, base_minor=1)
    paid = [
        e.PointsHeld(points=40, amount_minor=40),
        ValueCaptured(kind="gift", account_id="", card_key="cd" * 32, amount_minor=100, is_at_risk=True),
        rewards,
    ]
    sold = Sold(lane, paid)
    book(database, projector, lane)
    assert rows(database, sale_tables.quarantine) == []
    found = find(lanes, sold.transaction_id)
    assert [one.account_id for one in found.tenders if one.tender == "value"] == [account]
    lines = everything(found)
    unit = returned(lane, found, claim(lanes, sold.transaction_id, lines), lines)
    book(database, projector, lane)
    projector.retry("s1", unit.id)
    row = database.read_sync(lambda one: value_books.one(one, account))
    assert row is not None
    assert row.balance_minor == 500
    assert database.read_sync(value_books.faults) == []
    ledger = database.read_sync(lambda one: points.entries(one, member))
    assert sorted((one.entry.kind, one.entry.points) for one in ledger) == [
        ("earn", 7), ("give_back", 40), ("return", 7), ("spend", 40),
    ]  # fmt: skip


# --- what a person looks at ------------------------------------------------------------------------------


def test_a_return_that_was_never_held_is_booked_and_staff_hear_of_it(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    database.write_sync(_forget)
    returned(lane, found, hold, [(1, 1)])
    book(database, projector, lane)
    assert totals(database).returned_minor == hold.amount_minor
    assert looks(database) == ["unheld"]
    (alert,) = database.read_sync(lambda one: alerts.still_open(one, "s1"))
    assert (alert.kind, alert.text_key) == ("return_odd", "return_odd.unheld")
    assert find(lanes, sold.transaction_id).lines[0].left == 0


def test_a_return_of_a_sale_that_is_not_here_is_booked_by_its_own_journal(
    database: Database, projector: Projector, lanes: Door
) -> None:
    elsewhere, lane = SealingLane("t8"), SealingLane("t1")
    sold = Sold(elsewhere)
    book(database, projector, elsewhere)
    found = find(lanes, sold.transaction_id)
    lines = everything(found)
    hold = claim(lanes, sold.transaction_id, lines)
    returned(lane, found, hold, lines)
    upload(database, lane, "s2")  # where nobody knows of it
    projector.run_until_idle()
    assert rows(database, sale_tables.quarantine) == []
    far = database.read_sync(lambda one: reports.totals(one, "s2", DAY))
    assert (far.total_minor, far.returns) == (-sold.total_minor, 1)
    vat = database.read_sync(lambda one: reports.vat(one, "s2", DAY))
    assert sum(one.gross_minor for one in vat) == -sold.total_minor
    assert looks(database, "s2") == ["unheld"]


def test_a_return_after_its_hold_was_let_go_by_hand_is_looked_at(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    assert database.write_sync(lambda one: return_books.let_go(one, "s1", hold.return_id, "max", 9))
    returned(lane, found, hold, [(1, 1)])
    book(database, projector, lane)
    assert looks(database) == ["released"]
    assert database.write_sync(lambda one: return_books.looked(one, "s1", hold.return_id, "max", 9))
    assert looks(database) == []
    assert not database.write_sync(lambda one: return_books.let_go(one, "s1", hold.return_id, "max", 9))


def test_more_than_was_held_is_looked_at(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    claim(lanes, sold.transaction_id, [(1, 1)])
    more = claim(lanes, sold.transaction_id, [(2, 1)], "r-2-1")
    returned(lane, found, msgspec.structs.replace(more, return_id="r-1-1"), [(2, 1)])
    book(database, projector, lane)
    assert looks(database)[0] == "different"


def test_the_same_return_told_by_two_transactions_counts_twice_and_is_looked_at(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    for _ in range(2):
        returned(lane, found, hold, [(1, 1)])
    book(database, projector, lane)
    assert totals(database).returned_minor == 2 * hold.amount_minor
    assert looks(database) == ["twice"]


def test_a_return_whose_money_does_not_agree_is_set_aside_and_keeps_its_hold(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    twice = gives(hold.parts[0], "again", "2027-01-15T09:00:00+01:00")
    unit = returned(lane, found, hold, [(1, 1)], changes=twice)
    book(database, projector, lane)
    assert [row.reason for row in rows(database, sale_tables.quarantine)] == ["payment"]
    assert totals(database).total_minor == sold.total_minor
    assert find(lanes, sold.transaction_id).lines[0].left == 0
    assert projector.retry("s1", unit.id, accepted_by="max") is None
    assert totals(database).returned_minor == 2 * hold.amount_minor


def test_money_taken_in_a_return_is_set_aside(
    database: Database, projector: Projector, lane: SealingLane, lanes: Door
) -> None:
    sold = Sold(lane)
    book(database, projector, lane)
    found = find(lanes, sold.transaction_id)
    hold = claim(lanes, sold.transaction_id, [(1, 1)])
    returned(lane, found, hold, [(1, 1)], changes=[wallet(700)])
    book(database, projector, lane)
    assert [row.reason for row in rows(database, sale_tables.quarantine)] == ["payment"]


def looks(database: Database, store_id: str = "s1") -> list[str]:
    listed = database.read_sync(lambda one: return_books.listed(one, store_id))
    return [one.look for one in listed if one.look]


def _forget(connection: Any) -> None:
    """As a service that was restored from an older copy."""
    for table in (tables.return_line, tables.return_tender, tables.return_claim):
        connection.execute(sa.delete(table).where(table.c.store_id == "s1"))


def make_member(database: Database, settings: Settings) -> str:
    book = Members(vault.load(settings.folder))
    return database.write_sync(
        lambda one: book.add(
            one, "s1", Person(credentials=(("card", "2900000000018"),)), Terms(), who="test", at=0
        )
    )
