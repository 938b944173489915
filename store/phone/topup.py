"""Loading the balance on the phone: an amount, a code for a wallet, and what became of it.

Source: docs/phone.md, "Paying with a wallet".
Invariants: an amount is within the shop's limits before anybody is asked to pay; only the phone that asked
sees a charge; where it leads afterwards is a page of ours.
"""

import re
import urllib.parse
from typing import Annotated, Any

import markupsafe
import msgspec
import segno
from litestar import Response, get, post
from litestar.params import PathParameter

from retail.pricing import Pricer
from retail.stored_value.limits import ValueLimits
from store.data import value_books, value_cards, wallet_charges
from store.data.ids import new_id
from store.data.value import Origin
from store.data.wallet_charges import Charge
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone.prices import Found, Prices
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, form_of, found
from store.phone.wallet_gateway import Gateway

WALLET, CHARGE = "/phone/wallet", "/phone/charge"
ID_MAX = 60
THEN_MAX = 2000
_THEN = re.compile(r"/phone/(order|shelf|wallet)(\?[A-Za-z0-9.=&%_-]*)?")
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
        then = form.get("then", "")
        return back_to(f"{CHARGE}/{charge_id}" + (f"?then={_quoted(then)}" if _is_ours(then) else ""))

    @get(CHARGE + "/{charge_id:str}", include_in_schema=False)
    async def charge(request: AnyRequest, charge_id: IdOf) -> Response[bytes]:
        """The code to pay, or how it ended."""
        who = shopper_of(request)
        one = await _mine(phone, who.subject, charge_id)
        then = request.query_params.get("then", "")
        return phone.page(
            request,
            "charge.html",
            who=who,
            charge=one,
            code=_drawn(one.present) if one.present and one.is_open else None,
            left_s=max(0, (one.until - phone.front.clock()) // 1_000_000),
            then=then if _is_ours(then) else "",
        )

    @get("/phone/api/charge/{charge_id:str}", include_in_schema=False)
    async def standing(request: AnyRequest, charge_id: IdOf) -> Standing:
        """For the page that waits."""
        one = await _mine(phone, shopper_of(request).subject, charge_id)
        return Standing(state=one.state, has_code=bool(one.present))

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
        await phone.write(lambda connection: wallet_charges.cut_short(connection, one, at=now))
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


def _is_ours(path: str) -> bool:
    """Whether an address is a page of ours that a payment may lead back to."""
    return len(path) <= THEN_MAX and _THEN.fullmatch(path) is not None


def _quoted(path: str) -> str:
    return urllib.parse.quote(path, safe="")


def _drawn(text: str) -> markupsafe.Markup:
    """A code as a picture."""
    drawn = segno.make_qr(text, error="m").svg_inline(scale=4, border=2, omitsize=True)
    return markupsafe.Markup(drawn)  # drawn by us: modules, no text
