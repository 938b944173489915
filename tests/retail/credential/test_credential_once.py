"""What happens once, happens once: a basket paid, an order collected, in the books that coupons have."""

import datetime

import pytest
from credential_rig import AT, SHOP, counts, live, till

from retail.coupons.redemption import Outcome, RedemptionState, redeem, release, report, reserve
from retail.credential.code import Kind

MOMENT = datetime.datetime.fromtimestamp(AT, datetime.UTC)


def book(kind: Kind) -> RedemptionState:
    use_key = counts(live(kind=kind, shop_id=SHOP), till(), AT).use_key
    assert use_key is not None
    return RedemptionState(key=use_key)


@pytest.mark.parametrize("kind", [Kind.BASKET, Kind.PICKUP])
def test_at_two_counters_at_once_one_has_it(kind: Kind) -> None:
    first = reserve(book(kind), "counter-1", MOMENT)
    second = reserve(first.state, "counter-2", MOMENT)
    assert (first.outcome, second.outcome) == (Outcome.DONE, Outcome.HELD)
    done = redeem(first.state, "counter-1", MOMENT)
    assert redeem(done.state, "counter-2", MOMENT).outcome is Outcome.USED
    assert redeem(done.state, "counter-1", MOMENT).outcome is Outcome.ALREADY_DONE


def test_a_basket_whose_payment_failed_can_be_paid_at_another_lane() -> None:
    held = reserve(book(Kind.BASKET), "lane-1", MOMENT)
    freed = release(held.state, "lane-1")
    assert reserve(freed.state, "lane-2", MOMENT).outcome is Outcome.DONE


def test_collected_at_two_counters_without_a_link_is_one_loss_on_record() -> None:
    first = report(book(Kind.PICKUP), "counter-1")
    second = report(first.state, "counter-2")
    assert second.outcome is Outcome.LOSS
    assert (second.state.transaction_id, second.state.losses) == ("counter-1", ("counter-2",))


def test_one_key_for_all_codes_of_a_chain_and_one_per_kind() -> None:
    keys = {
        counts(live(at_s, kind, shop_id=SHOP), till(), at_s).use_key
        for kind in (Kind.BASKET, Kind.PICKUP, Kind.EXIT)
        for at_s in (AT, AT + 20, AT + 600)
    }
    assert len(keys) == 3
