"""Connects the running lane with the store service: what the line needs of the lane, and the other way round.

Invariants: a lane that was never enrolled has no line, and sells all the same; what the service asks for goes
through the engine's inbox like everything else.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

import kiosk
from kiosk.app.operated import Operated, operated
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.desk import (
    BasketAnswer,
    CouponAnswer,
    PointsAnswer,
    ResumeAnswer,
    ReturnAnswer,
    SoldAnswer,
    StoreAnswer,
    ValueAnswer,
)
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase
from kiosk.database.catalogue import CatalogueStore
from kiosk.database.errors import DatabaseError
from kiosk.database.feeding import FeedConflictError, Position
from kiosk.database.journal import FILE as JOURNAL_FILE
from kiosk.database.leases import Leases
from kiosk.database.outbox import Outbox
from kiosk.database.sqlite import open_engine
from kiosk.sync import identity
from kiosk.sync.backoff import Backoff
from kiosk.sync.client import StoreClient
from kiosk.sync.follower import UnfitError
from kiosk.sync.identity import IdentityError
from kiosk.sync.leases import LeaseKeeper
from kiosk.sync.line import LineReport, StoreLine
from kiosk.sync.pictures import ItemPictures, NoPictures
from retail.campaigns import CampaignLimit, campaigns_in
from retail.interventions.rights import Action
from retail.interventions.wishes import Staff
from retail.interventions.words import Role
from retail.wire.feed import FeedPage
from retail.wire.live import CommandDone, LaneCommand, LaneStatus
from retail.wire.replica import read_mark

__all__ = ["IdentityError", "LaneAtLine", "ReplicaKeeper", "StoreLine", "connect"]

log = logging.getLogger(__name__)


class ReplicaKeeper:
    """`kiosk.sync.follower.Keeper` over the lane's catalogue file."""

    def __init__(self, store: CatalogueStore) -> None:
        self._store = store

    def positions(self) -> dict[str, Position]:
        """How far each feed has been followed."""
        return self._store.positions()

    def apply(self, pages: Iterable[FeedPage]) -> frozenset[str]:
        """Bring in what is new."""
        try:
            return self._store.apply(pages)
        except FeedConflictError as error:
            raise UnfitError(str(error)) from error

    def adopt(self, path: Path) -> None:
        """Swap in a file the service made."""
        try:
            self._store.adopt(path)
        except DatabaseError as error:
            raise UnfitError(str(error)) from error


class Campaigns:
    """The campaign limits in the terms the lane has from the service; read again when its data change."""

    def __init__(self, store: CatalogueStore) -> None:
        self._store = store
        self._mark = ""
        self._limits: tuple[CampaignLimit, ...] = ()

    def limits(self) -> tuple[CampaignLimit, ...]:
        """Each campaign's limit over all lanes."""
        mark = self._store.mark()
        if mark != self._mark:
            raw = self._store.terms() if read_mark(mark) is not None else None
            self._limits, self._mark = campaigns_in(raw) if raw else (), mark
        return self._limits


class LaneAtLine:
    """`kiosk.sync.live.Lane`: the newest picture of the lane, and the way to its inbox."""

    def __init__(
        self,
        post: Callable[[c.AnyCommand], None],
        ask: Callable[[c.AnyCommand], str],
        stand: Callable[[int], None],
        restart: Callable[[], None],
        pictures: ItemPictures | None = None,
    ) -> None:
        """`ask` waits for what became of a command: empty, or why it was refused.

        `pictures` are those of items that staff elsewhere are shown.
        """
        self._post = post
        self._ask = ask
        self._stand = stand
        self._restart = restart
        self.pictures: ItemPictures = pictures or NoPictures()
        self._line: StoreLine | None = None
        self._operated: Operated | None = None
        self._latest: Snapshot | None = None

    def attach(self, line: StoreLine, operated: Operated | None = None) -> None:
        """The line itself, once it is there, and what operators see and steer."""
        self._line, self._operated = line, operated
        if operated is not None and self._latest is not None:
            operated.show(self._latest)

    def show(self, snapshot: Snapshot) -> None:
        """The lane has changed. From the engine's thread."""
        before, self._latest = self._latest, snapshot
        if self._operated is not None:
            self._operated.show(snapshot)
        if self._line is not None and before is not None and _stage(before) != _stage(snapshot):
            self._line.sealed()

    def latest(self) -> Snapshot | None:
        """How the lane is now."""
        return self._latest

    def status(self, snapshot: Snapshot) -> LaneStatus:
        """The same in the service's words."""
        state = snapshot.state
        sale = state.transaction
        report = self._line.report() if self._line is not None else LineReport(unsent=0, is_live=False)
        more = self._operated.told() if self._operated is not None else {}
        return LaneStatus(
            version=kiosk.__version__,
            phase="out_of_service" if snapshot.outage else state.phase.value,
            is_open=not snapshot.outage and state.is_open,
            help_called=state.help_called,
            transaction_id=sale.transaction_id if sale else "",
            item_count=sale.priced.item_count if sale else 0,
            total_minor=sale.priced.total_minor if sale else 0,
            currency=sale.currency if sale else "",
            unsent=report.unsent,
            positions=report.positions,
            devices={device.value: told.condition.value for device, told in state.devices.items()},
            outage=snapshot.outage,
            at=self._line.now() if self._line is not None else 0,
            **more,
        )

    def restart(self) -> None:
        """Start the program anew. The caller has seen that nobody is at the lane."""
        self._restart()

    def feed_moved(self) -> None:
        """Something new can be followed."""
        if self._line is not None:
            self._line.feed_moved()

    def stands_at(self, place: int) -> None:
        """Where this lane stands in the queue for staff."""
        self._stand(place)

    def carry_out(self, command: LaneCommand, via: str = "") -> CommandDone:
        """What staff ask for from the service's pages, or from elsewhere: `via` says where."""
        done = CommandDone(command_id=command.command_id, outcome="done")
        by = f"{command.by} ({via})" if via else command.by
        if command.name in ("look", "approve", "refuse", "suspend"):
            reason = self._ask(_decision(command, via, saw_picture=self._is_ours(command)))
            return CommandDone(
                command_id=command.command_id, outcome="refused" if reason else "done", reason=reason
            )
        match command.name:
            case "open":
                self._post(c.OpenLane(by=by))
            case "close":
                self._post(c.CloseLane(by=by, reason=command.text))
            case "end_help":
                self._post(c.EndHelp())
            case "message":
                self._post(c.ShowMessage(text=command.text, by=by))
            case "joined":
                self._post(c.ReportJoined(transaction_id=command.text, subject=command.argument))
            case "resync":
                if self._line is not None:
                    self._line.resync()
            case "support" | "update":
                if self._operated is not None:
                    return self._operated.carry_out(command)
                done = msgspec.structs.replace(done, outcome="refused", reason="not_enrolled")
            case "restart":
                if self._latest is None or self._latest.state.transaction is not None:
                    return CommandDone(
                        command_id=command.command_id, outcome="refused", reason="a shopper is at the lane"
                    )
                # answered first: the line goes down with the lane
                threading.Timer(RESTART_AFTER_S, self._restart).start()
        return done

    def _is_ours(self, command: LaneCommand) -> bool:
        """Whether the picture that was before them is the one this lane has of it."""
        seen = command.picture_seen
        return seen != "" and self.pictures.marks().get(command.intervention_no) == seen


