"""A lane in its own process, to be killed: starts one payment and prints each message as a line.

Run: `python payment_lane.py PORT STORE`. Results are stored in STORE before they are acknowledged, as a
journal would; the line `message:` names what came.
"""

import os
import sys
import time
from pathlib import Path

import msgspec
from payment_rig import fast_profile

from kiosk.devices.terminal import (
    PaymentAnswer,
    PaymentRequest,
    TerminalMessage,
    TerminalRegistered,
    TerminalResult,
)
from kiosk.payment.zvt.driver import ZvtTerminal


class Lane:
    def __init__(self, store: Path) -> None:
        self.store = store
        self.registered = False
        self.answered = False

    def said(self, message: TerminalMessage) -> None:
        self.registered |= isinstance(message, TerminalRegistered)
        self.answered |= isinstance(message, PaymentAnswer)
        print(f"{type(message).__name__}: {message}", flush=True)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        print("keep", flush=True)
        new = self.store.with_suffix(".new")
        with new.open("wb") as file:
            file.write(msgspec.json.encode(result))
            os.fsync(file.fileno())
        new.replace(self.store)
        print("kept", flush=True)
        return True


def main() -> None:
    lane = Lane(Path(sys.argv[2]))
    driver = ZvtTerminal(fast_profile(Path(sys.argv[1])))
    driver.start(lane)
    while not lane.registered:
        time.sleep(0.005)
    driver.authorise(PaymentRequest(attempt_id="a1", amount_minor=1234, currency="EUR"), None)
    while not lane.answered:
        time.sleep(0.005)
    driver.stop()


if __name__ == "__main__":
    main()
