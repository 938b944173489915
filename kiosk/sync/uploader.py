"""Takes sealed envelopes to the store service, in order, until it has them all.

Source: docs/protocol.md, "Journal up".
Invariants: the mark moves only by what the service says is durable; nothing is skipped; a batch that is
refused is made smaller, never dropped; every answer of the service has its reaction here.
"""

import logging
from typing import Protocol, assert_never

import msgspec

from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from retail.journal.envelope import Envelope
from retail.wire import WIRE
from retail.wire.upload import ITEMS_MAX, Acknowledged, Conflict, Fork, Gap, Upload

BYTES_MAX = 1024 * 1024
"""Of a batch, before its envelope numbers; well below what the service takes."""
IDLE_S = 30.0
"""Without news: how soon to look again (news wakes the uploader)."""

log = logging.getLogger(__name__)


class OutboxMark(Protocol):
    """How far the service has the journal (`kiosk.database.outbox.Mark`)."""

    @property
    def epoch(self) -> int:
        """The journal's incarnation."""

    @property
    def acked(self) -> int:
        """Durable there."""

    @property
    def sealed(self) -> int:
        """Sealed here."""


class Outbox(Protocol):
    """What the uploader needs of the journal (`kiosk.database.outbox.Outbox`)."""

    def mark(self) -> OutboxMark:
        """How far the service has the journal."""

    def pending(self, limit: int, bytes_max: int) -> tuple[int, tuple[Envelope, ...]]:
        """Epoch and next envelopes."""

    def acknowledge(self, epoch: int, acked: int) -> None:
        """Move the mark."""

    def open_epoch(self, epoch: int) -> int:
        """Number the unsent anew."""

    def holds(self, seq: int, unit_hash: bytes) -> bool:
        """Whether that envelope is this journal's."""


class Uploading(Protocol):
    """The service, for uploads (`kiosk.sync.client.StoreClient`)."""

    def upload(self, batch: Upload) -> Acknowledged | Conflict | Failure:
        """Send a batch."""


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """What keeps sales from reaching the service, for staff. Empty `code`: nothing."""

    code: str = ""
    """`unreachable`, `wire_too_old`, `refused`, or `forked` (went on, but somebody should know)."""
    detail: str = ""


class Uploader:
    """Sends what is pending, a batch per `step`. Not shared between threads."""

    def __init__(self, outbox: Outbox, service: Uploading, backoff: Backoff) -> None:
        self._outbox = outbox
        self._service = service
        self._backoff = backoff
        self._limit = ITEMS_MAX
        self.trouble = Trouble()
        self.forks = 0

    def step(self) -> float:
        """Send one batch; how many seconds to wait before the next step (0: there is more)."""
        epoch, items = self._outbox.pending(self._limit, BYTES_MAX)
        if not items:
            return IDLE_S
        answer = self._service.upload(Upload(wire=WIRE, epoch=epoch, items=items))
        match answer:
            case Acknowledged():
                return self._acknowledged(epoch, items, answer)
            case Gap():
                return self._go_back(epoch, answer)
            case Fork():
                return self._fork(epoch, answer)
            case Unreachable():
                self._say("unreachable", answer.reason)
                return self._backoff.failed(answer.retry_after_s)
            case Refused():
                return self._refused(answer, len(items))
            case _:
                assert_never(answer)

    def _acknowledged(self, epoch: int, items: tuple[Envelope, ...], answer: Acknowledged) -> float:
        before = items[0].seq - 1
        if answer.acked < items[-1].seq and not self._outbox.holds(answer.acked, answer.head_hash):
            return self._strange(f"acknowledged {answer.acked} where {items[-1].seq} was sent")
        sealed = self._outbox.mark().sealed
        self._outbox.acknowledge(epoch, min(answer.acked, sealed))
        self.trouble = Trouble()
        if answer.acked > sealed:  # the next sale here will take a number it has: then it says fork
            self._say("forked", f"the service has {answer.acked} envelopes of this lane, its disk {sealed}")
        self._limit = min(ITEMS_MAX, self._limit * 2)
        if answer.acked < before:
            log.warning("the service has only %d of %d envelopes; sending again", answer.acked, before)
        if answer.acked <= before:  # no progress: do not hammer a service that takes nothing
            return self._backoff.failed()
        self._backoff.succeeded()
        return 0.0

    def _go_back(self, epoch: int, gap: Gap) -> float:
        """The service lacks what was before: it was restored, or this lane's mark was wrong."""
        if not self._outbox.holds(gap.acked, gap.head_hash):
            return self._strange(f"asks for what follows envelope {gap.acked}, which is not this lane's")
        log.warning("the service has only %d envelopes; sending again from there", gap.acked)
        self._outbox.acknowledge(epoch, gap.acked)
        return self._backoff.failed() if self._backoff.failures else self._retry_once()

    def _retry_once(self) -> float:
        self._backoff.failures = 1
        return 0.0

    def _fork(self, epoch: int, fork: Fork) -> float:
        """The service knows another journal under our numbers: this disk was restored from an old image."""
        if fork.next_epoch <= epoch:
            return self._strange(f"offers epoch {fork.next_epoch} after {epoch}")
        count = self._outbox.open_epoch(fork.next_epoch)
        self.forks += 1
        log.error(
            "this journal is not the one the service knows; %d sent again in epoch %d", count, fork.next_epoch
        )
        self._say(
            "forked", f"this lane's disk is older than what the service has; epoch {fork.next_epoch} begun"
        )
        return 0.0

    def _refused(self, answer: Refused, count: int) -> float:
        if answer.status == 426:
            self._say("wire_too_old", "this lane's program is too old for the service; update it")
        elif answer.status in (413, 422) and count > 1:
            self._limit = max(1, count // 2)
            return 0.0
        else:
            self._say("refused", f"{answer.code}: {answer.detail}")
        return self._backoff.failed()

    def _strange(self, what: str) -> float:
        self._say("refused", f"the service {what}")
        return self._backoff.failed()

    def _say(self, code: str, detail: str) -> None:
        if self.trouble.code != code:
            log.warning("uploading: %s (%s)", code, detail)
        self.trouble = Trouble(code=code, detail=detail)
