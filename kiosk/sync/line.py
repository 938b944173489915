"""All of the lane's line to the store service, started and stopped as one.

Invariants: nothing here ever blocks who sells; a thread that fails is logged and tries again, like everything
else about a line that may be cut.
"""

import itertools
import logging
import random
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

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
from kiosk.sync.alerts import AlertBook
from kiosk.sync.backoff import WAIT_MAX_S, Backoff
from kiosk.sync.client import StoreClient
from kiosk.sync.desk import OnlineDesk
from kiosk.sync.follower import Follower, Keeper
from kiosk.sync.hub import WAIT_MAX_S as HUB_WAIT_MAX_S
from kiosk.sync.hub import FullLane, HubWay, LaneAtHub
from kiosk.sync.identity import save
from kiosk.sync.leases import LeaseKeeper
from kiosk.sync.live import LiveChannel, ServiceWay
from kiosk.sync.pictures import ItemPictures
from kiosk.sync.rotation import Rotation
from kiosk.sync.uploader import Outbox, Uploader

log = logging.getLogger(__name__)


class LineReport(msgspec.Struct, frozen=True, kw_only=True):
    """How the line is, for staff."""

    unsent: int
    """Envelopes the service does not have yet."""
    is_live: bool
    is_at_hub: bool = False
    """Whether staff decide at the shop's hub meanwhile."""
    upload_trouble: str = ""
    feed_trouble: str = ""
    positions: dict[str, int] = {}


class Repeating:
    """Does a step again and again on its own thread; `step` says how long to wait, `wake` cuts it short."""

    def __init__(self, name: str, step: Callable[[], float]) -> None:
        self._name = name
        self._step = step
        self._wake = threading.Event()
        self._ending = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There is something to do now."""
        self._wake.set()

    def stop(self, timeout_s: float) -> None:
        """End after the present step, or leave it behind after `timeout_s`."""
        self._ending = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        while not self._ending:
            try:
                wait_s = self._step()
            except Exception:
                log.exception("%s failed; it goes on later", self._name)
                wait_s = WAIT_MAX_S
            if not self._ending:
                self._wake.wait(wait_s)
                self._wake.clear()


class StoreLine:
    """The line of one enrolled lane."""

    def __init__(
        self,
        client: StoreClient,
        outbox: Outbox,
        keeper: Keeper,
        folder: Path,
        lane: FullLane,
        *,
        changed: Callable[[], None],
        answer_coupon: Callable[[CouponAnswer], None],
        answer_points: Callable[[PointsAnswer], None],
        answer_resume: Callable[[ResumeAnswer], None],
        answer_value: Callable[[ValueAnswer], None] | None = None,
        answer_return: Callable[[SoldAnswer | ReturnAnswer], None] | None = None,
        answer_basket: Callable[[BasketAnswer], None] | None = None,
        answer: Callable[[StoreAnswer], None] | None = None,
        pictures: ItemPictures | None = None,
        hub: str = "",
        leases: LeaseKeeper | None = None,
    ) -> None:
        """`hub` is the address of the shop's own hub; empty: there is none. `leases` keeps its slices.

        `pictures` of items go up beside the alerts, to whoever listens: the service, or the hub.
        """
        who = client.identity
        self._client = client
        self._outbox = outbox
        self._keeper = keeper
        self._uploader = Uploader(outbox, client, Backoff(random.random))
        self._follower = Follower(who, client, keeper, folder, changed, Backoff(random.random), random.random)
        self._uploading = Repeating("upload", self._uploader.step)
        self._following = Repeating("feed", self._follower.step)
        run = f"{who.terminal_id}-{random.getrandbits(48):012x}"  # another run, other alerts
        book = AlertBook(run, who.terminal_id)
        way = ServiceWay(who.url, client)
        self._live = LiveChannel(way, lane, lambda: book, Backoff(random.random), pictures=pictures)
        self._hub = self._to_hub(hub, lane, run, pictures) if hub else None
        self._leasing = Repeating("leases", leases.step) if leases is not None else None
        rotation = Rotation(client, client.clock.now, lambda who: save(folder, who))
        self._rotating = Repeating("key", rotation.step)

        def renew() -> None:
            rotation.want()
            self._rotating.wake()

        self.renew_keys = renew
        """The service has signed with a key this lane does not know: ask for its keys."""
        self.ending: Callable[[], None] = lambda: None
        """Called before everything ends."""
        self._follower.unknown_key = renew
        self.desk = OnlineDesk(
            client,
            answer_coupon,
            answer_points,
            answer_resume,
            answer_value,
            answer_return,
            answer_basket,
            answer,
        )

    def start(self) -> None:
        """Everything begins; returns at once."""
        self.desk.start()
        self._uploading.start()
        self._following.start()
        self._live.start()
        self._rotating.start()
        if self._leasing is not None:
            self._leasing.start()
        if self._hub is not None:
            self._hub.start()

    def stop(self, timeout_s: float = 3.0) -> None:
        """Everything ends. What is unsent stays in the journal."""
        self.ending()
        if self._hub is not None:
            self._hub.stop(timeout_s)
        if self._leasing is not None:
            self._leasing.stop(timeout_s)
        self._live.stop(timeout_s)
        self.desk.stop(timeout_s)
        self._uploading.stop(timeout_s)
        self._following.stop(timeout_s)
        self._rotating.stop(timeout_s)
        self._client.close()

    def _to_hub(self, url: str, lane: FullLane, run: str, pictures: ItemPictures | None) -> LiveChannel:
        """The line to the shop's hub, for as long as there is none to the service."""
        lines = itertools.count(1)

        def book() -> AlertBook:  # what a hub was told before it stepped aside is over there
            name = f"{run}-hub{next(lines)}"
            return AlertBook(name, name)

        return LiveChannel(
            HubWay(url, lambda: self._client.identity, self._client.clock),
            LaneAtHub(lane),
            book,
            Backoff(random.random, HUB_WAIT_MAX_S),
            is_needed=lambda: self._live.is_away,
            name="hub",
            pictures=pictures,
        )

    def sealed(self) -> None:
        """A sale was sealed: send it."""
        self._uploading.wake()
        self._look_at_leases()

    def feed_moved(self) -> None:
        """The service has something new."""
        self._following.wake()
        self._look_at_leases()

    def _look_at_leases(self) -> None:
        if self._leasing is not None:
            self._leasing.wake()

    def resync(self) -> None:
        """Fetch the shop's data whole."""
        self._follower.resync()
        self._following.wake()

    def now(self) -> int:
        """The service's time, microseconds since 1970."""
        return self._client.clock.now()

    def known_now(self) -> int | None:
        """The service's time, once it has told it; None before."""
        return self._client.clock.now() if self._client.clock.is_known else None

    def report(self) -> LineReport:
        """How the line is."""
        mark = self._outbox.mark()
        trouble = self._uploader.trouble
        return LineReport(
            unsent=mark.sealed - mark.acked,
            is_live=self._live.is_connected,
            is_at_hub=self._hub is not None and self._hub.is_connected,
            upload_trouble=f"{trouble.code}: {trouble.detail}" if trouble.code else "",
            feed_trouble=self._follower.trouble,
            positions={scope: position.pos for scope, position in self._keeper.positions().items()},
        )
