"""The shop `kiosk.checkout.diagram` walks through: goods, a member, a coupon, a campaign, points that pay.

It is fed by a store, which has lent it a slice of the campaign. It sells wine to grown-ups only, has a
bagging scale, and two people of the staff.
"""

import msgspec

from kiosk.checkout.assortment import Assortment, NothingShown
from kiosk.checkout.decision import Context
from kiosk.checkout.shop import Flow, Shop, Tenders
from kiosk.checkout.state import State
from retail.campaigns import CampaignLeft
from retail.catalogue import Goods, Product
from retail.credential.code import Credential
from retail.credential.reasons import Reason
from retail.interventions.policy import AgeRules, AuditRules, GoodsRules, LimitRules, Policy
from retail.interventions.sign_in import Claim, How
from retail.interventions.situation import Rules
from retail.interventions.words import Role
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.stored_value.limits import ValueRisked
from retail.terms import read_terms

PAID, FREE, WINE, NOWHERE = "4006381333931", "96385074", "4000000000006", "5901234123457"
LOOSE, BAG = "4000000000013", "4000000000020"
MEMBER, STRANGER, COUPON = "member:sample-token", "member:another-token", "SAVE-0001"
CAMPAIGN = "first-thousand"

PHONE_CODE = "288888888888888888"
GIFT_CARD, PIN_CARD = "97123456789012345671", "2911111111111"

BASKET_CODE = (
    "OSC1BR:100100000000000000000FPDUOQ660100000000000000000000000000000000"
    "000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
)
"""Well formed; whose signature counts is the store's to say."""
ORDER_CODE = BASKET_CODE.replace("OSC1B", "OSC1P")

BADGE, OTHERS_BADGE, PIN = "badge-of-anna", "badge-of-nobody-any-more", "2468"
_POLICY = Policy(
    goods=GoodsRules(priceless="sold"),
    age=AgeRules(categories={"wine": 18}),
    limits=LimitRules(skipped=1),
    audit=AuditRules(
        random_permille=0,
        partial_from=2,
        points={"voided": 0, "price_overridden": 0, "weight_cleared": 0, "restarted": 0},
    ),
)
SHOP = Shop(
    lane="1",
    currency="EUR",
    seller=Seller(name="Shop"),
    weighs=True,
    hands_out=True,
    warn_s=20.0,
    rules=Rules(policy=_POLICY, has_scale=True),
    joins=True,
    tenders=Tenders(wallets=True, gift_cards=True, balance=True, top_up=True, top_up_steps=(1000, 2000)),
    flow=Flow(loose=("loose",), bags=(BAG.zfill(14),), charity="Food Bank", undo_s=6.0),
)
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
            "stored_value": {
                "ean_prefixes": ["291"],
                "offline": {"floor_minor": 50, "cards_per_day": 3},
            },
        }
    ),
    "EUR",
)


def _product(gtin: str, price_minor: int, category: str = "") -> Product:
    return Product(
        key=gtin.zfill(14),
        gtin=gtin,
        names={"": f"product {gtin}"},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=1900,
        category=category,
        expected_g=100,
    )


def _loose() -> Product:
    return msgspec.structs.replace(_product(LOOSE, 250, "loose"), unit="kg", expected_g=0)


def _bag() -> Product:
    return msgspec.structs.replace(_product(BAG, 20), expected_g=0)


class _Members:
    def find(self, key: MemberKey) -> Member | None:
        return Member(member_id="m-sample", points=500) if MEMBER.endswith(key.value) else None


class _Shown(NothingShown):
    def order(self, credential: Credential, utc: str) -> Reason | None:
        return None


class _Staff:
    def by_badge(self, text: str) -> Claim | None:
        if text not in (BADGE, OTHERS_BADGE):
            return None
        return Claim(
            staff_id="anna", how=How.BADGE, is_right=True, is_revoked=text != BADGE, role=Role.MANAGER
        )

    def by_pin(self, number: str, pin: str) -> Claim:
        return Claim(staff_id="ben", how=How.PIN, is_right=pin == PIN, role=Role.MANAGER)

    def name(self, staff_id: str) -> str:
        return staff_id.title()


class _Book:
    """Nothing was given yet."""

    def is_used(self, redemption_key: str) -> bool:
        return False

    def risked_on(self, day: str) -> int:
        return 0

    def value_risked(self, card_key: str, day: str) -> ValueRisked:
        return ValueRisked()

    def points_spent(self, member_id: str, since: str) -> int:
        return 0


_ASSORTMENT = Assortment(
    catalogue=Goods([_product(PAID, 199), _product(FREE, 0), _product(WINE, 799, "wine"), _loose(), _bag()]),
    terms=_TERMS,
    pricer=Pricer(_TERMS),
    members=_Members(),
    shown=_Shown(),
    staff=_Staff(),
    mark="sample",
    card_secret=b"sample",
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
