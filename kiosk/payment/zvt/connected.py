"""A terminal that is connected: the line, the registration, its last transaction, and whose result is whose.

What `driver` builds on: it opens the line, waits until the terminal is idle, registers, reads the baseline
and tells the lane; and it knows the one attempt or refund that is not settled, so that a result that comes by
itself is answered by whom it belongs to.

Source: docs/devices/terminal.md; ZVT commands PA00P015 sections 2.1 (registration), 2.20 (repeat receipt).
Invariants: the baseline is never read while something is open; health is told on change only.
"""

from collections.abc import Callable

from kiosk.devices.clock import Clock
from kiosk.devices.health import Condition
from kiosk.devices.refund import OpenRefund, RefundListener, as_attempt
from kiosk.devices.terminal import OpenAttempt, TerminalRegistered
from kiosk.payment.currencies import CURRENCIES
from kiosk.payment.line import Doorbell, LineLostError, Transport
from kiosk.payment.port import TerminalPort
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.tcp_line import TcpTransport, is_tcp
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.bystander import Bystander
from kiosk.payment.zvt.condition import condition_of
from kiosk.payment.zvt.dialogue import STATUS_BUSY
from kiosk.payment.zvt.giving_back import RefundAttempt
from kiosk.payment.zvt.link import BlockLink
from kiosk.payment.zvt.memory import Memory
from kiosk.payment.zvt.mirror import Mirror
from kiosk.payment.zvt.profile import BAUD_AFTER_REBOOT, TerminalProfile, Unacknowledged
from kiosk.payment.zvt.session import Session
from kiosk.payment.zvt.stream import StreamLink
from retail.card import Baseline
from retail.check import require

STATUS_MAINTENANCE = 0xE0
OpenLine = Callable[[str, int, Doorbell], Transport]


class ConnectedTerminal(TerminalPort):
    """The part of the driver that has nothing to do with requests."""

    def __init__(
        self, profile: TerminalProfile, clock: Clock | None = None, open_line: OpenLine | None = None
    ) -> None:
        require(profile.currency in CURRENCIES, f"{profile.currency} is a currency ZVT terminals know")
        super().__init__(clock, recover_s=profile.recover_s, reconnect_s=profile.reconnect_s)
        self._profile = profile
        self._over_tcp = is_tcp(profile.port)
        self._open_line: OpenLine = open_line or (TcpTransport if self._over_tcp else SerialTransport)
        self._session: Session | None = None
        self._attempt: Attempt | None = None
        """The attempt whose outcome is not settled; at most one."""
        self._memory = Memory()
        self._mirror = Mirror(keeps_unacknowledged=profile.unacknowledged is Unacknowledged.KEEP)
        self._announced: Baseline | None = None
        self._baud = profile.baud
        self._synchronise_due = False
        self._is_updating = False
        """The terminal said that it updates itself: its silence is no fault of the line."""

    def _hang_up(self) -> None:
        if self._session is None:
            return
        self._session.close()
        self._session = None

    def _disconnect(self, lost: LineLostError) -> None:
        self._announced = None
        # A terminal that restarted speaks its default rate: take turns.
        self._baud = BAUD_AFTER_REBOOT if self._baud != BAUD_AFTER_REBOOT else self._profile.baud
        if self._is_updating:
            _, code, detail = condition_of(STATUS_MAINTENANCE)
            lost = LineLostError(code, detail)
        super()._disconnect(lost)

    def _connect(self) -> None:
        """Open the line and make the terminal ready. `LineLostError` when that fails."""
        transport = self._open_line(self._profile.port, self._baud, self._doorbell)
        make_link = StreamLink if self._over_tcp else BlockLink
        link = make_link(transport, self._profile, self._clock.monotonic, self._stopping.is_set)
        self._session = Session(link, self._profile, self._clock.monotonic, self._bystander, self._mirror)
        self._synchronise(self._session)

    def _synchronise(self, session: Session) -> None:
        """Wait until the terminal is idle, register, read its last transaction, tell the lane."""
        self._await_idle(session)
        code = session.register()
        if code is None:
            raise LineLostError("no_answer", "The terminal does not answer the registration.")
        if code != 0:
            raise LineLostError("not_registered", f"The terminal refused the registration (code {code:02X}).")
        state = session.enquire()
        if state is None:
            raise LineLostError("no_answer", "The terminal does not answer.")
        waiting = self._inbox.waiting_recovery() or self._inbox.waiting_refund()
        if self._attempt is None and waiting is None:
            self._read_baseline(session)
        self._synchronise_due = self._is_updating = False
        self._announce()  # first: once the lane knows it is ready, it must know the baseline
        self._health.tell(*condition_of(state.status))

    def _await_idle(self, session: Session) -> None:
        """Until the terminal is no longer busy with something; whatever it repeats is answered."""
        patience = self._clock.monotonic() + self._profile.t4_s
        while True:
            state = session.enquire()
            if state is None:
                raise LineLostError("no_answer", "The terminal does not answer: is it switched on?")
            if state.status != STATUS_BUSY:
                return
            self._health.tell(Condition.WARNING, "busy", "The terminal is busy with something else.")
            if self._clock.monotonic() >= patience:
                session.ask_to_stop()
                patience = self._clock.monotonic() + self._profile.t4_s
            self._listen(session, self._profile.poll_s)

    def _listen(self, session: Session, duration_s: float) -> None:
        """Answer the terminal for `duration_s`, whatever it says."""
        until = self._clock.monotonic() + duration_s
        while (rest := until - self._clock.monotonic()) > 0:
            session.attend(rest)

    def _read_baseline(self, session: Session) -> None:
        last = session.last_transaction()
        # An unreadable baseline is unknown, never the old one: what is ours can then not be proven.
        key = last.key if last is not None else ("", None, None)
        self._memory.learn((session.registered_id or key[0], key[1], key[2]))

    def _announce(self) -> None:
        """Tell the lane the baseline of its next attempt, unless it has just been told."""
        baseline = self._memory.baseline
        if baseline is not None and baseline != self._announced:
            self._announced = baseline
            self._listener.said(TerminalRegistered(baseline=baseline))

    def _adopt_refund(self, opened: OpenRefund, listener: RefundListener) -> RefundAttempt:
        """The refund this driver answers for from now on; one already known keeps what it saw."""
        current = self._attempt
        if isinstance(current, RefundAttempt) and current.id == opened.request.refund_id:
            current.refund = opened
            current.opened = as_attempt(opened)
            return current
        registered_id = self._session.registered_id if self._session else ""
        adopted = RefundAttempt(opened, listener, self._profile, registered_id, self._inbox.is_cancelled)
        self._attempt = adopted
        return adopted

    def _adopt(self, opened: OpenAttempt) -> Attempt:
        """The attempt this driver answers for from now on; an attempt already known keeps what it saw."""
        if self._attempt is None or self._attempt.id != opened.request.attempt_id:
            registered_id = self._session.registered_id if self._session else ""
            self._attempt = Attempt(
                opened, self._listener, self._profile, registered_id, self._inbox.is_cancelled
            )
        else:
            self._attempt.opened = opened  # the lane's own record outranks what this driver assumed
        return self._attempt

    def _bystander(self) -> Bystander:
        """Who answers results that come of their own accord."""
        waiting = self._inbox.waiting_recovery()
        if waiting is not None and self._memory.outcome(waiting.attempt.request.attempt_id) is None:
            self._adopt(waiting.attempt)
        refund = self._inbox.waiting_refund()
        if self._attempt is None and refund is not None:
            self._adopt_refund(refund.refund, refund.listener)
        return Bystander(self._attempt, self._memory.settled, self._profile.charset)
