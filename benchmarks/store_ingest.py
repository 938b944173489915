"""`python -m benchmarks.store_ingest`: how many sales a second the store service takes, and at what cost.

The service runs in its own process as `store serve` runs it, this process is the load: real sales of 20
lines, sealed before the clock starts, sent over HTTP/1.1 on kept connections. Two loads: batches of 20 sales
from a few lanes that have something to catch up, and single sales from many lanes at once. A commit is
durable before its answer. Who asks is taken from a header (`benchmarks.store_trusting`): what the real gate
checks (token, signature) comes once per request on top. Opening the envelopes is measured apart, alone.

Nothing here is a test: what is slow shows.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from benchmarks.figures import machine
from benchmarks.postgresql import Instance, binaries, free_port
from benchmarks.store_sales import SealingLane
from retail.journal.envelope import GENESIS_HASH, Envelope, digest
from retail.wire import WIRE
from retail.wire.upload import CONTENT_TYPE, PATH, Upload
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.projector.run import Projector

LINES = 20
BATCH = 20
GOALS: dict[str, tuple[int, float | None]] = {
    "batches": (2_500, 120.0),
    "singles": (800, None),
    "projection": (0, None),
}
"""Sales a second (0: none set); service processor time per sale in us."""
OPENED = 600
"""Sales opened to measure projection."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """One way of sending."""

    name: str
    lanes: int
    per_request: int
    requests: int
    """Per lane."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What came out."""

    engine: str
    load: str
    sales: int
    seconds: float
    cpu_us: float
    p50_ms: float
    p99_ms: float

    @property
    def per_second(self) -> float:
        return self.sales / self.seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every engine and load; print a table and, with --json, one line each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store_ingest", description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long about, per load")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--profile", type=Path, help="write the service's cProfile here (slows it down)")
    options = parser.parse_args(arguments)
    engines = ("sqlite", "postgresql") if options.engine == "both" else (options.engine,)
    loads = _loads(options.seconds)
    sealed = _seal(loads)
    figures = []
    for engine in engines:
        if engine == "postgresql" and binaries() is None:
            print("no PostgreSQL here: left out", file=sys.stderr)
            continue
        for load in loads:
            figures.append(_measure(engine, load, sealed, options.profile))
        figures.append(_project(engine))
        for one in figures[-len(loads) - 1 :]:
            if options.json:
                print(json.dumps(msgspec.structs.asdict(one)))
    print(table(figures))
    return 0


def table(figures: Sequence[Figure]) -> str:
    """The figures as Markdown."""
    lines = [
        f"{machine()}; sales of {LINES} lines, load before: {os.getloadavg()[0]:.1f}",
        "",
        "| engine | load | sales/s (goal) | service CPU us/sale (goal) | answer p50 / p99 ms |",
        "|---|---|---|---|---|",
    ]
    for one in figures:
        rate, cpu = GOALS[one.load]
        goal, rated = f" ({cpu:.0f})" if cpu else "", f" ({rate:,})" if rate else ""
        waits = f"{one.p50_ms:.1f} / {one.p99_ms:.1f}" if one.p99_ms else "-"
        lines.append(
            f"| {one.engine} | {one.load} | {one.per_second:,.0f}{rated} | {one.cpu_us:.0f}{goal} | {waits} |"
        )
    return "\n".join(lines)


def _loads(seconds: float) -> tuple[Load, Load]:
    return (
        Load(name="batches", lanes=8, per_request=BATCH, requests=max(4, round(20 * seconds))),
        Load(name="singles", lanes=64, per_request=1, requests=max(4, round(16 * seconds))),
    )


def _seal(loads: Sequence[Load]) -> dict[str, list[list[bytes]]]:
    """Every lane's requests, ready to be sent. The same few bodies serve all: nobody opens them here."""
    pattern = SealingLane("bench")
    bodies = [pattern.sale(LINES).body for _ in range(200)]
    made: dict[str, list[list[bytes]]] = {}
    for load in loads:
        lanes = []
        for number in range(load.lanes):
            lane = SealingLane(f"{load.name}-{number}", seed=number)
            lanes.append(_requests(lane, load, bodies))
        made[load.name] = lanes
    return made


