"""A cursor over a coupon's digits that remembers the first fault instead of raising.

The layouts are chains of "a length, then that many digits". Written with a cursor that keeps its first fault
and answers zeros from then on, a layout reads like its table in the standard.

Invariants: never raises on ASCII digits; after a fault every answer is zeros and the fault stays the first.
"""

import datetime

from retail.coupons.model import CouponError, Fault


class Digits:
    """Reads `text` from `start` on. Positions in faults count from the beginning of `text`."""

    def __init__(self, text: str, start: int, reference_year: int) -> None:
        self._text = text
        self._at = start
        self._reference_year = reference_year
        self.error: CouponError | None = None

    def fail(self, fault: Fault, field: str, at: int | None = None) -> None:
        """Keep a fault, unless there is an earlier one."""
        if self.error is None:
            self.error = CouponError(fault=fault, field=field, at=self._at if at is None else at)

    def take(self, count: int, field: str) -> str:
        """The next `count` digits."""
        piece = self._text[self._at : self._at + count]
        if self.error is None and len(piece) < count:
            self.fail(Fault.CUT_SHORT, field)
        if self.error is not None:
            return "0" * count
        self._at += count
        return piece

    def code(self, allowed: str, field: str, fault: Fault = Fault.BAD_CODE) -> str:
        """One digit out of `allowed`."""
        at = self._at
        digit = self.take(1, field)
        if self.error is None and digit not in allowed:
            self.fail(fault, field, at)
        return digit if self.error is None else allowed[0]

    def counted(self, allowed: str, base: int, field: str) -> str:
        """A length indicator out of `allowed`, then that many digits plus `base`."""
        return self.take(int(self.code(allowed, field, Fault.BAD_LENGTH)) + base, field)

    def skip_if(self, digit: str) -> bool:
        """Whether the next digit is this one; it is read past then."""
        if self.error is None and self._text[self._at : self._at + 1] == digit:
            self._at += 1
            return True
        return False

    def date(self, field: str) -> datetime.date | None:
        """A date as YYMMDD; None after a fault."""
        at = self._at
        digits = self.take(6, field)
        if self.error is not None:
            return None
        date = gs1_date(digits, self._reference_year)
        if date is None:
            self.fail(Fault.BAD_DATE, field, at)
        return date

    def end(self) -> None:
        """Nothing may follow."""
        if self._at < len(self._text):
            self.fail(Fault.EXCESS_DATA, "end")


def gs1_date(digits: str, reference_year: int) -> datetime.date | None:
    """YYMMDD as a date, None if there is no such day.

    The century is the one that brings the year within 50 years of `reference_year`.
    Source: GS1 General Specifications, "Determination of century in dates".
    """
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    century = reference_year // 100 * 100
    apart = year - reference_year % 100
    if apart >= 51:
        century -= 100
    elif apart <= -50:
        century += 100
    try:
        return datetime.date(century + year, month, day)
    except ValueError:  # the only way Python tells that a day does not exist
        return None
