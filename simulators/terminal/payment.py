"""One card payment or refund from "insert card" to the completion, as the terminal leads it."""

import enum
import time
from typing import TYPE_CHECKING

import msgspec

from kiosk.payment.zvt.codec import (
    Abort,
    Authorisation,
    Completion,
    IntermediateStatus,
    Negative,
    Positive,
    PrintLine,
    PrintText,
    Refund,
    StatusInformation,
    Tlv,
    encode_fields,
    encode_tlv,
)
from simulators.terminal.receipts import as_block, as_lines, payment_lines
from simulators.terminal.settings import Unacknowledged
from simulators.terminal.transaction import Transaction

if TYPE_CHECKING:
    from simulators.terminal.terminal import PaymentTerminal

REPEAT_LATER = 0x9C
CANCELLED = 0x6C
HOST_DECLINED = 0x05
HOST_TEXT = "Karte abgelehnt"
LATIN1_TEXT = "Karte abgelehnt, bitte prüfen"
WRONG_AMOUNT_MINOR = 100
"""How much more than asked a terminal charges that gets it wrong."""
PART_MISSING_MINOR = 34
TIP_MINOR = 150
SLOW_STATUSES = 6


class _Answer(enum.Enum):
    YES = enum.auto()
    NO = enum.auto()
    NONE = enum.auto()


