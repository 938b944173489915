"""The lane's figures for Prometheus, on this machine only: http://127.0.0.1:PORT/metrics.

`prometheus-client` writes them in its form; they are read when somebody asks, and cost nothing between.

Source: docs/operate.md, "Figures".
Invariants: listens on the loopback address and no other; labels are words of the program, never of people; a
figure that cannot be read is left out.
"""

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from typing import Any

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

import kiosk
from kiosk.app.engine import Engine
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.schema import Settings
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import FILE
from kiosk.database.outbox import Outbox
from kiosk.devices.health import Condition
from kiosk.ui.application import LaneWindow

ADDRESS = "127.0.0.1"
JOIN_S = 2.0
_log = logging.getLogger(__name__)


class Figures(Collector):
    """Tells them for as long as the lane runs (`kiosk.app.companions.Companion`)."""

    def __init__(self, chosen: Settings, clock: Callable[[], float] = time.time) -> None:
        self._port, self._folder = chosen.metrics.port, chosen.lane.folder
        self._lane, self._clock = chosen.lane.name, clock
        self._started = clock()
        self._snapshot: Snapshot | None = None
        self._engine: Engine | None = None
        self._thanked = 0
        self._server: tuple[Any, Thread] | None = None

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """Answer from now on."""
        self._engine = engine
        registry = CollectorRegistry()
        registry.register(self)
        try:
            self._server = start_http_server(self._port, ADDRESS, registry)
        except OSError as error:
            _log.error("no figures: port %d cannot be used: %s", self._port, error)

    def follow(self, snapshot: Snapshot) -> None:
        """The lane is like this now."""
        before, self._snapshot = self._snapshot, snapshot
        is_thanking = snapshot.state.phase is Phase.THANKS
        if is_thanking and before is not None and before.state.phase is not Phase.THANKS:
            self._thanked += 1

    def painted(self) -> None:
        """Nothing to it."""

    def end(self) -> None:
        """Answer no more."""
        if self._server is not None:
            server, thread = self._server
            server.shutdown()
            server.server_close()
            thread.join(JOIN_S)
            self._server = None

    # --- what is told --------------------------------------------------------------------------------------

    def collect(self) -> Iterable[Metric]:
        """Every figure as it is now."""
        info = InfoMetricFamily("kiosk", "The lane's program.")
        info.add_metric([], {"version": kiosk.__version__, "lane": self._lane})
        yield info
        yield _gauge("kiosk_start_time_seconds", "When the program started.", self._started)
        yield from self._of_lane()
        yield from self._of_engine()
        yield from self._of_journal()
        yield self._of_settings()

    def _of_lane(self) -> Iterable[Metric]:
        snapshot = self._snapshot
        if snapshot is None:
            return
        state = snapshot.state
        is_open = float(not snapshot.outage and state.is_open)
        yield _gauge("kiosk_open", "Whether shoppers may begin.", is_open)
        yield _gauge(
            "kiosk_out_of_service", "Whether the lane is in an outage.", float(bool(snapshot.outage))
        )
        yield _gauge(
            "kiosk_selling", "Whether a shopper is at the lane.", float(state.transaction is not None)
        )
        devices = GaugeMetricFamily(
            "kiosk_device_condition",
            "How each device is: 1 at its condition.",
            labels=["device", "condition"],
        )
        for device, told in state.devices.items():
            for condition in Condition:
                devices.add_metric([device.value, condition.value], float(told.condition is condition))
        yield devices
        sales = CounterMetricFamily("kiosk_sales", "Sales that ended since the start.")
        sales.add_metric([], self._thanked)
        yield sales

    def _of_engine(self) -> Iterable[Metric]:
        if self._engine is None:
            return
        commands = CounterMetricFamily("kiosk_commands", "Commands since the start.", labels=["outcome"])
        for outcome, count in dict(self._engine.counts).items():
            commands.add_metric([outcome], count)
        yield commands
        times = sorted(self._engine.commit_times_s)
        if times:
            commits = GaugeMetricFamily(
                "kiosk_commit_seconds", "Time of the newest commits.", labels=["quantile"]
            )
            for share in (0.5, 0.99):
                commits.add_metric([str(share)], times[int((len(times) - 1) * share)])
            yield commits

    def _of_journal(self) -> Iterable[Metric]:
        try:
            unsent = _unsent(self._folder)
        except (DatabaseError, OSError) as error:
            _log.debug("the journal is not told: %s", error)
            return
        yield _gauge("kiosk_unsent_envelopes", "Units of the journal the service does not have.", unsent)

    def _of_settings(self) -> Metric:
        kept, told = Kept(self._folder), GaugeMetricFamily(
            "kiosk_settings_version", "The version of each layer of settings.", labels=["layer"]
        )  # fmt: skip
        for layer in kept.in_force():
            told.add_metric([layer.layer], layer.version)
        return told


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)


def _unsent(folder: Path) -> int:
    outbox = Outbox(folder / FILE)
    try:
        return outbox.mark().unsent
    finally:
        outbox.close()
