"""A priced basket as plain text: columns a person can follow from the first line to the last cent.

Invariants: every amount shown is one of the `PricedBasket`; no line is wider than WIDTH cells.
"""

from collections.abc import Iterator

from kiosk.printer.cells import cell_width, clean, pad_left, pad_right, wrap
from retail.basket import Line
from retail.money import format_amount, format_decimal
from retail.priced import AppliedOffer, CouponStanding, PricedBasket
from retail.pricing import Basket
from retail.promotions.outcome import Refusal

WIDTH = 78
_NUMBER = 4

REASONS = {
    "applied": "applies",
    "unknown_offer": "there is no offer with this id",
    "used_up": "has been used as often as it may be",
    "used_today": "was already used today by this member, as often as it may be",
    "used_by_member": "was already used by this member, as often as it may be",
    "members_only": "is for members, or for members of another group",
    "needs_code": "needs a code or coupon that was not shown",
    "other_purchase": "is for another purchase of a member (the first, the tenth)",
    "other_tender": "is for another means of payment",
    "no_test_holds": "none of its alternatives holds",
    "not_now": "is not valid at this time or on this day",
    "no_goods": "none of its goods are in the basket",
    "nothing_for_it": "none of its goods are in the basket",
    "another_offer_is_exclusive": "another offer tolerates no other",
    "other_offers_save_more": "other offers save more on these goods",
    "not_yet": "is not valid yet",
    "expired": "has expired",
    "other_currency": "is for another country",
    "other_retailer": "is for another shop",
    "not_verified": "has to be checked online, which this command does not",
    "needs_staff": "a member of staff has to look at it",
    "goods_unknown": "the shop does not know which goods it is for",
    "worth_nothing": "has no value",
    "too_fine": "has a percentage finer than the engine keeps",
    "already_shown": "is this very paper once more",
    "copies": "no more of this campaign count in one purchase",
    "too_many": "more coupons than one purchase takes",
}
"""Why an offer or a coupon gives nothing, in words."""


def text_of(basket: Basket, priced: PricedBasket, language: str) -> str:
    """The whole basket, priced and explained."""
    writer = _Writer(basket, priced, language)
    return "\n".join(line.rstrip() for line in writer.all()) + "\n"


def explained(refusal: Refusal, priced: PricedBasket, names: dict[str, str], language: str) -> str:
    """Why an offer takes nothing off this basket, or what it does."""
    currency = priced.currency
    head = clean(names.get(language) or names.get("") or refusal.offer_id)
    applied = priced.offer(refusal.offer_id)
    if refusal.reason == "applied" and applied is not None:
        saves = format_amount(applied.saving_minor, currency, language)
        lines = wrap(f"{refusal.offer_id} ({head}) applies and saves {saves}.", WIDTH, indent=2)
        for unit in priced.units:
            for cut in unit.cuts:
                if cut.offer_id == refusal.offer_id:
                    before, after = (
                        format_amount(amount, currency, language)
                        for amount in (cut.base_minor, cut.base_minor - cut.amount_minor)
                    )
                    what = f"{before} becomes {after}" if cut.is_reward else f"{before}, needed for it"
                    lines.append(
                        f"  line {unit.line_id}, piece {unit.index + 1}: {what} (group {cut.group + 1})"
                    )
        return "\n".join(lines) + "\n"
    said = f"{refusal.offer_id} ({head}) does not apply: {reason(refusal, currency, language)}."
    return "\n".join(wrap(said, WIDTH, indent=2)) + "\n"


def reason(refusal: Refusal | CouponStanding, currency: str, language: str) -> str:
    """A reason's sentence with its figures."""
    if refusal.reason == "too_few":
        return f"{refusal.missing} more piece{'s' if refusal.missing > 1 else ''} needed"
    if refusal.reason == "spend_more":
        return f"{format_amount(refusal.missing, currency, language)} more has to be spent"
    return REASONS.get(refusal.reason, refusal.reason)


