"""Refuse an impossible offer before it reaches a lane, naming the offer, the field and the reason.

A file of offers is taken whole or not at all; all its mistakes are reported at once.

Source: docs/offers.md.
"""

import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from retail import money
from retail.promotions.crowds import Crowds
from retail.promotions.offer import (
    BASIS_POINTS,
    Amount,
    AmountEach,
    AnyOf,
    Bundle,
    BuyGet,
    Code,
    Condition,
    Derivation,
    DistinctSet,
    FirstAdditional,
    FreeDelivery,
    Gift,
    GroupPrice,
    Ladder,
    Limit,
    MinQuantity,
    MinSpend,
    NewPrice,
    NextVisit,
    NthUnit,
    Offer,
    OrderNumber,
    Percent,
    PercentOfTotal,
    PerGroup,
    Selector,
    SetTotal,
    Tender,
    Window,
)
from retail.promotions.selectors import places
from retail.unreadable import UNREADABLE

OFFERS_MAX = 100_000
MISTAKES_MAX = 200
"""Mistakes beyond this many are counted, not listed."""
AMOUNT_MAX_MINOR = 100_000_000
"""More than any offer gives: an amount beyond it is a slip of the keyboard."""
QUANTITY_MAX = 10_000
TEXT_MAX = 120
DAYS_LEFT_MAX = 3_650
NAMES_MAX = 10_000
"""Product keys or categories one selector may list."""
SLOTS_MAX = 11
STEPS_MAX = 50
DERIVATIONS_MAX = 8
CONDITIONS_MAX = 16


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """One reason an offer was refused."""

    offer_id: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"offer {self.offer_id!r}, {self.field}: {self.reason}"


class OffersRefusedError(ValueError):
    """A file of offers with mistakes: nothing was loaded."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = list(mistakes[:MISTAKES_MAX])
        self.count = len(mistakes)
        shown = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        more = f"\n  ... and {self.count - MISTAKES_MAX} more" if self.count > MISTAKES_MAX else ""
        super().__init__(f"offers refused, nothing was loaded; {self.count} mistake(s):\n{shown}{more}")


class _File(msgspec.Struct, forbid_unknown_fields=True):
    currency: str
    offers: list[msgspec.Raw]


def read_offers(data: bytes, currency: str) -> list[Offer]:
    """Read a file of offers for a shop that sells in `currency`. Raises `OffersRefusedError`."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except UNREADABLE as error:
        raise OffersRefusedError([Mistake(offer_id="", field="file", reason=str(error))]) from None
    mistakes: list[Mistake] = []
    if file.currency != currency:
        reason = f"{file.currency[:TEXT_MAX]!r} in a shop that sells in {currency}"
        mistakes.append(Mistake(offer_id="", field="currency", reason=reason))
    elif not money.is_currency(currency):
        reason = f"{currency[:TEXT_MAX]!r} is no currency that can be carried to a card terminal"
        mistakes.append(Mistake(offer_id="", field="currency", reason=reason))
    offers: list[Offer] = []
    decoder = msgspec.json.Decoder(Offer)
    for number, raw in enumerate(file.offers[: OFFERS_MAX + 1]):
        try:
            offers.append(decoder.decode(raw))
        except UNREADABLE as error:
            mistakes.append(_undecoded(raw, number, str(error)))
    mistakes += check(offers)
    if mistakes:
        raise OffersRefusedError(mistakes)
    return offers


def _undecoded(raw: msgspec.Raw, number: int, message: str) -> Mistake:
    reason, _, path = message.partition(" - at `$")
    name = f"#{number + 1}"
    try:
        found = msgspec.json.decode(raw)
        if isinstance(found, dict) and isinstance(found.get("id"), str):
            name = found["id"][:TEXT_MAX]
    except UNREADABLE:
        reason = f"not readable: {reason}"
    return Mistake(offer_id=name, field=path.strip(".`") or "offer", reason=reason)


def check(offers: Sequence[Offer]) -> list[Mistake]:
    """Every reason why these offers cannot be used; empty when they can."""
    mistakes: list[Mistake] = []
    if len(offers) > OFFERS_MAX:
        mistakes.append(Mistake(offer_id="", field="offers", reason=f"more than {OFFERS_MAX}"))
    seen: set[str] = set()
    crowds = Crowds()
    for offer in offers:
        if offer.id in seen:
            mistakes.append(Mistake(offer_id=offer.id, field="id", reason="another offer has the same id"))
        seen.add(offer.id)
        mistakes += (
            Mistake(offer_id=offer.id, field=field, reason=reason)
            for field, reason in (*_check_offer(offer), *crowds.excess(offer))
        )
    return mistakes


Found = Iterator[tuple[str, str]]
"""Pairs of field and reason."""


