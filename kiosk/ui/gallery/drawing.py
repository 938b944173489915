"""One picture to draw: a situation, and what comes over it. Pure."""

import msgspec

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.shop_window import Window

NO_SLIDE = -1


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """One picture to draw."""

    name: str
    snapshot: Snapshot
    touches: tuple[str, ...] = ()
    """Controls that are touched, one after the other."""
    then: Snapshot | None = None
    """What is shown after them."""
    window: Window = Window()
    """What the shop shows while the lane waits."""
    slide: int = NO_SLIDE
    """Which of the window's slides stands; none: how to begin."""
    has_keys: bool = False
    """Somebody uses the keys: the ring shows what they are at."""
    has_curtain: bool = False
    """Somebody listens, and wants nobody to read along."""

    @property
    def shown(self) -> Snapshot:
        """What stands in the end."""
        return self.then or self.snapshot

    @property
    def is_brought(self) -> bool:
        """Whether something stands over the situation."""
        return bool(self.touches) or self.slide != NO_SLIDE or self.has_keys or self.has_curtain
