"""Handlers for dialogues that are not a payment: who answers what arrives meanwhile, and who listens.

A terminal that was interrupted repeats its result until somebody answers. That answer is final, so it may
only come from the attempt it belongs to; until the lane has told which one that is, the terminal is asked
to repeat later (`84 9C`), which costs nothing and decides nothing.
"""

from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.codec import (
    Bmp,
    IntermediateStatus,
    Negative,
    Positive,
    PrintLine,
    PrintText,
    ProtocolError,
    Refusal,
    StatusInformation,
    parse_totals,
)
from kiosk.payment.zvt.recovery import Key, has_baseline
from kiosk.payment.zvt.results import Reported, read_status
from retail.card_schemes import CardGroup, CardTotal, TerminalDay


class Indifferent:
    """Takes everything, wants nothing."""

    def intermediate(self, message: IntermediateStatus) -> None:
        """Not shown: no shopper waits for this."""

    def printed(self, block: PrintLine | PrintText) -> None:
        """Not kept: administration receipts are the terminal's own."""

    def wants_abort(self) -> bool:
        """Never."""
        return False


class Bystander(Indifferent):
    """Answers results that come of their own accord, for the attempt they belong to."""

    def __init__(self, attempt: Attempt | None, settled: frozenset[Key], charset: str) -> None:
        self._attempt = attempt
        self._settled = settled
        self._charset = charset

    def status(self, message: StatusInformation) -> Positive | Negative:
        """The open attempt's answer; else yes to what is known or moved no money, else "later"."""
        reported = read_status(message, self._charset)
        attempt = self._attempt
        if attempt is not None and reported.key not in self._settled:
            if has_baseline(attempt.opened) or attempt.reported == reported:
                return attempt.status(message)
            # It may be an old transaction being repeated: it must not be stored as this attempt's.
            return Negative(Refusal.REPEAT_LATER) if reported.result.result_code == 0 else Positive()
        if reported.result.result_code != 0 or reported.key in self._settled:
            return Positive()
        return Negative(Refusal.REPEAT_LATER)

    def printed(self, block: PrintLine | PrintText) -> None:
        """A receipt that arrives late still belongs to the open attempt."""
        if self._attempt is not None:
            self._attempt.printed(block)


class Witness(Indifferent):
    """Remembers what a command told. With `expected_amount` any other amount is refused."""

    def __init__(self, charset: str, expected_amount: int | None = None) -> None:
        self.told: Reported | None = None
        self._charset = charset
        self._expected_amount = expected_amount

    def status(self, message: StatusInformation) -> Positive | Negative:
        """Remember the transaction."""
        self.told = read_status(message, self._charset)
        told = self.told.result
        if self._expected_amount is None or told.result_code != 0:
            return Positive()
        return Positive() if told.amount_minor == self._expected_amount else Negative(Refusal.REFUSED)


class Totals(Indifferent):
    """Remembers the sums of an end of day."""

    def __init__(self) -> None:
        self.total_minor: int | None = None
        self.day = TerminalDay()

    def status(self, message: StatusInformation) -> Positive | Negative:
        """Take the amount, if there is one."""
        self.total_minor = message.fields.number(Bmp.AMOUNT)
        self.day = _day(self.total_minor, message.fields.raw(Bmp.TOTALS))
        return Positive()


def _day(total_minor: int | None, raw: bytes | None) -> TerminalDay:
    """The terminal's day; sums that make no sense count as not told."""
    try:
        told = parse_totals(raw) if raw else None
    except ProtocolError:
        told = None
    if told is None:
        return TerminalDay(total_minor=total_minor)
    return TerminalDay(
        total_minor=total_minor,
        totals=tuple(
            CardTotal(group=CardGroup(found.group), count=found.count, amount_minor=found.amount_minor)
            for found in told.groups
        ),
        first_receipt=told.first_receipt,
        last_receipt=told.last_receipt,
    )
