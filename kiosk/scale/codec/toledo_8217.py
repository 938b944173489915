r"""The "8217" interface of checkout scales: one letter asks, a line between STX and CR answers.

    W            the weight: STX 01.235 CR in kg (three places), STX 02.72 CR in lb (two), N behind a net one;
                 while it moves, is under zero or overloaded instead STX ? status CR
    Z            set to zero when at rest and near it: answered by a status

Source: Mettler Toledo, DIVA service manual 72191202 (05/2012), sections 6.1.3 and 6.1.4 ("Status Byte");
docs/devices/scale.md, "8217".
Invariants: parses or raises `ProtocolError`; weights are exact.
"""

import re

from kiosk.scale.codec.answers import (
    Answer,
    Load,
    ProtocolError,
    Sample,
    WrongMode,
    WrongUnit,
    decimal,
    milligrams,
)

BEGIN, END = b"\x02", b"\r"
ASK_WEIGHT = b"W"
ZERO = b"Z"
MOTION, OVER_CAPACITY, UNDER_ZERO, OUTSIDE_ZERO_RANGE, AT_ZERO, NET, ALWAYS = (1 << bit for bit in range(7))
"""The bits of the status byte."""
_WEIGHT = re.compile(r"\x02 *([0-9]{1,3}\.([0-9]{2,3}))(N?)")


def parse(line: bytes) -> Answer:
    """What a line, begun by STX, says. Raises `ProtocolError`."""
    if len(line) == 3 and line.startswith(b"\x02?") and line[2] & ALWAYS:
        return _status(line[2])
    match = _WEIGHT.fullmatch(line.decode("latin-1"))
    if match is None:
        raise ProtocolError(f"{line!r} is no answer of the 8217 interface")
    number, places, net = match.groups()
    if len(places) == 2:
        return WrongUnit(unit="lb")
    if net:
        return WrongMode()
    weight_mg = milligrams(number, "kg")
    if weight_mg is None:  # the type checker cannot know that kg is a unit
        raise ProtocolError(number)
    return Sample(load=Load.STABLE, weight_mg=weight_mg)


def _status(status: int) -> Sample:
    """The gravest first: an overloaded scale may also move."""
    if status & OVER_CAPACITY:
        return Sample(load=Load.OVERLOAD)
    if status & UNDER_ZERO:
        return Sample(load=Load.UNDER_ZERO)
    if status & MOTION:
        return Sample(load=Load.MOVING)
    return Sample(load=Load.STABLE) if status & AT_ZERO else Sample(load=Load.NOT_READY)


def encode(sample: Sample) -> bytes:
    """What a scale with a display in kilograms sends for a sample."""
    match sample.load:
        case Load.STABLE if sample.weight_mg >= 0:
            number = decimal(sample.weight_mg, "kg", 3)
            return BEGIN + f"{number:0>6}".encode() + END
        case Load.STABLE | Load.UNDER_ZERO:
            return status(UNDER_ZERO)
        case Load.MOVING:
            return status(MOTION | (UNDER_ZERO if sample.weight_mg < 0 else 0))
        case Load.OVERLOAD:
            return status(OVER_CAPACITY)
        case Load.NOT_READY:
            return status(OUTSIDE_ZERO_RANGE)


def status(bits: int) -> bytes:
    """A status line."""
    return BEGIN + b"?" + bytes([ALWAYS | bits]) + END
