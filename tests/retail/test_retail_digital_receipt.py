"""The receipt in a QR code: small enough to be read from a screen, never without its total."""

import pytest
from msgspec.structs import replace

from retail.digital_receipt import BYTES_MAX, compact_text
from retail.receipt import (
    CardTender,
    MemberNote,
    NextVisit,
    Receipt,
    ReceiptDiscount,
    ReceiptLine,
    ReceiptLinked,
    Returned,
    Seller,
    TaxTotal,
    ValueTender,
    WalletTender,
)
from retail.tax import LETTERS
from retail.wire.gate import receipt_token


def receipt(
    count: int = 2, *, language: str = "en", seller: Seller | None = None, name: str = "Pen"
) -> Receipt:
    return Receipt(
        seller=seller or Seller(name="Corner Shop", lines=("1 High Street",), vat_id="DE123456789"),
        lane="3",
        transaction_id="0f" * 16,
        number=17,
        started_at="2026-03-01T11:00:00+01:00",
        ended_at="2026-03-01T11:02:00+01:00",
        currency="EUR",
        lines=tuple(
            ReceiptLine(
                names={"": f"{name} {n}", "de": f"Stift {n}", "zh": f"蓝笔 {n}"},
                quantity=1 + n % 2,
                unit_price_minor=100,
                amount_minor=100 * (1 + n % 2),
                tax_letter="A",
            )
            for n in range(count)
        ),
        total_minor=123456,
        taxes=(TaxTotal(letter="A", rate_bp=1900, gross_minor=123456, net_minor=103745, tax_minor=19711),),
        tenders=(
            CardTender(
                amount_minor=123456, card_name="VISA", masked_pan="****1234", authorisation_code="007"
            ),
        ),
        language=language,
    )


def test_a_short_receipt_is_told_whole() -> None:
    assert compact_text(receipt()).splitlines() == [
        "Corner Shop",
        "1 High Street",
        "DE123456789",
        "1\u00a0Mar\u00a02026 11:02",
        "Receipt 3-17",
        "Pen 0 1.00 A",
        "2 x Pen 1 2.00 A",
        "TOTAL 1,234.56 EUR",
        "A VAT 19%: 197.11",
        "Card VISA ****1234 007",
        "0f" * 16,
    ]


def test_it_speaks_the_receipt_s_language() -> None:
    assert "SUMME 1.234,56 EUR" in compact_text(receipt(language="de"))
    assert "Stift 0 1,00 A" in compact_text(receipt(language="de"))
    assert "合计 1,234.56 EUR" in compact_text(receipt(language="zh"))


LONG = Seller(name="Shop " * 200, lines=("Street " * 100,) * 9, vat_id="DE123456789", phone="1")


@pytest.mark.parametrize("seller", [None, LONG], ids=["short seller", "absurd seller"])
@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize("count", [0, 1, 30, 500])
def test_total_tax_number_and_card_are_always_in_it(count: int, language: str, seller: Seller | None) -> None:
    text = compact_text(receipt(count, language=language, seller=seller, name="Long name " * 9))
    assert len(text.encode()) <= BYTES_MAX
    for needed in ("3-17", "234", "197", "****1234", "DE123456789"):
        assert needed in text


def test_a_cut_receipt_says_how_many_items_it_leaves_out() -> None:
    lines = compact_text(receipt(500)).splitlines()
    (cut,) = [line for line in lines if line.endswith("more items")]
    shown = [line for line in lines if "Pen" in line]
    assert int(cut.split()[1]) + len(shown) == 500
    assert shown


def test_it_has_room_for_every_tax_rate_a_catalogue_may_have() -> None:
    taxes = tuple(
        TaxTotal(letter=letter, rate_bp=9_999, gross_minor=10**9, net_minor=1, tax_minor=999_999_999)
        for letter in LETTERS
    )
    text = compact_text(replace(receipt(500, language="zh", seller=LONG), taxes=taxes))
    assert len(text.encode()) <= BYTES_MAX
    assert text.count("9,999,999.99") == len(LETTERS)


JUICE = ReceiptLine(
    names={"": "Juice", "de": "Saft", "zh": "果汁"},
    quantity=3,
    unit_price_minor=199,
    amount_minor=597,
    tax_letter="A",
    discounts=(ReceiptDiscount(names={"": "3 for 2", "de": "3 für 2", "zh": "买三付二"}, amount_minor=199),),
    linked=(
        ReceiptLinked(
            names={"": "Deposit", "de": "Pfand", "zh": "押金"},
            quantity=3,
            unit_price_minor=25,
            amount_minor=75,
            tax_letter="A",
        ),
    ),
)
COUPON = ReceiptDiscount(names={"": "Spring coupon"}, amount_minor=100, is_coupon=True)
GIVEN = {
    "discounts": (COUPON,),
    "saving_minor": 299,
    "points_minor": 500,
    "member": MemberNote(points_earned=19, points_spent=500, points_after=1244),
    "next_visit": NextVisit(
        code="THANKS3007K2Q9F", value_minor=300, valid_from="2026-03-02", valid_until="2026-03-15"
    ),
}


def test_savings_deposits_points_and_the_next_visit_are_told() -> None:
    told = compact_text(replace(receipt(0), lines=(JUICE,), **GIVEN)).splitlines()
    assert told[5:] == [
        "3 x Juice 5.97 A",
        "- 3 for 2 -1.99",
        "+ Deposit 0.75 A",
        "- Spring coupon -1.00",
        "TOTAL 1,234.56 EUR",
        "You saved 2.99 EUR",
        "A VAT 19%: 197.11",
        "Paid with points 5.00",
        "Card VISA ****1234 007 1,234.56",
        "Points +19 = 1244",
        "Next visit -3.00: THANKS3007K2Q9F (until 15\u00a0Mar\u00a02026)",
        "0f" * 16,
    ]


