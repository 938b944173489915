"""Loading the balance on the phone: an amount, a code for a wallet, and what became of it.

Source: docs/phone.md, "Paying with a wallet".
Invariants: an amount is within the shop's limits before anybody is asked to pay; only the phone that asked
sees a charge.
"""

from typing import Annotated, Any

import markupsafe
import msgspec
import segno
from litestar import Response, get, post
from litestar.params import PathParameter

from retail.pricing import Pricer
from retail.stored_value.limits import ValueLimits
from store.data.ids import new_id
from store.data.ordering import orders
from store.data.ordering.order import Order
from store.data.stored_value import value_books, value_cards, wallet_charges
from store.data.stored_value.value import Origin
from store.data.stored_value.wallet_charges import Charge
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone import wallet_ordering
from store.phone.ordering import ORDERS
from store.phone.prices import Found, Prices
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, form_of, found
from store.phone.wallet_gateway import Gateway
from store.phone.wallet_ordering import CHARGE

WALLET = "/phone/wallet"
ID_MAX = 60
IdOf = Annotated[str, PathParameter(max_length=ID_MAX)]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """200: what became of a charge."""

    state: str
    has_code: bool


def routes(phone: Phone, prices: Prices, gateway: Gateway) -> tuple[Any, ...]:
    """The handlers of this module."""

    @post("/phone/topup", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def top_up(request: AnyRequest) -> Response[Any]:
        """Ask for a payment by wallet."""
        who, form, now = shopper_of(request), await form_of(request), phone.front.clock()
        if not gateway.is_there:
            raise Rejected("no_wallets", "this shop takes no wallets on phones", 409)
        amount = _amount(form.get("amount", ""))
        limits = await prices.ask((), None, _limits)
        charge_id, origin = f"w-{new_id()}", Origin(store_id=phone.store_id, who=wallet_charges.BY)
        currency = phone.settings.currency

        def job(connection: Any) -> str:
            account_id = value_cards.open_member(
                connection, who.member_id, currency=currency, origin=origin, at=now
            )
            if account_id is None:
                return "gone"
            statement = value_books.statement(connection, account_id)
            has = statement.account.balance_minor if statement is not None else 0
            if has + amount > limits.balance_max_minor:
                return "full"
            is_asked = wallet_charges.ask(
                connection, phone.store_id, charge_id, account_id, who.subject, amount, currency, at=now
            )
            return "" if is_asked else "open"

        if not limits.load_min_minor <= amount <= limits.load_max_minor:
            return back_to(WALLET, "amount")
        if refused := await phone.write(job):
            return back_to(WALLET, refused)
        gateway.wake()
        return back_to(f"{CHARGE}/{charge_id}")

    @get(CHARGE + "/{charge_id:str}", include_in_schema=False)
    async def charge(request: AnyRequest, charge_id: IdOf) -> Response[Any]:
        """The code to pay, or how it ended."""
        who, words = shopper_of(request), phone.words(request)
        one = await _mine(phone, who.subject, charge_id)
        order = await wallet_ordering.order_of(phone, one)
        if order is not None and order.is_paid:
            return back_to(f"{ORDERS}/{order.order_id}", "ordered")
        return phone.page(
            request,
            "charge.html",
            who=who,
            charge=one,
            state=standing_of(one, order),
            code=_drawn(one.present) if one.present and one.is_open else None,
            order=order,
            kept=f"{words.local(order.pay_until):%H:%M}" if order is not None else "",
            money=wallet_ordering.money_of(order, one, words) if order is not None else "",
            again=wallet_ordering.again(order) if order is not None else "",
        )

    @get("/phone/api/charge/{charge_id:str}", include_in_schema=False)
    async def standing(request: AnyRequest, charge_id: IdOf) -> Standing:
        """For the page that waits."""
        one = await _mine(phone, shopper_of(request).subject, charge_id)
        order = await wallet_ordering.order_of(phone, one)
        return Standing(state=standing_of(one, order), has_code=bool(one.present))

    @post(
        CHARGE + "/{charge_id:str}/cancel",
        status_code=200,
        request_max_body_size=FORM_MAX,
        include_in_schema=False,
    )
    async def cancel(request: AnyRequest, charge_id: IdOf) -> Response[Any]:
        """Do not pay: the gateway has the last word."""
        who, now = shopper_of(request), phone.front.clock()
        one = await _mine(phone, who.subject, charge_id)

        def job(connection: Any) -> None:
            if one.order_id:
                orders.cancel(connection, phone.store_id, one.order_id, who=orders.BY_MEMBER, why="", at=now)
            wallet_charges.cut_short(connection, one, at=now)

        await phone.write(job)
        gateway.wake()
        return back_to(f"{CHARGE}/{charge_id}")

    return top_up, charge, standing, cancel


async def _mine(phone: Phone, subject: str, charge_id: str) -> Charge:
    one = await phone.read(lambda connection: wallet_charges.one(connection, phone.store_id, charge_id))
    mine: Charge = found(one if one is not None and one.subject == subject else None, "payment")
    return mine


def _limits(pricer: Pricer, _read: Found) -> ValueLimits:
    return pricer.terms.stored_value


def _amount(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0


def standing_of(one: Charge, order: Order | None) -> str:
    """What the page that waits looks at: the payment, and whether its order is over."""
    return one.state if order is None or order.is_paying else f"{one.state} over"


def _drawn(text: str) -> markupsafe.Markup:
    """A code as a picture."""
    drawn = segno.make_qr(text, error="m").svg_inline(scale=4, border=2, omitsize=True)
    return markupsafe.Markup(drawn)  # drawn by us: modules, no text
