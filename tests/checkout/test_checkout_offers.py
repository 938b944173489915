"""What a shopper sees of offers and membership while scanning, and that the journal alone tells it again."""

import itertools

import pytest
from checkout_offers import (
    CARD,
    COLA,
    CRATE,
    OTHER_TOKEN,
    PHONE,
    SHELF,
    TEA,
    TOKEN,
    WINE,
    happened,
    shop,
    show,
)
from checkout_world import MILK, PEN, World, answer, ean, result, scan, timer
from msgspec.structs import replace

from kiosk.checkout import basket
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.decision import Refused
from kiosk.checkout.evolve import evolve
from kiosk.checkout.paper import receipt_of
from kiosk.checkout.prices import basket_of
from kiosk.checkout.state import Phase
from kiosk.devices import terminal as t
from kiosk.devices.scanner import CodeRead
from retail.basket import PIECES_MAX, QUANTITY_MAX
from retail.catalogue import Goods
from retail.codes import Symbology
from retail.journal import events as e
from retail.priced import PricedBasket
from retail.pricing import Pricer


@pytest.fixture
def world() -> World:
    made = World(shop())
    made.open()
    return made


def total(world: World) -> int:
    return world.sale.priced.total_minor


def pay(world: World) -> None:
    world.run(c.Pay(), c.PayByCard())
    world.keep(result(world))
    world.run(answer(world.attempt_id, t.Approved(result=result(world))))


# --- prices in the journal -------------------------------------------------------------------------------


def test_every_change_of_the_basket_is_priced_in_its_own_commit(world: World) -> None:
    changes: list[c.AnyCommand] = [
        scan(TEA), scan(TEA), scan(TEA), show(TOKEN), c.SetQuantity(line_id=1, quantity=7), scan(MILK),
        c.RemoveLast(), c.ForgetMember(), c.RemoveLine(line_id=1),
    ]  # fmt: skip
    for command in changes:
        decision = world.do(command)
        assert isinstance(decision, tuple)
        assert isinstance(decision[-1], e.BasketPriced), command


def test_what_is_folded_is_what_a_fresh_pricer_answers(world: World) -> None:
    for command in (scan(TEA), scan(MILK), scan(TEA), show(TOKEN), scan(TEA), scan(COLA), c.RemoveLast()):
        world.run(command)
        fresh = Pricer(world.sells_by.terms).price(basket_of(world.sale))
        assert world.sale.priced == fresh


def test_only_the_pieces_whose_price_changed_are_written_down(world: World) -> None:
    world.run(scan(TEA), scan(TEA))
    decision = world.do(scan(TEA))
    assert isinstance(decision, tuple)
    (priced,) = [event for event in decision if isinstance(event, e.BasketPriced)]
    assert priced.priced.units == ()
    decision = world.do(scan(PEN))
    assert isinstance(decision, tuple)
    (priced,) = [event for event in decision if isinstance(event, e.BasketPriced)]
    assert [(unit.line_id, unit.paid_minor) for unit in priced.changed] == [(2, 199)]
    assert len(world.sale.priced.units) == 4


def test_an_offer_shows_as_soon_as_it_applies_and_goes_with_its_goods(world: World) -> None:
    world.run(scan(TEA), scan(TEA))
    assert (total(world), world.sale.priced.saving_minor) == (600, 0)
    assert world.sale.priced.nudges[0].saves_minor == 300
    world.run(scan(TEA))
    assert (total(world), world.sale.priced.saving_minor) == (600, 300)
    assert [offer.offer_id for offer in world.sale.priced.offers] == ["tea-3-for-2"]
    world.run(c.RemoveLast())
    assert (total(world), world.sale.priced.saving_minor, world.sale.priced.offers) == (600, 0, ())


def test_a_restart_in_the_middle_finds_every_price_again(world: World) -> None:
    world.run(scan(TEA), show(TOKEN), scan(TEA), scan(MILK), scan(TEA), scan(COLA))
    before = world.sale
    world.restart()
    assert world.sale == before
    world.run(c.RemoveLast())
    assert total(world) == 600 + 89


