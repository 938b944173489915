"""`make bench`: measure the lane and the prices, write docs/benchmarks.md with the machine and the date.

What the scanner reads (`benchmarks.scanner_read_rate`) is added when its photographs are at hand.
"""

import argparse
import datetime
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import lane_latency, pricing_peer, pricing_speed
from benchmarks.figures import machine, table

PAGE = Path("docs/benchmarks.md")
PHOTOS = Path(__file__).resolve().parents[2] / "shared" / "data" / "barcode"
SCANNER_SAMPLE = 120
SCANNER_TIMEOUT_S = 1800
PRICING_OFFERS = 10_000
PEER_OFFERS = 1_000

_INTRODUCTION = """\
# Figures

Written by `make bench`; run it to measure your own machine. Nothing here is a test: what is slow does not
fail, it shows. Goals are the project's own.

"""
_LANE = """\
## The lane

The real lane as its own process, screen 1080x1920 painted by the processor, simulated devices beside it on
the same machine, camera 1280x720. Times are the lane's own: from the moment a frame left the camera driver
to the moment the picture with the new line was on the screen, the durable commit in between included.

"""
_PRICING = """\
## Prices

A scan into a basket of 100 lines with ten thousand live offers (`python -m benchmarks.pricing_speed`), and
the offers engine of django-oscar on the same basket and a thousand offers, in the same run
(`python -m benchmarks.pricing_peer`).

"""
_SCANNER = """\
## The scanner

Photographs nobody retouched, from open test collections, in a 1280x720 frame; the libraries alone beside our
whole cascade (`python -m benchmarks.scanner_read_rate`).

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write the page."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, parents=[lane_latency.parser()], add_help=False
    )
    made.add_argument("--page", type=Path, default=PAGE, help="where to write (default: %(default)s)")
    made.add_argument("--no-scanner", action="store_true", help="leave out the photographs")
    made.add_argument("--no-pricing", action="store_true", help="leave out the prices")
    options = made.parse_args(arguments)
    load = os.getloadavg()[0]
    lane = lane_latency.table(lane_latency.run(options))
    when = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    page = f"{_INTRODUCTION}{when}: {machine()}. Load before the run: {load:.1f}.\n\n{_LANE}{lane}\n"
    if not options.no_pricing:
        page += f"\n{_PRICING}{_pricing()}\n"
    if not options.no_scanner and PHOTOS.is_dir():
        page += f"\n{_SCANNER}```\n{_scanner().rstrip()}\n```\n"
    options.page.parent.mkdir(parents=True, exist_ok=True)
    options.page.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _pricing() -> str:
    own = pricing_speed.rows(pricing_speed.measure(PRICING_OFFERS))
    beside = pricing_peer.rows(pricing_peer.measure(PEER_OFFERS))
    return f"{table(own)}\n\n{table(beside)}"


def _scanner() -> str:
    command = [sys.executable, "-m", "benchmarks.scanner_read_rate", "--sample", str(SCANNER_SAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SCANNER_TIMEOUT_S, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
