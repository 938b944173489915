"""Topping up a balance: who it is, by how much, one charge and one load whatever happens, nothing sold."""

import msgspec
import pytest
from checkout_world import (
    GOODS,
    PAPER,
    PEN,
    SHOP,
    Book,
    Members,
    World,
    answer,
    assortment,
    health,
    printed,
    result,
    scan,
    timer,
)
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.decision import Context
from kiosk.checkout.desk import StoreAnswer
from kiosk.checkout.loads import ASKS_MAX, amounts, room_minor
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.payment import settled_by_staff
from kiosk.checkout.shop import Tenders
from kiosk.checkout.state import Phase
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from retail.codes import Symbology
from retail.digital_receipt import compact_text
from retail.journal import events as e
from retail.journal import loads as ld
from retail.journal import value as v
from retail.member import Member
from retail.stored_value.limits import ValueLimits
from retail.terms import read_terms
from retail.wire.balance import BalanceFound

TERMS = read_terms(
    msgspec.json.encode({"currency": "EUR", "points": {"earn": {"points": 1, "per_minor": 100}}}), "EUR"
)
ANNA, BEN = Member(member_id="m-anna", points=100), Member(member_id="m-ben")
CARD_OF_ANNA = scan("member:token-of-anna", Symbology.QR)
CARD_OF_BEN = scan("member:token-of-ben", Symbology.QR)


@pytest.fixture
def world() -> World:
    members = Members(**{"token-of-anna": ANNA, "token-of-ben": BEN})
    lane = World(assortment(TERMS, GOODS, members))
    lane.shop = replace(SHOP, tenders=Tenders(top_up=True, top_up_steps=(2000, 1000, 5000)))
    lane.open()
    return lane


def told(world: World, balance_minor: int = 500, **more: object) -> c.ReportStore:
    asked = next(one for one in reversed(world.effects) if isinstance(one, f.AskStore))
    found = BalanceFound(verdict="found", account_id="v-anna", balance_minor=balance_minor)
    return c.ReportStore(answer=StoreAnswer(question=asked.question, answer=replace(found, **more)))


def to_card(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, told, c.LoadBy(amount_minor=2000))


def approve(world: World) -> None:
    proof = result(world)
    assert world.keep(proof)
    world.run(answer(world.attempt_id, t.Approved(result=proof)))


def loads(world: World) -> list[v.ValueLoaded]:
    return [event for event in world.journal if isinstance(event, v.ValueLoaded)]


def test_a_member_tops_up_and_nothing_is_sold(world: World) -> None:
    to_card(world)
    assert world.phase is Phase.CARD
    (asked,) = [one for one in world.effects if isinstance(one, f.Authorise)]
    assert asked.request.amount_minor == 2000
    approve(world)
    (loaded,) = loads(world)
    assert (loaded.account_id, loaded.amount_minor, world.phase) == ("v-anna", 2000, Phase.PAID)
    assert not [one for one in world.journal if isinstance(one, e.RewardsGranted | e.TenderingStarted)]
    world.run(timer(f.Timer.PAID), PAPER)
    world.run(printed(world.job_id))
    (closed,) = [one for one in world.journal if isinstance(one, e.TransactionClosed)]
    assert (closed.total_minor, closed.receipt) == (2000, "printed")


def test_the_load_stands_in_the_commit_that_records_the_payment(world: World) -> None:
    to_card(world)
    proof = result(world)
    assert world.keep(proof)
    before = len(world.journal)
    world.run(answer(world.attempt_id, t.Approved(result=proof)))
    commit = [type(event) for event in world.journal[before:]]
    assert commit == [e.PaymentApproved, v.ValueLoaded]


@pytest.mark.parametrize("moment", ["asked", "stored", "unknown"])
def test_the_power_is_cut_while_a_card_pays_one_charge_one_load(world: World, moment: str) -> None:
    to_card(world)
    proof = result(world)
    if moment == "stored":
        assert world.keep(proof)
    world.restart()
    assert world.phase is Phase.UNKNOWN
    if moment == "unknown":
        world.restart()
    world.ready()
    world.run(timer(f.Timer.ASK_TERMINAL))
    assert world.count(f.RecoverPayment) == 1
    world.keep(proof)
    world.run(answer(world.attempt_id, t.Approved(result=proof)))
    world.restart()
    world.do(answer("t1-1", t.Approved(result=proof)))
    assert (world.count(f.Authorise), len(loads(world)), world.phase) == (1, 1, Phase.PAID)


def test_a_card_that_was_not_charged_loads_nothing_and_another_try_is_a_new_name(world: World) -> None:
    to_card(world)
    world.run(answer(world.attempt_id, t.Declined(result_code=5, text="NO")))
    assert (world.phase, world.sale.refusal, loads(world)) == (Phase.LOAD, e.Refusal.DECLINED, [])
    world.run(c.LoadBy(amount_minor=1000))
    approve(world)
    (loaded,) = loads(world)
    assert (loaded.amount_minor, loaded.load_id) == (1000, "l2")


def test_staff_who_read_the_terminal_settle_a_top_up_too(world: World) -> None:
    to_card(world)
    world.run(answer(world.attempt_id, t.NeedsAttendant(reason="contradiction")))
    assert world.phase is Phase.UNKNOWN
    context = Context(
        assortment=world.sells_by,
        book=Book(world.journal),
        shop=world.shop,
        utc="2026-03-01T10:00:00.000000Z",
        local="2026-03-01T11:00:00+01:00",
        new_id="t9",
    )
    events = settled_by_staff(world.state, "mia", "terminal_says_paid", context)
    assert [type(event) for event in events] == [e.PaymentApproved, v.ValueLoaded]
    refused = settled_by_staff(world.state, "mia", "terminal_says_not_paid", context)
    assert [type(event) for event in refused] == [e.PaymentRefused]


