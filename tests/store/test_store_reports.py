"""Figures against the envelopes they come from, on each engine; the rules behind day close and preview."""

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from store_office import Office

from benchmarks.store_sales import SealingLane
from retail.journal import envelope
from retail.journal import events as e
from retail.terms import Terms, no_terms, read_terms
from store.data.database import Database
from store.data.goods import retired
from store.data.journals import lane_reports, receipts, reports, sealed, set_aside
from store.data.journals.lane_reports import LaneDay, TerminalDay
from store.data.journals.receipts import SaleFilter
from store.data.journals.reports import Days, TenderFigure, VatFigure
from store.data.lanes import lane_pages
from store.data.replication.feed import store_scope
from store.office.pages.charts import Bar, bars
from store.reports import closing, preview, risk, story
from store.reports import lanes as figures
from store.reports.story_attended import Speech

ALL = Days(first="2027-01-01", last="2027-01-31")


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Office:
    """A small shop, on each engine in turn."""
    return Office(database, tmp_path / "service", days=2, per_day=12)


def told(office: Office) -> list[list[e.AnyEvent]]:
    """What the counted sales' journals say."""
    found = []
    rows = office.database.read_sync(lambda one: receipts.listed(one, "1", SaleFilter(limit=200)))
    for row in rows:
        link = office.database.read_sync(lambda one, row=row: sealed.link(one, "1", row.envelope_id))
        assert link is not None
        assert link.is_whole
        found.append([entry.event() for entry in envelope.open_body(link.body).unsealed()])
    return found


def test_figures_are_what_the_journals_say(office: Office) -> None:
    journals = told(office)
    sold = [one for journal in journals for one in journal if isinstance(one, e.TransactionClosed)]
    priced = [
        next(one.priced for one in reversed(journal) if isinstance(one, e.TenderingStarted))
        for journal in journals
        if isinstance(journal[-1], e.TransactionClosed)
    ]
    kept = [one for one in priced if one is not None]
    read = office.database.read_sync

    totals = read(lambda one: reports.totals(one, "1", ALL))
    assert totals.sales == len(sold) > 5
    assert totals.cancelled == sum(isinstance(journal[-1], e.TransactionCancelled) for journal in journals)
    assert totals.total_minor == sum(one.total_minor for one in sold)
    assert totals.saving_minor == sum(one.saving_minor for one in kept)
    assert totals.items == sum(one.item_count for one in kept)
    assert totals.average_minor == totals.total_minor // totals.sales

    by_hour = read(lambda one: reports.by_hour(one, "1", ALL))
    by_day = read(lambda one: reports.by_day(one, "1", ALL))
    for slots in (by_hour, by_day):
        assert sum(slot.total_minor for slot in slots) == totals.total_minor
        assert sum(slot.sales for slot in slots) == totals.sales

    vat = read(lambda one: reports.vat(one, "1", ALL))
    assert sum(one.gross_minor for one in vat) == totals.total_minor
    assert {(one.rate_bp) for one in vat} == {part.rate_bp for one in kept for part in one.taxes}
    assert sum(one.tax_minor for one in vat) == sum(part.tax_minor for one in kept for part in one.taxes)

    tenders = read(lambda one: reports.tenders(one, "1", ALL))
    assert sum(one.amount_minor for one in tenders) == totals.total_minor

    goods = read(lambda one: reports.by_product(one, "1", ALL, limit=500))
    assert sum(one.paid_minor for one in goods) == totals.total_minor - totals.linked_minor
    assert sum(one.pieces for one in goods) == totals.items
    assert [one.paid_minor for one in goods] == sorted((one.paid_minor for one in goods), reverse=True)
    groups = read(lambda one: reports.by_category(one, "1", ALL))
    assert sum(one.paid_minor for one in groups) == sum(one.paid_minor for one in goods)
    first = goods[0]
    days = read(lambda one: reports.product_days(one, "1", ALL, first.key))
    assert sum(slot.total_minor for slot in days) == first.paid_minor

    gave: Counter[str] = Counter()
    for basket in kept:
        for offer in basket.offers:
            gave[offer.offer_id] += offer.saving_minor
    offers = read(lambda one: reports.offers(one, "1", ALL))
    assert {one.offer_id: one.amount_minor for one in offers} == {
        key: value for key, value in gave.items() if value
    }

    lanes = read(lambda one: lane_reports.lane_days(one, "1", ALL))
    assert sum(one.total_minor for one in lanes) == totals.total_minor
    assert sum(one.sales + one.cancelled for one in lanes) == len(journals)
    one_lane = Days(first=ALL.first, last=ALL.last, terminal_id="1-1")
    alone = read(lambda one: reports.totals(one, "1", one_lane))
    assert alone.total_minor == sum(one.total_minor for one in lanes if one.terminal_id == "1-1")


