"""The terminal itself: takes commands, leads the dialogue of a payment, books, and tells.

Like a real one it does not need the register to live: a lane that dies in the middle of a payment finds the
payment finished, and the result repeated for a while. Whatever nobody acknowledges is handled as the
acquirer wants it: kept, reversed by itself, or dropped.
"""

import contextlib
import datetime
import threading
import time
from collections import deque

import msgspec

from kiosk.payment.zvt.codec import (
    Abort,
    AbortRequest,
    Authorisation,
    Bmp,
    Completion,
    Config,
    Diagnosis,
    EndOfDay,
    Field,
    Fields,
    LogOff,
    Message,
    Negative,
    Other,
    Positive,
    ProtocolError,
    Refund,
    Registration,
    RepeatReceipt,
    Reversal,
    SetTime,
    StatusEnquiry,
    StatusInformation,
    bcd,
    decode,
    encode,
    encode_fields,
    find_tlv,
    parse_fields,
)
from simulators.terminal.card_data import leaky
from simulators.terminal.faults import STATES, Faults
from simulators.terminal.ledger import RECEIPT_WRAP, Entry, Ledger
from simulators.terminal.line import Line, Sent
from simulators.terminal.payment import Payment
from simulators.terminal.settings import Card, Settings, Unacknowledged
from simulators.terminal.tcp import StreamLine, TcpWire
from simulators.terminal.transaction import SYNC_ID, Transaction, day_fields
from simulators.terminal.wire import PtyWire

BUSY = 0x9C
END_OF_DAY_DUE = 0xF0
BAUD_AFTER_REBOOT = 9600
ATTEMPTS_MAX = 50
"""Sends of one message, however often a command comes in between."""
IDLE_S = 0.05


