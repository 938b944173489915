r"""The Caisse-AP codec: bytes <-> requests and answers. Pure; what is not Caisse-AP raises `ProtocolError`.

A message is plain ASCII of a fixed length between `02` and `03`, followed by the exclusive-or of everything
after `02` up to and including `03`. Single bytes steer the exchange: who wants to speak (ENQ), what was heard
(ACK, NAK), and that it is over (EOT).

    >>> encode_frame(encode_request(Request(pos="01", amount_minor=1234, currency=978)))[:12]
    b'\x0201000012340'
    >>> Decoder().feed(b"\x06\x05")
    [Signal(byte=6), Signal(byte=5)]

Source: docs/devices/caisse_ap.md, "On the wire".
Invariants: a decoder never holds more than BODY_MAX bytes; one byte at a time gives the same events as all at
once; `decode_answer(encode_answer(answer)) == answer`, and so for requests.
"""

import enum

import msgspec

ENQ, ACK, NAK, EOT = 0x05, 0x06, 0x15, 0x04
STX, ETX = 0x02, 0x03
SIGNALS = frozenset((ENQ, ACK, NAK, EOT))
BODY_MAX = 256
"""More than the longest message (80); what exceeds it is noise."""
REQUEST_SIZE = 34
ANSWER_SIZE = 25
REPORT_SIZE = 55
"""What answer flag 1 adds. It holds the card number in clear, so this lane never asks for it."""
PRIVATE_SIZE = 10
AMOUNT_MAX = 99_999_999
WAIT_FOR_RESULT = "A010"
ANSWER_AT_ONCE = "A011"
NOT_FORCED = "B010"


class ProtocolError(ValueError):
    """The bytes are not a Caisse-AP message."""


class Mode(enum.Enum):
    """How is paid."""

    CARD = "1"
    CHEQUE = "C"


class Kind(enum.Enum):
    """What is asked for."""

    DEBIT = "0"
    CREDIT = "1"
    REFUND = "2"


class Result(enum.IntEnum):
    """What an answer says. Any other digit is possible and proves nothing."""

    OK = 0
    REFUSED = 7
    NOT_VERIFIED = 9


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Register -> terminal. `currency` is the ISO 4217 number; some terminals give `private` back."""

    pos: str
    amount_minor: int
    currency: int
    mode: str = Mode.CARD.value
    kind: str = Kind.DEBIT.value
    private: str = ""
    with_report: bool = False
    waits: bool = True
    forced: str = NOT_FORCED


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Terminal -> register. `report` is empty unless it was asked for."""

    pos: str
    result: int
    amount_minor: int
    currency: int
    mode: str = Mode.CARD.value
    report: str = ""
    private: str = ""


class Signal(msgspec.Struct, frozen=True):
    """One steering byte."""

    byte: int


class Frame(msgspec.Struct, frozen=True):
    """A message whose checksum was right."""

    body: bytes


class Damaged(msgspec.Struct, frozen=True):
    """A message arrived broken; the receiver answers NAK."""

    reason: str


LineEvent = Signal | Frame | Damaged


def lrc(data: bytes) -> int:
    """Exclusive-or of all bytes."""
    value = 0
    for byte in data:
        value ^= byte
    return value


def encode_frame(body: bytes) -> bytes:
    """The bytes on the line for one message."""
    checked = body + bytes((ETX,))
    return bytes((STX,)) + checked + bytes((lrc(checked),))


def encode_request(request: Request) -> bytes:
    """34 characters. `ProtocolError` for what does not fit."""
    delay = WAIT_FOR_RESULT if request.waits else ANSWER_AT_ONCE
    parts = (
        _text(request.pos, 2),
        _amount(request.amount_minor),
        "1" if request.with_report else "0",
        _text(request.mode, 1),
        _text(request.kind, 1),
        _number(request.currency, 3),
        _padded(request.private, PRIVATE_SIZE),
        delay,
        _text(request.forced, 4),
    )
    return "".join(parts).encode("ascii")


