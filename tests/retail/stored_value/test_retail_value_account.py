"""One account of stored value: held, taken, let go; no order of words makes or loses money."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.stored_value import account as rules
from retail.stored_value.account import HOLD_US, HOLDS_MAX, Account, Outcome, Step
from retail.stored_value.limits import ValueLimits
from retail.stored_value.postings import Leg, Posting, posting

LIMITS = ValueLimits()
EUR = "EUR"


def card(balance: int = 5000, **more: object) -> Account:
    return Account(account_id="v-1", kind="gift", currency=EUR, balance_minor=balance, **more)  # type: ignore[arg-type]


def hold(account: Account, transaction: str, amount: int, at: int = 0, ask: int = 1) -> Step:
    return rules.hold(account, transaction, amount, currency=EUR, at=at, ask_no=ask)


def test_a_purchase_holds_what_it_wants_and_takes_it() -> None:
    held = hold(card(), "t1", 1200)
    assert (held.outcome, held.amount_minor, held.account.free_minor) == (Outcome.DONE, 1200, 3800)
    taken = rules.capture(held.account, "t1", 1200, at=5)
    assert (taken.outcome, taken.account.balance_minor, taken.account.held_minor) == (Outcome.DONE, 3800, 0)
    assert taken.postings == (posting("t1:capture", "capture", balance=-1200, spent=1200),)


def test_a_card_with_less_pays_what_it_has() -> None:
    held = hold(card(700), "t1", 2000)
    assert (held.outcome, held.amount_minor) == (Outcome.DONE, 700)
    assert hold(held.account, "t2", 100).outcome is Outcome.HELD_ELSEWHERE
    assert hold(card(0), "t1", 100).outcome is Outcome.EMPTY


def test_the_same_question_again_is_answered_the_same_and_renewed() -> None:
    first = hold(card(700), "t1", 2000)
    richer = rules.load(first.account, "p1", 5000, LIMITS).account
    again = hold(richer, "t1", 2000, at=9)
    assert (again.outcome, again.amount_minor) == (Outcome.ALREADY_DONE, 700)
    known = again.account.hold_of("t1")
    assert known is not None
    assert known.until == 9 + HOLD_US
    assert hold(richer, "t1", 2000, ask=2).amount_minor == 2000


def test_a_capture_of_less_frees_the_rest() -> None:
    taken = rules.capture(hold(card(), "t1", 2000).account, "t1", 500, at=1).account
    assert (taken.balance_minor, taken.free_minor) == (4500, 4500)


def test_what_goes_back_of_a_top_up_is_taken_from_what_was_paid_in_and_not_spent() -> None:
    held = hold(card(), "r1", 2000).account
    step = rules.capture(held, "r1", 2000, at=1, kind="give_back")
    (posting,) = step.postings
    assert posting.kind == "give_back"
    assert {leg.book: leg.amount_minor for leg in posting.legs} == {"balance": -2000, "paid_in": 2000}
    assert (step.account.balance_minor, step.account.held_minor) == (3000, 0)
    assert rules.capture(step.account, "r1", 2000, at=2, kind="give_back").outcome is Outcome.ALREADY_DONE


def test_a_capture_counts_once_and_the_first_stands() -> None:
    taken = rules.capture(card(), "t1", 500, at=1).account
    assert rules.capture(taken, "t1", 500, at=2).outcome is Outcome.ALREADY_DONE
    other = rules.capture(taken, "t1", 900, at=2)
    assert (other.outcome, other.account) == (Outcome.CONTRADICTS, taken)
    assert hold(taken, "t1", 100).outcome is Outcome.USED
    assert rules.release(taken, "t1").outcome is Outcome.LATE


def test_a_question_that_arrives_after_its_release_holds_nothing() -> None:
    gone = rules.release(card(), "t1", ask_no=1)
    assert gone.outcome is Outcome.NOT_HELD
    assert hold(gone.account, "t1", 100, ask=1).outcome is Outcome.LATE
    newer = hold(gone.account, "t1", 100, ask=2)
    assert newer.outcome is Outcome.DONE
    late = rules.release(newer.account, "t1", ask_no=1)
    assert (late.outcome, late.account.held_minor) == (Outcome.LATE, 100)


def test_a_release_of_a_later_question_ends_the_hold_of_an_earlier() -> None:
    held = hold(card(), "t1", 100, ask=1).account
    let_go = rules.release(held, "t1", ask_no=2)
    assert (let_go.outcome, let_go.account.free_minor) == (Outcome.DONE, 5000)
    assert hold(let_go.account, "t1", 100, ask=2).outcome is Outcome.LATE


def test_a_hold_ends_by_itself_and_may_be_had_again() -> None:
    held = hold(card(), "t1", 5000).account
    assert hold(held, "t2", 1, at=HOLD_US - 1).outcome is Outcome.HELD_ELSEWHERE
    other = hold(held, "t2", 5000, at=HOLD_US)
    assert other.outcome is Outcome.DONE
    assert hold(other.account, "t1", 1, at=HOLD_US).outcome is Outcome.HELD_ELSEWHERE
    assert hold(held, "t1", 5000, at=HOLD_US).outcome is Outcome.DONE


def test_a_late_sale_takes_its_value_if_nobody_else_has_it() -> None:
    held = hold(card(), "t1", 5000).account
    taken = rules.capture(held, "t1", 5000, at=10 * HOLD_US)
    assert (taken.outcome, taken.short_minor, taken.account.balance_minor) == (Outcome.DONE, 0, 0)


def test_what_a_late_sale_finds_gone_is_the_shops_loss() -> None:
    held = hold(card(), "t1", 5000).account
    spent = rules.capture(hold(held, "t2", 4000, at=HOLD_US).account, "t2", 4000, at=HOLD_US).account
    late = rules.capture(spent, "t1", 5000, at=2 * HOLD_US)
    assert (late.outcome, late.short_minor, late.account.balance_minor) == (Outcome.SHORT, 4000, 0)
    assert late.postings[-1] == posting("t1:capture", "capture", balance=-1000, loss=-4000, spent=5000)


def test_a_late_sale_leaves_alone_what_others_hold_and_gets_it_when_they_let_go() -> None:
    other = hold(hold(card(), "t1", 5000).account, "t2", 5000, at=HOLD_US).account
    late = rules.capture(other, "t1", 5000, at=HOLD_US + 1)
    assert (late.short_minor, late.account.held_minor) == (5000, 5000)
    freed = rules.release(late.account, "t2")
    assert (freed.account.balance_minor, freed.account.short_minor) == (0, 0)
    assert [one.kind for one in freed.postings] == ["recover"]
    lapsed = rules.lapse(late.account, 3 * HOLD_US)
    assert (lapsed.account.balance_minor, lapsed.account.short_minor) == (0, 0)


def test_every_hold_that_makes_up_for_a_loss_is_a_posting_of_its_own() -> None:
    account = hold(card(900), "t2", 100).account
    account = rules.capture(account, "t1", 5000, at=1).account
    names = set()
    for ask in (2, 3):
        account = hold(rules.load(account, f"p{ask}", 1000, LIMITS).account, "t2", 50, ask=ask).account
        freed = rules.release(account, "t2", ask_no=ask)
        names |= {one.posting_id for one in freed.postings}
        account = freed.account
    assert len(names) == 2


def test_new_money_is_never_taken_for_an_old_loss() -> None:
    late = rules.capture(card(0), "t1", 300, at=0).account
    richer = rules.load(late, "p1", 1000, LIMITS).account
    assert (richer.balance_minor, richer.short_minor) == (1000, 300)
    given = rules.refund(late, "p2", 200).account
    assert given.balance_minor == 200


@pytest.mark.parametrize(
    ("account", "currency", "expected"),
    [
        (card(state="blocked"), EUR, Outcome.BLOCKED),
        (card(state="closed"), EUR, Outcome.BLOCKED),
        (card(expires_at=10), EUR, Outcome.EXPIRED),
        (card(), "CHF", Outcome.OTHER_CURRENCY),
    ],
)
def test_nothing_is_held_of_it(account: Account, currency: str, expected: Outcome) -> None:
    step = rules.hold(account, "t1", 100, currency=currency, at=10)
    assert (step.outcome, step.account.held_minor) == (expected, 0)


def test_a_blocked_card_still_pays_for_a_sale_that_has_happened() -> None:
    taken = rules.capture(card(state="blocked"), "t1", 100, at=0)
    assert (taken.outcome, taken.account.balance_minor) == (Outcome.DONE, 4900)


def test_so_many_purchases_may_hold_at_a_time() -> None:
    account = card(10_000)
    for number in range(HOLDS_MAX):
        account = hold(account, f"t{number}", 1).account
    assert hold(account, "one-more", 1).outcome is Outcome.HELD_ELSEWHERE
    assert hold(account, "t0", 2, ask=2).outcome is Outcome.DONE


def test_loads_keep_to_the_limits_unless_they_are_paid() -> None:
    assert rules.load(card(), "p", 499, LIMITS).outcome is Outcome.OVER_LIMIT
    assert rules.load(card(), "p", 10_001, LIMITS).outcome is Outcome.OVER_LIMIT
    assert rules.load(card(), "p", 10_000, LIMITS).outcome is Outcome.DONE
    assert rules.load(card(state="blocked"), "p", 1000, LIMITS).outcome is Outcome.BLOCKED
    assert rules.load(card(state="blocked"), "p", 99_999, None).account.balance_minor == 104_999


def test_staff_cannot_take_what_is_held_or_give_above_the_limit() -> None:
    held = hold(card(), "t1", 4000).account
    assert rules.adjust(held, "a", -1001, LIMITS).outcome is Outcome.HELD_ELSEWHERE
    assert rules.adjust(held, "a", -1000, LIMITS).account.balance_minor == 4000
    assert rules.adjust(held, "a", 10_001, LIMITS).outcome is Outcome.OVER_LIMIT
    assert rules.adjust(card(0), "a", -1, LIMITS).outcome is Outcome.EMPTY


def test_what_expires_leaves_what_a_purchase_holds() -> None:
    held = hold(card(expires_at=100), "t1", 2000, at=0).account
    gone = rules.expire(held, "x", at=100)
    assert (gone.account.balance_minor, gone.postings[0].kind) == (2000, "expire")
    assert rules.expire(gone.account, "y", at=101).outcome is Outcome.EMPTY
    assert rules.expire(card(), "x", at=10**18).outcome is Outcome.EMPTY
    closed = rules.expire(card(state="closed"), "x", at=0)
    assert closed.postings == (posting("x", "close", balance=-5000, unclaimed=5000),)


@pytest.mark.parametrize(
    "legs",
    [
        (Leg(book="balance", amount_minor=5), Leg(book="spent", amount_minor=-4)),
        (Leg(book="balance", amount_minor=5),),
        (Leg(book="spent", amount_minor=5), Leg(book="spent", amount_minor=-5)),
    ],
)
def test_a_posting_that_is_not_double_entry_cannot_be_made(legs: tuple[Leg, ...]) -> None:
    with pytest.raises(BrokenInvariantError):
        Posting(posting_id="p", kind="adjust", legs=legs)


@pytest.mark.parametrize(
    "make",
    [
        lambda: card(-1),
        lambda: Leg(book="balance", amount_minor=0),
        lambda: hold(card(), "", 1),
        lambda: hold(card(), "t1", 0),
        lambda: hold(card(), "t1", 1, ask=0),
        lambda: posting("p", "adjust", balance=1, pocket=-1),
        lambda: rules.adjust(card(), "a", 0, LIMITS),
    ],
)
def test_nonsense_is_refused(make: object) -> None:
    with pytest.raises(BrokenInvariantError):
        make()  # type: ignore[operator]


# --- any order of words ----------------------------------------------------------------------------------

PURCHASES = st.sampled_from(["t1", "t2", "t3"])
AMOUNT = st.integers(1, 3000)
WORD = st.one_of(
    st.tuples(st.just("hold"), PURCHASES, AMOUNT, st.integers(1, 3)),
    st.tuples(st.just("release"), PURCHASES, st.just(0), st.integers(1, 3)),
    st.tuples(st.just("capture"), PURCHASES, AMOUNT, st.just(0)),
    st.tuples(st.just("load"), st.just(""), st.integers(500, 3000), st.just(0)),
    st.tuples(st.just("adjust"), st.just(""), st.integers(-500, 500).filter(bool), st.just(0)),
    st.tuples(st.just("expire"), st.just(""), st.just(0), st.just(0)),
    st.tuples(st.just("wait"), st.just(""), st.integers(1, HOLD_US), st.just(0)),
)


@settings(max_examples=400)
@given(st.lists(WORD, max_size=30), st.booleans())
def test_no_order_of_words_makes_or_loses_money(words: list[tuple[str, str, int, int]], ends: bool) -> None:
    account = card(4000, expires_at=3 * HOLD_US if ends else 0)
    at, books, names, captured = 0, {"balance": 4000}, set[str](), dict[str, int]()
    for number, (word, transaction, amount, ask) in enumerate(words):
        match word:
            case "hold":
                step = hold(account, transaction, amount, at, ask)
                assert step.amount_minor <= amount or step.outcome in (Outcome.ALREADY_DONE, Outcome.USED)
            case "release":
                step = rules.release(account, transaction, ask_no=ask)
            case "capture":
                step = rules.capture(account, transaction, amount, at=at)
                captured.setdefault(transaction, amount)
            case "load":
                step = rules.load(account, f"p{number}", amount, LIMITS)
            case "adjust":
                step = rules.adjust(account, f"p{number}", amount, LIMITS)
            case "expire":
                step = rules.expire(account, f"p{number}", at=at)
            case _:
                at += amount
                continue
        if not step.postings:
            assert step.account.balance_minor == account.balance_minor
        account = step.account
        for moved in step.postings:
            assert moved.posting_id not in names
            names.add(moved.posting_id)
            for leg in moved.legs:
                books[leg.book] = books.get(leg.book, 0) + leg.amount_minor
        assert account.balance_minor == books["balance"] >= account.held_minor >= 0
        assert account.short_minor == -books.get("loss", 0)
    assert sum(books.values()) == 4000
    assert books.get("spent", 0) == sum(captured.values())
