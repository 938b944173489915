"""A lane in its own process, to be killed: starts one wallet payment and prints each message as a line.

Run: `python wallet_lane.py URL`. The order's number is all that a journal would have kept.
"""

import sys
import time

from wallet_rig import fast_profile

from kiosk.devices import wallet as w
from kiosk.payment.wallet.driver import HttpWalletGateway

ORDER = w.WalletRequest(order_number="L1-0001", amount_minor=1234, currency="EUR")


class Lane:
    def __init__(self) -> None:
        self.answered = False

    def said(self, message: w.WalletMessage) -> None:
        self.answered |= isinstance(message, w.WalletAnswer)
        print(f"{type(message).__name__}: {message}", flush=True)


def main() -> None:
    lane = Lane()
    driver = HttpWalletGateway(fast_profile(sys.argv[1]))
    driver.start(lane)
    print("created", flush=True)
    driver.create(ORDER)
    while not lane.answered:
        time.sleep(0.005)
    driver.stop()


if __name__ == "__main__":
    main()
