"""Assortments on their way to the engine: offered by any thread, taken between two shoppers.

Invariants: the newest wins; each that was sold by, or passed over, is retired once.
"""

import logging
import queue
from collections.abc import Callable

from kiosk.checkout.assortment import Assortment

Retire = Callable[[Assortment], None]

log = logging.getLogger(__name__)


class Offered:
    """What the lane may sell by from the next shopper on."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[tuple[Assortment, Retire]] = queue.SimpleQueue()

    def put(self, new: Assortment, retire: Retire) -> None:
        """Offer one. `retire` is given the one before it, by whoever takes."""
        self._waiting.put((new, retire))

    def newest(self, current: Assortment) -> Assortment:
        """The newest one, having retired those before it; `current` if none was offered."""
        while not self._waiting.empty():
            new, retire = self._waiting.get_nowait()
            log.info("selling by %s from now on", new.mark)
            retire(current)
            current = new
        return current
