"""The fleet: every lane with what it runs and what ails it; narrowed, opened, and told what to do.

Source: docs/operate.md, "Fleet"; `store.office.fleet`.
Invariants: what lanes are told is noted with who told it; only support sees more than the own store.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from retail.wire import support
from store.data import audit
from store.data.database import Connection
from store.data.lanes import commands, support_bundles, terminals
from store.data.replication import feed
from store.data.schema.feed import CHAIN
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.identity.roles import Role
from store.office import fleet
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, query_of

PATH = "/office/fleet"
ACTS = {
    "restart": "Restart the program",
    "update": "Change to the new release",
    "support": "Collect for support",
}
"""What several lanes can be told at once."""
ACT_ICONS = {"restart": "undo", "update": "download", "support": "bag"}
CHOSEN = "lane."
"""Before a lane's id, in the name of its box."""
TOLD_MAX = 500
"""Lanes told at once."""


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (_list(pages), _act(pages), *_one(pages))


def _list(pages: Pages) -> Any:
    @get(PATH, include_in_schema=False)
    async def everything(request: AnyRequest) -> Response[str]:
        """Every lane, those that need a look first."""
        who, now, query = staff_of(request), pages.front.clock(), request.query_params
        asked = {name: str(query.get(name, ""))[:60] for name in ("q", "show", "version", "stores")}
        is_whole = asked["stores"] == "all" and who.role >= Role.SUPPORT

        def job(connection: Connection) -> list[fleet.FleetLane]:
            return fleet.read(connection, stores_of(connection, who, is_whole=is_whole), now)

        lanes = await pages.read(job)
        shown = [one for one in lanes if one.is_shown(asked["show"], asked["q"], asked["version"])]
        return await pages.page(
            request,
            "fleet.html",
            lanes=shown,
            all_count=len(lanes),
            trouble_count=sum(1 for one in lanes if one.needs_a_look),
            releases=sorted({one.version for one in lanes if one.version}),
            asked=asked,
            query=query_of(asked),
            words=fleet,
            acts=ACTS,
            icons=ACT_ICONS,
            chosen=CHOSEN,
            is_whole=is_whole,
        )

    return everything


def _act(pages: Pages) -> Any:
    @post(PATH + "/act", include_in_schema=False)
    async def act(request: AnyRequest) -> Redirect:
        """Tell the chosen lanes to do something."""
        who, form, now = staff_of(request), await form_of(request), pages.front.clock()
        name = form.get("name", "")
        wanted = [field.removeprefix(CHOSEN) for field in form if field.startswith(CHOSEN)]
        if name not in ACTS or not 0 < len(wanted) <= TOLD_MAX:
            raise Rejected("malformed", "choose lanes, and what they shall do", 422)

        def job(connection: Connection) -> set[str]:
            return {_tell(connection, who, terminal_id, name, now) for terminal_id in wanted}

        for store_id in await pages.write(who.store_id, job):
            pages.front.bus.hint(store_id)
        return back_to(PATH, "sent", **_asked(form))

    return act


def _tell(connection: Connection, who: Staff, terminal_id: str, name: str, now: int) -> str:
    """Tell one lane; its store."""
    store_id = _store_for(who, terminal_id)
    device = found(terminals.device(connection, store_id, terminal_id), "lane")
    if device.kind != "lane" or device.state != "active":
        raise Rejected("not_a_lane", "this lane takes no commands", 409)
    if len(commands.waiting(connection, store_id, terminal_id, now)) >= commands.WAITING_MAX:
        raise Rejected("too_many", "too many commands wait for this lane", 409)
    audit.note(
        connection, store_id, who=who.login, action="lane.command", what=terminal_id, detail=name, at=now
    )
    commands.give(connection, store_id, terminal_id, name, by=who.login, at=now)
    return store_id


def _one(pages: Pages) -> tuple[Any, ...]:
    @get(PATH + "/{terminal_id:str}", include_in_schema=False)
    async def one(request: AnyRequest, terminal_id: IdOf) -> Response[str]:
        """One lane in full."""
        who, now = staff_of(request), pages.front.clock()
        store_id = _store_for(who, terminal_id)

        def job(connection: Connection) -> dict[str, Any]:
            lanes = fleet.read(connection, (store_id,), now)
            return {
                "lane": found(next((one for one in lanes if one.terminal_id == terminal_id), None), "lane"),
                "bundles": support_bundles.listed(connection, store_id, terminal_id),
            }

        read = await pages.read(job)
        values: dict[str, Any] = {"words": fleet, "acts": ACTS, "icons": ACT_ICONS, "chosen": CHOSEN}
        return await pages.page(request, "fleet_lane.html", **read, **values)

    @get(PATH + "/{terminal_id:str}/bundles/{bundle_id:str}", include_in_schema=False)
    async def bundle(request: AnyRequest, terminal_id: IdOf, bundle_id: IdOf) -> Response[bytes]:
        """What a lane collected for support, as a file."""
        who, now = staff_of(request), pages.front.clock()
        store_id = _store_for(who, terminal_id)

        def job(connection: Connection) -> bytes:
            body: bytes = found(
                support_bundles.body_of(connection, store_id, terminal_id, bundle_id), "bundle"
            )
            audit.note(
                connection, store_id, who=who.login, action="support.download", what=terminal_id, at=now
            )
            return body

        body = await pages.write(who.store_id, job)
        name = f"support-{terminal_id}-{pages.local(now):%Y%m%d-%H%M}.zip"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(body, media_type=support.CONTENT_TYPE, headers=headers)

    return one, bundle


def stores_of(connection: Connection, who: Staff, *, is_whole: bool) -> tuple[str, ...]:
    """The stores a person looks at."""
    if not is_whole:
        return (who.store_id,)
    return tuple(sorted({who.store_id, *feed.stores(connection)} - {CHAIN}))


def _store_for(who: Staff, terminal_id: str) -> str:
    """The store of a lane, for this person. Raises `Rejected` for another one's."""
    store_id = terminals.store_of(terminal_id)
    if store_id != who.store_id and who.role < Role.SUPPORT:
        raise Rejected("not_found", "there is no such lane", 404)
    return store_id


def _asked(form: dict[str, str]) -> dict[str, str]:
    return {name: form.get(name, "")[:60] for name in ("q", "show", "version", "stores")}
