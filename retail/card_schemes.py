"""Card schemes as a terminal adds them up, and what it tells when it closes its day.

Source: ZVT commands PA00P015 section 2.16 (end of day) and BMP 60; ISO/IEC 7816-5 (the first five bytes of a
card application's id name its scheme).
Invariants: pure; every payment belongs to one scheme.
"""

import enum

import msgspec

from retail.card import CardResult


class CardGroup(enum.Enum):
    """The schemes a terminal adds up by; the value is the stored name."""

    GIROCARD = "girocard"
    JCB = "jcb"
    MASTERCARD = "mastercard"
    AMEX = "amex"
    VISA = "visa"
    DINERS = "diners"
    OTHER = "other"


_BY_PROVIDER = {
    "A000000359": CardGroup.GIROCARD,
    "A000000065": CardGroup.JCB,
    "A000000004": CardGroup.MASTERCARD,
    "A000000025": CardGroup.AMEX,
    "A000000003": CardGroup.VISA,
    "A000000152": CardGroup.DINERS,
}
"""The first five bytes of a card application's id name its scheme (ISO/IEC 7816-5)."""
_BY_NAME = (
    ("girocard", CardGroup.GIROCARD),
    ("jcb", CardGroup.JCB),
    ("mastercard", CardGroup.MASTERCARD),
    ("american express", CardGroup.AMEX),
    ("amex", CardGroup.AMEX),
    ("visa", CardGroup.VISA),
    ("diners", CardGroup.DINERS),
    ("discover", CardGroup.DINERS),
)
_MAESTRO = "A0000000043060"
"""Of Mastercard, but terminals add it up with the rest."""
PROVIDER_DIGITS = 10


class CardTotal(msgspec.Struct, frozen=True, kw_only=True):
    """Number and sum of one group."""

    group: CardGroup
    count: int
    amount_minor: int


class TerminalDay(msgspec.Struct, frozen=True, kw_only=True):
    """What a terminal told when it closed its day. None and empty: it did not tell."""

    total_minor: int | None = None
    totals: tuple[CardTotal, ...] = ()
    first_receipt: int | None = None
    last_receipt: int | None = None


def group_of(card: CardResult) -> CardGroup:
    """The scheme of a payment, by its application id, else by the card's name.

    >>> group_of(CardResult(result_code=0, application_id="A0000000031010"))
    <CardGroup.VISA: 'visa'>
    """
    if card.application_id.startswith(_MAESTRO):
        return CardGroup.OTHER
    found = _BY_PROVIDER.get(card.application_id[:PROVIDER_DIGITS])
    if found is not None:
        return found
    name = card.card_name.lower()
    return next((group for word, group in _BY_NAME if word in name), CardGroup.OTHER)
