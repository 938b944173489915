"""The exit at the service: once per purchase, whoever asks at once; why not; what was told late."""

import concurrent.futures
import threading
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from store_lane_door import HEADER, door
from store_world import ManualClock

from retail.credential import issue
from retail.credential.code import LINK_BYTES, Kind
from retail.wire.gate import OPEN_PATH, AskExit, ExitAnswer, Passage, receipt_token
from store.data.database import Database
from store.data.journals import exit_checks, exits, returns
from store.data.journals.exit_checks import LookRules
from store.data.people import credential_keys
from store.data.schema.attention import intervention_event
from store.data.schema.returns import return_claim
from store.data.schema.sales import sale
from store.identity import vault
from store.lanes import gate
from store.settings import Settings

PAID = "ab" * 16
SUBJECT = "CCCCCCCCCCCCCCCC"


def keep(
    database: Database, clock: ManualClock, purchase: str = PAID, outcome: str = "sold", receipt: str = ""
) -> None:
    """A purchase as the projector writes it, paid now."""
    values: dict[str, Any] = {
        column.name: 0 if isinstance(column.type, sa.BigInteger | sa.Integer) else ""
        for column in sale.c
        if not column.nullable
    }
    values |= {"store_id": "s1", "envelope_id": f"e-{purchase}", "transaction_id": purchase}
    values |= {"outcome": outcome, "ended_at": clock(), "receipt": receipt}
    database.write_sync(lambda one: one.execute(sa.insert(sale).values(**values)))


def ask(
    database: Database,
    clock: ManualClock,
    code: str = PAID,
    name: str = "q1",
    at_gate: str = "g1",
    looks: LookRules = exit_checks.NOTHING_DRAWN,
) -> ExitAnswer:
    asked = AskExit(ask_id=name, code=code)
    return database.write_sync(lambda one: exits.ask(one, "s1", at_gate, asked, clock(), looks))


def told(database: Database) -> list[tuple[str, bool, str]]:
    rows = database.read_sync(lambda one: exits.newest(one, "s1"))
    return [(one.gate_id, one.opened, one.reason) for one in rows]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        (PAID, PAID),
        (PAID.upper(), PAID),
        (f"Receipt 12\nTotal 3.50\n{PAID}\n{PAID}", PAID),
        (f"Wallet {'cd' * 16}\nTotal 3.50\n{PAID}", PAID),
        (f"{PAID} {'cd' * 16}", None),
        (PAID + "0", None),
        ("4006381333931", None),
        ("", None),
    ],
)
def test_a_receipt_names_its_purchase_on_paper_and_on_a_screen(text: str, token: str | None) -> None:
    assert receipt_token(text) == token


def test_it_opens_once_and_again_for_the_question_whose_answer_was_lost(
    database: Database, clock: ManualClock
) -> None:
    keep(database, clock)
    assert ask(database, clock) == ask(database, clock) == ExitAnswer(opens=True)
    second = ask(database, clock, name="q2")
    assert (second.opens, second.reason, second.used_at) == (False, "used", clock())
    assert ask(database, clock, name="q3", at_gate="g2").reason == "used"


def test_of_gates_that_ask_at_once_one_opens(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    ready = threading.Barrier(8)

    def one(number: int) -> bool:
        ready.wait()
        return ask(database, clock, name=f"q{number}", at_gate=f"g{number}").opens

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(one, range(8))) == [False] * 7 + [True]


def test_what_was_not_paid_or_is_not_known_or_old_stays_inside(
    database: Database, clock: ManualClock
) -> None:
    keep(database, clock, "cd" * 16, "cancelled")
    keep(database, clock, "ef" * 16)
    assert ask(database, clock, "cd" * 16, "q1").reason == "not_paid"
    assert ask(database, clock, "00" * 16, "q2").reason == "unknown"
    assert ask(database, clock, "hello", "q3") == ExitAnswer(opens=False, reason="code", detail="not_ours")
    clock.move(exits.RULES.age_max_s)
    assert ask(database, clock, "ef" * 16, "q4").reason == "expired"


