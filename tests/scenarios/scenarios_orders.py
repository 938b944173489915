"""Orders placed on a phone's pages and paid at a lane, over plain HTTP, with the power cut."""

import os
import re
import signal
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import msgspec
from scenarios_attended import DEADLINE_S, AttendedLane, Shop, to_show, until

from retail.credential import issue
from retail.credential.code import Kind
from retail.credential.number import number_at
from simulators.goods import by_slug
from store.data.ids import new_id
from tools.journey.books import Books

SETTINGS = {"lane": {"joins": True}}
NO_SCALES = 'wait = "attract"'
GOODS, PIECES, COUNTED = "whole-milk-1-l", 2, 10
RULES = {
    "first_hour": "0",
    "last_hour": "24",
    "window_min": "15",
    "lead_min": "0",
    "days": "3",
    "kept_min": "120",
    "unpaid_max": "2",
    "at_lanes": "yes",
}
"""The next window is at most a quarter of an hour away, and the counter hands out that much before."""
PAGE = {"accept": "text/html,application/xhtml+xml"}
_SECRET = re.compile(r'name="(\w*csrf\w*)" value="(\w+)"')
_CSRF = re.compile(r'data-csrf="(\w+)"')


class Pages:
    """Somebody at the service's pages, without a browser."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=DEADLINE_S, headers=PAGE)
        self.secret: dict[str, str] = {}

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def get(self, path: str) -> str:
        """What a page says."""
        answer = self._client.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        return answer.text

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form."""
        return self._client.post(path, data={**self.secret, **fields})

    def ask(self, path: str) -> dict[str, Any]:
        """Ask as a page's script does."""
        (csrf,) = self.secret.values()
        answer = self._client.post(path, json={}, headers={"x-csrf-token": csrf})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


class Phone:
    """A member's phone: it joins, orders, and shows its order's code."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        assert pages.post("/phone/join", name="Lena", agree_club="yes").status_code == 303
        (csrf,) = _CSRF.findall(pages.get("/phone/me"))
        pages.secret = {"csrf": csrf}
        self.order_id = ""

    def orders(self) -> None:
        """An order that is paid when it is collected. Its first window may end while it is written."""
        self.order_id = until("the order is placed", self._placed)

    def _placed(self) -> str:
        page = self.pages.get(f"/phone/order?q.{by_slug()[GOODS].gtin.zfill(14)}={PIECES}")
        form = page[page.index('action="/phone/orders"') :]
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        windows = re.findall(r'<option value="(\d+)"', form)
        answer = self.pages.post(
            "/phone/orders", **{**fields, "window": windows[0], "way": "pickup", "pay": "lane"}
        )
        if answer.status_code != 303:
            assert "This time is over" in answer.text, answer.text
            return ""
        return str(answer.headers["location"].split("?")[0].rsplit("/", 1)[1])

    def code(self) -> str:
        """What its screen shows now."""
        told = self._granted()
        grant = msgspec.convert(told["grant"], issue.Grant)
        return str(issue.shown(grant, told["server_s"]))

    def number(self) -> str:
        """The short number to say at the counter."""
        told = self._granted()
        key = msgspec.convert(told["number_key"], bytes)
        return number_at(key, Kind.PICKUP, told["server_s"])

    def _granted(self) -> dict[str, Any]:
        return self.pages.ask(f"/phone/api/orders/{self.order_id}/grant")


class Counter:
    """A manager at the pages of the counter."""

    def __init__(self, pages: Pages, login: str, password: str) -> None:
        self.pages = pages
        answer = pages.post("/office/login", login=login, password=password)
        assert answer.status_code == 303, answer.text
        secret = _SECRET.search(pages.get("/office/orders"))
        assert secret is not None
        pages.secret = {secret[1]: secret[2]}

    def looks(self, number: str) -> str:
        """The word that hands out what a number is of."""
        answer = self.pages.post("/office/orders/find", code=number)
        assert answer.status_code == 200, answer.text
        claim = re.search(r'name="claim" value="([^"]+)"', answer.text)
        assert claim is not None
        return claim[1]

    def hands_out(self, order_id: str, claim: str) -> int:
        """Give the goods out; what the service says to it."""
        return self.pages.post(f"/office/orders/{order_id}/collect", claim=claim).status_code


class OrderShop:
    """A shop with a phone that has ordered, a counter, and one lane."""

    def __init__(self, shop: Shop, stack: ExitStack) -> None:
        self.shop = shop
        self.books = Books(shop.store.folder / "store.db")

        def pages() -> Pages:
            made = Pages(shop.store.address)
            stack.callback(made.close)
            return made

        self.counter = Counter(pages(), "max", shop.store.password_of("max"))
        assert self.counter.pages.post("/office/orders/rules", **RULES).status_code == 303
        key = by_slug()[GOODS].gtin.zfill(14)
        counted = self.counter.pages.post(
            f"/office/shelf/{key}", count=str(COUNTED), why="counted", form_id=new_id()
        )
        assert counted.status_code == 303, counted.text
        self.phone = Phone(pages())
        self.phone.orders()
        self.lane: AttendedLane = shop.lane(1, SETTINGS, uses=NO_SCALES)

    @property
    def world(self) -> Any:
        """Lane, devices and service at work."""
        return self.lane.world

    @property
    def stock(self) -> tuple[int, int]:
        """On the shelf, and set aside."""
        (found,) = self.books.rows("SELECT on_hand, reserved FROM stock_level")
        return int(found[0]), int(found[1])

    @property
    def order(self) -> dict[str, Any]:
        """How the order stands at the service."""
        names = ("state", "total_minor", "paid_at", "paid_in", "held_in", "closed_by")
        (found,) = self.books.rows(f"SELECT {', '.join(names)} FROM shop_order")
        return dict(zip(names, found, strict=True))

    @property
    def words(self) -> list[str]:
        """What a screen reader finds at the lane."""
        return [str(one) for one in self.world.lane.ask("read")["words"]]

    def shown(self, folder: Path) -> None:
        """The phone is held to the lane's camera, again if a code was too old by then."""

        def is_known() -> bool:
            self.lane.do('wait = "attract"', to_show(self.phone.code(), folder))
            return "Pay here" in self.words

        until("the lane knows the order", is_known)

    def brought(self) -> None:
        """One touch, and the goods are in the basket, with the member."""
        self.lane.do('touch = "orderPay"', "expect = { member = true, lines = 1 }\ntimeout_s = 30")

    def asked_for_a_card(self) -> None:
        """The card is read, and the terminal asks its host."""
        before = len(self.lane.charges())
        self.lane.do('touch = "pay"', 'wait = "tender"')
        self.world.touch("payCard")
        terminal = self.world.fleet.terminal
        until(
            "the host is asked",
            lambda: terminal.do("status")["asks_host"] or len(self.lane.charges()) > before,
        )

    def thanked(self) -> None:
        """Paid; no receipt is wanted."""
        self.lane.do('wait = "receipt"', 'touch = "receiptNone"', 'wait = "attract"')

    def paid(self) -> None:
        """Wait until the sale has paid the order; everybody says the same, once."""
        until("the order is paid", lambda: self.order["paid_at"] > 0)
        order, events = self.order, self.lane.journal()  # it verifies
        total = order["total_minor"]
        assert self.lane.charges() == [("charge", total)]
        assert self.shop.sales() == [("sold", total)]
        assert self.books.rows("SELECT envelope_id FROM sale") == [(order["paid_in"],)]
        assert (order["state"], order["held_in"]) == ("placed", "")
        assert self.stock == (COUNTED - PIECES, 0)
        names = [one["event"] for one in events]
        for name in ("OrderTaken", "PaymentApproved", "TransactionClosed"):
            assert names.count(name) == 1, name

    def collected(self) -> None:
        """The counter hands it out once; the count is the sale's."""
        order_id = self.phone.order_id
        claim = self.counter.looks(self.phone.number())
        assert self.counter.hands_out(order_id, claim) == 303
        assert self.counter.hands_out(order_id, claim) == 409
        assert (self.order["state"], self.order["closed_by"]) == ("collected", "max")
        assert self.stock == (COUNTED - PIECES, 0)
        assert "FAULT" not in self.shop.store.run("verify")


