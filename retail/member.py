"""What a lane may know about a member, and how a member is recognised.

A lane needs to know that somebody is a member, in which groups, and what their points may pay for. It never
needs a name, an address or a birthday, so there is no field for one. A card number or phone number is turned
into a key, sent to the store once, and forgotten; `repr` never shows it, so that no log line can.

Source: docs/coupons.md, "Members"; ITU-T E.164 for phone numbers; GS1 mod-10 check digits.
Invariants: pure; never raises on any text; a payment card's number is never taken for a member's.
"""

import enum
import re
from collections.abc import Mapping

import msgspec

from retail.check import require
from retail.codes import check_digit

TEXT_MAX = 512
CARD_DIGITS_MIN, CARD_DIGITS_MAX = 8, 19
PHONE_DIGITS_MIN, PHONE_DIGITS_MAX = 8, 15
CREDENTIAL_MIN, CREDENTIAL_MAX = 8, 400
GROUPS_MAX = 32
CARDS_MAX = 50
"""Stamp cards of a shop, and so of a member."""
USES_MAX = 64
"""Offers whose uses a lane is told of, for one member."""
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PHONE_MARKS = re.compile(r"[ \-./()\u00a0\u2011]")
_CREDENTIAL_BODY = re.compile(r"[A-Za-z0-9._~:/+=-]+")


class OfferUses(msgspec.Struct, frozen=True, kw_only=True):
    """What a member has had of an offer that is limited for each member, or for each member and day."""

    offer_id: str
    uses: int = 0
    """In all, as far back as the offer counts."""
    amount_minor: int = 0
    day: str = ""
    """The newest business day with a use, ISO; the counts below are of this day alone."""
    day_uses: int = 0
    day_minor: int = 0

    def __post_init__(self) -> None:
        require(
            min(self.uses, self.amount_minor, self.day_uses, self.day_minor) >= 0, "uses are not negative"
        )


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A member as the store tells the lane. Nothing here names a person."""

    member_id: str
    """A pseudonym made by the store; neither a card nor a phone number."""
    tier: str = ""
    groups: tuple[str, ...] = ()
    """Groups offers may ask for (`staff`, `family`)."""
    order_number: int | None = None
    """The number this purchase will have: 1 is the first."""
    points: int = 0
    """Available points as last known."""
    stamps: Mapping[str, int] = {}
    """Stamp card to stamps on it, as last known."""
    uses: tuple[OfferUses, ...] = ()
    """What counts against limits per member, as last known (`retail.member_limits`)."""

    def __post_init__(self) -> None:
        require(_ID.fullmatch(self.member_id) is not None, "a member id is a pseudonym of plain characters")
        require(not _is_a_number(self.member_id), "a member id is not a card or phone number")
        require(len(self.uses) <= USES_MAX, f"uses of at most {USES_MAX} offers")
        require(len(self.groups) <= GROUPS_MAX, f"a member is in at most {GROUPS_MAX} groups")
        words = (*self.groups, *self.stamps, *([self.tier] if self.tier else []))
        require(
            all(_WORD.fullmatch(word) for word in words),
            "tiers, groups and stamp cards are plain lower words",
        )
        require(len(self.stamps) <= CARDS_MAX, f"a member has at most {CARDS_MAX} stamp cards")
        require(self.points >= 0 and min(self.stamps.values(), default=0) >= 0, "balances are not negative")
        require(self.order_number is None or self.order_number >= 1, "the first purchase is number 1")

    @property
    def offer_groups(self) -> frozenset[str]:
        """The groups as offers see them; the tier is one of them, written `tier-gold`."""
        return frozenset((*self.groups, f"tier-{self.tier}")) if self.tier else frozenset(self.groups)


def is_card_name(text: str) -> bool:
    """Whether a stamp card may be called so."""
    return _WORD.fullmatch(text) is not None


class KeyKind(enum.Enum):
    """How a member showed who they are."""

    CREDENTIAL = "credential"
    CARD = "card"
    PHONE = "phone"


class MemberKey(msgspec.Struct, frozen=True, kw_only=True):
    """What the store is asked with. Held until it has answered, never journalled."""

    kind: KeyKind
    value: str
    """The credential as scanned, the card's digits, or the phone number as `+` and digits."""

    def __repr__(self) -> str:
        return f"MemberKey(kind={self.kind!r}, value={self.masked()!r})"

    def masked(self) -> str:
        """Enough for a shopper to recognise what was typed: the last two characters."""
        return "…" + self.value[-2:] if self.kind is not KeyKind.CREDENTIAL else "…"


class Fault(enum.Enum):
    """Why a text recognised nobody."""

    NOT_A_MEMBER_CODE = "not_a_member_code"
    TOO_LONG = "too_long"
    BAD_CHECK_DIGIT = "bad_check_digit"
    """Looks like one of our card numbers, mistyped or misread."""
    TOO_SHORT = "too_short"
    """A phone number with too few digits."""