class PaymentTerminal:
    """One terminal on one wire. `run` is its life; the rest may be called from other threads."""

    def __init__(
        self, wire: PtyWire | TcpWire, ledger: Ledger, settings: Settings, faults: Faults | None = None
    ) -> None:
        self.ledger = ledger
        self.settings = settings
        self.timing = settings.timing
        self.faults = faults or Faults()
        self._stopping = threading.Event()
        self.line: Line | StreamLine
        if isinstance(wire, TcpWire):
            self.line = StreamLine(wire, settings.timing, self.faults, self._stopping)
        else:
            self.line = Line(wire, settings.timing, self.faults, self._stopping)
        self.abort_wanted = False
        self.config = 0
        """The configuration byte of the registration."""
        self.asked_with: bytes | None = None
        """The container of the last payment, for tests."""
        self.aborts_asked = 0
        self.online = False
        """The host is being asked: too late to stop."""
        self._next_card = Card.APPROVE
        self._registered = False
        self._day_is_open = False
        """An end of day failed: no payment before one succeeds."""
        self._outstanding: deque[int] = deque(maxlen=64)
        self._sequence = 0
        self._busy = False
        if not ledger.last:
            ledger.last = encode_fields(self._installation_test().fields())

    def present_card(self, card: Card) -> None:
        """What the next authorisation comes to; afterwards it is "approve" again."""
        self._next_card = card

    def state(self) -> dict[str, object]:
        """For the control channel."""
        return {
            "registered": self._registered,
            "busy": self._busy,
            "asks_host": self.online,
            "plugged": self.line.wire.plugged,
            "next_card": self._next_card.value,
            "faults": self.faults.armed(),
        }

    def stop(self) -> None:
        """End `run`."""
        self._stopping.set()

    def run(self) -> None:
        """Take commands until stopped."""
        while not self._stopping.is_set():
            raw = self.line.receive(IDLE_S)
            if raw is None:
                continue
            try:
                message = decode(raw)
            except ProtocolError:
                self.line.send(encode(Negative(0x9A)))
                continue
            self._busy = True
            try:
                self._carry_out(message)
            finally:
                self.online = self._busy = False
                self._outstanding.clear()
        self.line.wire.close()

    # Commands.

    def _carry_out(self, command: Message) -> None:
        match command:
            case Registration():
                self._register(command)
            case StatusEnquiry():
                self._accept()
                self.tell(Completion(bytes((self._status(),))))
            case Authorisation():
                self._authorise(command)
            case RepeatReceipt():
                self._repeat_receipt(command)
            case Reversal():
                self._reverse(command)
            case Refund():
                self._refund(command)
            case EndOfDay():
                self._end_of_day()
            case Diagnosis() | SetTime():
                self._accept()
                self.tell(Completion())
            case LogOff():
                self._registered = False
                self._accept()
            case AbortRequest():
                self._accept()
            case Positive() | Negative():
                pass
            case Other():
                self.line.send(encode(Negative(0x83)))
            case _:
                self.line.send(encode(Negative(0x83)))

    def _status(self) -> int:
        if self._day_is_open:
            return END_OF_DAY_DUE
        return next((status for name, status in STATES.items() if self.faults.take(name)), 0x00)

    def _accept(self) -> None:
        self.line.send(encode(Positive()))

    def _register(self, command: Registration) -> None:
        if command.currency is not None and command.currency != self.settings.currency:
            self.line.send(encode(Negative(0x6F)))
            return
        self._registered = True
        self.config = command.config
        self._accept()
        body = Fields(
            (
                Field(Bmp.PAYMENT_TYPE, b"\x00"),
                Field(Bmp.TERMINAL_ID, bcd(self.settings.terminal_id, 4)),
                Field(Bmp.CURRENCY, bcd(self.settings.currency, 2)),
            )
        )
        self.tell(Completion(encode_fields(body)))

    @property
    def prints_through_lane(self) -> bool:
        """Receipts go to the register as text."""
        return bool(self.config & Config.PRINT_THROUGH_ECR)

    def _authorise(self, command: Authorisation) -> None:
        if not self._registered:
            self.line.send(encode(Negative(0x83)))
            return
        if self._day_is_open:
            self.line.send(encode(Negative(END_OF_DAY_DUE)))
            return
        if self.faults.take("refuse_start"):
            self.line.send(encode(Negative(0xA1)))
            return
        if self.faults.take("no_accept"):
            return
        card, self._next_card = self._next_card, Card.APPROVE
        self.asked_with = command.tlv
        self._synchronise(command.tlv)
        self.abort_wanted = self.online = False
        self._accept()
        self.point("accepted")
        restarts_slow = self.faults.take("reboot_9600") and isinstance(self.line.wire, PtyWire)
        if restarts_slow or self.faults.take("reboot"):
            self._registered = False
            if restarts_slow and isinstance(self.line.wire, PtyWire):
                self.line.wire.baud = BAUD_AFTER_REBOOT
            self.line.go_deaf(self.timing.unplugged_s)
            return
        if card is Card.SILENT:
            self.line.go_deaf(self.timing.deaf_s)
            return
        Payment(self, command, card.value).run()

    def _synchronise(self, tlv: bytes | None) -> None:
        """A register one transaction behind never heard of the last one: what was kept is given back."""
        keeps = self.settings.unacknowledged is Unacknowledged.KEEP
        told = find_tlv(tlv, SYNC_ID) if tlv and self.settings.sync_ids and keeps else None
        last = parse_fields(self.ledger.last).number(Bmp.RECEIPT)
        if last is None or told != bcd((last - 2) % RECEIPT_WRAP + 1, 2):
            return
        charge = self.ledger.charge_of(last)
        if charge is not None and not self.ledger.is_reversed(charge):
            self.ledger.book("reversal", charge.amount_minor, charge.receipt_number, charge.trace_number)

    def _repeat_receipt(self, command: RepeatReceipt) -> None:
        if self.faults.take("repeat_deaf"):
            return
        if self.faults.take("repeat_busy"):
            self.line.send(encode(Negative(BUSY)))
            return
        if self.faults.take("repeat_refused"):
            self.line.send(encode(Negative(0x83)))
            return
        self._accept()
        if (command.service or 0) & 0x01 and not self.faults.take("repeat_bare"):
            told = self._older() if self.faults.take("repeat_older") else None
            self.tell(StatusInformation(told or parse_fields(self.ledger.last)))
        self.tell(Completion())

    def _older(self) -> Fields | None:
        """The charge before the last one; None if there is none."""
        charges = [entry for entry in self.ledger.entries() if entry.kind == "charge"]
        if len(charges) < 2:
            return None
        older = charges[-2]
        record = self.transaction(older.amount_minor, older.receipt_number, older.trace_number)
        return msgspec.structs.replace(record, when=record.when - datetime.timedelta(hours=1)).fields()

    def _refund(self, command: Refund) -> None:
        if not self._registered or self._day_is_open:
            self.line.send(encode(Negative(END_OF_DAY_DUE if self._day_is_open else 0x83)))
            return
        if self.faults.take("refuse_start"):
            self.line.send(encode(Negative(0xA1)))
            return
        if self.faults.take("no_accept"):
            return
        card, self._next_card = self._next_card, Card.APPROVE
        self.abort_wanted = self.online = False
        self._accept()
        self.point("accepted")
        if card is Card.SILENT:
            self.line.go_deaf(self.timing.deaf_s)
            return
        Payment(self, command, card.value).run()

    def _reverse(self, command: Reversal) -> None:
        if self.faults.take("no_accept"):
            return
        self._accept()
        self.point("accepted")
        charge = self.ledger.charge_of(command.receipt_number)
        failure = 0
        if charge is None or command.amount_minor not in (None, charge.amount_minor):
            failure = 0xB5
        elif self.ledger.is_reversed(charge):
            failure = 0xB4
        if self.faults.take("reversal_repeated"):
            failure = 0xB4
        if self.faults.take("reversal_fails"):
            failure = 0xB5
        if failure or charge is None:
            self.tell(Abort(result=failure))
            return
        told = charge.amount_minor
        original_trace = charge.trace_number
        if self.faults.take("reversal_other"):
            told += 500
        elif self.faults.take("reversal_last") and (other := self._other_charge(charge)) is not None:
            original_trace = other.trace_number
            self.ledger.book("reversal", other.amount_minor, other.receipt_number, other.trace_number)
        else:
            self.ledger.book("reversal", told, charge.receipt_number, charge.trace_number)
        receipt, trace = self.ledger.numbers()
        record = self.transaction(told, receipt, trace, original_trace=original_trace)
        self.ledger.last = encode_fields(record.fields())
        if self.faults.take("unplug_result"):
            self.line.cut_off(StatusInformation(record.fields()), self.timing.unplugged_s)
        self.tell(StatusInformation(record.fields()))
        self.point("answered")
        if self.faults.take("no_completion"):
            return
        self.point("completion")
        self.tell(Completion())

    def _other_charge(self, charge: Entry) -> Entry | None:
        """Another charge of the same amount: what a terminal takes back that looks for the last one."""
        same = (entry for entry in reversed(self.ledger.entries()) if entry.kind == "charge")
        return next((e for e in same if e.amount_minor == charge.amount_minor and e != charge), None)

    def _end_of_day(self) -> None:
        self._accept()
        if self.faults.take("end_of_day_fails"):
            self._day_is_open = True
            self.tell(Abort(result=0x77))
            return
        self._day_is_open = False
        self.tell(StatusInformation(day_fields(self.ledger.day())))
        self.ledger.close_day()
        if self.faults.take("software_update"):
            self.tell(Completion(encode_fields(Fields((Field(Bmp.RESULT, b"\xe0"),)))))
            self._registered = False
            self.line.go_deaf(self.timing.deaf_s)
            return
        self.tell(Completion())

    # What a payment needs.

    def transaction(
        self, amount_minor: int, receipt: int, trace: int, *, original_trace: int | None = None
    ) -> Transaction:
        """An approved transaction of now."""
        return Transaction(
            amount_minor=amount_minor,
            currency=self.settings.currency,
            receipt_number=receipt,
            trace_number=trace,
            when=datetime.datetime.now(),
            terminal_id=self.settings.terminal_id,
            original_trace=original_trace,
            sync_id=self.settings.sync_ids,
        )

    def _installation_test(self) -> Transaction:
        """A terminal in service is never without a last transaction: the installer's cancelled test."""
        base = self.transaction(0, 0, 0)
        return msgspec.structs.replace(base, result=0x6C, receipt_number=1000, trace_number=100_000)

    def point(self, name: str) -> None:
        """A place where the cable may be pulled."""
        if self.faults.take(f"unplug_{name}"):
            self.line.wire.unplug(self.timing.unplugged_s)

    def pause(self, duration_s: float) -> None:
        """Let time pass, answering what comes in."""
        deadline = time.monotonic() + duration_s
        while (rest := deadline - time.monotonic()) > 0 and not self._stopping.is_set():
            raw = self.line.receive(min(rest, IDLE_S))
            if raw is not None:
                self._interleaved(raw)

    def tell(self, message: Message) -> Positive | Negative | None:
        """Send a message and wait for its answer; None when nobody answers."""
        if self.faults.take("card_data"):
            message = leaky(message)
        apdu = encode(message)
        silences = 0
        for _ in range(ATTEMPTS_MAX):
            sent = self.line.send(apdu)
            if sent is Sent.SILENT or self._stopping.is_set():
                return None
            if sent is Sent.DELIVERED:
                self._sequence += 1
                ticket = self._sequence
                self._outstanding.append(ticket)
                answer = self._await_answer(ticket)
                if answer is not None:
                    return answer
                silences += 1
                if silences >= 3 or not isinstance(message, StatusInformation):
                    return None
            else:
                raw = self.line.receive(0.0)
                if raw is not None:
                    self._interleaved(raw)
        return None

    def _await_answer(self, ticket: int) -> Positive | Negative | None:
        """The register answers in the order it was told things."""
        deadline = time.monotonic() + self.timing.t3_s
        while (rest := deadline - time.monotonic()) > 0 and not self._stopping.is_set():
            raw = self.line.receive(min(rest, IDLE_S))
            if raw is None:
                continue
            answer = self._interleaved(raw)
            if answer is not None and answer[0] == ticket:
                return answer[1]
        with contextlib.suppress(ValueError):
            self._outstanding.remove(ticket)
        return None

    def _interleaved(self, raw: bytes) -> tuple[int, Positive | Negative] | None:
        """A message in the middle of a transaction. Answers are returned with what they belong to."""
        try:
            message = decode(raw)
        except ProtocolError:
            self.line.send(encode(Negative(0x9A)))
            return None
        match message:
            case Positive() | Negative():
                return (self._outstanding.popleft(), message) if self._outstanding else None
            case StatusEnquiry():
                if self.line.send(encode(Completion(bytes((BUSY,))))) is Sent.DELIVERED:
                    self._outstanding.append(0)
            case AbortRequest():
                self._take_abort()
            case _:
                self.line.send(encode(Negative(BUSY)))
        return None

    def _take_abort(self) -> None:
        self.aborts_asked += 1
        if self.online or self.faults.take("refuse_abort"):
            self.line.send(encode(Negative(0x83)))
            return
        self._accept()
        if not self.faults.take("ignore_abort"):
            self.abort_wanted = True
