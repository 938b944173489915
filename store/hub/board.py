"""The alerts a hub knows, lane by lane, and who is looking at them. Pure but for its watchers' queues.

A lane tells everything it wants people for, every beat; so nothing is kept on a disk, and a hub that was
switched off knows all again one beat later.

Source: `retail.wire.hub`.
Invariants: belongs to one event loop; at most ALERTS_MAX alerts of a lane; what a lane does not repeat is
over; a watcher who does not read is let go.
"""

import asyncio

import msgspec

from retail.wire.hub import SILENT_BEATS
from retail.wire.live import BEAT_S, AlertRaised

WATCHERS_MAX = 200
TEXT_MAX = 300
MICROSECONDS = 1_000_000
SILENT = int(SILENT_BEATS * BEAT_S * MICROSECONDS)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the board."""

    alert_id: str
    terminal_id: str
    lane: str
    kind: str
    text: str
    severity: str
    since: int
    """When the hub heard of it first (microseconds)."""
    taken: bool
    """Somebody said they are on their way."""
    is_sure: bool
    """False: the lane has been silent for a while."""


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """The whole board, oldest alert first."""

    shop: str
    at: int
    lanes: int
    """How many the hub knows."""
    list_made_at: int
    is_linked: bool
    """Whether the service could be reached lately: then its own pages tell more."""
    alerts: tuple[Shown, ...]


class _LaneNews(msgspec.Struct, kw_only=True):
    name: str
    heard_at: int
    alerts: dict[str, Shown]


class Board:
    """What is shown now."""

    def __init__(self) -> None:
        self._lanes: dict[str, _LaneNews] = {}
        self._watchers: set[asyncio.Event] = set()

    def __len__(self) -> int:
        return len(self._watchers)

    def heard(self, terminal_id: str, name: str, alerts: tuple[AlertRaised, ...], now: int) -> None:
        """A lane told everything it wants people for."""
        before = self._lanes.get(terminal_id)
        known = before.alerts if before is not None else {}
        told = {
            alert.alert_id: Shown(
                alert_id=alert.alert_id,
                terminal_id=terminal_id,
                lane=name,
                kind=alert.kind[:TEXT_MAX],
                text=alert.text[:TEXT_MAX],
                severity=alert.severity,
                since=known[alert.alert_id].since if alert.alert_id in known else now,
                taken=alert.alert_id in known and known[alert.alert_id].taken,
                is_sure=True,
            )
            for alert in alerts
        }
        self._lanes[terminal_id] = _LaneNews(name=name, heard_at=now, alerts=told)
        if told != known:
            self.changed()

    def take(self, terminal_id: str, alert_id: str) -> bool:
        """Somebody is on their way; false if there is no such alert."""
        lane = self._lanes.get(terminal_id)
        if lane is None or alert_id not in lane.alerts:
            return False
        lane.alerts[alert_id] = msgspec.structs.replace(lane.alerts[alert_id], taken=True)
        self.changed()
        return True

    def keep_only(self, terminal_ids: set[str]) -> None:
        """Forget lanes that are no longer on the list."""
        gone = set(self._lanes) - terminal_ids
        for terminal_id in gone:
            del self._lanes[terminal_id]
        if gone:
            self.changed()

    def alerts(self, now: int) -> tuple[Shown, ...]:
        """Everything open, oldest first."""
        found = [
            shown if now < lane.heard_at + SILENT else msgspec.structs.replace(shown, is_sure=False)
            for lane in self._lanes.values()
            for shown in lane.alerts.values()
        ]
        return tuple(sorted(found, key=lambda shown: (shown.since, shown.terminal_id, shown.alert_id)))

    # --- watchers --------------------------------------------------------------------------------------

    def watch(self) -> asyncio.Event | None:
        """An event that is set whenever the board changes; None: too many are looking."""
        if len(self._watchers) >= WATCHERS_MAX:
            return None
        watcher = asyncio.Event()
        watcher.set()
        self._watchers.add(watcher)
        return watcher

    def leave(self, watcher: asyncio.Event) -> None:
        """Stop looking."""
        self._watchers.discard(watcher)

    def changed(self) -> None:
        """Wake everybody who is looking."""
        for watcher in self._watchers:
            watcher.set()
