"""What a change of the terms would have done to the sales of a day: every basket priced again, both ways.

A basket is taken out of its sealed journal: the very products as they were sold, the member, the coupons that
counted, the moment it began. It is priced once by the terms as they are and once by the terms as they would
be; the difference is what the change does, whatever else has changed since.

Source: docs/back-office.md, "What would this offer have done?"; `retail.pricing`.
Invariants: pure; bounded by SALES_MAX and by a budget of time, and says how much of the day it looked at;
shoppers are taken to buy the same.
"""

from collections.abc import Callable, Iterable

import msgspec

from retail.basket import Line
from retail.check import BrokenInvariantError
from retail.coupons.model import Coupon
from retail.journal import envelope
from retail.journal import events as e
from retail.journal.envelope import OpenError
from retail.member import Member
from retail.pricing import Basket, Pricer
from retail.terms import Terms
from retail.unreadable import UNREADABLE

SALES_MAX = 2_000
EXAMPLES = 8


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A sale that would have cost something else."""

    envelope_id: str
    before_minor: int
    after_minor: int

    @property
    def difference_minor(self) -> int:
        """Negative: cheaper for the shopper."""
        return self.after_minor - self.before_minor


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """The answer."""

    looked_at: int
    skipped: int
    """Sales that cannot be priced by today's terms (another currency, a journal that cannot be read)."""
    is_whole: bool
    """Whether every sale of the day was looked at."""
    before_minor: int
    after_minor: int
    used_in: int
    """Sales in which the offer would have taken something off."""
    given_minor: int
    """What the offer itself would have taken off."""
    changed: tuple[Changed, ...]
    """The largest differences."""
    changed_count: int

    @property
    def difference_minor(self) -> int:
        """Takings with the change less takings without."""
        return self.after_minor - self.before_minor


def compare(
    bodies: Iterable[tuple[str, bytes]],
    before: Terms,
    after: Terms,
    offer_id: str,
    *,
    is_whole: bool = True,
    has_time: Callable[[], bool] = lambda: True,
) -> Preview:
    """Price sales by both terms. `bodies`: (envelope, sealed body)."""
    now, then = Pricer(before), Pricer(after)
    looked = skipped = total_before = total_after = used = given = 0
    changed: list[Changed] = []
    for envelope_id, body in bodies:
        if not has_time():
            is_whole = False
            break
        basket = basket_of(body)
        if basket is None:
            skipped += 1
            continue
        try:
            one, other = now.finish(basket), then.finish(basket)
        except BrokenInvariantError:
            skipped += 1
            continue
        looked += 1
        total_before += one.total_minor
        total_after += other.total_minor
        applied = other.offer(offer_id)
        if applied is not None and applied.saving_minor:
            used += 1
            given += applied.saving_minor
        if one.total_minor != other.total_minor:
            changed.append(
                Changed(envelope_id=envelope_id, before_minor=one.total_minor, after_minor=other.total_minor)
            )
    changed.sort(key=lambda sale: (-abs(sale.difference_minor), sale.envelope_id))
    return Preview(
        looked_at=looked,
        skipped=skipped,
        is_whole=is_whole,
        before_minor=total_before,
        after_minor=total_after,
        used_in=used,
        given_minor=given,
        changed=tuple(changed[:EXAMPLES]),
        changed_count=len(changed),
    )


def basket_of(body: bytes) -> Basket | None:
    """The basket a sale was paid with; None if the body cannot be read."""
    try:
        told = [entry.event() for entry in envelope.open_body(body).unsealed()]
    except (OpenError, *UNREADABLE):
        return None
    started: e.TransactionStarted | None = None
    lines: dict[int, Line] = {}
    member: Member | None = None
    shown: dict[int, Coupon] = {}
    held: dict[int, Coupon] = {}
    for event in told:
        match event:
            case e.TransactionStarted():
                started = event
            case e.ItemAdded():
                lines[event.line_id] = _added(lines.get(event.line_id), event)
            case e.QuantityChanged() if event.line_id in lines:
                lines[event.line_id] = msgspec.structs.replace(lines[event.line_id], quantity=event.quantity)
            case e.ItemVoided():
                lines.pop(event.line_id, None)
            case e.MemberIdentified():
                member = event.member
            case e.MemberForgotten():
                member = None
            case e.CouponShown():
                shown[event.coupon_no] = event.coupon
            case e.CouponHeld() if event.coupon is not None or event.coupon_no in shown:
                held[event.coupon_no] = event.coupon or shown[event.coupon_no]
            case e.CouponReleased() | e.CouponRefused():
                held.pop(event.coupon_no, None)
            case _:
                pass
    if started is None:
        return None
    return Basket(
        lines=tuple(lines.values()),
        member=member,
        coupons=tuple(sorted(held.items())),
        started_at=started.started_at,
        currency=started.currency,
    )


def _added(known: Line | None, event: e.ItemAdded) -> Line:
    if known is not None:
        return msgspec.structs.replace(known, quantity=known.quantity + event.quantity)
    return Line(
        line_id=event.line_id,
        product=event.product,
        quantity=event.quantity,
        weight_g=event.weight_g,
        price_minor=event.price_minor,
        is_marked_down=event.is_marked_down,
    )