def _requests(lane: SealingLane, load: Load, bodies: Sequence[bytes]) -> list[bytes]:
    prev, seq, requests = GENESIS_HASH, 0, []
    for _ in range(load.requests):
        items = []
        for _ in range(load.per_request):
            seq += 1
            body = bodies[seq % len(bodies)]
            item = Envelope(seq=seq, id=lane.new_id(), prev=prev, hash=digest(prev, body), body=body)
            prev = item.hash
            items.append(item)
        packed = msgspec.msgpack.encode(Upload(wire=WIRE, epoch=1, items=tuple(items)))
        head = (
            f"POST {PATH} HTTP/1.1\r\nhost: store\r\ncontent-type: {CONTENT_TYPE}\r\n"
            f"x-terminal: {lane.name}\r\ncontent-length: {len(packed)}\r\n\r\n"
        )
        requests.append(head.encode() + packed)
    return requests


def _measure(engine: str, load: Load, sealed: dict[str, list[list[bytes]]], profile: Path | None) -> Figure:
    with _database(engine) as dsn, _service(dsn, profile) as (port, process):
        before = _cpu_s(process.pid)
        started = time.perf_counter()
        waits = asyncio.run(_send(port, sealed[load.name]))
        seconds = time.perf_counter() - started
        cpu = _cpu_s(process.pid) - before
    sales = load.lanes * load.requests * load.per_request
    waits.sort()
    return Figure(
        engine=engine,
        load=load.name,
        sales=sales,
        seconds=seconds,
        cpu_us=cpu / sales * 1e6,
        p50_ms=waits[len(waits) // 2] * 1000,
        p99_ms=waits[len(waits) * 99 // 100] * 1000,
    )


def _project(engine: str) -> Figure:
    """Open real sales, in this process and with nothing else to do."""
    lane = SealingLane("opened")
    for _ in range(OPENED):
        lane.sale(LINES)
    with _database(engine) as dsn:
        migrate.prepare(dsn)
        with Database.open(dsn) as database:
            batch = Batch(
                store_id="1",
                terminal_id=lane.name,
                epoch=1,
                is_held=False,
                items=tuple(lane.envelopes),
                received_at=1,
            )
            database.write_sync(lambda connection: journal.receive(connection, [batch]))
            began, cpu = time.perf_counter(), time.process_time()
            opened = Projector(database, now_us).run_until_idle()
            seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    return Figure(
        engine=engine,
        load="projection",
        sales=opened,
        seconds=seconds,
        cpu_us=spent / opened * 1e6,
        p50_ms=0,
        p99_ms=0,
    )


async def _send(port: int, lanes: list[list[bytes]]) -> list[float]:
    """Every lane sends its requests one after the other; how long each answer took."""
    waits: list[float] = []

    async def lane(requests: list[bytes]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in requests:
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"the service answered {head.splitlines()[0]!r}")
            waits.append(time.perf_counter() - began)
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(lane(requests) for requests in lanes))
    return waits


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _database(engine: str) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="store-bench-", dir=os.environ.get("BENCH_FOLDER")))
    try:
        if engine == "sqlite":
            yield f"sqlite:///{folder}/store.db"
        else:
            with Instance.start(folder, is_durable=True) as instance:
                yield instance.dsn()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _service(dsn: str, profile: Path | None) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    port = free_port()
    environment = (
        os.environ
        | {"STORE_DSN": dsn, "STORE_PORT": str(port), "STORE_LOG_LEVEL": "warning"}
        | {"STORE_PROJECT": "false"}
    )
    subprocess.run(
        [sys.executable, "-m", "store.cli", "init"], env=environment, check=True, capture_output=True
    )
    command = [sys.executable]
    if profile is not None:
        command += ["-m", "cProfile", "-o", str(profile)]
    process = subprocess.Popen([*command, "-m", "benchmarks.store_trusting"], env=environment)
    try:
        _wait_for(port, process)
        yield port, process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the service did not start")


if __name__ == "__main__":
    sys.exit(main())
