"""A catalogue file is loaded whole or refused whole, with every bad row named."""

import pytest

from retail import codes, tax
from retail.catalogue import ERRORS_MAX, NAME_MAX, PRICE_MAX_MINOR, CatalogueRefusedError, read_csv

HEADER = "gtin,name,price_minor,currency,tax_rate_percent,category"
GOOD = "4006381333931,Pen,199,EUR,19,office"


def file(*rows: str, header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


def mistakes(text: str) -> list[tuple[int, str]]:
    with pytest.raises(CatalogueRefusedError) as refused:
        read_csv(text)
    assert refused.value.count >= len(refused.value.errors) > 0
    return [(error.line, error.reason) for error in refused.value.errors]


def gtin(number: int) -> str:
    payload = f"{number:012d}"
    return payload + str(codes.check_digit(payload))


def test_a_good_file_gives_its_goods_by_gtin_14() -> None:
    goods = read_csv(
        file(
            '4006381333931,"Pen, ""blue""",199,EUR,19,office,"Stift, blau",蓝笔,pen,piece',
            "96385074,Plum,350,EUR,7.5,fruit,,,,kg",
            header=HEADER + ",name_de,name_zh,picture,unit",
        )
    )
    pen = goods["04006381333931"]
    assert (pen.gtin, pen.price_minor, pen.currency, pen.tax_rate_bp) == ("4006381333931", 199, "EUR", 1900)
    assert pen.names == {"": 'Pen, "blue"', "de": "Stift, blau", "zh": "蓝笔"}
    assert (pen.name("de"), pen.name("zh"), pen.name("en")) == ("Stift, blau", "蓝笔", 'Pen, "blue"')
    plum = goods["00000096385074"]
    assert (plum.unit, plum.tax_rate_bp, plum.names) == ("kg", 750, {"": "Plum"})
    assert goods.find("00000096385074") is plum
    assert goods.find("96385074") is None
    assert sorted(goods) == ["00000096385074", "04006381333931"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + file(GOOD),
        file(GOOD).replace("\n", "\r\n"),
        file("", GOOD, ",,,,,", ""),
        file(GOOD).rstrip("\n"),
        "Category,TAX_RATE_PERCENT , currency,price_minor,name,gtin\noffice,19,EUR,199,Pen,4006381333931",
        file(*[f" {cell}" for cell in [GOOD]]),
    ],
    ids=["byte order mark", "CRLF", "blank rows", "no last newline", "columns in any order", "spaces"],
)
def test_harmless_variations_are_read(text: str) -> None:
    assert read_csv(text)["04006381333931"].names == {"": "Pen"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("4006381333932,Pen,199,EUR,19,office", "gtin '4006381333932'"),
        (",Pen,199,EUR,19,office", "gtin ''"),
        ("400638133393x,Pen,199,EUR,19,office", "gtin"),
        ("4006381333931,,199,EUR,19,office", "name"),
        (f"4006381333931,{'x' * (NAME_MAX + 1)},199,EUR,19,office", "name"),
        ('4006381333931,"Pen\x1b@",199,EUR,19,office', "control character"),
        ("4006381333931,Pen,-1,EUR,19,office", "price_minor '-1'"),
        ("4006381333931,Pen,1.99,EUR,19,office", "price_minor '1.99'"),
        ("4006381333931,Pen,,EUR,19,office", "price_minor ''"),
        ("4006381333931,Pen,١٢,EUR,19,office", "price_minor"),
        (f"4006381333931,Pen,{PRICE_MAX_MINOR + 1},EUR,19,office", "price_minor"),
        ("4006381333931,Pen,199,eur,19,office", "currency 'eur'"),
        ("4006381333931,Pen,199,,19,office", "currency ''"),
        ("4006381333931,Pen,199,EUR,-7,office", "tax_rate_percent '-7'"),
        ("4006381333931,Pen,199,EUR,100.01,office", "tax_rate_percent"),
        ("4006381333931,Pen,199,EUR,7.123,office", "tax_rate_percent"),
        ("4006381333931,Pen,199,EUR,19%,office", "tax_rate_percent"),
        ("4006381333931,Pen,199,EUR,19", "5 columns where the header has 6"),
        ("4006381333931,Pen,199,EUR,19,office,more", "7 columns where the header has 6"),
        ('4006381333931,"Pen,199,EUR,19,office', "not readable as CSV"),
        ('4006381333931,"Pen"x,199,EUR,19,office', "not readable as CSV"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_reason(row: str, reason: str) -> None:
    (line, said), *rest = mistakes(file("96385074,Plum,350,EUR,19,fruit", row))
    assert (line, rest) == (3, [])
    assert reason in said


def test_a_unit_must_be_known_and_localised_names_obey_the_same_rules() -> None:
    header = HEADER + ",unit,name_de,picture"
    assert "unit 'lb'" in mistakes(file(GOOD + ",lb,,", header=header))[0][1]
    assert "name_de" in mistakes(file(GOOD + f",kg,{'x' * (NAME_MAX + 1)},", header=header))[0][1]
    assert "picture" in mistakes(file(GOOD + ",kg,,../../secret", header=header))[0][1]


def test_every_mistake_is_named_at_once_and_nothing_is_loaded() -> None:
    found = mistakes(
        file(
            GOOD,
            "1,Pen,x,EU,y,office",
            "96385074,Plum,350,EUR,7,fruit",
            GOOD,
            "036000291452,Cup,100,CHF,7,home",
        )
    )
    assert [line for line, _ in found] == [3, 3, 3, 3, 5, 6]
    assert "stands already in line 2" in found[4][1]
    assert "currency" in found[5][1]
    assert "CHF" in found[5][1]
    assert "EUR" in found[5][1]


def test_the_same_article_written_in_two_lengths_is_a_duplicate() -> None:
    assert mistakes(file(GOOD, "0" + GOOD)) == [
        (3, "gtin 04006381333931 stands already in line 2"),
    ]


def test_a_quoted_name_over_two_lines_does_not_shift_the_line_numbers() -> None:
    found = mistakes(file('4006381333931,"Pen\nblue",199,EUR,19,office', "1,Plum,350,EUR,7,fruit"))
    assert [line for line, _ in found] == [3, 4]


def test_a_header_must_have_each_column_once() -> None:
    assert "lacks" in mistakes("gtin,name\n")[0][1]
    assert "lacks" in mistakes("")[0][1]
    assert mistakes(file(GOOD + ",Pencil", header=HEADER + ",name")) == [(1, "the header names name twice")]


def test_no_goods_at_all_is_a_mistake() -> None:
    assert mistakes(file()) == [(1, "no products")]


def test_more_tax_rates_than_letters_are_refused() -> None:
    """A receipt marks each line with its rate's letter; a 27th rate would have none."""
    rows = [f"{gtin(4000 + n)},Thing {n},100,EUR,{n / 10:.1f},misc" for n in range(1, len(tax.LETTERS) + 1)]
    assert len(read_csv(file(*rows))) == len(tax.LETTERS)
    found = mistakes(file(*rows, f"{gtin(9000)},Odd,100,EUR,33,misc"))
    assert found == [(28, "the 27th tax rate of this file; a receipt has letters for 26")]


def test_mistakes_beyond_the_limit_are_counted_not_listed() -> None:
    with pytest.raises(CatalogueRefusedError) as refused:
        read_csv(file(*["1,Pen,1,EUR,19,x"] * (ERRORS_MAX + 50)))
    assert len(refused.value.errors) == ERRORS_MAX
    assert refused.value.count == ERRORS_MAX + 50
    assert "... and 50 more" in str(refused.value)
    assert f"line {ERRORS_MAX + 1}:" in str(refused.value)


def test_a_file_with_too_many_rows_is_refused() -> None:
    rows = [f"{gtin(n)},Thing,100,EUR,7,misc" for n in range(1, 5)]
    with pytest.raises(CatalogueRefusedError) as refused:
        read_csv(file(*rows), rows_max=2)
    assert [(error.line, error.reason) for error in refused.value.errors] == [(4, "more than 2 rows")]
