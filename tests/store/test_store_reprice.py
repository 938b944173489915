"""Sales priced again by the offers of their moment: honest ones are equal, and one wrong cent is found."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_world import ManualClock

from benchmarks.store_sales import SealingLane
from retail.basket import Line
from retail.catalogue import Product, read_csv
from retail.codes import MEASURE_PATTERNS, Symbology, check_digit
from retail.coupons.model import Coupon
from retail.journal import events as e
from retail.journal.envelope import Envelope
from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.promotions.item_layer import SHOWN_UNITS
from retail.scanned import read_scan
from retail.terms import read_terms
from retail.wire.replica import MARK_MAX, prices_mark, read_mark
from store.data.database import Database
from store.data.goods import catalogue, changes, editing
from store.data.journals import journal, marks, sales
from store.data.journals.journal import Batch
from store.data.replication import feed
from store.data.replication.feed import Row, scopes_of, store_scope
from store.data.rules import every_store
from store.data.schema import sales as tables
from store.data.schema.catalogue import change
from store.projector.facts import Claim
from store.projector.reprice import Repricer
from store.projector.run import Projector

DEMO = Path(__file__).parents[2] / "assets" / "demo"
GOODS = sorted(
    (
        one
        for one in read_csv((DEMO / "catalogue.csv").read_text(encoding="utf-8")).values()
        if one.price_minor > 1
    ),
    key=lambda one: one.key,
)
OFFERED = [one for one in GOODS if one.picture in {"pretzel", "tea", "chocolate", "candy", "milk", "avocado"}]
"""Goods that several offers want: enough of them meet in one basket."""
TERMS_FILE = (DEMO / "offers.json").read_bytes()
TERMS = read_terms(TERMS_FILE, "EUR")
STORE, LANE = "s1", "s1-1"
TUESDAY, FRIDAY = "2026-11-24T18:30:00+01:00", "2026-11-27T10:30:00+01:00"
MEMBERS = [
    None,
    Member(member_id="club-1", order_number=7),
    Member(member_id="gold-1", tier="gold", order_number=118),
    Member(member_id="staff-1", groups=("staff",)),
]


def coupon(payload: str) -> Coupon:
    read = read_scan(payload + str(check_digit(payload)), Symbology.CODE_128, TERMS, MEASURE_PATTERNS)
    assert isinstance(read, Coupon)
    return read


COUPONS = [coupon("981210001010"), coupon("982210002050"), coupon("983210000017")]


def bring_in(
    database: Database, raw: bytes = TERMS_FILE, *, at: int = 1, source: str = "offers.json"
) -> None:
    """What `store import` does."""
    scope = store_scope(STORE)
    rows = catalogue.terms_rows(raw)

    def job(connection: sa.Connection) -> None:
        change_id = changes.begin(connection, STORE, scope, source=source, by="anna", at=at)
        changes.stage(connection, STORE, scope, change_id, rows, number=0)
        changes.finish(connection, STORE, scope, change_id, at=at)

    database.write_sync(job)


def mark_now(database: Database) -> str:
    """What a lane writes that follows its scopes to their heads."""

    def job(connection: sa.Connection) -> dict[str, tuple[str, int]]:
        heads = {scope: feed.read_head(connection, STORE, scope) for scope in scopes_of(STORE, LANE)}
        return {scope: (head.feed_epoch, head.head) for scope, head in heads.items() if head is not None}

    return prices_mark(database.read_sync(job))


def terms_of(database: Database, mark: str) -> bytes | None:
    def job(connection: sa.Connection) -> bytes | None:
        state = marks.state_of(connection, STORE, LANE, mark)
        return marks.terms_of(connection, state) if state is not None else None

    return database.read_sync(job)


def put_offer(database: Database, percent_bp: int, at: int = 2) -> None:
    body = msgspec.json.encode({"id": "all", "derivation": [{"type": "percent", "percent_bp": percent_bp}]})
    database.write_sync(lambda one: editing.put_offer(one, STORE, body, "EUR", by="anna", at=at))


@pytest.fixture
def fed(database: Database) -> Database:
    bring_in(database)
    return database


# --- marks -------------------------------------------------------------------------------------------------


def test_a_mark_says_positions_and_is_read_back() -> None:
    positions = {"chain": ("019a-aaaabbbbcccc", 0), "store:b@7.x": ("019a-aaaabbbbcccc", 12)}
    mark = prices_mark(positions)
    assert mark == "chain@aaaabbbbcccc.0 store:b@7.x@aaaabbbbcccc.12"
    assert read_mark(mark) == {"chain": ("aaaabbbbcccc", 0), "store:b@7.x": ("aaaabbbbcccc", 12)}


@pytest.mark.parametrize(
    "text",
    ["", " ", "0123456789abcdef", "chain@a", "chain@.5", "@a.5", "chain@a.-5", "chain@a.٥", "chain@a.5 "],
)
def test_other_text_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


def test_an_endless_mark_is_none() -> None:
    assert read_mark(" ".join(f"s{number}@a.1" for number in range(MARK_MAX))) is None


def test_the_terms_of_every_moment_are_found_again(database: Database) -> None:
    seen = []
    for number, percent in enumerate((500, 1_000, 2_000)):
        put_offer(database, percent, at=number)
        now = database.read_sync(lambda one: catalogue.terms_file(one, STORE))
        seen.append((mark_now(database), now))
    database.write_sync(lambda one: editing.remove_offer(one, STORE, "all", "EUR", by="anna", at=9))
    seen.append((mark_now(database), database.read_sync(lambda one: catalogue.terms_file(one, STORE))))
    assert len({mark for mark, _ in seen}) == len({terms for _, terms in seen}) == 4
    for mark, terms in seen:
        assert terms_of(database, mark) == terms


def test_what_is_no_offer_moves_the_mark_and_not_the_state(fed: Database) -> None:
    def state(mark: str) -> Any:
        return fed.read_sync(lambda one: marks.state_of(one, STORE, LANE, mark))

    first = mark_now(fed)
    row = Row(kind="member", key="m", body=b"{}")
    fed.write_sync(lambda one: feed.publish(one, STORE, store_scope(STORE), [row], at=3))
    second = mark_now(fed)
    assert first != second
    assert state(first) == state(second) is not None


def test_what_cannot_be_told_is_said_not_guessed(fed: Database) -> None:
    mark = mark_now(fed)
    (scope, (told, pos)), *others = sorted((read_mark(mark) or {}).items(), reverse=True)
    assert scope == store_scope(STORE)
    rest = dict(others)
    for doubtful in (
        "",
        "0123456789abcdef",
        prices_mark(rest),  # without the store's own scope
        prices_mark({**rest, scope: (told, pos + 1)}),  # not given yet
        prices_mark({**rest, scope: (told, pos - 1)}),  # before the history begins
        prices_mark({**rest, scope: ("000000000000", pos)}),  # another feed epoch
        prices_mark({**rest, scope: (told, pos), "store:s2": (told, 0)}),  # not this lane's
    ):
        assert terms_of(fed, doubtful) is None, doubtful
    assert terms_of(fed, mark) is not None
    fed.write_sync(lambda one: feed.begin_epoch(one, "another"))
    assert terms_of(fed, mark) is None


def test_a_change_published_by_an_older_program_leaves_its_feed_untold(fed: Database) -> None:
    mark = mark_now(fed)
    fed.write_sync(
        lambda one: one.execute(sa.update(change).where(change.c.store_id == STORE).values(head=None))
    )
    assert terms_of(fed, mark) is None


# --- pricing again -----------------------------------------------------------------------------------------


class Till:
    """A lane's pricer, fed scan by scan as a lane feeds it."""

    def __init__(self, raw: bytes) -> None:
        self.pricer = Pricer(read_terms(raw, "EUR"))

    def sell(self, basket: Basket, chance: Random) -> PricedBasket:
        """Price while lines come in any order, some twice and taken out again."""
        shown: list[Line] = []
        for line in chance.sample(basket.lines, len(basket.lines)):
            shown.append(line)
            self.pricer.price(msgspec.structs.replace(basket, lines=tuple(shown), coupons=()))
            if chance.random() < 0.2:
                more = msgspec.structs.replace(line, line_id=line.line_id + 500)
                self.pricer.price(msgspec.structs.replace(basket, lines=(*shown, more), member=None))
        return self.pricer.finish(msgspec.structs.replace(basket, lines=tuple(shown)))