def test_without_a_link_none_begins_and_it_can_be_asked_again(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, timer(f.Timer.ASK_STORE))
    assert world.sale.loading is not None
    assert world.sale.loading.reason == "no_link"
    assert world.refused(c.LoadBy(amount_minor=2000)) == "balance_not_known"
    late = told(world)
    assert world.ignored(late) == "no balance is asked about"
    world.run(c.DismissNotFound())
    assert world.ignored(late) == "nobody waits for this answer"
    world.run(told, c.LoadBy(amount_minor=2000))
    assert world.phase is Phase.CARD


def test_a_crash_while_the_store_is_asked_asks_the_same_again(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA)
    (before,) = [one for one in world.effects if isinstance(one, f.AskStore)]
    world.effects.clear()
    world.restart()
    (again,) = [one for one in world.effects if isinstance(one, f.AskStore)]
    assert again == before


def test_another_member_s_card_takes_the_place_of_the_first(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA)
    first = told(world)
    world.run(first, CARD_OF_BEN)
    assert world.ignored(first) == "nobody waits for this answer"
    assert world.refused(c.LoadBy(amount_minor=2000)) == "balance_not_known"
    world.run(told(world, account_id="v-ben"), c.LoadBy(amount_minor=1000))
    approve(world)
    assert [one.account_id for one in loads(world)] == ["v-ben"]


def test_goods_and_strangers_are_no_balance_and_nothing_of_them_is_kept(world: World) -> None:
    world.run(c.TopUp())
    for shown in (
        scan(PEN),
        scan("member:stranger-canary-77", Symbology.QR),
        c.TypeCode(text="0176 4471882"),
    ):
        world.do(shown)
        assert world.phase is Phase.LOAD
        assert world.sale.lines == ()
        assert world.sale.loading is not None
        assert world.sale.loading.reason == "not_a_member"
    kept = msgspec.json.encode(world.journal)
    assert b"canary" not in kept
    assert b"4471882" not in kept


def test_what_is_not_offered_is_not_loaded(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, told)
    for amount_minor in (1, 999, 1500, 15_000, -2000, 0):
        assert world.refused(c.LoadBy(amount_minor=amount_minor)) == "amount_not_offered"
    world.run(c.CancelTransaction())
    assert (world.phase, loads(world), world.count(f.Authorise)) == (Phase.ATTRACT, [], 0)


def test_a_full_balance_and_a_blocked_one_say_so(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, _full)
    assert world.sale.loading is not None
    assert world.sale.loading.reason == "full"
    world.run(c.DismissNotFound(), _blocked)
    assert world.sale.loading.reason == "blocked"
    assert world.refused(c.LoadBy(amount_minor=1000)) == "balance_not_known"


def _full(world: World) -> c.ReportStore:
    return told(world, balance_minor=14_900)


def _blocked(world: World) -> c.ReportStore:
    return told(world, verdict="refused", reason="blocked", account_id="")


def test_amounts_fit_the_limits_of_a_load_and_of_a_balance() -> None:
    limits = ValueLimits(balance_max_minor=10_000, load_min_minor=500, load_max_minor=5_000)
    steps = (1000, 2000, 5000, 9000, 1000)
    assert amounts(steps, limits, 0) == (1000, 2000, 5000)
    assert amounts(steps, limits, 7_999) == (1000, 2000)
    assert amounts(steps, limits, 9_200) == (800,)
    assert amounts(steps, limits, 9_501) == ()
    assert room_minor(limits, 9_501) == 0
    assert amounts((), limits, 0) == (5_000,)


def test_it_begins_with_nothing_in_the_basket_and_where_the_shop_wants_it(world: World) -> None:
    world.run(scan(PEN))
    assert world.refused(c.TopUp()) == "basket_not_empty"
    world.run(c.RemoveLast(), CARD_OF_ANNA, c.TopUp())
    assert world.count(f.AskStore) == 1  # the member is known already
    world.shop = replace(world.shop, tenders=Tenders())
    world.run(c.CancelTransaction())
    assert world.refused(c.TopUp()) == "no_top_up_here"


def test_no_card_is_asked_for_while_the_terminal_is_away(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, told)
    world.ready(Device.CAMERA)
    world.do(health(Device.TERMINAL, Condition.FAULT, "unplugged"))
    assert world.refused(c.LoadBy(amount_minor=2000)) == "terminal_not_ready"


def test_whoever_walks_away_before_paying_leaves_a_free_lane(world: World) -> None:
    world.run(c.TopUp(), CARD_OF_ANNA, told, timer(f.Timer.IDLE))
    assert (world.phase, world.state.transaction) == (Phase.ATTRACT, None)


def test_cards_of_many_members_are_not_looked_at(world: World) -> None:
    world.run(c.TopUp())
    for _ in range(ASKS_MAX // 2):
        world.run(CARD_OF_ANNA, told, CARD_OF_BEN, told)
    assert world.refused(CARD_OF_ANNA) == "too_many_asks"


def test_the_slip_has_no_goods_and_no_tax_and_says_what_is_there_now(world: World) -> None:
    to_card(world)
    approve(world)
    slip = receipt_of(world.sale, world.shop, "en")
    assert (slip.lines, slip.taxes, slip.total_minor) == ((), (), 2000)
    assert slip.loaded is not None
    assert slip.loaded.balance_minor == 2500
    words = compact_text(slip)
    assert "BALANCE TOP-UP" in words
    assert "25.00" in words
    assert [event for event in world.journal if isinstance(event, ld.LoadOffered)]
