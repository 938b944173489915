"""Lanes: all at a glance, one in full, commands to it, and how a lane comes and goes.

Source: docs/back-office.md, "Lanes"; docs/protocol.md, "Live channel", "Identity".
Invariants: a command names who gave it; a code is shown on the page that made it and never again.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from retail.interventions.causes import cause_text
from store.data import audit
from store.data.journals import lane_reports
from store.data.journals.reports import Days
from store.data.lanes import commands, lane_pages, terminals
from store.data.replication import feed
from store.data.replication.feed import store_scope
from store.data.schema.feed import CHAIN
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office import accounts, api
from store.office.api import IdOf
from store.office.pages import live
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found
from store.reports import lanes as figures

COMMANDS = {
    "open": "Open the lane",
    "close": "Close the lane",
    "message": "Write to the shopper",
    "end_help": "End the call for help",
    "restart": "Restart the program",
    "resync": "Fetch goods and prices again",
    "support": "Collect for support",
    "update": "Change to the new release",
    "look": "Look at what waits",
    "approve": "Approve",
    "refuse": "Refuse",
    "suspend": "Put the purchase aside",
}
"""What a lane can be told, in words. Decisions belong to the station and have no button here."""
BUTTONS = ("open", "close", "end_help", "restart", "resync")
EVENTS = {
    "LaneStarted": "The program started",
    "DeviceChanged": "A device changed",
    "TerminalDayClosed": "The card terminal closed its day",
    "HelpCalled": "Help was called",
    "HelpEnded": "Help ended",
    "CodeNotFound": "A code was not for sale",
    "PaymentRefused": "A payment was refused",
    "PaymentUnknown": "A payment was not known",
    "CouponRefused": "A coupon was refused",
    "PrintEnded": "A receipt was printed",
    "TransactionCancelled": "A sale was cancelled",
}
LANE_ICONS = {"open": "power", "close": "lock", "end_help": "hand", "restart": "undo", "resync": "download"}


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_reading(pages), _command(pages), *_managing(pages))


def _reading(pages: Pages) -> tuple[Any, ...]:
    @get("/office/lanes", include_in_schema=False)
    async def all_lanes(request: AnyRequest) -> Response[str]:
        """Every lane and how it is."""
        return await _lanes_page(pages, request)

    @get("/office/lanes/{terminal_id:str}", include_in_schema=False)
    async def one_lane(request: AnyRequest, terminal_id: IdOf) -> Response[str]:
        """One lane in full."""
        return await _lane_page(pages, request, terminal_id)

    return all_lanes, one_lane


async def _lanes_page(pages: Pages, request: AnyRequest, **more: Any) -> Response[str]:
    store_id, now = staff_of(request).store_id, pages.front.clock()

    def job(connection: Any) -> dict[str, Any]:
        cards, _ = live.read(connection, store_id, now)
        return {"cards": cards, "heads": _feed_heads(connection, store_id)}

    read = await pages.read(job)
    return await pages.page(request, "lanes.html", **read, live=live, **{"code": None, **more})


async def _lane_page(pages: Pages, request: AnyRequest, terminal_id: str, **more: Any) -> Response[str]:
    store_id, now, today = staff_of(request).store_id, pages.front.clock(), pages.today().isoformat()

    def job(connection: Any) -> dict[str, Any]:
        cards, _ = live.read(connection, store_id, now)
        card = next((one for one in cards if one.device.terminal_id == terminal_id), None)
        days = Days(first=today, last=today, terminal_id=terminal_id)
        return {
            "card": found(card, "lane"),
            "commands": lane_pages.commands(connection, store_id, terminal_id),
            "heads": lane_pages.heads(connection, store_id, terminal_id),
            "forks": lane_pages.forks(connection, store_id, terminal_id),
            "keys": lane_pages.keys(connection, store_id, terminal_id),
            "happened": lane_pages.happened(connection, store_id, terminal_id),
            "feed_heads": _feed_heads(connection, store_id),
            "figures": next(iter(figures.figures(lane_reports.lane_days(connection, store_id, days))), None),
        }

    read = await pages.read(job)
    values = {
        "code": None,
        "live": live,
        "buttons": BUTTONS,
        "names": COMMANDS,
        "icons": LANE_ICONS,
        "events": EVENTS,
        "cause": lambda text: cause_text(text, pages.words(request).language),
        **more,
    }
    return await pages.page(request, "lane.html", **read, **values)


def _feed_heads(connection: Any, store_id: str) -> dict[str, int]:
    """Where the feed is, to compare with where lanes are."""
    found_heads = {
        scope: feed.read_head(connection, store_id, scope) for scope in (CHAIN, store_scope(store_id))
    }
    return {scope: head.head for scope, head in found_heads.items() if head is not None}


def _command(pages: Pages) -> Any:
    @post("/office/lanes/{terminal_id:str}/commands", include_in_schema=False)
    async def command_lane(request: AnyRequest, terminal_id: IdOf) -> Redirect:
        """Tell a lane to do something."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        name, text = form.get("name", ""), form.get("text", "")[: commands.TEXT_MAX]
        if name not in (*BUTTONS, "message") or (name == "message" and not text):
            raise Rejected("malformed", "say what the lane shall do", 422)

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
                detail=f"{name} {text}".strip(),
                at=now,
            )
            return commands.give(connection, who.store_id, terminal_id, name, text=text, by=who.login, at=now)

        await pages.write(who.store_id, job)
        return back_to(f"/office/lanes/{terminal_id}", "sent")

    return command_lane