def test_other_lists_of_the_pages_run_on_each_engine(office: Office) -> None:
    read = office.database.read_sync
    assert read(lambda one: set_aside.waiting(one, "1")) == 3
    assert read(lambda one: set_aside.solved(one, "1")) == ()
    assert read(lambda one: retired.gone(one, "1", store_scope("1"), "offer")) == ()
    assert read(lambda one: lane_pages.commands(one, "1", "1-4"))[0].by == "anna"
    assert read(lambda one: lane_pages.heads(one, "1", "1-1"))[0].acked > 0
    assert read(lambda one: lane_pages.keys(one, "1", "1-1"))[0].key_id == "demo-1-1"
    assert read(lambda one: lane_pages.forks(one, "1", "1-1")) == ()
    assert read(lambda one: lane_pages.past_alerts(one, "1")) == ()
    assert read(lambda one: lane_pages.happened(one, "1", "1-1"))[-1].event
    assert read(lambda one: sealed.link(one, "1", "nothing")) is None
    assert read(lambda one: receipts.whole(one, "1", "nothing")) is None
    assert isinstance(read(lambda one: reports.coupon_uses(one, "1", ALL)), tuple)
    assert read(lambda one: lane_reports.lane_events(one, "1", 0, 2**62))
    assert read(lambda one: lane_reports.terminal_days(one, "1", 0, 2**62))
    nothing = Days(first="2020-01-01", last="2020-01-02")
    empty = read(lambda one: reports.totals(one, "1", nothing))
    assert (empty.sales, empty.total_minor, empty.average_minor) == (0, 0, 0)
    row = read(lambda one: receipts.listed(one, "1", SaleFilter(outcome="sold")))[0]
    whole = read(lambda one: receipts.whole(one, "1", row.envelope_id))
    assert whole is not None
    assert sum(part.amount_minor for part in whole.tenders) == row.total_minor
    with pytest.raises(AttributeError):
        _ = whole.lines[0].no_such_column


# --- lanes -------------------------------------------------------------------------------------------------


def lane_day(**changes: Any) -> LaneDay:
    values: dict[str, Any] = {
        "terminal_id": "1-1", "lane": "Lane 1", "day": "2027-01-15", "sales": 9, "cancelled": 1, "items": 60,
        "total_minor": 10_000, "voids": 2, "not_found": 0, "helps": 1, "help_s": 90, "attempts": 10,
        "busy_us": 1_200_000_000, "first_at": 0, "last_at": 4_800_000_000, "number_min": 1, "number_max": 10,
    }  # fmt: skip
    return LaneDay(**{**values, **changes})


def test_lane_figures_are_shares_and_rates() -> None:
    (one,) = figures.figures([lane_day(), lane_day(day="2027-01-16")])
    assert (one.days, one.transactions, one.total_minor) == (2, 20, 20_000)
    assert one.utilisation == 0.25
    assert one.service_s == 120
    assert one.items_per_minute == 3.0
    assert (one.helps_per_100, one.help_wait_s, one.voids_per_100) == (10.0, 90, 20.0)
    assert round(one.retries_per_100, 1) == 11.1
    assert one.missing_numbers == 0


def test_lane_without_sales_has_zeros() -> None:
    (one,) = figures.figures(
        [lane_day(sales=0, cancelled=0, items=0, busy_us=0, last_at=0, helps=0, attempts=0)]
    )
    rates = (one.utilisation, one.service_s, one.items_per_minute, one.helps_per_100, one.help_wait_s)
    assert rates == (0.0, 0, 0.0, 0.0, 0)
    assert one.retries_per_100 == 0.0


