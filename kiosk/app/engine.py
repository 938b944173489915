"""The one consumer: takes commands in order, makes their events durable, then lets the world act.

    inbox --> decide --> journal (one commit) --> evolve --> effects performed, snapshot shown

Everything that may change the lane comes through the inbox, from whatever thread. Nothing is shown and
nothing is done before the commit that says it happened.

Invariants: commands are handled one at a time in the order they arrived; the inbox holds at most INBOX_MAX;
if the journal cannot be written the state stands still, the lane shows an outage, and what devices reported
meanwhile is handled later, before anything newer; nothing is stored that cannot be folded, so a broken
invariant stops the engine with the journal intact and the next start finds a state it can show; what is sold
by (goods, offers, members) changes only between two shoppers, and nothing of a shopper is kept after it.
"""

import concurrent.futures
import datetime
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from kiosk.app.held_back import HeldBack
from kiosk.app.offered import Offered, Retire
from kiosk.checkout import commands as c
from kiosk.checkout.assortment import Assortment, CouponBook
from kiosk.checkout.decide import decide
from kiosk.checkout.decision import Context, Ignored, Refused
from kiosk.checkout.effects import AnyEffect, Play
from kiosk.checkout.evolve import evolve, fold
from kiosk.checkout.payment import may_acknowledge
from kiosk.checkout.reactions import reactions
from kiosk.checkout.shop import Shop
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.database.errors import JournalWriteError
from kiosk.devices.clock import Clock, Ids, utc_text
from kiosk.devices.terminal import TerminalResult
from retail.journal.chain import Entry
from retail.journal.events import AnyEvent

INBOX_MAX = 1000
"""Far more than a shopper and four devices produce; a full inbox means the engine hangs."""
KEEP_TIMEOUT_S = 4.0
"""A terminal waits 5 s for our acknowledgement; later than this the result must not be acknowledged."""
RETRY_S = 2.0
"""How often a failed commit is tried again while an outage lasts."""

_Waiting = concurrent.futures.Future[str]

log = logging.getLogger(__name__)


class JournalStore(Protocol):
    """What the engine needs of the journal (`kiosk.database.journal.Journal`)."""

    def append(self, events: Sequence[AnyEvent], at: str) -> tuple[Entry, ...]:
        """Store durably or raise `JournalWriteError`."""

    def since_idle(self) -> Iterator[Entry]:
        """Entries that make the present state."""


class NotStoredError(RuntimeError):
    """A terminal's result could not be made durable in time and must not be acknowledged."""


