"""Receipts with offers, deposits, coupons and points: every one is added up again from its printed text."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from kiosk.printer.blocks import Barcode, Line, QrCode
from kiosk.printer.cells import cell_width
from kiosk.printer.escpos import render
from kiosk.printer.layout import layout
from kiosk.printer.text import render_text
from kiosk.printer.words import LANGUAGES
from retail import tax
from retail.money import allocate
from retail.receipt import (
    AnyTender,
    CardTender,
    MemberNote,
    Receipt,
    ReceiptDiscount,
    ReceiptLine,
    ReceiptLinked,
    Seller,
    StampCard,
    ValueTender,
    WalletTender,
)
from simulators.printer.machine import Build, Machine
from simulators.printer.paper import PaperTray
from simulators.shopper.adding import add_up

COLUMNS = (48, 42, 32)
RATES = {"A": 1900, "B": 700}
WORD = "abc äß€ 牛奶，(0,5 l) 12.50 -3 A B EUR 7 %"
NAMES = st.text(st.sampled_from(WORD), max_size=70)


def names(draw: st.DrawFn) -> dict[str, str]:
    return {"": draw(NAMES)}


@st.composite
def discounts(draw: st.DrawFn, most_minor: int) -> tuple[ReceiptDiscount, ...]:
    """Up to three, together at most `most_minor`."""
    amounts = []
    for _ in range(draw(st.integers(0, 3))):
        if most_minor >= 1:
            amounts.append(draw(st.integers(1, most_minor)))
            most_minor -= amounts[-1]
    return tuple(
        ReceiptDiscount(names=names(draw), amount_minor=amount, is_coupon=draw(st.booleans()))
        for amount in amounts
    )


@st.composite
def lines(draw: st.DrawFn) -> ReceiptLine:
    quantity, unit = draw(st.integers(1, 99)), draw(st.integers(1, 99_999))
    weight_g = draw(st.none() | st.integers(1, 99_999))
    amount = quantity * unit
    linked = tuple(
        ReceiptLinked(
            names=names(draw),
            quantity=quantity,
            unit_price_minor=price,
            amount_minor=quantity * price,
            tax_letter=draw(st.sampled_from("AB")),
        )
        for price in draw(st.lists(st.integers(1, 999), max_size=2))
    )
    return ReceiptLine(
        names=names(draw),
        quantity=1 if weight_g else quantity,
        unit_price_minor=unit,
        amount_minor=amount,
        tax_letter=draw(st.sampled_from("AB")),
        weight_g=weight_g,
        discounts=draw(discounts(amount)),
        linked=linked,
        is_marked_down=draw(st.booleans()),
    )


@st.composite
def shared(draw: st.DrawFn, due_minor: int) -> tuple[AnyTender, ...]:
    """Up to four means of payment that pay this together."""
    tenders: list[AnyTender] = []
    while due_minor > 0:
        amount = due_minor if len(tenders) == 3 else draw(st.integers(1, due_minor))
        due_minor -= amount
        kind = draw(st.sampled_from(("card", "wallet", "gift", "member")))
        if kind == "card":
            tenders.append(CardTender(amount_minor=amount, card_name=draw(NAMES)))
        elif kind == "wallet":
            tenders.append(WalletTender(amount_minor=amount, wallet=draw(NAMES), reference=draw(NAMES)))
        else:
            left = draw(st.none() | st.integers(0, 99_999))
            digits = draw(st.sampled_from(("", "4711")))
            tenders.append(ValueTender(amount_minor=amount, kind=kind, last_digits=digits, left_minor=left))
    return tuple(tenders)


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    """Receipts as a lane makes them: the figures belong together, the names are anything."""
    goods = tuple(draw(st.lists(lines(), min_size=1, max_size=6)))
    gross = dict.fromkeys(RATES, 0)
    for line in goods:
        gross[line.tax_letter] += line.amount_minor - sum(each.amount_minor for each in line.discounts)
        for linked in line.linked:
            gross[linked.tax_letter] += linked.amount_minor
    basket = draw(discounts(sum(gross.values())))
    taken = sum(each.amount_minor for each in basket)
    shares = dict(zip(gross, allocate(taken, list(gross.values())), strict=True))
    gross = {letter: gross[letter] - shares[letter] for letter in gross}
    total = sum(gross.values())
    points = draw(st.sampled_from((0, total // 2, total)))
    tenders = draw(shared(total - points))
    return Receipt(
        seller=Seller(name="Shop"),
        lane="1",
        transaction_id="T1",
        number=1,
        started_at="",
        ended_at="2026-11-23T16:05:12+01:00",
        currency="EUR",
        lines=goods,
        total_minor=total,
        taxes=tax.totals((RATES[letter], amount) for letter, amount in gross.items()),
        tenders=tenders,
        language=draw(st.sampled_from(LANGUAGES)),
        discounts=basket,
        saving_minor=taken + sum(each.amount_minor for line in goods for each in line.discounts),
        points_minor=points,
        member=draw(st.none() | st.builds(MemberNote, points_earned=st.integers(0, 9999))),
    )


@settings(max_examples=150, deadline=None)
@given(receipt=receipts(), columns=st.sampled_from(COLUMNS))
def test_any_receipt_adds_up_from_its_printed_text(receipt: Receipt, columns: int) -> None:
    added = add_up(render_text(receipt, columns), columns)
    assert added is not None
    assert added.faults == ()
    goods = [each for line in receipt.lines for each in (line, *line.linked)]
    assert added.goods == tuple(each.amount_minor for each in goods)
    taken = [*(each for line in receipt.lines for each in line.discounts), *receipt.discounts]
    assert added.discounts == tuple(each.amount_minor for each in taken)
    assert (added.total, added.saved) == (receipt.total_minor, receipt.saving_minor)
    assert added.taxes == tuple((each.net_minor, each.tax_minor, each.gross_minor) for each in receipt.taxes)
    paid = (receipt.points_minor, *(tender.amount_minor for tender in receipt.tenders))
    assert added.tenders == tuple(filter(None, paid))


@settings(max_examples=60, deadline=None)
@given(receipt=receipts(), columns=st.sampled_from(COLUMNS))
def test_no_row_is_wider_than_the_paper_and_no_name_is_cut(receipt: Receipt, columns: int) -> None:
    blocks = layout(receipt, columns, receipt.language)
    printed = "".join(block.text for block in blocks if isinstance(block, Line))
    assert all(cell_width(block.text) <= columns for block in blocks if isinstance(block, Line))
    said = [each.names[""] for line in receipt.lines for each in (line, *line.discounts, *line.linked)]
    said += [each.names[""] for each in receipt.discounts]
    assert not Counter("".join(said).replace(" ", "")) - Counter(printed)


WRONG: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("the total", {"total_minor": 2003}, "the total says 2003"),
    ("the saving", {"saving_minor": 677}, "saved are said to be 677"),
    ("a missing saving", {"saving_minor": 0}, "saved are said to be 0"),
    ("the points", {"points_minor": 499}, "paid were 2001 of 2002"),
    ("the taxes", {"taxes": ()}, ""),
)


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize(("changes", "fault"), [pytest.param(c, f, id=n) for n, c, f in WRONG])
def test_a_receipt_that_does_not_add_up_is_noticed(
    make_offers_receipt: Any, changes: dict[str, Any], fault: str, columns: int
) -> None:
    added = add_up(render_text(make_offers_receipt(**changes), columns), columns)
    assert added is not None
    assert any(fault in said for said in added.faults) if fault else added.faults == ()


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_receipt_adds_up(make_offers_receipt: Any, language: str, columns: int) -> None:
    added = add_up(render_text(make_offers_receipt(language=language), columns), columns)
    assert added is not None
    assert (added.faults, added.total, added.saved, added.tenders) == ((), 2002, 678, (500, 1502))
    assert (len(added.goods), len(added.discounts)) == (7, 5)


def rows_of(receipt: Receipt, columns: int = 48) -> list[str]:
    return render_text(receipt, columns).splitlines()


def test_everything_that_changes_a_line_stands_under_it(make_offers_receipt: Any) -> None:
    rows = rows_of(make_offers_receipt(language="de"))
    at = rows.index("Apfelsaft 1 l                             5,97 B")
    assert rows[at + 1 : at + 4] == [
        "  3 x 1,99",
        "  Säfte: 3 kaufen, 2 bezahlen            -1,99",
        "  Pfand 3 x 0,25                          0,75 B",
    ]
    assert (
        rows[rows.index("Bauernbrot 750 g                          1,45 A") + 1]
        == "  Reduziert zum Abverkauf"
    )


def test_a_coupon_says_that_it_is_one_once(make_offers_receipt: Any) -> None:
    def coupon(name: str, language: str) -> list[str]:
        discount = ReceiptDiscount(names={"": name}, amount_minor=100, is_coupon=True)
        receipt = make_offers_receipt(discounts=(discount,), language=language)
        return [row.split("  ")[0] for row in rows_of(receipt) if name in row]

    assert coupon("1.00 off coffee", "en") == ["Coupon: 1.00 off coffee"]
    assert coupon("SPRING10: 10 % off", "en") == ["Coupon SPRING10: 10 % off"]
    assert coupon("1,00 auf Kaffee", "de") == ["Gutschein: 1,00 auf Kaffee"]
    assert coupon("Spring coupon", "en") == ["Spring coupon"]
    assert coupon("咖啡优惠券", "zh") == ["咖啡优惠券"]


def test_an_offer_without_a_name_is_still_an_offer(make_offers_receipt: Any) -> None:
    nameless = ReceiptDiscount(names={}, amount_minor=100)
    assert any(
        row.startswith("Angebot  ")
        for row in rows_of(make_offers_receipt(discounts=(nameless,), language="de"))
    )


def test_a_sum_too_broad_for_its_label_stands_below_it(make_offers_receipt: Any) -> None:
    rows = rows_of(make_offers_receipt(language="de", saving_minor=1_000_000), 32)
    at = rows.index("Sie haben gespart")
    assert rows[at + 1] == "EUR 10.000,00".rjust(30)


def test_without_offers_there_is_neither_subtotal_nor_saving(make_receipt: Any) -> None:
    text = render_text(make_receipt(), 48)
    assert "Subtotal" not in text
    assert "You saved" not in text


def test_points_and_stamps_are_told_and_nothing_else_of_a_member(make_offers_receipt: Any) -> None:
    note = MemberNote(
        points_earned=1234,
        points_after=98765,
        stamps={"coffee": 3, "iced-tea": 11, "bread": 4},
        stamp_cards={
            "coffee": StampCard(names={"": "Coffee card"}, goal=5),
            "bread": StampCard(names={"": ""}, goal=3),
        },
    )
    rows = rows_of(make_offers_receipt(member=note))
    at = rows.index("Points for this purchase                  +1,234")
    assert rows[at + 1 : at + 5] == [
        "Your points now                           98,765",
        "Coffee card                       ■ ■ ■ · ·  3/5",
        "Stamps: iced tea                              11",
        "Stamps: bread                           ■ ■ ■  4",
    ]
    assert not any("Points used" in row for row in rows)


def test_a_stamp_card_with_a_long_name_is_drawn_tight_and_a_large_one_in_figures(
    make_offers_receipt: Any,
) -> None:
    def row(name: str, goal: int) -> str:
        card = StampCard(names={"": name}, goal=goal)
        note = MemberNote(stamps={"tea": 4}, stamp_cards={"tea": card})
        (found,) = [row for row in rows_of(make_offers_receipt(member=note)) if row.startswith(name)]
        return found

    assert row("Coffee card: the 10th is free", 9) == "Coffee card: the 10th is free     ■■■■·····  4/9"
    assert row("Bread", 30) == "Bread                                       4/30"


def test_a_balance_nobody_knows_is_not_told(make_offers_receipt: Any) -> None:
    rows = rows_of(make_offers_receipt(member=MemberNote(points_earned=5), points_minor=0))
    assert not any("points now" in row for row in rows)
    empty = rows_of(make_offers_receipt(member=MemberNote()))
    assert not any("oints" in row for row in empty if "Paid" not in row)


def test_the_next_visit_s_coupon_is_the_end_of_the_paper_and_its_code_fits(make_offers_receipt: Any) -> None:
    for columns, kind in ((48, Barcode), (42, Barcode), (32, QrCode)):
        blocks = layout(make_offers_receipt(), columns, "en")
        codes = [block for block in blocks if isinstance(block, Barcode | QrCode)]
        assert codes[-1] == kind("THANKS3007K2Q9F")
        after = blocks[blocks.index(codes[-1]) + 1 :]
        assert [block.text for block in after if isinstance(block, Line)] == [
            "Tear off, and scan it next time."
        ]
    worth = [block.text for block in blocks if isinstance(block, Line) and block.double_height]
    assert worth[-1] == "EUR 3.00 off"


def printed(receipt: Receipt, columns: int, folder: Path) -> tuple[Image.Image, str]:
    """The receipt as it lies in the shopper's hand: picture and text of the paper."""
    build = Build(columns=columns, buffer_size=1_000_000)
    tray = PaperTray(folder, build.dots, build.dots_per_mm, lead_dots=0)
    machine = Machine(build, tray)
    machine.receive(b"\x1b@" + render(receipt, columns).payload + b"\x1dVB\x00")
    now: float | None = 0.0
    while now is not None:
        now = machine.run(now)
    (kept,) = tray.kept
    with Image.open(kept.png) as picture:
        return picture.convert("L"), kept.txt.read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", COLUMNS)
