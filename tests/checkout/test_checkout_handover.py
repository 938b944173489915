"""A phone's basket at the lane: asked for by its code, taken in once, told when it is not to be had."""

from collections.abc import Callable

import msgspec
import pytest
from checkout_world import MILK, PEN, PLAIN, POLICY, SHOP, World, scan

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.decision import Ignored
from kiosk.checkout.desk import BasketAnswer, SuspendedLine, Verdict
from kiosk.checkout.diagram.shop import BASKET_CODE
from kiosk.checkout.shop import Rules
from kiosk.checkout.state import Phase
from retail.credential.code import member_value
from retail.interventions import events as v
from retail.interventions.policy import AuditRules
from retail.interventions.sale import PHONE
from retail.journal import events as e
from retail.journal import staffed as sd
from retail.member import KeyKind, Member, MemberKey

TOKEN, SUBJECT = "A" * 16, "P" * 16
ANNA = Member(member_id="m-anna")
GOODS = (SuspendedLine(key=PEN.zfill(14), quantity=2), SuspendedLine(key=MILK.zfill(14)))


class Members:
    """Knows one phone."""

    def find(self, key: MemberKey) -> Member | None:
        known = MemberKey(kind=KeyKind.CREDENTIAL, value=member_value(SUBJECT))
        return ANNA if key == known else None


@pytest.fixture
def lane() -> World:
    made = World(msgspec.structs.replace(PLAIN, members=Members()))
    made.open()
    return made


def answer(**changed: object) -> Callable[[World], c.ReportBasket]:
    """The store's answer for the purchase that is open then."""

    def made(lane: World) -> c.ReportBasket:
        given = BasketAnswer(
            transaction_id=lane.sale.transaction_id,
            verdict=Verdict.HELD,
            token=TOKEN,
            member_subject=SUBJECT,
            lines=GOODS,
        )
        return c.ReportBasket(answer=msgspec.structs.replace(given, **changed))

    return made


def told(lane: World) -> str:
    return lane.sale.not_found_reason if lane.phase is Phase.NOT_FOUND else ""


def asked(lane: World) -> list[f.ClaimBasket]:
    return [one for one in lane.effects if isinstance(one, f.ClaimBasket)]


def test_shown_at_a_free_lane_it_opens_the_purchase_that_asks_for_it(lane: World) -> None:
    lane.run(scan(BASKET_CODE))
    assert asked(lane) == [f.ClaimBasket(transaction_id=lane.sale.transaction_id, code=BASKET_CODE)]
    assert "OSC1" not in str(lane.journal), "what was shown is never journalled"
    assert "OSC1" not in repr(asked(lane))


def test_goods_member_and_price_arrive_in_one_commit(lane: World) -> None:
    lane.run(scan(BASKET_CODE))
    before = len(lane.journal)
    lane.run(answer())
    assert [(one.product.key, one.quantity) for one in lane.sale.lines] == [
        (PEN.zfill(14), 2),
        (MILK.zfill(14), 1),
    ]
    assert (lane.sale.member, lane.sale.resumed_from) == (ANNA, TOKEN)
    assert lane.sale.priced.total_minor == sum(line.amount_minor for line in lane.sale.lines)
    taken = lane.journal[before]
    assert isinstance(taken, sd.TransactionResumed)
    assert (taken.of_transaction_id, taken.by) == (TOKEN, PHONE)
    assert {one.evidence for one in lane.journal if isinstance(one, e.ItemAdded)} == {(PHONE,)}


def test_the_answer_again_and_the_code_again_double_nothing(lane: World) -> None:
    lane.run(scan(BASKET_CODE), answer())
    journal = len(lane.journal)
    for again in (answer(), scan(BASKET_CODE)):
        assert isinstance(lane.do(again), Ignored)
    assert len(lane.journal) == journal
    assert len(asked(lane)) == 1


def test_an_answer_for_another_purchase_is_not_taken_in(lane: World) -> None:
    lane.run(scan(BASKET_CODE))
    assert isinstance(lane.do(answer(transaction_id="another")), Ignored)
    assert lane.sale.lines == ()
    late = answer()(lane)
    lane.run(c.CancelTransaction())
    assert isinstance(lane.do(late), Ignored)
    assert lane.phase is Phase.ATTRACT


def test_with_goods_on_the_screen_nobody_is_asked(lane: World) -> None:
    lane.run(scan(PEN), scan(BASKET_CODE))
    assert told(lane) == "basket_not_empty"
    assert asked(lane) == []


def test_goods_scanned_while_the_answer_was_on_its_way_stay(lane: World) -> None:
    lane.run(scan(BASKET_CODE), scan(MILK), answer())
    assert sum(line.quantity for line in lane.sale.lines) == 4


@pytest.mark.parametrize(
    ("verdict", "reason", "shown"),
    [
        (Verdict.USED, "held", "basket_held"),
        (Verdict.USED, "used", "basket_used"),
        (Verdict.REFUSED, "changed", "basket_changed"),
        (Verdict.REFUSED, "old", "code_old"),
        (Verdict.REFUSED, "wrong_shop", "code_wrong_shop"),
        (Verdict.REFUSED, "", "code_unknown"),
        (Verdict.NO_LINK, "", "basket_no_link"),
    ],
)
def test_what_is_not_to_be_had_is_told_and_the_lane_stays_usable(
    lane: World, verdict: Verdict, reason: str, shown: str
) -> None:
    lane.run(scan(BASKET_CODE), answer(verdict=verdict, reason=reason, lines=()))
    assert told(lane) == shown
    lane.run(scan(PEN))
    assert [line.product.key for line in lane.sale.lines] == [PEN.zfill(14)]


def test_what_the_lane_does_not_sell_is_named(lane: World) -> None:
    odd = (
        SuspendedLine(key="0" * 14),
        SuspendedLine(key=PEN.zfill(14), quantity=0),
        SuspendedLine(key=PEN.zfill(14), quantity=100),
        SuspendedLine(key=PEN.zfill(14), weight_g=-5),
        SuspendedLine(key=PEN.zfill(14), price_minor=0),
    )
    lane.run(scan(BASKET_CODE), answer(lines=(*odd, *GOODS)))
    assert told(lane) == "unknown"
    assert lane.sale.not_found_text.startswith("0" * 14)
    assert sum(line.quantity for line in lane.sale.lines) == 3


def test_a_stranger_gets_the_goods_without_a_member(lane: World) -> None:
    lane.run(scan(BASKET_CODE), answer(member_subject="Q" * 16))
    assert (len(lane.sale.lines), lane.sale.member) == (2, None)


def test_a_phones_basket_is_drawn_for_a_rescan_before_it_is_paid(lane: World) -> None:
    rules = AuditRules(random_permille=1_000, partial_from=0, full_from=0, sample=1)
    policy = msgspec.structs.replace(POLICY, audit=rules)
    lane.shop = msgspec.structs.replace(SHOP, rules=Rules(policy=policy))
    lane.run(scan(BASKET_CODE), answer(), c.Pay())
    assert [one.kind for one in lane.state.book.open] == ["audit"]
    assert lane.phase is not Phase.TENDER, "nothing is paid before somebody has looked"
    drawn = [one for one in lane.journal if isinstance(one, v.CheckDrawn)]
    assert [one.extent for one in drawn] == ["partial"]
    assert len(drawn[0].line_ids) == 1