def test_the_price_is_that_of_the_assortment_the_purchase_began_with(world: World) -> None:
    world.run(scan(TEA))
    (started,) = [event for event in world.journal if isinstance(event, e.TransactionStarted)]
    assert started.prices == world.sale.prices == "p1"


def test_paying_closes_the_basket_at_its_final_price_with_every_piece_told(world: World) -> None:
    world.run(scan(TEA), scan(TEA), scan(TEA), c.Pay())
    (started,) = [event for event in world.journal if isinstance(event, e.TenderingStarted)]
    assert started.priced is not None
    assert started.priced.is_final
    assert sorted(unit.paid_minor for unit in started.priced.units) == [0, 300, 300]
    assert started.total_minor == started.priced.total_minor == 600


def test_back_from_paying_the_hints_are_there_again(world: World) -> None:
    world.run(scan(TEA), scan(TEA))
    hints = world.sale.priced.nudges
    assert hints
    world.run(c.Pay())
    world.run(c.LeaveTender())
    assert world.sale.priced.nudges == hints


class Hasty:
    """A pricer that searches to the end only when it is told to."""

    def __init__(self, inner: Pricer, *, ends: bool = True) -> None:
        self.inner = inner
        self.ends = ends
        self.is_done = False

    def price(self, basket: object) -> PricedBasket:
        return replace(self.inner.price(basket), is_final=self.is_done)  # type: ignore[arg-type]

    def finish(self, basket: object) -> PricedBasket:
        self.is_done = self.ends
        return replace(self.inner.finish(basket), is_final=self.ends)  # type: ignore[arg-type]

    def forget(self) -> None:
        self.inner.forget()


def test_a_price_that_is_not_final_is_searched_on_while_the_shopper_s_hand_is_in_the_bag(
    world: World,
) -> None:
    world.sells_by = replace(world.sells_by, pricer=Hasty(Pricer(world.sells_by.terms)))
    world.run(scan(TEA))
    assert not world.sale.priced.is_final
    assert any(isinstance(one, f.SetTimer) and one.timer is f.Timer.SEARCH_ON for one in world.new)
    world.run(timer(f.Timer.SEARCH_ON))
    assert world.sale.priced.is_final
    assert world.ignored(timer(f.Timer.SEARCH_ON)) == "the price is final"


def test_no_payment_starts_on_a_price_that_is_not_final(world: World) -> None:
    world.sells_by = replace(world.sells_by, pricer=Hasty(Pricer(world.sells_by.terms), ends=False))
    world.run(scan(TEA))
    assert world.refused(c.Pay()) == "price_not_final"
    assert world.count(f.Authorise) == 0
    world.sells_by = replace(world.sells_by, pricer=Hasty(Pricer(world.sells_by.terms)))
    world.run(c.Pay())
    world.state = evolve(
        world.state,
        e.TenderingStarted(total_minor=300, priced=replace(world.sale.priced, is_final=False)),
    )
    assert world.refused(c.PayByCard()) == "price_not_final"


def test_a_basket_journalled_by_a_program_without_prices_is_priced_at_the_start(world: World) -> None:
    world.run(scan(TEA), scan(PEN))
    world.journal[:] = [event for event in world.journal if not isinstance(event, e.BasketPriced)]
    world.restart()
    assert total(world) == 499


def test_a_basket_that_was_closed_by_a_program_without_prices_costs_what_it_said(world: World) -> None:
    world.run(scan(TEA), c.Pay())
    world.journal[:] = [
        replace(event, priced=None) if isinstance(event, e.TenderingStarted) else event
        for event in world.journal
        if not isinstance(event, e.BasketPriced)
    ]
    world.restart()
    world.ready()
    world.run(c.PayByCard())
    assert world.sale.payment is not None
    assert world.sale.payment.amount_minor == 300


# --- goods -----------------------------------------------------------------------------------------------


def test_a_deposit_goes_with_its_bottle_and_stands_outside_the_goods(world: World) -> None:
    world.run(scan(COLA))
    assert (total(world), world.sale.priced.linked_minor, world.sale.priced.list_minor) == (175, 25, 150)
    world.run(c.RemoveLast())
    assert (total(world), world.sale.priced.linked_minor) == (0, 0)


