"""How lanes and alerts are told to people: one card per lane, one per alert, in words and a colour.

Source: `retail.wire.live.LaneStatus`; docs/back-office.md, "Lanes".
Invariants: pure but for `read`; colour is never the only sign.
"""

from collections.abc import Sequence

import msgspec

from retail.wire import alert_texts
from store.data.database import Connection
from store.data.lanes import alerts, lane_status, terminals
from store.data.lanes.alerts import Alert
from store.data.lanes.lane_status import LaneNow
from store.data.lanes.terminals import Terminal
from store.office.pages.words import Words

PHASES = {
    "attract": "Waiting for a shopper",
    "scanning": "Scanning",
    "notfound": "A code was not for sale",
    "tender": "Choosing how to pay",
    "card": "Paying",
    "wallet": "Paying by phone",
    "refund": "Money goes back",
    "return": "Goods come back",
    "load": "Topping a balance up",
    "unknown": "Payment not known",
    "paid": "Paid",
    "receipt": "Receipt",
    "thanks": "Leaving",
    "out_of_service": "Out of service",
}
"""A lane's own word for what it is doing (`retail.wire.live.LaneStatus.phase`), for people."""
CONDITIONS = {
    "ready": "ready",
    "warning": "needs a look",
    "fault": "does not work",
    "unknown": "has not answered",
}
"""A device's own word for how it is."""
_GOOD = frozenset({"ready", ""})
ALERT_ICONS = {
    "help": "hand",
    "payment_unknown": "card",
    "device": "printer",
    "outage": "warning",
    "security": "lock",
    "coupon_loss": "coupon",
    "value_loss": "gift",
    "return_odd": "undo",
    "journal_fork": "link",
    "journal_different": "link",
}
ALERT_KINDS = {
    "help": "Help",
    "payment_unknown": "Payment not known",
    "device": "Device",
    "outage": "Outage",
    "security": "Security",
    "coupon_loss": "Coupon used twice",
    "value_loss": "Value that was not there",
    "return_odd": "Return to be looked at",
    "journal_fork": "Journal forked",
    "journal_different": "Journal differs",
    "enrolment": "Enrolment",
}


class LaneCard(msgspec.Struct, frozen=True, kw_only=True):
    """A lane as a card."""

    device: Terminal
    now: LaneNow | None
    alerts: tuple[Alert, ...]
    tone: str
    """good, busy, caution, danger, or empty: away."""
    state: str
    """In a word (English)."""
    doing: str
    """In a sentence (English)."""

    @property
    def is_connected(self) -> bool:
        """Whether it speaks to us now."""
        return self.now is not None and self.now.is_connected

    @property
    def troubles(self) -> list[tuple[str, str]]:
        """Devices that are not well, and how they are."""
        return [(name, text) for name, text, is_well in self.devices if not is_well]

    @property
    def devices(self) -> list[tuple[str, str, bool]]:
        """Every device it speaks of: its name and how it is (English), and whether that is well."""
        told = self.now.status.devices if self.now is not None and self.now.status is not None else {}
        return [
            (name.replace("_", " ").capitalize(), CONDITIONS.get(word, word), word in _GOOD)
            for name, word in told.items()
        ]

    @property
    def look(self) -> str:
        """The card's class."""
        if any(one.severity == "critical" for one in self.alerts):
            return "is-critical"
        if self.alerts:
            return "is-asking"
        return "" if self.is_connected else "is-away"


def read(connection: Connection, store_id: str, now: int) -> tuple[list[LaneCard], Sequence[Alert]]:
    """Every lane as it is, and every open alert."""
    told = {one.terminal_id: one for one in lane_status.listed(connection, store_id, now)}
    waiting = alerts.still_open(connection, store_id)
    cards = [
        card_of(
            device,
            told.get(device.terminal_id),
            tuple(one for one in waiting if one.terminal_id == device.terminal_id),
        )
        for device in terminals.listed(connection, store_id)
    ]
    return cards, waiting


def card_of(device: Terminal, now: LaneNow | None, waiting: tuple[Alert, ...]) -> LaneCard:
    """One lane as a card."""
    tone, state, doing = _state(device, now)
    card = LaneCard(device=device, now=now, alerts=waiting, tone=tone, state=state, doing=doing)
    if tone in ("good", "busy") and card.troubles:
        card = msgspec.structs.replace(card, tone="caution")
    return card


def _state(device: Terminal, now: LaneNow | None) -> tuple[str, str, str]:
    if device.state == "revoked":
        return "danger", "Revoked", "It may deliver its sales, nothing else."
    if device.state == "awaiting":
        return "", "New", "It waits to be enrolled."
    status = now.status if now is not None else None
    if now is None or status is None:
        return "", "Silent", "It has not spoken yet."
    if not now.is_connected:
        return "", "Offline", "It sells on by itself; sales come later."
    if status.outage or status.phase == "out_of_service":
        return "danger", "Out of service", status.outage or "It takes no shoppers now."
    doing = PHASES.get(status.phase, status.phase.replace("_", " ").capitalize())
    if not status.is_open:
        return "", "Closed", "Closed by staff." if not status.item_count else doing
    return ("busy" if status.item_count else "good"), "Open", doing


def in_order(waiting: Sequence[Alert]) -> list[Alert]:
    """Critical first, then what nobody has seen, then the longest waiting."""
    rank = {"critical": 0, "staff": 1, "nudge": 2}
    return sorted(waiting, key=lambda one: (bool(one.seen_at), rank.get(one.severity, 1), one.received_at))


def said(one: Alert, words: Words) -> str:
    """What an alert says, in the words of a page; as it came, where its sentence is not known here."""
    template = alert_texts.TEXTS.get(one.text_key)
    if template is None:
        return words.text(one.text)
    known = {name: words.text(value) for name, value in one.values.items()}
    return alert_texts.filled(words.text(template), known) or one.text


def name_of(cards: Sequence[LaneCard], terminal_id: str, words: Words) -> str:
    """A lane's name; the service itself has none."""
    for card in cards:
        if card.device.terminal_id == terminal_id:
            return card.device.name
    return terminal_id or words.text("The service")
