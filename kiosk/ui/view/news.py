"""What a change of the basket did to prices, said once: a saving that arrived, or one that is gone. Pure.

No total changes without a reason in sight. A row that a finger or a scan touched explains itself; this tells
of what happened elsewhere because of it.

Invariants: two equal baskets are no news; another sale is no news; the amount told is the change of the whole
saving, so that it equals what the total shows.
"""

from collections import defaultdict

from kiosk.checkout.state import Transaction
from kiosk.ui.view.basket import cuts_of, offer_name
from kiosk.ui.views import NewsView
from kiosk.ui.voice import Voice
from kiosk.ui.words import messages
from retail.priced import AppliedOffer, PricedBasket, UnitPrice


def news(before: Transaction | None, after: Transaction | None, voice: Voice) -> NewsView:
    """What `after` has that `before` had not."""
    if before is None or after is None or before.transaction_id != after.transaction_id:
        return NewsView()
    rows = _rows_changed(before, after)
    saving = after.priced.saving_minor - before.priced.saving_minor
    gained = _gained(before.priced, after.priced)
    if saving > 0 and gained:
        return NewsView(
            title=voice.say(messages.NEWS_SAVED),
            amount=voice.money(saving),
            text=_names(gained, voice),
            rows=rows,
        )
    gone = [
        offer
        for offer in _gained(after.priced, before.priced)
        if not offer.coupon_no or after.coupon(offer.coupon_no) is not None
    ]
    if gone and _is_dearer(before, after):
        return NewsView(
            title=voice.say(messages.NEWS_CHANGED),
            text=voice.say(messages.NEWS_GONE).format(name=_names(gone, voice)),
            is_saving=False,
            rows=rows,
        )
    if after.member is not None and before.member is None:
        points = voice.points(after.member.points) if after.member.points else ""
        return NewsView(title=voice.say(messages.MEMBER_ACTIVE), text=points, rows=rows)
    return NewsView(rows=rows)


def _gained(before: PricedBasket, after: PricedBasket) -> list[AppliedOffer]:
    """Offers that save more than before, the largest gain first."""
    had = {offer.offer_id: offer.saving_minor for offer in before.offers}
    gains = [
        (offer.saving_minor - had.get(offer.offer_id, 0), offer)
        for offer in after.offers
        if offer.saving_minor > had.get(offer.offer_id, 0)
    ]
    return [offer for _, offer in sorted(gains, key=lambda gain: -gain[0])]


def _names(offers: list[AppliedOffer], voice: Voice) -> str:
    name, more = offer_name(offers[0], voice), len(offers) - 1
    if more == 0:
        return name
    words = messages.NEWS_AND_ONE if more == 1 else messages.NEWS_AND_MORE
    return voice.say(words).format(name=name, count=more)


def _paid_by_line(priced: PricedBasket) -> dict[int, int]:
    paid: dict[int, int] = defaultdict(int)
    for unit in priced.units:
        paid[unit.line_id] += unit.paid_minor
    return paid


def _shown_by_line(priced: PricedBasket) -> dict[int, int]:
    """The amounts in the rows: offers that stand after the lines do not change them."""
    offers = {offer.offer_id: offer for offer in priced.offers}
    units: dict[int, list[UnitPrice]] = defaultdict(list)
    for unit in priced.units:
        units[unit.line_id].append(unit)
    return {
        line_id: sum(unit.list_minor for unit in those) - sum(cuts_of(those, offers).values())
        for line_id, those in units.items()
    }


def _rows_changed(before: Transaction, after: Transaction) -> tuple[int, ...]:
    """Rows whose quantity is as it was and whose amount is not."""
    was, now = _shown_by_line(before.priced), _shown_by_line(after.priced)
    quantities = {line.line_id: line.quantity for line in before.lines}
    return tuple(
        row
        for row, line in enumerate(after.lines)
        if quantities.get(line.line_id) == line.quantity and was.get(line.line_id) != now.get(line.line_id)
    )


def _is_dearer(before: Transaction, after: Transaction) -> bool:
    """Whether a piece that stayed in the basket costs more than it did, by its line's average."""
    was, now = _paid_by_line(before.priced), _paid_by_line(after.priced)
    quantities = {line.line_id: line.quantity for line in before.lines}
    return any(
        now[line.line_id] * quantities[line.line_id] > was[line.line_id] * line.quantity
        for line in after.lines
        if line.line_id in quantities
    )
