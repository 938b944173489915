"""A member's orders on their phone: the code to collect one with, what becomes of it, cancelling.

The code is a credential of its own (`Kind.PICKUP`), granted for one order to one phone while the order is
open; it moves on like the member's, and its short number needs nobody's leave: the counter asks the service.

Source: docs/orders.md, "The code"; docs/credential.md.
Invariants: an order that is not the member's own is not there; a grant is for an open order that
is collected.
"""

import secrets
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import JSONBody, PathParameter

from retail.credential import issue
from retail.credential.code import LINK_BYTES, Kind
from store.data.clock import SECOND
from store.data.ordering import order_listing, orders, pickup
from store.data.ordering.order import Order
from store.data.people import credential_keys, credential_news
from store.data.stored_value import wallet_charges
from store.data.stored_value.wallet_charges import Charge
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone import wallet_ordering
from store.phone.grants import BODY_MAX, Granted, Proof, check_proof
from store.phone.ordering import ORDERS
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, found

ID_MAX = 80
STATES = {
    "placed": "Ordered",
    "ready": "Ready",
    "collected": "Collected",
    "sent": "On its way",
    "cancelled": "Cancelled",
}
UNPAID = "To be paid"
IdOf = Annotated[str, PathParameter(max_length=ID_MAX)]


def state_of(order: Order) -> str:
    """How an order stands, in English."""
    return UNPAID if order.is_open and not order.is_paid else STATES[order.state]


def may_cancel(order: Order, at: int) -> bool:
    """Whether its member may cancel it: not while a lane has it, nor what a lane's sale has paid."""
    is_bought = order.is_paid and order.paid_by == "lane"
    return order.is_open and not is_bought and not order.is_held(at)


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""
    vault = phone.front.vault

    @get(ORDERS, include_in_schema=False)
    async def every(request: AnyRequest) -> Response[bytes]:
        """All of them, newest first."""
        who = shopper_of(request)
        rows = await phone.read(
            lambda connection: order_listing.listed(connection, phone.store_id, who.member_id)
        )
        return phone.page(request, "orders.html", who=who, rows=rows, state_of=state_of)

    @get(ORDERS + "/{order_id:str}", include_in_schema=False)
    async def one(request: AnyRequest, order_id: IdOf) -> Response[Any]:
        """One of them, with its code."""
        who, words = shopper_of(request), phone.words(request)

        def job(connection: Any) -> tuple[Order | None, str, Charge | None]:
            order = order_listing.of_member(connection, phone.store_id, who.member_id, order_id)
            place = (
                order_listing.address(connection, vault, phone.store_id, order_id)
                if order is not None
                else ""
            )
            return order, place, wallet_charges.of_order(connection, phone.store_id, order_id)

        order, address, charge = await phone.read(job)
        found(order, "order")
        if order.is_paying and charge is not None and charge.subject == who.subject:
            return back_to(wallet_ordering.page_of(order_id))
        begin, end = words.local(order.from_at), words.local(order.until_at)
        early = words.local(order.from_at - pickup.EARLY_S * SECOND)
        return phone.page(
            request,
            "order.html",
            who=who,
            order=order,
            address=address,
            when=f"{words.day(begin.date().isoformat())}, {begin:%H:%M}–{end:%H:%M}",
            early=f"{early:%H:%M}",
            kept=words.moment(order.kept_until),
            state=state_of(order),
            money=wallet_ordering.money_of(order, charge, words),
            is_due=order.is_open and not order.is_paid and not order.is_paying,
            is_held=order.is_held(phone.front.clock()),
            may_cancel=may_cancel(order, phone.front.clock()),
        )

    @post(
        ORDERS + "/{order_id:str}/cancel",
        status_code=200,
        request_max_body_size=FORM_MAX,
        include_in_schema=False,
    )
    async def cancel(request: AnyRequest, order_id: IdOf) -> Response[Any]:
        """Goods back to the shelf, money back to the balance."""
        who, now = shopper_of(request), phone.front.clock()

        def job(connection: Any) -> bool | None:
            if order_listing.of_member(connection, phone.store_id, who.member_id, order_id) is None:
                return None
            return orders.cancel(connection, phone.store_id, order_id, who=orders.BY_MEMBER, why="", at=now)

        cancelled = await phone.write(job)
        if cancelled is None:
            found(None, "order")
        return back_to(f"{ORDERS}/{order_id}", "cancelled" if cancelled else "unchanged")

    @post(
        "/phone/api/orders/{order_id:str}/grant",
        status_code=200,
        request_max_body_size=BODY_MAX,
        include_in_schema=False,
    )
    async def grant(request: AnyRequest, data: JSONBody[Proof], order_id: IdOf) -> Granted:
        """What the order's codes are made from."""
        who, now_s = shopper_of(request), phone.now_s()
        check_proof(phone, who, data, now_s)

        def job(connection: Any) -> tuple[Order | None, issue.Signer]:
            order = order_listing.of_member(connection, phone.store_id, who.member_id, order_id)
            return order, credential_keys.signer(connection, vault, phone.store_id, now_s)

        order, signer = await phone.write(job)
        found(order, "order")
        if not order.is_open or order.is_paying or order.way != "pickup":
            raise Rejected("order_closed", "this order is not to be collected", 409)
        made = issue.moving(
            Kind.PICKUP,
            order.subject,
            shop_id=phone.store_id,
            from_s=now_s,
            last_link=secrets.token_bytes(LINK_BYTES),
            signer=signer,
        )
        return Granted(
            grant=made,
            number_key=credential_news.number_key(vault, phone.store_id, Kind.PICKUP, order.subject),
            shop=phone.settings.name,
            server_s=now_s,
        )

    return every, one, cancel, grant