def _managing(pages: Pages) -> tuple[Any, ...]:
    front = pages.front

    @post("/office/lanes", status_code=200, include_in_schema=False)
    async def add_lane(request: AnyRequest) -> Response[str]:
        """A new lane and its code, shown once."""
        who, now, form = staff_of(request), front.clock(), await form_of(request)
        name = form.get("name", "")
        if not 0 < len(name) <= terminals.NAME_MAX:
            return await _lanes_page(
                pages, request, status=422, mistake=pages.words(request).text("Give the lane a name.")
            )
        terminal_id = await pages.write(
            who.store_id,
            lambda connection: accounts.add_lane(connection, who.store_id, name, who=who.login, at=now),
        )
        code = await _code(pages, who.store_id, terminal_id, who.login)
        return await _lanes_page(pages, request, code=code, code_name=name)

    @post("/office/lanes/{terminal_id:str}/code", status_code=200, include_in_schema=False)
    async def new_code(request: AnyRequest, terminal_id: IdOf) -> Response[str]:
        """Another code: for a lane that gets a new key, or never used the first."""
        who = staff_of(request)
        code = await _code(pages, who.store_id, terminal_id, who.login)
        return await _lane_page(pages, request, terminal_id, code=code)

    @post("/office/lanes/{terminal_id:str}/revoke", include_in_schema=False)
    async def revoke(request: AnyRequest, terminal_id: IdOf) -> Redirect:
        """Take a lane's right to sell away, or give it back."""
        who, now, form = staff_of(request), front.clock(), await form_of(request)
        why, revoked = api.reason(form.get("why", "")), form.get("revoked") == "yes"

        def job(connection: Any) -> bool:
            found(terminals.device(connection, who.store_id, terminal_id), "lane")
            return accounts.set_revoked(
                connection, who.store_id, terminal_id, revoked=revoked, who=who.login, at=now, why=why
            )

        await pages.write(who.store_id, job)
        front.directory.forget(who.store_id, terminal_id)
        return back_to(f"/office/lanes/{terminal_id}", "revoked" if revoked else "restored")

    return add_lane, new_code, revoke


async def _code(pages: Pages, store_id: str, terminal_id: str, who: str) -> accounts.NewCode:
    front = pages.front
    code, code_hash = await front.slow.run(lambda: accounts.make_code(front.passwords, terminal_id))
    now = front.clock()
    made: accounts.NewCode = found(
        await pages.write(
            store_id,
            lambda connection: accounts.set_code(connection, store_id, code, code_hash, who=who, at=now),
        ),
        "lane that may be enrolled",
    )
    return made
