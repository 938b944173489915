"""POST /v1/exit/open, /v1/exit/report: a gate asks whether a purchase may leave, and tells what it did alone.

Source: docs/protocol.md, "The exit"; `store.data.journals.exits`.
Invariants: an answer is a verdict; a gate is enrolled as lanes are, and speaks for its own store only.
"""

from typing import Any

import sqlalchemy as sa
from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.gate import (
    CODE_MAX,
    ID_MAX,
    OPEN_PATH,
    REPORT_PATH,
    REPORTS_MAX,
    AskExit,
    ExitAnswer,
    ExitReport,
    Reported,
)
from store.data.journals import exits
from store.data.journals.exit_checks import LookRules
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

BODY_MAX = 8 * 1024
REPORT_MAX = REPORTS_MAX * 4 * 1024

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    looks = LookRules(
        drawn_permille=service.settings.exit_looks_permille,
        open_interventions=service.settings.exit_looks_open,
        unproven_receipts=service.settings.exit_looks_unproven,
    )

    @post(
        OPEN_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=["lanes"],
        summary="Whether a purchase may leave",
    )
    async def open_exit(request: AnyRequest, data: JSONBody[AskExit]) -> ExitAnswer:
        """Once for each purchase; the same question again gets the same answer."""
        lane, now = lane_of(request), service.clock()
        if not 0 < len(data.ask_id) <= ID_MAX or len(data.code) > CODE_MAX:
            raise Rejected("too_large", "a question has a name and a code", 422)
        return await service.database.write(
            lambda connection: exits.ask(connection, lane.store_id, lane.terminal_id, data, now, looks)
        )

    @post(
        REPORT_PATH,
        status_code=200,
        request_max_body_size=REPORT_MAX,
        tags=["lanes"],
        summary="What a gate did without a link",
    )
    async def report(request: AnyRequest, data: JSONBody[ExitReport]) -> Reported:
        """Again is safe."""
        lane, now = lane_of(request), service.clock()
        if len(data.passages) > REPORTS_MAX or any(
            not 0 < len(one.ask_id) <= ID_MAX or len(one.code) > CODE_MAX for one in data.passages
        ):
            raise Rejected("too_large", f"at most {REPORTS_MAX} passages at once", 422)

        def job(connection: sa.Connection) -> None:
            for one in data.passages:
                exits.report(connection, lane.store_id, lane.terminal_id, one, now)

        await service.database.write(job)
        return Reported(count=len(data.passages))

    return Room(routes=(open_exit, report))
