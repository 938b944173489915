"""One payment attempt as the driver sees it: what was asked, what came back, how it was answered.

Lives from `authorise` (or `recover`) until the question "did money move?" is settled. It answers the
terminal's result the same way however often and whenever it arrives: during the payment, after the line
came back, or while the lane is already asking about it.

Invariants: a result is stored by the lane before it is acknowledged; the same result is stored once.
"""

from collections.abc import Callable

from kiosk.devices.terminal import OpenAttempt, TerminalListener, TerminalText
from kiosk.payment.keeping import keep
from kiosk.payment.zvt.codec import (
    IntermediateStatus,
    Negative,
    Positive,
    PrintLine,
    PrintText,
    Refusal,
    StatusInformation,
    decode_text,
    status_text,
)
from kiosk.payment.zvt.profile import TerminalProfile
from kiosk.payment.zvt.recovery import Key, is_baseline, mismatch
from kiosk.payment.zvt.results import ReceiptBuffer, Reported, read_status
from retail.card_numbers import hidden


class Attempt:
    """The handler of one payment's dialogue."""

    def __init__(
        self,
        opened: OpenAttempt,
        listener: TerminalListener,
        profile: TerminalProfile,
        registered_id: str,
        cancel_wanted: Callable[[str], bool],
    ) -> None:
        self.opened = opened
        self.reported: Reported | None = None
        """The last result the terminal told."""
        self.refusal = ""
        """Why an approval was refused with `84 6C`; empty when none was."""
        self.receipt = ReceiptBuffer(profile.charset)
        self._listener = listener
        self._profile = profile
        self._registered_id = registered_id
        self._cancel_wanted = cancel_wanted
        self._abort_sent = False
        self._answers: dict[tuple[Key, int], Positive | Negative] = {}

    @property
    def id(self) -> str:
        """The lane's name for the attempt."""
        return self.opened.request.attempt_id

    def status(self, message: StatusInformation) -> Positive | Negative:
        """Have the result stored, then accept it or refuse an approval nobody asked for."""
        reported = read_status(message, self._profile.charset)
        if is_baseline(reported, self.opened):
            # An earlier driver's repeat receipt, still being told: somebody else's money.
            return Positive()
        seen = (reported.key, reported.result.result_code)
        if seen not in self._answers:
            self._answers[seen] = self._judge(reported)
        return self._answers[seen]

    def _judge(self, reported: Reported) -> Positive | Negative:
        wanted = keep(self._listener, self.id, reported.result)
        self.reported = reported
        if reported.result.result_code != 0:
            return Positive()
        self.refusal = mismatch(reported.result, self.opened, self._registered_id)
        if not self.refusal and self._abort_sent:
            self.refusal = "approved after it was cancelled"
        if not self.refusal and not wanted:
            self.refusal = "the lane no longer wants this payment"
        return Negative(Refusal.REFUSED) if self.refusal else Positive()

    def intermediate(self, message: IntermediateStatus) -> None:
        """Tell the shopper what the terminal says, in its own words when it sends some."""
        lines = [hidden(decode_text(line, self._profile.charset).strip()) for line in message.display_lines()]
        text = "\n".join(line for line in lines if line)
        text = text or status_text(message.status, self._profile.language)
        self._listener.said(TerminalText(attempt_id=self.id, status_code=message.status, text=text))

    def printed(self, block: PrintLine | PrintText) -> None:
        """Collect the receipt."""
        self.receipt.add(block)

    def wants_abort(self) -> bool:
        """True once, after the lane cancelled; not any more when the result is there."""
        if self._abort_sent or self.reported is not None or not self._cancel_wanted(self.id):
            return False
        self._abort_sent = True
        return True