def _check_offer(offer: Offer) -> Found:
    if not 0 < len(offer.id) <= TEXT_MAX:
        yield "id", f"has 1 to {TEXT_MAX} characters"
    if len(offer.name) > TEXT_MAX or not offer.name.isprintable():
        yield "name", f"has at most {TEXT_MAX} characters, none of them a control character"
    if not 0 < len(offer.derivation) <= DERIVATIONS_MAX:
        yield "derivation", f"has 1 to {DERIVATIONS_MAX} entries"
    if offer.layer == "item" and len(offer.derivation) > 1:
        yield "derivation", "an item offer gives one thing; several together belong in the basket layer"
    if len(offer.eligibility) > CONDITIONS_MAX:
        yield "eligibility", f"has at most {CONDITIONS_MAX} tests"
    if offer.layer == "shelf":
        yield from _check_shelf(offer)
    for number, test in enumerate(offer.eligibility):
        yield from _prefixed(f"eligibility[{number}]", _check_test(test))
    for number, form in enumerate(offer.derivation):
        yield from _prefixed(f"derivation[{number}]", _check_form(form))
        for selector in places(form):
            yield from _prefixed(f"derivation[{number}]", _check_selector(selector))
    for number, limit in enumerate(offer.limits):
        yield from _prefixed(f"limits[{number}]", _check_limit(limit))


def _prefixed(prefix: str, found: Found) -> Found:
    for field, reason in found:
        yield f"{prefix}.{field}", reason


def _check_shelf(offer: Offer) -> Found:
    for number, form in enumerate(offer.derivation):
        whole = isinstance(form, NewPrice) or (
            isinstance(form, Percent | AmountEach)
            and form.max_units is None
            and form.max_units_per_line is None
        )
        if not whole:
            yield (
                f"derivation[{number}]",
                "a shelf offer changes the price of every unit: percent, amount_each, new_price",
            )
    if any(isinstance(test, MinQuantity | MinSpend) for test in offer.eligibility):
        yield "eligibility", "a shelf price does not depend on the basket"


def _amount(field: str, value: int | None, *, least: int = 1) -> Found:
    if value is not None and not least <= value <= AMOUNT_MAX_MINOR:
        yield field, f"{value} is not from {least} to {AMOUNT_MAX_MINOR}"


def _quantity(field: str, value: int | None, *, least: int = 1) -> Found:
    if value is not None and not least <= value <= QUANTITY_MAX:
        yield field, f"{value} is not from {least} to {QUANTITY_MAX}"


def _percent(field: str, value: int | None) -> Found:
    if value is not None and not 0 < value <= BASIS_POINTS:
        yield field, f"{value} is not from 1 to {BASIS_POINTS} (100 %)"


def _one_of(form: object, fields: Sequence[str]) -> Found:
    given = [field for field in fields if getattr(form, field) is not None]
    if len(given) != 1:
        yield given[1] if len(given) > 1 else fields[0], f"exactly one of {', '.join(fields)} is given"


def _ascending(field: str, values: Iterable[int]) -> Found:
    listed = list(values)
    if not 0 < len(listed) <= STEPS_MAX:
        yield field, f"has 1 to {STEPS_MAX} steps"
    if any(after <= before for before, after in itertools.pairwise(listed)):
        yield field, "steps go up"


def _check_form(form: Derivation) -> Found:
    for field in ("percent_bp",):
        yield from _percent(field, getattr(form, field, None))
    for field in ("max_units", "max_units_per_line", "times", "max_gifts", "per"):
        yield from _quantity(field, getattr(form, field, None))
    for field in ("cap_minor", "upto_minor"):
        yield from _amount(field, getattr(form, field, None))
    match form:
        case Percent() | PercentOfTotal():
            pass
        case Amount() | AmountEach() | NextVisit():
            yield from _amount("amount_minor", form.amount_minor)
        case NewPrice() | SetTotal():
            yield from _amount("price_minor", form.price_minor, least=0)
        case GroupPrice():
            yield from _amount("price_minor", form.price_minor, least=0)
            yield from _quantity("quantity", form.quantity)
        case NthUnit():
            yield from _quantity("quantity", form.quantity)
            if not 1 <= form.rewarded <= form.quantity:
                yield "rewarded", f"{form.rewarded} of {form.quantity} cannot be rewarded"
        case BuyGet():
            yield from _quantity("buy_quantity", form.buy_quantity)
            yield from _quantity("get_quantity", form.get_quantity)
            yield from _one_of(form, ("percent_bp", "amount_minor"))
            yield from _amount("amount_minor", form.amount_minor)
        case Bundle():
            if not 0 < len(form.slots) <= SLOTS_MAX:
                yield "slots", f"has 1 to {SLOTS_MAX} slots"
            for number, slot in enumerate(form.slots):
                yield from _quantity(f"slots[{number}].quantity", slot.quantity)
            yield from _one_of(form, ("price_minor", "amount_minor", "percent_bp"))
            yield from _amount("price_minor", form.price_minor, least=0)
            yield from _amount("amount_minor", form.amount_minor)
        case DistinctSet():
            yield from _ascending("steps", (step.distinct for step in form.steps))
            for number, step in enumerate(form.steps):
                yield from _quantity(f"steps[{number}].distinct", step.distinct, least=2)
                yield from _percent(f"steps[{number}].percent_bp", step.percent_bp)
        case Ladder():
            yield from _check_ladder(form)
        case PerGroup():
            yield from _quantity("quantity", form.quantity)
            yield from _one_of(form, ("amount_minor", "percent_bp"))
            yield from _amount("amount_minor", form.amount_minor)
        case FirstAdditional():
            yield from _amount("first_minor", form.first_minor, least=0)
            yield from _amount("additional_minor", form.additional_minor, least=0)
        case Gift():
            yield from _amount("price_minor", form.price_minor, least=0)
            if not form.item_id:
                yield "item_id", "names the gift"
        case FreeDelivery():
            pass


