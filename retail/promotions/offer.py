"""An offer as data: who is eligible, what is derived from it, and how often.

The words follow ARTS: an offer is *eligibility* (what must hold) times *derivation* (what it gives), with a
layer, a priority and limits. These structs are also the JSON form, documented in docs/offers.md.

Invariants: frozen; amounts are integers of minor units, percentages integers of basis points; no struct here
computes a price.
"""

from typing import Literal

import msgspec

BASIS_POINTS = 10_000
"""One whole, in the unit percentages are written in: 12.5 % is 1250."""

Layer = Literal["shelf", "item", "basket", "coupon"]
LAYERS: tuple[Layer, ...] = ("shelf", "item", "basket", "coupon")
"""In the order they are applied; each sees the prices the one before left."""
Pick = Literal["cheapest", "dearest"]
Basis = Literal["left", "list"]
"""Measure what is left to pay after earlier offers, or the price on the shelf's list."""


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every struct of an offer shares: unknown fields are mistakes, not extensions."""


class Selector(Struct, frozen=True, kw_only=True):
    """Which units. All given tests must hold; an empty selector takes every unit."""

    ids: tuple[str, ...] = ()
    """Product keys, any of them."""
    categories: tuple[str, ...] = ()
    """Any of them."""
    price_from_minor: int | None = None
    """On the list price, inclusive."""
    price_to_minor: int | None = None
    without_ids: tuple[str, ...] = ()
    without_categories: tuple[str, ...] = ()
    not_marked_down: bool = False
    """Leave out units that are reduced to clear or already cheaper by the shelf layer."""
    days_left_to: int | None = None
    """Only units whose own code tells a best-before or expiry date at most so many days ahead; 0 is today."""


EVERYTHING = Selector()


# ---------------------------------------------------------------------------------------------- eligibility


class MinQuantity(Struct, frozen=True, kw_only=True, tag_field="test", tag="min_quantity"):
    """At least so many units."""

    quantity: int
    of: Selector = EVERYTHING


class MinSpend(Struct, frozen=True, kw_only=True, tag_field="test", tag="min_spend"):
    """Units worth at least this much."""

    amount_minor: int
    of: Selector = EVERYTHING
    basis: Basis = "left"


class Member(Struct, frozen=True, kw_only=True, tag_field="test", tag="member"):
    """A member is known and belongs to one of the groups; with no group named, any member."""

    groups: tuple[str, ...] = ()


class Code(Struct, frozen=True, kw_only=True, tag_field="test", tag="code"):
    """A code or coupon was shown."""

    code: str


class OrderNumber(Struct, frozen=True, kw_only=True, tag_field="test", tag="order_number"):
    """The member's first, or nth, purchase."""

    number: int


class Window(Struct, frozen=True, kw_only=True, tag_field="test", tag="window"):
    """Within these hours of these days, in the shop's local time, at the moment the unit was scanned."""

    from_minute: int = 0
    """Minutes after local midnight, inclusive."""
    to_minute: int = 1440
    """Exclusive. Smaller than `from_minute`: the window runs over midnight."""
    weekdays: tuple[int, ...] = ()
    """1 is Monday; empty is every day. Over midnight the day the window began counts."""
    first_day: str = ""
    """ISO 8601 date, inclusive; empty is no bound."""
    last_day: str = ""


class Tender(Struct, frozen=True, kw_only=True, tag_field="test", tag="tender"):
    """The shopper has chosen this means of payment, for instance the shop's own card."""

    kinds: tuple[str, ...]


class AnyOf(Struct, frozen=True, kw_only=True, tag_field="test", tag="any_of"):
    """At least one of these. Only tests that do not look at the basket."""

    tests: "tuple[Member | Code | OrderNumber | Window | Tender, ...]"


Condition = MinQuantity | MinSpend | Member | Code | OrderNumber | Window | Tender | AnyOf


# ----------------------------------------------------------------------------------------------- derivation


class Percent(Struct, frozen=True, kw_only=True, tag="percent"):
    """A share off units."""

    percent_bp: int
    of: Selector = EVERYTHING
    max_units: int | None = None
    max_units_per_line: int | None = None
    pick: Pick = "cheapest"
    """Which units when there are more than `max_units`."""
    base: Basis = "left"


class PercentOfTotal(Struct, frozen=True, kw_only=True, tag="percent_of_total"):
    """A share off a sum (of which `upto_minor` counts), rounded once and spread; at most `cap_minor`."""

    percent_bp: int
    of: Selector = EVERYTHING
    cap_minor: int | None = None
    upto_minor: int | None = None


class Amount(Struct, frozen=True, kw_only=True, tag="amount"):
    """An amount off a set of units, once, spread by what they cost."""

    amount_minor: int
    of: Selector = EVERYTHING
    max_units: int | None = None
    pick: Pick = "cheapest"


class AmountEach(Struct, frozen=True, kw_only=True, tag="amount_each"):
    """An amount off each unit."""

    amount_minor: int
    of: Selector = EVERYTHING
    max_units: int | None = None
    max_units_per_line: int | None = None
    pick: Pick = "cheapest"


class NewPrice(Struct, frozen=True, kw_only=True, tag="new_price"):
    """A new price for each unit; never raises it."""

    price_minor: int
    of: Selector = EVERYTHING


class SetTotal(Struct, frozen=True, kw_only=True, tag="set_total"):
    """One price for all units together; never raises it."""

    price_minor: int
    of: Selector = EVERYTHING


