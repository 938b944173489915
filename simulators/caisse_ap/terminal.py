"""The terminal itself: takes a request, leads the payment, books, and tells the one answer.

Like a real one it knows no cancel, no reversal and no question about the past. What it could not tell it
tries to tell again for a while.
"""

import enum
import threading
import time
from collections import deque

import msgspec

from kiosk.payment.caisse_ap.codec import (
    ACK,
    ENQ,
    EOT,
    NAK,
    Answer,
    Damaged,
    Decoder,
    Frame,
    LineEvent,
    ProtocolError,
    Request,
    Result,
    Signal,
    decode_request,
    encode_answer,
    encode_frame,
)
from simulators.caisse_ap.faults import FAULTS
from simulators.terminal.faults import Faults
from simulators.terminal.ledger import Ledger
from simulators.terminal.wire import PtyWire

LOOK_S = 0.05
TELLS_MAX = 40
"""How often an answer is offered before the terminal gives up."""
WRONG_AMOUNT_MINOR = 100
TEST_CARD = "4111111111111111"
"""A number every test uses; told only to a register that asks for reports, which the lane never does."""


class Card(enum.Enum):
    """What the next card payment comes to."""

    APPROVE = "approve"
    DECLINE = "decline"
    CANCEL = "cancel"
    SILENT = "silent"
    WRONG_AMOUNT = "wrong_amount"


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal's times in seconds, at speed 1."""

    answer_s: float = 2.0
    card_s: float = 3.0
    again_s: float = 3.0
    """Before an answer nobody took is told again."""
    unplugged_s: float = 5.0

    def faster(self, speed: float) -> "Timing":
        """All times divided by `speed`."""
        return Timing(**{name: getattr(self, name) / speed for name in self.__struct_fields__})