def test_a_crate_is_six_bottles_of_its_own_line(world: World) -> None:
    world.run(scan(COLA), scan(CRATE))
    assert [(line.product.gtin, line.quantity) for line in world.sale.lines] == [(COLA, 7)]
    assert world.sale.priced.linked_minor == 7 * 25
    world.run(c.RemoveLast())
    assert world.sale.lines[0].quantity == 6


def test_a_crate_of_which_the_shop_does_not_know_the_bottle_is_not_sold(world: World) -> None:
    crate = SHELF.find(CRATE.zfill(14))
    assert crate is not None
    world.sells_by = replace(world.sells_by, catalogue=Goods([crate]))
    world.run(scan(CRATE))
    assert world.sale.not_found_reason == "unknown"


def test_a_crate_that_does_not_fit_the_line_begins_another(world: World) -> None:
    world.run(scan(COLA), c.SetQuantity(line_id=1, quantity=QUANTITY_MAX - 5), scan(CRATE))
    assert [line.quantity for line in world.sale.lines] == [QUANTITY_MAX - 5, 6]


def test_a_reduced_sticker_is_sold_at_its_price_as_a_piece_of_its_own(world: World) -> None:
    sticker = ean("20" + TEA[7:12] + "00099")
    pattern = replace(world.shop.patterns[-1], goods_prefix=TEA[:7])
    world.shop = replace(world.shop, patterns=(pattern,))
    world.run(scan(TEA), scan(sticker), scan(TEA), scan(TEA))
    assert [(line.quantity, line.is_marked_down, line.amount_minor) for line in world.sale.lines] == [
        (3, False, 900),
        (1, True, 99),
    ]
    assert total(world) == 600 + 99


def test_a_limited_product_is_refused_beyond_its_number_however_it_is_asked_for(world: World) -> None:
    world.run(scan(WINE), scan(WINE), scan(WINE))
    assert (world.phase, world.sale.not_found_reason) == (Phase.NOT_FOUND, "limit")
    assert world.sale.lines[0].quantity == 2
    assert world.refused(c.SetQuantity(line_id=1, quantity=3)) == "quantity_limit"
    world.run(c.SetQuantity(line_id=1, quantity=1), c.SetQuantity(line_id=1, quantity=2))


def test_a_basket_holds_so_many_pieces(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basket, "PIECES_MAX", 7)
    world.run(scan(COLA), scan(CRATE))
    assert world.refused(scan(TEA)) == "basket_full"
    assert world.refused(c.SetQuantity(line_id=1, quantity=8)) == "basket_full"
    assert PIECES_MAX >= 500


# --- members ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(4))
def test_the_card_first_or_last_gives_the_same_total(world: World, place: int) -> None:
    commands: list[c.AnyCommand] = [scan(MILK), scan(TEA), scan(MILK)]
    commands.insert(place, show(TOKEN))
    world.run(*commands)
    assert (total(world), world.sale.priced.saving_minor) == (89 + 300 + 89, 40)


def test_any_order_of_the_same_scans_gives_the_same_total() -> None:
    totals = set()
    for order in itertools.permutations([scan(TEA), scan(TEA), scan(TEA), scan(MILK), show(TOKEN)]):
        world = World(shop())
        world.open()
        world.run(*order)
        totals.add((total(world), world.sale.priced.saving_minor))
    assert totals == {(600 + 89, 300 + 20)}


@pytest.mark.parametrize(
    ("shown", "how"),
    [
        (show(TOKEN), "credential"),
        (scan(CARD), "card"),
        (c.TypeCode(text=CARD), "card"),
        (c.TypeCode(text=PHONE), "phone"),
    ],
)
def test_a_member_opens_the_purchase_on_the_attract_screen(
    world: World, shown: c.AnyCommand, how: str
) -> None:
    world.run(shown)
    assert world.phase is Phase.SCANNING
    assert world.sale.member is not None
    assert (world.sale.member.member_id, world.sale.member_how) == ("m-anna", how)
    assert f.Play(sound=f.Sound.SCAN) in world.new


