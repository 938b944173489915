"""One coupon, one redemption, for ever: whatever is repeated, late, or happens on lanes without a link."""

import datetime
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.coupons import Benefit, Coupon, CouponKind, Redemption, Saving, escrow
from retail.coupons.escrow import NOTHING, Pool, Rights, Slice, grant, settle, spend, unspend
from retail.coupons.offline import Links, OfflinePolicy, Path, path
from retail.coupons.redemption import (
    LEASE,
    LOSSES_MAX,
    ROLLED_BACK_MAX,
    Outcome,
    RedemptionState,
    Status,
    expire,
    redeem,
    release,
    report,
    reserve,
    roll_back,
)

NOON = datetime.datetime(2027, 3, 5, 12, 0, tzinfo=datetime.UTC)
FREE = RedemptionState(key="store:THANKS/7K2Q9F")
TRANSACTIONS = ("t1", "t2", "t3")


def at(minutes: int) -> datetime.datetime:
    return NOON + datetime.timedelta(minutes=minutes)


# --- the life of one coupon ------------------------------------------------------------------------------


def test_a_coupon_is_reserved_redeemed_and_used_for_ever() -> None:
    held = reserve(FREE, "t1", NOON)
    assert (held.outcome, held.state.status, held.state.held_until) == (
        Outcome.DONE,
        Status.RESERVED,
        NOON + LEASE,
    )
    used = redeem(held.state, "t1", at(3))
    assert (used.outcome, used.state.status) == (Outcome.DONE, Status.REDEEMED)
    for later in (4, 60, 10_000_000):
        assert reserve(used.state, "t2", at(later)).outcome is Outcome.USED
        assert redeem(used.state, "t2", at(later)).outcome is Outcome.USED
        assert expire(used.state, at(later)) == used.state
    assert release(used.state, "t1").outcome is Outcome.USED


def test_another_basket_waits_until_the_lease_is_over() -> None:
    held = reserve(FREE, "t1", NOON).state
    assert reserve(held, "t2", at(14)).outcome is Outcome.HELD
    assert redeem(held, "t2", at(14)).outcome is Outcome.HELD
    taken = reserve(held, "t2", at(15))
    assert (taken.outcome, taken.state.transaction_id) == (Outcome.DONE, "t2")
    assert redeem(taken.state, "t1", at(16)).outcome is Outcome.HELD


def test_an_own_lease_that_is_over_still_counts_while_nobody_else_took_it() -> None:
    held = reserve(FREE, "t1", NOON).state
    assert redeem(held, "t1", at(40)).outcome is Outcome.DONE
    assert redeem(expire(held, at(40)), "t1", at(41)).outcome is Outcome.DONE


def test_asking_again_renews_a_lease_and_never_shortens_it() -> None:
    held = reserve(FREE, "t1", NOON).state
    renewed = reserve(held, "t1", at(10))
    assert (renewed.outcome, renewed.state.held_until) == (Outcome.ALREADY_DONE, at(25))
    late_copy = reserve(renewed.state, "t1", at(1))
    assert late_copy.state.held_until == at(25)


def test_a_cancelled_basket_lets_go_of_its_own_reservation_only() -> None:
    held = reserve(FREE, "t1", NOON).state
    assert release(held, "t2") == release(held, "t2")
    assert (release(held, "t2").state, release(held, "t2").outcome) == (held, Outcome.NOT_HELD)
    assert release(held, "t1").state == FREE
    assert release(FREE, "t1").outcome is Outcome.NOT_HELD


def test_a_returned_sale_gives_the_coupon_back_if_the_campaign_does() -> None:
    used = redeem(FREE, "t1", NOON).state
    kept = roll_back(used, "t1", gives_back=False)
    assert (kept.state, kept.outcome) == (used, Outcome.KEPT)
    assert roll_back(used, "t2", gives_back=True).outcome is Outcome.NOT_HELD
    back = roll_back(used, "t1", gives_back=True)
    assert (back.outcome, back.state.status) == (Outcome.DONE, Status.FREE)
    assert roll_back(back.state, "t1", gives_back=True).outcome is Outcome.ALREADY_DONE
    assert redeem(back.state, "t2", at(1)).outcome is Outcome.DONE


def test_a_rolled_back_transaction_cannot_redeem_again_however_late_its_message_comes() -> None:
    back = roll_back(redeem(FREE, "t1", NOON).state, "t1", gives_back=True).state
    for step in (reserve(back, "t1", at(1)), redeem(back, "t1", at(1)), report(back, "t1")):
        assert (step.state, step.outcome) == (back, Outcome.GIVEN_BACK)


