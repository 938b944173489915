"""What a scale can say, whatever protocol it speaks; and exact weights from decimal text.

Invariants: weights are whole milligrams, never a float; text that is no weight raises `ProtocolError`.
"""

import enum
import re

import msgspec

MG_PER_G = 1_000
_MG_PER_UNIT = {"mg": 1, "g": MG_PER_G, "kg": 1_000 * MG_PER_G}
_NUMBER = re.compile(r"(-?)([0-9]{1,7})(?:\.([0-9]{1,6}))?")


class ProtocolError(Exception):
    """These bytes are no answer of this protocol."""


class Load(enum.Enum):
    """How the load is, in one sample."""

    STABLE = "stable"
    MOVING = "moving"
    OVERLOAD = "overload"
    UNDER_ZERO = "under_zero"
    NOT_READY = "not_ready"
    """The scale cannot weigh just now: warming up, busy, or in its own menu."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to the question for the weight."""

    load: Load
    weight_mg: int = 0
    """With STABLE and, where the protocol tells it, MOVING. May be below zero."""


class WrongUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A weight in a unit that cannot be turned into grams exactly, or is none of weight at all."""

    unit: str


class WrongMode(msgspec.Struct, frozen=True, kw_only=True):
    """A weight from which the scale has already taken a tare: it is not what lies there."""


class ZeroRefused(msgspec.Struct, frozen=True, kw_only=True):
    """The scale did not set itself to zero."""


class Other(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that says nothing of the load: a name, an acknowledgement."""

    text: str


Answer = Sample | WrongUnit | WrongMode | ZeroRefused | Other


def milligrams(number: str, unit: str) -> int | None:
    """The weight exactly; None for a unit other than mg, g and kg. Raises `ProtocolError`.

    >>> milligrams("1.235", "kg")
    1235000
    """
    match = _NUMBER.fullmatch(number)
    if match is None:
        raise ProtocolError(f"{number!r} is no weight")
    per_unit = _MG_PER_UNIT.get(unit)
    if per_unit is None:
        return None
    sign, whole, fraction = match[1], match[2], match[3] or ""
    places: int = 10 ** len(fraction)
    scaled, rest = divmod(int(whole + fraction) * per_unit, places)
    if rest:
        raise ProtocolError(f"{number} {unit} is finer than a milligram")
    return -scaled if sign else scaled


def decimal(weight_mg: int, unit: str, places: int) -> str:
    """A weight as a scale writes it. It must be a multiple of the last place.

    >>> decimal(1235000, "kg", 3)
    '1.235'
    """
    scaled, rest = divmod(abs(weight_mg) * int(10**places), _MG_PER_UNIT[unit])
    if rest:
        raise ValueError(f"{weight_mg} mg has more than {places} places of {unit}")
    digits = f"{scaled:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if weight_mg < 0 else text
