"""What phones and shelf screens tell of goods; reviews by who bought them; shops; keys; ages by the rules."""

import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from phone_office import Staff, staff_of
from phone_shop import Client, Known, Shop, heard
from test_phone_orders import Counter, newest_member

from retail.wire.bodies import sold_at
from store.data.goods import catalogue, editing, places
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.ids import new_id
from store.data.ordering import stock
from store.data.people import credential_keys, reviews
from store.data.schema.sales import sale, sale_line
from store.phone import shell

APPLES = "09521000001015"
STORY = {
    "net_amount": "1000",
    "net_unit": "g",
    "ingredients.": "Apples",
    "ingredients.de": "Äpfel",
    "ingredients.fr": "Pommes",
    "origin.": "Lake Constance",
    "story.": "Picked by hand <b>in October</b>.",
}
__all__ = ["Counter"]


@pytest.fixture
def max_(shop: Shop, client: Client) -> Staff:
    return staff_of(shop, client)


def bought(shop: Shop, member_id: str, key: str, *, is_voided: bool = False, outcome: str = "sold") -> None:
    """A sale of a member, as the projector writes it."""
    envelope_id, at = new_id(), shop.clock()

    def values(table: Any, **known: Any) -> dict[str, Any]:
        empty = {
            column.name: 0 if str(column.type) in ("BIGINT", "INTEGER", "BOOLEAN") else ""
            for column in table.columns
            if not column.nullable
        }
        return {**empty, "store_id": "1", "envelope_id": envelope_id, "started_at": at, **known}

    def job(connection: Any) -> None:
        connection.execute(
            sale.insert().values(values(sale, outcome=outcome, member_id=member_id, currency="EUR"))
        )
        connection.execute(
            sale_line.insert().values(
                values(sale_line, line_id=1, product_key=key, quantity=1, is_voided=is_voided)
            )
        )

    shop.database.write_sync(job)


def test_a_product_tells_content_origin_stock_and_past_prices_in_the_phones_language(
    shop: Shop, client: Client, anna: Known, max_: Staff
) -> None:
    assert max_.post(f"/office/goods/{APPLES}/story", **STORY).status_code == 303
    shop.database.write_sync(
        lambda one: stock.count(one, "1", APPLES, 7, f"c:{new_id()}", who="max", why="x", at=shop.clock())
    )
    listed = shop.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, APPLES))
    assert listed is not None
    before = sold_at(listed.body, shop.clock())
    assert before is not None
    shop.clock.move(3600)
    cheaper = msgspec.structs.replace(before, price_minor=before.price_minor - 30)
    shop.database.write_sync(lambda one: editing.put_product(one, "1", cheaper, by="max", at=shop.clock()))
    page = anna.get(f"/phone/goods/{APPLES}").text
    assert "7 there" in page
    assert "Lake Constance" in page
    assert "Picked by hand &lt;b&gt;in October&lt;/b&gt;." in page
    past = page[page.index('id="past"') :]
    was, now = f"€{before.price_minor / 100:.2f}", f"€{cheaper.price_minor / 100:.2f}"
    assert past.index(now) < past.index(was)
    assert f"{now} per kg" in page
    french = anna.get(f"/phone/goods/{APPLES}?language=fr").text
    assert "Pommes" in french
    assert "Äpfel" in anna.get(f"/phone/goods/{APPLES}?language=de").text
    anna.get(f"/phone/goods/{APPLES}?language=en")


def test_of_what_is_not_known_nothing_is_said(anna: Known) -> None:
    page = anna.get("/phone/goods/09521000001022").text
    for silent in ("per kg", "Ingredients", "Origin", " there", 'id="past"'):
        assert silent not in page


def test_goods_with_a_french_name_have_it_on_french_phones(shop: Shop, anna: Known) -> None:
    key = "09521000001046"
    listed = shop.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, key))
    assert listed is not None
    sold = sold_at(listed.body, shop.clock())
    assert sold is not None
    named = msgspec.structs.replace(sold, names={**sold.names, "fr": "Citrons 500 g"})
    shop.database.write_sync(lambda one: editing.put_product(one, "1", named, by="max", at=shop.clock()))
    assert "Citrons 500 g" in anna.get(f"/phone/goods/{key}?language=fr").text
    assert "Citrons" not in anna.get(f"/phone/goods/{key}?language=en").text


