"""Made-up sales with offers, members, coupons, points and deposits: prices that need an explanation. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.state import ShownCoupon, Transaction
from kiosk.ui.samples.goods import (
    DEPOSIT,
    LEMONADE,
    LONG_NAME,
    PUDDING,
    TEA,
    Deal,
    basket,
    named,
    paid,
    priced,
    product,
    sale_of,
    weighed,
)
from kiosk.ui.samples.names import in_every_language
from retail.basket import Line
from retail.coupons.model import Benefit, Coupon, CouponKind, Redemption, Saving
from retail.journal.events import RewardsGranted
from retail.member import Member
from retail.priced import CouponStanding, Gift, Nudge

MEMBER = Member(member_id="m-9f2a", tier="gold", points=640)
THREE_FOR_TWO = in_every_language({"": "Tea: 3 for 2", "de": "Tee: 3 zum Preis von 2", "zh": "茶：买三付二"})
WEEK = in_every_language({"": "Apples of the week", "de": "Äpfel der Woche", "zh": "本周苹果"})
MEMBER_PRICE = in_every_language({"": "Member price", "de": "Mitgliedspreis", "zh": "会员价"})
WEEKEND = in_every_language(
    {"": "Weekend: 5% off everything", "de": "Wochenende: 5 % auf alles", "zh": "周末全场九五折"}
)
SPRING = in_every_language({"": "Spring coupon 10%", "de": "Frühlingsgutschein 10 %", "zh": "春季九折券"})
GIFT_NAMES = in_every_language({"": "Chocolate for you", "de": "Schokolade für Sie", "zh": "送您巧克力"})
LONG_OFFER = in_every_language(
    {
        "": "Two or more of our regional farmhouse breakfast specialities: half price on the cheapest",
        "de": "Ab zwei unserer regionalen Bauernhof-Frühstücksspezialitäten: das günstigste zum halben Preis",
        "zh": "任选两件及以上本地农家早餐特色食品，其中价格最低的一件享受半价优惠，数量有限先到先得",
    }
)


def coupon(number: int, text: str, held_by: str = "store") -> ShownCoupon:
    """A shown coupon of the shop's own."""
    return ShownCoupon(
        coupon_no=number,
        coupon=Coupon(
            kind=CouponKind.STORE_CODE,
            text=text,
            coupon_id=f"store:{text}",
            saving=Saving(benefit=Benefit.LISTED),
            redemption=Redemption.LOCAL_OK,
        ),
        held_by=held_by,
    )


def _line(line_id: int, names: dict[str, str], price_minor: int, picture: str, quantity: int = 1) -> Line:
    return Line(line_id=line_id, product=named(names, price_minor, picture, 200 + line_id), quantity=quantity)


def _lemonade(line_id: int, quantity: int) -> Line:
    line = _line(line_id, LEMONADE, 149, "lemonade", quantity)
    return replace(line, product=replace(line.product, linked=(DEPOSIT,)))


def tea(bags: int) -> Transaction:
    """Tea at 3 for 2: with two there is a hint, with three the saving."""
    apples, lemonade = Line(line_id=1, product=product(0)), _lemonade(2, 2)
    lines = (apples, lemonade, _line(3, TEA, 249, "tea", bags))
    deals = [Deal(offer_id="week", names=WEEK, cuts={1: 50}, layer="shelf", reason="new_price")]
    if bags >= 3:
        deals.append(Deal(offer_id="tea", names=THREE_FOR_TWO, cuts={3: 249}, reason="nth_unit"))
    nudge = Nudge(offer_id="tea", names=THREE_FOR_TWO, line_id=3, missing_units=1, saves_minor=249)
    prices = priced(lines, deals, nudges=(nudge,) if bags == 2 else ())
    return replace(sale_of(lines, prices, transaction_id="t-tea"), added=(1, 2, 2, *(3,) * bags))


def membership(is_known: bool) -> Transaction:
    """The card comes last: member prices for what was scanned before."""
    lines = (*basket(3), _lemonade(4, 6), _line(5, PUDDING, 99, "pudding", 4))
    deals = [Deal(offer_id="week", names=WEEK, cuts={1: 50}, layer="shelf", reason="new_price")]
    if is_known:
        deals.append(Deal(offer_id="member", names=MEMBER_PRICE, cuts={2: 20, 5: 76}, layer="shelf"))
    sale = sale_of(lines, priced(lines, deals), transaction_id="t-member")
    return replace(sale, member=MEMBER if is_known else None)


