"""The JSON form of a shop's terms: one struct for each section, each knows its fields.

What no field can check alone is found by `retail.terms_checks`.

Source: docs/offers.md, "The file".
Invariants: frozen; unknown fields are mistakes.
"""

import msgspec

from retail.coupons.families import FamilyRow
from retail.coupons.model import RedemptionPolicy
from retail.coupons.offline import OfflinePolicy
from retail.coupons.retail_numbers import EanCouponPattern
from retail.coupons.store_codes import StoreCode
from retail.member import MemberRules
from retail.points import EarnRule, PointsDay, SpendRule, Tier
from retail.promotions.offer import Selector, Struct
from retail.stored_value.limits import OfflineRule, ValueLimits
from retail.stored_value.number import NumberRules

SERIAL_MIN = 8
"""Characters that name one next-visit coupon; fewer could be guessed."""
STAMP_OFFER = "stamps:"
"""How the ids of offers begin that a full stamp card pays for."""
STORE_CODE = "store:"
"""How the ids of the shop's own codes begin."""


class Campaign(Struct, frozen=True, kw_only=True):
    """What a shop knows about a maker's or another's coupons that their codes do not tell."""

    coupon: str
    """`Coupon.coupon_id`: `ean:981230001`, `255:9521234560005`, `store:SPRING`."""
    name: str = ""
    """What the receipt says instead of "Coupon"."""
    names: dict[str, str] = msgspec.field(default_factory=dict)
    of: Selector | None = None
    """The goods it is for, where its code does not tell (euro coupons, coupon numbers with an amount)."""
    copies: int = 1
    """Papers of it that count in one purchase."""


class StampTerms(Struct, frozen=True, kw_only=True):
    """A stamp card: a stamp for each unit of these goods, and a free unit for so many stamps."""

    card: str
    """Names the card in `Member.stamps`."""
    name: str = ""
    names: dict[str, str] = msgspec.field(default_factory=dict)
    of: Selector
    stamps_needed: int = 9
    same_visit: bool = False
    """Whether stamps of this very purchase already count."""


class NextVisitTerms(Struct, frozen=True, kw_only=True):
    """A coupon for the next visit, printed as one of the shop's own codes with a serial number."""

    value_minor: int
    """What its offer gives: printed, not computed."""
    code: str
    """A code of the shop's list with a serial length; its offer says what it gives."""
    from_minor: int | None = None
    """For whom spends so much, after discounts; None: only offers of the form `next_visit` give it."""
    valid_days: int = 30


class PointsDayJson(PointsDay, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Points count more on these days."""


class EarnRuleJson(EarnRule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How points are earned."""

    days: tuple[PointsDayJson, ...] = ()


class SpendRuleJson(SpendRule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What points pay."""


class TierJson(Tier, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A level of membership."""


class PointsTerms(Struct, frozen=True, kw_only=True):
    """How points are earned and what they pay."""

    earn: EarnRuleJson | None = None
    """None: nothing is earned."""
    spend: SpendRuleJson | None = None
    """None: points pay nothing at the lane."""
    pending_days: int = 0
    """Days until earned points may be spent: the return window."""
    offline_points_max: int = 0
    """What a lane accepts while the store cannot be asked; 0: refused."""
    tiers: tuple[TierJson, ...] = ()


class StoreCodeJson(StoreCode, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the shop's own codes."""


class FamilyRowJson(FamilyRow, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a maker's list."""


class RedemptionPolicyJson(RedemptionPolicy, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is asked before a coupon counts."""


class OfflinePolicyJson(OfflinePolicy, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a lane risks alone."""


class EanCouponPatternJson(EanCouponPattern, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country's coupon numbers."""


class MemberRulesJson(MemberRules, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How members show themselves."""


class OfflineRuleJson(OfflineRule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a lane takes of a gift card without asking."""


class StoredValueTerms(ValueLimits, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Gift cards and balances: how much, how long, what is risked."""

    offline: OfflineRuleJson = OfflineRuleJson()
    ean_prefixes: tuple[str, ...] = ()
    """How gift cards with an EAN-13 begin; none: only long numbers are issued and read."""

    def __post_init__(self) -> None:
        ValueLimits.__post_init__(self)
        NumberRules(ean_prefixes=self.ean_prefixes)

    @property
    def numbers(self) -> NumberRules:
        """How a gift card's number is told."""
        return NumberRules(ean_prefixes=self.ean_prefixes)


class CouponTerms(Struct, frozen=True, kw_only=True):
    """What the shop says about coupons."""

    codes: tuple[StoreCodeJson, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    families: tuple[FamilyRowJson, ...] = ()
    retailer_ids: tuple[str, ...] = ()
    redemption: RedemptionPolicyJson = RedemptionPolicyJson()
    offline: OfflinePolicyJson = OfflinePolicyJson()
    ean_patterns: tuple[EanCouponPatternJson, ...] | None = None


class File(Struct, frozen=True, kw_only=True):
    """The whole file; sections are read one by one, so that all their mistakes are reported at once."""

    currency: str
    offers: list[msgspec.Raw] = msgspec.field(default_factory=list)
    coupons: msgspec.Raw = msgspec.Raw(b"{}")
    members: msgspec.Raw = msgspec.Raw(b"{}")
    points: msgspec.Raw = msgspec.Raw(b"{}")
    stamps: msgspec.Raw = msgspec.Raw(b"[]")
    next_visit: msgspec.Raw = msgspec.Raw(b"[]")
    stored_value: msgspec.Raw = msgspec.Raw(b"{}")
    marked_down_takes_offers: bool = False