def test_a_coupon_given_back_too_often_stays_used() -> None:
    state = FREE
    for number in range(ROLLED_BACK_MAX):
        state = roll_back(redeem(state, f"t{number}", NOON).state, f"t{number}", gives_back=True).state
    state = redeem(state, "last", NOON).state
    assert roll_back(state, "last", gives_back=True).outcome is Outcome.KEPT


def test_of_two_lanes_without_a_link_the_first_heard_of_stands_and_the_other_is_a_loss() -> None:
    first = report(FREE, "t1")
    assert first.outcome is Outcome.DONE
    second = report(first.state, "t2")
    assert (second.outcome, second.state.transaction_id) == (Outcome.LOSS, "t1")
    assert (second.state.losses, second.state.loss_count) == (("t2",), 1)
    assert report(second.state, "t2").outcome is Outcome.ALREADY_DONE
    assert report(second.state, "t1").outcome is Outcome.ALREADY_DONE


def test_a_report_takes_the_coupon_from_a_basket_that_only_holds_it() -> None:
    held = reserve(FREE, "t1", NOON).state
    state = report(held, "t2").state
    assert (state.status, state.transaction_id) == (Status.REDEEMED, "t2")
    assert redeem(state, "t1", at(1)).outcome is Outcome.USED


def test_losses_are_counted_beyond_those_kept_by_name() -> None:
    state = report(FREE, "first").state
    for number in range(LOSSES_MAX + 5):
        state = report(state, f"t{number}").state
    assert (len(state.losses), state.loss_count) == (LOSSES_MAX, LOSSES_MAX + 5)


def test_a_basket_may_count_on_a_coupon_only_after_a_success() -> None:
    assert {outcome for outcome in Outcome if outcome.is_success} == {Outcome.DONE, Outcome.ALREADY_DONE}


def test_impossible_states_and_steps_cannot_be_built() -> None:
    with pytest.raises(BrokenInvariantError):
        RedemptionState(key="k", status=Status.REDEEMED)
    with pytest.raises(BrokenInvariantError):
        RedemptionState(key="k", status=Status.RESERVED, transaction_id="t1")
    with pytest.raises(BrokenInvariantError):
        reserve(FREE, "", NOON)
    with pytest.raises(BrokenInvariantError):
        reserve(FREE, "t1", NOON.replace(tzinfo=None))


def test_the_books_survive_being_stored() -> None:
    state = report(report(reserve(FREE, "t1", NOON).state, "t2").state, "t3").state
    for kept in (FREE, reserve(FREE, "t1", NOON).state, state):
        assert msgspec.json.decode(msgspec.json.encode(kept), type=RedemptionState) == kept


_STEPS = st.one_of(
    *(
        st.tuples(st.just(name), st.sampled_from(TRANSACTIONS))
        for name in ("reserve", "redeem", "report", "release", "roll_back", "keep", "expire")
    )
)


@given(st.lists(st.tuples(_STEPS, st.integers(0, 20), st.integers(1, 2)), max_size=40))
def test_there_is_never_more_than_one_standing_redemption(
    steps: list[tuple[tuple[str, str], int, int]],
) -> None:
    """Any order of steps, each perhaps delivered twice."""
    state, minute = FREE, 0
    standing: str | None = None
    given_back: set[str] = set()
    for (name, transaction), pause, copies in steps:
        minute += pause
        moment = at(minute)
        for _ in range(copies):
            do: dict[str, Callable[[RedemptionState], RedemptionState]] = {
                "reserve": lambda old, t=transaction, m=moment: reserve(old, t, m).state,  # type: ignore[misc]
                "redeem": lambda old, t=transaction, m=moment: redeem(old, t, m).state,  # type: ignore[misc]
                "report": lambda old, t=transaction: report(old, t).state,  # type: ignore[misc]
                "release": lambda old, t=transaction: release(old, t).state,  # type: ignore[misc]
                "roll_back": lambda old, t=transaction: roll_back(old, t, gives_back=True).state,  # type: ignore[misc]
                "keep": lambda old, t=transaction: roll_back(old, t, gives_back=False).state,  # type: ignore[misc]
                "expire": lambda old, m=moment: expire(old, m),  # type: ignore[misc]
            }
            before, state = state, do[name](state)
            if before.status is Status.REDEEMED and state.status is not Status.REDEEMED:
                assert (name, transaction) == ("roll_back", standing)
                given_back.add(transaction)
                standing = None
            elif state.status is Status.REDEEMED:
                assert standing in (None, state.transaction_id)
                standing = state.transaction_id
                assert standing not in given_back
            assert set(state.rolled_back) == given_back
        again = do[name](state)
        assert again == state


# --- campaign limits -------------------------------------------------------------------------------------

LATER = NOON + datetime.timedelta(hours=24)
POOL = Pool(campaign_id="spring", limit=Rights(uses=100, amount_minor=20_000))


