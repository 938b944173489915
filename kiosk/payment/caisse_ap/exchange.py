"""The polite half of Caisse-AP: who speaks when, what was heard, what has to be said again.

    speaker ENQ -> ACK, message -> ACK (or NAK: again), EOT

Both ends speak like this. A terminal that has something to tell while we ask to speak goes first.

Source: docs/devices/caisse_ap.md, "On the wire".
Invariants: a message goes out again only after an explicit NAK, at most SENDS_MAX times; a message is
acknowledged only after whoever takes it has said so.
"""

import enum
from collections import deque
from collections.abc import Callable

from kiosk.payment.caisse_ap.codec import (
    ACK,
    ENQ,
    EOT,
    NAK,
    Answer,
    Damaged,
    Decoder,
    Frame,
    LineEvent,
    ProtocolError,
    Signal,
    decode_answer,
    encode_frame,
)
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.line import LineLostError, Monotonic, StoppedError, Transport

SENDS_MAX = 3
EVENTS_MAX = 64
NOISE_MAX = 20
"""Broken messages in one exchange after which the line counts as unusable."""
Take = Callable[[Answer], bool]
"""Makes an answer safe. False, or raising: it is not acknowledged, and the terminal tells it again."""


class Sent(enum.Enum):
    """What became of a message we sent."""

    DELIVERED = "delivered"
    NOT_STARTED = "not_started"
    """The terminal did not give us the word: it has seen nothing."""
    REFUSED = "refused"
    """Three NAKs: the terminal never had it whole."""
    SILENT = "silent"
    """Written, and nothing heard: the terminal may have it or not."""


class Exchange:
    """Messages over one open line. Used by one thread."""

    def __init__(
        self, transport: Transport, profile: CaisseApProfile, now: Monotonic, stopping: Callable[[], bool]
    ) -> None:
        self._transport = transport
        self._profile = profile
        self._now = now
        self._stopping = stopping
        self._decoder = Decoder()
        self._events: deque[LineEvent] = deque()
        self._last_byte_at = now()

    def close(self) -> None:
        """Close the line."""
        self._transport.close()

    def probe(self, take: Take) -> bool:
        """Ask for the word and give it back: whether the terminal lives."""
        heard = self._ask_to_speak(take)
        if heard:
            self._say(EOT)
        return heard

    def send(self, body: bytes, take: Take) -> Sent:
        """Send one message; `take` gets an answer the terminal wants to tell first."""
        if not self._ask_to_speak(take):
            return Sent.NOT_STARTED
        for _ in range(SENDS_MAX):
            self._transport.write(encode_frame(body))
            heard = self._await_signal(ACK, NAK, ENQ)
            if heard == NAK:
                continue
            if heard == ENQ:  # it answers already: the ACK was lost
                self._events.appendleft(Signal(ENQ))
                return Sent.DELIVERED
            if heard is None:
                return Sent.SILENT
            self._say(EOT)
            return Sent.DELIVERED
        self._say(EOT)
        return Sent.REFUSED

    def attend(self, timeout_s: float, take: Take) -> Answer | None:
        """The answer the terminal tells now, taken and acknowledged; None after `timeout_s` or when woken."""
        event = self._next(self._now() + timeout_s)
        return self._listen(take) if event == Signal(ENQ) else None

    def _ask_to_speak(self, take: Take) -> bool:
        for _ in range(SENDS_MAX):
            self._say(ENQ)
            heard = self._await_signal(ACK, NAK, ENQ)
            if heard == ACK:
                return True
            if heard == ENQ:
                self._listen(take)
        return False

    def _listen(self, take: Take) -> Answer | None:
        """The terminal has asked for the word: give it, take its message, let it finish."""
        self._say(ACK)
        taken: Answer | None = None
        for _ in range(NOISE_MAX):
            event = self._event(self._now() + self._profile.answer_s)
            match event:
                case Frame():
                    answer = _read(event)
                    if answer is not None and answer != taken:  # the same again: our ACK was lost
                        if not take(answer):
                            continue
                        taken = answer
                    self._say(NAK if answer is None else ACK)
                case Damaged():
                    self._say(NAK)
                case Signal(byte) if byte == ENQ:
                    self._say(ACK)
                case Signal(byte) if byte != EOT:
                    continue
                case _:
                    return taken
        raise LineLostError("line_noise", "Messages from the terminal arrive broken.")

    def _await_signal(self, *wanted: int) -> int | None:
        """The first of the wanted signals; anything else meanwhile is noise. None when none came in time."""
        deadline = self._now() + self._profile.answer_s
        while (event := self._event(deadline)) is not None:
            if isinstance(event, Signal) and event.byte in wanted:
                return event.byte
        return None

    def _event(self, deadline: float) -> LineEvent | None:
        """The next event; None at `deadline`. Cannot be woken: a message under way is heard to its end."""
        while True:
            event = self._next(deadline)
            if event is not None or self._now() >= deadline:
                return event

    def _next(self, deadline: float) -> LineEvent | None:
        """The next event; None at `deadline`, when woken, or when only noise came."""
        if self._events:
            return self._events.popleft()
        if self._stopping():
            raise StoppedError
        rest = max(0.0, deadline - self._now())
        in_frame = self._decoder.in_frame
        data = self._transport.read(min(rest, self._profile.answer_s) if in_frame else rest)
        if not data:
            silent_s = self._now() - self._last_byte_at
            return self._decoder.gap() if in_frame and silent_s >= self._profile.answer_s else None
        self._last_byte_at = self._now()
        self._events.extend(self._decoder.feed(data))
        if len(self._events) > EVENTS_MAX:
            raise LineLostError("line_noise", "The terminal sends faster than it can be answered.")
        return self._events.popleft() if self._events else None

    def _say(self, signal: int) -> None:
        self._transport.write(bytes((signal,)))


def _read(frame: Frame) -> Answer | None:
    try:
        return decode_answer(frame.body)
    except ProtocolError:
        return None
