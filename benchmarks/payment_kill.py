"""Kill a lane at one step of a payment: around a commit, or right after what the commit led to was done.

Each line to the world is the lane's own, with somebody at the switch: the journal, the serial line to the
card terminal, the connections to the wallet gateway and to the store service, the screen.
"""

import os
import signal
import threading
from collections.abc import Callable, Sequence

import httpx

from kiosk.database.journal import Journal
from kiosk.payment.line import Transport
from retail.journal import events as e
from retail.journal.chain import Entry
from retail.wire.stored_value import VALUE_HOLD_PATH
from retail.wire.upload import PATH as UPLOAD_PATH

MOMENTS = ("before", "committed", "acted")
CAISSE_AP = "caisse-ap"
"""The mode of a lane with a French terminal."""
_ZVT_WRITES = {
    "PaymentRequested": (b"\x10\x02\x06\x01",),
    "PaymentResultStored": (b"\x10\x02\x80\x00", b"\x10\x02\x84"),
    "PaymentAsked": (b"\x10\x02\x06\x20",),
}
"""What goes to the terminal because of an event; events without a line of their own act on the screen."""
_CAISSE_AP_WRITES = {"PaymentRequested": (b"\x02",), "PaymentResultStored": (b"\x06",)}
_QUESTIONS = {
    "WalletRequested": ("PUT", "/"),
    "PaymentAsked": ("GET", "/"),
    "ValueAsked": ("POST", VALUE_HOLD_PATH),
    "TransactionClosed": ("POST", UPLOAD_PATH),
}
"""What goes to gateway or service because of an event: method, and how the path begins."""


class Killer:
    """Ends this process without a word at one step."""

    def __init__(self, step: str, moment: str, mode: str, *, asks: bool) -> None:
        """`asks`: what became of a payment is asked of a wallet gateway, not of a terminal."""
        self._writes = _CAISSE_AP_WRITES if mode == CAISSE_AP else _ZVT_WRITES
        self._step = step
        self._moment = moment
        self._acts = threading.Event()
        on_the_wire = step in self._writes or (step in _QUESTIONS and (asks or step != "PaymentAsked"))
        self._on_screen = not on_the_wire

    def append(self, names: set[str], store: Callable[[], tuple[Entry, ...]]) -> tuple[Entry, ...]:
        """Around a commit."""
        if self._step not in names:
            return store()
        self._kill_if("before")
        entries = store()
        self._kill_if("committed")
        self._acts.set()
        return entries

    def wrote(self, data: bytes) -> None:
        """After bytes went to the terminal."""
        starts = self._writes.get(self._step, ())
        if self._acts.is_set() and data.startswith(starts) and starts:
            self._kill_if("acted")

    def asked(self, method: str, path: str) -> None:
        """After gateway or service has answered, and before anybody knows what."""
        wanted = _QUESTIONS.get(self._step)
        if self._acts.is_set() and wanted and method == wanted[0] and path.startswith(wanted[1]):
            self._kill_if("acted")

    def showed(self) -> None:
        """After the screen was given something new."""
        if self._acts.is_set() and self._on_screen:
            self._kill_if("acted")

    def _kill_if(self, moment: str) -> None:
        if moment == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)


class KillingJournal(Journal):
    """The lane's own journal."""

    killer: Killer

    def append(self, events: Sequence[e.AnyEvent], at: str) -> tuple[Entry, ...]:
        names = {type(event).__name__ for event in events}
        return self.killer.append(names, lambda: super(KillingJournal, self).append(events, at))


class KillingLine:
    """The lane's own serial line."""

    def __init__(self, line: Transport, killer: Killer) -> None:
        self._line, self._killer = line, killer

    def read(self, timeout_s: float) -> bytes:
        return self._line.read(timeout_s)

    def write(self, data: bytes) -> None:
        self._line.write(data)
        self._killer.wrote(data)

    def close(self) -> None:
        self._line.close()


class KillingTransport(httpx.BaseTransport):
    """The lane's own connections to gateway or service. `loses`: answers about value get lost on the way."""

    def __init__(self, killer: Killer) -> None:
        self._real = httpx.HTTPTransport(verify=False)  # plain http on this machine
        self._killer = killer
        self.loses = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._real.handle_request(request)
        self._killer.asked(request.method, request.url.path)
        if self.loses and request.url.path == VALUE_HOLD_PATH:
            response.close()
            raise httpx.ReadTimeout("lost on the way", request=request)
        return response

    def close(self) -> None:
        self._real.close()
