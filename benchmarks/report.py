"""`make bench`: measure lane, prices and store service; write their pages with machine and date.

What the scanner reads (`benchmarks.scan`) is added when its photographs are at hand.
"""

import argparse
import datetime
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import lane_latency, pricing_peer, pricing_speed
from benchmarks.figures import machine, table

LANE_PAGE, STORE_PAGE = Path("docs/benchmarks.md"), Path("docs/benchmarks-store.md")
ATTENDED_PAGE = Path("docs/benchmarks-attended.md")
SHOPPERS = 2_000
PHOTOS = Path(__file__).resolve().parents[2] / "shared" / "data" / "barcode"
SCANNER_SAMPLE = 120
TIMEOUT_S = 1800
STORE_MODULES = ("store_ingest", "store_catalogue", "store_live")
FAULT_SEEDS = 1_000
PRICING_OFFERS = 10_000
PEER_OFFERS = 1_000

_WORDS = """\
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
whole cascade (`python -m benchmarks.scan`).

"""


_STORE = """\
## The store service

Load generator, service and database share this machine. Sales on their way up (`benchmarks.store_ingest`), a
million goods on their way down (`benchmarks.store_catalogue`), one alert to a thousand browsers
(`benchmarks.store_live`).

"""
_STATION = """\
## The attendant station

A hundred lanes with their signed lines, three stations that do what the page does: from an alert, with its
picture, to the block of the last station that shows it (*visible*), and from the touch to the lane that hears
the decision (*continues*); then the same at the shop's own hub without the service (`benchmarks.station`).

"""
_FAULTS = """\
## Nothing lost, nothing doubled

Lanes and a service with everything failing between them (`python -m benchmarks.sync_faults`): requests and
answers lost, late and twice, services killed in a batch and restored from a backup, lanes without power, with
a full disk, and with an old disk. The line is the run's own.

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write the pages."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, parents=[lane_latency.parser()], add_help=False
    )
    made.add_argument(
        "--only", choices=("lane", "store", "attended", "screens"), help="one of the four pages"
    )
    made.add_argument("--no-scanner", action="store_true", help="leave out the photographs")
    made.add_argument("--no-pricing", action="store_true", help="leave out the prices")
    made.add_argument(
        "--fault-seeds", type=int, default=FAULT_SEEDS, help="of the fault run (default: %(default)s)"
    )
    options = made.parse_args(arguments)
    if options.only in (None, "lane"):
        _write(LANE_PAGE, _introduction("Figures of the lane"), *_lane_parts(options))
    if options.only in (None, "store"):
        _write(STORE_PAGE, _introduction("Figures of the store service"), *_store_parts(options))
    if options.only in (None, "attended"):  # it writes its own page
        day = ("--seed", "1", "--shoppers", str(SHOPPERS), "--write", str(ATTENDED_PAGE))
        print(_printed("store_day", *day))
    if options.only in (None, "screens"):  # it writes its own page
        print(_printed("screens", "--write"))
    return 0


def _introduction(title: str) -> str:
    when = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return f"# {title}\n\n{_WORDS}\n{when}: {machine()}. Load before the run: {os.getloadavg()[0]:.1f}.\n"


def _lane_parts(options: argparse.Namespace) -> Iterator[str]:
    yield _LANE + lane_latency.table(lane_latency.run(options)) + "\n"
    if not options.no_pricing:
        yield f"{_PRICING}{_pricing()}\n"
    if not options.no_scanner and PHOTOS.is_dir():
        yield f"{_SCANNER}{_printed('scan', str(PHOTOS / 'manifest.tsv'), '--sample', str(SCANNER_SAMPLE))}\n"


def _store_parts(options: argparse.Namespace) -> Iterator[str]:
    yield _STORE + "\n\n".join(_printed(module) for module in STORE_MODULES) + "\n"
    yield f"{_STATION}{_printed('station')}\n\n{_printed('station', '--hub')}\n"
    yield f"{_FAULTS}{_printed('sync_faults', '--seeds', str(options.fault_seeds))}\n"


def _write(page: Path, *parts: str) -> None:
    text = "\n".join(parts)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    print(text)


def _pricing() -> str:
    own = pricing_speed.rows(pricing_speed.measure(PRICING_OFFERS))
    beside = pricing_peer.rows(pricing_peer.measure(PEER_OFFERS))
    return f"{table(own)}\n\n{table(beside)}"


def _printed(module: str, *arguments: str) -> str:
    """What another measurement prints, run in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S, check=True)
    return f"```\n{done.stdout.strip()}\n```"


if __name__ == "__main__":
    sys.exit(main())