def _check_ladder(form: Ladder) -> Found:
    yield from _ascending("steps", (step.at_least for step in form.steps))
    bound = _quantity if form.measure == "quantity" else _amount
    for number, step in enumerate(form.steps):
        yield from bound(f"steps[{number}].at_least", step.at_least, least=0)
        field = f"steps[{number}].reward"
        if form.reward == "percent":
            yield from _percent(field, step.reward)
        else:
            yield from _amount(field, step.reward, least=0 if form.reward == "new_price" else 1)
    if form.excess_only and (form.measure == "spend" or form.reward == "amount"):
        yield "excess_only", "counts units, and gives each its own reward"
    if form.excess_only and form.pay_on is not None:
        yield "pay_on", "with excess_only the measured units are the ones paid"


def _check_selector(selector: Selector) -> Found:
    names = (selector.ids, selector.categories, selector.without_ids, selector.without_categories)
    for field, listed in zip(("ids", "categories", "without_ids", "without_categories"), names, strict=True):
        if len(listed) > NAMES_MAX:
            yield field, f"lists at most {NAMES_MAX}"
        if not all(listed):
            yield field, "holds an empty name"
    low, high = selector.price_from_minor, selector.price_to_minor
    yield from _amount("price_from_minor", low, least=0)
    yield from _amount("price_to_minor", high, least=0)
    if low is not None and high is not None and low > high:
        yield "price_to_minor", "is below price_from_minor"
    if selector.days_left_to is not None and not 0 <= selector.days_left_to <= DAYS_LEFT_MAX:
        yield "days_left_to", f"is 0 to {DAYS_LEFT_MAX} days"


def _check_test(test: Condition) -> Found:
    match test:
        case MinQuantity():
            yield from _quantity("quantity", test.quantity)
            yield from _check_selector(test.of)
        case MinSpend():
            yield from _amount("amount_minor", test.amount_minor, least=0)
            yield from _check_selector(test.of)
        case Code():
            if not 0 < len(test.code) <= TEXT_MAX:
                yield "code", f"has 1 to {TEXT_MAX} characters"
        case OrderNumber():
            yield from _quantity("number", test.number)
        case Tender():
            if not test.kinds:
                yield "kinds", "names a means of payment"
        case Window():
            yield from _check_window(test)
        case AnyOf():
            if not test.tests:
                yield "tests", "holds at least one test"
            for number, inner in enumerate(test.tests):
                yield from _prefixed(f"tests[{number}]", _check_test(inner))


def _check_window(window: Window) -> Found:
    for field in ("from_minute", "to_minute"):
        if not 0 <= getattr(window, field) <= 1440:
            yield field, "is not from 0 to 1440"
    if window.from_minute == window.to_minute:
        yield "to_minute", "the window is empty"
    if not all(1 <= day <= 7 for day in window.weekdays):
        yield "weekdays", "a weekday is 1 (Monday) to 7"
    for field in ("first_day", "last_day"):
        text = getattr(window, field)
        try:
            if text and datetime.date.fromisoformat(text).isoformat() != text:
                yield field, f"{text!r} is not a date as YYYY-MM-DD"
        except ValueError:
            yield field, f"{text[:TEXT_MAX]!r} is not a date as YYYY-MM-DD"
    if window.first_day and window.last_day and window.last_day < window.first_day:
        yield "last_day", "is before first_day"


def _check_limit(limit: Limit) -> Found:
    if (limit.uses is None) == (limit.amount_minor is None):
        yield "uses", "exactly one of uses, amount_minor is given"
    for field in ("uses", "used"):
        value = getattr(limit, field)
        if value is not None and not 0 <= value <= 10**9:
            yield field, "is not from 0 to a thousand million"
    for field in ("amount_minor", "used_minor"):
        value = getattr(limit, field)
        if value is not None and not 0 <= value <= 10**12:
            yield field, "is not an amount of money"