class Identified(msgspec.Struct, frozen=True, kw_only=True):
    """A key or why there is none. Exactly one of the two is set."""

    key: MemberKey | None = None
    fault: Fault | None = None


class MemberRules(msgspec.Struct, frozen=True, kw_only=True):
    """How this shop's members show themselves. The shop's setting."""

    credential_prefixes: tuple[str, ...] = ("member:",)
    """How the text of a member's QR code or Code 128 begins. What follows is opaque here."""
    card_prefixes: tuple[str, ...] = ("21",)
    """How the shop's card numbers begin; in-store numbers, so that they are no product of anybody."""
    card_digits: int = 13
    """Length of a card number with its check digit."""
    country_code: str = "49"
    """Of phone numbers typed without one."""
    trunk_prefix: str = "0"
    """Dialled before national numbers and left out abroad; empty where there is none."""

    def __post_init__(self) -> None:
        require(
            CARD_DIGITS_MIN <= self.card_digits <= CARD_DIGITS_MAX,
            f"a card number has {CARD_DIGITS_MIN} to {CARD_DIGITS_MAX} digits",
        )
        require(
            all(_digits(prefix) and len(prefix) >= 2 for prefix in self.card_prefixes),
            "a card number begins with at least two fixed digits",
        )
        require(all(self.credential_prefixes), "a credential begins with something")
        require(
            _digits(self.country_code) and len(self.country_code) <= 3,
            "a country code is one to three digits",
        )
        require(
            self.trunk_prefix == "" or (_digits(self.trunk_prefix) and len(self.trunk_prefix) <= 2),
            "a trunk prefix is at most two digits",
        )


def identify_scanned(text: str, rules: MemberRules) -> Identified:
    """A member from a scanned code: a credential or a card number. Phone numbers are only ever typed."""
    if len(text) > TEXT_MAX:
        return Identified(fault=Fault.TOO_LONG)
    text = text.strip()
    for prefix in rules.credential_prefixes:
        body = text[len(prefix) :]
        if text[: len(prefix)].lower() == prefix.lower() and _CREDENTIAL_BODY.fullmatch(body):
            if not CREDENTIAL_MIN <= len(body) <= CREDENTIAL_MAX:
                return Identified(fault=Fault.NOT_A_MEMBER_CODE)
            return Identified(key=MemberKey(kind=KeyKind.CREDENTIAL, value=body))
    return _card(text, rules)


def identify_typed(text: str, rules: MemberRules) -> Identified:
    """A member from the keypad: a card number if it looks like one of ours, else a phone number."""
    if len(text) > TEXT_MAX:
        return Identified(fault=Fault.TOO_LONG)
    plain = _PHONE_MARKS.sub("", text)
    card = _card(plain, rules)
    if card.fault is not Fault.NOT_A_MEMBER_CODE:
        return card
    number = phone_number(text, rules)
    if number is None:
        short = _digits(plain.removeprefix("+")) and len(plain) < PHONE_DIGITS_MIN
        return Identified(fault=Fault.TOO_SHORT if short else Fault.NOT_A_MEMBER_CODE)
    return Identified(key=MemberKey(kind=KeyKind.PHONE, value=number))


def phone_number(text: str, rules: MemberRules) -> str | None:
    """A phone number as `+` and its E.164 digits; None if it is none.

    >>> phone_number("0171 / 234 56-78", MemberRules())
    '+491712345678'
    """
    digits = _PHONE_MARKS.sub("", text)
    if digits.startswith("+"):
        digits = digits[1:]
    elif digits.startswith("00"):
        digits = digits[2:]
    elif rules.trunk_prefix and digits.startswith(rules.trunk_prefix):
        digits = rules.country_code + digits[len(rules.trunk_prefix) :]
    else:
        digits = rules.country_code + digits
    # "+49 (0)171": the trunk prefix in brackets, which nobody dials from abroad
    abroad = rules.country_code + rules.trunk_prefix
    if rules.trunk_prefix and digits.startswith(abroad):
        digits = rules.country_code + digits[len(abroad) :]
    if not _digits(digits) or digits.startswith("0"):
        return None
    return f"+{digits}" if PHONE_DIGITS_MIN <= len(digits) <= PHONE_DIGITS_MAX else None


def card_number(payload: str) -> str:
    """A card number from its payload: the digits and their check digit. For whoever issues cards."""
    require(_digits(payload), "a card number is digits")
    return payload + str(check_digit(payload))


def _card(text: str, rules: MemberRules) -> Identified:
    is_ours = len(text) == rules.card_digits and _digits(text) and text.startswith(rules.card_prefixes)
    if not is_ours:
        return Identified(fault=Fault.NOT_A_MEMBER_CODE)
    if check_digit(text[:-1]) != int(text[-1]):
        return Identified(fault=Fault.BAD_CHECK_DIGIT)
    return Identified(key=MemberKey(kind=KeyKind.CARD, value=text))


def _is_a_number(text: str) -> bool:
    """Only digits, and enough of them to be a card or a phone."""
    return len(text) >= PHONE_DIGITS_MIN and _digits(text.replace("-", ""))


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
