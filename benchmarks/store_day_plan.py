"""Who comes to a simulated day and what happens to them: drawn before it begins, the same for every policy.

A plan says what shoppers bring, how heavy it really is, which mistakes they make and how their payments go.
It says nothing of what the checkout does. Every shopper has dice of their own, so one more shopper changes no
other.
"""

import bisect
import enum
import itertools
from collections.abc import Sequence

import msgspec

from benchmarks.store_day_clock import SECOND_US
from benchmarks.store_day_odds import (
    BASKETS,
    HOURS,
    SCALE_FAULTS,
    TERMINAL_FAULTS,
    Dice,
)
from benchmarks.store_day_shop import goods, members, with_an_age
from retail.catalogue import Product
from retail.codes import check_digit
from retail.interventions.balance import tolerance_g
from retail.interventions.policy import WeightRules
from retail.journal.events import ReceiptKind

HOUR_US = 3_600 * SECOND_US
UNKNOWN_CODE = "4099999999996"
"""Nobody has it on file."""
_LABEL_G = (180, 1_400)
_PAPER_G = 6
_HEAVY_G = 4_000
"""From here on a pack is too large to bag, half of the time."""
_BIG = (61, 80)


class Slip(enum.Enum):
    """What goes wrong with an item."""

    NONE = "none"
    KEPT_IN_HAND = "kept_in_hand"
    NOT_SCANNED = "not_scanned"
    TWICE = "twice"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"
    TOO_LARGE = "too_large"
    CHANGED_MIND = "changed_mind"
    HIDDEN = "hidden"
    SWITCHED = "switched"


class After(enum.Enum):
    """What happens behind an item."""

    NOTHING = "nothing"
    SHUFFLES = "shuffles"
    LEANS = "leans"
    SHAKEN = "shaken"


class Fate(enum.Enum):
    """How a visit ends."""

    PAYS = "pays"
    CANCELS = "cancels"
    LEAVES_MIDWAY = "leaves_midway"
    LEAVES_AT_PAYMENT = "leaves_at_payment"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the trolley."""

    code: str
    """What its bar code says."""
    lies_g: int
    """What it really weighs."""
    slip: Slip = Slip.NONE
    after: After = After.NOTHING
    is_loose: bool = False
    """Weighed at the lane."""
    false_reads: int = 0
    """How often a damaged code is read wrongly."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One shopper."""

    number: int
    arrives_us: int
    """After opening."""
    items: tuple[Item, ...]
    fate: Fate = Fate.PAYS
    is_honest: bool = True
    looks_young: bool = False
    is_too_young: bool = False
    bag_g: int = 0
    """Of one's own; 0: none."""
    says_bag: bool = True
    card: str = ""
    """A member's."""
    coupon: str = ""
    is_coupon_good: bool = True
    pauses_at: int = -1
    """Before which item a pause is made."""
    asks_at: int = -1
    """Before which item help is called."""
    payments: tuple[str, ...] = ("approved",)
    """What the terminal says of each attempt: `approved`, `declined`, `unknown` (it tells when asked) or
    `silent` (nobody can tell but who reads the terminal); the last one for all further attempts."""
    receipt: ReceiptKind = ReceiptKind.NONE


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A device that fails."""

    at_us: int
    lane: int
    device: str


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is not the checkout's doing."""

    seed: int
    visits: tuple[Visit, ...]
    faults: tuple[Fault, ...]


def day(seed: int, shoppers: int, lanes: int) -> Day:
    """The plan of a day. `HOURS` are as long as they are, however many come."""
    dice = Dice(f"store day, seed {seed}")
    arrivals = sorted(_arrival_us(dice.of(f"arrival {number}")) for number in range(shoppers))
    visits = (_visit(number, at_us, dice.of(f"visit {number}")) for number, at_us in enumerate(arrivals, 1))
    chance = dice.of("faults").random
    devices = ["bagging_scale"] * SCALE_FAULTS + ["terminal"] * TERMINAL_FAULTS
    faults = [
        Fault(at_us=chance.randrange(len(HOURS) * HOUR_US), lane=chance.randrange(lanes), device=device)
        for device in devices
    ]
    return Day(seed=seed, visits=tuple(visits), faults=tuple(faults))


def _arrival_us(dice: Dice) -> int:
    ahead = list(itertools.accumulate(HOURS))
    hour = bisect.bisect_right(ahead, dice.random.randrange(ahead[-1]))
    return hour * HOUR_US + dice.random.randrange(HOUR_US)


def _visit(number: int, arrives_us: int, dice: Dice) -> Visit:
    is_honest = not dice.happens("dishonest")
    items = _items(dice, is_honest)
    buys_age = any(item.code == product.gtin for item in items for product in with_an_age())
    fate = next(
        (
            fate
            for fate in (Fate.CANCELS, Fate.LEAVES_MIDWAY, Fate.LEAVES_AT_PAYMENT)
            if dice.happens(fate.value)
        ),
        Fate.PAYS,
    )
    has_bag = dice.happens("own_bag")
    bag_g = dice.random.randint(700, 2_500) if dice.happens("heavy_bag") else dice.random.randint(40, 450)
    coupon, is_good = _coupon(dice)
    return Visit(
        number=number,
        arrives_us=arrives_us,
        items=items,
        fate=fate,
        is_honest=is_honest,
        looks_young=buys_age and dice.happens("looks_young"),
        is_too_young=buys_age and dice.happens("too_young"),
        bag_g=bag_g if has_bag else 0,
        says_bag=not dice.happens("says_nothing"),
        card=dice.random.choice(members().cards) if dice.happens("member") else "",
        coupon=coupon,
        is_coupon_good=is_good,
        pauses_at=dice.random.randrange(len(items)) if dice.happens("pauses") else -1,
        asks_at=dice.random.randrange(len(items)) if dice.happens("asks_help") else -1,
        payments=_payments(dice),
        receipt=_receipt(dice),
    )