def coupons() -> Transaction:
    """Coupons that save, that are being checked, that do not count yet, beside an offer over everything."""
    lines = (*basket(2), _lemonade(3, 1))
    deals = [
        Deal(offer_id="weekend", names=WEEKEND, cuts={1: 12, 2: 6, 3: 7}, layer="basket"),
        Deal(offer_id="spring", names=SPRING, cuts={1: 23, 2: 11}, layer="coupon", coupon_no=1),
    ]
    prices = priced(
        lines,
        deals,
        coupons=(
            CouponStanding(coupon_no=1, saving_minor=34),
            CouponStanding(coupon_no=3, reason="too_few", missing=2),
        ),
        nudges=(Nudge(offer_id="five", names={}, missing_minor=340, saves_minor=500),),
    )
    shown = (coupon(1, "SPRING"), coupon(2, "THANKS4711", held_by=""), coupon(3, "81101234567890123456"))
    return replace(sale_of(lines, prices, transaction_id="t-coupons"), coupons=shown)


def coupon_reasons() -> Transaction:
    """Every further reason for which a coupon waits, and a gift."""
    lines = basket(1)
    prices = priced(
        lines,
        coupons=(
            CouponStanding(coupon_no=1, reason="nothing_for_it"),
            CouponStanding(coupon_no=2, reason="spend_more", missing=751),
            CouponStanding(coupon_no=3, reason="other_offers_save_more"),
            CouponStanding(coupon_no=4, points=50),
        ),
        gifts=(Gift(offer_id="gift", names=GIFT_NAMES, item_key="1", count=1),),
    )
    shown = tuple(coupon(number, f"CODE{number}") for number in range(1, 5))
    return replace(sale_of(lines, prices, transaction_id="t-reasons"), coupons=shown)


def crowded() -> Transaction:
    """60 lines, two offers on some of them, deposits, endless names, a member and a coupon."""
    lines = tuple(_lemonade(line.line_id, 6) if line.line_id % 7 == 6 else line for line in basket(60))
    pieces = {line.line_id: line for line in lines}
    halves = {number: pieces[number].piece_minor // 2 for number in range(8, 61, 4)}
    deals = [
        Deal(offer_id="week", names=MEMBER_PRICE, cuts=dict.fromkeys(range(2, 61, 5), 20), layer="shelf"),
        Deal(offer_id="long", names=LONG_OFFER, cuts=halves, reason="nth_unit"),
        Deal(offer_id="weekend", names=WEEKEND, cuts=dict.fromkeys(range(1, 61), 9), layer="basket"),
        Deal(offer_id="spring", names=SPRING, cuts={1: 99, 8: 601}, layer="coupon", coupon_no=1),
    ]
    prices = priced(lines, deals, coupons=(CouponStanding(coupon_no=1, saving_minor=700),))
    sale = sale_of(lines, prices, transaction_id="t-crowd")
    return replace(sale, member=MEMBER, coupons=(coupon(1, "SPRING"),))


def long_names() -> Transaction:
    """Endless names of goods, offers and hints, and a reduced sticker."""
    lines = (
        _line(1, LONG_NAME, 1099, "", 12),
        replace(_line(2, PUDDING, 99, "pudding"), price_minor=59, is_marked_down=True),
        weighed(3),
        _line(4, LONG_NAME, 129_900, "tomato"),
    )
    deals = [
        Deal(offer_id="long", names=LONG_OFFER, cuts={1: 549, 4: 12_990}, reason="nth_unit"),
        Deal(offer_id="member", names=MEMBER_PRICE, cuts={1: 120}, layer="shelf"),
    ]
    nudge = Nudge(offer_id="long", names=LONG_OFFER, line_id=4, missing_units=2, saves_minor=12_990)
    return sale_of(lines, priced(lines, deals, nudges=(nudge,)), transaction_id="t-long")


def ready_to_pay(points_held: int = 0) -> Transaction:
    """A member's basket with savings and deposits, before paying."""
    sale = membership(is_known=True)
    minor = points_held
    return replace(
        sale, points_possible=600, points_possible_minor=600, points_held=points_held, points_minor=minor
    )


def rewarded() -> Transaction:
    """The same, paid, with what it earned."""
    granted = RewardsGranted(
        member_id=MEMBER.member_id,
        points_earned=18,
        points_spent=500,
        base_minor=1800,
        next_visit_minor=300,
        next_visit_code="N1",
    )
    return replace(paid(ready_to_pay(500)), granted=granted)


def scanning() -> Iterator[tuple[str, Transaction]]:
    """Sales on the scanning screen, by name; what follows in the same sale is shown as the change it is."""
    yield "offers", tea(2)
    yield "saved", tea(3)
    yield "unsaved", tea(2)
    yield "guest", membership(is_known=False)
    yield "member", membership(is_known=True)
    yield "coupons", coupons()
    yield "coupon-reasons", coupon_reasons()
    yield "long", long_names()
    yield "60", crowded()


def tendering() -> Iterator[tuple[str, Transaction]]:
    """Sales on the tender screen, by name."""
    ready = ready_to_pay()
    yield "saved", replace(ready, member=None)
    yield "points", ready
    yield "points-asking", replace(ready, points_asked=True)
    yield "points-held", ready_to_pay(500)
    yield "points-no_link", replace(ready, points_reason="no_link")
    yield "points-too_few", replace(ready, points_reason="too_few")
