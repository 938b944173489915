"""Columns that say how goods are sold: deposits, multi-packs, limits, floors, and what offers may touch."""

import pytest

from retail.catalogue import CatalogueRefusedError, Goods, LinkedItem, read_csv
from retail.catalogue_cells import LINKED_MAX
from retail.codes import check_digit

COLUMNS = "gtin,name,price_minor,currency,tax_rate_percent,category"


def gtin(number: int) -> str:
    payload = f"{952100000000 + number:012d}"
    return payload + str(check_digit(payload))


COLA, DEPOSIT, CRATE, SIXPACK, PEN = (gtin(number) for number in range(1, 6))


def row(number: str, price: int = 149, rest: str = "") -> str:
    return f"{number},Thing,{price},EUR,19,drinks/cola{rest}"


def file(*rows: str, more: str = "") -> str:
    return "\n".join([COLUMNS + more, *rows])


def read(*rows: str, more: str) -> Goods:
    return read_csv(file(*rows, more=more))


def reasons(*rows: str, more: str) -> list[str]:
    with pytest.raises(CatalogueRefusedError) as refused:
        read(*rows, more=more)
    return [error.reason for error in refused.value.errors]


def test_a_deposit_is_a_row_of_its_own_wherever_it_stands() -> None:
    goods = read(
        row(COLA, rest=f",{DEPOSIT}; {CRATE}"),
        row(CRATE, 150, ","),
        row(DEPOSIT, 25, ","),
        more=",linked_gtin",
    )
    cola = goods["0" + COLA]
    assert [linked.price_minor for linked in cola.linked] == [25, 150]
    assert cola.linked[0] == LinkedItem(
        key="0" + DEPOSIT, names={"": "Thing"}, price_minor=25, tax_rate_bp=1900
    )
    assert goods["0" + DEPOSIT].linked == ()


def test_a_linked_row_that_is_not_there_is_named() -> None:
    assert reasons(row(COLA, rest=f",{DEPOSIT}"), more=",linked_gtin") == [
        f"linked_gtin 0{DEPOSIT} is in no row of this file"
    ]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("123", "linked_gtin '123' is not a GTIN"),
        (f"{DEPOSIT};{DEPOSIT}", "stands twice"),
        (COLA, "names the row itself"),
        (PEN, "has itself something linked"),
        (";".join(gtin(100 + n) for n in range(LINKED_MAX + 1)), f"more than {LINKED_MAX}"),
    ],
)
def test_links_that_lead_nowhere_are_refused(cell: str, reason: str) -> None:
    found = reasons(
        row(COLA, rest=f",{cell}"), row(DEPOSIT, 25, ","), row(PEN, 9, f",{DEPOSIT}"), more=",linked_gtin"
    )
    assert any(reason in one for one in found), found


def test_a_multi_pack_sells_its_pieces() -> None:
    goods = read(row(COLA, rest=",,"), row(SIXPACK, 894, f",{COLA},6"), more=",pack_of,pack_quantity")
    assert (goods["0" + SIXPACK].pack_of, goods["0" + SIXPACK].pack_quantity) == ("0" + COLA, 6)
    assert (goods["0" + COLA].pack_of, goods["0" + COLA].pack_quantity) == ("", 1)


@pytest.mark.parametrize(
    ("price", "rest", "reason"),
    [
        (894, f",{COLA},", "belong together"),
        (894, ",,6", "belong together"),
        (894, f",{COLA},1", "pack_quantity '1'"),
        (894, f",{COLA},100", "pack_quantity '100'"),
        (894, f",{PEN},6", "pack_of"),
        (894, f",{SIXPACK},6", "names the row itself"),
        (893, f",{COLA},6", "price_minor 893 is not 6 times 149"),
        (0, ",12,6", "pack_of '12' is not a GTIN"),
    ],
)
def test_a_multi_pack_that_makes_no_sense_is_refused(price: int, rest: str, reason: str) -> None:
    found = reasons(row(COLA, rest=",,"), row(SIXPACK, price, rest), more=",pack_of,pack_quantity")
    assert any(reason in one for one in found), found


def test_a_pack_of_packs_is_refused() -> None:
    found = reasons(
        row(COLA, 1, ",,"), row(SIXPACK, 6, f",{COLA},6"), row(CRATE, 24, f",{SIXPACK},4"),
        more=",pack_of,pack_quantity",
    )  # fmt: skip
    assert found == [f"pack_of 0{SIXPACK} is itself a multi-pack or sold by weight"]


def test_limits_floors_and_what_offers_may_touch() -> None:
    more = ",quantity_max,takes_offers,counts,floor_minor"
    goods = read(row(COLA, rest=",2,no,No,99"), row(PEN, rest=",,,,"), more=more)
    cola, pen = goods["0" + COLA], goods["0" + PEN]
    assert (cola.quantity_max, cola.takes_offers, cola.counts, cola.floor_minor) == (2, False, False, 99)
    assert (pen.quantity_max, pen.takes_offers, pen.counts, pen.floor_minor) == (0, True, True, 0)


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        (",0,,,", "quantity_max '0'"),
        (",100,,,", "quantity_max '100'"),
        (",,maybe,,", "takes_offers 'maybe' is neither yes nor no"),
        (",,,2,", "counts '2' is neither yes nor no"),
        (",,,,-1", "floor_minor '-1'"),
    ],
)
def test_a_wrong_cell_is_named(rest: str, reason: str) -> None:
    assert reason in reasons(row(COLA, rest=rest), more=",quantity_max,takes_offers,counts,floor_minor")[0]


@pytest.mark.parametrize("category", ["drinks//tea", "/drinks", "drinks/", "drinks/ tea", "a/" * 8 + "a"])
def test_a_category_is_a_path(category: str) -> None:
    with pytest.raises(CatalogueRefusedError, match="is not a path"):
        read_csv(file(f"{COLA},Cola,149,EUR,19,{category}"))