def test_a_balance_nobody_knows_is_not_told() -> None:
    note = MemberNote(points_earned=19)
    assert compact_text(replace(receipt(0), member=note)).splitlines()[-2] == "Points +19"


@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize("count", [0, 30, 500])
def test_what_was_saved_and_the_next_visit_s_code_are_never_cut(count: int, language: str) -> None:
    many = receipt(count, language=language, name="Long name " * 9)
    text = compact_text(replace(many, lines=(JUICE, *many.lines), **GIVEN))
    assert len(text.encode()) <= BYTES_MAX
    for needed in ("2.99", "3.00", "THANKS3007K2Q9F", "1244", "234"):
        assert needed in text.replace(",", ".")


def test_a_line_is_cut_together_with_what_stands_under_it() -> None:
    text = compact_text(replace(receipt(0), lines=(JUICE,) * 60))
    rows = text.splitlines()
    shown = rows.count("3 x Juice 5.97 A")
    assert (rows.count("- 3 for 2 -1.99"), rows.count("+ Deposit 0.75 A")) == (shown, shown)
    assert f"+ {60 - shown} more items" in rows


def test_offers_too_many_to_list_become_one_sum() -> None:
    many = tuple(ReceiptDiscount(names={"": f"Offer {n} {'x' * 40}"}, amount_minor=n) for n in range(1, 60))
    text = compact_text(replace(receipt(2), discounts=many, saving_minor=sum(range(1, 60))))
    assert len(text.encode()) <= BYTES_MAX
    assert "Offers and coupons -17.70" in text
    assert "Pen 0 1.00 A" in text


def test_with_every_tax_rate_and_everything_else_the_money_is_still_told() -> None:
    taxes = tuple(
        TaxTotal(letter=letter, rate_bp=9_999, gross_minor=10**9, net_minor=1, tax_minor=999_999_999)
        for letter in LETTERS
    )
    full = replace(receipt(500, language="zh", seller=LONG), taxes=taxes, **GIVEN)
    text = compact_text(full)
    assert len(text.encode()) <= BYTES_MAX
    assert text.count("9,999,999.99") == len(LETTERS)
    for needed in ("已节省 2.99", "积分抵扣 5.00", "合计 1,234.56", "****1234"):
        assert needed in text


SHARED = (
    ValueTender(amount_minor=1000, last_digits="4711", left_minor=1500),
    ValueTender(amount_minor=300, kind="member"),
    WalletTender(amount_minor=500, wallet="Alipay+", reference="R-17"),
    CardTender(amount_minor=121_656, card_name="VISA", masked_pan="****1234", authorisation_code="007"),
)


def test_every_means_of_payment_is_told_with_its_amount_and_what_is_left() -> None:
    assert compact_text(replace(receipt(0), tenders=SHARED)).splitlines()[-5:-1] == [
        "Gift card *4711 10.00 (left 15.00)",
        "Balance 3.00",
        "Phone wallet Alipay+ R-17 5.00",
        "Card VISA ****1234 007 1,216.56",
    ]
    assert "Geschenkkarte *4711 10,00 (Rest 15,00)" in compact_text(
        replace(receipt(0, language="de"), tenders=SHARED)
    )
    assert "礼品卡 *4711 10.00 (剩余 15.00)" in compact_text(
        replace(receipt(0, language="zh"), tenders=SHARED)
    )


def test_very_many_means_of_payment_become_a_sum_of_each_kind() -> None:
    told = compact_text(replace(receipt(3), tenders=SHARED * 40)).splitlines()
    assert told[-5:-1] == [
        "40 x Gift card 400.00",
        "40 x Balance 120.00",
        "40 x Phone wallet 200.00",
        "40 x Card 48,662.40",
    ]
    assert "TOTAL 1,234.56 EUR" in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["RETURN", "Of receipt 2-12 27\u00a0Feb\u00a02026 09:00", "Not given back yet 0.50"]),
        ("de", ["RÜCKGABE", "Zu Bon 2-12 27.02.2026 09:00", "Noch nicht erstattet 0,50"]),
        ("zh", ["退货", "原小票 2-12 2026-02-27 09:00", "尚未退还 0.50"]),
    ],
)
def test_a_return_says_of_which_sale_and_what_is_still_to_be_given(language: str, told: list[str]) -> None:
    pen = ReceiptLine(names={"": "Pen"}, quantity=3, unit_price_minor=-100, amount_minor=-300, tax_letter="A")
    returned = Returned(
        number=12, lane="2", sold_at="2026-02-27T09:00:00+01:00", points=50, not_given_minor=50
    )
    tenders = (ValueTender(amount_minor=-200, last_digits="4711"),)
    slip = replace(
        receipt(language=language),
        lines=(pen,),
        total_minor=-250,
        taxes=(),
        points_minor=-50,
        tenders=tenders,
        returned=returned,
    )
    lines = compact_text(slip).splitlines()
    assert [line for line in lines if line in told] == told
    if language == "en":
        assert lines[-5:-1] == [
            "Not given back yet 0.50",
            "TOTAL -2.50 EUR",
            "Points back -0.50",
            "Gift card *4711 -2.00",
        ]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize("count", [0, 3, 500])
def test_the_exit_gate_knows_the_purchase_by_it(count: int, language: str) -> None:
    own_number = WalletTender(amount_minor=500, wallet="Pay", reference="ab" * 16)
    text = compact_text(replace(receipt(count, language=language), tenders=(own_number,)))
    assert receipt_token(text) == "0f" * 16
    assert receipt_token(text.replace("\n", "\r\n") + "\r\n") == "0f" * 16
