"""The attendant station: all lanes at a glance, who waits for what, decided with one touch.

A decision is a command to the lane, which looks at it anew and is always the one that decides. The answer
to a touch waits for the lane's word, so that whoever touched is told what became of it, also that a colleague
was faster.

Source: docs/back-office.md, "The station"; docs/protocol.md, "Live channel".
Invariants: of two who go, the first counts and the second is told who it was; of two who decide, the lane
takes the first; nothing is sent for what is over.
"""

import asyncio
import json
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.response import Redirect

from retail.interventions.reasons import REASONS
from store.data import audit
from store.data.goods import pictures
from store.data.journals import exit_checks
from store.data.lanes import alerts, commands, terminals
from store.data.lanes.alerts import Alert
from store.data.lanes.commands import Decision, Told
from store.data.people import staff
from store.front.bus import TooManyWatchersError
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.office.api import IdOf
from store.office.pages import exits, live, station_view
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found, whole_of

PATH = "/station"
PICTURE_NAME_MAX = 64
PICTURE_HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition": 'inline; filename="item.jpg"',
}
"""Beside `nosniff` and `no-store`, which every answer carries (`store.front.headers`)."""
OUTCOME_S = 2.5
"""How long a touch waits for the lane's word; then it is told that it is on its way."""
DEEDS = {"approve": "Approved.", "refuse": "Refused.", "look": "The lane was told that you are coming."}
LANE_DEEDS = {
    "open": "The lane is open.",
    "close": "The lane is closed.",
    "message": "The message was sent.",
    "suspend": "The purchase was put aside.",
}
"""What can be done at a lane from here, and what is said when it is done."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever touched is told."""

    text: str
    is_bad: bool = False


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def station(request: AnyRequest) -> Response[str]:
        """All lanes and the queue."""
        return await _page(pages, request, request.query_params.get("lane", "")[:80])

    @get(PATH + "/{terminal_id:str}/picture/{alert_id:str}", include_in_schema=False)
    async def picture(request: AnyRequest, terminal_id: IdOf, alert_id: IdOf) -> Response[bytes]:
        """The camera's picture of an item, while its alert is open; `v` is its name."""
        return await _picture(pages, request, terminal_id, alert_id)

    @post(PATH + "/{terminal_id:str}/look", status_code=200, include_in_schema=False)
    async def look(request: AnyRequest, terminal_id: IdOf) -> Response[str] | Redirect:
        """I am going there, or have opened this one."""
        form = await form_of(request)
        said = await _look(pages, request, terminal_id, form.get("alert", ""))
        return await _answer(pages, request, form, said)

    @post(PATH + "/{terminal_id:str}/decide", status_code=200, include_in_schema=False)
    async def decide(request: AnyRequest, terminal_id: IdOf) -> Response[str] | Redirect:
        """Approve or refuse."""
        form = await form_of(request)
        said = await _decide(pages, request, terminal_id, form)
        return await _answer(pages, request, form, said)

    @post(PATH + "/{terminal_id:str}/lane", status_code=200, include_in_schema=False)
    async def lane(request: AnyRequest, terminal_id: IdOf) -> Response[str] | Redirect:
        """Open, close, write, put aside."""
        form = await form_of(request)
        said = await _do(pages, request, terminal_id, form)
        return await _answer(pages, request, form, said)

    return station, picture, look, decide, lane


# --- the page ----------------------------------------------------------------------------------------------


async def _page(
    pages: Pages, request: AnyRequest, terminal_id: str, said: Said | None = None
) -> Response[str]:
    who, now = staff_of(request), pages.front.clock()

    def job(connection: Any) -> dict[str, Any]:
        cards, waiting = live.read(connection, who.store_id, now)
        people = staff.listed(connection, who.store_id)
        names = {key: one.name for one in people for key in (one.staff_id, one.login)}
        shown = pictures.marks(connection, who.store_id, now)
        return {
            "station": station_view.station_of(cards, waiting, who, names, shown),
            "cards": cards,
            "looks": exit_checks.due(connection, who.store_id, now),
        }

    read = await pages.read(job)
    chosen = read["station"].lane(terminal_id)
    values = {"chosen": chosen, "view": station_view, "live": live, "look_why": exits.LOOK_WHY, **read}
    if said is not None and said.text:
        values["message"] = said.text
    answer = await pages.page(request, "station.html", **values)
    if said is not None and said.text:
        told = {"told": {"text": said.text, "isBad": said.is_bad}}
        answer.headers["hx-trigger"] = json.dumps(told)  # a header is ASCII; this escapes what is not
    return answer