def _decision(command: LaneCommand, via: str, *, saw_picture: bool) -> c.AnyCommand:
    """A decision of staff who are not at the lane."""
    staff = Staff(staff_id=command.by or "staff", role=Role(command.role), saw_picture=saw_picture, via=via)
    number, why = command.intervention_no, command.reason
    match command.name:
        case "look":
            return sc.LookAt(numbers=frozenset({number}), staff=staff)
        case "approve":
            return sc.ApproveIntervention(
                intervention_no=number, why=why, measure_seen=command.measure_seen, staff=staff
            )
        case "refuse":
            return sc.RefuseIntervention(intervention_no=number, why=why, staff=staff)
        case _:
            return sc.Act(action=Action.SUSPEND, why=why or "helped", staff=staff)


RESTART_AFTER_S = 1.0


def _stage(snapshot: Snapshot) -> tuple[str, bool]:
    """Where a unit of the journal begins or ends: another sale, or the same one closed."""
    sale = snapshot.state.transaction
    return (sale.transaction_id if sale else "", snapshot.state.phase is Phase.THANKS)


def connect(
    folder: Path,
    store: CatalogueStore,
    lane: LaneAtLine,
    *,
    post: Callable[[c.AnyCommand], None],
    offer: Callable[[], None],
    hub: str = "",
) -> StoreLine | None:
    """The lane's line, not yet started; None for a lane that was never enrolled.

    `offer` is called whenever the shop's data have changed; `hub` is the shop's own hub. Raises
    `kiosk.sync.identity.IdentityError`.
    """
    who = identity.load(folder)
    if who is None:
        return None

    def answer_coupon(answer: CouponAnswer) -> None:
        post(c.ReportCoupon(answer=answer))

    def answer_points(answer: PointsAnswer) -> None:
        post(c.ReportPoints(answer=answer))

    def answer_resume(answer: ResumeAnswer) -> None:
        post(sc.ReportResume(answer=answer))

    def answer_value(answer: ValueAnswer) -> None:
        post(c.ReportValue(answer=answer))

    def answer_basket(answer: BasketAnswer) -> None:
        post(c.ReportBasket(answer=answer))

    def answer(told: StoreAnswer) -> None:
        post(c.ReportStore(answer=told))

    def answer_return(answer: SoldAnswer | ReturnAnswer) -> None:
        if isinstance(answer, SoldAnswer):
            post(sc.ReportSold(answer=answer))
        else:
            post(sc.ReportReturn(answer=answer))

    client, outbox = StoreClient(who), Outbox(folder / JOURNAL_FILE)
    leases = LeaseKeeper(
        client,
        Leases(open_engine(folder / JOURNAL_FILE)),
        Campaigns(store).limits,
        outbox.mark,
        Backoff(random.random),
        now=lambda: time.time_ns() // 1_000,
        monotonic=time.monotonic,
    )
    operators = operated(folder, store, client, lane.restart)

    def changed() -> None:
        offer()
        operators.changed()

    line = StoreLine(
        client,
        outbox,
        ReplicaKeeper(store),
        folder,
        lane,
        changed=changed,
        answer_coupon=answer_coupon,
        answer_points=answer_points,
        answer_resume=answer_resume,
        answer_value=answer_value,
        answer_return=answer_return,
        answer_basket=answer_basket,
        answer=answer,
        pictures=lane.pictures,
        hub=hub,
        leases=leases,
    )
    operators.unknown_key, line.ending = line.renew_keys, operators.stop
    lane.attach(line, operators)
    operators.changed()
    log.info("this lane is %s of store %s at %s", who.terminal_id, who.store_id, who.url)
    return line
