"""A bare Debian with systemd as its first process, in namespaces of its own: no image, no virtual machine.

Each machine is a layer over one common root, so what it installs and writes is its own. The machines share
one network of loopback only, apart from this machine's, so that no port is anybody else's.

Invariants: nothing is mounted outside the caller's own mount namespace; `stop` ends every process of the
machine.
"""

import subprocess
import time
from pathlib import Path

START_S = 60.0
STOP_S = 20.0
COMMAND_S = 600.0
OUTPUT_MAX = 6_000
_LOOK_S = 0.2
_CGROUPS = (Path("/sys/fs/cgroup/unified"), Path("/sys/fs/cgroup"))
_BOOT = """
set -eu
root=$1
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for name in null zero full random urandom tty; do cp -a "/dev/$name" "$root/dev/"; done
mkdir -p "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
hostname "$2"
cd "$root"
pivot_root . mnt
umount -l /mnt
mount --make-rshared / # among this machine's own namespaces: so that a service sees its credentials
cd /
exec </dev/null env -i container=rollout PATH=/usr/sbin:/usr/bin:/sbin:/bin \\
    /lib/systemd/systemd --log-target=journal
"""


class StepError(RuntimeError):
    """A step did not do what the page says."""


class Machine:
    """One of them, not yet started."""

    def __init__(self, name: str, folder: Path, base: Path) -> None:
        self.name = name
        self.root = folder / name / "root"
        self._layer = folder / name
        self._base = base
        self._process: subprocess.Popen[bytes] | None = None
        self._init = 0
        groups = next(place for place in _CGROUPS if (place / "cgroup.procs").exists())
        self._group = groups / f"rollout-{name}"

    def start(self) -> None:
        """Start it and wait until its systemd is up. Raises `StepError`."""
        upper, work = self._layer / "upper", self._layer / "work"
        for folder in (upper, work, self.root):
            folder.mkdir(parents=True)
        layers = f"lowerdir={self._base},upperdir={upper},workdir={work}"
        subprocess.run(["mount", "-t", "overlay", "overlay", "-o", layers, str(self.root)], check=True)
        self._group.mkdir(exist_ok=True)
        # and whatever ends the rehearsal ends the machine
        enter = f'echo $$ > {self._group}/cgroup.procs && exec setpriv --pdeathsig KILL "$@"'
        own = ["unshare", "--mount", "--pid", "--cgroup", "--uts", "--ipc", "--fork", "--kill-child"]
        with (self._layer / "boot.log").open("wb") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", enter, "sh", *own, "sh", "-c", _BOOT, "sh", str(self.root), self.name],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_S
        while not self._is_up():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise StepError(
                    f"{self.name} does not start: {(self._layer / 'boot.log').read_text()[-500:]}"
                )
            time.sleep(_LOOK_S)

    def _is_up(self) -> bool:
        assert self._process is not None  # for the type checker
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        found = children.read_text().split() if children.exists() else []
        if not found or Path(f"/proc/{found[0]}/comm").read_text().strip() != "systemd":
            return False
        self._init = int(found[0])
        said = self._enter("systemctl is-system-running").stdout.strip()
        return said in ("running", "degraded")

    def run(self, commands: str, **variables: str) -> str:
        """What these commands print, run in root's home until the first that fails. Raises `StepError`."""
        done = self._enter(commands, **variables)
        if done.returncode != 0:
            raise StepError(f"on {self.name}, exit code {done.returncode}:\n{commands}\n{_end(done)}")
        return done.stdout

    def tried(self, commands: str) -> tuple[int, str]:
        """Exit code and output of commands that may fail."""
        done = self._enter(commands)
        return done.returncode, _end(done)

    def _enter(self, commands: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        given = {"HOME": "/root", "LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **variables}
        return subprocess.run(
            ["nsenter", "-t", str(self._init), "-m", "-p", "-u", "-i", "-C", "--", "env", "-i"]
            + [f"{name}={value}" for name, value in given.items()]
            + ["bash", "-euc", f"cd /root\n{commands}"],
            capture_output=True,
            text=True,
            timeout=COMMAND_S,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def stop(self) -> None:
        """End it and whatever runs in it. Safe to call twice."""
        if self._process is not None:
            self._process.kill()  # and with it the first process of the machine, and all others
            self._process.wait(STOP_S)
            self._process = None
            until = time.monotonic() + STOP_S
            for group in sorted(self._group.rglob("*"), reverse=True):
                if group.is_dir():
                    _remove(group, until)
            _remove(self._group, until)


def _remove(group: Path, until: float) -> None:
    """A group whose last process has just died may be busy for another moment."""
    while group.exists():
        try:
            group.rmdir()
        except OSError:
            if time.monotonic() > until:
                return
            time.sleep(_LOOK_S)


def _end(done: "subprocess.CompletedProcess[str]") -> str:
    return (done.stdout + done.stderr)[-OUTPUT_MAX:]
