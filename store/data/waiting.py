"""A job that waits for the writer, and the way its answer goes home.

Callers are coroutines of any event loop, or threads. Answers of one commit are handed to a loop in one call,
because waking a loop costs more than the answer.

Invariants: every waiting job is answered exactly once; an answer nobody waits for any more is dropped.
"""

import asyncio
import concurrent.futures
from collections.abc import Callable, Iterable
from typing import Any

import sqlalchemy as sa

Job = Callable[[sa.Connection], Any]


class Waiting:
    """A job and who wants its answer. `item`: what a merging job gets instead of running alone."""

    __slots__ = ("_future", "_loop", "error", "item", "job", "merged", "value")

    def __init__(
        self,
        job: Callable[..., Any],
        future: "asyncio.Future[Any] | concurrent.futures.Future[Any]",
        loop: asyncio.AbstractEventLoop | None,
        *,
        merged: bool = False,
        item: Any = None,
    ) -> None:
        self.job = job
        self.merged = merged
        self.item = item
        self.value: Any = None
        self.error: BaseException | None = None
        self._future = future
        self._loop = loop


def answer(jobs: Iterable[Waiting]) -> None:
    """Hand `value` or `error` of each job to whoever waits for it."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Waiting]] = {}
    for one in jobs:
        if one._loop is not None:
            by_loop.setdefault(one._loop, []).append(one)
        else:
            _settle(one)
    for loop, ones in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle_all, ones)
        except RuntimeError:  # the loop is closed: nobody waits there any more
            if not loop.is_closed():
                raise


def _settle_all(jobs: list[Waiting]) -> None:
    for one in jobs:
        _settle(one)


def _settle(one: Waiting) -> None:
    future = one._future
    if future.done():
        return
    if one.error is not None:
        future.set_exception(one.error)
    else:
        future.set_result(one.value)