def _coupon(dice: Dice) -> tuple[str, bool]:
    """A coupon for coffee, now and then worth more than the lane takes alone (value in cents)."""
    value, is_good = ("600" if dice.happens("dear_coupon") else "100"), not dice.happens("bad_coupon")
    payload = "982210002" + value
    return (payload + str(check_digit(payload)), is_good) if dice.happens("coupon") else ("", True)


def _payments(dice: Dice) -> tuple[str, ...]:
    if dice.happens("payment_unknown"):
        return ("silent" if dice.happens("terminal_silent") else "unknown", "approved")
    if dice.happens("declined_thrice"):
        return ("declined", "declined", "declined", "approved")
    return ("declined", "approved") if dice.happens("declined") else ("approved",)


def _receipt(dice: Dice) -> ReceiptKind:
    if dice.happens("paper"):
        return ReceiptKind.PAPER
    return ReceiptKind.QR if dice.happens("digital") else ReceiptKind.NONE


def _items(dice: Dice, is_honest: bool) -> tuple[Item, ...]:
    count = _count(dice)
    shelf = [product for product in goods().values() if product.category not in ("deposit", "household/bags")]
    shelf = [product for product in shelf if product not in with_an_age()]
    chosen = [dice.random.choice(shelf) for _ in range(count)]
    if dice.happens("age_goods"):
        chosen[dice.random.randrange(count)] = dice.random.choice(with_an_age())
    wrong = dice.random.randrange(count) if not is_honest else -1
    return tuple(_item(product, dice, is_wrong=index == wrong) for index, product in enumerate(chosen))


def _count(dice: Dice) -> int:
    if dice.happens("big"):
        return dice.random.randint(*_BIG)
    rolled = dice.random.randrange(1_000)
    for permille, least, most in BASKETS:
        if rolled < permille:
            return dice.random.randint(least, most)
        rolled -= permille
    return 1


def _item(product: Product, dice: Dice, *, is_wrong: bool) -> Item:
    code, lies_g = _as_sold(product, dice)
    is_loose = _is_loose(product)
    slip = _slip(lies_g, dice)
    if is_wrong:
        slip = Slip.SWITCHED if dice.random.random() < 0.5 else Slip.HIDDEN
    elif dice.happens("other_weight"):
        lies_g = round(lies_g * dice.random.choice((0.7, 1.25, 1.5))) + 40
    after = next(
        (after for after in (After.SHUFFLES, After.LEANS, After.SHAKEN) if dice.happens(after.value)),
        After.NOTHING,
    )
    return Item(
        code=code,
        lies_g=lies_g,
        slip=Slip.NONE if is_loose else slip,
        after=after,
        is_loose=is_loose,
        false_reads=dice.random.choice((1, 1, 2, 3, 5)),
    )


def _slip(lies_g: int, dice: Dice) -> Slip:
    if lies_g >= _HEAVY_G and dice.random.random() < 0.5:
        return Slip.TOO_LARGE
    mistakes = (
        Slip.KEPT_IN_HAND, Slip.NOT_SCANNED, Slip.TWICE, Slip.DAMAGED, Slip.UNKNOWN, Slip.TOO_LARGE,
        Slip.CHANGED_MIND,
    )  # fmt: skip
    return next((slip for slip in mistakes if dice.happens(slip.value)), Slip.NONE)


def _as_sold(product: Product, dice: Dice) -> tuple[str, int]:
    """Code and true weight. Tolerances are taken for three standard deviations of honest goods."""
    if _is_loose(product):
        return product.gtin, dice.random.randint(*_LABEL_G)
    if product.unit == "kg":
        weight_g = dice.random.randint(*_LABEL_G)
        payload = f"{product.gtin[:7]}{weight_g:05}"
        return payload + str(check_digit(payload)), weight_g + _PAPER_G
    piece, count = product, 1
    if product.pack_of:
        inside = goods().find(product.pack_of)
        piece, count = inside or product, product.pack_quantity
    grams = piece.expected_g or 350
    spread_g = (piece.tolerance_g or tolerance_g(grams, WeightRules())) / 3
    return product.gtin, max(1, round(sum(dice.random.gauss(grams, spread_g) for _ in range(count))))


def _is_loose(product: Product) -> bool:
    """Goods without a label: their number is no in-store number with room for a weight."""
    return product.unit == "kg" and not product.gtin.startswith("2")


def pieces(visits: Sequence[Visit]) -> int:
    """Items of all visits."""
    return sum(len(visit.items) for visit in visits)
