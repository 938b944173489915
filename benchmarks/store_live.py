"""How long until everybody sees an alert: one lane raises it, a thousand browsers hear it from one worker.

    python -m benchmarks.store_live [--listeners 1000] [--alerts 20]

The service runs in a process of its own, on SQLite, with real sockets, sessions and a lane's signed line.
This process is the lane and the browsers. Measured: from an alert being sent to the last listener reading it.
Prints one JSON line.

Source: the issue's figure: one alert to 1,000 listening browsers within 200 ms.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time

import httpx
import msgspec
from websockets.asyncio.client import connect

from benchmarks.live_service import LOGIN, PASSWORD, serve_service, started
from retail.wire.live import PATH, AlertRaised

TIMEOUT_S = 60


class Listeners:
    """Browsers, as sockets that read lines. Each notes when it has read an alert."""

    def __init__(self, port: int, cookie: str) -> None:
        self._port, self._cookie = port, cookie
        self.read_at: dict[str, list[float]] = {}
        self.ready = 0

    async def listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        head = f"GET /office/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {self._cookie}\r\n\r\n"
        writer.write(head.encode())
        await writer.drain()
        try:
            while line := await reader.readline():
                if line.startswith(b"retry:"):
                    self.ready += 1
                elif line.startswith(b"data: ") and b'"kind":"bench"' in line:
                    alert_id = json.loads(line[6:])["alert_id"]
                    self.read_at.setdefault(alert_id, []).append(time.perf_counter())
        finally:
            writer.close()


async def measure(
    port: int, terminal_id: str, private: bytes, listeners: int, alerts: int
) -> dict[str, object]:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from benchmarks.store_lane import Lane

    lane = Lane(terminal_id)
    lane.private = Ed25519PrivateKey.from_private_bytes(private)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        wish = msgspec.json.encode(lane.token_request())
        answer = await http.post("/v1/token", content=wish, headers={"content-type": "application/json"})
        lane.token = answer.json()["token"]
        login = await http.post("/office/login", json={"login": LOGIN, "password": PASSWORD})
        cookie = login.headers["set-cookie"].partition(";")[0]
    group = Listeners(port, cookie)
    tasks = []
    for _ in range(listeners):
        tasks.append(asyncio.create_task(group.listen()))
        if len(tasks) % 50 == 0:  # no shop opens a thousand at once
            await until(lambda: group.ready >= len(tasks) - 50)
    await until(lambda: group.ready == listeners)
    times = []
    async with connect(f"ws://127.0.0.1:{port}{PATH}", additional_headers=lane.headers("GET", PATH)) as line:
        for number in range(alerts):
            alert = AlertRaised(alert_id=f"bench-{number}", kind="bench", text="A shopper asks for help.")
            begun = time.perf_counter()
            await line.send(msgspec.json.encode(alert).decode())
            await until(lambda: len(group.read_at.get(alert.alert_id, ())) == listeners)  # noqa: B023
            times.append((max(group.read_at[alert.alert_id]) - begun) * 1000)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    ordered = sorted(times)
    return {
        "listeners": listeners,
        "alerts": alerts,
        "last_listener_ms_median": round(statistics.median(times), 1),
        "last_listener_ms_p95": round(ordered[int(len(ordered) * 0.95)], 1),
        "last_listener_ms_max": round(max(times), 1),
    }


async def until(holds: object) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not holds():  # type: ignore[operator]
        if time.monotonic() > deadline:
            raise TimeoutError("the listeners did not hear it")
        await asyncio.sleep(0.002)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--listeners", type=int, default=1000)
    parser.add_argument("--alerts", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, started(serve_service, folder, 1) as (port, made):
        ((terminal_id, private),) = made
        found = asyncio.run(measure(port, terminal_id, private, options.listeners, options.alerts))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
