"""The virtual shelf, and ordering from it: choose goods, see what they cost, choose when, pay.

Nothing is kept before the order: what was chosen travels in the address, so that a poster's code, a page that
was put aside, and a second tab cannot disagree. The price that was shown is sent back with the form; when it
has changed since, the page shows the new one and asks again.

Source: docs/orders.md, "Ordering".
Invariants: nobody pays another amount than the one they saw; a form that is sent twice orders once.
"""

import re
import secrets
from collections.abc import Mapping
from typing import Any

from litestar import Response, get, post

from retail.catalogue import Product
from retail.credential.code import SUBJECT_BYTES, subject_of
from retail.interventions.policy import AgeRules
from retail.pricing import Pricer
from retail.wire.bodies import sold_at
from store.data.clock import SECOND
from store.data.goods import catalogue
from store.data.goods.catalogue import PRODUCT_KIND, Filter
from store.data.ids import new_id
from store.data.ordering import order_rules, order_wallet, orders, stock
from store.data.ordering.order import ADDRESS_MAX, GOODS_MAX, PIECES_MAX, GoneError, TooManyError, Wish
from store.data.ordering.order_money import UnpaidError
from store.data.ordering.order_rules import Rules, Window
from store.data.ordering.stock import Level, ShortError
from store.data.people import interest_counts
from store.data.stored_value import value_books
from store.front.gate import shopper_of
from store.identity.principals import Shopper
from store.phone import wallet_ordering
from store.phone.order_prices import Costed, cost, why_not
from store.phone.prices import Found, Prices
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, form_of
from store.phone.statics import thumb
from store.phone.wallet_gateway import Gateway
from store.phone.words import Words

ORDER, ORDERS, SHELF = "/phone/order", "/phone/orders", "/phone/shelf"
SHELF_MAX = 40
QUANTITY = "q."
"""How the fields of quantities begin; the product's key follows."""
_KEY = re.compile(r"[0-9]{14}")
_FORM = re.compile(r"[0-9a-f-]{36}")
_CATEGORY = re.compile(r"[a-z0-9_/-]{1,80}")