def line(line_id: int, product: Product, quantity: int, grams: int) -> Line:
    if product.unit != "piece":
        return Line(line_id=line_id, product=product, weight_g=grams)
    return Line(line_id=line_id, product=product, quantity=quantity)


baskets = st.builds(
    lambda chosen, member, coupons, at: Basket(
        lines=tuple(line(number, *one) for number, one in enumerate(chosen, 1)),
        member=member,
        coupons=tuple(enumerate(coupons, 1)),
        started_at=at,
        currency="EUR",
    ),
    st.lists(
        st.tuples(
            st.sampled_from(GOODS) | st.sampled_from(OFFERED), st.integers(1, 4), st.integers(50, 2_000)
        ),
        min_size=1,
        max_size=14,
    ),
    st.sampled_from(MEMBERS),
    st.lists(st.sampled_from(COUPONS), max_size=3),
    st.sampled_from([TUESDAY, FRIDAY]),
)


@given(basket=baskets, chance=st.randoms(use_true_random=False), cents=st.sampled_from([-1, 1]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_honest_price_is_equal_and_a_cent_is_found(
    fed: Database, repricers: dict[int, Repricer], basket: Basket, chance: Random, cents: int
) -> None:
    repricer = repricers.setdefault(id(fed), Repricer(fed))
    mark = mark_now(fed)
    priced = Till(terms_of(fed, mark) or b"").sell(basket, chance)
    honest = repricer.answer(STORE, LANE, Claim(basket=basket, priced=priced, mark=mark))
    assert (honest.priced_as, honest.fault) == ("repriced", None)
    paid = [at for at, unit in enumerate(priced.units) if unit.paid_minor]
    if paid:
        cheated = by_a_cent(priced, chance.choice(paid), cents)
        found = repricer.answer(STORE, LANE, Claim(basket=basket, priced=cheated, mark=mark)).fault
        assert found is not None
        assert found.reason == "prices"
        assert (
            f"{cheated.total_minor}, the offers of that moment come to {priced.total_minor}" in found.detail
        )


@pytest.fixture
def repricers() -> dict[int, Repricer]:
    return {}


def by_a_cent(priced: PricedBasket, at: int, cents: int) -> PricedBasket:
    """The same, one unit's price another: as a lane would say it that cheats its shopper or its shop."""
    units = list(priced.units)
    units[at] = msgspec.structs.replace(units[at], paid_minor=units[at].paid_minor + cents)
    return msgspec.structs.replace(priced, units=tuple(units), total_minor=priced.total_minor + cents)


def test_a_cent_is_found_in_the_largest_basket_too(fed: Database) -> None:
    """Only where no price is proved does a lane's word count: docs/offers.md, "Final prices"."""
    pieces = [one for one in GOODS if one.unit == "piece" and not one.quantity_max]
    basket = Basket(
        lines=tuple(line(number, product, 99, 0) for number, product in enumerate(pieces[:4], 1)),
        started_at=TUESDAY,
        currency="EUR",
    )
    mark = mark_now(fed)
    priced = Pricer(TERMS).finish(basket)
    assert priced.is_exact
    assert len(priced.units) > SHOWN_UNITS
    repricer = Repricer(fed)
    assert repricer.answer(STORE, LANE, Claim(basket=basket, priced=priced, mark=mark)).fault is None
    cheated = Claim(basket=basket, priced=by_a_cent(priced, 0, -1), mark=mark)
    answer = repricer.answer(STORE, LANE, cheated)
    assert answer.fault is not None
    assert f"{priced.total_minor - 1}, the offers" in answer.fault.detail


def test_money_moved_from_line_to_line_is_found(fed: Database) -> None:
    basket = Basket(
        lines=tuple(line(number, product, 1, 500) for number, product in enumerate(GOODS[:2], 1)),
        started_at=TUESDAY,
        currency="EUR",
    )
    mark = mark_now(fed)
    priced = Pricer(TERMS).finish(basket)
    moved = by_a_cent(by_a_cent(priced, 0, -1), 1, 1)
    assert moved.total_minor == priced.total_minor
    answer = Repricer(fed).answer(STORE, LANE, Claim(basket=basket, priced=moved, mark=mark))
    assert answer.fault is not None
    assert answer.fault.detail.count("; line ") == 2


# --- through the journal -----------------------------------------------------------------------------------


def upload(database: Database, items: Sequence[Envelope]) -> None:
    batch = Batch(store_id=STORE, terminal_id=LANE, epoch=1, is_held=False, items=tuple(items), received_at=7)
    (receipt,) = database.write_sync(lambda connection: journal.receive(connection, [batch]))
    assert receipt.outcome == "stored"


def sale_of(lane: SealingLane, mark: str) -> Envelope:
    """A sale by the lane's terms, with this mark."""
    started, *events = lane.sale_events(6)
    assert isinstance(started, e.TransactionStarted)
    return lane.seal([msgspec.structs.replace(started, prices=mark), *events])


def sold(database: Database) -> dict[str, str]:
    query = sa.select(tables.sale.c.envelope_id, tables.sale.c.priced_as)
    found = database.read_sync(lambda one: every_store(one, "verify").execute(query).all())
    return {row.envelope_id: row.priced_as for row in found}


def test_a_lane_days_behind_is_held_to_its_own_offers(database: Database, clock: ManualClock) -> None:
    put_offer(database, 1_000)
    then, raw = mark_now(database), database.read_sync(lambda one: catalogue.terms_file(one, STORE))
    put_offer(database, 5_000, at=3)
    now = mark_now(database)
    lane = SealingLane("1", terms=read_terms(raw, "EUR"))
    honest, wrong, files = sale_of(lane, then), sale_of(lane, now), sale_of(lane, "0123456789abcdef")
    upload(database, lane.envelopes)
    projector = Projector(database, clock)
    projector.run_until_idle()
    assert sold(database) == {honest.id: "repriced", files.id: "own"}
    aside = database.read_sync(lambda one: sales.aside(one, STORE, wrong.id))
    assert aside is not None
    assert aside.reason == "prices"
    assert projector.retry(STORE, wrong.id, accepted_by="anna") is None
    assert sold(database)[wrong.id] == "accepted"


def test_a_sale_with_member_and_coupons_is_priced_with_them(fed: Database, clock: ManualClock) -> None:
    mark, member, paper = mark_now(fed), MEMBERS[2], COUPONS[1]
    coffee = next(one for one in GOODS if one.picture == "coffee")
    basket = Basket(
        lines=(Line(line_id=1, product=coffee, quantity=2),),
        member=member,
        coupons=((2, paper),),
        started_at=TUESDAY,
        currency="EUR",
    )
    alone = Pricer(TERMS).finish(msgspec.structs.replace(basket, member=None, coupons=()))
    priced = Pricer(TERMS).finish(basket)
    assert priced.total_minor < alone.total_minor
    assert member is not None
    lane = SealingLane("1")
    model = lane.sale_events(1)
    tail = [msgspec.structs.replace(one) for one in model[3:]]
    for at, one in enumerate(tail):
        match one:
            case e.PaymentApproved():
                tail[at] = msgspec.structs.replace(one, amount_minor=priced.total_minor)
            case e.TransactionClosed():
                tail[at] = msgspec.structs.replace(one, total_minor=priced.total_minor)
    started = model[0]
    assert isinstance(started, e.TransactionStarted)
    unit = lane.seal(
        [
            msgspec.structs.replace(started, prices=mark, started_at=TUESDAY),
            e.ItemAdded(line_id=1, product=coffee),
            e.MemberIdentified(member=member, how="card"),
            e.CouponShown(coupon_no=1, coupon=COUPONS[2]),
            e.CouponHeld(coupon_no=1, by="lane"),
            e.CouponShown(coupon_no=2, coupon=paper),
            e.CouponHeld(coupon_no=2, by="store"),
            e.CouponShown(coupon_no=3, coupon=COUPONS[0]),
            e.CouponReleased(coupon_no=1),
            e.CouponRefused(coupon_no=3, reason="used"),
            e.ItemAdded(line_id=1, product=coffee),
            e.TenderingStarted(total_minor=priced.total_minor, priced=priced),
            *tail,
        ]
    )
    upload(fed, lane.envelopes)
    Projector(fed, clock).run_until_idle()
    assert sold(fed) == {unit.id: "repriced"}


def test_a_lane_that_forgot_its_offers_is_set_aside_with_both_totals(
    fed: Database, clock: ManualClock
) -> None:
    pretzel = next(one for one in GOODS if one.picture == "pretzel")
    lane = SealingLane("1")  # prices without any offer
    lane.goods = [pretzel]
    wrong = sale_of(lane, mark_now(fed))
    upload(fed, lane.envelopes)
    Projector(fed, clock).run_until_idle()
    assert sold(fed) == {}
    aside = fed.read_sync(lambda one: sales.aside(one, STORE, wrong.id))
    assert aside is not None
    assert aside.reason == "prices"
    total = 6 * pretzel.price_minor
    assert aside.detail.startswith(f"the lane took {total}, the offers of that moment come to ")
    assert f"; line 2: {pretzel.price_minor} for {pretzel.price_minor // 2}; " in aside.detail
