"""The messages register (ECR) and terminal (PT) exchange, as frozen structs.

`encode` and `decode` translate between messages and APDU bytes; both directions are covered, because a
simulator speaks the other half. A well-formed APDU of a kind not listed here becomes `Other`, so that the
driver can refuse it politely (`84 83 00`) instead of failing.

Source: ZVT commands PA00P015 rev 13.08, sections 2 (ECR) and 3 (PT).
Invariants: `decode` gives a message or raises `ProtocolError`; `encode(decode(apdu)) == apdu` for every
message kept as fields.
"""

import enum

import msgspec

from kiosk.payment.zvt.codec.apdu import Apdu, decode_apdu, encode_apdu
from kiosk.payment.zvt.codec.bitmaps import Bmp, Field, Fields, bcd, encode_fields, from_bcd, parse_fields
from kiosk.payment.zvt.codec.errors import ProtocolError
from kiosk.payment.zvt.codec.status import (
    Abort,
    Completion,
    IntermediateStatus,
    PrintLine,
    PrintText,
    parse_abort,
    parse_intermediate,
    parse_print_line,
    parse_print_text,
)
from kiosk.payment.zvt.codec.tlv import Tlv, encode_tlv

PASSWORD_SIZE = 3
PAYMENT_TYPE_TERMINAL_DECIDES = 0x40


class Config(enum.IntFlag):
    """The configuration byte of a registration."""

    ECR_PRINTS_PAYMENTS = 0x02
    ECR_PRINTS_ADMIN = 0x04
    INTERMEDIATE_STATUS = 0x08
    NO_AMOUNT_ENTRY = 0x10
    NO_ADMIN_MENU = 0x20
    PRINT_THROUGH_ECR = 0x80


UNATTENDED = Config(0xBE)
"""What acquirers recommend for a machine without staff: everything on, amount and menu locked."""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """06 00: who we are and how the terminal shall behave. `currency` is the ISO 4217 number."""

    password: int
    config: int
    currency: int | None = None
    service: int | None = None
    tlv: bytes | None = None


class Authorisation(msgspec.Struct, frozen=True, kw_only=True):
    """06 01: charge a card."""

    amount_minor: int
    currency: int | None = None
    payment_type: int | None = None
    tlv: bytes | None = None


class LogOff(msgspec.Struct, frozen=True):
    """06 02: the registration ends."""


class AbortRequest(msgspec.Struct, frozen=True):
    """06 B0: please stop the running payment. A request, not a fact."""


class RepeatReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """06 20: tell the last transaction once more. Service `03`: with status information, without printing."""

    password: int
    service: int | None = None


class Reversal(msgspec.Struct, frozen=True, kw_only=True):
    """06 30: give back the payment with this receipt number. The amount lets the terminal check."""

    password: int
    receipt_number: int
    amount_minor: int | None = None
    currency: int | None = None


class Refund(msgspec.Struct, frozen=True, kw_only=True):
    """06 31: give money to a card that is presented."""

    password: int
    amount_minor: int
    currency: int | None = None


class EndOfDay(msgspec.Struct, frozen=True, kw_only=True):
    """06 50: settle the terminal's turnover."""

    password: int


class Diagnosis(msgspec.Struct, frozen=True):
    """06 70: test the line to the host."""


class SetTime(msgspec.Struct, frozen=True, kw_only=True):
    """06 91: set the terminal's clock; `YYMMDD` and `HHMMSS` as numbers."""

    password: int
    date: int
    time: int


class StatusEnquiry(msgspec.Struct, frozen=True, kw_only=True):
    """05 01: how are you. Service bit 1: leave out the software version."""

    password: int
    service: int | None = None


class DisplayText(msgspec.Struct, frozen=True, kw_only=True):
    """06 E0: show up to eight lines for `seconds`."""

    seconds: int
    lines: tuple[bytes, ...]


class Positive(msgspec.Struct, frozen=True):
    """80 00: command taken, or message received."""

    data: bytes = b""


class Negative(msgspec.Struct, frozen=True):
    """84 xx: command refused, or message not accepted."""

    code: int
    data: bytes = b""


class StatusInformation(msgspec.Struct, frozen=True):
    """04 0F: the result of a transaction. Acknowledging it completes the payment."""

    fields: Fields


class TerminalTime(msgspec.Struct, frozen=True):
    """04 01: the terminal tells date and time."""

    fields: Fields


