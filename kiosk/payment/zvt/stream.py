"""APDUs over TCP: no blocks, no checksums, no acknowledgements; TCP itself delivers or breaks.

What was written counts as delivered; whether the terminal acts on it shows in its answer. Nothing in the
stream marks where an APDU begins, so one that stops in the middle cannot be skipped: the connection is given
up and opened anew.

Source: ZVT transport PA00P016 sections 2.2 and 4.
Invariants: at most QUEUE_MAX APDUs wait; nothing is ever sent twice.
"""

from collections import deque
from collections.abc import Callable

from kiosk.payment.line import LineLostError, Monotonic, StoppedError, Transport
from kiosk.payment.zvt.codec import ApduStream
from kiosk.payment.zvt.link import QUEUE_MAX, SENDS_MAX, Sent
from kiosk.payment.zvt.profile import TerminalProfile


class StreamLink:
    """APDUs over one connection. Used by one thread."""

    def __init__(
        self, transport: Transport, profile: TerminalProfile, now: Monotonic, stopping: Callable[[], bool]
    ) -> None:
        self._transport = transport
        self._profile = profile
        self._now = now
        self._stopping = stopping
        self._stream = ApduStream()
        self._apdus: deque[bytes] = deque()
        self._last_byte_at = now()

    def send(self, apdu: bytes, *, sends_on_silence: int = SENDS_MAX) -> Sent:
        """Hand one APDU to the connection, once. Raises `LineLostError` when it is gone."""
        if self._stopping():
            raise StoppedError
        self._transport.write(apdu)
        return Sent.DELIVERED

    def receive(self, timeout_s: float) -> bytes | None:
        """The next APDU; None after `timeout_s` or when woken. Raises `LineLostError`."""
        deadline = self._now() + timeout_s
        while not self._apdus:
            if not self._pump(max(0.0, deadline - self._now())) and not self._apdus:
                return None
        return self._apdus.popleft()

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def _pump(self, timeout_s: float) -> bool:
        """Take what has arrived. False when nothing came."""
        if self._stopping():
            raise StoppedError
        data = self._transport.read(min(timeout_s, self._profile.t2_s) if self._stream.in_apdu else timeout_s)
        if not data:
            if self._stream.in_apdu and self._now() - self._last_byte_at >= self._profile.t2_s:
                raise LineLostError("line_noise", "A message from the terminal stopped in the middle.")
            return False
        self._last_byte_at = self._now()
        self._apdus.extend(self._stream.feed(data))
        if len(self._apdus) > QUEUE_MAX:
            raise LineLostError("line_noise", "The terminal sends faster than it can be answered.")
        return True
