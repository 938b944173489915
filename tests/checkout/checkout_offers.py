"""A small shop with offers, coupons, members and points, for the stories told in this folder."""

from collections.abc import Callable

import msgspec
from checkout_world import MILK, PEN, Members, World, assortment, ean, product
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, Verdict
from kiosk.devices.scanner import CodeRead
from retail.catalogue import Goods, LinkedItem
from retail.codes import Symbology, check_digit
from retail.coupons.model import Coupon
from retail.journal import events as e
from retail.member import Member
from retail.terms import read_terms

TEA, COLA, CRATE, WINE = ean("400638000001"), ean("400638000002"), ean("400638000003"), ean("400638000004")
TOKEN, CARD, PHONE = "member:token-of-anna", "2100000000012"[:12], "0171 2345678"
CARD += str(check_digit(CARD))
OTHER_TOKEN = "member:token-of-bert"
GOLD = Member(member_id="m-anna", tier="gold", points=1_000, stamps={"tea": 8})
BASIC = Member(member_id="m-bert", points=40)
SPRING, PAPER_1, PAPER_2, RARE = "SPRING", "THANKS-AAAA01", "THANKS-AAAA02", "RARE-0001"

OFFERS = {
    "currency": "EUR",
    "offers": [
        {
            "id": "tea-3-for-2",
            "name": "3 for 2 on tea",
            "names": {"de": "3 für 2 auf Tee"},
            "derivation": [{"type": "nth_unit", "quantity": 3, "of": {"categories": ["drinks/tea"]}}],
        },
        {
            "id": "milk-for-members",
            "name": "Member price",
            "layer": "shelf",
            "eligibility": [{"test": "member"}],
            "derivation": [{"type": "new_price", "price_minor": 89, "of": {"ids": [MILK.zfill(14)]}}],
        },
        *(
            {
                "id": code.lower(),
                "name": f"Coupon {code}",
                "layer": "coupon",
                "eligibility": [
                    {"test": "code", "code": f"store:{code}"},
                    {"test": "min_spend", "amount_minor": spend_minor},
                ],
                "derivation": [{"type": "amount", "amount_minor": amount_minor}],
            }
            for code, spend_minor, amount_minor in (
                ("SPRING", 500, 50),
                ("THANKS", 100, 100),
                ("RARE", 100, 20),
                ("VISIT", 100, 150),
            )
        ),
    ],
    "coupons": {
        "codes": [
            {"code": "SPRING"},
            {"code": "THANKS", "serial_length": 6},
            {"code": "RARE", "serial_length": 4, "redemption": "store_authority"},
            {"code": "VISIT", "serial_length": 12},
        ]
    },
    "points": {
        "earn": {"points": 1, "per_minor": 100},
        "spend": {"points": 100, "amount_minor": 100, "from_points": 100},
    },
    "next_visit": [{"from_minor": 1000, "value_minor": 150, "valid_days": 30, "code": "VISIT"}],
}

DEPOSIT = LinkedItem(
    key=ean("400638000009").zfill(14), names={"": "Deposit"}, price_minor=25, tax_rate_bp=1900
)
SHELF = Goods(
    [
        product(PEN, 199),
        product(MILK, 109, rate_bp=700),
        replace(product(TEA, 300, rate_bp=700), category="drinks/tea"),
        replace(product(COLA, 150), linked=(DEPOSIT,)),
        replace(product(CRATE, 0), pack_of=COLA.zfill(14), pack_quantity=6),
        replace(product(WINE, 900), quantity_max=2),
    ]
)


def shop(*, mark: str = "p1", **changes: object) -> Assortment:
    """The shop, with sections of its terms changed."""
    terms = read_terms(msgspec.json.encode({**OFFERS, **changes}), "EUR")
    members = Members(
        **{"token-of-anna": GOLD, CARD: GOLD, "+491712345678": GOLD, "token-of-bert": BASIC},
    )
    return assortment(terms, SHELF, members, mark)


def show(text: str) -> c.ScanCode:
    """A QR code is held to the camera."""
    return c.ScanCode(read=CodeRead(text=text, symbology=Symbology.QR, evidence=("zxing@1",)))


def told(
    verdict: Verdict, coupon_no: int = 0, coupon: Coupon | None = None, by: str = "store"
) -> Callable[[World], c.AnyCommand]:
    """What the store says about a coupon; the newest unless numbered."""
    return lambda world: c.ReportCoupon(
        answer=CouponAnswer(
            transaction_id=world.sale.transaction_id,
            coupon_no=coupon_no or world.sale.next_coupon_no - 1,
            verdict=verdict,
            coupon=coupon,
            by=by,
        )
    )


def points_told(verdict: Verdict, points: int = 0) -> Callable[[World], c.AnyCommand]:
    """What the store says about points."""
    return lambda world: c.ReportPoints(
        answer=PointsAnswer(transaction_id=world.sale.transaction_id, points=points, verdict=verdict)
    )


def held(world: World, *texts: str) -> None:
    """Coupons shown, and held by the store."""
    for text in texts:
        world.run(show(text), told(Verdict.HELD))


def happened(world: World, *kinds: type[e.Event]) -> list[type[e.Event]]:
    """Which of these events happened, in order."""
    return [type(event) for event in world.journal if isinstance(event, kinds)]
