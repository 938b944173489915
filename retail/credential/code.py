"""The text of a credential and its parts.

    OSC1MR:…   M: member   W: coupon wallet   B: basket   P: order pickup   E: exit
    |  |||     R: moves on every few seconds, shown by a phone   S: stands still, for paper
    |  |shape
    |  version        the rest is base 45:  head (20)  [index (2)  link (12)]  signature (64)
    ours

What a code is stands in front, so that a till tells it from goods and coupons by looking, and a person by
reading. Everything is of one length: what is a character short is damaged, never something else.

Source: docs/credential.md, "The text".
Invariants: pure; never raises on any text; `text_of(parse(text))` is `text`, so one code has one text;
nothing that was parsed is believed before `verify` has looked at it.
"""

import base64
import enum
import hashlib
import re
import struct

import msgspec

from retail.check import require
from retail.credential import base45
from retail.credential.reasons import Reason

VERSION = 1
TEXT_MAX = 154
"""A QR code of version 6 at level M holds no more letters."""
SUBJECT_BYTES = 10
"""80 random bits: among a thousand million of them two are alike with a chance of 1 in 2.4 million."""
KEY_HINT_BYTES = SHOP_HINT_BYTES = 2
LINK_BYTES = 12
SIGNATURE_BYTES = 64
STEPS_S = (10, 12, 15, 20)
"""How many seconds a code may stand. A minute must hold a step and both clocks' faults."""
STEPS_MAX = 4320
"""Links of a chain: a day of 20 seconds. Bounds the work of a till that checks a code."""
LIFE_HOURS_MAX = 24
LIFE_MINUTES_MAX = 60 * 24 * 31
"""A paper code lasts no longer, so that revocations need not be kept for ever."""
AT_MAX = 2**32 - 1
ANY_SHOP = b"\0\0"
_HEAD = struct.Struct(">2s2s10sIBB")
_STILL_HEAD = struct.Struct(">2s2s10sIH")
HEAD_BYTES = _HEAD.size
_MOVING = struct.Struct(">H12s")
_SUBJECT = re.compile(r"[A-Z2-7]{16}")
_PREFIX = re.compile(r"OSC([0-9])([A-Z])([A-Z]):")
_PREFIX_LETTERS = 7


class Kind(enum.Enum):
    """What a code is for."""

    MEMBER = "M"
    WALLET = "W"
    """A member with the coupons chosen for this purchase."""
    BASKET = "B"
    PICKUP = "P"
    EXIT = "E"

    @property
    def is_single_use(self) -> bool:
        """Whether what it names happens once: paying a basket, collecting an order, leaving."""
        return self in (Kind.BASKET, Kind.PICKUP, Kind.EXIT)


class Shape(enum.Enum):
    """Whether a code moves on."""

    MOVING = "R"
    STILL = "S"