async def _picture(pages: Pages, request: AnyRequest, terminal_id: str, alert_id: str) -> Response[bytes]:
    who, now, name = staff_of(request), pages.front.clock(), request.query_params.get("v", "")

    def job(connection: Any) -> bytes | None:
        one = alerts.get(connection, who.store_id, alert_id)
        if one is None or one.cleared_at or one.terminal_id != terminal_id:
            return None
        return pictures.read(connection, who.store_id, terminal_id, alert_id, name, now)

    jpeg: bytes = found(await pages.read(job), "picture")
    return Response(jpeg, media_type="image/jpeg", headers=PICTURE_HEADERS)


async def _answer(
    pages: Pages, request: AnyRequest, form: dict[str, str], said: Said
) -> Response[str] | Redirect:
    """The page with what became of it; without a script the refusal is a page of its own."""
    if "hx-request" in request.headers:
        return await _page(pages, request, form.get("open", "")[:80], said)
    if said.is_bad:
        raise Rejected("refused", said.text, 409)
    return back_to(PATH, "told", lane=form.get("open", "")[:80])


# --- what is done ------------------------------------------------------------------------------------------


async def _look(pages: Pages, request: AnyRequest, terminal_id: str, alert_id: str) -> Said:
    """The first who goes counts; the lane hears of whatever nobody has looked at yet."""
    who, now, words = staff_of(request), pages.front.clock(), pages.words(request)

    def job(connection: Any) -> tuple[str, bool, bool]:
        _require_lane(connection, who.store_id, terminal_id, now)
        waiting = [
            one
            for one in alerts.still_open(connection, who.store_id)
            if one.terminal_id == terminal_id and (not alert_id or one.alert_id == alert_id)
        ]
        is_mine, first = False, ""
        for one in waiting:
            looked = one.waiting.looked_by if one.waiting is not None else ""
            seen = None if looked else alerts.see(connection, who.store_id, one.alert_id, who.login, now)
            by = looked or (seen.seen_by if seen is not None else "")
            if by in (who.login, who.staff_id):
                is_mine = True
            else:
                first = first or by
            if by == who.login and one.waiting is not None and not one.seen_by:
                _give(connection, who, terminal_id, "look", now, intervention_no=one.waiting.intervention_no)
        names = {
            key: one.name
            for one in staff.listed(connection, who.store_id)
            for key in (one.staff_id, one.login)
        }
        return names.get(first, first), is_mine, bool(waiting)

    first, is_mine, is_there = await pages.write(who.store_id, job)
    if not is_there:
        return Said(text=words.text("It is over already."), is_bad=True)
    if first and not is_mine:
        return Said(text=words.text("{who} was first and is on the way.", who=first), is_bad=True)
    return Said(text="" if alert_id else words.text(DEEDS["look"]))


async def _decide(pages: Pages, request: AnyRequest, terminal_id: str, form: dict[str, str]) -> Said:
    who, now, words = staff_of(request), pages.front.clock(), pages.words(request)
    deed, reason, alert_id = form.get("deed", ""), form.get("reason", ""), form.get("alert", "")[:80]
    number = whole_of(form.get("number", ""))
    if deed not in ("approve", "refuse") or reason not in REASONS or not number:
        raise Rejected("malformed", "say what you decide, and why", 422)

    def job(connection: Any) -> str:
        _require_lane(connection, who.store_id, terminal_id, now)
        one = alerts.get(connection, who.store_id, alert_id)
        if not _is_about(one, terminal_id, number):
            return ""
        return _give(
            connection,
            who,
            terminal_id,
            deed,
            now,
            intervention_no=number,
            reason=reason,
            measure_seen=whole_of(form.get("measure", "")),
            picture_seen=form.get("picture", "")[:PICTURE_NAME_MAX],
        )

    told = await _told(pages, who.store_id, terminal_id, job)
    if told is not None and told.outcome == "done":
        return Said(text=words.text(DEEDS[deed]))
    if told is not None and not told.outcome:
        return _not_yet(pages, request)
    first = await pages.read(
        lambda connection: commands.decided(connection, who.store_id, terminal_id, number)
    )
    is_over = told is None or told.reason.removeprefix("staff_") in ("already_cleared", "already_refused")
    if is_over and first is not None:
        by, at = first
        text = (
            "{who} was faster: approved at {time}."
            if by.name == "approve"
            else "{who} was faster: refused at {time}."
        )
        name = await _name(pages, who.store_id, by.by)
        return Said(text=words.text(text, who=name, time=words.time(at, seconds=True)), is_bad=True)
    code = told.reason if told is not None else "already_cleared"
    return Said(text=words.text(station_view.refused(code)), is_bad=True)


