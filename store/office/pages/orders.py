"""The counter: whose order is shown, whether it is handed over here and now, and the orders that wait.

Staff scan the code of a phone or type its number; what is found is handed over with a second touch, with a
look at the age where goods ask for one. That second touch carries a word signed for this person, this order
and five minutes, so that nothing is handed over without a code.

Source: docs/orders.md, "The counter".
Invariants: of two counters one hands over, the other is told who and when; every step is in the audit log.
"""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.response import Redirect

from retail.check import BrokenInvariantError
from store.data import audit
from store.data.clock import SECOND
from store.data.ordering import order_listing, order_rules, orders, pickup
from store.data.ordering.order import Order
from store.data.ordering.order_rules import Rules
from store.data.ordering.pickup import Shown
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.identity.sessions import is_same
from store.office import api
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, whole_of

PATH = "/office/orders"
CODE_MAX = 200
CLAIM_PURPOSE = "pickup-claim"
CLAIM_S = 300
STATES = {
    "placed": "to be picked",
    "ready": "ready",
    "collected": "collected",
    "sent": "sent",
    "cancelled": "cancelled",
}
REFUSED = {
    pickup.No.COLLECTED: "Handed over already: {time}, {who}. Give nothing out.",
    pickup.No.CANCELLED: "This order was cancelled: {time}. The money went back.",
    pickup.No.SENT: "This order was sent: {time}.",
    pickup.No.DELIVERY: "This order is brought, not collected.",
    pickup.No.EARLY: "Too early: its time begins at {begins}.",
    pickup.No.LATE: "Too late: it was kept until {kept}. The money goes back.",
    pickup.No.UNPAID: "Not paid: send them to a lane. Their code shows {amount} to pay there.",
    pickup.No.HELD: "A lane is paying it. Look again when it is paid.",
    pickup.No.PAID: "It is paid already.",
}
UNPAID = {
    pickup.No.CANCELLED: "This order was cancelled: {time}. Nothing was paid.",
    pickup.No.LATE: "Too late: it was kept until {kept}. Nothing was paid.",
}
"""Of an order that nobody has paid."""


_HOURS = ("first_hour", "last_hour", "window_min")


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_looking(pages), *_changing(pages))


async def _page(pages: Pages, request: AnyRequest, *, status: int = 200, **more: Any) -> Response[str]:
    store_id, vault = staff_of(request).store_id, pages.front.vault

    def job(connection: Any) -> dict[str, Any]:
        waiting = order_listing.waiting(connection, store_id)
        return {
            "waiting": waiting,
            "rules": order_rules.of_store(connection, store_id),
            "addresses": {
                one.order_id: order_listing.address(connection, vault, store_id, one.order_id)
                for one in waiting
                if one.way == "delivery"
            },
        }

    values = {"shown": None, "claim": "", "refused": "", "is_old": False, **more}
    return await pages.page(
        request, "orders.html", status=status, states=STATES, **await pages.read(job), **values
    )


