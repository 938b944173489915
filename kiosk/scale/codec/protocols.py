"""The protocols by name, and the decoder that goes with each.

Invariants: a decoder never raises; lines that say nothing are counted; feeding one byte at a time gives the
same answers as feeding all at once.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.scale.codec import mt_sics, toledo_8217
from kiosk.scale.codec.answers import Answer, ProtocolError
from kiosk.scale.codec.lines import Lines

_SEVEN_BITS = bytes(byte & 0x7F for byte in range(256))


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """How one kind of scale is spoken to."""

    name: str
    begin: bytes = b""
    end: bytes
    has_seven_bits: bool = False
    """Its characters have seven bits: the eighth, left there by a line without parity, does not count."""
    hello: bytes = b""
    """Sent once when the line has been opened."""
    ask_weight: bytes
    zero: bytes
    parse: Callable[[bytes], Answer]


PROTOCOLS = {
    one.name: one
    for one in (
        Protocol(
            name="mt-sics",
            end=mt_sics.END,
            hello=mt_sics.CANCEL,
            ask_weight=mt_sics.ASK_WEIGHT,
            zero=mt_sics.ZERO,
            parse=mt_sics.parse,
        ),
        Protocol(
            name="toledo-8217",
            begin=toledo_8217.BEGIN,
            end=toledo_8217.END,
            has_seven_bits=True,
            ask_weight=toledo_8217.ASK_WEIGHT,
            zero=toledo_8217.ZERO,
            parse=toledo_8217.parse,
        ),
    )
}


class Decoder:
    """Bytes in, answers out."""

    def __init__(self, protocol: Protocol) -> None:
        self._protocol = protocol
        self._lines = Lines(protocol.end, protocol.begin)
        self._wrong = 0

    @property
    def garbled(self) -> int:
        """Lines so far that were too long or said nothing this protocol knows."""
        return self._lines.lost + self._wrong

    def feed(self, data: bytes) -> list[Answer]:
        """The answers that are complete with `data`."""
        if self._protocol.has_seven_bits:
            data = data.translate(_SEVEN_BITS)
        answers: list[Answer] = []
        for line in self._lines.feed(data):
            try:
                answers.append(self._protocol.parse(line))
            except ProtocolError:
                self._wrong += 1
        return answers

    def forget(self) -> None:
        """Drop what has begun."""
        self._lines.forget()