class _Writer:
    def __init__(self, basket: Basket, priced: PricedBasket, language: str) -> None:
        self._basket = basket
        self._priced = priced
        self._language = language
        self._rates = {tax.rate_bp: tax.letter for tax in priced.taxes}
        self._names = {offer.offer_id: self._name(offer.names) for offer in priced.offers}
        largest = max(priced.list_minor, priced.linked_minor, priced.total_minor)
        self._amount_cells = len(self._money(-largest)) + 3
        self._each_cells = 1 + max([8, *(len(self._each(line)) for line in basket.lines)])
        self._text_cells = WIDTH - _NUMBER - self._each_cells - self._amount_cells

    def all(self) -> Iterator[str]:
        yield self._head()
        yield "=" * WIDTH
        for line in self._basket.lines:
            yield from self._line(line)
        yield "-" * WIDTH
        yield from self._totals()
        yield from self._taxes()
        yield from self._coupons()
        yield from self._extras()

    def _money(self, amount_minor: int) -> str:
        return format_amount(amount_minor, self._priced.currency, self._language)

    def _name(self, names: dict[str, str]) -> str:
        return clean(names.get(self._language) or names[""])

    def _head(self) -> str:
        member = self._basket.member
        who = "no member"
        if member is not None:
            words = " ".join(word for word in (member.tier, *member.groups) if word)
            who = f"member ({words})" if words else "member"
        return f"{self._basket.started_at[:16].replace('T', ' ')}   {who}   {self._priced.currency}"

    def _row(self, number: str, text: str, each: str, amount: str, indent: int = 0) -> Iterator[str]:
        width = self._text_cells - 1 - indent
        for place, part in enumerate(wrap(text, width)):
            left = pad_right(number if place == 0 else "", _NUMBER + indent) + pad_right(part, width + 1)
            figures = pad_left(each, self._each_cells) + pad_left(amount, self._amount_cells)
            yield left + figures if place == 0 else left

    def _each(self, line: Line) -> str:
        unit = self._money(line.unit_price_minor)
        if line.weight_g is not None and line.price_minor is None:
            return f"{format_decimal(line.weight_g, 3, self._language)} kg x {unit}"
        return f"{line.quantity} x {unit}"

    def _line(self, line: Line) -> Iterator[str]:
        name = self._name(line.product.names)
        if line.is_reduced:
            name += " (reduced to clear)"
        letter = self._rates.get(line.product.tax_rate_bp, "")
        amount = f"{self._money(line.amount_minor)} {letter}"
        yield from self._row(str(line.line_id), name, self._each(line), amount)
        cuts = self._priced.cuts_of_line(line.line_id)
        for offer in self._priced.offers:
            if offer.offer_id in cuts and offer.layer in ("shelf", "item"):
                yield from self._off(self._names[offer.offer_id], cuts[offer.offer_id], indent=2)
        for linked in line.product.linked:
            amount = self._money(line.quantity * linked.price_minor)
            linked_letter = self._rates.get(linked.tax_rate_bp, "")
            each = f"{line.quantity} x {self._money(linked.price_minor)}"
            yield from self._row("", self._name(linked.names), each, f"{amount} {linked_letter}", indent=2)

    def _off(self, text: str, amount_minor: int, indent: int = 0) -> Iterator[str]:
        yield from self._row("", text, "", f"{self._money(-amount_minor)}  ", indent)

    def _totals(self) -> Iterator[str]:
        priced = self._priced
        later = [
            offer for offer in priced.offers if offer.layer in ("basket", "coupon") and offer.saving_minor
        ]
        if later:
            before = priced.total_minor + sum(offer.saving_minor for offer in later)
            yield from self._row("", "Subtotal", "", f"{self._money(before)}  ")
        for offer in later:
            yield from self._off(self._label(offer), offer.saving_minor)
        yield from self._row("", "To pay", priced.currency, f"{self._money(priced.total_minor)}  ")
        if priced.saving_minor:
            yield from self._row("", "You saved", "", f"{self._money(priced.saving_minor)}  ")
        if not priced.is_final:
            yield "    A better price may still be found."

    def _label(self, offer: AppliedOffer) -> str:
        coupon = f" (coupon {offer.coupon_no})" if offer.coupon_no else ""
        return self._names[offer.offer_id] + coupon

    def _taxes(self) -> Iterator[str]:
        if not self._priced.taxes:
            return
        yield ""
        yield f"    {'Tax':<10}{'gross':>12}{'net':>12}{'tax':>12}"
        for part in self._priced.taxes:
            whole = part.rate_bp % 100 == 0
            figure = format_decimal(part.rate_bp // (100 if whole else 1), 0 if whole else 2, self._language)
            rate = f"{part.letter} {figure} %"
            figures = (part.gross_minor, part.net_minor, part.tax_minor)
            yield f"    {rate:<10}" + "".join(f"{self._money(figure):>12}" for figure in figures)

    def _coupons(self) -> Iterator[str]:
        if not self._priced.coupons:
            return
        texts = {number: coupon.text for number, coupon in self._basket.coupons}
        yield ""
        yield "Coupons"
        for standing in self._priced.coupons:
            if standing.points:
                says = f"gives {standing.points} points"
            elif standing.reason:
                says = reason(standing, self._priced.currency, self._language)
            else:
                says = f"saves {self._money(standing.saving_minor)}"
            shown = _short(clean(texts[standing.coupon_no]), 24)
            yield from self._bullet(str(standing.coupon_no), f"{pad_right(shown, 26)}{says}")

    def _extras(self) -> Iterator[str]:
        priced = self._priced
        said = [*self._hints(), *self._rewards()]
        gifts = [f"take {gift.count}: {self._name(gift.names)}" for gift in priced.gifts]
        for title, rows in (("Gifts", gifts), ("Hints and rewards", said)):
            if rows:
                yield ""
                yield title
                for row in rows:
                    yield from self._bullet("-", row)

    def _bullet(self, mark: str, text: str) -> Iterator[str]:
        for number, row in enumerate(wrap(text, WIDTH - _NUMBER)):
            yield pad_right(mark if number == 0 else "", _NUMBER) + row

    def _hints(self) -> Iterator[str]:
        lines = {line.line_id: line for line in self._basket.lines}
        for nudge in self._priced.nudges:
            saves = f"saves {self._money(nudge.saves_minor)} ({self._name(nudge.names)})"
            if nudge.line_id:
                goods = self._name(lines[nudge.line_id].product.names)
                yield f"{nudge.missing_units} more {goods} {saves}"
            else:
                yield f"goods for {self._money(nudge.missing_minor)} more: {saves}"

    def _rewards(self) -> Iterator[str]:
        rewards = self._priced.rewards
        if rewards.points:
            yield f"{rewards.points} points"
        for card, stamps in rewards.stamps.items():
            yield f"stamp card {card}: {stamps} afterwards"
        if rewards.next_visit_minor:
            worth = self._money(rewards.next_visit_minor)
            dates = f"{rewards.next_visit_from} to {rewards.next_visit_until}"
            yield f"coupon of {worth} for the next visit, {dates}"


def _short(text: str, cells: int) -> str:
    if cell_width(text) <= cells:
        return text
    return text[: cells - 1] + "…"