def _looking(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def start(request: AnyRequest) -> Response[str]:
        """What waits."""
        return await _page(pages, request)

    @post(PATH + "/find", status_code=200, include_in_schema=False)
    async def find(request: AnyRequest) -> Response[str]:
        """Whose order a code or a number is."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        text, vault = form.get("code", "")[:CODE_MAX], pages.front.vault

        def job(connection: Any) -> Shown:
            shown = pickup.look(connection, vault, who.store_id, text, who=who.login, at=now)
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="order.look",
                what=shown.order.order_id if shown.order is not None else "none",
                detail=_word(shown),
                at=now,
            )
            return shown

        shown = await pages.write(who.store_id, job)
        return await _told(pages, request, shown)

    return start, find


async def _told(pages: Pages, request: AnyRequest, shown: Shown) -> Response[str]:
    who, now, words = staff_of(request), pages.front.clock(), pages.words(request)
    refused, claim = "", ""
    if shown.reason is not None:
        refused = shown.reason.words(words.language)
    elif shown.order is not None and shown.no is not None:
        refused = _refused(shown.order, shown.no, words)
    elif shown.order is not None:
        claim = _claim(pages, who, shown.order.order_id, now // SECOND)
    status = 200 if claim else 409
    return await _page(pages, request, status=status, shown=shown.order, claim=claim, refused=refused)


def _refused(order: Order, no: pickup.No, words: Any) -> str:
    told: str = words.text(
        (REFUSED if order.is_paid else REFUSED | UNPAID)[no],
        amount=words.amount(order.total_minor, order.currency),
        time=words.moment(order.closed_at) if order.closed_at else "",
        who=order.closed_by,
        begins=words.moment(order.from_at),
        kept=words.moment(order.kept_until),
    )
    return told


def _word(shown: Shown) -> str:
    if shown.reason is not None:
        return shown.reason.value
    return shown.no.value if shown.no is not None else "here"


def _claim(pages: Pages, who: Staff, order_id: str, at_s: int) -> str:
    return f"{at_s}.{pages.front.vault.mac(CLAIM_PURPOSE, f'{order_id} {who.login} {at_s}')}"


def _is_claimed(pages: Pages, who: Staff, order_id: str, claim: str) -> bool:
    at = claim.partition(".")[0]
    if not (at.isascii() and at.isdigit() and len(at) <= 12):
        return False
    age = pages.front.clock() // SECOND - int(at)
    return 0 <= age <= CLAIM_S and is_same(_claim(pages, who, order_id, int(at)), claim)


def _changing(pages: Pages) -> tuple[Any, ...]:
    @post(PATH + "/{order_id:str}/collect", status_code=200, include_in_schema=False)
    async def collect(request: AnyRequest, order_id: IdOf) -> Response[Any]:
        """Hand it over."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        if not _is_claimed(pages, who, order_id, form.get("claim", "")):
            raise Rejected("claim", "look at the code once more", 409)

        def job(connection: Any) -> tuple[bool, Order | None]:
            order = order_listing.one(connection, who.store_id, order_id)
            if order is None or (order.years and form.get("age") != "yes"):
                return False, order
            if pickup.standing(order, now) is not None:
                return False, order
            done = orders.collect(connection, who.store_id, order_id, who=who.login, at=now)
            if done:
                _note(connection, who, "order.collect", order_id, now, "age seen" if order.years else "")
            return done, order_listing.one(connection, who.store_id, order_id)

        done, order = await pages.write(who.store_id, job)
        found(order, "order")
        if done:
            return back_to(PATH, "told")
        no = pickup.standing(order, now)
        if no is not None:
            return await _told(pages, request, Shown(order=order, no=no))
        mistake = pages.words(request).text("Look at the age first: from {n} years.", n=order.years)
        return await _page(
            pages, request, status=422, shown=order, claim=form.get("claim", ""), mistake=mistake
        )

    @post(PATH + "/{order_id:str}/ready", include_in_schema=False)
    async def ready(request: AnyRequest, order_id: IdOf) -> Redirect:
        """Its goods are picked."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> bool:
            done = orders.make_ready(connection, who.store_id, order_id, at=now)
            if done:
                _note(connection, who, "order.ready", order_id, now)
            return done

        return back_to(PATH, "saved" if await pages.write(who.store_id, job) else "unchanged")

    @post(PATH + "/{order_id:str}/send", include_in_schema=False)
    async def send(request: AnyRequest, order_id: IdOf) -> Redirect:
        """It is on its way; its address is forgotten."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> bool:
            done = orders.send(connection, who.store_id, order_id, who=who.login, at=now)
            if done:
                _note(connection, who, "order.send", order_id, now)
            return done

        return back_to(PATH, "saved" if await pages.write(who.store_id, job) else "unchanged")

    @post(PATH + "/{order_id:str}/cancel", include_in_schema=False)
    async def cancel(request: AnyRequest, order_id: IdOf) -> Redirect:
        """Goods and money back."""
        who, now = staff_of(request), pages.front.clock()
        why = api.reason((await form_of(request)).get("why", ""))

        def job(connection: Any) -> bool:
            done = orders.cancel(connection, who.store_id, order_id, who=who.login, why=why, at=now)
            if done:
                _note(connection, who, "order.cancel", order_id, now, why=why)
            return done

        return back_to(PATH, "removed" if await pages.write(who.store_id, job) else "unchanged")

    @post(PATH + "/rules", include_in_schema=False)
    async def rules(request: AnyRequest) -> Redirect:
        """When orders may be collected."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        numbers = {
            name: whole_of(form.get(name, ""), default=-1, least=-1, most=10_000)
            for name in (*_HOURS, "lead_min", "days", "kept_min", "unpaid_max")
        }
        try:
            wanted = Rules(
                **numbers,
                delivers=form.get("delivers") == "yes",
                at_lanes=form.get("at_lanes") == "yes",
            )
        except BrokenInvariantError as error:
            raise Rejected("rules", str(error), 422) from error

        def job(connection: Any) -> None:
            order_rules.keep(connection, who.store_id, wanted, now)
            _note(connection, who, "order.rules", "rules", now, msgspec.json.encode(wanted).decode())

        await pages.write(who.store_id, job)
        return back_to(PATH, "saved")

    return collect, ready, send, cancel, rules


def _note(
    connection: Any, who: Staff, action: str, order_id: str, at: int, detail: str = "", why: str = ""
) -> None:
    audit.note(
        connection,
        who.store_id,
        who=who.login,
        action=action,
        what=order_id,
        detail=detail,
        why=why,
        at=at,
    )
