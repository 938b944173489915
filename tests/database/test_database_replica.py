"""An opened replica stays as it was, and tells nobody who the members are."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.database import sqlite
from kiosk.database.catalogue import FILE, CatalogueStore, Contents
from kiosk.database.replica import Replica, hashed_key
from retail.catalogue import Product
from retail.member import KeyKind, Member, MemberKey

SECRET = b"the store's own"
CARD = MemberKey(kind=KeyKind.CARD, value="2100000000012")
PHONE = MemberKey(kind=KeyKind.PHONE, value="+491712345678")
ANNA = Member(member_id="m-anna", tier="gold", groups=("staff",), points=120, stamps={"tea": 3})


def pen(price_minor: int) -> Product:
    return Product(
        key="04006381333931",
        gtin="4006381333931",
        names={"": "Pen"},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=1900,
    )


def contents(price_minor: int = 199, terms: bytes | None = b'{"currency": "EUR"}') -> Contents:
    return Contents(
        products=[pen(price_minor)],
        digest=f"d{price_minor}",
        terms=terms,
        members={hashed_key(SECRET, key): ANNA for key in (CARD, PHONE)},
        member_secret=SECRET,
        told_at="2026-03-01T10:00:00.000000Z",
    )


@pytest.fixture
def store(tmp_path: Path) -> CatalogueStore:
    made = CatalogueStore(tmp_path)
    made.replace(contents())
    return made


def test_goods_terms_and_members_are_what_was_put_in(store: CatalogueStore) -> None:
    replica = store.open_replica()
    assert replica.find("04006381333931") == pen(199)
    assert replica.terms() == b'{"currency": "EUR"}'
    assert [replica.members.find(key) for key in (CARD, PHONE)] == [ANNA, ANNA]
    assert (replica.about("digest"), replica.about("told_at")) == ("d199", "2026-03-01T10:00:00.000000Z")
    replica.close()
    replica.close()
    store.close()


def test_a_key_of_another_kind_or_shop_finds_nobody(store: CatalogueStore) -> None:
    replica = store.open_replica()
    assert replica.members.find(MemberKey(kind=KeyKind.PHONE, value=CARD.value)) is None
    assert hashed_key(b"another store's", CARD) != hashed_key(SECRET, CARD)
    replica.close()
    store.close()


def test_no_card_and_no_telephone_number_stands_in_the_file(store: CatalogueStore, tmp_path: Path) -> None:
    store.close()
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"m-anna" in written
    for value in (CARD.value, PHONE.value, "1712345678"):
        assert value.encode() not in written


def test_an_opened_replica_stays_as_it_was_when_another_file_is_put_in_its_place(
    store: CatalogueStore,
) -> None:
    before = store.open_replica()
    store.replace(contents(price_minor=249, terms=None))
    after = store.open_replica()
    for _ in range(2):
        told = [one.find("04006381333931") for one in (before, after)]
        assert [one.price_minor for one in told if one] == [199, 249]
    assert (before.terms(), after.terms()) == (b'{"currency": "EUR"}', None)
    before.close()
    product = after.find("04006381333931")
    assert product is not None
    assert product.price_minor == 249
    store.replace(contents(price_minor=299))
    newest = store.find("04006381333931")
    assert newest is not None
    assert newest.price_minor == 299
    after.close()
    store.close()


def test_an_opened_replica_stays_as_it_was_when_its_file_is_written_to(
    store: CatalogueStore, tmp_path: Path
) -> None:
    before = store.open_replica()
    engine = sqlite.open_engine(tmp_path / FILE)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM product")
    assert before.find("04006381333931") == pen(199)
    after = store.open_replica()
    assert after.find("04006381333931") is None
    for one in (before, after):
        one.close()
    engine.dispose()
    store.close()


def test_a_replica_only_reads(store: CatalogueStore, tmp_path: Path) -> None:
    replica = Replica(tmp_path / FILE)
    with pytest.raises(sa.exc.OperationalError, match="readonly"):
        replica._connection.exec_driver_sql("DELETE FROM product")
    replica.close()
    store.close()


def test_a_file_of_another_form_is_made_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine = sqlite.open_engine(tmp_path / FILE)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE product (key TEXT PRIMARY KEY, body BLOB)")
    engine.dispose()
    store = CatalogueStore(tmp_path)
    assert (store.count(), store.digest()) == (0, "")
    assert "another form" in caplog.text
    store.close()
