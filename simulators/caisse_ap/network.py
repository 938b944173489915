"""The same terminal in the network: a connection for each payment, one text each way."""

import contextlib
import socket
import threading
import time

import msgspec

from kiosk.payment.caisse_ap_ip.codec import (
    DEBIT,
    DONE,
    NOT_DONE,
    PROTOCOL_ID,
    VERSION,
    ProtocolError,
    Request,
    decode_request,
    join,
)
from simulators.caisse_ap.faults import NETWORK_FAULTS
from simulators.caisse_ap.terminal import WRONG_AMOUNT_MINOR, Card, Timing
from simulators.terminal.faults import Faults
from simulators.terminal.ledger import Ledger

LOOK_S = 0.05
READ_MAX = 4096
GAP_S = 0.05
MASKED, WHOLE = "497301######1234", "4111111111111111"


class NetworkTerminal:
    """Listens on one port. `run` is its life; the rest may be called from other threads."""

    def __init__(
        self, port: int, ledger: Ledger, timing: Timing | None = None, faults: Faults | None = None
    ) -> None:
        self.ledger = ledger
        self.faults = faults or Faults(NETWORK_FAULTS)
        self.requests: list[Request] = []
        """What registers asked for, for tests."""
        self._timing = timing or Timing()
        self._stopping = threading.Event()
        self._next_card = Card.APPROVE
        self._busy = False
        self._listener = socket.create_server(("127.0.0.1", port))
        self._listener.settimeout(LOOK_S)
        self.port = self._listener.getsockname()[1]

    def present_card(self, card: Card) -> None:
        """What the next payment comes to; afterwards it is "approve" again."""
        self._next_card = card

    def state(self) -> dict[str, object]:
        """For the control channel."""
        return {
            "busy": self._busy,
            "plugged": True,
            "next_card": self._next_card.value,
            "faults": self.faults.armed(),
        }

    def stop(self) -> None:
        """End `run`."""
        self._stopping.set()

    def run(self) -> None:
        """Take connections until stopped."""
        with self._listener:
            while not self._stopping.is_set():
                with contextlib.suppress(TimeoutError, OSError):
                    register, _ = self._listener.accept()
                    with register:
                        self._serve(register)

    def _serve(self, register: socket.socket) -> None:
        register.settimeout(LOOK_S)
        raw = self._read(register)
        if not raw:
            return
        if self.faults.take("hang_up"):
            return
        try:
            request = decode_request(raw)
        except ProtocolError:
            register.sendall(join({"CZ": VERSION, "AE": NOT_DONE, "AF": "09"}))
            return
        self.requests.append(request)
        self._busy = True
        self._pay(register, request)
        self._busy = False

    def _read(self, register: socket.socket) -> bytes:
        raw = b""
        while not self._stopping.is_set():
            try:
                piece = register.recv(READ_MAX)
            except TimeoutError:
                if raw:
                    return raw
                continue
            if not piece:
                return raw
            raw += piece
        return b""

    def _pay(self, register: socket.socket, request: Request) -> None:
        card, self._next_card = self._next_card, Card.APPROVE
        self._stopping.wait(self._timing.card_s)
        if card is Card.SILENT:
            self._stopping.wait(self._timing.unplugged_s)
            return
        if card in (Card.DECLINE, Card.CANCEL):
            reason = "04" if card is Card.DECLINE else "11"
            self._tell(register, self._fields(request) | {"AE": NOT_DONE, "AF": reason})
            return
        if card is Card.WRONG_AMOUNT:
            request = msgspec.structs.replace(request, amount_minor=request.amount_minor + WRONG_AMOUNT_MINOR)
        kind = "charge" if request.kind == DEBIT else "refund"
        self.ledger.book(kind, request.amount_minor, *self.ledger.numbers())
        if self.faults.take("charge_untold"):
            return
        done = {"AE": DONE, "CC": "00B", "CI": "2", "AC": "123456", "AA": MASKED, "AB": "2912"}
        done |= {"AI": "A0000000421010", "CF": "1010000000", "CG": "424242"}
        self._tell(register, self._distort(self._fields(request) | done))

    def _fields(self, request: Request) -> dict[str, str]:
        return {
            "CZ": VERSION,
            "CJ": PROTOCOL_ID,
            "CA": request.pos,
            "CE": f"{request.currency:03d}",
            "CD": request.kind,
            "CB": f"{request.amount_minor:012d}",
        }

    def _distort(self, fields: dict[str, str]) -> dict[str, str]:
        changes = {
            "wrong_currency": {"CE": "840"},
            "other_register": {"CA": "99"},
            "opposite": {"CD": "1" if fields["CD"] == DEBIT else "0"},
            "odd_status": {"AE": "55"},
            "contradiction": {"AE": NOT_DONE, "AF": "01"},
            "whole_number": {"AA": WHOLE, "AC": WHOLE, "AI": WHOLE, "CG": WHOLE},
        }
        for fault, change in changes.items():
            if self.faults.take(fault):
                fields = fields | change
        return fields

    def _tell(self, register: socket.socket, fields: dict[str, str]) -> None:
        raw = join(fields)
        if self.faults.take("cut_answer"):
            raw = raw[:-3]
        if self.faults.take("garbage"):
            raw = b"\xff\x00" + raw
        step = 1 if self.faults.take("byte_by_byte") else len(raw)
        with contextlib.suppress(OSError):  # the register may have gone
            for at in range(0, len(raw), step):
                register.sendall(raw[at : at + step])
                if step == 1:
                    time.sleep(0.0002)