class Credential(msgspec.Struct, frozen=True, kw_only=True):
    """A code as read: what it says, not whether it is true."""

    kind: Kind
    shape: Shape
    key_hint: bytes
    """The beginning of the hash of the key it says it was signed with."""
    shop_hint: bytes
    """The beginning of the hash of the shop it is for; `ANY_SHOP`: all shops of who signed it."""
    subject: str
    """Whom or what it is about: a pseudonym made for this, 16 letters. Never a card or telephone number."""
    from_s: int
    """Seconds since 1970, UTC: when it begins to count."""
    life_s: int
    step_s: int = 0
    """Seconds each code of a moving one stands."""
    index: int = 0
    """Which code of a moving one this is; the first is 1."""
    link: bytes = b""
    """What nobody can know before this code is shown."""
    signature: bytes

    def __post_init__(self) -> None:
        require(len(self.head) == HEAD_BYTES, "a head is made of known parts")
        require(len(self.signature) == SIGNATURE_BYTES, "a signature has 64 bytes")
        if self.shape is Shape.MOVING:
            require(1 <= self.index <= self.life_s // self.step_s, "a moving code is one of its chain")
            require(len(self.link) == LINK_BYTES, "a link has 12 bytes")
        else:
            require((self.step_s, self.index, self.link) == (0, 0, b""), "a still code has no chain")

    def __repr__(self) -> str:
        return f"Credential({self.kind.name}, {self.shape.name}, …{self.subject[-4:]}, index={self.index})"

    @property
    def until_s(self) -> int:
        """The second it no longer counts in."""
        return self.from_s + self.life_s

    @property
    def shown_s(self) -> int:
        """The second a moving code appears in by its phone's clock; the beginning of a still one."""
        return self.from_s + (self.index - 1) * self.step_s if self.index else self.from_s

    @property
    def head(self) -> bytes:
        """The part that stays the same while the code moves on."""
        return head_of(
            self.shape,
            key_hint=self.key_hint,
            shop_hint=self.shop_hint,
            subject=self.subject,
            from_s=self.from_s,
            life_s=self.life_s,
            step_s=self.step_s,
        )


def parse(text: str) -> Credential | Reason:
    """A code's parts, or why it has none: `NOT_OURS`, `NEWER` or `DAMAGED`."""
    text = text.strip(" \t\r\n")
    if len(text) > TEXT_MAX or not text.isascii():
        return Reason.NOT_OURS
    text = text.upper()  # a hand scanner with Caps Lock
    prefix = _PREFIX.match(text)
    if prefix is None:
        return Reason.NOT_OURS
    version, kind, shape = prefix.groups()
    if version != str(VERSION) or kind not in _KINDS or shape not in _SHAPES:
        return Reason.NEWER
    body = base45.decode(text[_PREFIX_LETTERS:])
    if body is None:
        return Reason.DAMAGED
    read = _moving if _SHAPES[shape] is Shape.MOVING else _still
    return read(_KINDS[kind], body) or Reason.DAMAGED


def text_of(credential: Credential) -> str:
    """The text to put into a QR code: digits, capitals and signs of its alphanumeric mode only."""
    body = credential.head
    if credential.shape is Shape.MOVING:
        body += _MOVING.pack(credential.index, credential.link)
    return prefix_of(credential.kind, credential.shape) + base45.encode(body + credential.signature)


def prefix_of(kind: Kind, shape: Shape) -> str:
    """How the texts of a kind begin."""
    return f"OSC{VERSION}{kind.value}{shape.value}:"


def head_of(
    shape: Shape, *, key_hint: bytes, shop_hint: bytes, subject: str, from_s: int, life_s: int, step_s: int
) -> bytes:
    """The first 20 bytes of a code, of parts that `parse` reads back."""
    hints = (len(key_hint), len(shop_hint))
    require(hints == (KEY_HINT_BYTES, SHOP_HINT_BYTES), "hints have two bytes")
    require(_SUBJECT.fullmatch(subject) is not None, "a subject is 16 letters of base 32")
    require(0 <= from_s <= AT_MAX, "a moment fits into four bytes")
    if shape is Shape.MOVING:
        require(_moves(life_s, step_s), "a moving code has whole hours, a known step and few links")
    else:
        require(_stands(life_s), "a still code lasts whole minutes, a month at most")
    raw = base64.b32decode(subject)
    if shape is Shape.MOVING:
        return _HEAD.pack(key_hint, shop_hint, raw, from_s, life_s // 3600, step_s)
    return _STILL_HEAD.pack(key_hint, shop_hint, raw, from_s, life_s // 60)


def subject_of(raw: bytes) -> str:
    """A subject from 10 random bytes."""
    require(len(raw) == SUBJECT_BYTES, "a subject is made of 10 random bytes")
    return base64.b32encode(raw).decode()


def member_value(subject: str) -> str:
    """How a subject stands among a member's keys (`retail.member.MemberKey.value`).

    A subject can be read from every code, so the key must be none that a text such as `member:SUBJECT` can
    spell: a `#` is no letter of those.
    """
    return f"#{subject}"


def shop_hint(shop_id: str) -> bytes:
    """What tells shops apart in a code. The signature is over the whole id; this only says whose it is."""
    hint = hashlib.sha256(b"shop\0" + shop_id.encode()).digest()[:SHOP_HINT_BYTES]
    return hint if hint != ANY_SHOP else b"\0\1"


def _moving(kind: Kind, body: bytes) -> Credential | None:
    if len(body) != _HEAD.size + _MOVING.size + SIGNATURE_BYTES:
        return None
    key, shop, subject, from_s, life_h, step_s = _HEAD.unpack_from(body)
    index, link = _MOVING.unpack_from(body, _HEAD.size)
    if not _moves(life_h * 3600, step_s) or not 1 <= index <= life_h * 3600 // step_s:
        return None
    return Credential(
        kind=kind,
        shape=Shape.MOVING,
        key_hint=key,
        shop_hint=shop,
        subject=subject_of(subject),
        from_s=from_s,
        life_s=life_h * 3600,
        step_s=step_s,
        index=index,
        link=link,
        signature=body[-SIGNATURE_BYTES:],
    )


def _still(kind: Kind, body: bytes) -> Credential | None:
    if len(body) != _STILL_HEAD.size + SIGNATURE_BYTES:
        return None
    key, shop, subject, from_s, minutes = _STILL_HEAD.unpack_from(body)
    if not _stands(minutes * 60):
        return None
    return Credential(
        kind=kind,
        shape=Shape.STILL,
        key_hint=key,
        shop_hint=shop,
        subject=subject_of(subject),
        from_s=from_s,
        life_s=minutes * 60,
        signature=body[-SIGNATURE_BYTES:],
    )


def _moves(life_s: int, step_s: int) -> bool:
    if step_s not in STEPS_S or life_s % 3600:
        return False
    return 1 <= life_s // 3600 <= LIFE_HOURS_MAX and life_s // step_s <= STEPS_MAX


def _stands(life_s: int) -> bool:
    return life_s % 60 == 0 and 1 <= life_s // 60 <= LIFE_MINUTES_MAX


_KINDS = {kind.value: kind for kind in Kind}
_SHAPES = {shape.value: shape for shape in Shape}
