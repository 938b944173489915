"""A store's own rules for interventions, declared once: key, range, default and what it means.

`policy_file` reads them from a parsed settings file and refuses whatever is wrong; docs/interventions.md
lists them. Tolerances are fixed per store on purpose: they follow neither traffic nor who the shopper is.

Source: docs/interventions.md, "A store's own rules".
Invariants: a policy that was read is consistent; what binds by law is never looser than the table says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec
from msgspec.structs import replace

from retail.interventions.ages import COUNTRIES, classes_of
from retail.interventions.kind import TIME_MAX_S, Kind
from retail.interventions.rights import RIGHTS, WHOLE, Limit, Right, Rights
from retail.interventions.words import Blocks, Clearer, Picture, Role

T = TypeVar("T")
MONEY_MAX_MINOR = 100_000_000
ENTRIES_MAX = 2_000
"""Of categories, articles or hours in one table."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """What is declared of a setting besides name, type and default."""

    text: str
    unit: str = ""
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    key_form: str = ""
    """For tables: what a key must match as a whole."""
    key_text: str = ""
    form: str = ""
    """For texts in lists and tables: what an entry must match as a whole."""
    form_text: str = ""


_CATEGORY = {"key_form": r"[^\s/][^/]{0,63}(/[^/]{1,64}){0,7}", "key_text": "a category such as drinks/beer"}
_HOURS = {
    "form": r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d",
    "form_text": "hours such as 22:00-06:00",
}
_GTIN = {"form": r"\d{14}", "form_text": "a GTIN-14"}
_GTIN_OR_LOT = {
    "form": r"\d{14}(/[!-.0-~]{1,20})?",
    "form_text": "a GTIN-14, or one of its lots such as 09521000000059/L4711",
}


class AgeRules(msgspec.Struct, frozen=True, kw_only=True):
    """From which age goods are sold."""

    country: Annotated[
        str, Key(text="Whose ages the classes below mean; empty: none.", choices=("", *COUNTRIES))
    ] = ""
    categories: Annotated[
        dict[str, str | int],
        Key(text="Category to a class of the country, or to years.", least=1, most=99, **_CATEGORY),
    ] = {}
    sight_years: Annotated[
        int, Key(text="By sight only who looks at least this old; else a card.", unit="years", most=99)
    ] = 25

    def years(self, category: str) -> int:
        """From which age goods of a category are sold; 0: any. The nearest enclosing category counts."""
        found = nearest(self.categories, category)
        return classes_of(self.country).get(found, 0) if isinstance(found, str) else found or 0


class HourRules(msgspec.Struct, frozen=True, kw_only=True):
    """When goods are not sold."""

    closed: Annotated[
        dict[str, str],
        Key(text="Category to the local hours in which it is not sold.", **_CATEGORY, **_HOURS),
    ] = {}


class GoodsRules(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that need a look."""

    stopped: Annotated[
        tuple[str, ...], Key(text="Recalled or stopped articles, or lots of them.", **_GTIN_OR_LOT)
    ] = ()
    tagged: Annotated[tuple[str, ...], Key(text="Categories with a security tag.")] = ()
    serial: Annotated[tuple[str, ...], Key(text="Categories sold with a serial number.")] = ()
    priceless: Annotated[
        str, Key(text="Goods whose price on file is nothing.", choices=("checked", "sold"))
    ] = "checked"
    same_pieces: Annotated[
        int, Key(text="Pieces of one article beyond which staff confirm; 0: never.", most=999)
    ] = 0
    regulated: Annotated[
        dict[str, dict[str, int]],
        Key(
            text="Substance to its articles (GTIN-14) with the units each holds, and `most` a purchase.",
            least=1,
            most=1_000_000,
            key_form=r"[a-z][a-z0-9_]{0,39}",
            key_text="a lower-case word",
        ),
    ] = {}
    markdown: Annotated[
        str, Key(text="Which reduced labels staff look at.", choices=("never", "first", "always"))
    ] = "never"
    produce_over_minor: Annotated[
        int, Key(text="Weighed goods at least this dear are looked at; 0: none.", most=MONEY_MAX_MINOR)
    ] = 0
    produce_permille: Annotated[
        int, Key(text="Of the other weighed goods, how many are drawn.", unit="‰", most=1_000)
    ] = 0
    coupon_over_minor: Annotated[
        int, Key(text="Coupons worth more are looked at; 0: none.", most=MONEY_MAX_MINOR)
    ] = 0


