"""Blocks exchanged with acknowledgements: the lowest layer that can say whether something was delivered.

Sending repeats a block on NAK, and on silence only when the caller allows it: a command that moves money
must never be sent twice because an acknowledgement was lost. A block that arrives instead of the ACK is an
answer too (the ACK was lost on the way) and counts as delivery.

Source: ZVT transport PA00P016 section 3: T1 200 ms, T2 5 s, three sends.
Invariants: every good block is acknowledged before anyone looks into it; at most QUEUE_MAX blocks wait.
"""

import enum
from collections import deque
from collections.abc import Callable
from typing import Protocol

from kiosk.payment.line import LineLostError, Monotonic, StoppedError, Transport
from kiosk.payment.zvt.codec import ACK, NAK, Ack, Block, Damaged, Decoder, Nak, encode_block
from kiosk.payment.zvt.profile import TerminalProfile

SENDS_MAX = 3
DAMAGED_MAX = 3
"""Broken blocks in a row after which the line counts as unusable."""
QUEUE_MAX = 64


class Sent(enum.Enum):
    """What became of a block we sent."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    """Three NAKs: the peer never had it whole."""
    SILENT = "silent"
    """No answer: the peer may have it or not."""


class Link(Protocol):
    """What carries APDUs to the terminal and back. Used by one thread."""

    def send(self, apdu: bytes, *, sends_on_silence: int = SENDS_MAX) -> Sent:
        """Send one APDU; what became of it."""

    def receive(self, timeout_s: float) -> bytes | None:
        """The next APDU; None after `timeout_s` or when woken. Raises `LineLostError`."""

    def close(self) -> None:
        """Close the line."""


class BlockLink:
    """Blocks over one serial line."""

    def __init__(
        self, transport: Transport, profile: TerminalProfile, now: Monotonic, stopping: Callable[[], bool]
    ) -> None:
        self._transport = transport
        self._profile = profile
        self._now = now
        self._stopping = stopping
        self._decoder = Decoder()
        self._blocks: deque[bytes] = deque()
        self._answers: deque[Ack | Nak] = deque(maxlen=QUEUE_MAX)
        self._damaged = 0
        self._last_byte_at = now()

    def send(self, apdu: bytes, *, sends_on_silence: int = SENDS_MAX) -> Sent:
        """Send one APDU and wait for its acknowledgement.

        `sends_on_silence` is how often it may go out when nothing at all is heard; NAK allows SENDS_MAX.
        """
        block = encode_block(apdu)
        naks = silences = 0
        while True:
            self._answers.clear()
            self._transport.write(block)
            answer = self._await_answer()
            if answer is Sent.DELIVERED:
                return answer
            if answer is Sent.REFUSED:
                naks += 1
                if naks >= SENDS_MAX:
                    return answer
            else:
                silences += 1
                if silences >= sends_on_silence:
                    return answer

    def receive(self, timeout_s: float) -> bytes | None:
        """The next APDU, acknowledged; None after `timeout_s` or when woken. Raises `LineLostError`."""
        deadline = self._now() + timeout_s
        while not self._blocks:
            rest = deadline - self._now()
            woken_or_late = not self._pump(max(0.0, rest))
            if woken_or_late and not self._blocks and not self._decoder.in_block:
                return None
        return self._blocks.popleft()

    def close(self) -> None:
        """Close the line."""
        self._transport.close()

    def _await_answer(self) -> Sent:
        deadline = self._now() + self._profile.t2_s
        waiting = len(self._blocks)
        while True:
            if self._answers:
                return Sent.DELIVERED if isinstance(self._answers.popleft(), Ack) else Sent.REFUSED
            if len(self._blocks) > waiting:
                return Sent.DELIVERED
            rest = deadline - self._now()
            if rest <= 0:
                return Sent.SILENT
            self._pump(rest)

    def _pump(self, timeout_s: float) -> bool:
        """Take what the line has, answering blocks. False when nothing came."""
        if self._stopping():
            raise StoppedError
        in_block = self._decoder.in_block
        data = self._transport.read(self._profile.t1_s if in_block else timeout_s)
        if not data:
            if in_block and self._now() - self._last_byte_at >= self._profile.t1_s:
                self._take(self._decoder.gap())
            return False
        self._last_byte_at = self._now()
        for event in self._decoder.feed(data):
            self._take(event)
        return True

    def _take(self, event: Block | Ack | Nak | Damaged | None) -> None:
        match event:
            case Block():
                self._damaged = 0
                self._transport.write(bytes((ACK,)))
                if len(self._blocks) >= QUEUE_MAX:
                    raise LineLostError("line_noise", "The terminal sends faster than it can be answered.")
                self._blocks.append(event.apdu)
            case Damaged():
                self._damaged += 1
                self._transport.write(bytes((NAK,)))
                if self._damaged >= DAMAGED_MAX:
                    raise LineLostError(
                        "line_noise", f"Blocks from the terminal arrive broken ({event.reason})."
                    )
            case Ack() | Nak():
                self._answers.append(event)
            case None:
                pass
