"""The ledger of stored value: exactly what is there, whoever asks at once, whatever comes twice."""

import asyncio
import functools
import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_world import ManualClock, watched

from retail.check import BrokenInvariantError
from retail.stored_value.account import HOLD_US, Outcome, Step
from retail.stored_value.limits import ValueLimits
from store.cli import main
from store.data.database import Database
from store.data.ids import new_id
from store.data.schema.value import value_account, value_entry, value_hold
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.data.stored_value.value_cards import RefusedError, TakenError
from store.identity.vault import Vault
from store.lanes.upkeep import Upkeep

KEYS = Vault(bytes(range(32)))
LANE = Origin(store_id="s1", terminal_id="s1-1")
STAFF = Origin(store_id="s1", who="max", why="asked at the counter")
LIMITS = ValueLimits(balance_max_minor=1_000_000, load_max_minor=1_000_000, load_min_minor=1)
CARD_KEY = "ab" * 32


def issue(
    database: Database, amount: int = 5000, *, limits: ValueLimits = LIMITS, key: str = "", at: int = 0
) -> str:
    lookup = value_cards.lookup_of(KEYS, key or new_id())
    return database.write_sync(
        lambda one: value_cards.issue(
            one, lookup, "1234", amount, limits, currency="EUR", origin=STAFF, at=at
        )
    )


def hold(
    database: Database, account: str, transaction: str, amount: int, *, ask: int = 1, at: int = 0
) -> Step:
    step = database.write_sync(
        lambda one: value.hold(
            one, account, transaction, amount, currency="EUR", ask_no=ask, origin=LANE, at=at
        )
    )
    assert step is not None
    return step


def capture(database: Database, account: str, transaction: str, amount: int, *, at: int = 0) -> Step:
    step = database.write_sync(
        lambda one: value.capture(one, account, transaction, amount, origin=LANE, at=at)
    )
    assert step is not None
    return step


def row_of(database: Database, account: str) -> value_books.AccountRow:
    found = database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found


def faults(database: Database) -> list[str]:
    return list(database.read_sync(value_books.faults))


def spent(database: Database, account: str) -> int:
    def job(connection: sa.Connection) -> int:
        query = sa.select(sa.func.coalesce(sa.func.sum(value_entry.c.amount_minor), 0)).where(
            value_entry.c.account_id == account, value_entry.c.book == "spent"
        )
        return int(connection.execute(query).scalar() or 0)

    return database.read_sync(job)


# --- one purchase after the other ------------------------------------------------------------------------


def test_a_card_is_issued_held_and_spent_and_every_posting_sums_to_zero(database: Database) -> None:
    account = issue(database, 5000)
    assert hold(database, account, "t1", 1200).amount_minor == 1200
    assert row_of(database, account).free_minor == 3800
    assert capture(database, account, "t1", 1200).outcome is Outcome.DONE
    told = database.read_sync(lambda one: value_books.statement(one, account))
    assert told is not None
    assert (told.account.balance_minor, told.account.held_minor) == (3800, 0)
    assert {(one.kind, one.book): one.amount_minor for one in told.entries} == {
        ("issue", "balance"): 5000,
        ("issue", "paid_in"): -5000,
        ("capture", "balance"): -1200,
        ("capture", "spent"): 1200,
    }
    assert {(one.booked_in, one.terminal_id) for one in told.entries if one.kind == "capture"} == {
        ("s1", "s1-1")
    }
    assert faults(database) == []


def test_a_sale_that_is_told_again_is_booked_once(database: Database) -> None:
    account = issue(database, 5000)
    hold(database, account, "t1", 1000)
    outcomes = [capture(database, account, "t1", 1000, at=at).outcome for at in range(3)]
    assert outcomes == [Outcome.DONE, Outcome.ALREADY_DONE, Outcome.ALREADY_DONE]
    assert hold(database, account, "t1", 1000, ask=2).outcome is Outcome.USED
    assert (row_of(database, account).balance_minor, spent(database, account)) == (4000, 1000)


def test_a_sale_nobody_asked_about_is_booked_and_what_is_missing_is_a_loss(database: Database) -> None:
    account = issue(database, 700)
    step = capture(database, account, "t1", 1000)
    assert (step.outcome, step.short_minor) == (Outcome.SHORT, 300)
    (loss,) = database.read_sync(lambda one: value_books.losses(one, "s1"))
    assert (loss.amount_minor, loss.transaction_id, loss.terminal_id) == (-300, "t1", "s1-1")
    figures = database.read_sync(lambda one: value_books.figures(one, "s1"))
    assert (figures.lost_minor, figures.owed_minor) == (300, 0)
    assert faults(database) == []