class LimitRules(msgspec.Struct, frozen=True, kw_only=True):
    """How much passes without a look. 0 means no limit."""

    pieces: Annotated[int, Key(text="Pieces in one purchase.", most=2_000)] = 0
    value_minor: Annotated[int, Key(text="Value of one purchase.", most=MONEY_MAX_MINOR)] = 0
    void_lines: Annotated[int, Key(text="Pieces or lines taken off.", most=500)] = 5
    void_value_minor: Annotated[int, Key(text="Value taken off.", most=MONEY_MAX_MINOR)] = 0
    skipped: Annotated[int, Key(text="Items not put into the bagging area.", most=500)] = 3
    exceptions: Annotated[int, Key(text="Interventions in one purchase that called staff.", most=100)] = 5
    unreadable: Annotated[int, Key(text="Codes read wrongly in a row.", least=1, most=20)] = 3
    payment_tries: Annotated[int, Key(text="Refused payments a shopper tries alone.", least=1, most=10)] = 3


class WeightRules(msgspec.Struct, frozen=True, kw_only=True):
    """The bagging scale. Fixed per store."""

    noise_g: Annotated[int, Key(text="Changes up to this are nothing.", unit="g", least=1, most=200)] = 10
    tolerance_g: Annotated[
        int, Key(text="An item may weigh this much more or less, at least.", unit="g", least=1, most=1_000)
    ] = 15
    tolerance_permille: Annotated[
        int, Key(text="Or this part of its weight, whichever is more.", unit="‰", most=500)
    ] = 50
    grace_s: Annotated[
        int, Key(text="A difference that lasts shorter is moving things about.", unit="s", least=1, most=60)
    ] = 4
    place_s: Annotated[
        int, Key(text="How long an item may take from the scan to the scale.", unit="s", least=1, most=120)
    ] = 8
    own_bag_g: Annotated[
        int, Key(text="An own bag heavier than this is looked at.", unit="g", least=1, most=5_000)
    ] = 600
    capacity_g: Annotated[int, Key(text="What the scale carries.", unit="g", least=1_000, most=200_000)] = (
        30_000
    )


class AuditRules(msgspec.Struct, frozen=True, kw_only=True):
    """Checks at the end of scanning (docs/interventions.md, "Checks")."""

    random_permille: Annotated[int, Key(text="Purchases drawn at random.", unit="‰", most=1_000)] = 20
    sample: Annotated[int, Key(text="Items of a partial re-scan.", least=1, most=50)] = 5
    partial_from: Annotated[
        int, Key(text="Risk points from which some items are scanned again; 0: never.", most=1_000)
    ] = 10
    full_from: Annotated[
        int, Key(text="Risk points from which all are scanned again; 0: never.", most=1_000)
    ] = 30
    points: Annotated[
        dict[str, int],
        Key(
            text="Points per event of a purchase; the rest of the scale is as listed below.",
            most=100,
            key_form=r"[a-z_]{1,40}",
            key_text="a cause of risk",
        ),
    ] = {}


class WaitingRules(msgspec.Struct, frozen=True, kw_only=True):
    """Shoppers who stop."""

    idle_s: Annotated[
        int, Key(text="Nothing happens with an open basket.", unit="s", least=15, most=3_600)
    ] = 90
    walk_away_s: Annotated[
        int, Key(text="Nothing happens at the payment step.", unit="s", least=15, most=3_600)
    ] = 60
    empty_s: Annotated[
        int, Key(text="Begun, and nothing scanned: the lane is free again.", unit="s", least=10, most=3_600)
    ] = 45
    abandon_s: Annotated[
        int,
        Key(text="Nobody came to a left basket: it is put aside; 0: never.", unit="s", most=86_400),
    ] = 900


class PictureRules(msgspec.Struct, frozen=True, kw_only=True):
    """The camera's picture of the item (docs/security.md, "Pictures")."""

    keep_s: Annotated[
        int,
        Key(
            text="How long one is kept while its item waits for a decision; 0: none is.", unit="s", most=3_600
        ),
    ] = 600


class SignInRules(msgspec.Struct, frozen=True, kw_only=True):
    """Badges and PINs at the lane."""

    tries_max: Annotated[int, Key(text="Wrong answers in a row that lock.", least=3, most=10)] = 5
    lock_s: Annotated[int, Key(text="How long; 0: until a manager unlocks.", unit="s", most=86_400)] = 900
    idle_s: Annotated[
        int, Key(text="The attendant layer closes by itself.", unit="s", least=10, most=900)
    ] = 60


class RightRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a store changes of one right; -1 and empty mean as the table says."""

    role: Annotated[str, Key(text="Who may do it.", choices=("", *(role.value for role in Role)))] = ""
    attendant_percent: Annotated[int, Key(text="An attendant's limit.", unit="%", least=-1, most=WHOLE)] = -1
    attendant_minor: Annotated[int, Key(text="An attendant's limit.", least=-1, most=MONEY_MAX_MINOR)] = -1
    manager_percent: Annotated[int, Key(text="A manager's limit.", unit="%", least=-1, most=WHOLE)] = -1
    manager_minor: Annotated[int, Key(text="A manager's limit.", least=-1, most=MONEY_MAX_MINOR)] = -1
    remote: Annotated[str, Key(text="Whether it can be done from afar.", choices=("", "no"))] = ""

    def of(self, right: Right) -> Right:
        """The right as this store has it."""
        given = {
            Role.ATTENDANT: (self.attendant_percent, self.attendant_minor),
            Role.MANAGER: (self.manager_percent, self.manager_minor),
        }
        limits = dict(right.limits)
        for role, (percent, amount_minor) in given.items():
            before = right.limit(role)
            limits[role] = Limit(
                percent=percent if percent >= 0 else before.percent,
                amount_minor=amount_minor if amount_minor >= 0 else before.amount_minor,
            )
        return replace(
            right,
            role=Role(self.role) if self.role else right.role,
            limits=limits,
            is_remote=right.is_remote and self.remote != "no",
        )


class KindRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a store changes of one kind; what it leaves out stays as the table says."""

    blocks: Annotated[str, Key(text="What waits.", choices=("", *(one.value for one in Blocks)))] = ""
    clearer: Annotated[
        str, Key(text="The least of those who may clear it.", choices=("", *(one.value for one in Clearer)))
    ] = ""
    nudge_s: Annotated[
        int,
        Key(text="Time for the shopper alone; -1: as the table says.", unit="s", least=-1, most=TIME_MAX_S),
    ] = -1
    overdue_s: Annotated[
        int, Key(text="Until it is critical; -1: as the table says.", unit="s", least=-1, most=TIME_MAX_S)
    ] = -1
    remote: Annotated[
        str,
        Key(
            text="Whether it may be approved from afar: `picture` only by the picture of the item, `yes`"
            " without one, too.",
            choices=("", "yes", "picture", "no"),
        ),
    ] = ""


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """All rules of one store."""

    age: AgeRules = AgeRules()
    hours: HourRules = HourRules()
    goods: GoodsRules = GoodsRules()
    limits: LimitRules = LimitRules()
    weight: WeightRules = WeightRules()
    audit: AuditRules = AuditRules()
    waiting: WaitingRules = WaitingRules()
    pictures: PictureRules = PictureRules()
    sign_in: SignInRules = SignInRules()
    kinds: dict[str, KindRules] = {}
    rights: dict[str, RightRules] = {}

    def staff_rights(self) -> Rights:
        """What staff may do in this store."""
        own = self.rights
        return {
            action: own[action.value].of(right) if action.value in own else right
            for action, right in RIGHTS.items()
        }

    def effective(self, kind: Kind) -> "Effective":
        """What holds for a kind in this store."""
        own = self.kinds.get(kind.word, _AS_DECLARED)
        return Effective(
            blocks=Blocks(own.blocks) if own.blocks else kind.blocks,
            clearer=Clearer(own.clearer) if own.clearer else kind.clearer,
            nudge_s=own.nudge_s if own.nudge_s >= 0 else kind.nudge_s,
            overdue_s=own.overdue_s if own.overdue_s >= 0 else kind.overdue_s,
            is_remote=own.remote != "no" if own.remote else kind.is_remote,
            needs_picture=own.remote == "picture" if own.remote else kind.picture is Picture.NEEDED,
        )


class Effective(msgspec.Struct, frozen=True, kw_only=True):
    """The table's row with the store's changes; journalled with each intervention."""

    blocks: Blocks
    clearer: Clearer
    nudge_s: int
    overdue_s: int
    is_remote: bool
    needs_picture: bool


_AS_DECLARED = KindRules()


def nearest(table: Mapping[str, T], category: str) -> T | None:
    """The entry of a category, or of the nearest one around it (`drinks/beer` is in `drinks`)."""
    while category:
        if category in table:
            return table[category]
        category = category.rpartition("/")[0]
    return None
