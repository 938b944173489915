"""A lane's house, its repository and a web server, with small programs standing for releases of the lane.

A stand-in says which version runs and, if it is a good one, that it is well. Everything else is the real
thing: signatures, archives, folders, links, the chooser.
"""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.update import fetch
from kiosk.update.door import Door
from kiosk.update.house import House
from kiosk.update.release import FILE, Release
from kiosk.update.status import Status
from kiosk.update.updater import Plan, Updater, Watch
from tools.update_repo import UpdateRepository

ROOT = Path(__file__).resolve().parents[1]
BOOT = ROOT / "kiosk" / "update" / "boot" / "kiosk-boot"
RING = "canary"
MADE = "2026-01-01T00:00:00Z"
STARTED_S = 30.0

_STAND_IN = """\
#!/bin/sh
# {padding}
case $1 in
selftest) {selftest} ;;
run) echo {version}; {run} ;;
esac
"""
WELL = 'echo {version} >"$KIOSK_DOOR/healthy"; exit 3'
DIES = "exit 1"
HANGS = "exec sleep 600"
PASSES = "exit 0"


def release(version: str, writes: int = 1, reads: tuple[int, int] = (1, 1), made: str = MADE) -> Release:
    return Release(version=version, made=made, writes_schema=writes, reads_schema=reads)


def make_release(
    folder: Path, version: str, *, run: str = WELL, selftest: str = PASSES, size: int = 0
) -> Path:
    """A folder as `make package` leaves it, with a stand-in for the lane."""
    folder.mkdir(parents=True)
    program = folder / "kiosk"
    text = _STAND_IN.format(
        padding=version * 3, selftest=selftest, version=version, run=run.format(version=version)
    )
    program.write_text(text, encoding="ascii")
    program.chmod(0o755)
    library = folder / "_internal"
    library.mkdir()
    (library / "data.bin").write_bytes(os.urandom(size) or version.encode())
    (library / "link").symlink_to("data.bin")
    return folder


class Server:
    """The repository over HTTP on this machine, and what a bad network or a thief makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ranges = True
        self.cut_after: int | None = None
        """Bytes of a body after which the connection breaks, once."""
        self.asked: list[tuple[str, str]] = []
        self.spoil: Callable[[str, bytes], bytes] = lambda _path, body: body
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer._answer(self)

            def log_message(self, *_args: object) -> None:
                """Say nothing."""

        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def _answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("range", "")
        self.asked.append((request.path, wanted))
        path = self.folder / request.path.lstrip("/")
        if not path.is_file():
            request.send_error(404)
            return
        body = self.spoil(request.path, path.read_bytes())
        size, start = len(body), 0
        found = re.fullmatch(r"bytes=(\d+)-", wanted)
        if found and self.ranges:
            start = int(found[1])
            request.send_response(206)
            request.send_header("content-range", f"bytes {start}-{size - 1}/{size}")
        else:
            request.send_response(200)
        body = body[start:]
        request.send_header("content-length", str(len(body)))
        request.end_headers()
        if self.cut_after is not None and "/targets/" in request.path and len(body) > self.cut_after:
            body, self.cut_after = body[: self.cut_after], None
            request.close_connection = True
        try:
            request.wfile.write(body)
        except OSError:  # whoever asked was killed
            request.close_connection = True

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class World:
    """One lane that sells with release 1.0.0."""

    def __init__(self, folder: Path, *, reads: tuple[int, int] = (1, 1)) -> None:
        self.folder = folder
        self.house = House(folder / "house")
        self.door = Door(folder / "door")
        self.door.folder.mkdir(parents=True)
        first = make_release(self.house.release_folder("1.0.0"), "1.0.0")
        said = {"version": "1.0.0", "made": MADE, "writes_schema": 1, "reads_schema": list(reads)}
        (first / FILE).write_text(json.dumps(said), encoding="ascii")
        self.house.point("current", "1.0.0")
        self.keys = folder / "keys"
        self.repository = UpdateRepository(folder / "repo", self.keys)
        self.repository.init()
        self.root = (self.repository.metadata / "1.root.json").read_bytes()
        (folder / "root.json").write_bytes(self.root)
        self.server = Server(self.repository.folder)

    def close(self) -> None:
        self.server.close()

    def offer(
        self,
        version: str,
        *,
        rings: tuple[str, ...] = (RING,),
        run: str = WELL,
        selftest: str = PASSES,
        size: int = 0,
        writes: int = 1,
    ) -> Path:
        """Sign a release; the archive's path."""
        source = make_release(
            self.folder / f"built-{version}", version, run=run, selftest=selftest, size=size
        )
        return self.repository.add(source, release(version, writes, (1, writes)), rings)

    def plan(self, ring: str = RING, room_left: int = 0) -> Plan:
        return Plan(
            house=self.house,
            door=self.door,
            url=self.server.url,
            root=self.root,
            ring=ring,
            selftest_s=30.0,
            room_left=room_left,
        )

    def round(
        self, *, ring: str = RING, room_left: int = 0, days: float = 0, watch: Watch | None = None
    ) -> Status:
        """One round of the updater, in this process."""

        def now() -> datetime:
            return datetime.now(UTC) + timedelta(days=days)

        with fetch.client() as http_client:
            if watch is None:
                return Updater(self.plan(ring, room_left), http_client, now=now).round()
            return Updater(self.plan(ring, room_left), http_client, now=now, watch=watch).round()

    def updater_command(self, *words: str) -> list[str]:
        """The updater as a process of its own, to be killed: benchmarks/update_victim.py."""
        return [sys.executable, "-m", "benchmarks.update_victim", str(self.folder), self.server.url, *words]

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "KIOSK_HOUSE": str(self.house.folder),
            "KIOSK_DOOR": str(self.door.folder),
            **more,
        }

    def start_lane(self, **more: str) -> str:
        """Let the chooser start a lane and wait for its end; the version that said it ran, or nothing."""
        ran = subprocess.run(
            ["sh", str(BOOT), "run"],
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=STARTED_S,
            check=False,
            start_new_session=True,
        )
        return ran.stdout.strip()
