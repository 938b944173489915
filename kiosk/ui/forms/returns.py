"""Which goods staff take back, until it is one command. Pure.

Invariants: never more of a line than can come back; the amount is what the store said these units were paid.
"""

import msgspec

from kiosk.ui.views.returns import ReturnLineView, ReturnView
from retail.wire.returns import ReturnedLine


class ReturnForm(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each line of one return."""

    transaction_id: str = ""
    counts: dict[int, int] = {}

    def count(self, line_id: int) -> int:
        """How many of this line come back."""
        return self.counts.get(line_id, 0)

    @property
    def lines(self) -> tuple[ReturnedLine, ...]:
        """What is asked of the store."""
        chosen = ((line_id, count) for line_id, count in self.counts.items() if count)
        return tuple(ReturnedLine(line_id=line_id, quantity=count) for line_id, count in chosen)


EMPTY = ReturnForm()


def changed(form: ReturnForm, view: ReturnView, line_id: int, by: int) -> ReturnForm:
    """One more or one less of a line; a line that is not there changes nothing."""
    line = next((one for one in view.lines if one.line_id == line_id), None)
    if line is None:
        return form
    count = min(max(form.count(line_id) + by, 0), len(line.unit_minor))
    return ReturnForm(transaction_id=view.transaction_id, counts={**form.counts, line_id: count})


def everything(view: ReturnView) -> ReturnForm:
    """All that can come back."""
    counts = {line.line_id: len(line.unit_minor) for line in view.lines}
    return ReturnForm(transaction_id=view.transaction_id, counts=counts)


def followed(form: ReturnForm, view: ReturnView) -> ReturnForm:
    """The form beside a view that has changed: forgotten with its return."""
    return form if view.transaction_id == form.transaction_id else EMPTY


def line_minor(form: ReturnForm, line: ReturnLineView) -> int:
    """What the chosen units of a line were paid."""
    return sum(line.unit_minor[: form.count(line.line_id)])


def amount_minor(form: ReturnForm, view: ReturnView) -> int:
    """What all chosen units were paid."""
    return sum(line_minor(form, line) for line in view.lines)
