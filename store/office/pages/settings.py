"""Settings of lanes: one layer in a form, what it would change on which lanes, then signed and sent.

Source: docs/operate.md, "Settings"; docs/back-office.md, "Settings".
Invariants: nothing is saved that a lane would refuse in itself; every version names who made it and why; a
manager sees and sets the own store and its lanes, support everything.
"""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.response import Redirect

from retail.settings.key import Layer
from retail.settings.layers import LAYERS
from retail.wire.settings import SettingsLayer, Value
from store.data import audit
from store.data.database import Connection
from store.data.lanes import settings_layers, terminals
from store.data.lanes.settings_layers import Place
from store.data.lanes.terminals import NAME_MAX, Terminal
from store.data.replication import feed
from store.data.schema.feed import CHAIN
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.keyring import Keyring
from store.identity.principals import Staff
from store.identity.roles import Role
from store.office import api, settings_form
from store.office.pages.shell import FORM_MAX, AnyRequest, Pages, back_to, form_of, found
from store.office.settings_form import LANES_SHOWN_MAX, LaneChange

PATH = "/office/settings"


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (_show(pages), *_changing(pages), _move(pages))


def _show(pages: Pages) -> Any:
    @get(PATH, include_in_schema=False)
    async def show(request: AnyRequest) -> Response[str]:
        """One layer in a form."""
        who, query = staff_of(request), request.query_params
        place = place_of(who, query.get("layer", "store"), query.get("holder", ""))
        return await _page(pages, request, place)

    return show


