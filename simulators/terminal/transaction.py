"""What a transaction, and a day of them, look like in a status information (04 0F)."""

import datetime
from collections.abc import Sequence

import msgspec

from kiosk.payment.zvt.codec import (
    Bmp,
    DayTotals,
    Field,
    Fields,
    GroupTotal,
    Tlv,
    bcd,
    encode_tlv,
    encode_totals,
)
from simulators.terminal.ledger import SIGNS, Entry

AID = bytes.fromhex("A0000000041010")
SYNC_ID = 0x1F1F
PAYMENT_TYPE_ONLINE = 0x60
CARD_MASTERCARD = 0x06


class Transaction(msgspec.Struct, frozen=True, kw_only=True):
    """One payment or reversal; amounts in minor units, currency as ISO 4217 number."""

    amount_minor: int
    currency: int
    receipt_number: int
    trace_number: int
    when: datetime.datetime
    terminal_id: int
    result: int = 0
    original_trace: int | None = None
    text: str = ""
    charset: str = "cp437"
    omit_amount: bool = False
    sync_id: bool = False

    def fields(self) -> Fields:
        """The body of its status information, fields in the order real terminals send them."""
        if self.result != 0:
            return self._declined()
        found = [Field(Bmp.RESULT, b"\x00")]
        if not self.omit_amount:
            found.append(Field(Bmp.AMOUNT, bcd(self.amount_minor, 6)))
        found += [
            Field(Bmp.CURRENCY, bcd(self.currency, 2)),
            *self._when(),
            Field(Bmp.PAN, bytes.fromhex("559883EEEEEE8074")),
            Field(Bmp.RECEIPT, bcd(self.receipt_number, 2)),
            Field(Bmp.AUTHORISATION, b"750071\x00\x00"),
            Field(Bmp.TRACE, bcd(self.trace_number, 3)),
            Field(Bmp.PAYMENT_TYPE, bytes((PAYMENT_TYPE_ONLINE,))),
            Field(Bmp.TERMINAL_ID, bcd(self.terminal_id, 4)),
            Field(Bmp.CARD_TYPE, bytes((CARD_MASTERCARD,))),
            Field(Bmp.CARD_NAME, b"Debit Mastercard\x00"),
            Field(Bmp.MERCHANT_ID, b"804011926      "),
        ]
        if self.original_trace is not None:
            found.append(Field(Bmp.ORIGINAL_TRACE, bcd(self.original_trace, 3)))
        how = Tlv(0x2F, encode_tlv(Tlv(0x1F10, b"\x00"), Tlv(0x1F12, b"\x02")))
        sync = (Tlv(SYNC_ID, bcd(self.receipt_number, 2)),) if self.sync_id else ()
        found.append(Field(Bmp.TLV, encode_tlv(how, Tlv(0x60, encode_tlv(Tlv(0x43, AID))), *sync)))
        return Fields(tuple(found))

    def _declined(self) -> Fields:
        found = [Field(Bmp.RESULT, bytes((self.result,))), *self._when()]
        if self.receipt_number:
            found.append(Field(Bmp.RECEIPT, bcd(self.receipt_number, 2)))
            found.append(Field(Bmp.TRACE, bcd(self.trace_number, 3)))
        found.append(Field(Bmp.TERMINAL_ID, bcd(self.terminal_id, 4)))
        if self.sync_id and self.receipt_number:
            found.append(Field(Bmp.TLV, encode_tlv(Tlv(SYNC_ID, bcd(self.receipt_number, 2)))))
        if self.text:
            found.append(Field(Bmp.TEXT, self.text.encode(self.charset)))
        return Fields(tuple(found))

    def _when(self) -> tuple[Field, Field]:
        return (
            Field(Bmp.TIME, bytes.fromhex(f"{self.when:%H%M%S}")),
            Field(Bmp.DATE, bytes.fromhex(f"{self.when:%m%d}")),
        )


def day_fields(entries: Sequence[Entry]) -> Fields:
    """An end of day: the sum of the day, and by scheme. Every card here is a Mastercard."""
    total = max(0, sum(SIGNS[entry.kind] * entry.amount_minor for entry in entries))
    undone = {entry.trace_number for entry in entries if entry.kind == "reversal"}
    standing = [entry for entry in entries if entry.kind == "charge" and entry.trace_number not in undone]
    names = ("girocard", "jcb", "mastercard", "amex", "visa", "diners", "other")
    groups = tuple(
        GroupTotal(
            group=name,
            count=len(standing) if name == "mastercard" else 0,
            amount_minor=total if name == "mastercard" else 0,
        )
        for name in names
    )
    receipts = [entry.receipt_number for entry in entries] or [0]
    totals = DayTotals(first_receipt=receipts[0], last_receipt=receipts[-1], groups=groups)
    return Fields(
        (
            Field(Bmp.RESULT, b"\x00"),
            Field(Bmp.AMOUNT, bcd(total, 6)),
            Field(Bmp.TOTALS, encode_totals(totals)),
        )
    )