class GroupPrice(Struct, frozen=True, kw_only=True, tag="group_price"):
    """Any `quantity` units for one price."""

    quantity: int
    price_minor: int
    of: Selector = EVERYTHING
    pick: Pick = "dearest"
    times: int | None = None
    part_groups: bool = False
    """A group that is not full pays its share: one of "2 for 2.00" costs 1.00."""


class NthUnit(Struct, frozen=True, kw_only=True, tag="nth_unit"):
    """Of every `quantity` units the `rewarded` cheapest at a percentage off: 3 for 2, second half price."""

    quantity: int
    rewarded: int = 1
    percent_bp: int = BASIS_POINTS
    of: Selector = EVERYTHING
    grouping: Literal["customer", "retailer"] = "customer"
    """`customer`: the dearest units form the first group. `retailer`: the cheapest of all are rewarded."""
    times: int | None = None


class BuyGet(Struct, frozen=True, kw_only=True, tag="buy_get"):
    """Buy some, get others at a percentage off. Only whole groups."""

    buy_quantity: int
    buy: Selector
    get_quantity: int = 1
    get: Selector
    percent_bp: int | None = None
    amount_minor: int | None = None
    """Off each rewarded unit, instead of a percentage."""
    pick: Pick = "cheapest"
    times: int | None = None


class Slot(Struct, frozen=True, kw_only=True):
    """One place in a bundle."""

    of: Selector
    quantity: int = 1


class Bundle(Struct, frozen=True, kw_only=True, tag="bundle"):
    """One unit for each slot, together for a price or for an amount or percentage less."""

    slots: tuple[Slot, ...]
    price_minor: int | None = None
    amount_minor: int | None = None
    percent_bp: int | None = None
    times: int | None = None


class SetStep(Struct, frozen=True, kw_only=True):
    """So many different products give this percentage."""

    distinct: int
    percent_bp: int


class DistinctSet(Struct, frozen=True, kw_only=True, tag="distinct_set"):
    """Sets of different products; the more different, the higher the percentage."""

    steps: tuple[SetStep, ...]
    of: Selector = EVERYTHING


class Step(Struct, frozen=True, kw_only=True):
    """From this measure on, this reward. The reward's unit is the ladder's."""

    at_least: int
    reward: int


class Ladder(Struct, frozen=True, kw_only=True, tag="ladder"):
    """The best step reached, by quantity or by spend."""

    measure: Literal["quantity", "spend"]
    reward: Literal["percent", "amount", "amount_each", "new_price"]
    steps: tuple[Step, ...]
    of: Selector = EVERYTHING
    """What is measured."""
    pay_on: Selector | None = None
    """What the reward falls on; the measured units unless given."""
    excess_only: bool = False
    """By quantity: each unit gets the step its own position has reached, not all units the best step."""
    basis: Basis = "left"


class PerGroup(Struct, frozen=True, kw_only=True, tag="per_group"):
    """An amount or percentage off each unit of complete groups."""

    quantity: int
    amount_minor: int | None = None
    percent_bp: int | None = None
    of: Selector = EVERYTHING
    times: int | None = None


class FirstAdditional(Struct, frozen=True, kw_only=True, tag="first_additional"):
    """One amount off the first unit, another off each further one."""

    first_minor: int
    additional_minor: int
    of: Selector = EVERYTHING
    max_units: int | None = None


class Gift(Struct, frozen=True, kw_only=True, tag="gift"):
    """A unit added at no charge for every so many bought."""

    item_id: str
    price_minor: int
    """Its list price: shown as the saving."""
    per: int = 1
    of: Selector = EVERYTHING
    max_gifts: int | None = None


class FreeDelivery(Struct, frozen=True, kw_only=True, tag="free_delivery"):
    """Delivery costs nothing."""


class NextVisit(Struct, frozen=True, kw_only=True, tag="next_visit"):
    """A coupon for the next visit: shown and handed out, not subtracted."""

    amount_minor: int


Derivation = (
    Percent
    | PercentOfTotal
    | Amount
    | AmountEach
    | NewPrice
    | SetTotal
    | GroupPrice
    | NthUnit
    | BuyGet
    | Bundle
    | DistinctSet
    | Ladder
    | PerGroup
    | FirstAdditional
    | Gift
    | FreeDelivery
    | NextVisit
)


# ---------------------------------------------------------------------------------------------------- offer


class Limit(Struct, frozen=True, kw_only=True):
    """How often, or for how much, an offer may be used within a scope. Basket counts begin at zero."""

    scope: Literal["basket", "member", "member_day", "campaign"]
    uses: int | None = None
    amount_minor: int | None = None
    used: int = 0
    """Uses before this basket, as the store last told."""
    used_minor: int = 0


class Offer(Struct, frozen=True, kw_only=True):
    """One offer."""

    id: str
    name: str = ""
    """What the receipt says; the id unless given."""
    names: dict[str, str] = {}
    """The same in other languages (`de`, `zh`), where the shop has them."""
    layer: Layer = "item"
    priority: int = 0
    """Higher goes first where order matters; where the best counts it breaks ties."""
    group: str = ""
    """In an ordered layer: of the offers with this group name only the best one applies."""
    exclusive: bool = False
    """Alone in its layer."""
    consumes: bool = False
    """In an ordered layer: units it used are closed to later offers that consume as well."""
    eligibility: tuple[Condition, ...] = ()
    """All must hold."""
    derivation: tuple[Derivation, ...]
    """Applied in turn. The item layer, where the best combination counts, takes exactly one."""
    limits: tuple[Limit, ...] = ()
    funder: Literal["store", "maker"] = "store"
