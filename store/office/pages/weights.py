"""What goods weigh, learned from the shop's own sales: a person accepts, strikes out, or refuses.

Accepting tells the lanes by the feed. Whatever stands here, goods without a known weight are sold as before:
lanes do not wait for them (`retail.interventions.situation`).

Source: docs/back-office.md, "Weights"; docs/devices/scale.md, "What goods weigh".
Invariants: what is accepted is what was shown: another suggestion meanwhile is shown first; every decision is
in the audit log.
"""

from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from retail.interventions.policy import WeightRules
from retail.weights.learning import LEAST, SampleId, Verdict
from retail.wire import bodies
from store.data import audit
from store.data.goods import catalogue, weights
from store.data.goods.catalogue import PRODUCT_KIND, CatalogueError
from store.data.replication.feed import store_scope
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.pages import weight_strip
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, printable, whole_of
from store.reports.weights import VERDICTS, Advice, advice

PATH = "/office/weights"
KEY_MAX = 40
SHOWN_MAX = 25
"""Products on one page."""
MARK = "s:"
"""What the field of a sample's box begins with; then its transaction, a colon, its line."""
KeyOf = Annotated[str, PathParameter(max_length=KEY_MAX)]


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A page of products."""

    rows: tuple[Advice, ...]
    after: str
    """The key to go on after; empty: that was all."""
    weighed: bool
    """Whether anything was weighed at all, so far."""


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_reading(pages), *_deciding(pages))


def _reading(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def all_weights(request: AnyRequest) -> Response[str]:
        """What is to be decided, or everything that was weighed."""
        store_id, asked = staff_of(request).store_id, request.query_params
        is_all, after = asked.get("show", "") == "all", printable(asked.get("after", ""))[:KEY_MAX]
        listed = await pages.read(lambda connection: _listed(connection, store_id, after, is_all=is_all))
        return await pages.page(
            request,
            "weights.html",
            listed=listed,
            is_all=is_all,
            is_first=not after,
            strip=lambda one: weight_strip.small(one, pages.words(request)),
            least=LEAST,
        )

    @get(PATH + "/{key:str}", include_in_schema=False)
    async def one_weight(request: AnyRequest, key: KeyOf) -> Response[str]:
        """One product, sample by sample."""
        return await _page(pages, request, key)

    return all_weights, one_weight


async def _page(
    pages: Pages, request: AnyRequest, key: str, mistake: str = "", status: int = 200
) -> Response[str]:
    store_id, words = staff_of(request).store_id, pages.words(request)

    def job(connection: Any) -> tuple[Advice, str]:
        return _advice(connection, store_id, key), _scope(connection, store_id, key)

    one, scope = await pages.read(job)
    return await pages.page(
        request,
        "weight.html",
        status=status,
        one=one,
        strip=weight_strip.large(one, words),
        ends=weight_strip.ends(one),
        verdicts=VERDICTS,
        outliers={Verdict.OUTLIER, Verdict.OTHER_GROUP},
        mark=MARK,
        is_ours=scope == store_scope(store_id),
        mistake=mistake,
    )


def _deciding(pages: Pages) -> tuple[Any, ...]:
    @post(PATH + "/{key:str}/strike", include_in_schema=False)
    async def strike(request: AnyRequest, key: KeyOf) -> Redirect:
        """Strike samples out, or let them count again."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        chosen, is_back = _chosen(form), form.get("deed", "") == "back"

        def job(connection: Any) -> int:
            found(catalogue.find(connection, who.store_id, PRODUCT_KIND, key), "product")
            if is_back:
                count = weights.put_back(connection, who.store_id, key, chosen)
            else:
                count = weights.strike(connection, who.store_id, key, chosen, by=who.login, at=now)
            if count:
                action = "weight.put_back" if is_back else "weight.strike"
                _note(connection, who, action, key, f"{count} samples", now)
            return count

        count = await pages.write(who.store_id, job)
        return back_to(f"{PATH}/{key}", "saved" if count else "unchanged")

    @post(PATH + "/{key:str}/accept", status_code=200, include_in_schema=False)
    async def accept(request: AnyRequest, key: KeyOf) -> Response[str] | Redirect:
        """Publish the suggestion that was shown."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)

        def job(connection: Any) -> str | None:
            one = _advice(connection, who.store_id, key)
            learned = one.learned
            if learned is None or (learned.expected_g, learned.tolerance_g) != _seen(form):
                return None
            was = f"{one.product.expected_g}/{one.product.tolerance_g}"
            becomes = f"{learned.expected_g}/{learned.tolerance_g}"
            _note(connection, who, "weight.accept", key, f"{was} to {becomes} g, {one.counting} samples", now)
            return weights.publish(
                connection,
                who.store_id,
                key,
                learned.expected_g,
                learned.tolerance_g,
                by=who.login,
                at=now,
            )

        try:
            change_id = await pages.write(who.store_id, job)
        except CatalogueError as error:
            return await _page(pages, request, key, str(error), 422)
        if change_id is None:
            return await _meanwhile(pages, request, key)
        return back_to(PATH, "saved" if change_id else "unchanged")

    @post(PATH + "/{key:str}/refuse", status_code=200, include_in_schema=False)
    async def refuse(request: AnyRequest, key: KeyOf) -> Response[str] | Redirect:
        """Say no to the suggestion that was shown; the lanes go on as before."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)

        def job(connection: Any) -> bool:
            learned = _advice(connection, who.store_id, key).learned
            if learned is None or (learned.expected_g, learned.tolerance_g) != _seen(form):
                return False
            said = (learned.expected_g, learned.tolerance_g)
            weights.refuse(connection, who.store_id, key, *said, by=who.login, at=now)
            _note(connection, who, "weight.refuse", key, f"{said[0]}/{said[1]} g", now)
            return True

        if not await pages.write(who.store_id, job):
            return await _meanwhile(pages, request, key)
        return back_to(PATH, "saved")

    return strike, accept, refuse


