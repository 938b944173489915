r"""MT-SICS, levels 0 and 1: what the lane asks of a scale, and what it answers.

    SI\r\n                      the weight now, at rest or not
    S S      1.235 kg\r\n       at rest             S D ... in motion
    S +\r\n  S -\r\n  S I\r\n   overload, underload, not executable
    Z\r\n                       set to zero when at rest: Z A done, Z I Z + Z - not

Source: Mettler Toledo, "MT-SICS Reference Manual", "Format of responses", commands SI, Z, I4, @;
docs/devices/scale.md, "MT-SICS".
Invariants: parses or raises `ProtocolError`; weights are exact.
"""

from kiosk.scale.codec.answers import (
    Answer,
    Load,
    Other,
    ProtocolError,
    Sample,
    WrongUnit,
    ZeroRefused,
    decimal,
    milligrams,
)

END = b"\r\n"
ASK_WEIGHT = b"SI\r\n"
ZERO = b"Z\r\n"
ASK_NAME = b"I4\r\n"
CANCEL = b"@\r\n"
"""Ends whatever the scale still does for somebody else, such as repeating its weight; answered like I4."""
WEIGHT_WIDTH = 10
"""Characters of a weight, to the right, with its point and minus."""
GENERAL_ERRORS = frozenset({"ES", "ET", "EL"})
"""Syntax, transmission and logical error: the scale did not understand what we sent."""
_AT_REST, _IN_MOTION = "S", "D"
_WITHOUT_WEIGHT = {
    "+": Load.OVERLOAD,
    "-": Load.UNDER_ZERO,
    "I": Load.NOT_READY,
    "L": Load.NOT_READY,
}


def parse(line: bytes) -> Answer:
    """What a line says. Raises `ProtocolError`."""
    try:
        text = line.decode("ascii")
    except UnicodeDecodeError as error:
        raise ProtocolError("not ASCII") from error
    words = text.split()
    if not text.isprintable() or not words:
        raise ProtocolError("no answer of MT-SICS")
    match words:
        case ["S", status] if status in _WITHOUT_WEIGHT:
            return Sample(load=_WITHOUT_WEIGHT[status])
        case ["S", _, "Error", *_]:
            return Sample(load=Load.NOT_READY)
        case ["S", ("S" | "D" | "M") as status, number, unit]:
            return _weight(status, number, unit)
        case ["Z", ("I" | "+" | "-" | "L")]:
            return ZeroRefused()
        case [("Z" | "I4" | "@"), "A", *_] | [("I4" | "@"), _, *_]:
            return Other(text=text)
        case [word] if word in GENERAL_ERRORS:
            return Other(text=word)
        case _:
            raise ProtocolError(f"{text!r} is no answer of MT-SICS")


def _weight(status: str, number: str, unit: str) -> Answer:
    weight_mg = milligrams(number, unit)
    if weight_mg is None:
        return WrongUnit(unit=unit)
    load = Load.MOVING if status == _IN_MOTION else Load.STABLE
    return Sample(load=load, weight_mg=weight_mg)


def encode(sample: Sample, unit: str = "kg", places: int = 3) -> bytes:
    """What a scale sends for a sample."""
    match sample.load:
        case Load.STABLE | Load.MOVING:
            status = _AT_REST if sample.load is Load.STABLE else _IN_MOTION
            number = decimal(sample.weight_mg, unit, places)
            return f"S {status} {number:>{WEIGHT_WIDTH}} {unit}\r\n".encode()
        case Load.OVERLOAD:
            return b"S +\r\n"
        case Load.UNDER_ZERO:
            return b"S -\r\n"
        case Load.NOT_READY:
            return b"S I\r\n"
