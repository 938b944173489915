"""What a driver remembers of earlier attempts: whose each transaction was, and what it came to.

A terminal repeats its last transaction to anyone who asks. Knowing that it belongs to an earlier attempt
keeps a second payment of the same amount from being taken for paid; knowing the outcome makes asking twice
the same as asking once.
"""

from collections import deque

from kiosk.devices.refund import CardGivenBack, CardRefundOutcome
from kiosk.devices.terminal import NeedsAttendant, Outcome, Unknown
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.recovery import Key
from kiosk.payment.zvt.results import key_of
from retail.card import Baseline

SETTLED_MAX = 1000
"""Transactions remembered as belonging to earlier attempts: more than a lane sells in a day."""
OUTCOMES_MAX = 16


class Memory:
    """Used by the driver's thread."""

    def __init__(self) -> None:
        self.baseline: Baseline | None = None
        """The terminal's last transaction as far as known."""
        self._settled: deque[Key] = deque(maxlen=SETTLED_MAX)
        self._outcomes: dict[str, Outcome] = {}
        self._refunds: dict[str, CardRefundOutcome] = {}

    @property
    def settled(self) -> frozenset[Key]:
        """Transactions of attempts that are closed."""
        return frozenset(self._settled)

    def outcome(self, attempt_id: str) -> Outcome | None:
        """What an attempt came to, if it is proven."""
        return self._outcomes.get(attempt_id)

    def close(self, attempt: Attempt, outcome: Outcome) -> None:
        """Remember a proven end. What needs a person stays open to be asked again."""
        if isinstance(outcome, Unknown):
            return
        if isinstance(outcome, NeedsAttendant):
            self.learn(("", None, None))  # nobody knows what stands there now
            return
        self._outcomes[attempt.id] = outcome
        if len(self._outcomes) > OUTCOMES_MAX:
            del self._outcomes[next(iter(self._outcomes))]
        key = key_of(attempt.reported.result) if attempt.reported else None
        if key is not None and key[1:] != (None, None) and key not in self._settled:
            self._settled.append(key)
            # A refused one may never be shown again: it becomes the baseline only if the terminal says so.
            if attempt.reported is not None and attempt.reported.result.result_code == 0:
                self.learn(("", key[1], key[2]))  # which terminal it is, its registration says

    def refund(self, refund_id: str) -> CardRefundOutcome | None:
        """What a refund came to, if it is proven."""
        return self._refunds.get(refund_id)

    def close_refund(self, attempt: Attempt, outcome: CardRefundOutcome) -> None:
        """Remember a proven end of a refund; its transaction is nobody else's."""
        if isinstance(outcome, Unknown):
            return
        if isinstance(outcome, NeedsAttendant):
            self.learn(("", None, None))
            return
        self._refunds[attempt.id] = outcome
        if len(self._refunds) > OUTCOMES_MAX:
            del self._refunds[next(iter(self._refunds))]
        result = attempt.reported.result if attempt.reported else getattr(outcome, "result", None)
        key = key_of(result) if result is not None else None
        if key is not None and key[1:] != (None, None) and key not in self._settled:
            self._settled.append(key)
            if isinstance(outcome, CardGivenBack):
                self.learn(("", key[1], key[2]))

    def close_baseline(self) -> None:
        """A new attempt begins: what stands there now can never be its own."""
        key = key_of(self.baseline) if self.baseline else None
        if key is not None and key[1:] != (None, None) and key not in self._settled:
            self._settled.append(key)

    def learn(self, key: Key) -> None:
        """The terminal's last transaction is `key` now."""
        terminal_id = key[0] or (self.baseline.terminal_id if self.baseline else "")
        self.baseline = Baseline(terminal_id=terminal_id, receipt_number=key[1], trace_number=key[2])
