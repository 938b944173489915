"""Goods: finding one, its price now and planned, changing it with validity, every version it ever had.

Source: docs/back-office.md, "Goods"; docs/catalogue.md.
Invariants: a price is whole minor units greater than nothing; a change says who made it; what stands in the
chain's scope is changed there, not here.
"""

import datetime
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from retail import money
from retail.catalogue import PRICE_MAX_MINOR, Product
from retail.wire import bodies
from retail.wire.bodies import ProductRow
from store.data import audit
from store.data.goods import catalogue, changes, editing, stories
from store.data.goods.catalogue import PRODUCT_KIND, CatalogueError, Filter
from store.data.goods.changes import Version
from store.data.journals import reports
from store.data.journals.reports import Days
from store.data.replication.feed import store_scope
from store.front.gate import staff_of
from store.office.pages import charts
from store.office.pages.reports import Asked, days_chart
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found
from store.office.pages.words import Words

PATH = "/office/goods"
PAGE = 40
KEY_MAX = 40
SOLD_DAYS = 14
STORY_TEXTS = (("ingredients", "Ingredients"), ("origin", "Origin"), ("story", "Story"))
KeyOf = Annotated[str, PathParameter(max_length=KEY_MAX)]


class GoodsRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list."""

    product: Product
    now: ProductRow | None
    """None: not on sale now."""
    next_at: int
    """When that changes; 0: not planned."""


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A version a product had."""

    version: Version
    row: ProductRow | None


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return _list(pages), _one(pages), _change(pages)


def _list(pages: Pages) -> Any:
    @get(PATH, include_in_schema=False)
    async def list_goods(request: AnyRequest) -> Response[str]:
        """A page of goods by name."""
        store_id, asked, now = staff_of(request).store_id, request.query_params, pages.front.clock()
        wanted = Filter(
            text=asked.get("q", "").strip()[:60],
            category=asked.get("category", "")[:100],
            after=(asked.get("title", "")[:400], asked.get("key", "")[:KEY_MAX]),
            limit=PAGE,
        )

        def job(connection: Any) -> dict[str, Any]:
            return {
                "lines": catalogue.listing(connection, store_id, PRODUCT_KIND, wanted),
                "categories": catalogue.categories(connection, store_id),
                "count": catalogue.count(connection, store_id, PRODUCT_KIND),
            }

        read = await pages.read(job)
        rows = [_row(line.body, now) for line in read["lines"].lines]
        return await pages.page(request, "goods.html", **read, rows=rows, wanted=wanted)

    return list_goods


def _row(body: bytes, now: int) -> GoodsRow:
    row = bodies.product_row(body)
    return GoodsRow(
        product=bodies.plain(row), now=bodies.in_force(row, now), next_at=bodies.next_change(row, now)
    )


def _one(pages: Pages) -> Any:
    @get(PATH + "/{key:str}", include_in_schema=False)
    async def one(request: AnyRequest, key: KeyOf) -> Response[str]:
        """One product."""
        return await _product_page(pages, request, key)

    return one


async def _product_page(pages: Pages, request: AnyRequest, key: str, **more: Any) -> Response[str]:
    store_id, now, today = staff_of(request).store_id, pages.front.clock(), pages.today()
    first = (today - datetime.timedelta(days=SOLD_DAYS - 1)).isoformat()
    days = Days(first=first, last=today.isoformat())

    def job(connection: Any) -> dict[str, Any]:
        listed = found(catalogue.find(connection, store_id, PRODUCT_KIND, key), "product")
        past = changes.history(connection, store_id, listed.scope, PRODUCT_KIND, key)
        return {
            "listed": listed,
            "past": [_past(version) for version in past],
            "sold": reports.product_days(connection, store_id, days, key),
            "story": stories.of(connection, store_id, [key]).get(key, stories.NO_STORY),
        }

    read, words = await pages.read(job), pages.words(request)
    row = bodies.product_row(read["listed"].body)
    asked = Asked(first=first, last=today.isoformat())
    values = {
        "mistakes": [],
        "form": {},
        "row": row,
        "versions": (row, *row.later),
        "in_force": bodies.in_force(row, now),
        "chart": days_chart(words, asked, read["sold"]),
        "is_ours": read["listed"].scope == store_scope(store_id),
        "share": charts.share,
        "story_of": lambda name, code: getattr(read["story"], name).get(code, ""),
        "story_texts": STORY_TEXTS,
        "story_languages": stories.LANGUAGES,
        "story_units": ("g", "ml", "piece"),
    }
    return await pages.page(request, "product.html", **read, **{**values, **more})


def _past(version: Version) -> Past:
    return Past(version=version, row=bodies.product_row(version.body) if version.body is not None else None)


def _change(pages: Pages) -> Any:
    @post(PATH + "/{key:str}", status_code=200, include_in_schema=False)
    async def change(request: AnyRequest, key: KeyOf) -> Response[str] | Redirect:
        """A new price, now or from a moment on, for good or until another."""
        who, now, words = staff_of(request), pages.front.clock(), pages.words(request)
        form = await form_of(request)
        price = amount_of(form.get("price", ""), pages.settings.currency)
        begins, ends = _moment(pages, form.get("from", "")), _moment(pages, form.get("to", ""))
        mistakes = _mistakes(words, price, begins, ends, now)
        if mistakes or price is None or begins is None or ends is None:
            return await _product_page(pages, request, key, mistakes=mistakes, form=form, status=422)

        def job(connection: Any) -> str:
            listed = found(catalogue.find(connection, who.store_id, PRODUCT_KIND, key), "product")
            row = bodies.product_row(listed.body)
            base = bodies.plain(bodies.in_force(row, begins or now) or row)
            product = msgspec.structs.replace(base, price_minor=price)
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="price.change",
                what=f"product:{key}",
                detail=f"{base.price_minor} to {price}",
                why=form.get("why", "")[:300],
                at=now,
            )
            return editing.put_product(
                connection,
                who.store_id,
                product,
                by=who.login,
                at=now,
                valid_from=begins,
                valid_to=ends,
                scope=listed.scope,
            )

        try:
            change_id = await pages.write(who.store_id, job)
        except CatalogueError as error:
            return await _product_page(pages, request, key, mistakes=[str(error)], form=form, status=422)
        return back_to(f"{PATH}/{key}", "saved" if change_id else "unchanged")

    return change


def _mistakes(words: Words, price: int | None, begins: int | None, ends: int | None, now: int) -> list[str]:
    found_ones = []
    if price is None or not 0 < price <= PRICE_MAX_MINOR:
        found_ones.append(words.text("A price is an amount such as 2.49, and more than nothing."))
    if begins is None or ends is None:
        found_ones.append(words.text("A day and time is missing something."))
    elif ends and ends <= max(begins, now):
        found_ones.append(words.text("It would end before it begins."))
    return found_ones


def amount_of(text: str, currency: str) -> int | None:
    """An amount as people type it, `2.49` or `2,49`; None for anything else."""
    digits = money.exponent(currency)
    whole, point, fraction = text.strip().replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 7):
        return None
    if point and not (fraction.isascii() and fraction.isdigit() and len(fraction) <= digits):
        return None
    power: int = 10**digits
    return int(whole) * power + (int(fraction.ljust(digits, "0")) if fraction else 0)


def _moment(pages: Pages, text: str) -> int | None:
    """A local day and time of a form as a moment; 0 for an empty field, None for anything else."""
    if not text:
        return 0
    try:
        local = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return round(local.replace(tzinfo=pages.zone).timestamp()) * 1_000_000