# --- the power is cut --------------------------------------------------------------------------------------


def at_the_touch(shop: OrderShop) -> None:
    """In the moment of "Pay here": written down or not. It is never another purchase's by that."""
    shop.world.touch("orderPay")
    shop.world.restart()

    def is_settled() -> bool:
        state = shop.world.state()
        return bool(state.lines) or (state.screen == "attract" and "Pay here" not in shop.words)

    until("it is known what became of it", is_settled)
    if not shop.world.state().lines:
        shop.shown(shop.lane.world.out)
        shop.brought()
    shop.asked_for_a_card()


def with_the_goods_in_the_basket(shop: OrderShop) -> None:
    """The service is asked no more."""
    shop.brought()
    shop.world.restart()
    shop.lane.do("expect = { member = true, lines = 1 }\ntimeout_s = 30")
    shop.asked_for_a_card()


def while_the_card_is_held(shop: OrderShop) -> None:
    """The terminal goes on by itself; its answer comes to nobody."""
    shop.brought()
    shop.asked_for_a_card()
    shop.world.restart()


def after_the_charge(shop: OrderShop) -> None:
    """The bank has said yes, and the lane stands still before it can read it, and then dies."""
    shop.brought()
    shop.asked_for_a_card()
    os.killpg(shop.world.lane.child.pid, signal.SIGSTOP)
    until("the card is charged", shop.lane.charges)
    shop.world.restart()


def before_the_report(shop: OrderShop) -> None:
    """The service is gone from the card on; the lane dies before it comes back."""
    shop.brought()
    shop.shop.store.child.kill()
    shop.asked_for_a_card()
    shop.lane.do('wait = "receipt"')
    shop.world.lane.kill()
    shop.shop.store.start()
    shop.world.lane.start()


CUTS: dict[str, Callable[[OrderShop], None]] = {
    one.__name__: one
    for one in (
        at_the_touch,
        with_the_goods_in_the_basket,
        while_the_card_is_held,
        before_the_report,
    )
}
