"""The fleet as operations see it: every lane with what it runs, how it is, and what keeps it from being well.

Source: docs/operate.md, "Fleet"; `retail.wire.live.LaneStatus`.
Invariants: pure but for `read`; what a lane does not say is shown as not known, never as well.
"""

from collections.abc import Iterable, Mapping

import msgspec

from retail.wire.live import LaneStatus
from retail.wire.settings import SettingsLayer, SettingsNow, versions
from store.data.database import Connection
from store.data.lanes import settings_layers
from store.data.replication import feed
from store.data.replication.feed import store_scope
from store.data.schema.feed import CHAIN
from store.office.pages import live
from store.office.pages.live import LaneCard

SETTINGS = {
    "file": "as in its file",
    "good": "up to date",
    "waiting": "waits for a quiet moment",
    "trial": "on trial",
    "refused": "refused",
    "rolled_back": "gone back from",
    "late": "not there yet",
    "unknown": "does not say",
}
"""How a lane stands to its settings, in words."""
UPDATES = {
    "up_to_date": "up to date",
    "waiting": "waits for a quiet moment",
    "on_trial": "on trial",
    "stuck": "stuck",
    "unknown": "does not say",
}
"""How a lane stands to new releases, in words (`kiosk.update.status.State`)."""
SHOWN = {
    "": "All lanes",
    "trouble": "What needs a look",
    "away": "Not connected",
    "unsent": "With unsent sales",
    "settings": "Settings not as wanted",
    "update": "Update not done",
}
"""What the list can be narrowed to."""
LANES_MAX = 3_000
"""Of one page."""
_BAD_SETTINGS = frozenset({"refused", "rolled_back"})


class FleetLane(msgspec.Struct, frozen=True, kw_only=True):
    """One lane."""

    store_id: str
    card: LaneCard
    version: str
    unsent: int
    behind: int
    """Rows of the feed it has not followed yet."""
    settings: str
    """A word of SETTINGS."""
    settings_versions: str
    settings_reasons: tuple[str, ...]
    update: str
    """A word of UPDATES, or the lane's own."""
    ring: str
    release_waiting: str
    update_detail: str
    last_error: str

    @property
    def terminal_id(self) -> str:
        """The lane's id."""
        return self.card.device.terminal_id

    @property
    def needs_a_look(self) -> bool:
        """Whether something about it is not as it should be."""
        return (
            self.card.tone in ("caution", "danger")
            or (not self.card.is_connected and self.card.device.state == "active")
            or self.settings in _BAD_SETTINGS
            or self.update == "stuck"
        )

    def is_shown(self, narrowed: str, text: str, version: str) -> bool:
        """Whether a narrowed list has it."""
        texts = (self.card.device.name, self.terminal_id, self.ring, self.version, *self._devices())
        if text and not any(text.casefold() in one.casefold() for one in texts):
            return False
        if version and self.version != version:
            return False
        return {
            "trouble": self.needs_a_look,
            "away": not self.card.is_connected,
            "unsent": self.unsent > 0,
            "settings": self.settings not in ("good", "file"),
            "update": self.update not in ("up_to_date", "unknown"),
        }.get(narrowed, True)

    def _devices(self) -> Iterable[str]:
        return (name for name, _ in self.card.troubles)


def read(connection: Connection, stores: Iterable[str], now: int) -> list[FleetLane]:
    """Every lane of these stores; those that need a look first."""
    found: list[FleetLane] = []
    for store_id in stores:
        cards, _ = live.read(connection, store_id, now)
        heads = _heads(connection, store_id)
        for card in cards:
            if card.device.kind == "lane" and len(found) < LANES_MAX:
                wanted = settings_layers.of_lane(connection, store_id, card.device.terminal_id)
                found.append(lane_of(store_id, card, heads, wanted))
    return sorted(found, key=lambda one: (not one.needs_a_look, one.store_id, one.card.device.number))


def lane_of(
    store_id: str, card: LaneCard, heads: Mapping[str, int], wanted: tuple[SettingsLayer, ...]
) -> FleetLane:
    """A lane's card with what operations want to know."""
    status = card.now.status if card.now is not None else None
    told = status.settings if status is not None else None
    update = status.update if status is not None else None
    return FleetLane(
        store_id=store_id,
        card=card,
        version=(status.version if status is not None else "") or card.device.version,
        unsent=status.unsent if status is not None else 0,
        behind=_behind(status, heads),
        settings=standing(told, versions(wanted)),
        settings_versions=_versions(told),
        settings_reasons=told.reasons if told is not None else (),
        update=update.state if update is not None else "unknown",
        ring=update.ring if update is not None else "",
        release_waiting=update.waiting if update is not None else "",
        update_detail=update.detail if update is not None else "",
        last_error=status.last_error if status is not None else "",
    )


def standing(told: SettingsNow | None, wanted: Mapping[str, int]) -> str:
    """How a lane stands to the settings that it should have: a word of SETTINGS."""
    if told is None:
        return "unknown"
    if told.state in ("good", "file"):
        return told.state if told.layers == dict(wanted) else "late"
    return told.state if told.state not in _BAD_SETTINGS or told.wanted in ({}, dict(wanted)) else "late"


def _versions(told: SettingsNow | None) -> str:
    return " ".join(f"{layer} {version}" for layer, version in (told.layers if told else {}).items())


def _behind(status: LaneStatus | None, heads: Mapping[str, int]) -> int:
    positions = status.positions if status is not None else {}
    return sum(max(0, heads.get(scope, pos) - pos) for scope, pos in positions.items())


def _heads(connection: Connection, store_id: str) -> dict[str, int]:
    found = {scope: feed.read_head(connection, store_id, scope) for scope in (CHAIN, store_scope(store_id))}
    return {scope: head.head for scope, head in found.items() if head is not None}