def test_another_card_replaces_the_one_before_and_the_same_one_changes_nothing(world: World) -> None:
    world.run(scan(MILK), show(TOKEN))
    assert world.ignored(show(TOKEN)) == "already known"
    world.run(show(OTHER_TOKEN))
    assert world.sale.member is not None
    assert world.sale.member.member_id == "m-bert"


def test_a_member_can_be_taken_out_again(world: World) -> None:
    world.run(scan(MILK), show(TOKEN), c.ForgetMember())
    assert (world.sale.member, world.sale.member_how, total(world)) == (None, "", 109)
    assert world.ignored(c.ForgetMember()) == "no member is known"


@pytest.mark.parametrize(
    "shown",
    [
        show("member:token-of-nobody"),
        c.TypeCode(text="0171 9999999"),
        scan(CARD[:12] + str((int(CARD[12]) + 1) % 10)),
        c.TypeCode(text="0171-99x99"),
    ],
)
def test_what_recognises_nobody_is_said_and_not_kept(world: World, shown: c.AnyCommand) -> None:
    world.run(scan(MILK), shown)
    assert world.phase is Phase.NOT_FOUND
    assert world.sale.not_found_text.startswith("…")
    assert len(world.sale.not_found_text) <= 3


def test_no_key_of_a_member_is_ever_journalled(world: World) -> None:
    for shown in (
        show(TOKEN),
        c.TypeCode(text=CARD),
        c.TypeCode(text=PHONE),
        c.TypeCode(text="0171 9999999"),
    ):
        world.do(shown)
    written = repr(world.journal)
    for key in (TOKEN, "token-of-anna", CARD, "1712345678", "1719999999"):
        assert key not in written


def test_nothing_of_the_member_is_left_when_the_lane_is_free(world: World) -> None:
    world.run(show(TOKEN), scan(TEA), c.CancelTransaction())
    assert "m-anna" not in repr(world.state)
    world.run(show(TOKEN), scan(TEA))
    pay(world)
    world.run(timer(f.Timer.PAID), c.ChooseReceipt(kind=e.ReceiptKind.NONE), timer(f.Timer.THANKS))
    assert "m-anna" not in repr(world.state)


# --- rewards and receipt ---------------------------------------------------------------------------------


def test_a_member_earns_points_once_in_the_commit_of_the_payment(world: World) -> None:
    world.run(show(TOKEN), scan(TEA), scan(MILK), scan(COLA), c.Pay(), c.PayByCard())
    world.keep(result(world))
    decision = world.do(answer(world.attempt_id, t.Approved(result=result(world))))
    assert isinstance(decision, tuple)
    assert [type(event) for event in decision] == [e.PaymentApproved, e.RewardsGranted]
    assert world.sale.granted is not None
    assert world.sale.granted.base_minor == 300 + 89 + 150
    assert world.sale.granted.points_earned == 5
    world.do(answer(world.attempt_id, t.Approved(result=result(world))))
    assert happened(world, e.RewardsGranted) == [e.RewardsGranted]


def test_a_stamp_card_is_told_by_its_name_with_what_fills_it() -> None:
    card = {
        "card": "tea",
        "name": "Tea card",
        "names": {"de": "Teekarte"},
        "of": {"categories": ["drinks/tea"]},
        "stamps_needed": 9,
    }
    world = World(shop(stamps=[card]))
    world.open()
    world.run(show(TOKEN), scan(TEA))
    pay(world)
    note = receipt_of(world.sale, world.shop, "de").member
    assert note is not None
    assert note.stamps == {"tea": 9}
    assert note.stamp_cards["tea"].names == {"": "Tea card", "de": "Teekarte"}
    assert note.stamp_cards["tea"].goal == 9


def test_a_stranger_earns_nothing(world: World) -> None:
    world.run(scan(TEA))
    pay(world)
    assert world.sale.granted is None


