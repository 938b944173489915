"""A member's receipts: every line with what changed its price, only their own, and in their export."""

import io
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
import zxingcpp
from phone_browser import CHROMIUM, Browser, Phone
from phone_shop import NOW, Client, Known, Shop
from PIL import Image

from benchmarks.store_history import History
from retail.credential import issue
from retail.credential.issue import Grant
from retail.wire.gate import AskExit, ExitAnswer
from store.data.journals import exits
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


def way_out(phone: Known, envelope_id: str) -> Any:
    return phone.ask("/phone/api/leave", {"receipt": envelope_id})


def gate(shop: Shop, name: str, code: str) -> ExitAnswer:
    asked = AskExit(ask_id=name, code=code)
    return shop.database.write_sync(lambda one: exits.ask(one, "1", "1-1", asked, shop.clock()))


def test_a_purchase_has_a_code_for_the_gate_and_nobody_elses_has(
    shop: Shop, client: Client, sold: list[str]
) -> None:
    anna, ben = Known(client), Known(client)
    belongs(shop, sold[3], anna)
    assert f"/phone/leave/{sold[3]}" in anna.get(f"/phone/receipts/{sold[3]}").text
    assert ben.get(f"/phone/leave/{sold[3]}").status_code == 404
    assert way_out(ben, sold[3]).status_code == 404
    codes = []
    for _ in range(2):
        answer = way_out(anna, sold[3])
        assert answer.status_code == 200, answer.text
        codes.append(str(issue.shown(msgspec.convert(answer.json()["grant"], Grant), shop.clock.now_s)))

    def pay_now(connection: Any) -> None:
        this = (sale.c.store_id == "1") & (sale.c.envelope_id == sold[3])
        connection.execute(sa.update(sale).where(this).values(ended_at=shop.clock()))

    shop.database.write_sync(pay_now)
    opens = [gate(shop, f"q{number}", code) for number, code in enumerate(codes)]
    assert [(one.opens, one.reason) for one in opens] == [(True, ""), (False, "used")]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_the_code_for_the_gate_is_read_from_the_screen(
    shop: Shop, client: Client, sold: list[str], browser: Browser, tmp_path: Path
) -> None:
    with shop.served() as url, Phone(browser) as phone:
        phone.speaks("en")
        anna = Known(client)
        belongs(shop, sold[4], anna)
        name, value = next(iter(anna.cookies.items()))
        phone.open(f"{url}/phone/offline")
        phone.call("Network.setCookie", name=name, value=value, url=url, path="/")
        phone.open(f"{url}/phone/leave/{sold[4]}")
        phone.until("document.getElementById('leave')?.dataset.state === 'ready'")
        (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(phone.picture(tmp_path / "leave.png"))))
        assert read.text.startswith("OSC1ER:")
        assert phone.complaints() == []
