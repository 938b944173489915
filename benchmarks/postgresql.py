"""An own PostgreSQL instance from the system's packages, on a free port, for tests and measurements.

It lives in a temporary folder and is stopped when the block ends. PostgreSQL refuses to run as root: then it
runs as the user `postgres` that Debian's package made.

    with Instance.start(folder) as instance:
        engine = create_engine(instance.dsn("postgres"))
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = ("/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt")
START_TIMEOUT_S = 60.0
USER = "store"
_PROGRAMS = ("initdb", "postgres", "pg_isready", "pg_basebackup", "pg_ctl")
_QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`, newest version first; None without them."""
    homes = [path.parent for place in PLACES for path in Path(place).glob("*/bin/initdb")]
    if found := shutil.which("initdb"):
        homes.append(Path(found).resolve().parent)
    whole = [home for home in homes if all((home / name).exists() for name in _PROGRAMS)]
    return max(whole, key=lambda home: home.parent.name, default=None)


def free_port() -> int:
    """A TCP port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Instance:
    """A running server. `is_durable` false trades safety for speed: only for tests that kill nothing."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self.data = folder / "data"
        self.log = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    @contextlib.contextmanager
    def start(
        cls, folder: Path, *, is_durable: bool = False, options: tuple[str, ...] = ()
    ) -> Iterator["Instance"]:
        """A new instance in `folder`, stopped at the end."""
        instance = cls(_given_away(folder), free_port())
        instance.run("initdb", "-D", str(instance.data), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        durable = () if is_durable else ("fsync=off", "full_page_writes=off")
        instance.launch(*durable, *options)
        try:
            yield instance
        finally:
            instance.stop()

    @classmethod
    @contextlib.contextmanager
    def follow(cls, primary: "Instance", folder: Path) -> Iterator["Instance"]:
        """A standby of `primary` in `folder`, streaming from it, stopped at the end."""
        instance = cls(_given_away(folder), free_port())
        instance.run(
            "pg_basebackup",
            *("-D", str(instance.data), "-h", "127.0.0.1", "-p", str(primary.port), "-U", USER),
            *("-R", "-X", "stream", "-c", "fast", "--no-sync"),
        )
        instance.launch()
        try:
            yield instance
        finally:
            instance.stop()

    def promote(self) -> None:
        """Make a standby the primary."""
        self.run("pg_ctl", "promote", "-D", str(self.data), "-w")

    def dsn(self, database: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/{database}"

    def launch(self, *options: str) -> None:
        """Start the server and wait until it answers."""
        command = [
            *("-D", str(self.data), "-p", str(self.port), "-k", str(self.folder)),
            *("-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=64MB", "-c", "max_connections=60"),
        ]
        for option in options:
            command += ["-c", option]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(_home() / "postgres"), *command], stdout=log, stderr=log, **_identity()
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline and self._process.poll() is None:
            ready = [str(_home() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
            if subprocess.run(ready, check=False, **_QUIET).returncode == 0:
                return
            time.sleep(0.05)
        self.kill()
        raise RuntimeError(f"PostgreSQL did not start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the instance's user. RuntimeError if it fails."""
        done = subprocess.run(
            [str(_home() / program), *arguments],
            capture_output=True,
            check=False,
            cwd=self.folder,
            **_identity(),
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {done.stderr.decode(errors='replace')[-2000:]}")

    def stop(self) -> None:
        """Stop it, quickly but in order. Safe to call twice."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=START_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Let it die as in a power cut: the server and everything it started."""
        if self._process is None or self._process.poll() is not None:
            return
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self._process.pid)], capture_output=True, check=False
        ).stdout.split()
        self._process.kill()
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self._process.wait()


def _home() -> Path:
    home = binaries()
    if home is None:
        raise RuntimeError("PostgreSQL is not installed (Debian: apt install postgresql)")
    return home


def _identity() -> dict[str, Any]:
    """How to start a program so that PostgreSQL accepts it."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _given_away(folder: Path) -> Path:
    """The folder, made if need be, belonging to the user the server runs as.

    The folders above it must be open to that user: a fresh one directly in /tmp is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    return folder