def test_only_who_bought_it_says_something_and_staff_may_hide_it(
    shop: Shop, client: Client, anna: Known, max_: Staff
) -> None:
    key = "09521000001039"
    where = f"/phone/goods/{key}"
    assert anna.post(f"{where}/review", stars="5", words="Never had it").status_code == 403
    member_id = newest_member(shop)
    bought(shop, member_id, key, is_voided=True)
    bought(shop, member_id, key, outcome="cancelled")
    assert anna.post(f"{where}/review", stars="5", words="Never had it").status_code == 403
    bought(shop, member_id, key)
    assert 'name="stars"' in anna.get(where).text
    assert anna.post(f"{where}/review", stars="6", words="x").headers["location"].endswith("unchanged")
    assert anna.post(f"{where}/review", stars="4", words="Sweet <i>and</i> juicy").status_code == 303
    shown = anna.get(where).text
    assert "Sweet &lt;i&gt;and&lt;/i&gt; juicy" in shown
    assert "4.0" in shown
    assert anna.post(f"{where}/review", stars="2", words="The second bag was sour").status_code == 303
    assert "juicy" not in anna.get(where).text
    [one] = [
        one for one in shop.database.read_sync(lambda one: reviews.newest(one, "1")) if one.product_key == key
    ]
    assert member_id not in max_.get("/office/reviews").text
    assert max_.post(f"/office/reviews/{one.review_id}", state="hidden").status_code == 303
    assert "sour" not in anna.get(where).text
    anna.post(f"{where}/review", stars="1", words="Say it again")
    assert "Say it again" not in anna.get(where).text
    assert json.loads(anna.post("/phone/me/export").content)["reviews"][0]["words"] == "Say it again"
    assert anna.post("/phone/me/erase", word="erase", give_up="yes").status_code in (200, 303)
    assert not [
        one for one in shop.database.read_sync(lambda one: reviews.newest(one, "1")) if one.product_key == key
    ]


def test_a_shelf_screen_tells_the_story_to_everybody(client: Client) -> None:
    client.cookies.clear()
    page = client.get("/shelf/9521000001084")
    assert page.status_code == 200
    assert "€2.99" in page.text
    assert "<script" not in page.text
    assert client.get("/shelf/4006381333931").status_code == 404
    assert client.get("/shelf/%3Cscript%3E").status_code == 404


def test_shops_say_where_they_are_and_whether_they_are_open(shop: Shop, client: Client, max_: Staff) -> None:
    form = {
        "name": "Lindenkorb am Park",
        "address": "Parkweg 1",
        "latitude": "52,52",
        "longitude": "13.404954",
    }
    hours = {f"opens.{day}": "08:00" for day in range(6)} | {f"shuts.{day}": "20:00" for day in range(6)}
    assert max_.post("/office/shops", **form, **hours).status_code == 303
    page = client.get("/phone/shops")
    assert "Lindenkorb am Park" in page.text
    assert 'data-lat="52520000"' in page.text
    assert "08:00–20:00" in page.text
    assert "geolocation=(self)" in page.headers["permissions-policy"]
    assert "geolocation=()" in client.get("/phone/shop").headers["permissions-policy"]
    for wrong in ({"name": ""}, {"opens.0": "8 o'clock"}, {"shuts.0": "07:00"}, {"latitude": "95.0"}):
        assert max_.post("/office/shops", **{**form, **hours, **wrong}).status_code == 422


@pytest.mark.parametrize(
    ("text", "minutes"), [("08:30", 510), ("24:00", 1440), ("24:01", None), ("8", None), ("-1:00", None)]
)
def test_hours_are_read_as_people_write_them(text: str, minutes: int | None) -> None:
    assert places.minutes_of(text) == minutes


def test_a_key_taken_out_is_off_the_lanes_list_at_once_and_another_signs(
    shop: Shop, anna: Known, max_: Staff
) -> None:
    assert anna.ask("/phone/api/grant").status_code == 200
    known = shop.database.read_sync(lambda one: credential_keys.listed(one, "1"))
    key_id = re.findall(r"/office/keys/([0-9a-f]+)/revoke", max_.get("/office/keys").text)[0]
    assert max_.post(f"/office/keys/{key_id}/revoke").status_code == 422
    assert shop.database.read_sync(lambda one: credential_keys.listed(one, "1")) == known
    assert max_.post(f"/office/keys/{key_id}/revoke", why="a copy was found").status_code == 303
    left = shop.database.read_sync(lambda one: credential_keys.listed(one, "1"))
    assert left
    assert {key.public for key in left}.isdisjoint({key.public for key in known})
    assert heard(shop).trust.count == len(left)
    assert "taken out" in max_.get("/office/keys").text
    assert anna.ask("/phone/api/grant").status_code == 200


def test_marks_for_a_check_follow_the_shops_own_rules(shop: Shop, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[age]\ncountry = "DE"\n[age.categories]\n"produce/fruit" = 18\n')
    assert shell.ages_of(str(rules)).years("produce/fruit/apples") == 18
    assert shell.ages_of(str(rules)).years("drinks/wine") == 0
    assert shell.ages_of("").years("drinks/wine") == 16
    before, shop.settings = shop.settings, msgspec.structs.replace(shop.settings, rules=str(rules))
    try:
        with TestClient(shop.app()) as client:
            phone = Known(client)
            answer = phone.ask("/phone/api/basket", {"lines": [{"code": APPLES, "quantity": 1}]})
            assert answer.json()["lines"][0]["check"] == "From 18 years: staff check at the lane"
            query = urllib.parse.urlencode({f"q.{APPLES}": "1"})
            assert "Sold from 18 years" in phone.get(f"/phone/order?{query}").text
    finally:
        shop.settings = before
