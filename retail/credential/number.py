"""The short number of a credential: to say to a cashier, to type on a keypad.

    2 47110815 36   ->   247 1108 1536
    | |        check digits
    | moves on every minute
    kind

Eleven digits, because no product has eleven; the first is 2 to 6, because numbers of telephones dialled in
full begin with 0 or 1. Eight digits cannot be signed: only who holds the shop's number key can tell whose
they are, by working out the numbers of those it may be (whoever asked for a number, or checked in). So a
number counts for less than a code: it collects and redeems, and never pays.

Source: docs/credential.md, "The number"; RFC 4226, 5.3 (truncation), RFC 6238 (time), ISO/IEC 7064 MOD 97-10.
Invariants: pure; never raises on any text; of two whom a number fits, it names none.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from itertools import islice

import msgspec

from retail.credential.code import Kind
from retail.credential.reasons import Reason

STEP_S = 60
"""Long enough to say it and type it."""
DIGITS = 8
LENGTH = 1 + DIGITS + 2
CANDIDATES_MAX = 10_000
"""Whom one number is tried on. Who asks keeps the list short; beyond it the number is refused."""
TEXT_MAX = 64
_FIRST = {Kind.MEMBER: "2", Kind.WALLET: "3", Kind.PICKUP: "4", Kind.BASKET: "5", Kind.EXIT: "6"}
_KINDS = {first: kind for kind, first in _FIRST.items()}
_MARKS = re.compile(r"[ \-./]")


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number whose check digits are right."""

    kind: Kind
    digits: str
    """The eight that move on."""

    def __repr__(self) -> str:
        return f"Number({self.kind.name})"


class NumberMatch(msgspec.Struct, frozen=True, kw_only=True):
    """Whose number it is."""

    kind: Kind
    subject: str
    shown_s: int
    """When the number appeared, for `replay`."""

    @property
    def replay_key(self) -> str:
        """Names the numbers of a subject in `replay.Seen`; codes and numbers move on apart."""
        return f"#{self.kind.value}{self.subject}"


def key_for(shop_key: bytes, kind: Kind, subject: str) -> bytes:
    """The key of one subject's numbers, which the phone is given with its grant."""
    return hmac.digest(shop_key, f"number\0{kind.value}{subject}".encode(), hashlib.sha256)


def number_at(key: bytes, kind: Kind, at_s: int) -> str:
    """The eleven digits of that minute."""
    payload = _FIRST[kind] + _digits(key, at_s // STEP_S)
    return payload + check_digits(payload)


def spoken(number: str) -> str:
    """A number as people read it.

    >>> spoken("24711081536")
    '247 1108 1536'
    """
    return f"{number[:3]} {number[3:7]} {number[7:]}"


def read_number(text: str) -> Number | Reason:
    """A typed number: `NOT_OURS` if it is none, `DAMAGED` if its check digits are wrong."""
    if len(text) > TEXT_MAX:
        return Reason.NOT_OURS
    digits = _MARKS.sub("", text.strip())
    if len(digits) != LENGTH or not (digits.isascii() and digits.isdigit()) or digits[0] not in _KINDS:
        return Reason.NOT_OURS
    if int(digits) % 97 != 1:
        return Reason.DAMAGED
    return Number(kind=_KINDS[digits[0]], digits=digits[1 : 1 + DIGITS])


def find(number: Number, candidates: Iterable[tuple[str, bytes]], at_s: int) -> NumberMatch | Reason:
    """Whose number it is, of the subjects with their keys that it may be; this minute's or the last one's."""
    tried = list(islice(candidates, CANDIDATES_MAX + 1))
    if len(tried) > CANDIDATES_MAX:
        return Reason.BUSY
    now = at_s // STEP_S
    found = [
        NumberMatch(kind=number.kind, subject=subject, shown_s=step * STEP_S)
        for subject, key in tried
        for step in (now, now - 1)
        if hmac.compare_digest(_digits(key, step), number.digits)
    ]
    return found[0] if len({match.subject for match in found}) == 1 else Reason.UNKNOWN


def check_digits(payload: str) -> str:
    """The two digits that leave 1 of the whole after 97: a wrong digit or two swapped ones always show."""
    return f"{98 - int(payload) * 100 % 97:02d}"


def _digits(key: bytes, step: int) -> str:
    raw = hmac.digest(key, max(step, 0).to_bytes(8, "big"), hashlib.sha256)
    at = raw[-1] & 0x0F
    value = int.from_bytes(raw[at : at + 4], "big") & 0x7FFFFFFF
    return f"{value % 10**DIGITS:0{DIGITS}d}"
