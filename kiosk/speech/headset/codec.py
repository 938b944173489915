"""Turn the jack's input events into "plugged" and "pulled".

The kernel's sound drivers report a jack as a switch of an input device; only that of headphones counts here.

Source: Linux `include/uapi/linux/input.h` (struct input_event, 64 bit; EVIOCGSW), `input-event-codes.h`
(EV_SW 5, SW_HEADPHONE_INSERT 2, SW_MICROPHONE_INSERT 4), `Documentation/input/event-codes.rst`
(SYN_DROPPED: what comes before the next SYN_REPORT is not to be believed, and the state has to be asked for).
Invariants: events may be cut anywhere; nothing is told of a packet before its SYN_REPORT.
"""

import struct

EVENT = struct.Struct("@llHHi")
"""Seconds, microseconds, type, code, value; in the machine's own sizes and order."""
EV_SYN, EV_SW = 0, 5
SYN_REPORT, SYN_DROPPED = 0, 3
SW_HEADPHONE_INSERT, SW_MICROPHONE_INSERT = 2, 4
STATE_SIZE = 8
"""Bytes asked for by EVIOCGSW: 64 switches, more than there are."""


class Decoder:
    """Bytes of an event device in, the jack's states out."""

    def __init__(self) -> None:
        self._cut = b""
        self._seen: bool | None = None
        self._is_dropping = False

    def feed(self, data: bytes) -> list[bool | None]:
        """Plugged (True) or pulled (False); None where the kernel dropped events: ask for the state."""
        data = self._cut + data
        whole = len(data) - len(data) % EVENT.size
        self._cut = data[whole:]
        states: list[bool | None] = []
        for _, _, kind, code, value in EVENT.iter_unpack(data[:whole]):
            if kind == EV_SYN and code == SYN_DROPPED:
                self._seen, self._is_dropping = None, True
            elif kind == EV_SYN and code == SYN_REPORT:
                if self._is_dropping or self._seen is not None:
                    states.append(None if self._is_dropping else self._seen)
                self._seen, self._is_dropping = None, False
            elif kind == EV_SW and code == SW_HEADPHONE_INSERT and not self._is_dropping:
                self._seen = bool(value)
        return states


def is_plugged(switches: bytes) -> bool:
    """Whether the answer to EVIOCGSW says that headphones are in."""
    return _bit(int.from_bytes(switches, "little"), SW_HEADPHONE_INSERT)


def has_jack(capabilities: str) -> bool:
    """Whether a device with these switches tells headphones.

    As `/sys/class/input/eventN/device/capabilities/sw` writes them: words of 64 bits in hexadecimal, the
    lowest last.
    """
    try:
        lowest = int(capabilities.split()[-1], 16)
    except (IndexError, ValueError):
        return False
    return _bit(lowest, SW_HEADPHONE_INSERT)


def events(*switches: tuple[int, bool]) -> bytes:
    """One packet that sets these switches, as the kernel writes it."""
    packed = [EVENT.pack(0, 0, EV_SW, code, int(value)) for code, value in switches]
    return b"".join([*packed, EVENT.pack(0, 0, EV_SYN, SYN_REPORT, 0)])


def _bit(word: int, number: int) -> bool:
    return bool(word >> number & 1)