def test_a_hold_lasts_as_long_as_the_services_clock_says(database: Database) -> None:
    account = issue(database, 1000)
    hold(database, account, "t1", 1000, at=5)
    assert hold(database, account, "t2", 1, at=5 + HOLD_US - 1).outcome is Outcome.HELD_ELSEWHERE
    assert hold(database, account, "t2", 400, at=5 + HOLD_US).outcome is Outcome.DONE
    late = capture(database, account, "t1", 1000, at=6 + HOLD_US)
    assert (late.outcome, late.short_minor) == (Outcome.SHORT, 400)
    released = database.write_sync(
        lambda one: value.release(one, account, "t2", ask_no=1, origin=LANE, at=7 + HOLD_US)
    )
    assert released is not None
    after = row_of(database, account)
    assert (after.balance_minor, after.short_minor, faults(database)) == (0, 0, [])


def test_holds_that_nobody_ends_are_swept_and_expired_value_leaves(database: Database) -> None:
    limits = ValueLimits(valid_days=1)
    old, young = issue(database, 1000, limits=limits), issue(database, 1000)
    hold(database, old, "t1", 600)
    hold(database, young, "t2", 600)
    day = value_cards.DAY_US

    def sweep(at: int) -> int:
        return database.write_sync(lambda one: value.sweep(one, at=at))

    assert sweep(1) == 0
    assert sweep(HOLD_US) == 2
    assert row_of(database, young).free_minor == 1000
    assert (sweep(day - 1), sweep(day), sweep(day)) == (0, 1, 0)
    assert (row_of(database, old).balance_minor, row_of(database, young).balance_minor) == (0, 1000)
    assert database.read_sync(lambda one: value_books.figures(one, "s1")).breakage_minor == 1000
    assert hold(database, old, "t3", 1, at=day).outcome is Outcome.EXPIRED


def test_loads_refunds_and_adjustments_count_once_by_their_name(database: Database) -> None:
    account = issue(database, 1000)
    capture(database, account, "t1", 400)

    def twice(job: Callable[[sa.Connection], Step | None]) -> list[Outcome]:
        steps = [database.write_sync(job) for _ in range(2)]
        return [step.outcome for step in steps if step is not None]

    once = [Outcome.DONE, Outcome.ALREADY_DONE]
    assert twice(lambda one: value.load(one, account, "p1", 500, LIMITS, origin=STAFF, at=1)) == once
    assert twice(lambda one: value.refund(one, account, "t1:r1", 400, origin=LANE, at=2)) == once
    assert twice(lambda one: value.adjust(one, account, "a1", -200, LIMITS, origin=STAFF, at=3)) == once
    other = database.write_sync(lambda one: value.adjust(one, account, "a1", 200, LIMITS, origin=STAFF, at=3))
    assert other is not None
    assert other.outcome is Outcome.CONTRADICTS
    assert row_of(database, account).balance_minor == 1000 - 400 + 500 + 400 - 200
    assert faults(database) == []


def test_an_adjustment_without_a_reason_is_refused(database: Database) -> None:
    account = issue(database, 1000)
    with pytest.raises(BrokenInvariantError, match="by whom and why"):
        database.write_sync(lambda one: value.adjust(one, account, "a1", 5, LIMITS, origin=LANE, at=3))
    assert row_of(database, account).balance_minor == 1000


def test_an_account_nobody_knows_is_none(database: Database) -> None:
    assert database.write_sync(lambda one: value.capture(one, "v-x", "t1", 5, origin=LANE, at=0)) is None


# --- cards and members -----------------------------------------------------------------------------------


def test_a_number_leads_to_one_card_and_is_kept_as_a_hash(database: Database) -> None:
    account = issue(database, key=CARD_KEY)
    lookup = value_cards.lookup_of(KEYS, CARD_KEY)
    assert CARD_KEY not in lookup
    assert database.read_sync(lambda one: value_cards.find_card(one, lookup)) == account
    with pytest.raises(TakenError):
        issue(database, key=CARD_KEY)
    assert len(database.read_sync(lambda one: value_books.listed(one, "s1"))) == 1


