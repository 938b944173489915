"""The goods on disk: swapped whole, never half, and rebuilt when the file is lost."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.database.catalogue import FILE, CatalogueStore, Contents
from retail.catalogue import Product
from retail.codes import check_digit


def goods(count: int, price_minor: int) -> list[Product]:
    made = []
    for n in range(count):
        payload = f"{n:012d}"
        gtin = payload + str(check_digit(payload))
        made.append(
            Product(
                key=gtin.zfill(14),
                gtin=gtin,
                names={"": f"Thing {n}", "zh": "东西"},
                price_minor=price_minor,
                currency="EUR",
                tax_rate_bp=1900,
            )
        )
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CatalogueStore]:
    made = CatalogueStore(tmp_path)
    yield made
    made.close()


def test_an_empty_store_knows_nothing(store: CatalogueStore) -> None:
    assert (store.count(), store.digest(), store.find("04006381333931")) == (0, "", None)


def test_goods_are_found_by_their_number_also_after_reopening(store: CatalogueStore, tmp_path: Path) -> None:
    made = goods(50, 100)
    store.replace(Contents(products=made, digest="one"))
    assert [store.find(product.key) for product in made] == made
    assert store.find("nothing") is None
    store.close()
    store.close()
    again = CatalogueStore(tmp_path)
    assert (again.count(), again.digest(), again.find(made[7].key)) == (50, "one", made[7])
    again.close()


def test_a_new_catalogue_replaces_the_old_whole(store: CatalogueStore, tmp_path: Path) -> None:
    store.replace(Contents(products=goods(50, 100), digest="one"))
    store.replace(Contents(products=goods(20, 200), digest="two"))
    assert (store.count(), store.digest()) == (20, "two")
    assert store.find(goods(50, 100)[30].key) is None
    assert not list(tmp_path.glob("*.new*"))


def test_a_failed_import_keeps_the_old_catalogue_and_leaves_nothing_behind(
    store: CatalogueStore, tmp_path: Path
) -> None:
    old = goods(5, 100)
    store.replace(Contents(products=old, digest="one"))

    def torn() -> Iterator[Product]:
        yield goods(1, 200)[0]
        raise OSError("the share went away")

    with pytest.raises(OSError, match="share"):
        store.replace(Contents(products=torn(), digest="two"))
    assert (store.count(), store.digest(), store.find(old[0].key)) == (5, "one", old[0])
    assert not list(tmp_path.glob("*.new*"))
    store.replace(Contents(products=goods(3, 300), digest="three"))
    assert store.count() == 3


def test_an_import_that_was_cut_off_by_a_crash_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "catalogue.new").write_bytes(b"half a file")
    store = CatalogueStore(tmp_path)
    store.replace(Contents(products=goods(3, 100), digest="one"))
    assert store.count() == 3
    store.close()


def test_a_shopper_scanning_during_the_swap_sees_old_or_new_and_never_neither(store: CatalogueStore) -> None:
    old, new = goods(200, 100), goods(200, 200)
    store.replace(Contents(products=old, digest="old"))
    stop, seen, errors = threading.Event(), set[int | None](), list[BaseException]()

    def scan() -> None:
        try:
            while not stop.is_set():
                for product in old[::20]:
                    found = store.find(product.key)
                    seen.add(found.price_minor if found else None)
        except BaseException as error:
            errors.append(error)

    shopper = threading.Thread(target=scan)
    shopper.start()
    for round_number in range(6):
        store.replace(
            Contents(products=new if round_number % 2 == 0 else old, digest=f"round {round_number}")
        )
    stop.set()
    shopper.join(10)
    assert (errors, shopper.is_alive()) == ([], False)
    assert seen <= {100, 200}
    assert seen


def test_a_catalogue_file_that_is_no_database_is_made_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Unlike the journal it is only a copy: the next import fills it."""
    (tmp_path / FILE).write_bytes(b"garbage " * 2000)
    store = CatalogueStore(tmp_path)
    assert (store.count(), store.digest()) == (0, "")
    assert "cannot be read" in caplog.text
    store.replace(Contents(products=goods(3, 100), digest="one"))
    assert store.count() == 3
    store.close()
