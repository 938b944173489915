"""The command line: `exit-gate run CONFIG`, `exit-gate enrol CONFIG URL CODE`, `exit-gate open CONFIG`.

Source: docs/gate.md, "Commands".
"""

import argparse
import logging
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from gate.book import Book, BookError
from gate.door import Gate
from gate.relay.driver import SerialRelay
from gate.settings import Settings, SettingsError, load
from kiosk import __version__
from kiosk.scanner.hand import HandScanner, HandScannerProfile
from kiosk.sync import identity
from kiosk.sync.answers import Refused, Unreachable
from kiosk.sync.client import StoreClient, enrol
from retail.wire.gate import ExitAnswer

OK, FAILED, MISUSED = 0, 1, 2
NAME = "gate"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(prog="exit-gate", description="The exit gate of a shop.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("run", "read codes and open for purchases that are paid"),
        ("enrol", "make this gate one of a store service"),
        ("open", "open once, by hand: shows that the relay is wired"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("config", type=Path)
        if name == "enrol":
            command.add_argument("url")
            command.add_argument("code")
    chosen = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    try:
        settings = load(chosen.config)
        match chosen.command:
            case "run":
                return run(settings)
            case "enrol":
                return enrolled(settings, chosen.url, chosen.code)
            case _:
                return opened(settings)
    except (SettingsError, identity.IdentityError, BookError) as error:
        return _say(str(error), MISUSED)


def enrolled(settings: Settings, url: str, code: str) -> int:
    """Show the one-time code of the office's page of lanes; keep who this gate is."""
    answer, folder = enrol(url, code, NAME, __version__), Path(settings.folder)
    if isinstance(answer, Refused | Unreachable):
        return _say(f"the service does not take this gate: {answer}", FAILED)
    folder.mkdir(parents=True, exist_ok=True)
    identity.save(folder, answer[0])
    return _say(f"this gate is {answer[0].terminal_id} of store {answer[0].store_id}", OK)


def opened(settings: Settings) -> int:
    """Open once."""
    relay = SerialRelay(settings.relay.port, settings.relay.number)
    try:
        if not relay.open_for(settings.relay.open_s):
            return _say("the relay cannot be told to move", FAILED)
        threading.Event().wait(settings.relay.open_s)
    finally:
        relay.close()
    return OK


def run(settings: Settings) -> int:
    """Until it is told to end."""
    folder = Path(settings.folder)
    who = identity.load(folder)
    if who is None:
        return _say("this gate is of no store yet: exit-gate enrol CONFIG URL CODE", MISUSED)
    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    book, client = Book(folder), StoreClient(who)
    relay = SerialRelay(settings.relay.port, settings.relay.number)
    reader = settings.reader
    scanner = HandScanner(
        HandScannerProfile(
            kind=reader.kind,
            port=reader.port,
            baud=reader.baud,
            prefix=reader.prefix,
            suffix=reader.suffix,
            layout=reader.layout,
        )
    )
    gate = Gate(settings, client, relay, book, now_us=client.clock.now, tell=_told)
    relay.hold(False)
    gate.start()
    gate.due.set()
    scanner.start(gate)
    try:
        over.wait()
    finally:
        scanner.stop()
        gate.stop()
        relay.close()
        client.close()
    return OK


def _told(answer: ExitAnswer, words: str) -> None:
    """For whoever stands beside the gate's own screen or reads its log."""
    print(f"{'open' if answer.opens else 'shut'} {answer.reason or 'paid'} {words}".strip(), flush=True)


def _say(words: str, code: int) -> int:
    print(words, file=sys.stdout if code == OK else sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
