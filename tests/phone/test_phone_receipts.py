"""A member's receipts: every line with what changed its price, only their own, and in their export."""

import re

import pytest
import sqlalchemy as sa
from phone_shop import NOW, Client, Known, Shop

from benchmarks.store_history import History
from store.data.schema.sales import sale


@pytest.fixture(scope="module")
def sold(shop: Shop) -> list[str]:
    """Envelopes of real sales, those with offers first."""
    History(shop.database, shop.settings, now=NOW).make(days=1, per_day=8)
    with shop.database.engines.reader.connect() as connection:
        rows = connection.execute(
            sa.select(sale.c.envelope_id)
            .where(sale.c.store_id == "1", sale.c.outcome == "sold")
            .order_by(sale.c.saving_minor.desc())
        )
        return list(rows.scalars())


def belongs(shop: Shop, envelope_id: str, phone: Known) -> None:
    """The sale was this member's."""
    member_id = phone.post("/phone/me/export").json()["member"]["member_id"]
    shop.database.write_sync(
        lambda connection: connection.execute(
            sa.update(sale)
            .where(sale.c.store_id == "1", sale.c.envelope_id == envelope_id)
            .values(member_id=member_id)
        )
    )


def test_a_receipt_explains_every_line(shop: Shop, client: Client, sold: list[str]) -> None:
    anna = Known(client)
    belongs(shop, sold[0], anna)
    assert f"/phone/receipts/{sold[0]}" in anna.get("/phone/receipts").text
    page = anna.get(f"/phone/receipts/{sold[0]}").text
    with shop.database.engines.reader.connect() as connection:
        names = connection.exec_driver_sql(
            f"SELECT DISTINCT name FROM sale_discount WHERE envelope_id = '{sold[0]}'"
        ).scalars()
        offers = list(names)
    assert offers
    for name in offers:
        assert name.replace("&", "&amp;") in page
    assert "You saved" in page
    assert re.search(r'class="sum total"><span>Total</span><span class="num">€', page)


def test_a_receipt_of_somebody_else_is_not_there(shop: Shop, client: Client, sold: list[str]) -> None:
    anna, ben = Known(client), Known(client)
    belongs(shop, sold[1], anna)
    assert anna.get(f"/phone/receipts/{sold[1]}").status_code == 200
    assert ben.get(f"/phone/receipts/{sold[1]}").status_code == 404
    assert sold[1] not in ben.get("/phone/receipts").text
    assert ben.get("/phone/receipts/x").status_code == 404


def test_a_sale_of_nobody_is_nobodys_receipt(client: Client, sold: list[str]) -> None:
    assert Known(client).get(f"/phone/receipts/{sold[-1]}").status_code == 404


def test_purchases_are_in_the_export(shop: Shop, client: Client, sold: list[str]) -> None:
    anna = Known(client)
    belongs(shop, sold[2], anna)
    (purchase,) = anna.post("/phone/me/export").json()["purchases"]
    assert purchase["row"]["envelope_id"] == sold[2]
    assert purchase["lines"]