class Payment:
    """The dialogue of one authorisation or refund. `card` is the word of the control channel."""

    def __init__(self, terminal: "PaymentTerminal", command: Authorisation | Refund, card: str) -> None:
        self._terminal = terminal
        self._command = command
        self._card = card
        self._is_refund = isinstance(command, Refund)
        self._timing = terminal.timing
        self._faults = terminal.faults
        self._line_by_line = terminal.faults.take("print_lines")

    def run(self) -> None:
        """Lead the payment to its end."""
        if self._faults.take("odd_statuses"):
            self._odd_statuses()
        if not self._present():
            return
        if self._faults.take("host_down"):
            self._terminal.tell(Abort(result=0x9B))
            return
        if self._card == "decline":
            self._declined(HOST_DECLINED, HOST_TEXT)
            return
        self._approved()

    def _present(self) -> bool:
        """Card and PIN. False when it ended here."""
        steps = (
            (0x0A, self._timing.insert_s),
            (0x01, self._timing.pin_s),
        )
        for status, duration_s in steps:
            self._terminal.tell(IntermediateStatus(status=status))
            self._terminal.point("status")
            self._terminal.pause(duration_s)
            if self._terminal.abort_wanted or self._card == "cancel":
                self._declined(CANCELLED, "")
                return False
        self._terminal.online = True
        self._terminal.tell(IntermediateStatus(status=0x04))
        self._terminal.pause(self._timing.host_s)
        if self._faults.take("long_wait"):
            self._terminal.pause(self._timing.long_wait_s)
        if self._faults.take("slow_statuses"):
            for _ in range(SLOW_STATUSES):
                self._terminal.tell(IntermediateStatus(status=0x17))
                self._terminal.pause(self._timing.long_wait_s / 2)
        if self._faults.take("silent_host"):
            self._terminal.line.go_deaf(self._timing.long_wait_s)
            self._terminal.pause(self._timing.long_wait_s)
        return True

    def _odd_statuses(self) -> None:
        text = encode_tlv(Tlv(0x24, encode_tlv(Tlv(0x07, b"Bitte w\x84hlen"))))
        for message in (
            IntermediateStatus(status=0xA0),
            IntermediateStatus(status=0x17, timeout=0x01),
            IntermediateStatus(status=0xFF, tlv=text),
            IntermediateStatus(status=0xFF, timeout=0x01, tlv=text),
        ):
            self._terminal.tell(message)

    def _declined(self, code: int, text: str) -> None:
        """No money moved: tell it and abort. A cancelled payment has no numbers."""
        receipt, trace = (0, 0) if code == CANCELLED else self._terminal.ledger.numbers()
        base = self._terminal.transaction(self._command.amount_minor, receipt, trace)
        charset = "cp437"
        if text and self._faults.take("latin1"):
            text, charset = LATIN1_TEXT, "iso8859-1"
        record = msgspec.structs.replace(base, result=code, text=text, charset=charset)
        if code != CANCELLED and self._terminal.settings.tells_refused:
            self._terminal.ledger.last = encode_fields(record.fields())
        self._terminal.tell(StatusInformation(record.fields()))
        self._terminal.tell(IntermediateStatus(status=0x1D if code != CANCELLED else 0x0D))
        self._terminal.tell(Abort(result=CANCELLED if code == CANCELLED else code))

    def _approved(self) -> None:
        """The host said yes: book, tell, and let the register have the last word."""
        amount = self._command.amount_minor
        if self._card == "wrong_amount":
            amount += WRONG_AMOUNT_MINOR
        if self._faults.take("partial_approval"):
            amount -= PART_MISSING_MINOR
        if self._faults.take("tip_added"):
            amount += TIP_MINOR
        receipt, trace = self._terminal.ledger.numbers()
        self._terminal.ledger.book("refund" if self._is_refund else "charge", amount, receipt, trace)
        record = self._terminal.transaction(amount, receipt, trace)
        self._terminal.ledger.last = encode_fields(record.fields())
        told = self._distort(record)
        if self._card == "unplug" or self._faults.take("unplug_result"):
            self._terminal.line.cut_off(StatusInformation(told.fields()), self._timing.unplugged_s)
        match self._ask(told):
            case _Answer.NONE:
                self._nobody_answered(record)
            case _Answer.NO if self._faults.take("ignore_refusal"):
                self._terminal.tell(Completion())
            case _Answer.NO:
                self._take_back(record)
                self._terminal.tell(Abort(result=CANCELLED))
            case _Answer.YES if self._faults.take("abort_after_approval"):
                self._take_back(record)
                self._terminal.tell(Abort(result=CANCELLED))
            case _Answer.YES:
                self._finish(record)

    def _distort(self, record: Transaction) -> Transaction:
        if self._faults.take("wrong_currency"):
            record = msgspec.structs.replace(record, currency=756)
        if self._faults.take("wrong_terminal"):
            record = msgspec.structs.replace(record, terminal_id=record.terminal_id + 1)
        if self._faults.take("missing_amount"):
            record = msgspec.structs.replace(record, omit_amount=True)
        return record

    def _ask(self, record: Transaction) -> _Answer:
        """Tell the result until it is answered with more than "later"."""
        deadline = time.monotonic() + self._timing.result_patience_s
        while True:
            answer = self._terminal.tell(StatusInformation(record.fields()))
            match answer:
                case Positive():
                    self._terminal.point("answered")
                    return _Answer.YES
                case Negative() if answer.code == REPEAT_LATER:
                    if time.monotonic() >= deadline:
                        return _Answer.NONE
                    self._terminal.pause(self._timing.later_s)
                case Negative():
                    return _Answer.NO
                case None:
                    return _Answer.NONE

    def _nobody_answered(self, record: Transaction) -> None:
        mode = self._terminal.settings.unacknowledged
        if mode is Unacknowledged.KEEP:
            return
        if mode is Unacknowledged.AUTO_REVERSE:
            self._terminal.tell(IntermediateStatus(status=0x05))
            self._take_back(record)
            return
        self._book_reversal(record)
        dropped = msgspec.structs.replace(record, result=CANCELLED)
        self._terminal.ledger.last = encode_fields(dropped.fields())

    def _take_back(self, record: Transaction) -> None:
        """Reverse the charge; the reversal is the last transaction then."""
        self._book_reversal(record)
        receipt, trace = self._terminal.ledger.numbers()
        reversal = self._terminal.transaction(
            record.amount_minor, receipt, trace, original_trace=record.trace_number
        )
        self._terminal.ledger.last = encode_fields(reversal.fields())

    def _book_reversal(self, record: Transaction) -> None:
        self._terminal.ledger.book(
            "refund_reversal" if self._is_refund else "reversal",
            record.amount_minor,
            record.receipt_number,
            record.trace_number,
        )

    def _blocks(self, lines: list[str], *, customer: bool) -> list[PrintLine] | list[PrintText]:
        if not self._line_by_line:
            return [as_block(lines, customer=customer)]
        return as_lines(lines, customer=customer)

    def _finish(self, record: Transaction) -> None:
        if self._faults.take("no_completion"):
            return
        self._terminal.tell(IntermediateStatus(status=0x1C))
        kinds = (("Merchant Receipt", False), ("Customer Receipt", True))
        for title, customer in kinds if self._terminal.prints_through_lane else ():
            lines = payment_lines(
                title=title,
                kind="REFUND" if self._is_refund else "PURCHASE",
                when=record.when,
                terminal_id=f"{record.terminal_id:08d}",
                receipt=record.receipt_number,
                trace=record.trace_number,
                amount=record.amount_minor,
            )
            for block in self._blocks(lines, customer=customer):
                self._terminal.tell(block)
            self._terminal.point("print")
            self._terminal.pause(self._timing.print_s)
        self._terminal.point("completion")
        self._terminal.tell(Completion())
