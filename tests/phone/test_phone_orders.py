"""Ordering on a phone and collecting at the counter; what one likes, and the offers it chooses, with why."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from phone_shop import PAGE, Client, Known, Shop

from retail.basket import Line
from retail.campaigns import CampaignLeft
from retail.catalogue import Product
from retail.credential import issue
from retail.credential.issue import Grant
from retail.member import Member, OfferUses
from retail.pricing import Basket, Pricer
from retail.terms import read_terms
from store.data.goods import catalogue
from store.data.ids import new_id
from store.data.ordering import order_lanes, order_listing, order_rules, stock
from store.data.ordering.order import GOODS_MAX, Order
from store.data.ordering.order_lanes import Ended, Sold
from store.data.people import interests, members, visits
from store.data.replication import feed
from store.data.schema.feed import CHAIN, feed_row
from store.data.schema.phone import phone_consent, phone_device
from store.data.schema.sales import sale, sale_line
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.office import accounts
from store.phone.ordering import QUANTITY, wanted_of

STAFF = Origin(store_id="1", who="max", why="paid at the counter")
HOUR = 3_600
WEAK = Passwords(time_cost=1, memory_kib=8)
PASSWORD = "korrektes pferd"


class Counter:
    """Somebody at the counter, with a browser of their own."""

    def __init__(self, shop: Shop, client: Client, login: str) -> None:
        self._client = client
        self._login = login
        way = accounts.WayIn(password_hash=WEAK.hash(PASSWORD))
        shop.database.write_sync(
            lambda one: accounts.add_person(
                one, "1", login=login, name=login, role=Role.MANAGER, way=way, who="test", at=shop.clock()
            )
        )
        self.log_in()

    def log_in(self) -> None:
        """Begin a new session: one that was not used for long is over."""
        client = self._client
        client.cookies.clear()
        answer = client.post(
            "/office/login",
            data={"login": self._login, "password": PASSWORD, "store": "1"},
            headers=PAGE,
            follow_redirects=False,
        )
        assert answer.status_code == 303, answer.text
        self._cookie = "; ".join(f"{name}={value}" for name, value in dict(answer.cookies).items())
        client.cookies.clear()
        csrf = re.search(r'name="(\w+)" value="([^"]+)"', self.get("/office/orders").text)
        assert csrf is not None
        self._secret = {csrf[1]: csrf[2]}

    def get(self, path: str) -> Any:
        return self._send("GET", path)

    def post(self, path: str, **fields: str) -> Any:
        return self._send("POST", path, data={**self._secret, **fields})

    def _send(self, method: str, path: str, **more: Any) -> Any:
        self._client.cookies.clear()
        headers = {"cookie": self._cookie, **PAGE}
        return self._client.request(method, path, headers=headers, follow_redirects=False, **more)


@pytest.fixture
def max_(shop: Shop, client: Client) -> Counter:
    return Counter(shop, client, f"max-{new_id()[-12:]}")


@pytest.fixture
def eva(shop: Shop, client: Client) -> Counter:
    return Counter(shop, client, f"eva-{new_id()[-12:]}")


def newest_member(shop: Shop) -> str:
    query = sa.select(phone_device.c.member_id).order_by(phone_device.c.device_id.desc()).limit(1)
    found: str = shop.database.read_sync(lambda one: one.execute(query).scalar_one())
    return found


def load(shop: Shop, member_id: str, amount: int = 10_000) -> None:
    def job(connection: Any) -> None:
        account = value_cards.open_member(
            connection, member_id, currency="EUR", origin=STAFF, at=shop.clock()
        )
        assert account is not None
        value.load(connection, account, f"load:{new_id()}", amount, None, origin=STAFF, at=shop.clock())

    shop.database.write_sync(job)


def balance(shop: Shop, member_id: str) -> int:
    told = shop.database.read_sync(lambda one: value_books.of_member(one, member_id))
    assert told is not None
    return told.account.balance_minor


def product(shop: Shop, category: str) -> str:
    """A product of a category that is sold by the piece."""

    def job(connection: Any) -> str:
        listed = catalogue.listing(
            connection, "1", catalogue.PRODUCT_KIND, catalogue.Filter(category=category)
        )
        return next(one.key for one in listed.lines if b'"unit":"kg"' not in one.body)

    return shop.database.read_sync(job)


def form_of(page: str) -> dict[str, str]:
    """The hidden fields and the first window of the form that orders."""
    part = page[page.index('action="/phone/orders"') :]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part))
    window = re.search(r'<option value="(\d+)"', part)
    assert window is not None
    return {**fields, "window": window[1], "way": "pickup"}


def ordered(shop: Shop, phone: Known, *keys: str, **more: str) -> Order:
    """An order placed by the pages."""
    query = "&".join(f"{QUANTITY}{key}=1" for key in keys)
    answer = phone.post("/phone/orders", **{**form_of(phone.get(f"/phone/order?{query}").text), **more})
    assert answer.status_code == 303, answer.text
    order_id = answer.headers["location"].split("?")[0].rsplit("/", 1)[1]
    found = shop.database.read_sync(lambda one: order_listing.one(one, "1", order_id))
    assert found is not None
    return found


def code(shop: Shop, phone: Known, order: Order) -> str:
    """What the phone shows now."""
    answer = phone.ask(f"/phone/api/orders/{order.order_id}/grant")
    assert answer.status_code == 200, answer.text
    text = issue.shown(
        msgspec.json.decode(msgspec.json.encode(answer.json()["grant"]), type=Grant), now(shop)
    )
    assert text is not None
    return text


def now(shop: Shop) -> int:
    return shop.clock.now_s


def claim_of(page: str) -> str:
    found = re.search(r'name="claim" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def to_window(shop: Shop, order: Order, *staff: Counter) -> None:
    shop.clock.now = max(shop.clock.now, order.from_at)
    for one in staff:
        one.log_in()


# --- ordering ----------------------------------------------------------------------------------------------


def test_a_poster_opens_its_goods_for_everybody_and_a_member_orders_from_them(
    shop: Shop, client: Client, anna: Known, max_: Counter
) -> None:
    client.cookies.clear()
    stranger = client.get("/phone/shelf?of=drinks", headers=PAGE)
    assert (stranger.status_code, f"{QUANTITY}0" in stranger.text) == (200, False)
    who = newest_member(shop)
    load(shop, who)
    key = product(shop, "drinks/beer")
    assert f"{QUANTITY}{key}" in anna.get("/phone/shelf?of=drinks").text
    assert max_.post(f"/office/shelf/{key}", count="2", why="x", form_id=new_id()).status_code == 303
    order = ordered(shop, anna, key)
    level = shop.database.read_sync(lambda one: stock.levels(one, "1", [key]))[key]
    assert (level.reserved, balance(shop, who)) == (1, 10_000 - order.total_minor)
    assert order.total_minor > 0
    assert order.short in max_.get("/office/orders").text
    assert order.order_id in anna.get("/phone/orders").text


def test_an_order_is_collected_by_its_code_once_with_a_look_at_the_age(
    shop: Shop, anna: Known, max_: Counter, eva: Counter
) -> None:
    load(shop, newest_member(shop))
    order = ordered(shop, anna, product(shop, "drinks/beer"))
    early = max_.post("/office/orders/find", code=code(shop, anna, order))
    assert (early.status_code, "Too early" in early.text) == (409, True)
    assert max_.post(f"/office/orders/{order.order_id}/collect", age="yes").status_code == 409
    to_window(shop, order, max_, eva)
    shown = code(shop, anna, order)
    at_max = max_.post("/office/orders/find", code=shown)
    assert at_max.status_code == 200, at_max.text
    assert eva.post("/office/orders/find", code=shown).status_code == 409  # a copy of the screen
    shop.clock.move(20)
    at_eva = eva.post("/office/orders/find", code=code(shop, anna, order))
    assert at_eva.status_code == 200
    path = f"/office/orders/{order.order_id}/collect"
    assert max_.post(path, claim=claim_of(at_max.text)).status_code == 422  # nobody looked at the age
    assert max_.post(path, claim=claim_of(at_eva.text), age="yes").status_code == 409  # eva's word
    assert max_.post(path, claim=claim_of(at_max.text), age="yes").status_code == 303
    second = eva.post(path, claim=claim_of(at_eva.text), age="yes")
    assert (second.status_code, "Handed over already" in second.text) == (409, True)
    assert "max" in second.text
    assert anna.ask(f"/phone/api/orders/{order.order_id}/grant").status_code == 409
    assert "Collected" in anna.get(f"/phone/orders/{order.order_id}").text


def test_a_claim_is_over_after_five_minutes(shop: Shop, anna: Known, max_: Counter) -> None:
    load(shop, newest_member(shop))
    order = ordered(shop, anna, product(shop, "drinks/soft"))
    to_window(shop, order, max_)
    claim = claim_of(max_.post("/office/orders/find", code=code(shop, anna, order)).text)
    shop.clock.move(301)
    assert max_.post(f"/office/orders/{order.order_id}/collect", claim=claim).status_code == 409


def test_nobody_pays_another_price_than_the_one_they_saw(shop: Shop, anna: Known) -> None:
    who = newest_member(shop)
    load(shop, who)
    key = product(shop, "drinks/soft")
    form = form_of(anna.get(f"/phone/order?{QUANTITY}{key}=1").text)
    answer = anna.post("/phone/orders", **{**form, "total": str(int(form["total"]) - 1)})
    assert (answer.status_code, "The price has changed" in answer.text) == (422, True)
    answer = anna.post("/phone/orders", **{**form, f"{QUANTITY}{key}": "5"})
    assert answer.status_code == 422
    assert balance(shop, who) == 10_000


def test_a_form_that_is_sent_twice_orders_once(shop: Shop, anna: Known) -> None:
    who = newest_member(shop)
    load(shop, who)
    form = form_of(anna.get(f"/phone/order?{QUANTITY}{product(shop, 'drinks/soft')}=1").text)
    first, second = anna.post("/phone/orders", **form), anna.post("/phone/orders", **form)
    assert first.headers["location"] == second.headers["location"]
    assert balance(shop, who) == 10_000 - int(form["total"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"window": "1"}, "This time is over"),
        ({"window": "x" * 500}, "This time is over"),
        ({"form_id": "../../x"}, "look at your order once more"),
        ({"way": "delivery", "address": ""}, "where it is to be brought"),
        ({"total": ""}, "The price has changed"),
    ],
)
def test_a_form_with_something_wrong_is_refused_with_why(
    shop: Shop, anna: Known, change: dict[str, str], words: str
) -> None:
    who = newest_member(shop)
    load(shop, who)
    form = form_of(anna.get(f"/phone/order?{QUANTITY}{product(shop, 'drinks/soft')}=1").text)
    answer = anna.post("/phone/orders", **{**form, **change})
    assert (answer.status_code, words in answer.text) == (422, True)
    assert balance(shop, who) == 10_000


def test_goods_sold_from_an_age_are_not_brought(shop: Shop, anna: Known) -> None:
    load(shop, newest_member(shop))
    form = form_of(anna.get(f"/phone/order?{QUANTITY}{product(shop, 'drinks/wine')}=1").text)
    answer = anna.post("/phone/orders", **{**form, "way": "delivery", "address": "Lindenweg 5, Linden"})
    assert (answer.status_code, "have to be collected" in answer.text) == (422, True)


def test_without_money_on_the_balance_nothing_is_ordered(shop: Shop, anna: Known) -> None:
    form = form_of(anna.get(f"/phone/order?{QUANTITY}{product(shop, 'drinks/soft')}=1").text)
    answer = anna.post("/phone/orders", **form)
    assert (answer.status_code, "not enough on your balance" in answer.text) == (422, True)


def test_a_cancelled_order_pays_back_at_once_and_nobody_elses_can_be_touched(
    shop: Shop, client: Client, anna: Known
) -> None:
    who = newest_member(shop)
    load(shop, who)
    order = ordered(shop, anna, product(shop, "drinks/soft"))
    ben = Known(client)
    for path in (f"/phone/orders/{order.order_id}", f"/phone/orders/{order.order_id}/cancel"):
        answer = ben.get(path) if path.endswith(order.order_id) else ben.post(path)
        assert answer.status_code == 404
    assert ben.ask(f"/phone/api/orders/{order.order_id}/grant").status_code == 404
    assert anna.post(f"/phone/orders/{order.order_id}/cancel").status_code == 303
    assert balance(shop, who) == 10_000


def test_a_member_with_an_open_order_is_forgotten_once_they_give_the_money_up(
    shop: Shop, anna: Known, max_: Counter
) -> None:
    who = newest_member(shop)
    load(shop, who, 250)
    key = product(shop, "drinks/soft")
    order = ordered(shop, anna, key, way="delivery", address="Lindenweg 5, Linden")
    assert "Lindenweg 5" in max_.get("/office/orders").text
    assert anna.post("/phone/me/erase", word="erase").status_code == 422
    still = shop.database.read_sync(lambda one: order_listing.one(one, "1", order.order_id))
    assert still is not None
    assert still.is_open
    assert anna.post("/phone/me/erase", word="erase", give_up="yes").status_code == 303
    gone = shop.database.read_sync(lambda one: order_listing.one(one, "1", order.order_id))
    assert gone is not None
    assert (gone.state, gone.closed_by) == ("cancelled", "erased")
    assert "Lindenweg 5" not in max_.get("/office/orders").text


def test_ordered_without_money_it_waits_to_be_paid_at_a_lane_and_no_counter_hands_it_over(
    shop: Shop, anna: Known, max_: Counter
) -> None:
    order = ordered(shop, anna, product(shop, "drinks/soft"), pay="lane")
    assert (order.is_paid, order.paid_by, order.pay_until) == (False, "lane", order.kept_until)
    page = anna.get(f"/phone/orders/{order.order_id}").text
    assert "Nothing is paid yet" in page
    assert "To be paid" in anna.get("/phone/orders").text
    to_window(shop, order, max_)
    assert "to pay at a lane" in max_.get("/office/orders").text
    at_max = max_.post("/office/orders/find", code=code(shop, anna, order))
    assert (at_max.status_code, "Not paid: send them to a lane" in at_max.text) == (409, True)
    assert 'name="claim"' not in at_max.text
    lane = "1-1"
    shop.database.write_sync(
        lambda one: order_lanes.take(one, "1", lane, order.order_id, "x1", at=shop.clock())
    )
    assert "A lane has this order" in anna.get(f"/phone/orders/{order.order_id}").text
    assert "unchanged" in anna.post(f"/phone/orders/{order.order_id}/cancel").headers["location"]
    sold = {one.key: Sold(pieces=one.quantity, paid_minor=one.paid_minor) for one in order.goods}
    ended = Ended(
        terminal_id=lane,
        transaction_id="x1",
        envelope_id=new_id(),
        outcome="sold",
        resumed_of=order.order_id,
        sold=sold,
        at=shop.clock(),
    )
    shop.database.write_sync(lambda one: order_lanes.ended(one, "1", ended))
    page = anna.get(f"/phone/orders/{order.order_id}").text
    assert "Paid at a lane" in page
    assert f"/phone/orders/{order.order_id}/cancel" not in page
    shop.clock.move(20)
    found = max_.post("/office/orders/find", code=code(shop, anna, order))
    assert (found.status_code, "paid at a lane" in found.text) == (200, True)
    shop.clock.now = order.kept_until + 20_000_000  # what a sale has paid is kept
    max_.log_in()
    found = max_.post("/office/orders/find", code=code(shop, anna, order))
    claim = claim_of(found.text)
    assert max_.post(f"/office/orders/{order.order_id}/collect", claim=claim).status_code == 303
    assert "Of these, orders paid at the lane" in max_.get("/office/learned").text


def test_a_shop_says_whether_orders_wait_unpaid_and_how_many(shop: Shop, anna: Known, eva: Counter) -> None:
    rules: dict[str, str] = {
        "first_hour": "0", "last_hour": "24", "window_min": "60", "lead_min": "60", "days": "3",
        "kept_min": "120", "unpaid_max": "1", "delivers": "yes", "at_lanes": "yes",
    }  # fmt: skip
    before = shop.database.read_sync(lambda one: order_rules.of_store(one, "1"))
    key = product(shop, "drinks/soft")
    try:
        assert eva.post("/office/orders/rules", **{**rules, "unpaid_max": "0"}).status_code == 422
        assert eva.post("/office/orders/rules", **rules).status_code == 303
        first = ordered(shop, anna, key, pay="lane")
        form = form_of(anna.get(f"/phone/order?{QUANTITY}{key}=1").text)
        again = anna.post("/phone/orders", **{**form, "pay": "lane"})
        assert (again.status_code, "collect and pay what you have ordered first" in again.text) == (422, True)
        brought = {**form, "pay": "lane", "way": "delivery", "address": "Somewhere 1"}
        assert anna.post("/phone/orders", **brought).status_code == 422
        assert anna.post(f"/phone/orders/{first.order_id}/cancel").status_code == 303
        assert "Nothing was charged." in anna.get(f"/phone/orders/{first.order_id}").text
        eva.post("/office/orders/rules", **{**rules, "at_lanes": "no"})
        assert 'value="lane"' not in anna.get(f"/phone/order?{QUANTITY}{key}=1").text
        assert anna.post("/phone/orders", **{**form, "pay": "lane"}).status_code == 422
    finally:
        shop.database.write_sync(lambda one: order_rules.keep(one, "1", before, shop.clock()))


@pytest.mark.parametrize("value", ["-1", "1e9", "٣", "", "x", "9999"])
def test_quantities_of_an_address_are_whole_and_bounded(value: str) -> None:
    assert wanted_of({f"{QUANTITY}04012345678901": value}) == {}
    many = {f"{QUANTITY}{number:014}": "3" for number in range(500)}
    assert len(wanted_of(many)) == GOODS_MAX


# --- what one likes ----------------------------------------------------------------------------------------


def offer(name: str, *groups: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.replace("-", " ").title(),
        "eligibility": [{"test": "member", "groups": list(groups)}],
        "derivation": [{"type": "percent", "percent_bp": 1000}],
        "limits": [{"scope": "member_day", "uses": 1}],
    }


OFFERS = (
    offer("vegan-week", "interest-vegan"),
    offer("wine-friends", "buys-drinks-wine"),
    offer("gift-of-the-day", "checked-in"),
)


@pytest.fixture(scope="module")
def offers(shop: Shop) -> None:
    """Three personal offers, as an offers file brings them."""
    rows = [catalogue.terms_row("offer", one["id"], msgspec.json.encode(one)) for one in OFFERS]
    shop.database.write_sync(lambda one: feed.publish(one, "1", "store:1", rows, at=shop.clock()))
    shop.clock.move(5)


def test_the_gift_of_the_day_in_the_docs_is_given_once_a_day_to_who_is_checked_in() -> None:
    text = (Path(__file__).parents[2] / "docs" / "phone.md").read_text("utf-8")
    sample = re.search(r"```json\n(.*?checked-in.*?)```", text, re.DOTALL)
    assert sample is not None
    pricer = Pricer(read_terms(sample[1].encode(), "EUR"))
    product = Product(
        key="04012345678901",
        gtin="4012345678901",
        names={"": "Cola"},
        price_minor=149,
        currency="EUR",
        tax_rate_bp=1900,
    )
    here = Member(member_id="m-1", groups=("checked-in",))
    had = OfferUses(offer_id="gift-of-the-day", uses=1, day="2027-01-15", day_uses=1)
    left = (CampaignLeft(offer_id="gift-of-the-day", uses=1, amount_minor=10**6),)

    def saved(member: Member | None, campaigns: tuple[CampaignLeft, ...] = left) -> int:
        basket = Basket(
            lines=(Line(line_id=1, product=product),),
            member=member,
            started_at="2027-01-15T17:00:00+01:00",
            currency="EUR",
            campaigns=campaigns,
        )
        return pricer.price(basket).saving_minor

    assert saved(here) == 50
    assert saved(None) == saved(Member(member_id="m-2")) == 0
    assert saved(msgspec.structs.replace(here, uses=(had,))) == 0
    assert saved(here, ()) == 0  # this lane has no share of the campaign left


def told(shop: Shop, member_id: str) -> list[Member]:
    """The member as the lanes know them: one row each phone."""

    def job(connection: Any) -> list[bytes]:
        query = sa.select(feed_row.c.body).where(
            feed_row.c.store_id == CHAIN, feed_row.c.kind == members.KIND, sa.not_(feed_row.c.is_deleted)
        )
        return list(connection.execute(query).scalars())

    every = [msgspec.json.decode(one, type=Member) for one in shop.database.read_sync(job)]
    return [one for one in every if one.member_id == member_id]


@pytest.mark.usefixtures("offers")
def test_an_offer_by_interests_is_shown_with_why_and_lanes_know_it_until_it_is_taken_back(
    shop: Shop, anna: Known
) -> None:
    who = newest_member(shop)
    assert "Vegan Week" not in anna.get("/phone/likes").text
    anna.post("/phone/likes", **{"like.vegan": "yes"})  # without agreeing
    assert told(shop, who)[0].groups == ()
    anna.post("/phone/likes", **{"like.vegan": "yes", "agree": "yes"})
    page = anna.get("/phone/likes").text
    assert "Vegan Week" in page
    assert "Because you like: Vegan" in page
    assert [one.groups for one in told(shop, who)] == [("interest-vegan",)]
    anna.post("/phone/me/consent", purpose="interests", given="no")
    assert [one.groups for one in told(shop, who)] == [()]
    assert "Vegan Week" not in anna.get("/phone/likes").text
    anna.post("/phone/me/consent", purpose="interests", given="yes")
    assert [one.groups for one in told(shop, who)] == [()]  # what was said before is forgotten


@pytest.mark.usefixtures("offers")
def test_a_check_in_counts_to_the_end_of_the_day_and_can_be_taken_back(shop: Shop, anna: Known) -> None:
    who = newest_member(shop)
    anna.post("/phone/likes/here", here="yes")
    page = anna.get("/phone/likes").text
    assert "Gift Of The Day" in page
    assert "Because you checked in today" in page
    assert told(shop, who)[0].groups == ("checked-in",)
    anna.post("/phone/likes/here", here="no")
    assert told(shop, who)[0].groups == ()
    anna.post("/phone/likes/here", here="yes")
    tomorrow = shop.clock() + 24 * HOUR * 1_000_000
    assert shop.database.write_sync(lambda one: members.end_checkins(one, at=tomorrow)) >= 1
    assert told(shop, who)[0].groups == ()


def buy(shop: Shop, member_id: str, category: str, times: int) -> None:
    """Purchases, as the projector writes them."""

    def row(table: sa.Table, **values: Any) -> dict[str, Any]:
        plain = {
            column.name: 0 if isinstance(column.type, sa.Integer | sa.Boolean) else ""
            for column in table.columns
        }
        return {**plain, "store_id": "1", "started_at": shop.clock(), **values}

    def job(connection: Any) -> None:
        for _ in range(times):
            name = new_id()
            one = row(sale, envelope_id=name, transaction_id=name, outcome="sold", member_id=member_id)
            connection.execute(sa.insert(sale).values(**one))
            line = row(
                sale_line,
                envelope_id=name,
                line_id=1,
                category=category,
                is_voided=False,
                is_marked_down=False,
            )
            connection.execute(sa.insert(sale_line).values(**line))
            visits.book(connection, "1", member_id, name, stamps={}, uses=(), at=shop.clock())

    shop.database.write_sync(job)


@pytest.mark.usefixtures("offers")
def test_what_was_bought_chooses_nothing_without_consent_and_says_why_with_it(
    shop: Shop, anna: Known
) -> None:
    who = newest_member(shop)
    buy(shop, who, "drinks/wine", 3)
    assert "Wine Friends" not in anna.get("/phone/likes").text
    anna.post("/phone/me/consent", purpose="history", given="yes")
    page = anna.get("/phone/likes").text
    assert "Wine Friends" in page
    assert "Because you often buy: drinks · wine" in page
    assert told(shop, who)[0].groups == ("buys-drinks-wine",)
    anna.post("/phone/me/consent", purpose="history", given="no")
    assert told(shop, who)[0].groups == ()


def test_the_data_give_nothing_without_consent_whoever_asks(shop: Shop, anna: Known) -> None:
    """The consent stands in the statement: taking its rows away from behind is enough."""
    who = newest_member(shop)
    buy(shop, who, "drinks/wine", 3)
    shop.database.write_sync(lambda one: interests.declare(one, who, ["vegan"], at=shop.clock()))

    def groups() -> tuple[str, ...]:
        return shop.database.read_sync(lambda one: interests.groups(one, who, shop.clock()))

    assert groups() == ()
    for purpose in ("interests", "history"):
        anna.post("/phone/me/consent", purpose=purpose, given="yes")
    shop.database.write_sync(lambda one: interests.declare(one, who, ["vegan"], at=shop.clock()))
    assert groups() == ("interest-vegan", "buys-drinks-wine")
    gone = sa.delete(phone_consent).where(phone_consent.c.member_id == who)
    shop.database.write_sync(lambda one: one.execute(gone).rowcount)
    assert groups() == ()


@pytest.mark.usefixtures("offers")
def test_the_office_learns_counts_of_who_agrees_and_never_who(
    shop: Shop, client: Client, max_: Counter
) -> None:
    people = [Known(client) for _ in range(6)]
    for one in people:
        one.post("/phone/likes", **{"like.pets": "yes", "agree": "yes"})
        one.get("/phone/likes")
    page = max_.get("/office/learned").text
    assert re.search(r"<td>Pets</td><td class=\"number strong\">6</td>", page)
    assert "vegan-week" in page
    for one in people[:2]:
        one.post("/phone/me/consent", purpose="interests", given="no")
    page = max_.get("/office/learned").text
    assert "<td>Pets</td>" not in page  # four are too few to be told apart
    assert newest_member(shop) not in page