def decode_request(body: bytes) -> Request:
    """The request in `body`."""
    text = _ascii(body)
    if len(text) != REQUEST_SIZE:
        raise ProtocolError(f"a request has {REQUEST_SIZE} characters, not {len(text)}")
    flag, delay = text[10], text[26:30]
    if flag not in "01" or delay not in (WAIT_FOR_RESULT, ANSWER_AT_ONCE):
        raise ProtocolError("an answer flag or a delay that does not exist")
    return Request(
        pos=text[:2],
        amount_minor=_digits(text[2:10]),
        with_report=flag == "1",
        mode=text[11],
        kind=text[12],
        currency=_digits(text[13:16]),
        private=text[16:26].rstrip(" "),
        waits=delay == WAIT_FOR_RESULT,
        forced=text[30:],
    )


def encode_answer(answer: Answer) -> bytes:
    """25 characters, or 80 with a report."""
    parts = (
        _text(answer.pos, 2),
        _number(answer.result, 1),
        _amount(answer.amount_minor),
        _text(answer.mode, 1),
        _padded(answer.report, REPORT_SIZE) if answer.report else "",
        _number(answer.currency, 3),
        _padded(answer.private, PRIVATE_SIZE),
    )
    return "".join(parts).encode("ascii")


def decode_answer(body: bytes) -> Answer:
    """The answer in `body`, with or without report."""
    text = _ascii(body)
    if len(text) not in (ANSWER_SIZE, ANSWER_SIZE + REPORT_SIZE):
        raise ProtocolError(f"an answer has {ANSWER_SIZE} or {ANSWER_SIZE + REPORT_SIZE} characters")
    report, rest = text[12 : len(text) - 13], text[-13:]
    return Answer(
        pos=text[:2],
        result=_digits(text[2]),
        amount_minor=_digits(text[3:11]),
        mode=text[11],
        report=report.rstrip(" "),
        currency=_digits(rest[:3]),
        private=rest[3:].rstrip(" "),
    )


class _State(enum.Enum):
    IDLE = enum.auto()
    BODY = enum.auto()
    LRC = enum.auto()


class Decoder:
    """Splits received bytes into events. Noise between messages is dropped."""

    def __init__(self) -> None:
        self._state = _State.IDLE
        self._body = bytearray()

    @property
    def in_frame(self) -> bool:
        """A message has begun and not ended."""
        return self._state is not _State.IDLE

    def gap(self) -> Damaged | None:
        """Tell the decoder that the line fell silent: an unfinished message is lost."""
        was_in_frame = self.in_frame
        self._reset()
        return Damaged("message not finished in time") if was_in_frame else None

    def feed(self, data: bytes) -> list[LineEvent]:
        """The events completed by `data`, in order."""
        return [event for byte in data if (event := self._step(byte)) is not None]

    def _reset(self) -> None:
        self._state = _State.IDLE
        self._body.clear()

    def _step(self, byte: int) -> LineEvent | None:
        match self._state:
            case _State.IDLE:
                if byte == STX:
                    self._state = _State.BODY
                return Signal(byte) if byte in SIGNALS else None
            case _State.BODY:
                return self._take(byte)
            case _State.LRC:
                body = bytes(self._body)
                self._reset()
                expected = lrc(body + bytes((ETX,)))
                if byte != expected:
                    return Damaged(f"checksum {byte:02X}, expected {expected:02X}")
                return Frame(body)

    def _take(self, byte: int) -> LineEvent | None:
        if byte == ETX:
            self._state = _State.LRC
        elif byte == STX:  # the sender began again
            self._body.clear()
        elif byte in SIGNALS:  # never part of a message: the sender gave up on it and goes on
            self._reset()
            return Signal(byte)
        elif len(self._body) >= BODY_MAX:
            self._reset()
            return Damaged(f"message longer than {BODY_MAX} bytes")
        else:
            self._body.append(byte)
        return None


def _ascii(body: bytes) -> str:
    if not all(0x20 <= byte < 0x7F for byte in body):
        raise ProtocolError("a message is printable ASCII")
    return body.decode("ascii")


def _digits(text: str) -> int:
    if not text.isdecimal():
        raise ProtocolError(f"{text!r} is not a number")
    return int(text)


def _number(value: int, size: int) -> str:
    text = f"{value:0{size}d}"
    if value < 0 or len(text) != size:
        raise ProtocolError(f"{value} does not fit into {size} digits")
    return text


def _amount(value: int) -> str:
    return _number(value, 8)


def _text(value: str, size: int) -> str:
    if len(value) != size or not value.isascii() or not value.isprintable():
        raise ProtocolError(f"{value!r} is not {size} printable characters")
    return value


def _padded(value: str, size: int) -> str:
    return _text(value.ljust(size), size)
