"""What is told of goods besides the price, and what members say of them.

Source: docs/phone.md, "Goods", "Reviews".
Invariants: whatever is changed is in the audit log; nothing shown here leads to a member.
"""

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from retail.unit_price import CONTENT_MAX
from retail.wire.bodies import product_row
from store.data import audit
from store.data.goods import catalogue, stories
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.people import reviews
from store.front.gate import staff_of
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, whole_of
from store.office.pages.words import LANGUAGES

REVIEWS = "/office/reviews"
GOODS = "/office/goods"
ID_MAX = 40
UNITS = {"g": "g", "ml": "ml", "piece": "piece"}
TEXTS = ("ingredients", "origin", "story")
NAMES = {"": "", **dict(LANGUAGES), "fr": "Français"}
IdOf = Annotated[str, PathParameter(max_length=ID_MAX)]


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @post(GOODS + "/{key:str}/story", include_in_schema=False)
    async def tell(request: AnyRequest, key: IdOf) -> Redirect:
        """Say what is told of a product."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        unit = form.get("net_unit", "g")
        told = stories.Story(
            net_amount=whole_of(form.get("net_amount", ""), most=CONTENT_MAX),
            net_unit=unit if unit in UNITS else "g",  # type: ignore[arg-type]  # of UNITS
            **{
                name: {
                    language: text[: stories.TEXT_MAX]
                    for language in stories.LANGUAGES
                    if (text := form.get(f"{name}.{language}", ""))
                }
                for name in TEXTS
            },
        )

        def job(connection: Any) -> bool:
            found(catalogue.find(connection, who.store_id, PRODUCT_KIND, key), "product")
            done = stories.put(connection, who.store_id, key, told, by=who.login, at=now)
            if done:
                audit.note(
                    connection, who.store_id, who=who.login, action="story.change", what=key, why="", at=now
                )
            return done

        done = await pages.write(who.store_id, job)
        return back_to(f"{GOODS}/{key}", "saved" if done else "unchanged")

    @get(REVIEWS, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What was said last."""
        who = staff_of(request)

        def job(connection: Any) -> dict[str, Any]:
            rows = reviews.newest(connection, who.store_id)
            goods = catalogue.find_many(
                connection, who.store_id, PRODUCT_KIND, sorted({one.product_key for one in rows})
            )
            return {"rows": rows, "names": {key: one.body for key, one in goods.items()}}

        read = await pages.read(job)
        words = pages.words(request)
        names = {key: _name(body, words.language) for key, body in read["names"].items()}
        return await pages.page(request, "reviews.html", rows=read["rows"], names=names)

    @post(REVIEWS + "/{review_id:str}", include_in_schema=False)
    async def hide(request: AnyRequest, review_id: IdOf) -> Redirect:
        """Hide a review, or show it again."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        is_hidden = form.get("state") == "hidden"

        def job(connection: Any) -> bool:
            done = reviews.set_state(connection, who.store_id, review_id, is_hidden=is_hidden)
            if done:
                audit.note(
                    connection,
                    who.store_id,
                    who=who.login,
                    action="review.hide" if is_hidden else "review.show",
                    what=review_id,
                    why=form.get("why", "")[:300],
                    at=now,
                )
            return done

        done = await pages.write(who.store_id, job)
        return back_to(REVIEWS, "saved" if done else "unchanged")

    return tell, listed, hide


def _name(body: bytes, language: str) -> str:
    return product_row(body).name(language)
