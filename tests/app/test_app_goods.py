"""Bringing the shop's goods in: only when they changed, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import goods
from kiosk.app.secret import Secret
from kiosk.database.catalogue import CatalogueStore
from retail.catalogue import CatalogueRefusedError

HEADER = "gtin,name,price_minor,currency,tax_rate_percent,category\n"
PEN = "4006381333931,Pen,199,EUR,19,office\n"
MILK = "9521000001015,Milk,129,EUR,7,dairy\n"
KEY = "04006381333931"
SECRET = Secret(b"the shop's own")


def sources(catalogue: Path, offers: Path | None = None, members: Path | None = None) -> goods.Sources:
    return goods.Sources(catalogue=catalogue, offers=offers, members=members, currency="EUR")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    made = CatalogueStore(tmp_path / "lane")
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text(HEADER + PEN)
    return path


def test_the_same_file_is_imported_once_and_a_changed_one_again(store: CatalogueStore, file: Path) -> None:
    assert goods.bring_in(sources(file), SECRET, store)
    assert not goods.bring_in(sources(file), SECRET, store)
    file.write_text(HEADER + PEN.replace("199", "249") + MILK)
    assert goods.bring_in(sources(file), SECRET, store)
    product = store.find(KEY)
    assert product is not None
    assert product.price_minor == 249
    assert store.count() == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEADER + PEN + PEN, "stands already in line 2"),
        (HEADER + PEN.replace("EUR", "CHF"), "prices in CHF, but the shop's currency is EUR"),
        (HEADER + PEN + "9521000001015,Käse".encode("latin-1").decode("latin-1"), "2 columns"),
        (HEADER, "no products"),
        ("gtin;name\n", "the header lacks"),
    ],
)
def test_a_file_with_a_mistake_leaves_the_old_goods_as_they_were(
    store: CatalogueStore, file: Path, content: str, said: str
) -> None:
    goods.bring_in(sources(file), SECRET, store)
    file.write_text(content)
    with pytest.raises(CatalogueRefusedError, match=said):
        goods.bring_in(sources(file), SECRET, store)
    assert store.count() == 1
    assert store.find(KEY) is not None


def test_text_that_is_not_utf_8_is_refused_with_its_line(store: CatalogueStore, file: Path) -> None:
    file.write_bytes((HEADER + PEN).encode() + "9521000001015,Käse,1,EUR,7,x\n".encode("latin-1"))
    with pytest.raises(CatalogueRefusedError, match="line 3: not UTF-8 text"):
        goods.bring_in(sources(file), SECRET, store)


def test_a_file_beyond_the_limit_is_not_even_read(
    store: CatalogueStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(goods, "FILE_SIZE_MAX", 10)
    with pytest.raises(CatalogueRefusedError, match="larger than"):
        goods.bring_in(sources(file), SECRET, store)
    assert store.count() == 0


def test_reading_for_the_doctor_stores_nothing(store: CatalogueStore, file: Path) -> None:
    assert list(goods.read(file, "EUR")) == [KEY]
    assert store.count() == 0
