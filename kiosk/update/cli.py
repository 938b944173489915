"""`kiosk-update`: keeps a lane's program up to date, beside the lane and apart from it. docs/updates.md.

    kiosk-update run        look every half hour, in the background
    kiosk-update check      look once
    kiosk-update status     what is in use, what waits, what failed
    kiosk-update switch     for whoever stands at a lane that is stopped: start the waiting release next
    kiosk-update forgive    let a release that failed here be tried again

Exit codes: 0 done, 1 stuck (standard error says why), 2 wrong command line or settings.
"""

import argparse
import logging
import random
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk.update import config, fetch, status
from kiosk.update.config import Config
from kiosk.update.errors import UpdateError, Why
from kiosk.update.house import House
from kiosk.update.status import State, Status
from kiosk.update.updater import Updater

OK, FAILED, MISUSED = 0, 1, 2
CONFIRM_EVERY_S = 10.0
"""How often a release on trial is asked whether it is well."""
JITTER = 0.2
"""Three hundred lanes do not ask in the same second."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code."""
    options = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stderr)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        return int(options.run(config.load(options.config), options))
    except UpdateError as error:
        print(f"kiosk-update: {error}", file=sys.stderr)
        return MISUSED if error.why is Why.SETTINGS else FAILED
    except OSError as error:
        print(f"kiosk-update: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk-update", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--config", type=Path, default=config.FILE, help=f"settings (default {config.FILE})")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    commands.add_parser("run", help="look every half hour").set_defaults(run=_run)
    commands.add_parser("check", help="look once").set_defaults(run=_check)
    shown = commands.add_parser("status", help="what is in use, what waits, what failed")
    shown.add_argument("--json", action="store_true", help="as one JSON object")
    shown.set_defaults(run=_status)
    commands.add_parser("switch", help="start the waiting release next").set_defaults(run=_switch)
    forgive = commands.add_parser("forgive", help="let a release that failed here be tried again")
    forgive.add_argument("version", metavar="VERSION")
    forgive.set_defaults(run=_forgive)
    return parser


def _check(settings: Config, _options: argparse.Namespace) -> int:
    with fetch.client(settings.authority) as http:
        found = Updater(settings.plan(), http).round()
    print(_told(found))
    return FAILED if found.state is State.STUCK else OK


def _run(settings: Config, _options: argparse.Namespace) -> int:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    plan = settings.plan()
    begun_with = plan.house.named("current")
    with fetch.client(settings.authority) as http:
        updater = Updater(plan, http)
        while not stop.is_set() and not is_overtaken(plan.house, begun_with):
            updater.round()
            left_s = settings.every_s * random.uniform(1 - JITTER, 1 + JITTER)
            while left_s > 0 and not stop.wait(min(CONFIRM_EVERY_S, left_s)):
                left_s -= CONFIRM_EVERY_S
                updater.confirm()
                if is_overtaken(plan.house, begun_with):
                    break
    return OK


def is_overtaken(house: House, begun_with: str | None) -> bool:
    """Whether another release is in use and well: its own updater takes over, started by the service manager.

    While it is on trial the updater that brought it stays: it is known to work.
    """
    return house.named("current") != begun_with and not house.is_on_trial()


def _status(settings: Config, options: argparse.Namespace) -> int:
    found = status.read(settings.plan().house.state)
    if found is None:
        print("kiosk-update: nothing has been looked for yet", file=sys.stderr)
        return FAILED
    print(msgspec.json.encode(found).decode() if options.json else _told(found))
    return OK


def _switch(settings: Config, _options: argparse.Namespace) -> int:
    plan = settings.plan()
    waiting = plan.house.named("next")
    if waiting is None or plan.house.is_on_trial():
        print("kiosk-update: no release is waiting", file=sys.stderr)
        return FAILED
    plan.door.allow_switch(waiting)
    print(f"{waiting} starts the next time the lane is started.")
    return OK


def _forgive(settings: Config, options: argparse.Namespace) -> int:
    house = settings.plan().house
    if options.version not in house.condemned() or not house.forgive(options.version):
        print(f"kiosk-update: {options.version} did not fail here", file=sys.stderr)
        return FAILED
    print(f"{options.version} may be tried again.")
    return OK


def _told(found: Status) -> str:
    lines = [
        f"{found.state.value.replace('_', ' ')}: {found.current or 'nothing'} is in use, ring {found.ring}",
        f"  to go back to   {found.previous or 'nothing'}",
        f"  waiting         {found.next or 'nothing'}",
        f"  failed here     {', '.join(found.condemned) or 'nothing'}",
        f"  looked at       {found.checked_at}",
    ]
    if found.why is not None:
        lines.append(f"  {found.why.value}: {found.text}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