async def _do(pages: Pages, request: AnyRequest, terminal_id: str, form: dict[str, str]) -> Said:
    who, now, words = staff_of(request), pages.front.clock(), pages.words(request)
    name, text = form.get("name", ""), form.get("text", "")[: commands.TEXT_MAX]
    if name not in LANE_DEEDS or (name == "message" and not text):
        raise Rejected("malformed", "say what the lane shall do", 422)

    def job(connection: Any) -> str:
        _require_lane(connection, who.store_id, terminal_id, now)
        if name == "suspend":
            return _give(connection, who, terminal_id, name, now, reason="helped")
        _note(connection, who, terminal_id, f"{name} {text}".strip(), now)
        return commands.give(connection, who.store_id, terminal_id, name, text=text, by=who.login, at=now)

    told = await _told(pages, who.store_id, terminal_id, job)
    if told is None or not told.outcome:
        return _not_yet(pages, request)
    if told.outcome == "done":
        return Said(text=words.text(LANE_DEEDS[name]))
    return Said(text=words.text(station_view.refused(told.reason)), is_bad=True)


# --- commands ----------------------------------------------------------------------------------------------


async def _told(pages: Pages, store_id: str, terminal_id: str, job: Any) -> Told | None:
    """What a command's lane says of it, as far as it says it in time; None: `job` gave none."""
    front = pages.front
    try:
        watcher = await front.bus.watch(store_id)
    except TooManyWatchersError:
        raise Rejected("overloaded", "too many are watching; try again", 503, retry_after_s=5) from None
    try:
        command_id = await pages.write(store_id, job)
        if not command_id:
            return None
        clock = asyncio.get_running_loop().time
        until = clock() + OUTCOME_S
        while (left := until - clock()) > 0:
            news = await watcher.take(left)
            if news is None:
                break
            for event in news:
                if event.kind == commands.KIND and event.key == terminal_id:
                    told = msgspec.json.decode(event.body, type=Told)
                    if told.command_id == command_id and told.outcome:
                        return told
    finally:
        front.bus.leave(watcher)
    told_late: Told | None = await pages.read(
        lambda connection: commands.get(connection, store_id, command_id)
    )
    return told_late


def _give(
    connection: Any,
    who: Staff,
    terminal_id: str,
    name: str,
    now: int,
    *,
    intervention_no: int = 0,
    reason: str = "",
    measure_seen: int = 0,
    picture_seen: str = "",
) -> str:
    """A decision on its way to its lane; the command's id."""
    _note(connection, who, terminal_id, f"{name} {intervention_no or ''} {reason}".strip(), now)
    return commands.give(
        connection,
        who.store_id,
        terminal_id,
        name,
        by=who.login,
        at=now,
        decision=Decision(
            staff_id=who.staff_id,
            role=who.role.word,
            intervention_no=intervention_no,
            reason=reason,
            measure_seen=measure_seen,
            picture_seen=picture_seen,
        ),
    )


def _note(connection: Any, who: Staff, terminal_id: str, detail: str, now: int) -> None:
    audit.note(
        connection,
        who.store_id,
        who=who.login,
        action="lane.command",
        what=terminal_id,
        detail=detail,
        at=now,
    )


def _require_lane(connection: Any, store_id: str, terminal_id: str, now: int) -> None:
    """Raise `Rejected` unless this lane takes commands now."""
    device = found(terminals.device(connection, store_id, terminal_id), "lane")
    if device.kind != "lane" or device.state != "active":
        raise Rejected("not_a_lane", "this lane takes no commands", 409)
    if len(commands.waiting(connection, store_id, terminal_id, now)) >= commands.WAITING_MAX // 2:
        raise Rejected("too_many", "too many commands wait for this lane", 409)


def _is_about(one: Alert | None, terminal_id: str, number: int) -> bool:
    """Whether this alert is open and about this intervention of this lane."""
    if one is None or one.cleared_at or one.terminal_id != terminal_id or one.waiting is None:
        return False
    return one.waiting.intervention_no == number


def _not_yet(pages: Pages, request: AnyRequest) -> Said:
    words = pages.words(request)
    return Said(text=words.text("The lane has not answered yet. If it does not soon, go there."), is_bad=True)


async def _name(pages: Pages, store_id: str, login: str) -> str:
    people = await pages.read(lambda connection: staff.listed(connection, store_id))
    return next((one.name for one in people if one.login == login), login)