async def _meanwhile(pages: Pages, request: AnyRequest, key: str) -> Response[str]:
    """It is another suggestion by now."""
    text = pages.words(request).text("More was weighed meanwhile: this is the suggestion now.")
    return await _page(pages, request, key, text, 409)


def _note(connection: Any, who: Any, action: str, key: str, detail: str, at: int) -> None:
    audit.note(
        connection, who.store_id, who=who.login, action=action, what=f"product:{key}", detail=detail, at=at
    )


def _seen(form: dict[str, str]) -> tuple[int, int]:
    return whole_of(form.get("expected_g", ""), -1), whole_of(form.get("tolerance_g", ""), -1)


def _chosen(form: dict[str, str]) -> frozenset[SampleId]:
    """The samples whose boxes were ticked. Raises `Rejected` for a box that is none."""
    chosen = set()
    for name in form:
        if name.startswith(MARK):
            transaction_id, _, line = name.removeprefix(MARK).rpartition(":")
            line_id = whole_of(line, -1)
            if not transaction_id or line_id < 0:
                raise Rejected("malformed", "this names no sample", 422)
            chosen.add((transaction_id, line_id))
    if len(chosen) > weights.STRUCK_MAX:
        raise Rejected("malformed", f"at most {weights.STRUCK_MAX} samples at once", 422)
    return frozenset(chosen)


# --- reading -----------------------------------------------------------------------------------------------


def _listed(connection: Any, store_id: str, after: str, *, is_all: bool) -> Listed:
    """A page: as many products as it takes to fill it, or as were looked at."""
    least = 1 if is_all else LEAST
    those = weights.weighed(connection, store_id, after=after, least=least)
    keys = [one.key for one in those]
    bodies_of = catalogue.find_many(connection, store_id, PRODUCT_KIND, keys)
    struck = weights.struck(connection, store_id, keys)
    refusals = weights.refusals(connection, store_id, keys)
    rows, last = [], ""
    for key in keys:
        last = key
        if key not in bodies_of:
            continue
        one = advice(
            bodies.plain(bodies.product_row(bodies_of[key].body)),
            weights.samples(connection, store_id, key),
            WeightRules(),
            struck.get(key, frozenset()),
            refusals.get(key),
        )
        if is_all or one.is_news or one.is_unclear:
            rows.append(one)
        if len(rows) >= SHOWN_MAX:
            break
    is_more = bool(keys) and (last != keys[-1] or len(keys) == weights.KEYS_MAX)
    is_weighed = bool(keys) or bool(weights.weighed(connection, store_id, limit=1))
    return Listed(rows=tuple(rows), after=last if is_more else "", weighed=is_weighed)


def _advice(connection: Any, store_id: str, key: str) -> Advice:
    listed = found(catalogue.find(connection, store_id, PRODUCT_KIND, key), "product")
    return advice(
        bodies.plain(bodies.product_row(listed.body)),
        weights.samples(connection, store_id, key),
        WeightRules(),
        weights.struck(connection, store_id, [key]).get(key, frozenset()),
        weights.refusals(connection, store_id, [key]).get(key),
    )


def _scope(connection: Any, store_id: str, key: str) -> str:
    scope: str = found(catalogue.find(connection, store_id, PRODUCT_KIND, key), "product").scope
    return scope
