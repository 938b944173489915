"""Becoming a member in the middle of a purchase: at the lane or on the phone; nothing of it is left."""

from collections.abc import Callable

import msgspec
import pytest
from checkout_world import GOODS, PEN, SHOP, Members, World, assortment, scan
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.desk import StoreAnswer
from kiosk.checkout.joins import ASKS_MAX
from kiosk.checkout.state import Phase
from retail.journal import joins as jo
from retail.member import Member
from retail.terms import read_terms
from retail.wire import joining as jn
from retail.wire.questions import AnyAnswer

TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "club",
                    "eligibility": [{"test": "member"}],
                    "derivation": [{"type": "amount", "amount_minor": 50}],
                }
            ],
        }
    ),
    "EUR",
)
NEW = Member(member_id="m-new")
CANARY = "0171 7655 4433"
HERE = c.JoinHere(phone=CANARY, agreed=frozenset({"club"}))


@pytest.fixture
def world() -> World:
    lane = World(assortment(TERMS, GOODS, Members()))
    lane.shop = replace(SHOP, joins=True)
    lane.open()
    lane.run(scan(PEN))
    return lane


def told(answer: AnyAnswer | None) -> Callable[[World], c.ReportStore]:
    """The store's answer to what it was asked last."""

    def command(world: World) -> c.ReportStore:
        asked = next(one for one in reversed(world.effects) if isinstance(one, f.AskStore))
        return c.ReportStore(answer=StoreAnswer(question=asked.question, answer=answer))

    return command


def test_a_shopper_joins_at_the_lane_and_has_the_member_s_price_at_once(world: World) -> None:
    assert world.sale.priced.total_minor == 199
    world.run(HERE)
    (asked,) = [one for one in world.effects if isinstance(one, f.AskStore)]
    assert asked.question == jn.JoinHere(
        transaction_id=world.sale.transaction_id, ask_no=1, phone=CANARY, agreed=("club",), language="en"
    )
    world.run(told(jn.Joined(member=NEW)))
    assert (world.sale.member, world.sale.joining, world.sale.priced.total_minor) == (NEW, None, 149)


def test_nothing_that_was_typed_is_in_journal_state_or_words(world: World) -> None:
    world.run(HERE)
    world.run(told(None))
    world.run(HERE, told(jn.Joined(reason="known")))
    kept = msgspec.json.encode(world.journal) + repr(world.state).encode() + repr(world.effects).encode()
    for part in ("7655", "4433", "76554433"):
        assert part.encode() not in kept
    assert "7655" not in repr(HERE)


def test_a_shopper_joins_on_the_phone_and_the_lane_hears_who(world: World) -> None:
    world.run(c.JoinByPhone(), told(jn.JoinBegun(url="https://shop.example/phone/join/lane/w")))
    assert world.sale.joining is not None
    assert world.sale.joining.url.endswith("/w")
    world.run(c.ReportJoined(transaction_id=world.sale.transaction_id, subject="SUBJECT"))
    assert (
        world.ignored(c.ReportJoined(transaction_id="another", subject="X")) == "nobody joins here by phone"
    )
    world.run(told(jn.Joined(member=NEW)))
    assert (world.sale.member, world.sale.member_how) == (NEW, "credential")


def test_scanning_and_paying_go_on_meanwhile_and_a_late_answer_joins_nobody(world: World) -> None:
    world.run(c.JoinByPhone(), told(jn.JoinBegun(url="https://x")), scan(PEN), c.Pay())
    assert world.phase is Phase.TENDER
    late = c.ReportJoined(transaction_id=world.sale.transaction_id, subject="S")
    assert world.ignored(late) == "nobody joins here by phone"


def test_without_the_membership_s_agreement_or_a_number_nobody_is_asked(world: World) -> None:
    assert world.refused(replace(HERE, agreed=frozenset())) == "join_needs_consent"
    assert world.refused(replace(HERE, agreed=frozenset({"history"}))) == "join_needs_consent"
    assert world.refused(replace(HERE, phone="hello")) == "not_a_phone_number"
    world.shop = replace(world.shop, joins=False)
    assert world.refused(HERE) == "no_joining_here"
    assert world.refused(c.JoinByPhone()) == "no_joining_here"


@pytest.mark.parametrize("reason", ["no_link", "known"])
def test_why_nobody_joined_is_told_and_it_can_be_tried_again_or_left(world: World, reason: str) -> None:
    world.run(HERE, told(None if reason == "no_link" else jn.Joined(reason="known")))
    assert world.sale.joining is not None
    assert world.sale.joining.reason == reason
    world.run(c.LeaveJoin())
    assert world.sale.joining is None
    world.run(HERE, told(jn.Joined(member=NEW)))
    assert world.sale.member == NEW


def test_an_answer_to_another_question_joins_nobody(world: World) -> None:
    world.run(HERE)
    first = told(jn.Joined(member=NEW))(world)
    world.run(c.LeaveJoin(), HERE)
    assert world.ignored(first) == "nobody waits for this answer"
    world.run(c.CancelTransaction())
    world.do(first)
    assert world.state.transaction is None or world.sale.member is None


def test_after_a_crash_what_was_typed_is_typed_again_and_the_code_stands(world: World) -> None:
    world.run(HERE)
    world.restart()
    assert world.sale.joining is None
    world.run(c.JoinByPhone(), told(jn.JoinBegun(url="https://x")))
    world.restart()
    assert world.sale.joining is not None
    assert world.sale.joining.url == "https://x"


def test_a_purchase_tries_so_often(world: World) -> None:
    for _ in range(ASKS_MAX):
        world.run(HERE, told(None))
    assert world.refused(HERE) == "too_many_asks"
    assert len([one for one in world.journal if isinstance(one, jo.JoinAsked)]) == ASKS_MAX
