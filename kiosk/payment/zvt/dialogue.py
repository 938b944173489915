"""One command from its first byte to its end, with everything the terminal says in between.

The register is master until the terminal answers `80 00`; then the terminal leads until it completes
(06 0F) or aborts (06 1E). Whatever it sends is answered here; what it means is the handler's business.

While a payment runs, silence is probed with a status enquiry: a busy terminal answers `06 0F 9C` and the
payment goes on. That completion is the enquiry's, and is never taken for the payment's.

Source: ZVT commands PA00P015 sections 2.2 and 2.55; acquirer tests of real terminals for the probe.
Invariants: a command that moves money goes out once, and again only after an explicit NAK.
"""

from typing import Protocol, assert_never

import msgspec

from kiosk.payment.line import LineLostError, Monotonic
from kiosk.payment.zvt.codec import (
    Abort,
    AbortRequest,
    Bmp,
    Completion,
    IntermediateStatus,
    Message,
    Negative,
    Positive,
    PrintLine,
    PrintText,
    ProtocolError,
    Refusal,
    StatusEnquiry,
    StatusInformation,
    TerminalTime,
    ToTerminal,
    decode,
    encode,
    parse_fields,
)
from kiosk.payment.zvt.link import SENDS_MAX, Link, Sent
from kiosk.payment.zvt.mirror import Mirror
from kiosk.payment.zvt.profile import TerminalProfile

MALFORMED_MAX = 20
"""Unreadable messages in one dialogue after which the line counts as unusable."""
STATUS_BUSY = 0x9C
ENQUIRY_WITHOUT_VERSION = 0x02
_MINUTE_S = 60.0


class NotSent(msgspec.Struct, frozen=True):
    """The terminal refused the block itself three times: it never saw the command."""


class Refused(msgspec.Struct, frozen=True):
    """The terminal answered `84 code`: it will not do it."""

    code: int


class Completed(msgspec.Struct, frozen=True):
    """06 0F."""

    completion: Completion


class Aborted(msgspec.Struct, frozen=True):
    """06 1E."""

    abort: Abort


class Silent(msgspec.Struct, frozen=True):
    """No end came. Whether the command was carried out is not known."""

    reason: str


Ending = NotSent | Refused | Completed | Aborted | Silent


class Handler(Protocol):
    """What a dialogue's owner makes of the terminal's messages."""

    def status(self, message: StatusInformation) -> Positive | Negative:
        """Take a result and say how to answer it. Storing comes first: the answer is final."""

    def intermediate(self, message: IntermediateStatus) -> None:
        """Take a progress report."""

    def printed(self, block: PrintLine | PrintText) -> None:
        """Take a piece of receipt."""

    def wants_abort(self) -> bool:
        """True once when the terminal shall be asked to stop."""


def is_state(completion: Completion) -> bool:
    """This 06 0F answers a status enquiry: its body is a status, not fields, and not empty."""
    if not completion.data:
        return False
    try:
        parse_fields(completion.data)
    except ProtocolError:
        return True
    return False


class Dialogue:
    """Runs one command at a time over a link."""

    def __init__(self, link: Link, profile: TerminalProfile, now: Monotonic, mirror: Mirror) -> None:
        self._link = link
        self._mirror = mirror
        self._profile = profile
        self._now = now
        self._malformed = 0

    def run(
        self,
        command: ToTerminal,
        handler: Handler,
        *,
        patience_s: float,
        moves_money: bool = False,
        probing: bool = False,
    ) -> Ending:
        """Send `command` and follow it to its end. `patience_s` starts anew with every sign of progress."""
        self._malformed = 0
        enquiring = isinstance(command, StatusEnquiry)
        once = moves_money or enquiring
        sent = self._link.send(encode(command), sends_on_silence=1 if once else SENDS_MAX)
        if sent is Sent.REFUSED:
            return NotSent()
        run = _Run(self, handler, patience_s, probing=probing, enquiring=enquiring)
        return run.begin() or run.follow()

    def attend(self, handler: Handler, timeout_s: float) -> None:
        """Answer whatever the terminal says of its own accord for `timeout_s`, or until woken."""
        raw = self._link.receive(timeout_s)
        if raw is not None:
            self.answer(raw, handler)

    def drain(self, handler: Handler) -> None:
        """Answer what is still on the line from before, so that it is not taken for what comes next."""
        for _ in range(MALFORMED_MAX):
            raw = self._link.receive(self._profile.t1_s / 4)
            if raw is None:
                return
            self.answer(raw, handler)

    def answer(self, raw: bytes, handler: Handler) -> Message | None:
        """Decode one message, pass it on and answer it; None if it could not be read."""
        try:
            message = decode(raw)
        except ProtocolError as error:
            self._malformed += 1
            if self._malformed >= MALFORMED_MAX:
                raise LineLostError(
                    "line_noise", f"The terminal's messages make no sense ({error})."
                ) from error
            self.reply(Negative(Refusal.PROTOCOL))
            return None
        match message:
            case StatusInformation():
                answer = handler.status(message)
                self.reply(answer)
                if isinstance(answer, Positive):
                    self._mirror.hear(message.fields.raw(Bmp.TLV))
            case IntermediateStatus():
                self.reply(Positive())
                handler.intermediate(message)
            case PrintLine() | PrintText():
                self.reply(Positive())
                handler.printed(message)
            case Completion() | Abort() | TerminalTime():
                self.reply(Positive())
            case Positive() | Negative():
                pass
            case _:
                self.reply(Negative(Refusal.UNKNOWN_COMMAND))
        return message

    def reply(self, message: Positive | Negative) -> None:
        """Send the answer to a message."""
        self._link.send(encode(message))

    def ask_to_stop(self) -> None:
        """06 B0, if the terminal knows it. Whether it helps shows in what comes next."""
        if not self._profile.can_abort:
            return
        self._link.send(encode(AbortRequest()), sends_on_silence=1)

    def probe(self) -> bool:
        """Send a status enquiry in the middle of a payment. False when not even the link answers."""
        enquiry = StatusEnquiry(password=self._profile.password, service=ENQUIRY_WITHOUT_VERSION)
        return self._link.send(encode(enquiry), sends_on_silence=1) is Sent.DELIVERED

    def receive(self, until: float) -> bytes | None:
        """The next message, or None at `until` or when woken."""
        return self._link.receive(max(0.0, until - self._now()))

    def now(self) -> float:
        """Monotonic seconds."""
        return self._now()

    @property
    def profile(self) -> TerminalProfile:
        """The terminal's settings."""
        return self._profile


