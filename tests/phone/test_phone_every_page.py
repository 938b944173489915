"""Every page a phone is shown, with something on it: it can be read, touched and named, and is small.

What is measured: `phone_measured.js`. A page that a route leads to and that is opened neither here nor in
`test_phone_browser` fails a test.
"""

import gzip
import html
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from phone_browser import CHROMIUM, Browser, Phone
from phone_gateway import charge, until
from phone_shop import NOW, Known, Shop
from test_phone_browser import MEASURED, PAGES, STRANGERS

from benchmarks.store_history import History
from simulators.control import ControlClient
from store.data.goods import catalogue
from store.data.schema.sales import sale
from store.data.stored_value import value, value_cards
from store.data.stored_value.value import Origin
from store.identity import lane_joins
from store.identity.roles import ROUTES

WEIGHT_MAX = 150_000
"""Bytes of a first load as it travels."""
NO_PAGES = re.compile(r"/phone/(api|static|picture|sw\.js|manifest)")
APPLES = "09521000001022"
MANY = 60
"""Pieces that cost more than the balance has."""


class Pages:
    """Where somebody finds a page of each kind, with something on it."""

    def __init__(self, url: str, who: Known, strangers: tuple[str, ...], members: tuple[str, ...]) -> None:
        self.url, self.who, self.strangers, self.members = url, who, strangers, members


@pytest.fixture(scope="module")
def pages(with_wallets: Shop, gateway: ControlClient) -> Iterator[Pages]:
    with (
        with_wallets.served() as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield _filled(with_wallets, gateway, url, Known(client))  # type: ignore[arg-type]


def _filled(shop: Shop, gateway: ControlClient, url: str, anna: Known) -> Pages:
    member_id = anna.post("/phone/me/export").json()["member"]["member_id"]
    History(shop.database, shop.settings, now=NOW).make(days=1, per_day=8)
    receipt = shop.database.write_sync(lambda one: _own_sale(one, member_id))
    key = shop.database.write_sync(lambda one: _piece(one, member_id))
    lane = lane_joins.made(shop.vault, "1", "1-1", "t-1", shop.clock())
    open_order = _order(anna, key, "")
    over = _order(anna, key, "")
    assert anna.post(f"{over}/cancel").status_code == 303
    paid_not = _order(anna, key, "wallet", MANY)
    anna.post(f"{paid_not}/cancel")
    gateway.do("payer", what="wait")
    paying = _order(anna, key, "wallet", MANY)
    until(lambda: charge(shop, paying).present != "")
    gateway.do("payer", what="wait")
    loading = str(anna.post("/phone/topup", amount="2000").headers["location"])
    until(lambda: charge(shop, loading).present != "")
    gateway.do("payer", what="decline")
    failing = str(anna.post("/phone/topup", amount="1000").headers["location"])
    until(lambda: not charge(shop, failing).is_open)
    return Pages(
        url,
        anna,
        (f"/shelf/{APPLES}", f"/phone/goods/{APPLES}", "/phone/shelf", f"/phone/join/lane/{lane}"),
        (
            "/phone/pay",
            f"/phone/receipts/{receipt}",
            f"/phone/leave/{receipt}",
            "/phone/receipts/none",
            "/phone/receipts",
            "/phone/orders",
            open_order,
            over,
            paid_not,
            paying,
            loading,
            failing,
            f"/phone/order?q.{key}={MANY}",
            f"/phone/goods/{APPLES}",
            f"/shelf/{APPLES}",
        ),
    )


def _own_sale(connection: Any, member_id: str) -> str:
    found: str = connection.execute(
        sa.select(sale.c.envelope_id)
        .where(sale.c.store_id == "1", sale.c.outcome == "sold")
        .order_by(sale.c.saving_minor.desc())
        .limit(1)
    ).scalar_one()
    connection.execute(
        sa.update(sale).where(sale.c.store_id == "1", sale.c.envelope_id == found).values(member_id=member_id)
    )
    return found


def _piece(connection: Any, member_id: str) -> str:
    """Goods to order, and money for them."""
    account = value_cards.find_member(connection, member_id) or value_cards.open_member(
        connection, member_id, currency="EUR", origin=Origin(store_id="1"), at=NOW
    )
    assert account is not None
    value.load(
        connection,
        account,
        "refund",
        2000,
        None,
        origin=Origin(store_id="1", who="t"),
        at=NOW,
        kind="issue",
    )
    listed = catalogue.listing(connection, "1", "product", catalogue.Filter(category="produce"))
    return next(one.key for one in listed.lines if b'"unit":"kg"' not in one.body)


def _order(anna: Known, key: str, pay: str, pieces: int = 1) -> str:
    page = anna.get(f"/phone/order?q.{key}={pieces}").text
    part = page[page.index('action="/phone/orders"') :]
    form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part))
    window = re.search(r'<option value="(\d+)"', part)
    assert window is not None
    answer = anna.post("/phone/orders", **{**form, "window": window[1], "way": "pickup", "pay": pay})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).split("?")[0]


