"""Split a printer's interleaved answers into whole ones.

Pushed status, real-time answers, queued answers and identities share one stream with no length or
separator; only bit patterns tell them apart, so the parser keeps its place between reads.

Source: docs/devices/printer.md, "Classifying answers".
Invariants: feeding byte by byte gives the same answers as feeding all at once; never holds more than
BLOCK_MAX bytes; any byte sequence is accepted, and what fits nothing is an `Unclassified`.
"""

from dataclasses import dataclass

BLOCK_MAX = 128
"""Longer than any block an ESC/POS printer sends (GS I answers are at most 80 bytes)."""

_ASB_SIZE = 4
_BLOCK_HEADS = frozenset((0x35, 0x37, 0x3B, 0x3D, 0x5F))
_PROCESS_ID = 0x22


@dataclass(frozen=True)
class RealTime:
    """The answer to one `DLE EOT n`; which n, only the asker knows."""

    value: int


@dataclass(frozen=True)
class PushedStatus:
    """Automatic status back, four bytes."""

    value: bytes


@dataclass(frozen=True)
class PaperReport:
    """The answer to a queued `GS r`."""

    value: int


@dataclass(frozen=True)
class ProcessId:
    """Everything sent before this token is on paper."""

    token: bytes


@dataclass(frozen=True)
class Block:
    """Another block (model name, offline notice, ...): head and content without the closing NUL."""

    value: bytes


@dataclass(frozen=True)
class FlowControl:
    """XON or XOFF that the operating system let through."""

    may_send: bool


@dataclass(frozen=True)
class Unclassified:
    """Bytes that fit no pattern: line noise, or the torn rest of an answer."""

    value: bytes


Answer = RealTime | PushedStatus | PaperReport | ProcessId | Block | FlowControl | Unclassified


class AnswerParser:
    """Feed bytes, get answers."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> list[Answer]:
        """Every answer that `data` completes."""
        answers: list[Answer] = []
        for byte in data:
            self._take(byte, answers)
        return answers

    def _take(self, byte: int, answers: list[Answer]) -> None:
        if self._held:
            if self._continues(byte, answers):
                return
            answers.append(Unclassified(bytes(self._held)))
            self._held.clear()
        if byte & 0x93 == 0x10 or byte in _BLOCK_HEADS:
            self._held.append(byte)
        elif byte & 0x93 == 0x12:
            answers.append(RealTime(byte))
        elif byte & 0x90 == 0:
            answers.append(PaperReport(byte))
        elif byte in (0x11, 0x13):
            answers.append(FlowControl(may_send=byte == 0x11))
        else:
            answers.append(Unclassified(bytes((byte,))))

    def _continues(self, byte: int, answers: list[Answer]) -> bool:
        """Whether `byte` belongs to the held answer; completes it if it is the last one."""
        held = self._held
        if held[0] in _BLOCK_HEADS:
            if byte == 0:
                answers.append(_block(bytes(held)))
                held.clear()
                return True
            if not 0x20 <= byte <= 0x7E or len(held) == BLOCK_MAX:
                return False
            held.append(byte)
            return True
        if byte & 0x90:
            return False
        held.append(byte)
        if len(held) == _ASB_SIZE:
            answers.append(PushedStatus(bytes(held)))
            held.clear()
        return True


def _block(value: bytes) -> Answer:
    if len(value) == 6 and value[0] == 0x37 and value[1] == _PROCESS_ID:
        return ProcessId(value[2:])
    return Block(value)
