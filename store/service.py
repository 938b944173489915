"""What every room of the service is given, and what a room gives back.

`store.app` makes the one `Service` and asks each room for its part: `room(service) -> Room`.

Source: docs/store.md, "Rooms".
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from litestar.types import ControllerRouterHandler, Guard

from store.data.clock import Clock, now_us
from store.data.database import Database
from store.settings import Settings

T = TypeVar("T")
Work = Callable[[], contextlib.AbstractAsyncContextManager[None]]
"""Something that runs as long as the service: entered at start, left before the database closes."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """The service's settings, data and clock."""

    settings: Settings
    database: Database
    clock: Clock = now_us
    shared: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What rooms make for each other, by name (see `share`)."""

    def share(self, name: str, make: Callable[[], T]) -> T:
        """What is shared under this name, made by whoever asks first."""
        if name not in self.shared:
            self.shared[name] = make()
        return cast("T", self.shared[name])


@dataclass(frozen=True, kw_only=True)
class Room:
    """What a room adds to the service."""

    routes: Sequence[ControllerRouterHandler] = ()
    guards: Sequence[Guard] = ()
    """Asked before every handler of every room."""
    work: Sequence[Work] = ()


MakeRoom = Callable[[Service], Room]
