"""The virtual shelf: what the shop counts of its goods, and posters whose codes open them on a phone.

Source: docs/orders.md, "Posters", "Stock".
Invariants: a count says by whom and why; a form that is sent twice counts once.
"""

import urllib.parse
from typing import Any

import markupsafe
import segno
from litestar import Response, get, post
from litestar.response import Redirect

from retail.catalogue import Product
from retail.wire.bodies import sold_at
from store.data import audit
from store.data.goods import catalogue
from store.data.goods.catalogue import PRODUCT_KIND, Filter
from store.data.ids import new_id
from store.data.ordering import stock
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office import api
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, printable, whole_of
from store.office.pages.words import Words

PATH = "/office/shelf"
SHOWN_MAX = 60
FORM_SIZE = 36


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def shelf(request: AnyRequest) -> Response[str]:
        """Goods with what is there, and a poster of them."""
        who, words, now = staff_of(request), pages.words(request), pages.front.clock()
        category = printable(request.query_params.get("of", ""))[:80]

        def job(connection: Any) -> dict[str, Any]:
            wanted = Filter(category=category, limit=SHOWN_MAX)
            listed = catalogue.listing(connection, who.store_id, PRODUCT_KIND, wanted).lines
            sold = [one for one in (sold_at(row.body, now) for row in listed) if one is not None]
            keys = [one.key for one in sold]
            return {
                "goods": [one for one in sold if one.unit != "kg" and not one.pack_of],
                "levels": stock.levels(connection, who.store_id, keys) if keys else {},
                "categories": _branches(catalogue.categories(connection, who.store_id)),
            }

        read = await pages.read(job)
        address = f"{pages.settings.url}/phone/shelf"
        poster = f"{address}?{urllib.parse.urlencode({'of': category})}" if category else address
        return await pages.page(
            request,
            "shelf.html",
            category=category,
            poster=poster,
            poster_code=_code(poster, 8, is_fluid=True),
            codes={one.key: _code(f"{pages.settings.url}/phone/goods/{one.key}", 3) for one in read["goods"]},
            name_of=lambda product: _name(product, words),
            form_id=new_id(),
            **read,
        )

    @post(PATH + "/{key:str}", include_in_schema=False)
    async def count(request: AnyRequest, key: IdOf) -> Redirect:
        """Say how much is there."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why, form_id = api.reason(form.get("why", "")), form.get("form_id", "")
        number = whole_of(form.get("count", ""), default=-1, least=-1, most=stock.COUNT_MAX)
        if number < 0 or len(form_id) != FORM_SIZE:
            raise Rejected("malformed", "say how many are there", 422)

        def job(connection: Any) -> bool:
            found(catalogue.find(connection, who.store_id, PRODUCT_KIND, key), "product")
            done = stock.count(
                connection,
                who.store_id,
                key,
                number,
                f"count:{form_id}:{key}",
                who=who.login,
                why=why,
                at=now,
            )
            if done:
                audit.note(
                    connection,
                    who.store_id,
                    who=who.login,
                    action="stock.count",
                    what=key,
                    why=why,
                    detail=str(number),
                    at=now,
                )
            return done

        done = await pages.write(who.store_id, job)
        return back_to(PATH, "saved" if done else "unchanged", of=form.get("of", "")[:80])

    return shelf, count


def _branches(categories: tuple[str, ...]) -> list[str]:
    """Categories with what they are in."""
    parts = [one.split("/") for one in categories if one]
    return sorted({"/".join(one[:end]) for one in parts for end in range(1, len(one) + 1)})


def _name(product: Product, words: Words) -> str:
    return product.names.get(words.language) or product.names[""]


def _code(address: str, scale: int, *, is_fluid: bool = False) -> markupsafe.Markup:
    """An address as a picture to print."""
    drawn = segno.make_qr(address, error="m").svg_inline(scale=scale, border=2, omitsize=is_fluid)
    return markupsafe.Markup(drawn)  # drawn by us: modules, no text
