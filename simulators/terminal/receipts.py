"""The receipts the terminal has printed through the register, as print text blocks.

Lines are at most 32 characters, so that any receipt printer takes them as they are.
"""

import datetime

from kiosk.payment.zvt.codec import RECEIPT_CUSTOMER, RECEIPT_MERCHANT, PrintLine, PrintText, Tlv, encode_tlv

WIDTH = 32


def _pair(left: str, right: str) -> str:
    return f"{left}{right:>{WIDTH - len(left)}}"


def _money(amount_minor: int) -> str:
    return f"EUR {amount_minor // 100}.{amount_minor % 100:02d}"


def payment_lines(
    *, title: str, kind: str, when: datetime.datetime, terminal_id: str, receipt: int, trace: int, amount: int
) -> list[str]:
    """The text of one card receipt."""
    return [
        f"** {title} **".center(WIDTH).rstrip(),
        "",
        kind.center(WIDTH).rstrip(),
        _pair("Debit Mastercard", "contactless"),
        _pair(_money(amount).split()[0], _money(amount).split()[1]),
        "",
        _pair(f"{when:%d.%m.%Y}", f"{when:%H:%M:%S}"),
        _pair("Terminal-ID", terminal_id),
        _pair("Trace-No.", f"{trace:06d}"),
        _pair("Receipt-No.", f"{receipt:04d}"),
        _pair("Card", "############8074"),
        _pair("AID", "A0000000041010"),
        _pair("Auth. code", "750071"),
        "",
        "Payment approved".center(WIDTH).rstrip() if kind == "PURCHASE" else kind.center(WIDTH).rstrip(),
    ]


def as_block(lines: list[str], *, customer: bool) -> PrintText:
    """The 06 D3 message for `lines`."""
    receipt_type = RECEIPT_CUSTOMER if customer else RECEIPT_MERCHANT
    text = b"".join(encode_tlv(Tlv(0x07, line.encode("cp437"))) for line in lines)
    return PrintText(tlv=encode_tlv(Tlv(0x1F07, bytes((receipt_type,))), Tlv(0x25, text)))


def as_lines(lines: list[str], *, customer: bool) -> list[PrintLine]:
    """The same as 06 D1 messages; the kind stands in a container behind each text, as some acquirers do."""
    kind = encode_tlv(Tlv(0x1F07, bytes((RECEIPT_CUSTOMER if customer else RECEIPT_MERCHANT,))))
    attributes = [0x00] * (len(lines) - 1) + [0x80 | 0x01]
    return [
        PrintLine(attribute=attribute, text=line.encode("cp437"), tlv=kind)
        for attribute, line in zip(attributes, lines, strict=True)
    ]
