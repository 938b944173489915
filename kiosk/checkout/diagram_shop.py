"""The shop `kiosk.checkout.diagram` walks through: goods, a member, a coupon, a campaign, points that pay.

It is fed by a store, which has lent it a slice of the campaign.
"""

import msgspec

from kiosk.checkout.assortment import Assortment
from kiosk.checkout.decision import Context
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import State
from retail.campaigns import CampaignLeft
from retail.catalogue import Goods, Product
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import read_terms

PAID, FREE, NOWHERE = "4006381333931", "96385074", "5901234123457"
MEMBER, STRANGER, COUPON = "member:sample-token", "member:another-token", "SAVE-0001"
CAMPAIGN = "first-thousand"

SHOP = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"))
_TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "save",
                    "layer": "basket",
                    "eligibility": [{"test": "code", "code": "store:SAVE"}],
                    "derivation": [{"type": "amount", "amount_minor": 10}],
                },
                {
                    "id": CAMPAIGN,
                    "derivation": [{"type": "percent", "percent_bp": 100}],
                    "limits": [{"scope": "campaign", "uses": 1000}],
                },
            ],
            "coupons": {"codes": [{"code": "SAVE", "serial_length": 4, "redemption": "store_authority"}]},
            "points": {
                "earn": {"points": 1, "per_minor": 100},
                "spend": {"points": 1, "amount_minor": 1},
                "offline_points_max": 50,
            },
        }
    ),
    "EUR",
)


def _product(gtin: str, price_minor: int) -> Product:
    names = {"": f"product {gtin}"}
    return Product(
        key=gtin.zfill(14), gtin=gtin, names=names, price_minor=price_minor, currency="EUR", tax_rate_bp=1900
    )


class _Members:
    def find(self, key: MemberKey) -> Member | None:
        return Member(member_id="m-sample", points=500) if MEMBER.endswith(key.value) else None


class _Book:
    """Nothing was given yet."""

    def is_used(self, redemption_key: str) -> bool:
        return False

    def risked_on(self, day: str) -> int:
        return 0

    def points_spent(self, member_id: str, since: str) -> int:
        return 0


_ASSORTMENT = Assortment(
    catalogue=Goods([_product(PAID, 199), _product(FREE, 0)]),
    terms=_TERMS,
    pricer=Pricer(_TERMS),
    members=_Members(),
    mark="sample",
    campaigns=lambda utc: (CampaignLeft(offer_id=CAMPAIGN, uses=5, amount_minor=10_000),),
)


def context(state: State) -> Context:
    """What the rules may look at while the samples run."""
    return Context(
        assortment=_ASSORTMENT,
        book=_Book(),
        shop=SHOP,
        utc="2026-03-01T10:00:00.000000Z",
        local="2026-03-01T11:00:00+01:00",
        new_id=f"t{state.next_number}",
    )
