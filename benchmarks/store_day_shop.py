"""The shop a simulated day is spent in: the demo shop's goods, offers, members and rules, and its staff.

The demo shop sells no spirits; one bottle is added, so that two ages are checked. The other policy is the
same shop as most self-checkouts run today: whatever keeps from paying stops the lane at once, and nobody has
time to put it right first.
"""

import tomllib
from functools import cache
from pathlib import Path

from kiosk.checkout.assortment import Assortment
from kiosk.checkout.shop import Shop
from retail.catalogue import Goods, Product, read_csv
from retail.codes import check_digit
from retail.interventions.kinds import KINDS
from retail.interventions.policy import Policy
from retail.interventions.policy_file import read_policy
from retail.interventions.sign_in import Claim, How
from retail.interventions.situation import Rules
from retail.interventions.wishes import Staff
from retail.interventions.words import Blocks, Role
from retail.journal import events as e
from retail.member import KeyKind, Member, MemberKey
from retail.member_file import read_member_rows
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import Terms, read_terms

DEMO = Path(__file__).resolve().parents[1] / "assets" / "demo"
CURRENCY = "EUR"
SHOPPER_FIRST, STOP_AT_ONCE = "shopper_first", "stop_at_once"
POLICIES = (SHOPPER_FIRST, STOP_AT_ONCE)
RANDOM_CHECKS_PERMILLE = 20
"""The table's own default; the demo's rules draw nobody, so that scripted purchases repeat."""
MANAGER = Staff(staff_id="manager", role=Role.MANAGER)


def attendant(number: int) -> Staff:
    """One of those who look after the lanes."""
    return Staff(staff_id=f"attendant-{number}", role=Role.ATTENDANT)


def badge_of(staff: Staff) -> str:
    """What they scan at a lane."""
    return f"BADGE-{staff.staff_id}"


class Badges:
    """A directory of staff: whoever wears a badge of this shop is let in."""

    def by_badge(self, text: str) -> Claim | None:
        """Whose badge it is."""
        prefix, _, staff_id = text.partition("-")
        if prefix != "BADGE":
            return None
        role = MANAGER.role if staff_id == MANAGER.staff_id else Role.ATTENDANT
        return Claim(staff_id=staff_id, how=How.BADGE, is_right=True, role=role)

    def by_pin(self, number: str, pin: str) -> Claim:
        """Nobody types here."""
        del number, pin
        return Claim(staff_id="", how=How.PIN, is_right=False)

    def name(self, staff_id: str) -> str:
        """The id itself."""
        return staff_id


class Members:
    """The demo shop's members by what they show."""

    def __init__(self, terms: Terms) -> None:
        rows = read_member_rows((DEMO / "members.csv").read_text("utf-8"), terms.members)
        self._found = {key: row.member for row in rows for key in row.keys}
        self.cards = sorted(key.value for key in self._found if key.kind is KeyKind.CARD)

    def find(self, key: MemberKey) -> Member | None:
        """Who it is."""
        return self._found.get(key)


class CouponBook:
    """What one lane gave once, for a day."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def note(self, event: e.AnyEvent) -> None:
        """Remember what was redeemed."""
        if isinstance(event, e.CouponRedeemed) and event.redemption_key:
            self._used.add(event.redemption_key)

    def is_used(self, redemption_key: str) -> bool:
        """Whether this paper was redeemed here."""
        return redemption_key in self._used

    def risked_on(self, day: str) -> int:
        """The store always answers in this shop: nothing is risked."""
        del day
        return 0

    def points_spent(self, member_id: str, since: str) -> int:
        """Nobody pays with points in this simulation."""
        del member_id, since
        return 0


_GIN = "952100005103"
GIN = Product(
    key=(_GIN + str(check_digit(_GIN))).zfill(14),
    gtin=_GIN + str(check_digit(_GIN)),
    names={"": "Gin 0.7 l"},
    price_minor=1_499,
    currency=CURRENCY,
    tax_rate_bp=1900,
    category="drinks/spirits",
    expected_g=1_180,
)
"""What the demo shop does not have: spirits, sold from another age than its wine."""


@cache
def goods() -> Goods:
    """The demo shop's goods, and gin."""
    demo = read_csv((DEMO / "catalogue.csv").read_text("utf-8-sig"))
    return Goods([*demo.values(), GIN])


def key_of(code: str) -> str:
    """The article a code is sold as: of a label with a weight its goods, of a pack the piece in it."""
    label = code[:7] + "00000"
    product = goods().find(code.zfill(14)) or goods().find((label + str(check_digit(label))).zfill(14))
    return (product.pack_of or product.key) if product else ""


@cache
def terms() -> Terms:
    """The demo shop's offers, coupons and rules for members."""
    return read_terms((DEMO / "offers.json").read_bytes(), CURRENCY)


@cache
def members() -> Members:
    """The demo shop's members."""
    return Members(terms())


@cache
def assortment(lane: str) -> Assortment:
    """What a lane sells by. Each lane has a pricer of its own."""
    return Assortment(
        catalogue=goods(),
        terms=terms(),
        pricer=Pricer(terms()),
        members=members(),
        staff=Badges(),
        mark=f"demo {lane}",
        secret=b"a secret of the simulated shop",
    )


@cache
def policy(name: str) -> Policy:
    """The demo shop's rules, with checks drawn; `STOP_AT_ONCE`: whatever blocks paying stops at once."""
    document = tomllib.loads((DEMO / "rules.toml").read_text("utf-8"))
    document["audit"] = {**document.get("audit", {}), "random_permille": RANDOM_CHECKS_PERMILLE}
    plain = read_policy(document)
    if name == SHOPPER_FIRST:
        return plain
    stops = [word for word, kind in KINDS.items() if plain.effective(kind).blocks is Blocks.PAYMENT]
    document["kinds"] = {
        **document.get("kinds", {}),
        **{word: {"blocks": Blocks.AT_ONCE.value, "nudge_s": 0} for word in stops},
    }
    return read_policy(document)


@cache
def with_an_age() -> tuple[Product, ...]:
    """Goods that are sold from some age only."""
    age = policy(SHOPPER_FIRST).age
    return tuple(product for product in goods().values() if age.years(product.category))


def shop(lane: str, policy_name: str) -> Shop:
    """One lane's shop, with a bagging scale."""
    return Shop(
        lane=lane,
        currency=CURRENCY,
        seller=Seller(name="Lindenkorb"),
        rules=Rules(policy=policy(policy_name), has_scale=True),
        weighs=True,
    )
