"""Loose goods on the weighing scale, and goods that are scanned again in a check.

Invariants: frozen; as all events (`retail.journal.events`).
"""

from retail.catalogue import Product
from retail.journal.event import Event


class WeighingAsked(Event, frozen=True, kw_only=True):
    """Goods sold by weight were chosen; the scale is asked for their weight, once."""

    ask_id: str
    product: Product
    scanned: str = ""
    evidence: tuple[str, ...] = ()


class WeighingEnded(Event, frozen=True, kw_only=True):
    """There is no weight, and nothing was added."""

    ask_id: str
    reason: str
    """`kiosk.devices.scale.NoWeightReason` words, or `restarted`."""


class ItemRescanned(Event, frozen=True, kw_only=True):
    """Staff scanned a piece again to check the purchase. Nothing was added."""

    key: str
    """GTIN-14."""
    by: str


AnyWeighingEvent = WeighingAsked | WeighingEnded | ItemRescanned
"""All events of this module."""