class Other(msgspec.Struct, frozen=True):
    """A well-formed APDU this project has no use for."""

    instruction: int
    data: bytes


class Refusal(enum.IntEnum):
    """Error ids of `84 xx` that this project sends or expects."""

    UNKNOWN_COMMAND = 0x83
    REPEAT_LATER = 0x9C
    REFUSED = 0x6C
    PROTOCOL = 0x9A


ToTerminal = (
    Registration
    | Authorisation
    | LogOff
    | AbortRequest
    | RepeatReceipt
    | Reversal
    | Refund
    | EndOfDay
    | Diagnosis
    | SetTime
    | StatusEnquiry
    | DisplayText
)
FromTerminal = (
    StatusInformation | IntermediateStatus | TerminalTime | Completion | Abort | PrintLine | PrintText
)
Message = ToTerminal | FromTerminal | Positive | Negative | Other


def _fields(*pairs: tuple[int, bytes | None]) -> bytes:
    return encode_fields(Fields(tuple(Field(tag, value) for tag, value in pairs if value is not None)))


def _amount(value: int | None) -> tuple[int, bytes | None]:
    return Bmp.AMOUNT, None if value is None else bcd(value, 6)


def _currency(value: int | None) -> tuple[int, bytes | None]:
    return Bmp.CURRENCY, None if value is None else bcd(value, 2)


def _byte(tag: int, value: int | None) -> tuple[int, bytes | None]:
    return tag, None if value is None else bytes((value,))


def _password(value: int) -> bytes:
    return bcd(value, PASSWORD_SIZE)


def _body(message: Message) -> tuple[int, bytes]:
    """Instruction and data of a message."""
    match message:
        case Registration():
            currency = b"" if message.currency is None else bcd(message.currency, 2)
            extra = _fields(_byte(Bmp.SERVICE, message.service), (Bmp.TLV, message.tlv))
            return 0x0600, _password(message.password) + bytes((message.config,)) + currency + extra
        case Authorisation():
            return 0x0601, _fields(
                _amount(message.amount_minor),
                _currency(message.currency),
                _byte(Bmp.PAYMENT_TYPE, message.payment_type),
                (Bmp.TLV, message.tlv),
            )
        case LogOff():
            return 0x0602, b""
        case AbortRequest():
            return 0x06B0, b""
        case RepeatReceipt():
            return 0x0620, _password(message.password) + _fields(_byte(Bmp.SERVICE, message.service))
        case Reversal():
            return 0x0630, _password(message.password) + _fields(
                (Bmp.RECEIPT, bcd(message.receipt_number, 2)),
                _amount(message.amount_minor),
                _currency(message.currency),
            )
        case Refund():
            return 0x0631, _password(message.password) + _fields(
                _amount(message.amount_minor), _currency(message.currency)
            )
        case EndOfDay():
            return 0x0650, _password(message.password)
        case Diagnosis():
            return 0x0670, b""
        case SetTime():
            return 0x0691, _password(message.password) + _fields(
                (Bmp.DATE_WITH_YEAR, bcd(message.date, 3)), (Bmp.TIME, bcd(message.time, 3))
            )
        case StatusEnquiry():
            return 0x0501, _password(message.password) + _fields(_byte(Bmp.SERVICE, message.service))
        case DisplayText():
            lines = [(0xF1 + number, line) for number, line in enumerate(message.lines)]
            return 0x06E0, _fields((0xF0, bytes((message.seconds,))), *lines)
        case Positive():
            return 0x8000, message.data
        case Negative():
            return 0x8400 | message.code, message.data
        case StatusInformation():
            return 0x040F, encode_fields(message.fields)
        case TerminalTime():
            return 0x0401, encode_fields(message.fields)
        case IntermediateStatus():
            timeout = b"" if message.timeout is None else bytes((message.timeout,))
            return 0x04FF, bytes((message.status,)) + timeout + _fields((Bmp.TLV, message.tlv))
        case Completion():
            return 0x060F, message.data
        case Abort():
            currency = b"" if message.currency is None else bytes((message.currency,))
            return 0x061E, bytes((message.result,)) + currency + encode_fields(message.fields)
        case PrintLine():
            return 0x06D1, bytes((message.attribute,)) + message.text + _fields((Bmp.TLV, message.tlv))
        case PrintText():
            return 0x06D3, _fields((Bmp.TLV, message.tlv))
        case Other():
            return message.instruction, message.data