def _changing(pages: Pages) -> tuple[Any, ...]:
    @post(PATH + "/preview", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def preview(request: AnyRequest) -> Response[str]:
        """What would change, and on which lanes."""
        who, form = staff_of(request), await form_of(request)
        place = place_of(who, form.get("layer", ""), form.get("holder", ""))

        def job(connection: Connection) -> tuple[dict[str, Value], list[str], list[LaneChange]]:
            own = settings_layers.newest(connection, _known(connection, place))
            values, wrong = settings_form.read(form, place.layer, own, is_support=_is_support(who))
            return values, wrong, [] if wrong else affected(connection, place, values, who.store_id)

        values, wrong, lanes = await pages.read(job)
        if wrong:
            return await _page(pages, request, place, typed=form, mistakes=wrong, status=422)
        return await pages.page(
            request,
            "settings_preview.html",
            place=place,
            values={path: settings_form.typed(value) for path, value in values.items()},
            lanes=lanes[:LANES_SHOWN_MAX],
            lane_count=len(lanes),
            changed_count=sum(1 for lane in lanes if lane.changes),
            field=settings_form.FIELD,
        )

    @post(PATH, status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def save(request: AnyRequest) -> Response[str] | Redirect:
        """Sign the layer and send it."""
        who, form, now = staff_of(request), await form_of(request), pages.front.clock()
        place = place_of(who, form.get("layer", ""), form.get("holder", ""))
        why = api.reason(form.get("why", ""))
        keys = pages.front.keyring

        def job(connection: Connection) -> tuple[int, list[str]]:
            own = settings_layers.newest(connection, _known(connection, place))
            values, wrong = settings_form.read(form, place.layer, own, is_support=_is_support(who))
            if wrong:
                return 0, wrong
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="settings.save",
                what=f"{place.layer.word} {place.holder}".strip(),
                why=why,
                detail=_detail(own, values),
                at=now,
            )
            sign = signer(keys)
            return (
                settings_layers.save(connection, place, values, sign, by=who.login, why=why, at=now),
                [],
            )

        version, wrong = await pages.write(who.store_id, job)
        if wrong:
            return await _page(pages, request, place, typed=form, mistakes=wrong, status=422)
        done = "saved" if version else "unchanged"
        return back_to(PATH, done, layer=place.layer.word, holder=place.holder)

    return preview, save


def _move(pages: Pages) -> Any:
    @post(PATH + "/region", include_in_schema=False)
    async def move(request: AnyRequest) -> Redirect:
        """Put the store into a region."""
        who, form, now = staff_of(request), await form_of(request), pages.front.clock()
        region, sign = form.get("region", "")[: settings_layers.REGION_MAX], signer(pages.front.keyring)

        def job(connection: Connection) -> bool:
            audit.note(connection, who.store_id, who=who.login, action="settings.region", what=region, at=now)
            return settings_layers.move_store(connection, who.store_id, region, sign, at=now)

        moved = await pages.write(who.store_id, job)
        return back_to(PATH, "saved" if moved else "unchanged")

    return move


def place_of(who: Staff, layer: str, holder: str) -> Place:
    """The layer a person asked for. Raises `Rejected` for one that is not theirs."""
    kind = LAYERS.get(layer)
    if kind is None or len(holder) > NAME_MAX:
        raise Rejected("not_found", "the layers are chain, region, store and lane", 404)
    if kind < Layer.STORE and not _is_support(who):
        raise Rejected("role", "the chain and its regions are support's", 403)
    match kind:
        case Layer.CHAIN:
            return settings_layers.chain_place()
        case Layer.REGION:
            return settings_layers.region_place(holder)
        case Layer.STORE:
            return settings_layers.store_place(who.store_id)
        case _:
            return settings_layers.lane_place(who.store_id, holder)


def signer(keys: Keyring) -> settings_layers.Sign:
    """What signs a layer as the service."""

    def sign(layer: SettingsLayer) -> SettingsLayer:
        named = msgspec.structs.replace(layer, key_id=keys.signer.key_id)
        return msgspec.structs.replace(named, signature=keys.sign(named.signed_bytes())[1])

    return sign


def affected(
    connection: Connection, place: Place, values: dict[str, Value], own_store: str
) -> list[LaneChange]:
    """Every lane under a layer, and what these values would change on it; those that change first."""
    told = []
    for store_id in _stores(connection, place, own_store):
        for device in terminals.listed(connection, store_id):
            if device.kind != "lane" or (place.layer is Layer.LANE and device.terminal_id != place.holder):
                continue
            before = settings_layers.of_lane(connection, store_id, device.terminal_id)
            told.append(_lane_change(device, before, place, values))
    return sorted(told, key=lambda one: (not one.changes, one.terminal_id))


def _lane_change(
    device: Terminal, before: tuple[SettingsLayer, ...], place: Place, values: dict[str, Value]
) -> LaneChange:
    new = SettingsLayer(layer=place.layer.word, holder=place.holder, version=0, values=values, made_at=0)
    after = [*(one for one in before if one.layer != place.layer.word), new]
    found_changes = settings_form.changes(before, after)
    return LaneChange(
        terminal_id=device.terminal_id,
        name=device.name,
        changes=found_changes,
        restart=settings_form.restarts(one.path for one in found_changes),
    )


def _stores(connection: Connection, place: Place, own_store: str) -> tuple[str, ...]:
    match place.layer:
        case Layer.CHAIN:
            return tuple(sorted({own_store, *feed.stores(connection)} - {CHAIN}))
        case Layer.REGION:
            return settings_layers.stores_in(connection, place.holder)
        case _:
            return (own_store,)


def _known(connection: Connection, place: Place) -> Place:
    """The place, if there is such a lane or region."""
    if place.layer is Layer.LANE:
        found(terminals.device(connection, place.store_id, place.holder), "lane")
    if place.layer is Layer.REGION:
        found(place.holder in settings_layers.regions(connection), "region")
    return place


def _is_support(who: Staff) -> bool:
    return who.role >= Role.SUPPORT


def _detail(own: SettingsLayer | None, values: dict[str, Value]) -> str:
    """What was changed, for the audit log."""
    before = own.values if own is not None else {}
    told = [f"{path}={values.get(path, '-')}" for path in sorted({*before, *values})
            if before.get(path) != values.get(path)]  # fmt: skip
    return ", ".join(told)


async def _page(
    pages: Pages,
    request: AnyRequest,
    place: Place,
    *,
    typed: dict[str, str] | None = None,
    mistakes: list[str] | None = None,
    status: int = 200,
) -> Response[str]:
    who = staff_of(request)

    def job(connection: Connection) -> dict[str, Any]:
        own = settings_layers.newest(connection, _known(connection, place))
        below = _below(connection, place)
        lanes = [one for one in terminals.listed(connection, who.store_id) if one.kind == "lane"]
        return {
            "sections": settings_form.form(place.layer, own, below, is_support=_is_support(who)),
            "history": settings_layers.history(connection, place, 10),
            "lanes": lanes,
            "regions": settings_layers.regions(connection) if _is_support(who) else (),
            "region": settings_layers.region_of(connection, who.store_id),
            "version": own.version if own is not None else 0,
        }

    read = await pages.read(job)
    return await pages.page(
        request,
        "settings.html",
        status=status,
        place=place,
        field=settings_form.FIELD,
        typed=typed or {},
        mistakes=mistakes or [],
        store_id=who.store_id,
        **read,
    )


def _below(connection: Connection, place: Place) -> tuple[SettingsLayer, ...]:
    """The layers wider than this one."""
    wider = [settings_layers.chain_place()] if place.layer > Layer.CHAIN else []
    if place.layer > Layer.REGION and (region := settings_layers.region_of(connection, place.store_id)):
        wider.append(settings_layers.region_place(region))
    if place.layer > Layer.STORE:
        wider.append(settings_layers.store_place(place.store_id))
    return tuple(one for each in wider if (one := settings_layers.newest(connection, each)) is not None)