def granted(pool: Pool, name: str, uses: int, amount: int) -> tuple[Pool, Slice]:
    step = grant(pool, name, Rights(uses=uses, amount_minor=amount), LATER)
    assert step.slice is not None
    return step.pool, step.slice


def test_a_slice_is_spent_without_a_link_and_its_rest_comes_home() -> None:
    pool, held = granted(POOL, "lane-1", 20, 5000)
    assert pool.left == Rights(uses=80, amount_minor=15_000)
    for number in range(3):
        step = spend(held, f"t{number}", 250, NOON)
        assert step.outcome is escrow.Outcome.DONE
        held = step.slice
    assert held.left == Rights(uses=17, amount_minor=4250)
    home = settle(pool, held, is_drained=True)
    assert home.outcome is escrow.Outcome.DONE
    assert home.pool.left == Rights(uses=97, amount_minor=19_250)
    assert settle(home.pool, held, is_drained=True).outcome is escrow.Outcome.ALREADY_DONE


def test_a_slice_gives_no_more_than_it_has_in_uses_or_in_money() -> None:
    _, held = granted(POOL, "lane-1", 2, 5000)
    held = spend(spend(held, "t1", 100, NOON).slice, "t2", 100, NOON).slice
    assert spend(held, "t3", 100, NOON).outcome is escrow.Outcome.USED_UP
    _, dear = granted(POOL, "lane-2", 20, 5000)
    assert spend(dear, "t1", 5001, NOON).outcome is escrow.Outcome.USED_UP
    assert spend(dear, "t1", 5000, NOON).outcome is escrow.Outcome.DONE


def test_a_spend_counts_once_and_a_cancelled_basket_takes_it_back() -> None:
    _, held = granted(POOL, "lane-1", 20, 5000)
    once = spend(held, "t1", 250, NOON).slice
    assert spend(once, "t1", 250, at(60 * 48)).outcome is escrow.Outcome.ALREADY_DONE
    assert spend(once, "t1", 300, NOON).outcome is escrow.Outcome.CONTRADICTS
    assert unspend(once, "t1").slice == held
    assert unspend(held, "t1").outcome is escrow.Outcome.NOT_FOUND


def test_an_expired_slice_gives_nothing_but_comes_home_only_when_drained() -> None:
    pool, held = granted(POOL, "lane-1", 20, 5000)
    assert spend(held, "t1", 250, LATER).outcome is escrow.Outcome.EXPIRED
    early = settle(pool, held, is_drained=False)
    assert (early.pool, early.outcome) == (pool, escrow.Outcome.CONTRADICTS)


def test_asking_for_a_slice_twice_gives_the_same_one() -> None:
    pool, held = granted(POOL, "lane-1", 20, 5000)
    again = grant(pool, "lane-1", Rights(uses=20, amount_minor=5000), LATER)
    assert (again.pool, again.slice, again.outcome) == (pool, held, escrow.Outcome.ALREADY_DONE)
    home = settle(pool, held, is_drained=True).pool
    assert grant(home, "lane-1", Rights(uses=1, amount_minor=1), LATER).slice is None


def test_an_empty_pool_grants_nothing_and_strangers_settle_nothing() -> None:
    pool, _ = granted(POOL, "lane-1", 100, 20_000)
    assert grant(pool, "lane-2", Rights(uses=1, amount_minor=1), LATER).outcome is escrow.Outcome.USED_UP
    stranger = Slice(slice_id="x", campaign_id="spring", granted=NOTHING, expires_at=LATER)
    assert settle(pool, stranger, is_drained=True).outcome is escrow.Outcome.NOT_FOUND


def test_a_pool_without_money_grants_no_uses_that_would_be_worth_nothing() -> None:
    pool, _ = granted(POOL, "lane-1", 1, 20_000)
    assert grant(pool, "lane-2", Rights(uses=5, amount_minor=100), LATER).outcome is escrow.Outcome.USED_UP
    counted = grant(pool, "lane-2", Rights(uses=5, amount_minor=0), LATER)
    assert counted.slice is not None
    assert counted.slice.granted == Rights(uses=5, amount_minor=0)


def test_slices_and_spends_have_an_end() -> None:
    most = Rights(uses=10**6, amount_minor=0)
    spends = tuple(
        escrow.Spend(transaction_id=f"t{number}", rights=Rights(uses=1, amount_minor=0))
        for number in range(escrow.SPENDS_MAX)
    )
    full = Slice(slice_id="s", campaign_id="c", granted=most, expires_at=LATER, spends=spends)
    assert spend(full, "one more", 0, NOON).outcome is escrow.Outcome.USED_UP
    names = tuple(f"s{number}" for number in range(escrow.SLICES_MAX))
    pool = Pool(campaign_id="c", limit=most, settled=names)
    assert grant(pool, "one more", Rights(uses=1, amount_minor=0), LATER).outcome is escrow.Outcome.USED_UP


