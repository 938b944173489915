"""How fast a scan is priced: 100 lines, 156 units, ten thousand live offers.

    python -m benchmarks.pricing_speed [--offers 10000]

Prints median and p99 of every scan into the basket, for 20 offers that touch it and for 50 that all overlap,
and how long the final, proved price takes then; hints; the time to load and compile the offers, and the
memory they take. Seeded: the same shop every time.
"""

import argparse
import gc
import random
import sys
import time
import tracemalloc
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from benchmarks.figures import Row, quantile, table
from retail.promotions import offer as o
from retail.promotions.index import Book
from retail.promotions.reasons import hints
from retail.promotions.session import OpenBasket
from retail.promotions.units import Item, Unit
from retail.promotions.validate import read_offers

LINES = 100
UNITS = 156
ROUNDS = 5
SEED = 20260101


def form(rng: random.Random, of: o.Selector, other: o.Selector) -> o.Derivation:
    """One of the forms a grocery shop uses, as often as it uses it."""
    match rng.choices(range(7), (30, 20, 20, 10, 8, 7, 5))[0]:
        case 0:
            return o.Percent(percent_bp=rng.choice((1000, 1500, 2000, 2500)), of=of)
        case 1:
            return o.GroupPrice(quantity=rng.choice((2, 3)), price_minor=rng.randint(150, 900), of=of)
        case 2:
            return o.NthUnit(quantity=rng.choice((2, 3, 4)), percent_bp=rng.choice((5000, 10000)), of=of)
        case 3:
            return o.AmountEach(amount_minor=rng.randint(10, 80), of=of)
        case 4:
            return o.BuyGet(buy_quantity=1, buy=of, get=other, percent_bp=5000)
        case 5:
            return o.NewPrice(price_minor=rng.randint(50, 300), of=of)
        case _:
            return o.Bundle(slots=(o.Slot(of=of), o.Slot(of=other)), price_minor=rng.randint(200, 700))


def families(rng: random.Random, overlapping: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two neighbouring product families; overlapping offers take their products from anywhere."""
    if overlapping:
        picked = [f"item-{at}" for at in rng.sample(range(LINES), 15)]
        return tuple(picked[:12]), tuple(picked[12:])
    start, size = rng.randrange(LINES - 8), rng.randint(1, 5)
    names = [f"item-{at}" for at in range(start, start + 8)]
    return tuple(names[:size]), tuple(names[size : size + 2])


def shop(count: int, touching: int, overlapping: bool) -> tuple[list[Unit], list[o.Offer]]:
    rng = random.Random(SEED)
    items = [Item(id=f"item-{at}", price_minor=rng.randint(49, 999)) for at in range(LINES)]
    bought = items + [rng.choice(items) for _ in range(UNITS - LINES)]
    rng.shuffle(bought)
    units = [Unit(id=number, item=item) for number, item in enumerate(bought)]
    offers = []
    for number in range(count):
        if number < touching:
            ids, others = families(rng, overlapping)
        else:
            ids = tuple(f"other-{rng.randrange(50_000)}" for _ in range(5))
            others = tuple(f"other-{rng.randrange(50_000)}" for _ in range(3))
        derivation = form(rng, o.Selector(ids=ids), o.Selector(ids=others))
        offers.append(o.Offer(id=f"offer-{number}", derivation=(derivation,)))
    offers.append(
        o.Offer(
            id="spend-and-save",
            layer="basket",
            eligibility=(o.MinSpend(amount_minor=5000),),
            derivation=(o.Amount(amount_minor=500),),
        )
    )
    return units, offers


def scans(units: Sequence[Unit], book: Book) -> tuple[list[float], OpenBasket]:
    """Microseconds of every scan."""
    basket = OpenBasket(book)
    times = []
    for unit in units:
        start = time.perf_counter_ns()
        basket.add(unit)
        total = basket.total()
        times.append((time.perf_counter_ns() - start) / 1000)
        assert total >= 0
    return times, basket


class Scans(NamedTuple):
    """Filling the basket, several times over."""

    scan_us: list[float]
    hints_us: list[float]
    """Asking for hints after each scan."""
    shown_minor: int
    """The goods' price after the last scan."""
    final_minor: int
    finish_ms: list[float]
    """From the last scan's answer to a finished one."""
    is_exact: bool


class Figures(NamedTuple):
    """Everything measured."""

    offers: int
    load_ms: float
    held_mb: float
    few: Scans
    """20 offers touch the basket."""
    crowded: Scans
    """50 offers that all overlap."""


def run(units: Sequence[Unit], book: Book) -> Scans:
    scan_us: list[float] = []
    hints_us: list[float] = []
    finish_ms: list[float] = []
    shown = final = 0
    is_exact = True
    for _ in range(ROUNDS):
        times, basket = scans(units, book)
        scan_us += times
        quick = basket.price()
        start = time.perf_counter()
        priced = basket.finish()
        finish_ms.append((time.perf_counter() - start) * 1000)
        shown, final, is_exact = quick.goods_minor, priced.goods_minor, is_exact and priced.is_exact
    basket = OpenBasket(book)
    for unit in units:
        basket.add(unit)
        basket.price()
        start_ns = time.perf_counter_ns()
        hints(basket)
        hints_us.append((time.perf_counter_ns() - start_ns) / 1000)
    return Scans(scan_us, hints_us, shown, final, finish_ms, is_exact)


def measure(count: int) -> Figures:
    units, offers = shop(count, 20, overlapping=False)
    data = msgspec.json.encode({"currency": "EUR", "offers": offers})
    gc.collect()
    start = time.perf_counter()
    book = Book(read_offers(data, "EUR"))
    load_ms = (time.perf_counter() - start) * 1000
    del book
    gc.collect()
    tracemalloc.start()
    book = Book(read_offers(data, "EUR"))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    few = run(units, book)
    units, offers = shop(count, 50, overlapping=True)
    return Figures(count, load_ms, held / 1e6, few, run(units, Book(offers)))


def rows(figures: Figures) -> list[Row]:
    """For the page of figures."""
    few, crowded = figures.few, figures.crowded
    offers = f"{figures.offers:,} live offers"
    proof = "proved the best" if crowded.is_exact else "not proved"
    return [
        (
            "A scan priced, 20 offers touch the basket",
            _times(few.scan_us),
            "median ≤ 100 us, p99 ≤ 1 ms",
            f"{LINES} lines, {UNITS} units, {offers}",
        ),
        (
            "A scan priced, 50 offers all overlap",
            _times(crowded.scan_us),
            "p99 ≤ 5 ms",
            "a valid price at once",
        ),
        (
            "The final price of that basket",
            f"{quantile(crowded.finish_ms, 0.5):.0f} ms median, {max(crowded.finish_ms):.0f} ms worst",
            "≤ 200 ms",
            f"{proof}: {crowded.shown_minor} → {crowded.final_minor} minor units",
        ),
        (
            "Hints after a scan, 20 offers touch the basket",
            _times(few.hints_us),
            "≤ 2 ms",
            "with what saves more",
        ),
        ("Loading, checking and compiling the offers", f"{figures.load_ms:.0f} ms", "≤ 1 s", offers),
        ("Memory they hold", f"{figures.held_mb:.1f} MB", "≤ 50 MB", offers),
    ]


def _times(values: Sequence[float]) -> str:
    return f"{quantile(values, 0.5):.0f} us median, {quantile(values, 0.99):.0f} us p99"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing_speed", description=__doc__)
    parser.add_argument("--offers", type=int, default=10_000)
    print(table(rows(measure(parser.parse_args(arguments).offers))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