def encode(message: Message) -> bytes:
    """The APDU of `message`."""
    instruction, data = _body(message)
    return encode_apdu(Apdu(instruction, data))


def decode(raw: bytes) -> Message:
    """The message in the APDU `raw`; `ProtocolError` if it is not one."""
    apdu = decode_apdu(raw)
    data = apdu.data
    match apdu.instruction:
        case 0x040F:
            return StatusInformation(parse_fields(data))
        case 0x0401:
            return TerminalTime(parse_fields(data))
        case 0x04FF:
            return parse_intermediate(data)
        case 0x060F:
            return Completion(data)
        case 0x061E:
            return parse_abort(data)
        case 0x06D1:
            return parse_print_line(data)
        case 0x06D3:
            return parse_print_text(data)
        case 0x8000:
            return Positive(data)
        case code if code >> 8 == 0x84:
            return Negative(code & 0xFF, data)
        case _:
            return _decode_command(apdu.instruction, data)


def _take_password(data: bytes) -> tuple[int, bytes]:
    password = from_bcd(data[:PASSWORD_SIZE])
    if len(data) < PASSWORD_SIZE or password is None:
        raise ProtocolError("password missing or not BCD")
    return password, data[PASSWORD_SIZE:]


def _required(fields: Fields, tag: int) -> int:
    value = fields.number(tag)
    if value is None:
        raise ProtocolError(f"field {tag:02X} missing or not a number")
    return value


def _decode_command(instruction: int, data: bytes) -> Message:
    match instruction:
        case 0x0602:
            return LogOff()
        case 0x06B0:
            return AbortRequest()
        case 0x0670:
            return Diagnosis()
        case 0x0601:
            fields = parse_fields(data)
            return Authorisation(
                amount_minor=_required(fields, Bmp.AMOUNT),
                currency=fields.number(Bmp.CURRENCY),
                payment_type=fields.byte(Bmp.PAYMENT_TYPE),
                tlv=fields.raw(Bmp.TLV),
            )
        case 0x06E0:
            fields = parse_fields(data)
            lines = tuple(field.value for field in fields.all if 0xF1 <= field.tag <= 0xF8)
            return DisplayText(seconds=fields.byte(0xF0) or 0, lines=lines)
        case 0x0600 | 0x0620 | 0x0630 | 0x0631 | 0x0650 | 0x0691 | 0x0501:
            password, rest = _take_password(data)
            return _decode_with_password(instruction, password, rest)
        case _:
            return Other(instruction, data)


def _decode_with_password(instruction: int, password: int, rest: bytes) -> Message:
    if instruction == 0x0600:
        return _decode_registration(password, rest)
    fields = parse_fields(rest)
    match instruction:
        case 0x0620:
            return RepeatReceipt(password=password, service=fields.byte(Bmp.SERVICE))
        case 0x0630:
            return Reversal(
                password=password,
                receipt_number=_required(fields, Bmp.RECEIPT),
                amount_minor=fields.number(Bmp.AMOUNT),
                currency=fields.number(Bmp.CURRENCY),
            )
        case 0x0631:
            return Refund(
                password=password,
                amount_minor=_required(fields, Bmp.AMOUNT),
                currency=fields.number(Bmp.CURRENCY),
            )
        case 0x0650:
            return EndOfDay(password=password)
        case 0x0691:
            date, time = _required(fields, Bmp.DATE_WITH_YEAR), _required(fields, Bmp.TIME)
            return SetTime(password=password, date=date, time=time)
        case _:
            return StatusEnquiry(password=password, service=fields.byte(Bmp.SERVICE))


def _decode_registration(password: int, rest: bytes) -> Registration:
    if not rest:
        raise ProtocolError("registration without a configuration byte")
    currency, tail = None, rest[1:]
    if len(tail) >= 2 and tail[0] != Bmp.SERVICE and tail[0] != Bmp.TLV:
        currency, tail = from_bcd(tail[:2]), tail[2:]
        if currency is None:
            raise ProtocolError("currency is not BCD")
    fields = parse_fields(tail)
    return Registration(
        password=password,
        config=rest[0],
        currency=currency,
        service=fields.byte(Bmp.SERVICE),
        tlv=fields.raw(Bmp.TLV),
    )


def permit_print_blocks() -> bytes:
    """The registration's TLV that lets the terminal send print text blocks (tag 26, list 0A: 06 D3)."""
    return encode_tlv(Tlv(0x26, encode_tlv(Tlv(0x0A, b"\x06\xd3"))))
