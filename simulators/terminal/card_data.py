"""A terminal that forgets every rule: test card numbers, tracks and PINs in all it says.

What is found of these on the lane's side is a leak. The numbers are the schemes' public test numbers.

Source: ISO/IEC 7813 (tracks); the fields of ZVT commands PA00P015 sections 8 and 9.
"""

import msgspec

from kiosk.payment.zvt.codec import (
    Abort,
    Bmp,
    Completion,
    Field,
    Fields,
    IntermediateStatus,
    Message,
    PrintLine,
    PrintText,
    StatusInformation,
    Tlv,
    encode_fields,
    encode_tlv,
)

NUMBER, AMEX, MAESTRO = "4111111111111111", "371449635398431", "6759649826438453"
TRACK_2 = "5105105105105100=29122015432112345678"
TRACK_1 = "%B5555555555554444^CARDHOLDER/JANE^29122015432112345678?"
PIN = "739146"
CANARIES = (NUMBER, AMEX, MAESTRO, "5105105105105100", "5555555555554444", "2015432112345678", PIN)
GROUPED = "4111 1111 1111 1111"
LINES = (
    f"Card {NUMBER}",
    f"Karte {GROUPED}",
    f"{AMEX} {MAESTRO}",
    f"T2 {TRACK_2}",
    f"T1 {TRACK_1}",
    f"PIN {PIN}",
)
_TRACK_1, _TRACK_3, _TRACK_2, _EXPIRY = 0x2D, 0x24, 0x23, 0x0E
_UNKNOWN_TAGS = (0x1F7E, 0x41, 0x45, 0x7F7F)


def leaky(message: Message) -> Message:
    """The same message with card data wherever there is room for it."""
    match message:
        case StatusInformation():
            return StatusInformation(_fields(message.fields))
        case IntermediateStatus():
            return msgspec.structs.replace(message, tlv=encode_tlv(Tlv(0x24, _lines())))
        case PrintText():
            return PrintText(tlv=message.tlv + encode_tlv(Tlv(0x25, _lines())))
        case PrintLine():
            text = message.text + b" " + LINES[len(message.text) % len(LINES)].encode()
            return msgspec.structs.replace(message, text=text)
        case Completion() if not message.data:
            return Completion(encode_fields(_fields(Fields(), with_result=False)))
        case Abort():
            return msgspec.structs.replace(message, fields=_fields(message.fields, with_result=False))
        case _:
            return message


def _lines() -> bytes:
    return b"".join(encode_tlv(Tlv(0x07, line.encode())) for line in LINES)


def _fields(fields: Fields, *, with_result: bool = True) -> Fields:
    """Every text replaced, every track added; what proves the payment stays."""
    kept = {Bmp.PAN, Bmp.TEXT, Bmp.CARD_NAME, Bmp.MERCHANT_ID, Bmp.AUTHORISATION, Bmp.TLV}
    found = [field for field in fields.all if field.tag not in kept]
    number = bytes.fromhex(NUMBER)
    extra = b"".join(encode_tlv(Tlv(tag, NUMBER.encode())) for tag in _UNKNOWN_TAGS)
    applications = encode_tlv(Tlv(0x60, encode_tlv(Tlv(0x43, number)))) + encode_tlv(Tlv(0x43, number))
    found += [
        Field(Bmp.PAN, number),
        Field(_TRACK_2, bytes.fromhex(TRACK_2.replace("=", "d") + "f")),
        Field(_TRACK_1, TRACK_1.encode()),
        Field(_TRACK_3, TRACK_2.encode()),
        Field(_EXPIRY, bytes.fromhex("2912")),
        Field(Bmp.TLV, extra + applications + encode_tlv(Tlv(0x24, _lines()))),
    ]
    if with_result:
        found += [
            Field(Bmp.TEXT, " ".join(LINES[:3]).encode()),
            Field(Bmp.CARD_NAME, f"VISA {NUMBER}".encode()),
            Field(Bmp.MERCHANT_ID, AMEX.encode()),
            Field(Bmp.AUTHORISATION, b"PIN" + PIN.encode()[:5]),
        ]
    return Fields(tuple(found))
