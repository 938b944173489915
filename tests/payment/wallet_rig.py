"""A wallet driver and a simulated gateway on one loopback port, both fast, with a lane that listens."""

import threading
from pathlib import Path

import msgspec
from payment_rig import wait_for

from kiosk.devices import wallet as w
from kiosk.payment.wallet.driver import HttpWalletGateway
from kiosk.payment.wallet.profile import WalletProfile
from simulators.terminal.faults import Faults
from simulators.wallet_gateway.book import Book, Payer
from simulators.wallet_gateway.faults import FAULTS
from simulators.wallet_gateway.server import Gateway

ANSWER_S, SLOW_S = 0.25, 0.4


def fast_profile(url: str) -> WalletProfile:
    return WalletProfile(
        url=url,
        token="secret",
        connect_s=0.5,
        answer_s=ANSWER_S,
        poll_s=0.01,
        order_s=5.0,
        settle_s=3.0,
        retry_s=0.02,
        idle_s=5.0,
    )


class Lane:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.messages: list[w.WalletMessage] = []

    def said(self, message: w.WalletMessage) -> None:
        self.messages.append(message)

    def answers(self, order_number: str) -> list[w.WalletOutcome]:
        return [
            message.outcome
            for message in list(self.messages)
            if isinstance(message, w.WalletAnswer) and message.order_number == order_number
        ]

    def refunds(self, refund_id: str) -> list[w.WalletRefundOutcome]:
        return [
            message.outcome
            for message in list(self.messages)
            if isinstance(message, w.WalletRefundAnswer) and message.refund_id == refund_id
        ]

    def codes(self) -> list[str]:
        return [message.text for message in list(self.messages) if isinstance(message, w.WalletCodeReady)]

    def health(self) -> list[tuple[str, str]]:
        return [
            (message.condition.value, message.code)
            for message in list(self.messages)
            if isinstance(message, w.WalletHealth)
        ]


class WalletRig:
    """One lane, one driver, one gateway."""

    def __init__(self, folder: Path, certificate: Path | None = None, **profile: object) -> None:
        self.faults = Faults(FAULTS)
        self.book = Book(self.faults, folder / "book.json")
        self.gateway = Gateway(self.book, self.faults, token="secret", slow_s=SLOW_S, certificate=certificate)
        self._thread = threading.Thread(
            target=self.gateway.serve_forever, kwargs={"poll_interval": 0.01}, name="simulated gateway"
        )
        self._thread.start()
        self.lane = Lane()
        self.profile = msgspec.structs.replace(fast_profile(self.gateway.url), **profile)
        self.drivers: list[HttpWalletGateway] = []
        self._orders = 0
        self.driver = self.new_driver()

    def new_driver(self) -> HttpWalletGateway:
        """A new process: nothing is remembered."""
        driver = HttpWalletGateway(self.profile)
        self.drivers.append(driver)
        driver.start(self.lane)
        self.driver = driver
        return driver

    def restart_driver(self) -> None:
        self.driver.stop()
        self.new_driver()

    def request(self, amount_minor: int = 1234) -> w.WalletRequest:
        self._orders += 1
        return w.WalletRequest(
            order_number=f"L1-{self._orders:04d}", amount_minor=amount_minor, currency="EUR"
        )

    def create(self, request: w.WalletRequest, code: str = "") -> w.WalletOutcome:
        before = len(self.lane.answers(request.order_number))
        self.driver.create(request, code)
        return self.answer(request, before)

    def query(self, request: w.WalletRequest) -> w.WalletOutcome:
        before = len(self.lane.answers(request.order_number))
        self.driver.query(request)
        return self.answer(request, before)

    def answer(self, request: w.WalletRequest, before: int = 0) -> w.WalletOutcome:
        return wait_for(lambda: self.lane.answers(request.order_number)[before:], "answer")[0]

    def refund(self, refund: w.WalletRefund) -> w.WalletRefundOutcome:
        before = len(self.lane.refunds(refund.refund_id))
        self.driver.refund(refund)
        return wait_for(lambda: self.lane.refunds(refund.refund_id)[before:], "refund answer")[0]

    def next_payer(self, payer: Payer) -> None:
        self.book.next_payer = payer

    def close(self) -> None:
        for driver in self.drivers:
            driver.stop()
        self.gateway.end()
        self._thread.join(10)