def test_a_phones_exit_code_is_the_same_way_out_as_its_receipt(
    database: Database, clock: ManualClock, tmp_path: Any
) -> None:
    keep(database, clock)
    keys, at_s = vault.load(tmp_path), clock() // 1_000_000

    def code(kind: Kind) -> str:
        signer = database.write_sync(lambda one: credential_keys.signer(one, keys, "s1", at_s))
        made = issue.moving(
            kind, SUBJECT, shop_id="s1", from_s=at_s, last_link=b"1" * LINK_BYTES, signer=signer, life_h=1
        )
        return str(issue.shown(made, at_s))

    assert ask(database, clock, code(Kind.EXIT), "q1").reason == "unknown"
    database.write_sync(lambda one: exits.give_pass(one, "s1", SUBJECT, PAID, clock()))
    wrong = ask(database, clock, code(Kind.MEMBER), "q2")
    assert (wrong.reason, wrong.detail) == ("code", "wrong_kind")
    assert ask(database, clock, code(Kind.EXIT), "q3").opens
    assert ask(database, clock, PAID, "q4").reason == "used"
    clock.move(61)
    old = ask(database, clock, code(Kind.EXIT), "q5")
    assert (old.reason, old.detail) == ("code", "old")


def test_what_a_gate_did_alone_is_kept_once_and_a_second_way_out_is_told(
    database: Database, clock: ManualClock
) -> None:
    keep(database, clock)
    alone = Passage(ask_id="a1", opened=True, reason="no_link", code=PAID, at=clock())
    for _ in range(2):
        database.write_sync(lambda one: exits.report(one, "s1", "g1", alone, clock()))
    assert told(database) == [("g1", True, "no_link")]
    assert ask(database, clock, name="q2").reason == "used"
    twice = msgspec.structs.replace(alone, ask_id="a2", at=clock() + 1)
    database.write_sync(lambda one: exits.report(one, "s1", "g2", twice, clock()))
    assert told(database)[0] == ("g2", True, "used")


