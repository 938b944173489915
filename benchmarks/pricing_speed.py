"""How fast a scan is priced: 100 lines, 156 units, ten thousand live offers.

    python -m benchmarks.pricing_speed [--offers 10000]

Prints median, p99 and worst of every scan into the basket, for 20 offers that touch it and for 50 that all
overlap; the time to load and compile the offers; and the memory they take. Seeded: the same shop every time.
"""

import argparse
import gc
import random
import statistics
import sys
import time
import tracemalloc
from collections.abc import Sequence

import msgspec

from retail.promotions import offer as o
from retail.promotions.index import Book
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


def report(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    p99 = ordered[int(len(ordered) * 0.99)]
    print(
        f"{name:40} median {statistics.median(ordered):.1f} us  p99 {p99:.1f} us  worst {ordered[-1]:.1f} us"
    )


def run(name: str, units: Sequence[Unit], book: Book) -> None:
    times: list[float] = []
    for _ in range(ROUNDS):
        own, basket = scans(units, book)
        times += own
    report(name, times)
    quick = basket.price()
    is_final = quick.is_final
    start = time.perf_counter()
    final = basket.finish()
    print(
        f"{'':40} final {is_final}, {quick.goods_minor} -> {final.goods_minor} minor,"
        f" exact answer in {(time.perf_counter() - start) * 1000:.1f} ms"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing_speed", description=__doc__)
    parser.add_argument("--offers", type=int, default=10_000)
    count: int = parser.parse_args(arguments).offers
    units, offers = shop(count, 20, overlapping=False)
    data = msgspec.json.encode({"currency": "EUR", "offers": offers})
    gc.collect()
    start = time.perf_counter()
    book = Book(read_offers(data, "EUR"))
    print(f"load, check and compile {count} offers: {(time.perf_counter() - start) * 1000:.0f} ms")
    del book
    gc.collect()
    tracemalloc.start()
    book = Book(read_offers(data, "EUR"))
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"memory of {count} offers: {held / 1e6:.1f} MB held, {peak / 1e6:.1f} MB while loading")
    run(f"scan, {count} offers, 20 touch the basket", units, book)
    units, offers = shop(count, 50, overlapping=True)
    run(f"scan, {count} offers, 50 overlap", units, Book(offers))
    return 0


if __name__ == "__main__":
    sys.exit(main())
