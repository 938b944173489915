"""Asking for a price: what it costs this shopper, why, and nothing is added unless it is wanted."""

import msgspec
import pytest
from checkout_world import CHEESE, GOODS, MILK, PEN, SHOP, Members, World, assortment, ean, scan, timer
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.state import Phase, PriceCheck
from retail.codes import Symbology
from retail.journal import events as e
from retail.journal import price_checks as pc
from retail.member import Member
from retail.terms import read_terms

TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "club",
                    "names": {"": "Club price"},
                    "eligibility": [{"test": "member"}],
                    "derivation": [{"type": "amount", "amount_minor": 50}],
                },
            ],
        }
    ),
    "EUR",
)
ANNA = Member(member_id="m-anna")
CARD = scan("member:token-of-anna", Symbology.QR)


@pytest.fixture
def world() -> World:
    lane = World(assortment(TERMS, GOODS, Members(**{"token-of-anna": ANNA})))
    lane.open()
    return lane


def check(world: World) -> PriceCheck:
    assert world.state.price_check is not None
    return world.state.price_check


def total(world: World) -> int:
    checked = check(world).checked
    assert checked is not None
    assert checked.priced is not None
    return checked.priced.total_minor


def test_a_price_is_told_on_a_free_lane_and_opens_no_purchase(world: World) -> None:
    world.run(c.CheckPrices(), scan(PEN))
    assert (total(world), world.phase, world.state.transaction) == (199, Phase.ATTRACT, None)
    world.run(scan(MILK))
    assert total(world) == 109
    assert not [one for one in world.journal if isinstance(one, e.TransactionStarted)]
    world.run(c.LeavePrices())
    assert world.state.price_check is None


def test_in_a_purchase_the_basket_is_the_same_before_and_after(world: World) -> None:
    world.run(scan(PEN), scan(PEN), c.CheckPrices())
    before = world.sale
    world.run(scan(MILK))
    assert world.sale == before
    world.run(c.LeavePrices(), scan(MILK))
    assert world.sale.priced.item_count == 3


def test_add_buys_what_was_priced_last_and_nothing_else(world: World) -> None:
    world.run(c.CheckPrices(), scan(PEN), scan(MILK), c.AddChecked())
    assert [(line.product.gtin, line.quantity) for line in world.sale.lines] == [(MILK, 1)]
    assert (world.state.price_check, world.phase) == (None, Phase.SCANNING)
    world.run(c.CheckPrices())
    assert world.ignored(c.AddChecked()) == "nothing was priced"


def test_a_member_sees_their_own_price_and_is_in_no_purchase_by_that(world: World) -> None:
    world.run(c.CheckPrices(), scan(PEN))
    assert total(world) == 199
    world.run(CARD, scan(PEN))
    assert total(world) == 149
    (offer,) = check(world).checked.priced.offers  # type: ignore[union-attr]  # just priced
    assert offer.offer_id == "club"
    assert not [one for one in world.journal if isinstance(one, e.MemberIdentified)]
    world.run(c.AddChecked())
    assert world.sale.member is None


def test_who_is_in_the_purchase_sees_their_price_without_showing_again(world: World) -> None:
    world.run(CARD, c.CheckPrices(), scan(PEN))
    assert total(world) == 149


def test_goods_by_weight_tell_the_price_of_a_kilogram_and_packs_their_own(world: World) -> None:
    world.run(c.CheckPrices(), scan(CHEESE))
    checked = check(world).checked
    assert checked is not None
    assert (checked.priced, checked.product.unit) == (None, "kg")
    world.run(scan(ean("261234500250")))
    checked = check(world).checked
    assert checked is not None
    assert checked.weight_g == 250
    assert total(world) == 325


@pytest.mark.parametrize("text", ["5000000000005", "nonsense", "SAVE-0001", "97123456789012345671"])
def test_what_has_no_price_says_so_and_nothing_of_it_is_kept(world: World, text: str) -> None:
    world.run(c.CheckPrices(), scan(text, Symbology.QR))
    assert check(world).reason != ""
    assert check(world).checked is None
    assert text.encode() not in msgspec.json.encode(
        [one for one in world.journal if isinstance(one, pc.PriceNotFound)]
    )


def test_it_ends_by_itself_and_with_a_restart(world: World) -> None:
    world.run(c.CheckPrices(), scan(PEN), timer(f.Timer.PRICE))
    assert world.state.price_check is None
    world.run(c.CheckPrices(), scan(PEN))
    world.restart()
    assert world.state.price_check is None


def test_a_lane_that_only_tells_prices_sells_nothing(world: World) -> None:
    world.shop = replace(SHOP, prices_only=True)
    world.run(scan(PEN))
    assert (total(world), world.phase) == (199, Phase.ATTRACT)
    world.ignored(c.StartShopping())
    world.ignored(c.AddChecked())
    world.run(timer(f.Timer.PRICE), c.StartShopping())
    assert check(world) == PriceCheck()
    world.run(c.TypeCode(text=MILK))
    assert total(world) == 109
    assert world.state.transaction is None


def test_a_closed_lane_tells_no_prices(world: World) -> None:
    world.run(c.CloseLane(by="mia"))
    assert world.refused(c.CheckPrices()) == "lane_closed"
