"""What an offer can give besides a lower price: gifts, free delivery, a coupon for the next visit."""

from retail.promotions.offer import FreeDelivery, Gift, NextVisit

EXTRAS = (Gift, FreeDelivery, NextVisit)


def gift_count(form: Gift, bought: int) -> int:
    """How many gifts `bought` units earn. Source: form 17."""
    count = bought // form.per
    return count if form.max_gifts is None else min(count, form.max_gifts)
