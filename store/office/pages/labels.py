"""Electronic shelf labels: those that do not show what they were told, what the shelf said when, and rules.

Source: docs/labels.md.
Invariants: attendants look, managers change; whatever is changed is in the audit log.
"""

import datetime
import re
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from retail.codes import ProductCode, Symbology, interpret
from retail.wire.bodies import sold_at
from retail.wire.labels import ID_MAX, SIZES
from store.data import audit
from store.data.clock import SECOND
from store.data.goods import catalogue, labels, labels_shown
from store.data.goods.catalogue import PRODUCT_KIND
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, printable, whole_of
from store.reports.label_picture import draw
from store.reports.label_proof import proof
from store.reports.labels import shelf_of

PATH = "/office/labels"
SHOWN_MAX = 200
LATE_S = 120
"""A label that has not answered for so long is somebody's business."""
LabelId = Annotated[str, PathParameter(max_length=ID_MAX)]
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    shelf = shelf_of(pages.front.service)

    @get(PATH, include_in_schema=False)
    async def page(request: AnyRequest) -> Response[str]:
        """Every label, those that wait first; with a product and a moment, what the shelf said then."""
        await shelf.keep()
        return await _page(pages, request)

    @get(PATH + "/{label_id:str}/picture", include_in_schema=False)
    async def picture(request: AnyRequest, label_id: LabelId) -> Response[bytes]:
        """What a label was told, as it shows it."""
        store_id = staff_of(request).store_id

        def job(connection: Any) -> tuple[Any, Any]:
            label = found(labels.one(connection, store_id, label_id), "label")
            told = (label.product_key, label.text_no)
            return label, found(labels.texts(connection, store_id, [told]).get(told), "picture")

        label, text = await pages.read(job)
        address = f"{pages.settings.url}/shelf/{text.gtin}"
        return Response(draw(text, label.size, pages.settings.language, address), media_type="image/png")

    @post(PATH, status_code=200, include_in_schema=False)
    async def hang(request: AnyRequest) -> Response[str] | Redirect:
        """Hang a label at a product."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        label_id, size = form.get("label_id", ""), form.get("size", "")
        key = key_of(form.get("gtin", ""), pages.settings.currency)
        if not _ID.fullmatch(label_id) or size not in SIZES:
            return await _page(pages, request, mistake="A label has a number of its own and a size.")

        def job(connection: Any) -> bool:
            if catalogue.find(connection, who.store_id, PRODUCT_KIND, key) is None:
                return False
            labels.put(connection, who.store_id, label_id, key, size, at=now)
            _note(connection, who, "label.hang", label_id, key, now)
            return True

        try:
            done = await pages.write(who.store_id, job)
        except labels.LabelError as error:
            return await _page(pages, request, mistake=str(error))
        if not done:
            return await _page(pages, request, mistake="No goods have this number.")
        await shelf.keep()
        return back_to(PATH, "saved")

    @post(PATH + "/{label_id:str}/off", include_in_schema=False)
    async def off(request: AnyRequest, label_id: LabelId) -> Redirect:
        """Take a label off the shelf."""
        who, now = staff_of(request), pages.front.clock()

        def job(connection: Any) -> bool:
            done = labels.take_off(connection, who.store_id, label_id, at=now)
            if done:
                _note(connection, who, "label.off", label_id, "", now)
            return done

        return back_to(PATH, "removed" if await pages.write(who.store_id, job) else "unchanged")

    @post(PATH + "/rules", include_in_schema=False)
    async def rules(request: AnyRequest) -> Redirect:
        """How long the lower price counts."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        minutes = whole_of(form.get("grace", ""), default=-1, least=-1, most=10**6)
        if not 0 <= minutes <= labels.GRACE_MIN_MAX:
            raise Rejected("malformed", f"0 to {labels.GRACE_MIN_MAX} minutes", 422)

        def job(connection: Any) -> None:
            labels.set_grace(connection, who.store_id, minutes)
            _note(connection, who, "label.rules", "grace_min", str(minutes), now)

        await pages.write(who.store_id, job)
        return back_to(PATH, "saved")

    return page, picture, hang, off, rules


async def _page(pages: Pages, request: AnyRequest, *, mistake: str = "") -> Response[str]:
    who, now, words = staff_of(request), pages.front.clock(), pages.words(request)
    gtin = printable(request.query_params.get("gtin", ""))[:40]
    key = key_of(gtin, pages.settings.currency)
    asked = moment_of(pages, request.query_params.get("at", "")) or now

    def job(connection: Any) -> dict[str, Any]:
        store_id = who.store_id
        listed = labels.listed(connection, store_id, limit=SHOWN_MAX)
        goods = catalogue.find_many(connection, store_id, PRODUCT_KIND, [one.product_key for one in listed])
        sold = {one: sold_at(row.body, now) for one, row in goods.items()}
        said = (
            proof(connection, store_id, key, at=asked, currency=pages.settings.currency, zone=pages.zone)
            if key
            else None
        )
        return {
            "listed": listed,
            "names": {one: words_of(product, words) for one, product in sold.items() if product},
            "texts": labels.texts(connection, store_id, [(o.product_key, o.text_no) for o in listed]),
            "count": labels.count(connection, store_id),
            "late": labels.count(connection, store_id, waiting_since=now - LATE_S * SECOND),
            "grace": labels.grace_min(connection, store_id),
            "proof": said,
            "past": labels_shown.history(connection, store_id, key, limit=20) if key else [],
        }

    return await pages.page(
        request,
        "labels.html",
        status=422 if mistake else 200,
        mistake=words.text(mistake) if mistake else "",
        gtin=gtin,
        asked=asked,
        asked_local=f"{pages.local(asked):%Y-%m-%dT%H:%M}",
        late_before=now - LATE_S * SECOND,
        sizes=list(SIZES),
        grace_max=labels.GRACE_MIN_MAX,
        **await pages.read(job),
    )


def key_of(text: str, currency: str) -> str:
    """The key of goods by their number as people type it; empty for anything else."""
    digits = text.strip().replace(" ", "")
    read = interpret(digits, Symbology.KEYED, currency=currency) if digits.isdigit() else None
    return read.key if isinstance(read, ProductCode) else ""


def moment_of(pages: Pages, text: str) -> int:
    """A local day and time of a form; 0 for anything else."""
    try:
        local = datetime.datetime.fromisoformat(text) if text else None
    except ValueError:
        return 0
    if local is None or not datetime.date(2000, 1, 1) <= local.date() <= datetime.date(2200, 1, 1):
        return 0
    return round(local.replace(tzinfo=pages.zone).timestamp()) * SECOND


def words_of(product: Any, words: Any) -> str:
    """What goods are called on this page."""
    return str(product.names.get(words.language) or product.names[""])


def _note(connection: Any, who: Any, action: str, what: str, detail: str, at: int) -> None:
    audit.note(
        connection, who.store_id, who=who.login, action=action, what=what, detail=detail, why="", at=at
    )
