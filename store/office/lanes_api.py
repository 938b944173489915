"""Lanes and alerts as an API: how they are, what waits for a person, commands, codes, revoking.

Source: docs/security.md, "Roles".
Invariants: a manager who demotes a lane leaves a trace; a command names who gave it.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
from litestar import get, post
from litestar.params import JSONBody

from store.data import audit
from store.data.lanes import alerts, commands, lane_status, service_keys, terminals
from store.data.lanes.alerts import Alert
from store.data.lanes.lane_status import LaneNow
from store.data.lanes.terminals import NAME_MAX, Terminal
from store.front.front import Front, front_of
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import DeviceKind, Staff
from store.office import accounts, api
from store.office.accounts import NewCode
from store.office.api import BODY_MAX, AnyRequest, Done, IdOf, found
from store.service import Room, Service

TAGS = ["lanes of the office"]
TEXT_MAX = commands.TEXT_MAX


class LaneView(msgspec.Struct, frozen=True, kw_only=True):
    """A device and how it is."""

    device: Terminal
    now: LaneNow | None


class AskCommand(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane is to do."""

    name: Literal[
        "open", "close", "message", "end_help", "look", "approve", "refuse", "suspend", "restart", "resync"
    ]
    text: Annotated[str, msgspec.Meta(max_length=TEXT_MAX)] = ""
    intervention_no: Annotated[int, msgspec.Meta(ge=0)] = 0
    """For `look`, `approve` and `refuse`."""
    reason: Annotated[str, msgspec.Meta(max_length=TEXT_MAX)] = ""
    """For `approve`, `refuse` and `suspend`: a reason code."""
    measure_seen: Annotated[int, msgspec.Meta(ge=0)] = 0
    """For `approve`: how much it was on the screen."""
    picture_seen: Annotated[str, msgspec.Meta(max_length=TEXT_MAX)] = ""
    """For `approve`: the name of the picture that was on the screen (`Waiting.picture`)."""
    argument: Annotated[str, msgspec.Meta(max_length=TEXT_MAX)] = ""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """The command is on its way."""

    command_id: str