@pytest.mark.parametrize("restarts", [1, 3])
def test_what_a_crash_left_unsettled_is_granted_once_when_the_terminal_says_paid(
    world: World, restarts: int
) -> None:
    world.run(show(TOKEN), scan(TEA), c.Pay(), c.PayByCard())
    world.keep(result(world))
    for _ in range(restarts):
        world.restart()
        assert world.phase is Phase.UNKNOWN
    world.run(timer(f.Timer.ASK_TERMINAL), answer(world.attempt_id, t.Approved(result=result(world))))
    assert world.phase is Phase.PAID
    assert happened(world, e.PaymentApproved, e.RewardsGranted) == [e.PaymentApproved, e.RewardsGranted]


def test_the_receipt_adds_up_line_by_line(world: World) -> None:
    world.run(show(TOKEN), *[scan(text) for text in (TEA, TEA, TEA, MILK, COLA, CRATE)])
    pay(world)
    receipt = receipt_of(world.sale, world.shop, "en")
    by_hand = sum(line.amount_minor for line in receipt.lines)
    by_hand += sum(linked.amount_minor for line in receipt.lines for linked in line.linked)
    by_hand -= sum(cut.amount_minor for line in receipt.lines for cut in line.discounts)
    by_hand -= sum(cut.amount_minor for cut in receipt.discounts)
    assert by_hand == receipt.total_minor == sum(part.gross_minor for part in receipt.taxes)
    assert receipt.saving_minor == 300 + 20
    tea = receipt.lines[0]
    assert [(cut.names["de"], cut.amount_minor) for cut in tea.discounts] == [("3 für 2 auf Tee", 300)]
    cola = receipt.lines[2]
    assert [(linked.quantity, linked.amount_minor) for linked in cola.linked] == [(7, 175)]
    assert receipt.member is not None
    assert receipt.member.points_after == 1_000 + receipt.member.points_earned
    assert "m-anna" not in repr(receipt)


def test_a_rate_that_only_a_deposit_has_gets_its_letter(world: World) -> None:
    world.run(scan(MILK), scan(COLA))
    pay(world)
    receipt = receipt_of(world.sale, world.shop, "en")
    letters = {part.letter for part in receipt.taxes}
    assert {line.tax_letter for line in receipt.lines} <= letters
    assert {linked.tax_letter for line in receipt.lines for linked in line.linked} <= letters


ROTATING = (
    "OSC1MR:$+A000100KB0*M0DY0W01FPDUOQWN11004$10AUPKR88MUKS$PDSH5W9W 6OUM8-CR8ZBV%9PJP2AO5 T7VHR9F69MLP76"
    "BK8 961WXTFRNI+MUAITV+EG*TQ-C%ETIZ7C%QTQ1GRTI6Q%KJ/BN"
)
"""A sample of docs/credential.md."""


def test_a_rotating_credential_that_no_key_vouches_for_is_refused_and_not_written_down(world: World) -> None:
    world.run(show(ROTATING))
    (told,) = [event for event in world.journal if isinstance(event, e.CodeNotFound)]
    assert (told.text, told.reason) == ("", "code_unknown_key")


# --- goods that must be sold soon ------------------------------------------------------------------------


def test_a_piece_with_a_near_date_in_its_code_costs_less_and_is_scanned_piece_by_piece() -> None:
    soon = {
        "id": "soon",
        "name": "Eat soon",
        "derivation": [{"type": "amount_each", "amount_minor": 50, "of": {"days_left_to": 1}}],
    }
    world = World(shop(offers=[soon], coupons={}, next_visit=[]))
    world.open()
    day = world.day[2:].replace("-", "")
    dated = c.ScanCode(
        read=CodeRead(
            text=f"01{PEN.zfill(14)}15{day}", symbology=Symbology.GS1_DATA_MATRIX, evidence=("zxing@1",)
        )
    )
    world.run(dated, dated, scan(PEN))
    assert [(line.quantity, bool(line.best_before)) for line in world.sale.lines] == [(2, True), (1, False)]
    assert total(world) == 199 + 2 * 149
    line_id = world.sale.lines[0].line_id
    assert world.do(c.SetQuantity(line_id=line_id, quantity=3)) == Refused(code="quantity_is_dated")
    world.run(c.SetQuantity(line_id=line_id, quantity=1))
    assert total(world) == 199 + 149