def routes(phone: Phone, prices: Prices, gateway: Gateway) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(SHELF, include_in_schema=False)
    async def shelf(request: AnyRequest) -> Response[bytes]:
        """Goods of a category, to choose from."""
        return await _shelf(phone, prices, request)

    @get(ORDER, include_in_schema=False)
    async def review(request: AnyRequest) -> Response[bytes]:
        """What was chosen, its price, and when and how one gets it."""
        return await _review(phone, prices, gateway, request, wanted_of(request.query_params))

    @post(ORDERS, status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def place(request: AnyRequest) -> Response[Any]:
        """Order and pay."""
        who, form = shopper_of(request), await form_of(request)
        wanted, now = wanted_of(form), phone.front.clock()
        costed, _ = await _cost(phone, prices, who, wanted)
        rules = await phone.read(lambda connection: order_rules.of_store(connection, phone.store_id))
        window = _window(form.get("window", ""), rules, phone, now)
        mistake = _mistake(form, costed, rules, window)
        if mistake or window is None:
            return await _review(phone, prices, gateway, request, wanted, form=form, mistake=mistake)
        is_brought, is_later = form.get("way") == "delivery", form.get("pay") == "lane"
        kept_until = window.until_at + (0 if is_brought else rules.kept_min * 60 * SECOND)
        wish = Wish(
            order_id=f"o-{form['form_id']}",
            subject=subject_of(secrets.token_bytes(SUBJECT_BYTES)),
            goods=costed.goods,
            total_minor=costed.total_minor,
            currency=phone.settings.currency,
            from_at=window.from_at,
            until_at=window.until_at,
            kept_until=kept_until,
            way="delivery" if is_brought else "pickup",
            paid_by="lane" if is_later else "balance",
            pay_until=kept_until if is_later else 0,
            channel="shelf" if form.get("from") == "shelf" else "phone",
            address=form.get("address", "") if is_brought else "",
        )
        vault, is_by_wallet = phone.front.vault, form.get("pay") == "wallet"
        try:
            if is_by_wallet:
                mistake = await wallet_ordering.begin(
                    phone, prices, gateway, who, wish, form.get("wallet", ""), at=now
                )
            else:
                await phone.write(
                    lambda connection: orders.place(
                        connection, vault, phone.store_id, who.member_id, wish, at=now
                    )
                )
        except ShortError as error:
            mistake = "Somebody was faster: there is not enough left."
            return await _review(
                phone, prices, gateway, request, wanted, form=form, mistake=mistake, short=error.product_key
            )
        except TooManyError:
            mistake = "Please collect and pay what you have ordered first."
            return await _review(phone, prices, gateway, request, wanted, form=form, mistake=mistake)
        except UnpaidError:
            mistake = "There is not enough on your balance."
            return await _review(phone, prices, gateway, request, wanted, form=form, mistake=mistake)
        except GoneError:
            return back_to(ORDERS, "unchanged")
        if mistake:
            return await _review(phone, prices, gateway, request, wanted, form=form, mistake=mistake)
        if is_by_wallet:
            return back_to(wallet_ordering.page_of(wish.order_id))
        return back_to(f"{ORDERS}/{wish.order_id}", "ordered_unpaid" if is_later else "ordered")

    return shelf, review, place


def wanted_of(fields: Mapping[str, str]) -> dict[str, int]:
    """Product to quantity, of a form or an address; at most GOODS_MAX kinds."""
    found: dict[str, int] = {}
    for name, value in fields.items():
        key = name.removeprefix(QUANTITY)
        if name.startswith(QUANTITY) and _KEY.fullmatch(key) and len(found) < GOODS_MAX:
            quantity = int(value) if value.isascii() and value.isdigit() and len(value) <= 3 else 0
            if quantity:
                found[key] = min(quantity, PIECES_MAX)
    return found


def _mistake(form: dict[str, str], costed: Costed, rules: Rules, window: Window | None) -> str:
    """Why an order cannot be placed as it is."""
    mistake = ""
    is_brought = form.get("way") == "delivery"
    address = form.get("address", "")
    if costed.problems or not costed.goods:
        mistake = "Something of it cannot be ordered."
    elif not _FORM.fullmatch(form.get("form_id", "")):
        mistake = "Please look at your order once more."
    elif form.get("total", "") != str(costed.total_minor):
        mistake = "The price has changed. Please look at it once more."
    elif window is None:
        mistake = "This time is over. Please choose another."
    elif is_brought and not rules.delivers:
        mistake = "This shop brings nothing."
    elif is_brought and costed.years:
        mistake = "Goods sold from an age have to be collected."
    elif is_brought and not 5 <= len(address) <= ADDRESS_MAX:
        mistake = "Please write where it is to be brought."
    elif form.get("pay") == "lane":
        mistake = _not_later(costed, rules, is_brought=is_brought)
    return mistake


def _not_later(costed: Costed, rules: Rules, *, is_brought: bool) -> str:
    """Why an order cannot be paid when it is collected."""
    if not rules.at_lanes:
        return "Orders are paid at once in this shop."
    if is_brought:
        return "What is brought is paid when it is ordered."
    return "" if costed.total_minor > 0 else "There is nothing to pay."


def _window(text: str, rules: Rules, phone: Phone, now: int) -> Window | None:
    open_now = order_rules.windows(rules, now, phone.zone)
    return next((one for one in open_now if str(one.from_at) == text), None)


async def _cost(
    phone: Phone, prices: Prices, who: Shopper | None, wanted: dict[str, int]
) -> tuple[Costed, dict[str, str]]:
    """What goods cost now, and where their pictures are."""
    local, currency = phone.local(), phone.settings.currency

    def question(pricer: Pricer, read: Found) -> tuple[Costed, dict[str, str]]:
        years = {key: phone.ages.years(product.category) or 0 for key, product in read.products.items()}
        pictures = {key: thumb(one.picture) for key, one in read.products.items() if one.picture}
        return cost(pricer, read, wanted, local=local, currency=currency, years=years), pictures

    return await prices.ask(wanted, who, question)


async def _review(
    phone: Phone,
    prices: Prices,
    gateway: Gateway,
    request: AnyRequest,
    wanted: dict[str, int],
    *,
    form: dict[str, str] | None = None,
    mistake: str = "",
    short: str = "",
) -> Response[bytes]:
    who, words, now = shopper_of(request), phone.words(request), phone.front.clock()
    costed, pictures = await _cost(phone, prices, who, wanted)
    keys = list(wanted)

    def job(connection: Any) -> tuple[Rules, dict[str, Level], int]:
        statement = value_books.of_member(connection, who.member_id)
        levels = stock.levels(connection, phone.store_id, keys) if keys else {}
        free = statement.account.free_minor if statement is not None else 0
        return order_rules.of_store(connection, phone.store_id), levels, free

    rules, levels, free = await phone.read(job)
    limits = await prices.ask((), None, lambda pricer, _: pricer.terms.stored_value)
    problems = {key: words.text(problem) for key, problem in costed.problems.items()}
    for key, level in levels.items():
        if level.free < wanted[key]:
            problems[key] = (
                words.text("Only {n} left", n=level.free) if level.free else words.text("Sold out")
            )
    origin = (form or {}).get("from", request.query_params.get("from", ""))
    return phone.page(
        request,
        "ordering.html",
        who=who,
        status=422 if mistake else 200,
        wanted=wanted,
        costed=costed,
        problems=problems,
        pictures=pictures,
        short=short,
        may_order=bool(costed.goods) and not problems and free >= costed.total_minor,
        may_pay_later=bool(costed.goods) and not problems and rules.at_lanes and costed.total_minor > 0,
        free=free,
        missing=order_wallet.missing(costed.total_minor, free, limits)
        if gateway.is_there and not problems
        else 0,
        days=_days(order_rules.windows(rules, now, phone.zone), words),
        rules=rules,
        form=form or {},
        form_id=(form or {}).get("form_id") or new_id(),
        origin="shelf" if origin == "shelf" else "",
        mistake=words.text(mistake) if mistake else "",
        address_max=ADDRESS_MAX,
    )


def _days(windows: tuple[Window, ...], words: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """Windows by day, as value and words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in windows:
        begin, end = words.local(one.from_at), words.local(one.until_at)
        day = words.day(begin.date().isoformat())
        found.setdefault(day, []).append((str(one.from_at), f"{day}, {begin:%H:%M}–{end:%H:%M}"))
    return list(found.items())


async def _shelf(phone: Phone, prices: Prices, request: AnyRequest) -> Response[bytes]:
    who, words, now = await phone.shopper(request), phone.words(request), phone.front.clock()
    asked = request.query_params.get("of", "")
    category = asked if _CATEGORY.fullmatch(asked) else ""

    def job(connection: Any) -> tuple[list[str], tuple[str, ...], dict[str, Level]]:
        wanted = Filter(category=category, limit=SHELF_MAX)
        listed = catalogue.listing(connection, phone.store_id, PRODUCT_KIND, wanted).lines
        sold = [sold_at(one.body, now) for one in listed]
        keys = [one.key for one in sold if one is not None and why_not(one, 1) is None]
        tops = sorted({one.split("/")[0] for one in catalogue.categories(connection, phone.store_id)})
        levels = stock.levels(connection, phone.store_id, keys) if keys else {}
        return keys, tuple(tops), levels

    keys, tops, levels = await phone.read(job)
    local, currency = phone.local(), phone.settings.currency

    def look(pricer: Pricer, read: Found) -> list[dict[str, Any]]:
        shown = []
        for key in keys:
            product = read.products.get(key)
            if product is not None:
                costed = cost(pricer, read, {key: 1}, local=local, currency=currency, years={})
                shown.append(_tile(product, costed, levels.get(key), words, phone.ages))
        return shown

    goods = await prices.ask(keys, who, look)
    if category and who is not None:  # strangers cause no writing
        day = phone.local()[:10]
        await phone.write(
            lambda connection: interest_counts.note(connection, phone.store_id, day, "shelf", [category])
        )
    here = category.split("/")[0]
    tops = tuple(sorted(tops, key=lambda one: (one != here, one)))  # what is chosen is seen at once
    return phone.page(
        request, "shelf.html", who=who, goods=goods, tops=tops, category=category, most=PIECES_MAX
    )


def _tile(
    product: Product, costed: Costed, level: Level | None, words: Words, ages: AgeRules
) -> dict[str, Any]:
    line = costed.goods[0] if costed.goods else None
    paid = line.paid_minor if line is not None else 0
    return {
        "key": product.key,
        "name": words.name(product.names),
        "picture": thumb(product.picture) if product.picture else "",
        "price": words.amount(paid),
        "list_price": words.amount(line.list_minor) if line is not None and line.list_minor != paid else "",
        "deposit": words.amount(line.deposit_minor) if line is not None and line.deposit_minor else "",
        "left": level.free if level is not None else None,
        "years": ages.years(product.category),
    }