def test_on_paper_both_codes_are_read_and_the_figures_add_up(
    make_offers_receipt: Any, columns: int, tmp_path: Path
) -> None:
    picture, text = printed(make_offers_receipt(language="de"), columns, tmp_path)
    assert {code.text for code in zxingcpp.read_barcodes(picture)} == {
        "20261123-003-00042",
        "THANKS3007K2Q9F",
    }
    added = add_up(text, columns)
    assert added is not None
    assert (added.faults, added.total, added.saved) == ((), 2002, 678)


def test_a_receipt_drawn_as_pictures_is_not_said_to_add_up(make_offers_receipt: Any, tmp_path: Path) -> None:
    _, text = printed(make_offers_receipt(language="zh"), 48, tmp_path)
    assert add_up(text, 48) is None


def test_a_day_is_never_torn_apart_and_a_strange_one_is_shown_as_it_came(make_offers_receipt: Any) -> None:
    receipt = make_offers_receipt()
    text = render_text(receipt, 32).replace("\u00a0", " ")
    assert "24 Nov 2026" in text
    assert "7 Dec 2026" in text
    strange = replace(receipt.next_visit, valid_until="soon", code="")
    blocks = layout(replace(receipt, next_visit=strange), 32, "en")
    assert any("soon" in block.text for block in blocks if isinstance(block, Line))
    assert QrCode("") not in blocks


def test_what_is_no_receipt_is_not_added_up() -> None:
    for text in ("", "hello\n", "─" * 48 + "\nTOTAL                                EUR 20.02\n"[:30]):
        assert add_up(text, 48) is None
    drawn = "─" * 48 + "\n[picture 576x28]\n" + "─" * 48 + "\nTOTAL" + "EUR 1.00".rjust(41) + "\n"
    assert add_up(drawn, 48) is None
