"""Read and write the text of a merchant-presented payment code (the QR code a shopper scans with a wallet).

A wallet gateway hands us such a text to show; we read it before we show it, so that a code for another
amount or currency never reaches a shopper's eyes. It is also how a shop's own gateway makes one.

Source: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode, sections 3 and 4.
Invariants: the checksum covers everything before it; a length counts characters, not bytes;
`encode(parse(text)) == text` for every text whose fields stand in the usual order (checksum last).
"""

import binascii

import msgspec

from retail.money import alphabetic_code, exponent, numeric_code

TEXT_MAX = 512
"""Characters: the specification's limit, and what a camera still reads from a screen."""
FIELDS_MAX = 99
CRC_TAG, CRC_SIZE = "63", 4
FORMAT, POINT_OF_INITIATION, CATEGORY, CURRENCY, AMOUNT = "00", "01", "52", "53", "54"
COUNTRY, NAME, CITY, POSTCODE, ADDITIONAL, LANGUAGE = "58", "59", "60", "61", "62", "64"
BILL_NUMBER, REFERENCE, TERMINAL_LABEL = "01", "05", "07"
"""Inside `ADDITIONAL`."""
DYNAMIC = "12"
ACCOUNTS = range(2, 52)
TEMPLATES = frozenset({*(f"{number:02d}" for number in range(26, 52)), ADDITIONAL, LANGUAGE})
VALUE_MAX = 99
Field = tuple[str, str]
"""Tag and value."""


class PayloadError(ValueError):
    """The text is no merchant-presented code; the message says why."""


class Payload(msgspec.Struct, frozen=True, kw_only=True):
    """The fields in their order, without the checksum."""

    fields: tuple[Field, ...]

    def value(self, *path: str) -> str:
        """What stands at a tag (or a tag inside a template); empty if nothing does."""
        fields, found = self.fields, ""
        for depth, tag in enumerate(path):
            if depth:
                fields = split(found)
            found = next((value for name, value in fields if name == tag), "")
            if not found:
                return ""
        return found

    @property
    def is_dynamic(self) -> bool:
        """Made for one payment, not printed on a counter."""
        return self.value(POINT_OF_INITIATION) == DYNAMIC

    @property
    def currency(self) -> str | None:
        """ISO 4217 alphabetic; None for one this system does not carry."""
        number = self.value(CURRENCY)
        return alphabetic_code(int(number)) if number.isascii() and number.isdecimal() else None

    @property
    def amount_minor(self) -> int | None:
        """None when the payer enters it, or when it is no amount of `currency`."""
        return read_amount(self.value(AMOUNT), self.currency) if self.currency else None


def crc(text: str) -> str:
    """The checksum over the UTF-8 bytes of `text`, which ends with its own tag and length.

    >>> crc("123456789")
    '29B1'
    """
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"


def encode(payload: Payload) -> str:
    """The text of a code. `PayloadError` when a field or the whole is too long."""
    body = join(payload.fields) + f"{CRC_TAG}{CRC_SIZE:02d}"
    text = body + crc(body)
    if len(text) > TEXT_MAX:
        raise PayloadError(f"{len(text)} characters are more than {TEXT_MAX}")
    return text


def parse(text: str) -> Payload:
    """The fields of a code, its checksum checked. `PayloadError` for everything else.

    >>> parse("0002015802TH63040445").value(COUNTRY)
    'TH'
    """
    if len(text) > TEXT_MAX:
        raise PayloadError(f"{len(text)} characters are more than {TEXT_MAX}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PayloadError("not text that can be written as UTF-8") from error
    fields = split(text)
    if not fields or fields[0] != (FORMAT, "01"):
        raise PayloadError("does not begin with 000201")
    if fields[-1][0] != CRC_TAG or len(fields[-1][1]) != CRC_SIZE:
        raise PayloadError("does not end with a checksum")
    found, wanted = fields[-1][1], crc(text[:-CRC_SIZE])
    if found.upper() != wanted:
        raise PayloadError(f"checksum {found} instead of {wanted}")
    if any(tag == CRC_TAG for tag, _ in fields[:-1]):
        raise PayloadError("two checksums")
    for tag, value in fields[:-1]:
        if tag in TEMPLATES:
            split(value)
    return Payload(fields=fields[:-1])


def split(text: str) -> tuple[Field, ...]:
    """Tag, two digits of length in characters, value; again and again to the end."""
    fields: list[Field] = []
    at = 0
    while at < len(text):
        head = text[at : at + 4]
        if len(head) < 4 or not (head.isascii() and head.isdecimal()):
            raise PayloadError(f"no tag and length at character {at}")
        end = at + 4 + int(head[2:])
        if end > len(text) or end == at + 4:
            raise PayloadError(f"field {head[:2]} is empty or cut off")
        fields.append((head[:2], text[at + 4 : end]))
        at = end
        if len(fields) > FIELDS_MAX:
            raise PayloadError(f"more than {FIELDS_MAX} fields")
    return tuple(fields)


def join(fields: tuple[Field, ...]) -> str:
    """The reverse of `split`."""
    for tag, value in fields:
        if len(tag) != 2 or not (tag.isascii() and tag.isdecimal()):
            raise PayloadError(f"{tag} is no tag")
        if not 0 < len(value) <= VALUE_MAX:
            raise PayloadError(f"field {tag} has {len(value)} characters; 1 to {VALUE_MAX} are allowed")
    return "".join(f"{tag}{len(value):02d}{value}" for tag, value in fields)


def payment(
    *,
    account: Field,
    amount_minor: int,
    currency: str,
    country: str,
    name: str,
    city: str,
    reference: str,
    category: str = "5411",
) -> Payload:
    """A code for one payment. `account` is a tag 02 to 51 and its value; `category` 5411 is a grocery."""
    fields: tuple[Field, ...] = (
        (FORMAT, "01"),
        (POINT_OF_INITIATION, DYNAMIC),
        account,
        (CATEGORY, category),
        (CURRENCY, f"{numeric_code(currency):03d}"),
        (AMOUNT, write_amount(amount_minor, currency)),
        (COUNTRY, country),
        (NAME, name),
        (CITY, city),
        (ADDITIONAL, join(((REFERENCE, reference),))),
    )
    return Payload(fields=fields)


def write_amount(amount_minor: int, currency: str) -> str:
    """Digits with a point where the currency has minor units.

    >>> write_amount(1205, "EUR")
    '12.05'
    """
    if amount_minor <= 0:
        raise PayloadError(f"{amount_minor} is nothing to ask for")
    digits = exponent(currency)
    whole, fraction = divmod(amount_minor, 10**digits)
    return f"{whole}.{fraction:0{digits}d}" if digits else str(whole)


def read_amount(text: str, currency: str) -> int | None:
    """Minor units of `currency`; None if the text is no such amount.

    >>> read_amount("23.7", "EUR"), read_amount("23.725", "EUR"), read_amount("+1", "EUR")
    (2370, None, None)
    """
    whole, point, fraction = text.partition(".")
    digits = exponent(currency)
    if not text.isascii() or not (whole + fraction).isdecimal() or not whole or len(text) > 13:
        return None
    if len(fraction) > digits or (point and not digits):
        return None
    return int(whole + fraction.ljust(digits, "0"))
