"""How long until an attendant sees what a lane calls for, and how long until the lane goes on after a touch.

    python -m benchmarks.station [--lanes 100] [--stations 3] [--raises 200] [--hub]

The service runs in a process of its own, on SQLite, with real sockets. This process is the lanes, each with
its signed live line, and the stations, each doing what the page does: it hears the store's events and then
asks for the block of the page it shows. Measured: from a lane's alert, with its picture, being sent to the
block of the last station that shows it (*visible*), and from the touch being sent to the lane hearing the
decision (*continues*). Lanes raise one after the other at random, and tell their status now and then
meanwhile.
With `--hub` the same at the shop's hub while the service is away: lines signed both ways, staff signed in
with number and PIN. Prints one JSON line.

Source: the issue's figures: both within a second (p99), with a hundred lanes.
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import random
import secrets
import tempfile
import time
from collections.abc import AsyncIterator
from typing import Any, Protocol

import cv2
import httpx
import msgspec
import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.live_service import (
    LOGIN,
    NUMBER,
    PASSWORD,
    PIN,
    TIMEOUT_S,
    serve_hub,
    serve_service,
    started,
)
from benchmarks.store_lane import Lane
from retail.wire import hub
from retail.wire.hub import HubHello
from retail.wire.identity import HEADER_NONCE, HEADER_TERMINAL
from retail.wire.live import (
    PATH,
    AlertCleared,
    AlertRaised,
    CommandDone,
    Down,
    LaneCommand,
    LaneStatus,
    Waiting,
)
from retail.wire.pictures import mark_of
from store.identity import sessions

STATUS_S = 3.0
BLOCK = {"hx-request": "true", "hx-target": "station"}
_down = msgspec.json.Decoder(Down)


class Line(Protocol):
    """A lane's line, as far as a lane is acted out here."""

    async def send(self, text: str, /) -> None:
        """Say something."""

    def __aiter__(self) -> AsyncIterator[str | bytes]:
        """What is said."""


class SignedLine:
    """A line to a hub: every frame signed, as `kiosk.sync.hub` does it."""

    def __init__(self, line: ClientConnection, key: Lane, hello: HubHello, nonce: str) -> None:
        self._line, self._key = line, key
        self._session = hub.session_of(key.terminal_id, nonce, hello.voucher.hub_id, hello.nonce)
        self._said = itertools.count()

    async def send(self, text: str, /) -> None:
        """Say something."""
        signature = self._key.sign(hub.frame_bytes("up", self._session, next(self._said), text))
        await self._line.send(hub.frame(signature, text))

    async def __aiter__(self) -> AsyncIterator[str | bytes]:
        """What the hub says; whether it is the hub is not looked at: lanes do, on their own processors."""
        async for text in self._line:
            yield hub.opened(str(text))[1]


class LiveLane:
    """A lane's live line; notes when it hears a decision."""

    def __init__(self, terminal_id: str, line: Line) -> None:
        self.terminal_id = terminal_id
        self.line = line
        self.decided_at: dict[int, float] = {}

    async def say(self, message: msgspec.Struct) -> None:
        await self.line.send(msgspec.json.encode(message).decode())

    async def listen(self) -> None:
        async for text in self.line:
            told = _down.decode(text)
            if isinstance(told, LaneCommand):
                self.decided_at[told.intervention_no] = time.perf_counter()
                await self.say(CommandDone(command_id=told.command_id, outcome="done"))
                await self.say(AlertCleared(alert_id=f"{self.terminal_id}-{told.intervention_no}"))

    async def live(self) -> None:
        """Tell how it is, now and then, as a lane with a shopper does."""
        count = 0
        while True:
            count += 1
            await self.say(
                LaneStatus(
                    version="1",
                    phase="scanning",
                    is_open=True,
                    help_called=False,
                    item_count=count,
                    currency="EUR",
                )
            )
            await asyncio.sleep(STATUS_S * random.uniform(0.5, 1.5))


class StationPage:
    """One open page: hears, and asks for its block; notes when an alert is in it."""

    def __init__(self, http: httpx.AsyncClient, cookie: str) -> None:
        self._http, self._headers = http, {"cookie": cookie}
        self.is_ready = False
        self.awaited = ""
        self.seen = asyncio.Event()
        self._moved = asyncio.Event()

    async def hear(self) -> None:
        async with self._http.stream("GET", "/office/events", headers=self._headers, timeout=None) as stream:
            async for line in stream.aiter_lines():
                self.is_ready = True
                if line in ("event: alert", "event: lane"):
                    self._moved.set()

    async def show(self) -> None:
        while True:
            await self._moved.wait()
            self._moved.clear()
            begun = time.perf_counter()
            answer = await self._http.get("/station", headers={**self._headers, **BLOCK})
            if self.awaited and self.awaited in answer.text:
                self.seen.set()
            await asyncio.sleep(max(0.0, 0.15 - (time.perf_counter() - begun)))  # as the page's script