@pytest.mark.parametrize(("uses", "amount"), [(-1, 0), (0, -1)])
def test_rights_are_never_negative(uses: int, amount: int) -> None:
    with pytest.raises(BrokenInvariantError):
        Rights(uses=uses, amount_minor=amount)


def test_a_lane_that_claims_more_than_it_was_given_is_not_settled() -> None:
    pool, held = granted(POOL, "lane-1", 1, 100)
    spends = (escrow.Spend(transaction_id="t1", rights=Rights(uses=2, amount_minor=100)),)
    forged = msgspec.structs.replace(held, spends=spends)
    step = settle(pool, forged, is_drained=True)
    assert (step.pool, step.outcome) == (pool, escrow.Outcome.CONTRADICTS)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["grant", "spend", "unspend", "settle"]),
            st.integers(0, 3),
            st.integers(0, 12),
            st.integers(0, 700),
        ),
        max_size=60,
    )
)
def test_lanes_without_a_link_never_spend_more_than_the_campaign_has(
    steps: list[tuple[str, int, int, int]],
) -> None:
    limit = Rights(uses=20, amount_minor=3000)
    pool, lanes = Pool(campaign_id="c", limit=limit), dict[str, Slice]()
    for name, lane, number, amount in steps:
        key = f"lane-{lane}"
        if name == "grant":
            step = grant(pool, key, Rights(uses=number, amount_minor=amount), LATER)
            pool = step.pool
            if step.outcome is escrow.Outcome.DONE and step.slice is not None:
                lanes[key] = step.slice
        elif key in lanes and name == "spend":
            lanes[key] = spend(lanes[key], f"t{number}", amount, NOON).slice
        elif key in lanes and name == "unspend":
            lanes[key] = unspend(lanes[key], f"t{number}").slice
        elif key in lanes:
            settled = settle(pool, lanes[key], is_drained=True)
            assert settled.outcome is escrow.Outcome.DONE
            pool = settled.pool
            del lanes[key]
        out = sum((held.spent for held in lanes.values()), NOTHING)
        assert limit.covers(pool.spent + out)
        left = sum((held.left for held in lanes.values()), NOTHING)
        assert pool.left + left + out + pool.spent == limit


# --- with the links there are ----------------------------------------------------------------------------


def coupon(redemption: Redemption, *, value: int = 300, serial: str | None = "000001") -> Coupon:
    return Coupon(
        kind=CouponKind.GLOBAL_NUMBER,
        text="",
        coupon_id="255:x",
        serial=serial,
        saving=Saving(benefit=Benefit.AMOUNT, value=value),
        redemption=redemption,
    )


def booked(
    item: Coupon,
    *,
    online: bool = False,
    store: bool = False,
    seen: bool = False,
    genuine: bool = True,
    today: int = 0,
) -> Path:
    links = Links(offer_file=online, store=store)
    return path(item, links, OfflinePolicy(), is_seen=seen, is_genuine=genuine, accepted_today=today)


def test_an_online_coupon_never_counts_without_its_own_link() -> None:
    item = coupon(Redemption.ONLINE_ONLY)
    assert booked(item, store=True) is Path.REFUSED_NO_LINK
    assert booked(item) is Path.REFUSED_NO_LINK
    assert Links() == Links(offer_file=False, store=False)
    assert booked(item, online=True) is Path.ONLINE


def test_the_store_is_asked_whenever_it_can_be() -> None:
    assert booked(coupon(Redemption.STORE_AUTHORITY), store=True) is Path.STORE
    assert booked(coupon(Redemption.LOCAL_OK), store=True) is Path.STORE
    assert booked(coupon(Redemption.LOCAL_OK, serial=None)) is Path.LANE


def test_without_the_store_a_few_cheap_genuine_papers_may_be_risked() -> None:
    item = coupon(Redemption.STORE_AUTHORITY)
    assert booked(item, today=2) is Path.LANE
    assert booked(item, today=3) is Path.REFUSED_LIMIT
    assert booked(item, genuine=False) is Path.REFUSED_NO_LINK
    assert booked(coupon(Redemption.STORE_AUTHORITY, value=501)) is Path.REFUSED_LIMIT
    assert booked(coupon(Redemption.STORE_AUTHORITY, serial=None)) is Path.REFUSED_NO_LINK


def test_a_paper_the_lane_knows_as_used_is_refused_whatever_the_links() -> None:
    for redemption in Redemption:
        assert booked(coupon(redemption), online=True, store=True, seen=True) is Path.REFUSED_SEEN
