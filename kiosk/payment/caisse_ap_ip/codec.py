"""Caisse-AP in the network: one text to the terminal, one text back, as tagged fields.

    CZ 004 0300  CJ 012 ...  CA 002 01  CE 003 978  CD 001 0  CB 004 1234

Two characters of tag, three digits of length, the value; `CZ` first, the rest in any order. Nothing marks the
end: a text is whole when its fields end where it ends.

Source: docs/devices/caisse_ap.md, "In the network"; the Odoo community's l10n_fr_pos_caisse_ap_ip.
Invariants: decoding gives a message or `ProtocolError`; the card number never leaves this module but for its
last four digits, the expiry date not at all.
"""

import msgspec

VERSION = "0300"
PROTOCOL_ID = "012345678901"
"""A number every register sends and no terminal minds."""
TEXT_MAX = 2048
FIELDS_MAX = 64
AMOUNT_MAX = 999_999_999_999
DEBIT, CREDIT = "0", "1"
DONE, NOT_DONE = "10", "01"
CANCELLED = frozenset({"06", "08", "11"})
"""Abandoned, timed out, stopped by the operator."""
REFUSED = frozenset({"00", "02", "04", "05", "07", "09", "10", "12", "13"})
"""Reasons that say that nothing was done. 01 and 03 say that it was."""
_ENTRY_MODES = {"1": "chip", "2": "contactless", "3": "magstripe"}
_HEAD = 5


class ProtocolError(ValueError):
    """The bytes are no message of this protocol; the text says why."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Charge, or with `kind` CREDIT give back. `currency` is the ISO 4217 number."""

    pos: str
    amount_minor: int
    currency: int
    kind: str = DEBIT


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it. Fields the terminal left out are empty or None."""

    status: str
    reason: str = ""
    pos: str = ""
    amount_minor: int | None = None
    currency: int | None = None
    kind: str = ""
    last_digits: str = ""
    authorisation: str = ""
    application_id: str = ""
    contract: str = ""
    entry_mode: str = ""


def encode_request(request: Request) -> bytes:
    """The text of a request."""
    if not 0 < request.amount_minor <= AMOUNT_MAX:
        raise ProtocolError(f"{request.amount_minor} cannot be asked for")
    return join(
        {
            "CZ": VERSION,
            "CJ": PROTOCOL_ID,
            "CA": request.pos,
            "CE": f"{request.currency:03d}",
            "BA": "0",
            "CD": request.kind,
            "CB": f"{request.amount_minor:02d}",
        }
    )


def decode_request(raw: bytes) -> Request:
    """The request in a text."""
    fields = split(raw)
    amount, currency = _number(fields.get("CB", "")), _number(fields.get("CE", ""))
    if amount is None or currency is None or fields.get("CD") not in (DEBIT, CREDIT):
        raise ProtocolError("amount, currency or kind is missing")
    return Request(pos=fields.get("CA", ""), amount_minor=amount, currency=currency, kind=fields["CD"])


def decode_answer(raw: bytes) -> Answer:
    """The answer in a text."""
    fields = split(raw)
    if "AE" not in fields:
        raise ProtocolError("no status")
    digits = "".join(character for character in fields.get("AA", "")[-4:] if character.isdecimal())
    aid = fields.get("AI", "").upper()
    return Answer(
        status=fields["AE"],
        reason=fields.get("AF", ""),
        pos=fields.get("CA", ""),
        amount_minor=_number(fields.get("CB", "")),
        currency=_number(fields.get("CE", "")),
        kind=fields.get("CD", ""),
        last_digits=digits if len(digits) == 4 else "",
        authorisation=fields.get("AC", "")[:8],
        application_id=aid if aid.startswith(("A", "D", "F")) and len(aid) <= 32 else "",
        contract=fields.get("CG", "")[:10],
        entry_mode=_ENTRY_MODES.get(fields.get("CI", ""), ""),
    )


def is_whole(raw: bytes) -> bool:
    """The fields end where the text ends, and the status is among them."""
    try:
        return "AE" in split(raw)
    except ProtocolError:
        return False


def split(raw: bytes) -> dict[str, str]:
    """Fields by tag; of a tag that comes twice the text makes no sense."""
    if len(raw) > TEXT_MAX:
        raise ProtocolError(f"{len(raw)} bytes are more than {TEXT_MAX}")
    try:
        text = raw.decode("ascii")
    except UnicodeDecodeError:
        raise ProtocolError("not ASCII") from None
    fields: dict[str, str] = {}
    at = 0
    while at < len(text):
        tag, size = text[at : at + 2], text[at + 2 : at + _HEAD]
        if len(size) < 3 or not size.isdecimal() or not tag.isalnum() or tag in fields:
            raise ProtocolError(f"no field at {at}")
        end = at + _HEAD + int(size)
        if end > len(text) or len(fields) == FIELDS_MAX:
            raise ProtocolError(f"field at {at} is cut off")
        fields[tag] = text[at + _HEAD : end]
        at = end
    if next(iter(fields), "") != "CZ":
        raise ProtocolError("does not begin with the protocol's version")
    return fields


def join(fields: dict[str, str]) -> bytes:
    """The reverse of `split`."""
    return "".join(f"{tag}{len(value):03d}{value}" for tag, value in fields.items()).encode("ascii")


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 12 else None