class AskLane(msgspec.Struct, frozen=True, kw_only=True):
    """A lane or hub by its name, made if there is none."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_MAX)]
    kind: DeviceKind = "lane"


class AskRevoke(msgspec.Struct, frozen=True, kw_only=True):
    """Revoke a device, or take it back."""

    revoked: bool
    why: Annotated[str, msgspec.Meta(max_length=api.REASON_MAX)]


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)
    return Room(routes=(*_attendants(front), *_managers(front)))


def _attendants(front: Front) -> tuple[Any, ...]:
    database, clock = front.service.database, front.clock

    @get("/office/api/alerts", tags=TAGS, summary="What waits for a person, oldest first")
    async def read_alerts(request: AnyRequest) -> Sequence[Alert]:
        store_id = staff_of(request).store_id
        return await database.read(lambda connection: alerts.still_open(connection, store_id))

    @post("/office/api/alerts/{alert_id:str}/seen", status_code=200, tags=TAGS, summary="I am on my way")
    async def see_alert(request: AnyRequest, alert_id: IdOf) -> Alert:
        who, now = staff_of(request), clock()
        job = lambda connection: alerts.see(connection, who.store_id, alert_id, who.login, now)  # noqa: E731
        seen: Alert = found(await api.write(front, who.store_id, job), "open alert")
        return seen

    @post("/office/api/alerts/{alert_id:str}/clear", status_code=200, tags=TAGS, summary="It is over")
    async def clear_alert(request: AnyRequest, alert_id: IdOf) -> Done:
        who, now = staff_of(request), clock()
        job = lambda connection: alerts.clear(connection, who.store_id, alert_id, who.login, now)  # noqa: E731
        return Done(changed=await api.write(front, who.store_id, job))

    @get("/office/api/lanes", tags=TAGS, summary="Every lane and hub, and how it is")
    async def read_lanes(request: AnyRequest) -> list[LaneView]:
        store_id, now = staff_of(request).store_id, clock()

        def job(connection: Any) -> list[LaneView]:
            told = {lane.terminal_id: lane for lane in lane_status.listed(connection, store_id, now)}
            devices = terminals.listed(connection, store_id)
            return [LaneView(device=device, now=told.get(device.terminal_id)) for device in devices]

        return await database.read(job)

    @post(
        "/office/api/lanes/{terminal_id:str}/commands", status_code=200, tags=TAGS, summary="Command a lane"
    )
    async def command_lane(request: AnyRequest, terminal_id: IdOf, data: JSONBody[AskCommand]) -> Given:
        who, now = staff_of(request), clock()

        def job(connection: Any) -> str:
            device = found(terminals.device(connection, who.store_id, terminal_id), "lane")
            if device.kind != "lane" or device.state != "active":
                raise Rejected("not_a_lane", "this lane takes no commands", 409)
            if len(commands.waiting(connection, who.store_id, terminal_id, now)) >= commands.WAITING_MAX:
                raise Rejected("too_many", "too many commands wait for this lane", 409)
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="lane.command",
                what=terminal_id,
                detail=f"{data.name} {data.argument}",
                at=now,
            )
            return commands.give(
                connection,
                who.store_id,
                terminal_id,
                data.name,
                text=data.text,
                argument=data.argument,
                by=who.login,
                at=now,
                decision=_decision(who, data),
            )

        return Given(command_id=await api.write(front, who.store_id, job))

    return read_alerts, see_alert, clear_alert, read_lanes, command_lane


def _decision(who: Staff, asked: AskCommand) -> commands.Decision | None:
    if asked.name not in commands.DECISIONS:
        return None
    return commands.Decision(
        staff_id=who.staff_id,
        role=who.role.word,
        intervention_no=asked.intervention_no,
        reason=asked.reason,
        measure_seen=asked.measure_seen,
        picture_seen=asked.picture_seen,
    )


def _managers(front: Front) -> tuple[Any, ...]:
    clock = front.clock

    @post(
        "/office/api/lanes", request_max_body_size=BODY_MAX, tags=TAGS, summary="Add a lane and get its code"
    )
    async def add_lane(request: AnyRequest, data: JSONBody[AskLane]) -> NewCode:
        who, now = staff_of(request), clock()
        terminal_id = await api.write(
            front,
            who.store_id,
            lambda connection: accounts.add_lane(
                connection, who.store_id, data.name, who=who.login, at=now, kind=data.kind
            ),
        )
        return await _code(front, who.store_id, terminal_id, who.login)

    @post("/office/api/lanes/{terminal_id:str}/code", status_code=200, tags=TAGS, summary="A new code")
    async def new_code(request: AnyRequest, terminal_id: IdOf) -> NewCode:
        who = staff_of(request)
        return await _code(front, who.store_id, terminal_id, who.login)

    @post(
        "/office/api/lanes/{terminal_id:str}/revoke", status_code=200, tags=TAGS, summary="Revoke or restore"
    )
    async def revoke(request: AnyRequest, terminal_id: IdOf, data: JSONBody[AskRevoke]) -> Done:
        who, now, why = staff_of(request), clock(), api.reason(data.why)

        def job(connection: Any) -> bool:
            found(terminals.device(connection, who.store_id, terminal_id), "lane")
            return accounts.set_revoked(
                connection, who.store_id, terminal_id, revoked=data.revoked, who=who.login, at=now, why=why
            )

        changed = await api.write(front, who.store_id, job)
        front.directory.forget(who.store_id, terminal_id)
        return Done(changed=changed)

    @post("/office/api/keys/rotate", status_code=200, tags=TAGS, summary="A new signing key for the service")
    async def rotate_keys(request: AnyRequest) -> dict[str, str]:
        who, now = staff_of(request), clock()

        def job(connection: Any) -> dict[str, str]:
            keys = service_keys.rotate(connection, front.vault, now)
            newest = next(iter(keys.public_keys()))
            audit.note(connection, who.store_id, who=who.login, action="service.key", what=newest, at=now)
            return keys.public_keys()

        keys: dict[str, str] = await api.write(front, who.store_id, job)
        await front.read_keys()
        return keys

    return add_lane, new_code, revoke, rotate_keys


async def _code(front: Front, store_id: str, terminal_id: str, who: str) -> NewCode:
    code, code_hash = await front.slow.run(lambda: accounts.make_code(front.passwords, terminal_id))
    now = front.clock()
    made = await api.write(
        front,
        store_id,
        lambda connection: accounts.set_code(connection, store_id, code, code_hash, who=who, at=now),
    )
    code_made: NewCode = found(made, "lane that may be enrolled")
    return code_made