def test_a_card_beyond_the_limits_is_not_issued_at_all(database: Database) -> None:
    with pytest.raises(RefusedError):
        issue(database, 20_000, limits=ValueLimits(), key=CARD_KEY)
    lookup = value_cards.lookup_of(KEYS, CARD_KEY)
    assert database.read_sync(lambda one: value_cards.find_card(one, lookup)) is None
    assert database.read_sync(lambda one: value_books.listed(one, "s1")) == []


def test_a_blocked_card_holds_nothing_until_it_is_let_again(database: Database) -> None:
    account = issue(database)

    def block(blocked: bool) -> bool:
        return database.write_sync(lambda one: value_cards.set_blocked(one, account, blocked=blocked, at=1))

    assert [block(True), block(True)] == [True, False]
    assert hold(database, account, "t1", 1).outcome is Outcome.BLOCKED
    assert block(False)
    assert hold(database, account, "t1", 1).outcome is Outcome.DONE


def test_a_pin_is_locked_after_five_tries_and_ten_at_once_are_ten(database: Database) -> None:
    lookup = value_cards.lookup_of(KEYS, CARD_KEY)
    account = database.write_sync(
        lambda one: value_cards.issue(
            one, lookup, "1234", 500, LIMITS, currency="EUR", origin=STAFF, at=0, pin_hash="argon"
        )
    )

    def attempt(at: int, shown: bool = True) -> bool:
        found = database.write_sync(lambda one: value_cards.attempt(one, account, at=at, is_shown=shown))
        assert found is not None
        return found.is_locked

    assert [attempt(0, shown=False) for _ in range(9)] == [False] * 9
    assert [attempt(0) for _ in range(10)] == [False] * 5 + [True] * 5
    later = 900 * 1_000_000
    assert (attempt(later - 1), attempt(later)) == (True, False)
    database.write_sync(lambda one: value_cards.pin_was_right(one, account))
    assert [attempt(later) for _ in range(6)] == [False] * 5 + [True]


# --- all at once -----------------------------------------------------------------------------------------


def at_once(jobs: list[Callable[[], None]]) -> None:
    ready, failed = threading.Barrier(len(jobs)), list[BaseException]()

    def run(job: Callable[[], None]) -> None:
        try:
            ready.wait(30)
            job()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []


def test_a_hundred_spends_at_once_take_exactly_what_is_there(store_dsn: str) -> None:
    """Four workers over one database, twenty-five purchases each; each is told twice."""
    with (
        watched(Database.open(store_dsn)) as a,
        watched(Database.open(store_dsn)) as b,
        watched(Database.open(store_dsn)) as c,
        watched(Database.open(store_dsn)) as d,
    ):
        account = issue(a, 3000)
        got = dict[str, int]()

        def spend(database: Database, transaction: str) -> None:
            step = hold(database, account, transaction, 70)
            if step.outcome is Outcome.DONE:
                assert hold(database, account, transaction, 70).amount_minor == step.amount_minor
                for _ in range(2):
                    assert not capture(database, account, transaction, step.amount_minor).short_minor
                got[transaction] = step.amount_minor
            else:
                assert step.outcome in (Outcome.HELD_ELSEWHERE, Outcome.EMPTY)

        spends = [
            lambda one=one, name=f"t{number}": spend(one, name)
            for number, one in enumerate((a, b, c, d) * 25)
        ]
        at_once(spends)  # type: ignore[arg-type]
        for number in range(100):  # whoever was told that others held it comes again
            if f"t{number}" not in got:
                spend(a, f"t{number}")
        assert sum(got.values()) == spent(a, account) == 3000
        assert sorted(got.values(), reverse=True) == [70] * 42 + [60]
        after = row_of(a, account)
        assert (after.balance_minor, after.held_minor, after.short_minor) == (0, 0, 0)
        assert faults(a) == []