class Engine:
    """Runs one lane's checkout on its own thread."""

    def __init__(
        self,
        *,
        journal: JournalStore,
        book: CouponBook,
        assortment: Assortment,
        shop: Shop,
        clock: Clock,
        ids: Ids,
        perform: Callable[[AnyEffect], None],
        show: Callable[[Snapshot], None],
    ) -> None:
        self._journal = journal
        self._book = book
        self._assortment = assortment
        self._offered = Offered()
        self._shop = shop
        self._clock = clock
        self._ids = ids
        self._perform = perform
        self._show = show
        self._state = State(language=shop.language)
        self._sequence = 0
        self._outage: tuple[str, str] = ("", "")
        self._held = HeldBack()
        self._refusal = ""
        self._retry_at = float("inf")
        self._inbox: queue.Queue[tuple[c.AnyCommand, _Waiting | None] | None] = queue.Queue(INBOX_MAX)
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)
        self.counts = {"handled": 0, "refused": 0, "ignored": 0, "dropped": 0}
        self.commit_times_s: list[float] = []

    # --- called from any thread --------------------------------------------------------------------------

    def start(self, version: str) -> None:
        """Fold the journal, settle what a crash left open, then take commands."""
        since_idle = (entry.event() for entry in self._journal.since_idle())
        self._state = fold(since_idle, self._state, self._shop.rules)
        if self._state.transaction is not None:  # it goes on by the prices of the moment it began
            begun = datetime.datetime.fromisoformat(self._state.transaction.started_at)
            self._assortment.pin(_microseconds(begun))
        self._thread.start()
        self.post(c.StartLane(lane=self._shop.lane, version=version))

    def post(self, command: c.AnyCommand) -> None:
        """Queue a command; never blocks. A full inbox drops it and counts that."""
        try:
            self._inbox.put_nowait((command, None))
        except queue.Full:
            self.counts["dropped"] += 1
            log.error("inbox full, dropped %s", type(command).__name__)

    def offer_assortment(self, new: Assortment, retire: Retire) -> None:
        """Sell by `new` from the next shopper on. From any thread.

        `retire` is given the one that was sold by before, on the engine's thread, once nothing reads it.
        """
        self._offered.put(new, retire)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """Store a terminal's result; whether to acknowledge it. Blocks until durable.

        Raises `NotStoredError` when it cannot be stored in time: then it must not be acknowledged.
        """
        self.ask(c.KeepResult(attempt_id=attempt_id, result=result), KEEP_TIMEOUT_S)
        return may_acknowledge(self._state, attempt_id, result)

    def keep_refund(self, refund_id: str, result: TerminalResult) -> None:
        """Store what a terminal reported about a refund. Blocks until durable.

        Raises `NotStoredError` when it must not be acknowledged: not stored in time, or nobody's refund.
        """
        refusal = self.ask(c.KeepRefund(refund_id=refund_id, result=result), KEEP_TIMEOUT_S)
        if refusal:
            raise NotStoredError(f"the result of refund {refund_id} is not kept: {refusal}")

    def ask(self, command: c.AnyCommand, timeout_s: float) -> str:
        """Have a command handled and wait for what became of it: empty, or the code it was refused with.

        What means nothing any more is no refusal. Raises `NotStoredError` when it was not durable in time;
        then it may still be done later, unless it was a command that is not held back.
        """
        answer: _Waiting = concurrent.futures.Future()
        deadline = time.monotonic() + timeout_s
        try:
            self._inbox.put((command, answer), timeout=timeout_s)
            return answer.result(timeout=max(0.0, deadline - time.monotonic()))
        except (queue.Full, TimeoutError, concurrent.futures.CancelledError) as error:
            answer.cancel()
            raise NotStoredError(f"{type(command).__name__} was not stored in time") from error

    def stop(self, timeout_s: float = 5.0) -> None:
        """Finish what is queued and end, or give up after `timeout_s`. Safe to call twice."""
        if not self._thread.is_alive():
            return
        try:
            self._inbox.put(None, timeout=timeout_s)
        except queue.Full:
            log.error("the engine hangs and cannot be stopped in order")
            return
        self._thread.join(timeout_s)

    # --- the engine's thread -----------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while True:
                timeout = max(0.0, self._retry_at - self._clock.monotonic())
                try:
                    item = self._inbox.get(timeout=min(timeout, 3600.0))
                except queue.Empty:
                    self._retry()
                    continue
                if item is None:
                    return
                self._handle(*item)
        except Exception as error:
            log.critical("the engine stopped", exc_info=True)
            self._outage = ("broken", f"{type(error).__name__}: {error}")
            self._present()

    def _handle(self, command: c.AnyCommand, answer: _Waiting | None) -> None:
        if answer is not None and not answer.set_running_or_notify_cancel():
            return  # nobody waits any more: the terminal will say it again
        try:
            stored = self._take(command)
        except BaseException as error:
            if answer is not None:
                answer.set_exception(NotStoredError(str(error)))
            raise
        if answer is None:
            return
        if stored:
            answer.set_result(self._refusal)
        else:
            answer.set_exception(NotStoredError(self._outage[1]))

    def _take(self, command: c.AnyCommand) -> bool:
        """Handle a command, after those that came before it and still wait for the journal."""
        if self._decide_held() and self._decide(command):
            return True
        if not self._held.hold(command):
            self.counts["dropped"] += 1
            log.error("too much to hold back, dropped %s", type(command).__name__)
        return False

    def _decide(self, command: c.AnyCommand) -> bool:
        """Handle one command; False if its events could not be stored."""
        now = self._clock.now()
        if self._state.transaction is None:
            self._assortment = self._offered.newest(self._assortment)
            self._assortment.pin(_microseconds(now))
        context = Context(
            assortment=self._assortment,
            book=self._book,
            shop=self._shop,
            utc=utc_text(now),
            local=now.isoformat(timespec="seconds"),
            new_id=self._ids.new(),
        )
        decision = decide(self._state, command, context)
        self._refusal = decision.code if isinstance(decision, Refused) else ""
        self.counts["handled"] += 1
        if isinstance(decision, Ignored):
            self.counts["ignored"] += 1
            log.debug("ignored %s: %s", type(command).__name__, decision.reason)
            return True
        if isinstance(decision, Refused):
            self.counts["refused"] += 1
            log.info("refused %s: %s", type(command).__name__, decision.code)
            self._present(refusal=decision.code)
            return True
        state, effects = self._after(decision, command)
        if not self._store(decision, context.utc):
            return False
        if state.transaction is None and self._state.transaction is not None:
            self._assortment.pricer.forget()
        self._state = state
        for effect in effects:
            self._perform(effect)
        read = command.read if isinstance(command, c.ScanCode) else None
        self._present(
            first_seen_at=read.first_seen_at if read else 0.0, frame_at=read.frame_at if read else 0.0
        )
        return True

    def _after(self, events: Sequence[AnyEvent], said: c.AnyCommand) -> tuple[State, list[AnyEffect]]:
        """The state and effects `events` lead to. What cannot be folded is never stored."""
        state, effects = self._state, list[AnyEffect]()
        for event in events:
            before, state = state, evolve(state, event, self._shop.rules)
            for effect in reactions(state, event, self._shop, before=before, said=said):
                if not (isinstance(effect, Play) and effect in effects):  # heard once, whatever it was for
                    effects.append(effect)
        return state, effects

    def _store(self, events: Sequence[AnyEvent], at: str) -> bool:
        started = time.perf_counter()
        try:
            self._journal.append(events, at)
        except JournalWriteError as error:
            if self._outage[0] != error.code:
                log.error("%s", error)
            self._outage = (error.code, str(error))
            self._retry_at = self._clock.monotonic() + RETRY_S
            self._present()
            return False
        self.commit_times_s.append(time.perf_counter() - started)
        del self.commit_times_s[:-1000]
        if self._outage[0]:
            log.warning("the journal can be written again")
            self._outage = ("", "")
            self._retry_at = float("inf")
        return True

    def _present(self, *, refusal: str = "", first_seen_at: float = 0.0, frame_at: float = 0.0) -> None:
        self._sequence += 1
        code, detail = self._outage
        self._show(
            Snapshot(
                sequence=self._sequence,
                state=self._state,
                outage=code,
                outage_detail=detail,
                refusal=refusal,
                first_seen_at=first_seen_at,
                frame_at=frame_at,
            )
        )

    # --- an outage of the journal ------------------------------------------------------------------------

    def _decide_held(self) -> bool:
        """Handle what was held back, oldest first; False if the journal still cannot be written."""
        while (command := self._held.oldest()) is not None:
            if not self._decide(command):
                return False
            self._held.drop_oldest()
        return True

    def _retry(self) -> None:
        """Try what was held back; with nothing left to store, the next command tries by itself."""
        self._retry_at = float("inf")
        if self._decide_held() and self._outage[0]:
            self._outage = ("", "")
            self._present()


def _microseconds(moment: datetime.datetime) -> int:
    """Since 1970, UTC."""
    return int(moment.timestamp() * 1_000_000)