# --- day close ---------------------------------------------------------------------------------------------

VAT = VatFigure(terminal_id="1-1", rate_bp=700, gross_minor=10_000, net_minor=9_346, tax_minor=654)
PAID = TenderFigure(terminal_id="1-1", kind="card", card_name="girocard", count=9, amount_minor=10_000)
END = TerminalDay(terminal_id="1-1", at=1, succeeded=True, total_minor=10_000)


@pytest.mark.parametrize(
    ("lane", "vat", "paid", "end", "expected"),
    [
        (lane_day(), VAT, PAID, END, []),
        (lane_day(number_max=12), VAT, PAID, END, [("numbers", 2)]),
        (lane_day(), msgspec.structs.replace(VAT, gross_minor=9_999), PAID, END, [("taxes", -1)]),
        (
            lane_day(),
            VAT,
            msgspec.structs.replace(PAID, amount_minor=10_100),
            END,
            [("paid", 100), ("terminal", -100)],
        ),
        (lane_day(), VAT, PAID, msgspec.structs.replace(END, total_minor=9_000), [("terminal", -1_000)]),
        (lane_day(), VAT, PAID, msgspec.structs.replace(END, succeeded=False), [("terminal_failed", 0)]),
        (lane_day(), VAT, PAID, msgspec.structs.replace(END, total_minor=None), []),
    ],
)
def test_day_close_names_every_difference(
    lane: LaneDay, vat: VatFigure, paid: TenderFigure, end: TerminalDay, expected: list[tuple[str, int]]
) -> None:
    close = closing.close(names={"1-1": "Lane 1"}, lanes=[lane], vat=[vat], tenders=[paid], ends=[end])
    assert [(one.kind, one.amount_minor) for one in close.differences] == expected


def test_day_close_tells_cards_phones_stored_value_and_points_apart() -> None:
    paid = [
        msgspec.structs.replace(PAID, kind=kind, amount_minor=amount)
        for kind, amount in (
            ("card", 9_000),
            ("card", -400),
            ("wallet", 700),
            ("value", 500),
            ("points", 200),
        )
    ]
    close = closing.close(names={}, lanes=[lane_day()], vat=[VAT], tenders=paid, ends=[])
    (lane,) = close.lanes
    assert (lane.card_minor, lane.wallet_minor, lane.value_minor, lane.points_minor) == (8_600, 700, 500, 200)
    assert close.differences == ()


def test_day_close_adds_lanes_to_the_store() -> None:
    other = {"terminal_id": "1-2"}
    close = closing.close(
        names={},
        lanes=[lane_day(), lane_day(terminal_id="1-2", lane="Lane 2")],
        vat=[VAT, msgspec.structs.replace(VAT, **other)],
        tenders=[
            PAID,
            msgspec.structs.replace(PAID, **other),
            msgspec.structs.replace(PAID, kind="points", card_name="", amount_minor=0),
        ],
        ends=[],
    )
    assert [(one.rate_bp, one.gross_minor) for one in close.taxes] == [(700, 20_000)]
    assert next((one.card_name, one.count, one.amount_minor) for one in close.tenders) == (
        "girocard",
        18,
        20_000,
    )
    assert [one.lane for one in close.lanes] == ["Lane 1", "Lane 2"]


# --- what an offer would have done -------------------------------------------------------------------------


def with_offer(percent_bp: int) -> Terms:
    offer = {"id": "all", "name": "All", "derivation": [{"type": "percent", "percent_bp": percent_bp}]}
    return read_terms(msgspec.json.encode({"currency": "EUR", "offers": [offer]}), "EUR")


def test_preview_prices_each_basket_both_ways() -> None:
    lane = SealingLane("t1")
    sales = [lane.sale(4) for _ in range(5)]
    found = preview.compare(((one.id, one.body) for one in sales), no_terms("EUR"), with_offer(1000), "all")
    assert (found.looked_at, found.skipped, found.is_whole, found.used_in) == (5, 0, True, 5)
    assert found.difference_minor == -found.given_minor < 0
    assert found.changed_count == 5
    assert [one.difference_minor for one in found.changed] == sorted(
        one.difference_minor for one in found.changed
    )


