"""GET /v1/labels, its pictures, POST /v1/labels/shown: what shelf labels are to show, and what they say.

Source: docs/labels.md, "The feed"; `store.reports.labels`.
Invariants: a base station is enrolled as lanes are, and speaks for its own store only; a word of a label is
kept with the service's own moment.
"""

from typing import Annotated, Any

import sqlalchemy as sa
from litestar import Request, Response, get, post
from litestar.params import JSONBody, PathParameter, QueryParameter

from retail.wire.labels import (
    ACK_PATH,
    ACKS_MAX,
    ID_MAX,
    LABELS_PATH,
    PAGE_MAX,
    PICTURE_PATH,
    Acknowledged,
    LabelPage,
    LabelRow,
    LabelsShown,
    LabelText,
)
from store.data.goods import labels, labels_shown
from store.data.goods.labels import Label
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.reports.label_picture import draw
from store.reports.labels import shelf_of
from store.service import Room, Service

BODY_MAX = 64 * 1024
PNG = "image/png"
AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    shelf = shelf_of(service)

    @get(LABELS_PATH, tags=["lanes"], summary="What shelf labels are to show")
    async def changed(
        request: AnyRequest, after: Annotated[int, QueryParameter(ge=0, le=2**62)] = 0
    ) -> LabelPage:
        """What changed after a place, in order; the newest of each label."""
        store_id = lane_of(request).store_id
        await shelf.keep()

        def job(connection: sa.Connection) -> LabelPage:
            found = labels.since(connection, store_id, after, PAGE_MAX + 1)
            shown = found[:PAGE_MAX]
            known = labels.texts(connection, store_id, [(one.product_key, one.text_no) for one in shown])
            return LabelPage(
                rows=tuple(_row(one, known.get((one.product_key, one.text_no))) for one in shown),
                next=shown[-1].pos if shown else after,
                has_more=len(found) > PAGE_MAX,
                language=service.settings.language,
            )

        return await service.database.read(job)

    @get(PICTURE_PATH, tags=["lanes"], summary="The picture of a shelf label")
    async def picture(
        request: AnyRequest,
        label_id: Annotated[str, PathParameter(max_length=ID_MAX)],
        pos: Annotated[int, QueryParameter(ge=0, le=2**62)] = 0,
    ) -> Response[bytes]:
        """As PNG, in the label's own size; what it was told at `pos`."""
        store_id = lane_of(request).store_id

        def job(connection: sa.Connection) -> tuple[Label, LabelText] | None:
            label = labels.one(connection, store_id, label_id)
            told = labels.told_text(connection, store_id, label_id, pos)
            if label is None or told is None:
                return None
            return label, labels.texts(connection, store_id, [told])[told]

        found = await service.database.read(job)
        if found is None:
            raise Rejected("not_found", "this label was never told that", 404)
        label, text = found
        address = f"{service.settings.url}/shelf/{text.gtin}"
        return Response(draw(text, label.size, service.settings.language, address), media_type=PNG)

    @post(
        ACK_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=["lanes"],
        summary="What shelf labels show",
    )
    async def shown(request: AnyRequest, data: JSONBody[LabelsShown]) -> Acknowledged:
        """A verdict for each; again is safe."""
        store_id, now = lane_of(request).store_id, service.clock()
        if len(data.shown) > ACKS_MAX or any(
            not 0 < len(one.label_id) <= ID_MAX or not 0 <= one.pos <= 2**62 for one in data.shown
        ):
            raise Rejected("too_large", f"at most {ACKS_MAX} labels at once", 422)

        def job(connection: sa.Connection) -> Acknowledged:
            return Acknowledged(
                verdicts=tuple(labels_shown.shown(connection, store_id, one, at=now) for one in data.shown)
            )

        return await service.database.write(job)

    return Room(routes=(changed, picture, shown))


def _row(label: Label, text: LabelText | None) -> LabelRow:
    if label.is_gone or text is None:
        return LabelRow(label_id=label.label_id, pos=label.pos, op="gone")
    path = PICTURE_PATH.replace("{label_id:str}", label.label_id)
    return LabelRow(
        label_id=label.label_id,
        pos=label.pos,
        size=label.size,
        text=text,
        picture=f"{path}?pos={label.pos}",
    )