WORD = st.tuples(
    st.sampled_from(["hold", "release", "capture", "load", "refund", "adjust", "sweep"]),
    st.integers(0, 3),
    st.integers(1, 2000),
    st.integers(1, 3),
    st.integers(0, HOLD_US // 2),
)


def perform(
    connection: sa.Connection,
    *,
    word: str,
    account: str,
    transaction: str,
    amount: int,
    ask: int,
    name: str,
    at: int,
) -> object:
    match word:
        case "hold":
            return value.hold(
                connection, account, transaction, amount, currency="EUR", ask_no=ask, origin=LANE, at=at
            )
        case "release":
            return value.release(connection, account, transaction, ask_no=ask, origin=LANE, at=at)
        case "capture":
            return value.capture(connection, account, transaction, amount, origin=LANE, at=at)
        case "load":
            return value.load(connection, account, name, amount, LIMITS, origin=STAFF, at=at)
        case "refund":
            return value.refund(connection, account, name, amount, origin=LANE, at=at)
        case "adjust":
            return value.adjust(connection, account, name, -amount, LIMITS, origin=STAFF, at=at)
        case _:
            return value.sweep(connection, at=at)


@pytest.fixture
def shared(database: Database) -> Database:
    return database


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORD, max_size=14), again=st.lists(st.integers(0, 13), max_size=8))
def test_any_interleaving_leaves_a_ledger_that_holds(
    shared: Database, words: list[tuple[str, int, int, int, int]], again: list[int]
) -> None:
    """Words of several purchases, some told again later; the whole ledger is checked after each run."""
    account, at, captured = issue(shared, 2500), 0, dict[str, int]()
    told = [*enumerate(words), *((index, words[index]) for index in again if index < len(words))]
    for index, (word, number, amount, ask, wait) in told:
        at, transaction = at + wait, f"{account}-t{number}"
        name, before = f"p{index}", row_of(shared, account)

        job = functools.partial(
            perform,
            word=word,
            account=account,
            transaction=transaction,
            amount=amount,
            ask=ask,
            name=name,
            at=at,
        )
        shared.write_sync(job)
        if word == "capture":
            captured.setdefault(transaction, amount)
        after = row_of(shared, account)
        assert 0 <= after.held_minor <= after.balance_minor
        if word in ("hold", "release"):
            assert after.balance_minor <= before.balance_minor
    refunded = sum(amount for word, _, amount, _, _ in words if word == "refund")
    assert spent(shared, account) == sum(captured.values()) - refunded
    assert faults(shared) == []


def test_the_service_ends_holds_by_itself(database: Database, clock: ManualClock) -> None:
    accounts = [issue(database, 1000) for _ in range(3)]
    for account in accounts:
        hold(database, account, "t1", 600, at=clock())
    upkeep = Upkeep(database, clock, {})
    asyncio.run(upkeep.look())
    assert {row_of(database, account).held_minor for account in accounts} == {600}
    clock.move(HOLD_US / 1_000_000)
    asyncio.run(upkeep.look())
    assert {row_of(database, account).held_minor for account in accounts} == {0}


def test_verify_says_so_when_the_ledger_does_not_hold(
    sqlite_dsn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORE_DSN", sqlite_dsn)
    with Database.open(sqlite_dsn) as database:
        issue(database, 1000)
    assert main(["verify"]) == 0
    with Database.open(sqlite_dsn) as database:
        database.write_sync(functools.partial(run, spoil=sa.update(value_account).values(balance_minor=999)))
    assert main(["verify"]) == 1
    assert "has 999 by its row and 1000 by its ledger" in capsys.readouterr().out


# --- what verify finds -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (sa.update(value_entry).where(value_entry.c.book == "spent").values(amount_minor=1), "sums to"),
        (sa.delete(value_entry).where(value_entry.c.book == "paid_in"), "sums to"),
        (sa.update(value_account).values(balance_minor=99_999), "by its ledger"),
        (sa.update(value_account).values(held_minor=1), "by its purchases"),
        (
            sa.update(value_hold).where(value_hold.c.state == "captured").values(captured_minor=7),
            "of it is booked",
        ),
        (
            sa.update(value_entry).where(value_entry.c.book == "spent").values(book="pocket"),
            "which there is not",
        ),
    ],
)
def test_verify_finds_a_ledger_that_was_tampered_with(database: Database, spoil: Any, words: str) -> None:
    account = issue(database, 5000)
    capture(database, account, "t1", 400)
    assert faults(database) == []
    database.write_sync(functools.partial(run, spoil=spoil))
    assert any(words in fault for fault in faults(database))


def test_the_table_itself_refuses_a_negative_balance(database: Database) -> None:
    issue(database, 100)
    for values in ({"balance_minor": -1}, {"held_minor": 101}, {"held_minor": -1}):
        spoil = sa.update(value_account).values(**values)
        with pytest.raises(sa.exc.IntegrityError):
            database.write_sync(functools.partial(run, spoil=spoil))


def run(connection: sa.Connection, spoil: Any) -> int:
    return connection.execute(spoil).rowcount
