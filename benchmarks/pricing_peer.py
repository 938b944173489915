"""Our pricing engine beside django-oscar's offers engine: the same basket and offers, in one run.

    python -m benchmarks.pricing_peer [--offers 1000]

The peer prices the whole basket again after every scan, so its one figure stands beside two of ours: one more
scan, and the whole basket from nothing with every reason written out. It is set up generously (see
`django_oscar_offers.py`); the totals differ because its forms do (docs/offers.md, "Checking").
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks import django_oscar_offers
from benchmarks.figures import Row, table
from benchmarks.pricing_speed import LINES, UNITS, scans, shop
from retail.promotions.engine import price_basket
from retail.promotions.index import Book

ROUNDS = 5
PEER_ROUNDS = 3


class Figures(NamedTuple):
    offers: int
    scan_us: float
    basket_ms: float
    saving_minor: int
    peer_basket_ms: float | None
    peer_saving_minor: int
    peer_missing: str


def measure(count: int) -> Figures:
    units, offers = shop(count, 20, overlapping=False)
    book = Book(offers)
    scan_us: list[float] = []
    basket_ms: list[float] = []
    saving = 0
    for _ in range(ROUNDS):
        scan_us += scans(units, book)[0]
        start = time.perf_counter()
        saving = price_basket(units, book).saving_minor
        basket_ms.append((time.perf_counter() - start) * 1000)
    scan, basket = statistics.median(scan_us), statistics.median(basket_ms)
    missing = django_oscar_offers.missing()
    if missing:
        return Figures(count, scan, basket, saving, None, 0, missing)
    peer = django_oscar_offers.Peer(units, offers)
    peer_ms = statistics.median(peer.seconds() for _ in range(PEER_ROUNDS)) * 1000
    return Figures(count, scan, basket, saving, peer_ms, peer.saving_minor, "")


def rows(figures: Figures) -> list[Row]:
    """For the page of figures."""
    offers = f"{figures.offers:,} offers"
    made = [
        ("One more scan priced", f"{figures.scan_us:.0f} us", "", f"{LINES} lines, {UNITS} units, {offers}"),
        (
            "The whole basket from nothing, every reason written out",
            f"{figures.basket_ms:.1f} ms",
            "",
            f"saves {figures.saving_minor} minor units, the most there is",
        ),
    ]
    if figures.peer_basket_ms is None:
        return [*made, ("Peer: django-oscar, the same basket and offers", figures.peer_missing, "", "")]
    by_scan = figures.peer_basket_ms * 1000 / figures.scan_us
    by_basket = figures.peer_basket_ms / figures.basket_ms
    return [
        *made,
        (
            "Peer: django-oscar, the same basket and offers",
            f"{figures.peer_basket_ms:.0f} ms",
            "",
            f"at every scan; saves {figures.peer_saving_minor} minor units",
        ),
        (
            "How many times faster",
            f"{by_scan:,.0f} x a scan, {by_basket:,.0f} x a whole basket",
            "> 1,000 x a scan",
            "in the same run",
        ),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing_peer", description=__doc__)
    parser.add_argument("--offers", type=int, default=1000)
    print(table(rows(measure(parser.parse_args(arguments).offers))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