class _Run:
    """The state of one command under way."""

    def __init__(
        self, dialogue: Dialogue, handler: Handler, patience_s: float, *, probing: bool, enquiring: bool
    ) -> None:
        self._dialogue = dialogue
        self._handler = handler
        self._patience_s = patience_s
        self._probing = probing
        self._enquiring = enquiring
        self._deadline = dialogue.now() + dialogue.profile.t3_s
        self._heard_at = dialogue.now()
        self._probed = False
        self._probe_open = False
        """An enquiry is on its way whose completion has not come: the next bare status belongs to it."""

    def begin(self) -> Ending | None:
        """Wait for 80 or 84. None once the terminal has accepted (its first report counts as that).

        The end of an earlier command may arrive here once more, because our answer to it was lost.
        """
        while True:
            raw = self._dialogue.receive(self._deadline)
            if raw is None:
                if self._dialogue.now() >= self._deadline:
                    return Silent("the terminal did not answer the command")
                continue
            message = self._dialogue.answer(raw, self._handler)
            match message:
                case Positive():
                    self._restart()
                    return None
                case Negative():
                    return Refused(message.code)
                case Completion() if self._enquiring and is_state(message):
                    return Completed(message)  # a busy terminal answers an enquiry without 80 00
                case StatusInformation() | IntermediateStatus() if not self._enquiring:
                    self._restart(message)
                    return None

    def follow(self) -> Ending:
        """From the acceptance to the end."""
        while True:
            if self._handler.wants_abort():
                self._dialogue.ask_to_stop()
            raw = self._dialogue.receive(min(self._deadline, self._next_look()))
            if raw is None:
                ending = self._look()
            else:
                message = self._dialogue.answer(raw, self._handler)
                self._heard_at, self._probed = self._dialogue.now(), False
                ending = self._ending(message)
                if isinstance(message, StatusInformation | IntermediateStatus | PrintLine | PrintText):
                    self._restart(message)
            if ending is not None:
                return ending

    def _next_look(self) -> float:
        if not self._probing:
            return self._deadline
        profile = self._dialogue.profile
        return self._heard_at + (profile.t3_s if self._probed else profile.probe_after_s)

    def _look(self) -> Ending | None:
        """Nothing was heard: time over, terminal deaf, or just woken for a request."""
        now = self._dialogue.now()
        if now >= self._deadline:
            self._dialogue.ask_to_stop()
            return Silent("the terminal did not finish in time")
        if not self._probing or now < self._next_look():
            return None
        if self._probed or not self._dialogue.probe():
            return Silent("the terminal does not answer any more")
        self._probed = self._probe_open = True
        self._heard_at = self._dialogue.now()
        return None

    def _ending(self, message: Message | None) -> Ending | None:
        match message:
            case Abort():
                return Aborted(message)
            case Completion() if self._enquiring:
                return Completed(message) if is_state(message) else None
            case Completion() if is_state(message):
                if not self._probe_open:  # an earlier enquiry's, repeated
                    return None
                self._probe_open = False
                if message.state().status == STATUS_BUSY:
                    return None
                return Silent("the terminal is idle again without having told a result")
            case Completion():
                return Completed(message)
            case _:
                return None

    def _restart(self, message: Message | None = None) -> None:
        patience_s = self._patience_s
        if isinstance(message, IntermediateStatus) and message.timeout is not None:
            minutes = (message.timeout >> 4) * 10 + (message.timeout & 0x0F)
            patience_s = max(patience_s, minutes * _MINUTE_S)
        self._heard_at = self._dialogue.now()
        self._deadline = self._heard_at + patience_s


def failure_code(ending: Ending) -> int | None:
    """The terminal's code when it refused or aborted; None otherwise."""
    match ending:
        case Refused():
            return ending.code
        case Aborted():
            return ending.abort.result
        case NotSent() | Completed() | Silent():
            return None
        case _:
            assert_never(ending)