def opened(pages: Pages) -> set[str]:
    """Every address that is measured here or in `test_phone_browser`."""
    return {*pages.strangers, *pages.members, *PAGES, *STRANGERS}


def test_no_page_is_forgotten(pages: Pages) -> None:
    routes = [
        path
        for method, path in ROUTES
        if method == "GET" and path.startswith(("/phone", "/shelf")) and not NO_PAGES.match(path)
    ]
    found = [one.split("?")[0] for one in opened(pages)]
    unseen = [
        path
        for path in routes
        if not any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), one) for one in found)
    ]
    assert len(routes) > 15
    assert unseen == []


@pytest.mark.parametrize("kind", ["strangers", "members"])
def test_the_first_load_of_every_page_is_small(pages: Pages, kind: str) -> None:
    """Page, styles, scripts and pictures as they travel; the barcode reader comes when the camera opens."""
    heaviest = {}
    for path in (*getattr(pages, kind), *(PAGES if kind == "members" else STRANGERS)):
        heaviest[path] = weight(pages, path, is_member=kind == "members")
    assert max(heaviest.values()) > 5_000, "something was weighed"
    assert {path: bytes_ for path, bytes_ in heaviest.items() if bytes_ > WEIGHT_MAX} == {}


def weight(pages: Pages, path: str, *, is_member: bool) -> int:
    cookie = "; ".join(f"{name}={value}" for name, value in pages.who.cookies.items()) if is_member else ""
    with httpx.Client(base_url=pages.url, timeout=30, follow_redirects=True) as client:

        def load(address: str) -> tuple[int, str]:
            headers = {"accept": "text/html,*/*", "accept-encoding": "gzip", "cookie": cookie}
            with client.stream("GET", address, headers=headers) as answer:
                raw = b"".join(answer.iter_raw())
                is_page = answer.headers.get("content-type", "").startswith("text/html")
                zipped = answer.headers.get("content-encoding") == "gzip"
                return len(raw), (gzip.decompress(raw) if zipped else raw).decode() if is_page else ""

        sent, page = load(path)
        parts = set(re.findall(r'(?:src|href)="(/phone/(?:static|picture)/[^"#]+)', page))
        return sent + sum(load(html.unescape(part))[0] for part in parts)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_page_with_something_on_it_can_be_read_touched_and_named(
    pages: Pages, browser: Browser, language: str
) -> None:
    with Phone(browser) as phone:
        phone.speaks(language)
        for path in pages.strangers:
            look(phone, pages.url, path, language)
        for name, value_ in pages.who.cookies.items():
            phone.call("Network.setCookie", name=name, value=value_, url=f"{pages.url}/phone", path="/")
        for path in pages.members:
            look(phone, pages.url, path, language)


def look(phone: Phone, url: str, path: str, language: str) -> None:
    phone.open(url + path, "/phone/join" if "/join/lane/" in path else path.split("?")[0])
    phone.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert phone.run(MEASURED) == [], path
    assert phone.run("document.documentElement.lang") == language
