"""Goods, terms and members come in together, and what is open stays as it was."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import goods
from kiosk.app.assortments import Assortments
from kiosk.app.members import MembersRefusedError
from kiosk.app.secret import Secret
from kiosk.checkout.assortment import Assortment
from kiosk.database.catalogue import CatalogueStore
from retail.member import KeyKind, MemberKey
from retail.terms import TermsRefusedError

GOODS = (
    "gtin,name,price_minor,currency,tax_rate_percent,category\n4006381333931,Pen,{price},EUR,19,office/pens\n"
)
OFFERS = (
    '{"currency": "EUR", "offers": [{"id": "half", "derivation": [{"type": "percent", "percent_bp": %s}]}]}'
)
PEN, PHONE = "04006381333931", MemberKey(kind=KeyKind.PHONE, value="+491712345678")


class Shop:
    """The shop's files and a lane's store."""

    def __init__(self, folder: Path) -> None:
        self.sources = goods.Sources(
            catalogue=folder / "goods.csv",
            offers=folder / "offers.json",
            members=folder / "members.csv",
            currency="EUR",
        )
        self.write()
        self.store = CatalogueStore(folder / "lane")
        self.assortments = Assortments(self.store, self.sources, Secret(b"x"))

    def write(
        self, price: int = 199, percent_bp: object = 5000, members: str = "phone\n0171 2345678\n"
    ) -> None:
        assert self.sources.offers is not None
        assert self.sources.members is not None
        self.sources.catalogue.write_text(GOODS.format(price=price))
        self.sources.offers.write_text(OFFERS % percent_bp)
        self.sources.members.write_text(members, encoding="utf-8", errors="surrogateescape")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path)
    yield made
    made.assortments.close()
    made.store.close()


def told(assortment: Assortment) -> tuple[int, int, bool]:
    """Price, number of offers, and whether the member is known."""
    product = assortment.catalogue.find(PEN)
    assert product is not None
    known = assortment.members.find(PHONE) is not None
    return product.price_minor, len(assortment.terms.offers), known


def test_what_came_in_is_what_is_sold_by(shop: Shop) -> None:
    assert not shop.assortments.has_any
    assert shop.assortments.bring_in()
    assert shop.assortments.has_any
    made = shop.assortments.open()
    assert told(made) == (199, 1, True)
    assert len(made.mark) == 16
    assert made.secret
    assert made.told_at.endswith("Z")


def test_thousands_of_offers_are_not_walked_by_a_collection_in_the_middle_of_a_scan(shop: Shop) -> None:
    gc.unfreeze()
    shop.assortments.bring_in()
    made = shop.assortments.open()
    assert gc.get_freeze_count() > 0
    assert not any(one is made.terms.offers for one in gc.get_objects())
    gc.unfreeze()


@pytest.mark.parametrize(
    "change", [{"price": 249}, {"percent_bp": 2500}, {"members": "phone\n0171 9999999\n"}]
)
def test_a_change_of_any_file_makes_another_mark_and_leaves_what_is_open(
    shop: Shop, change: dict[str, object]
) -> None:
    shop.assortments.bring_in()
    before = shop.assortments.open()
    assert not shop.assortments.bring_in()
    shop.write(**change)  # type: ignore[arg-type]
    assert shop.assortments.bring_in()
    after = shop.assortments.open()
    assert before.mark != after.mark
    assert told(before) == (199, 1, True)
    assert told(after) != told(before) or after.terms.offers != before.terms.offers
    shop.assortments.retire(before)
    shop.assortments.retire(before)
    assert told(after)[1] == 1


@pytest.mark.parametrize(
    ("change", "refused", "said"),
    [
        ({"percent_bp": 20_000}, TermsRefusedError, "offer 'half', derivation"),
        ({"percent_bp": '"much"'}, TermsRefusedError, "offer 'half'"),
        ({"members": "phone\nnone\n"}, MembersRefusedError, "line 2: phone is none"),
        ({"members": "phone\n\udcff\n"}, MembersRefusedError, "line 2: not UTF-8"),
    ],
)
def test_a_mistake_in_one_file_keeps_the_old_of_all(
    shop: Shop, change: dict[str, object], refused: type[Exception], said: str
) -> None:
    shop.assortments.bring_in()
    shop.write(price=249, **change)  # type: ignore[arg-type]
    with pytest.raises(refused, match=said):
        shop.assortments.bring_in()
    assert told(shop.assortments.open()) == (199, 1, True)


def test_lanes_of_one_secret_take_each_other_s_next_visit_coupons(tmp_path: Path) -> None:
    keys = []
    for lane, secret in (("1", b"one shop"), ("2", b"one shop"), ("3", b"another")):
        (tmp_path / lane).mkdir()
        shop = Shop(tmp_path / lane)
        assortments = Assortments(shop.store, shop.sources, Secret(secret))
        assortments.bring_in()
        keys.append(assortments.open().secret)
        assortments.close()
        shop.store.close()
    assert keys[0] == keys[1] != keys[2]
    assert secret not in keys


def test_a_shop_without_offers_and_members_sells_its_goods(tmp_path: Path) -> None:
    (tmp_path / "goods.csv").write_text(GOODS.format(price=199))
    store = CatalogueStore(tmp_path / "lane")
    sources = goods.Sources(catalogue=tmp_path / "goods.csv", currency="EUR")
    assortments = Assortments(store, sources, Secret(b"x"))
    assortments.bring_in()
    assert told(assortments.open()) == (199, 0, False)
    assortments.close()
    assortments.close()
    store.close()


def test_terms_that_did_not_change_are_not_compiled_again(shop: Shop) -> None:
    shop.assortments.bring_in()
    first = shop.assortments.open()
    shop.write(price=249, members="phone\n0171 2345678\n0171 2345679\n")
    shop.assortments.bring_in()
    second = shop.assortments.open()
    assert (told(first)[0], told(second)[0]) == (199, 249)
    assert second.terms is first.terms
    assert second.pricer is not first.pricer
    shop.write(percent_bp=1000)
    shop.assortments.bring_in()
    assert shop.assortments.open().terms is not first.terms


def test_what_nobody_sells_by_any_more_leaves_the_memory(shop: Shop) -> None:
    """A member's purchase anywhere makes the lane open its data anew: thousands of times a day."""
    shop.assortments.bring_in()
    seen: list[weakref.ref[object]] = []
    for _ in range(3):
        made = shop.assortments.open()
        seen.append(weakref.ref(made.catalogue))
        shop.assortments.retire(made)
        del made
    gc.collect()
    assert [one() for one in seen[1:]] == [None, None]