def test_preview_of_what_changes_nothing_says_nothing() -> None:
    lane = SealingLane("t1")
    body = lane.sale(3)
    found = preview.compare([(body.id, body.body)], no_terms("EUR"), no_terms("EUR"), "all")
    assert (found.used_in, found.changed, found.difference_minor) == (0, (), 0)


def test_preview_skips_what_it_cannot_read_and_stops_in_time() -> None:
    lane = SealingLane("t1")
    body = lane.sale(3)
    found = preview.compare([("x", b"rubbish"), (body.id, body.body)], no_terms("EUR"), with_offer(1), "all")
    assert (found.looked_at, found.skipped) == (1, 1)
    stopped = preview.compare(
        [(body.id, body.body)], no_terms("EUR"), with_offer(1), "all", has_time=lambda: False
    )
    assert (stopped.looked_at, stopped.is_whole) == (0, False)
    other = preview.compare([(body.id, body.body)], no_terms("USD"), no_terms("USD"), "all")
    assert (other.looked_at, other.skipped) == (0, 1)


def test_basket_is_what_was_paid_for() -> None:
    lane = SealingLane("t1")
    started, first, second, *_ = lane.sale_events(2)
    assert isinstance(first, e.ItemAdded)
    unit = lane.seal(
        [
            started,
            first,
            second,
            e.QuantityChanged(line_id=1, quantity=3),
            e.ItemVoided(line_id=2),
            e.TransactionCancelled(reason="x"),
        ]
    )
    basket = preview.basket_of(unit.body)
    assert basket is not None
    assert [(line.line_id, line.quantity, line.product) for line in basket.lines] == [(1, 3, first.product)]
    assert preview.basket_of(lane.seal([e.LaneStarted(lane="t1", version="1")], "lane").body) is None


# --- words, risk, charts -----------------------------------------------------------------------------------


def test_events_of_a_journal_have_words() -> None:
    lane = SealingLane("t1")
    entries = envelope.open_body(lane.sale(2).body).unsealed()
    steps = story.steps(entries, Speech(write=lambda minor: f"{minor} cents"))
    assert next(one.event for one in steps) == "TransactionStarted"
    assert [one.text.format(**one.values) for one in steps][1].endswith(" added")
    idle = lane.seal([e.LaneStarted(lane="t1", version="2"), e.HelpCalled()], "lane")
    told = story.steps(envelope.open_body(idle.body).unsealed(), Speech(write=str))
    assert [one.text.format(**one.values) for one in told] == [
        "The lane started, version 2",
        "The shopper called for help",
    ]


def test_event_without_words_of_its_own_is_told_by_its_name() -> None:
    class NewThing(msgspec.Struct, frozen=True):
        pass

    assert story._say(NewThing(), {}, str).text == "New thing"  # type: ignore[arg-type]


def test_worst_loss_is_bounded_by_the_shops_own_policy() -> None:
    offline = {"value_max_minor": 400, "per_day": 2}
    points = {"spend": {"points": 100, "amount_minor": 50}, "offline_points_max": 300}
    raw = msgspec.json.encode({"currency": "EUR", "coupons": {"offline": offline}, "points": points})
    found = risk.worst(read_terms(raw, "EUR"), lanes=5)
    assert (found.coupons_minor, found.points_each, found.points_each_minor) == (4_000, 300, 150)
    assert risk.worst(no_terms("EUR"), lanes=5).points_each_minor == 0


@pytest.mark.parametrize("values", [[], [0], [1], [7, 0, 3], [10**9, 5]])
def test_chart_is_drawn_for_any_values(values: list[int]) -> None:
    slots = [Bar(label=f"<{value}>", value=value, ghost=value // 2) for value in values]
    drawn = str(bars(slots, str, 'a "name" & more'))
    assert drawn.count('class="slot"') == len(values)
    assert "<1>" not in drawn
    assert "style=" not in drawn
    assert (
        3 <= drawn.count('class="grid-line"') + drawn.count('class="axis"') <= 7 or max(values, default=0) < 4
    )
