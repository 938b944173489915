"""What devices and time said while the journal could not be written, kept until it can.

A payment's answer comes once and must not be lost; a device's condition is only worth its newest word. So
reports are held by subject, in the order of their newest word. A shopper's tap is not held: it is simply not
done, and the screen says why.

Invariants: at most HELD_MAX commands; per subject only the newest.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc

HELD_MAX = 64
"""A lane's devices and timers have some twenty subjects; reaching this many is a fault to be seen."""


class HeldBack:
    """Commands waiting for the journal, oldest first."""

    def __init__(self) -> None:
        self._by_subject: dict[tuple[object, ...], c.AnyCommand] = {}

    def __len__(self) -> int:
        return len(self._by_subject)

    def hold(self, command: c.AnyCommand) -> bool:
        """Keep a report; False if there is no room for it. What a shopper asked is passed over."""
        subject = _subject(command)
        if subject is None:
            return True
        self._by_subject.pop(subject, None)
        if len(self._by_subject) >= HELD_MAX:
            return False
        self._by_subject[subject] = command
        return True

    def oldest(self) -> c.AnyCommand | None:
        """The command to try first, or None."""
        return next(iter(self._by_subject.values()), None)

    def drop_oldest(self) -> None:
        """The oldest command was handled."""
        self._by_subject.pop(next(iter(self._by_subject)))


def _subject(command: c.AnyCommand) -> tuple[object, ...] | None:
    """What a report is about; None for a command that is not held back."""
    match command:
        case c.StartLane() | c.ReportRegistration():
            return (type(command),)
        case c.ReportHealth(health=health):
            return (type(command), health.device)
        case c.ReportPayment(answer=answer):
            return (type(command), answer.attempt_id)
        case c.ReportCoupon(answer=coupon):
            return (type(command), coupon.transaction_id, coupon.coupon_no)
        case c.ReportPoints(answer=points):
            return (type(command), points.transaction_id)
        case c.ReportPrint(answer=print_answer):
            return (type(command), print_answer.job_id)
        case c.ReportPrintWaiting(waiting=waiting):
            return (type(command), waiting.job_id)
        case c.FireTimer(timer=timer):
            return (type(command), timer)
        case sc.ReportWeight():
            return (type(command),)
        case sc.ReportWeighing(answer=weighed):
            return (type(command), weighed.ask_id)
        case sc.ReportResume(answer=resume):
            return (type(command), resume.token)
        case _:
            return None
