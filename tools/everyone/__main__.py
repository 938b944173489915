"""`python -m tools.everyone --out DIR`: 0, all bought the same; 1, something was not so; 2, not started."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from simulators.control import ControlError
from simulators.fleet import FleetError, Stopped

from .page import page
from .serving import Served, serve
from .shoppers import EAR, EVERYONE, ON_THE_SCREEN, TOTAL_MINOR, Shopper

FINE, NOT_SO, NOT_RUN = 0, 1, 2
MARK = ".everyone"
"""In a folder that an earlier run made."""
TITLE = "Six shoppers, one basket"
TEXT = (
    "Each chose what suits them at the lane, as a shopper does, and bought the same six goods. The "
    "first five shopped one after the other at one running lane: each found its first "
    "screen as the first of all did."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Everyone, or some of them; the exit status."""
    parser = argparse.ArgumentParser(prog="make everyone", description="Six shoppers buy the same basket.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for pictures and page")
    names = [shopper.name for shopper in EVERYONE]
    parser.add_argument("--only", action="append", choices=names, help="only these shoppers")
    options = parser.parse_args(arguments)
    out: Path = options.out.absolute()
    chosen = [shopper for shopper in EVERYONE if shopper.name in (options.only or names)]
    try:
        _made_anew(out)
        served = run(chosen, out)
    except (FleetError, ControlError, OSError) as error:
        return _said(f"it could not be run: {error}", NOT_RUN)
    except Stopped as signal:
        return _said(f"stopped by {signal}", NOT_SO)
    mistakes = [f"{one.shopper.title}: {what}" for one in served for what in mistakes_of(one)]
    return _said("\n".join(mistakes) or f"all bought the same; look at {out / 'index.html'}", bool(mistakes))


def run(shoppers: Sequence[Shopper], out: Path) -> list[Served]:
    """Let them shop, and write the page. Raises `FleetError` if a lane does not start."""
    seeing = [shopper for shopper in shoppers if shopper in ON_THE_SCREEN]
    served = serve(seeing, out, out / "lane", _say) if seeing else []
    if EAR in shoppers:
        served += serve([EAR], out, out / "lane-by-ear", _say)
    heard = "".join(one.transcript.read_text(encoding="utf-8") for one in served if one.transcript)
    (out / "index.html").write_text(page(TITLE, TEXT, served, heard), encoding="utf-8")
    return served


def mistakes_of(one: Served) -> list[str]:
    """What is not as it must be with any of them."""
    mistakes = list(one.failures)
    if (one.total_minor, one.is_paid) != (TOTAL_MINOR, True):
        mistakes.append(f"{one.total_minor} {'paid' if one.is_paid else 'not paid'}, not {TOTAL_MINOR} paid")
    return mistakes


def _made_anew(out: Path) -> None:
    """An empty folder: what an earlier run left is removed. Raises OSError for somebody else's."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise FileExistsError(f"{out} holds something else: choose another OUT")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()


def _say(line: str) -> None:
    print(line, flush=True)


def _said(words: str, status: int) -> int:
    print(words, file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