class CaisseApTerminal:
    """One terminal on one wire. `run` is its life; the rest may be called from other threads."""

    def __init__(
        self, wire: PtyWire, ledger: Ledger, timing: Timing | None = None, faults: Faults | None = None
    ) -> None:
        self.wire = wire
        self.ledger = ledger
        self.faults = faults or Faults(FAULTS)
        self._timing = timing or Timing()
        self._stopping = threading.Event()
        self._decoder = Decoder()
        self._events: deque[LineEvent] = deque(maxlen=64)
        self._next_card = Card.APPROVE
        self._busy = False
        self.offers = 0
        """How often an answer was written out, for tests."""
        self.requests: list[Request] = []
        """What registers asked for, for tests."""

    def present_card(self, card: Card) -> None:
        """What the next payment comes to; afterwards it is "approve" again."""
        self._next_card = card

    def state(self) -> dict[str, object]:
        """For the control channel."""
        return {
            "busy": self._busy,
            "plugged": self.wire.plugged,
            "next_card": self._next_card.value,
            "faults": self.faults.armed(),
        }

    def stop(self) -> None:
        """End `run`."""
        self._stopping.set()

    def run(self) -> None:
        """Take requests until stopped."""
        while not self._stopping.is_set():
            if self._next(time.monotonic() + LOOK_S) == Signal(ENQ) and not self.faults.take("deaf"):
                self._say(ACK)
                request = self._take_request()
                if request is not None:
                    self._busy = True
                    self._pay(request)
                    self._busy = False
        self.wire.close()

    def _take_request(self) -> Request | None:
        """The register has the word: its request, or None for a mere probe."""
        while not self._stopping.is_set():
            event = self._next(time.monotonic() + self._timing.answer_s)
            match event:
                case Frame():
                    if self.faults.take("unplug_request"):
                        self.wire.unplug(self._timing.unplugged_s)
                        return None
                    if self.faults.take("no_accept"):
                        return None
                    request = self._read(event)
                    if request is not None:
                        return request
                case Damaged():
                    self._say(NAK)
                case Signal(byte) if byte == ENQ:
                    self._say(ACK)
                case _:
                    return None
        return None

    def _read(self, frame: Frame) -> Request | None:
        if self.faults.take("nak_once") or self.faults.take("nak_storm"):
            self._say(NAK)
            return None
        try:
            request = decode_request(frame.body)
        except ProtocolError:
            self._say(NAK)
            return None
        if not self.faults.take("lose_ack"):
            self._say(ACK)
            self._await(EOT)
        self.requests.append(request)
        return request

    def _pay(self, request: Request) -> None:
        card, self._next_card = self._next_card, Card.APPROVE
        if self.faults.take("unplug_accepted"):
            self.wire.unplug(self._timing.unplugged_s)
        if self.faults.take("old_answer"):
            old = Answer(pos=request.pos, result=0, amount_minor=request.amount_minor, currency=978)
            self._tell(msgspec.structs.replace(old, private="0123456789"))
        answer = Answer(
            pos=request.pos,
            result=Result.OK,
            amount_minor=request.amount_minor,
            currency=request.currency,
            mode=request.mode,
            private=request.private,
        )
        if not request.waits:
            self._tell(msgspec.structs.replace(answer, result=Result.NOT_VERIFIED))
        self._pause(self._timing.card_s)
        if card is Card.SILENT:
            return
        if card in (Card.DECLINE, Card.CANCEL):
            answer = msgspec.structs.replace(answer, result=Result.REFUSED)
        else:
            extra = WRONG_AMOUNT_MINOR if card is Card.WRONG_AMOUNT else 0
            answer = msgspec.structs.replace(answer, amount_minor=request.amount_minor + extra)
            self.ledger.book("charge", answer.amount_minor, *self.ledger.numbers())
        if self.faults.take("charge_untold"):
            return
        if request.with_report:
            answer = msgspec.structs.replace(answer, report=TEST_CARD)
        if request.waits:
            self._tell(self._distort(answer))

    def _distort(self, answer: Answer) -> Answer:
        changes: dict[str, object] = {}
        if self.faults.take("not_verified"):
            changes["result"] = Result.NOT_VERIFIED
        if self.faults.take("odd_result"):
            changes["result"] = 3
        if self.faults.take("wrong_currency"):
            changes["currency"] = 840
        if self.faults.take("other_register"):
            changes["pos"] = "99"
        if self.faults.take("no_echo"):
            changes["private"] = ""
        return msgspec.structs.replace(answer, **changes)

    def _tell(self, answer: Answer) -> None:
        """Offer the answer until it is taken or the terminal gives up."""
        for _ in range(TELLS_MAX):
            if self._stopping.is_set():
                return
            if self._tell_once(encode_frame(encode_answer(answer))):
                return
            self._pause(self._timing.again_s)

    def _tell_once(self, frame: bytes) -> bool:
        self._events.clear()
        self._say(ENQ)
        if self._await(ACK, ENQ) is None:
            return False
        if self.faults.take("unplug_answer"):
            self.wire.write(frame[: len(frame) // 2])
            self.wire.unplug(self._timing.unplugged_s)
            return False
        for _ in range(3):
            self._write_answer(frame)
            heard = self._await(ACK, NAK)
            if heard != NAK:
                break
        if not self.faults.take("no_eot"):
            self._say(EOT)
        return heard == ACK

    def _write_answer(self, frame: bytes) -> None:
        self.offers += 1
        if self.faults.take("garbage"):
            self.wire.write(b"\x00\xff\x7f")
        if self.faults.take("bad_lrc") or self.faults.take("bad_lrc_always"):
            frame = frame[:-1] + bytes((frame[-1] ^ 0x55,))
        if self.faults.take("cut_answer"):
            frame = frame[: len(frame) // 2]
        copies = 2 if self.faults.take("duplicate") else 1
        step = 1 if self.faults.take("byte_by_byte") else len(frame)
        for at in range(0, len(frame) * copies, step):
            self.wire.write((frame * copies)[at : at + step] if step == 1 else frame)

    def _pause(self, duration_s: float) -> None:
        """Let time pass. A register that wants to speak is not listened to meanwhile."""
        deadline = time.monotonic() + duration_s
        while time.monotonic() < deadline and not self._stopping.is_set():
            self._next(deadline)

    def _await(self, *wanted: int) -> int | None:
        deadline = time.monotonic() + self._timing.answer_s
        while time.monotonic() < deadline and not self._stopping.is_set():
            event = self._next(deadline)
            if isinstance(event, Signal) and event.byte in wanted:
                return event.byte
        return None

    def _next(self, deadline: float) -> LineEvent | None:
        if self._events:
            return self._events.popleft()
        data = self.wire.read(min(LOOK_S, max(0.0, deadline - time.monotonic())))
        if not data:
            expired = self._decoder.in_frame and time.monotonic() >= deadline
            return self._decoder.gap() if expired else None
        self._events.extend(self._decoder.feed(data))
        return self._events.popleft() if self._events else None

    def _say(self, signal: int) -> None:
        self.wire.write(bytes((signal,)))
