"""`python -m simulators.wallet_gateway`: a wallet gateway on a TCP port, steered over a socket."""

import argparse
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from simulators.control import ControlError, ControlServer
from simulators.terminal.faults import Faults
from simulators.wallet_gateway.book import Book, Payer
from simulators.wallet_gateway.faults import FAULTS
from simulators.wallet_gateway.server import Gateway


def parse(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.wallet_gateway",
        description="A gateway for QR wallets, over HTTP on this machine.",
        epilog='Control: one JSON object per line, e.g. {"do": "payer", "what": "decline"}, '
        '{"do": "ledger"}, '
        '{"do": "status"}, {"do": "fault", "name": "lost_reply"}, {"do": "behave"}. '
        "Faults: " + ", ".join(FAULTS) + ".",
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one; `status` tells the address")
    parser.add_argument("--control", type=Path, help="Unix socket for steering")
    parser.add_argument("--ledger", type=Path, help="file that keeps orders and money across restarts")
    parser.add_argument("--token", default="", help="what lanes have to show")
    parser.add_argument("--certificate", type=Path, help="PEM file with certificate and key: serve HTTPS")
    parser.add_argument("--slow", type=float, default=20.0, metavar="SECONDS", help="longer than lanes wait")
    return parser.parse_args(arguments)


def handle(gateway: Gateway, request: dict[str, Any]) -> dict[str, Any]:
    """Answer one control request."""
    match request:
        case {"do": "payer", "what": str(what)}:
            payers = {payer.value: payer for payer in Payer}
            if what not in payers:
                raise ControlError(f"a payer does one of: {', '.join(payers)}")
            gateway.book.next_payer = payers[what]
            return {}
        case {"do": "ledger"}:
            return {"ledger": gateway.book.rows()}
        case {"do": "status"}:
            return {
                "url": gateway.url,
                "next_payer": gateway.book.next_payer.value,
                "faults": gateway.faults.armed(),
            }
        case {"do": "fault", "name": str(name)}:
            if name not in FAULTS:
                raise ControlError(f"a fault is one of: {', '.join(FAULTS)}")
            gateway.faults.arm(name)
            return {}
        case {"do": "behave"}:
            gateway.faults.clear()
            return {}
        case _:
            raise ControlError("not understood: payer, ledger, status, fault or behave")


def main(arguments: list[str]) -> int:
    """Run until SIGTERM or SIGINT."""
    options = parse(arguments)
    faults = Faults(FAULTS)
    gateway = Gateway(
        Book(faults, options.ledger),
        faults,
        port=options.port,
        token=options.token,
        slow_s=options.slow,
        certificate=options.certificate,
    )
    thread = threading.Thread(target=gateway.serve_forever, name="gateway")
    thread.start()
    server = None
    if options.control is not None:
        server = ControlServer(options.control, lambda request: handle(gateway, request))
    wanted = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: wanted.set())
    wanted.wait()
    if server is not None:
        server.close()
    gateway.end()
    thread.join()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