async def measure(
    port: int, made: list[tuple[str, bytes]], stations: int, raises: int, station_key: str = ""
) -> dict[str, Any]:
    """`station_key`: at a hub, what makes a tablet known."""
    base = f"http://127.0.0.1:{port}"
    limits = httpx.Limits(max_connections=None)
    async with contextlib.AsyncExitStack() as stack:
        http = await stack.enter_async_context(
            httpx.AsyncClient(base_url=base, limits=limits, timeout=TIMEOUT_S)
        )
        cookie, csrf = await (at_hub(http, station_key) if station_key else at_service(http))
        http.cookies.clear()
        lanes = []
        for terminal_id, private in made:
            key = Lane(terminal_id)
            key.private = Ed25519PrivateKey.from_private_bytes(private)
            line = await (to_hub(stack, port, key) if station_key else to_service(stack, http, port, key))
            lanes.append(LiveLane(terminal_id, line))
        pages = [StationPage(http, cookie) for _ in range(stations)]
        tasks = [
            asyncio.create_task(work)
            for work in (
                *(lane.listen() for lane in lanes),
                *(lane.live() for lane in lanes),
                *(page.hear() for page in pages),
                *(page.show() for page in pages),
            )
        ]
        stack.callback(lambda: [task.cancel() for task in tasks])
        while not all(page.is_ready for page in pages):
            await asyncio.sleep(0.01)
        chance = random.Random(5)
        visible, continues = [], []
        for number in range(1, raises + 1):
            lane = chance.choice(lanes)
            seen_s, heard_s = await once(lane, number, pages, http, cookie, csrf)
            visible.append(seen_s)
            continues.append(heard_s)
    return {
        "lanes": len(lanes),
        "stations": stations,
        "raises": raises,
        "load": round(os.getloadavg()[0], 1),
        **figures("visible", visible),
        **figures("continues", continues),
    }


async def at_service(http: httpx.AsyncClient) -> tuple[str, str]:
    """Cookie and form secret of somebody who logged in."""
    login = await http.post("/office/login", json={"login": LOGIN, "password": PASSWORD})
    return login.headers["set-cookie"].partition(";")[0], login.json()["csrf"]


async def at_hub(http: httpx.AsyncClient, station_key: str) -> tuple[str, str]:
    """The same at a hub."""
    await http.get("/", params={"shown": station_key})
    login = await http.post("/office/login", data={"who": NUMBER, "pin": PIN})
    cookie = login.headers["set-cookie"].partition(";")[0]
    return cookie, sessions.csrf_of(cookie.partition("=")[2].rpartition(".")[2])


async def to_service(
    stack: contextlib.AsyncExitStack, http: httpx.AsyncClient, port: int, key: Lane
) -> ClientConnection:
    """A lane's line to the service."""
    wish = msgspec.json.encode(key.token_request())
    answer = await http.post("/v1/token", content=wish, headers={"content-type": "application/json"})
    key.token = answer.json()["token"]
    return await stack.enter_async_context(
        connect(f"ws://127.0.0.1:{port}{PATH}", additional_headers=key.headers("GET", PATH))
    )


async def to_hub(stack: contextlib.AsyncExitStack, port: int, key: Lane) -> SignedLine:
    """A lane's line to a hub."""
    nonce = secrets.token_urlsafe(18)
    headers = {HEADER_TERMINAL: key.terminal_id, HEADER_NONCE: nonce}
    line = await stack.enter_async_context(
        connect(f"ws://127.0.0.1:{port}{hub.LINE_PATH}", additional_headers=headers)
    )
    hello = msgspec.json.decode(hub.opened(str(await line.recv()))[1], type=HubHello)
    signed = SignedLine(line, key, hello, nonce)
    await signed.send("")
    return signed


def photo(number: int) -> bytes:
    """A picture of an item about as large as one may be, another for each number."""
    noise = np.random.default_rng(number).integers(0, 255, (90, 160, 3), np.uint8)
    done, data = cv2.imencode(".jpg", cv2.resize(noise, (320, 180)), (cv2.IMWRITE_JPEG_QUALITY, 75))
    if not done:
        raise RuntimeError("no picture")
    return data.tobytes()


async def once(
    lane: LiveLane, number: int, pages: list[StationPage], http: httpx.AsyncClient, cookie: str, csrf: str
) -> tuple[float, float]:
    """One intervention, from raised to approved: seconds to visible, seconds from touch to heard."""
    alert_id, now = f"{lane.terminal_id}-{number}", time.time_ns() // 1_000
    picture = photo(number)
    for page in pages:
        page.awaited = alert_id
        page.seen.clear()
    waiting = Waiting(
        intervention_no=number,
        kind="age_check",
        item="Red wine",
        measure=18,
        called_at=now,
        needs_picture=True,
        picture=mark_of(picture),
    )
    begun = time.perf_counter()
    await lane.say(
        AlertRaised(alert_id=alert_id, kind="age_check", text="Age check", waiting=waiting, picture=picture)
    )
    await asyncio.wait_for(asyncio.gather(*(page.seen.wait() for page in pages)), TIMEOUT_S)
    visible = time.perf_counter() - begun
    form = {"deed": "approve", "reason": "id_seen", "number": str(number), "alert": alert_id, "measure": "18"}
    form["picture"] = mark_of(picture)
    touched = time.perf_counter()
    answer = await http.post(
        f"/station/{lane.terminal_id}/decide",
        data={**form, "csrf_token": csrf},
        headers={"cookie": cookie, **BLOCK},
    )
    if "Approved." not in answer.headers.get("hx-trigger", ""):
        raise RuntimeError(f"not approved: {answer.status_code} {answer.headers.get('hx-trigger')}")
    return visible, lane.decided_at[number] - touched


def figures(name: str, seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000, 1)

    return {f"{name}_ms_p50": at(0.5), f"{name}_ms_p99": at(0.99), f"{name}_ms_max": at(1.0)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lanes", type=int, default=100)
    parser.add_argument("--stations", type=int, default=3)
    parser.add_argument("--raises", type=int, default=200)
    parser.add_argument("--hub", action="store_true", help="at the shop's hub, without the service")
    options = parser.parse_args()
    serve = serve_hub if options.hub else serve_service
    with tempfile.TemporaryDirectory() as folder, started(serve, folder, options.lanes) as told:
        port, made, *key = told
        found = asyncio.run(measure(port, made, options.stations, options.raises, *key))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
