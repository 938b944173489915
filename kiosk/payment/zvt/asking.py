"""Asking a terminal until it tells its last transaction: busy, deaf, or putting it off, up to a deadline.

Source: docs/devices/terminal.md, "Recovery".
Invariants: nothing here moves money; every wait has an end.
"""

from collections.abc import Callable
from typing import TypeVar

from kiosk.devices.clock import Clock
from kiosk.devices.terminal import NeedsAttendant, Unknown
from kiosk.payment.keeping import NotStoredError
from kiosk.payment.line import LineLostError
from kiosk.payment.zvt.dialogue import STATUS_BUSY
from kiosk.payment.zvt.profile import TerminalProfile
from kiosk.payment.zvt.session import Session

UNANSWERED_MAX = 5
"""Repeat receipts put off or not answered by an idle terminal before a person has to look."""

DEAF_MAX = 3
"""Enquiries without an answer before the line is opened anew: a terminal that restarted may speak another
rate."""
_T = TypeVar("_T")


class Asking:
    """One run of questions."""

    def __init__(self, session: Session, profile: TerminalProfile, clock: Clock) -> None:
        self._session = session
        self._profile = profile
        self._clock = clock

    def until_settled(self, ask: Callable[[], _T | None], deadline: float) -> _T | Unknown | NeedsAttendant:
        """Call `ask` on an idle, registered terminal until it answers. A deaf one: `LineLostError`."""
        unanswered = deaf = 0
        busy_until = self._clock.monotonic() + self._profile.t4_s
        while self._clock.monotonic() < deadline:
            try:
                state = self._session.enquire()
                deaf = deaf + 1 if state is None else 0
                if deaf >= DEAF_MAX:
                    raise LineLostError("no_answer", "The terminal does not answer: is it switched on?")
                if state is not None and state.status == STATUS_BUSY:
                    if self._clock.monotonic() >= busy_until:
                        self._session.ask_to_stop()
                        busy_until += self._profile.t4_s
                elif state is not None and self._session.register() == 0:
                    outcome = ask()
                    if outcome is not None:
                        return outcome
                    unanswered += 1
                    if unanswered >= UNANSWERED_MAX:
                        return NeedsAttendant(reason="the terminal does not tell its last transaction")
                self._listen(deadline)
            except NotStoredError as error:
                return Unknown(reason=str(error))
        return Unknown(reason="the terminal did not settle the question in time")

    def _listen(self, deadline: float) -> None:
        until = min(deadline, self._clock.monotonic() + self._profile.poll_s)
        while (rest := until - self._clock.monotonic()) > 0:
            self._session.attend(rest)