def test_old_passages_go_and_what_has_left_stays_written(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    ask(database, clock)
    clock.move(exits.KEPT_S)
    assert database.write_sync(lambda one: exits.tidy(one, "s1", clock())) == 1
    assert told(database) == []
    assert ask(database, clock, name="q9").reason == "used"


@pytest.fixture
def lanes(settings: Settings, database: Database, clock: ManualClock) -> Iterator[TestClient[Any]]:
    with door(settings, database, clock, (gate.room,)) as client:
        yield client


def test_a_gate_asks_for_its_own_store_only(
    database: Database, clock: ManualClock, lanes: TestClient[Any]
) -> None:
    keep(database, clock)

    def post(name: str, lane: str) -> Any:
        body = msgspec.json.encode(AskExit(ask_id=name, code=PAID))
        return lanes.post(OPEN_PATH, content=body, headers={HEADER: lane, "content-type": "application/json"})

    assert post("q1", "s2/s2-1").json()["reason"] == "unknown"
    assert post("q2", "s1/s1-1").json()["opens"] is True
    assert post("x" * 65, "s1/s1-1").status_code == 422


def test_a_purchase_whose_goods_came_back_stays_inside(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    row = returns.new_row("s1", "r1", PAID, "s1-1", clock()) | {"state": "held"}
    database.write_sync(lambda one: one.execute(sa.insert(return_claim).values(**row)))
    assert ask(database, clock, name="q1") == ExitAnswer(opens=False, reason="returned")
    state = {"state": "released"}  # the lane let go of it: nothing came back
    mine = return_claim.c.store_id == "s1", return_claim.c.return_id == "r1"
    database.write_sync(lambda one: one.execute(sa.update(return_claim).where(*mine).values(**state)))
    assert ask(database, clock, name="q2").opens


ALL, NONE = LookRules(drawn_permille=1000), LookRules()


def look(database: Database, clock: ManualClock, purchase: str = PAID, who: str = "anna") -> bool:
    return database.write_sync(lambda one: exit_checks.looked(one, "s1", purchase, who, clock()))


def due(database: Database, clock: ManualClock) -> list[tuple[str, str, str]]:
    rows = database.read_sync(lambda one: exit_checks.due(one, "s1", clock()))
    return [(one.transaction_id, one.gate_id, one.why) for one in rows]


def test_what_is_drawn_stays_shut_until_somebody_has_looked_and_then_leaves_once(
    database: Database, clock: ManualClock
) -> None:
    keep(database, clock)
    shut = ExitAnswer(opens=False, reason="needs_check")
    assert ask(database, clock, name="q1", looks=ALL) == shut
    assert ask(database, clock, name="q2", looks=NONE, at_gate="g2") == shut, "once drawn it stays drawn"
    assert due(database, clock) == [(PAID, "g1", "drawn")]
    assert look(database, clock)
    assert not look(database, clock, who="otto"), "a colleague was faster"
    assert due(database, clock) == []
    assert ask(database, clock, name="q3", looks=ALL).opens
    assert ask(database, clock, name="q4", looks=ALL).reason == "used"


def test_a_look_is_time_enough_to_leave_and_none_is_taken_of_what_was_not_drawn(
    database: Database, clock: ManualClock
) -> None:
    keep(database, clock)
    assert not look(database, clock)
    ask(database, clock, name="q1", looks=ALL)
    clock.move(exits.RULES.age_max_s)
    look(database, clock)
    clock.move(exits.RULES.age_max_s - 1)
    assert ask(database, clock, name="q2", looks=ALL).opens


def test_a_purchase_is_drawn_once_whatever_the_lot_says_later(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    purchase = exit_checks.Purchase(transaction_id=PAID, envelope_id=f"e-{PAID}", receipt="")
    rules = LookRules(drawn_permille=20)

    def drawn(lot: int) -> bool:
        return database.write_sync(
            lambda one: exit_checks.is_due(one, "s1", "g1", purchase, rules, clock(), draw=lambda _: lot)
        )

    assert (drawn(20), drawn(19), drawn(999)) == (False, True, True)


@pytest.mark.parametrize(
    ("kind", "how", "is_due"),
    [
        ("weight_mismatch", "ended", True),
        ("age_check", "", True),
        ("age_check", "approved", False),
        ("unexpected_item", "self", False),
        ("idle", "ended", False),
        ("device_offline", "", False),
    ],
)
def test_what_ended_while_it_still_needed_somebody_is_looked_at(
    database: Database, clock: ManualClock, kind: str, how: str, is_due: bool
) -> None:
    keep(database, clock)
    plain = {"store_id": "s1", "envelope_id": f"e-{PAID}", "terminal_id": "s1-1", "epoch": 1, "at": clock()}
    plain |= {"intervention_no": 7, "by": "", "why": "", "is_called": True, "is_remote": False}
    rows = [{**plain, "number": 1, "event": "raised", "kind": kind, "how": ""}]
    if how:
        rows.append({**plain, "number": 2, "event": "cleared", "kind": "", "how": how})
    database.write_sync(lambda one: one.execute(sa.insert(intervention_event), rows))
    answer = ask(database, clock, looks=NONE)
    assert (answer.reason == "needs_check") is is_due
    assert answer.opens is not is_due


@pytest.mark.parametrize(("receipt", "is_due"), [("unproven", True), ("unknown", True), ("printed", False)])
def test_a_receipt_that_may_not_be_there_is_looked_at_where_the_shop_wants_it(
    database: Database, clock: ManualClock, receipt: str, is_due: bool
) -> None:
    keep(database, clock, receipt=receipt)
    keep(database, clock, "cd" * 16, receipt=receipt)
    asked = ask(database, clock, looks=LookRules(unproven_receipts=True))
    assert (asked.reason == "needs_check") is is_due
    assert ask(database, clock, "cd" * 16, "q2", looks=NONE).opens


def test_who_left_all_the_same_is_waited_for_by_nobody(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    ask(database, clock, looks=ALL)
    alone = Passage(ask_id="a1", opened=True, reason="no_link", code=PAID, at=clock())
    database.write_sync(lambda one: exits.report(one, "s1", "g1", alone, clock()))
    assert due(database, clock) == []


def test_gates_that_ask_at_once_draw_one_look(database: Database, clock: ManualClock) -> None:
    keep(database, clock)
    ready = threading.Barrier(8)

    def one(number: int) -> str:
        ready.wait()
        return ask(database, clock, name=f"q{number}", at_gate=f"g{number}", looks=ALL).reason

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert set(pool.map(one, range(8))) == {"needs_check"}
    assert len(due(database, clock)) == 1


def test_the_shops_settings_say_what_is_looked_at(
    settings: Settings, database: Database, clock: ManualClock
) -> None:
    keep(database, clock)
    strict = msgspec.structs.replace(settings, exit_looks_permille=1000)
    with door(strict, database, clock, (gate.room,)) as client:
        body = msgspec.json.encode(AskExit(ask_id="q1", code=PAID))
        headers = {HEADER: "s1/s1-1", "content-type": "application/json"}
        assert client.post(OPEN_PATH, content=body, headers=headers).json()["reason"] == "needs_check"
