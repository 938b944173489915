"""`python -m simulators.caisse_ap`: a French card terminal on a pty or a TCP port, steered over a socket."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Any

from simulators.caisse_ap.faults import FAULTS, NETWORK_FAULTS
from simulators.caisse_ap.network import NetworkTerminal
from simulators.caisse_ap.terminal import CaisseApTerminal, Card, Timing
from simulators.control import ControlError, ControlServer
from simulators.terminal.ledger import Ledger
from simulators.terminal.wire import PtyWire


def parse(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.caisse_ap",
        description="A Caisse-AP card terminal on a pseudo terminal or a TCP port.",
        epilog='Control: one JSON object per line, e.g. {"do": "card", "what": "decline"}, '
        '{"do": "ledger"}, {"do": "status"}, {"do": "fault", "name": "nak_once"}, {"do": "behave"}. '
        "Faults: " + ", ".join(FAULTS) + "; in the network: " + ", ".join(NETWORK_FAULTS) + ".",
    )
    line = parser.add_mutually_exclusive_group(required=True)
    line.add_argument("--link", type=Path, help="stable name of the serial line to create")
    line.add_argument("--tcp", type=int, metavar="PORT", help="port to listen on, 8888 on real terminals")
    parser.add_argument("--control", type=Path, help="Unix socket for steering")
    parser.add_argument("--ledger", type=Path, help="file that keeps the ledger across restarts")
    parser.add_argument("--pace", action=argparse.BooleanOptionalAction, default=True, help="9600 baud")
    parser.add_argument("--speed", type=float, default=1.0, help="divide all waiting times by this")
    found = parser.parse_args(arguments)
    if found.speed <= 0:
        parser.error("--speed must be above zero")
    return found


def handle(terminal: CaisseApTerminal | NetworkTerminal, request: dict[str, Any]) -> dict[str, Any]:
    """Answer one control request."""
    match request:
        case {"do": "card", "what": str(what)}:
            cards = {card.value: card for card in Card}
            if what not in cards:
                raise ControlError(f"a card does one of: {', '.join(cards)}")
            terminal.present_card(cards[what])
            return {}
        case {"do": "ledger"}:
            return {"ledger": terminal.ledger.rows()}
        case {"do": "status"}:
            return terminal.state()
        case {"do": "fault", "name": str(name)}:
            known = NETWORK_FAULTS if isinstance(terminal, NetworkTerminal) else FAULTS
            if name not in known:
                raise ControlError(f"a fault is one of: {', '.join(known)}")
            terminal.faults.arm(name)
            return {}
        case {"do": "behave"}:
            terminal.faults.clear()
            return {}
        case _:
            raise ControlError("not understood: card, ledger, status, fault or behave")


def main(arguments: list[str]) -> int:
    """Run until SIGTERM or SIGINT."""
    options = parse(arguments)
    ledger, timing = Ledger(options.ledger), Timing().faster(options.speed)
    terminal: CaisseApTerminal | NetworkTerminal
    if options.link is None:
        terminal = NetworkTerminal(options.tcp, ledger, timing)
    else:
        terminal = CaisseApTerminal(PtyWire(options.link, paced=options.pace), ledger, timing)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: terminal.stop())
    server = None
    if options.control is not None:
        server = ControlServer(options.control, lambda request: handle(terminal, request))
    try:
        terminal.run()
    finally:
        if server is not None:
            server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
