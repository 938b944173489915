"""`kiosk doctor --fix`: put right what an installation loses in the hands of people, before looking at the
rest.

    folders       the lane's folder and its door exist ownership     and belong to the lane's user, with all
    that is in them: a command that was run as root leaves
                  files the lane cannot write
    settings      can be read by the lane, and by nobody else but root
    groups        the lane's user may open serial lines, cameras, sound and printers
    links         the names in /dev/kiosk are made
    stale locks   a serial line's lock of a program that is gone

Source: deploy/debian/kiosk/postinst, which does the same at the installation. Invariants: each repair is told
before it is done, and done only if it was agreed to; nothing that holds sales is removed or changed but for
its owner; no link is followed; a repair that fails is told, and the next one is tried.
"""

import contextlib
import grp
import os
import pwd
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.app.exit_codes import FAILED, OK
from kiosk.app.settings.schema import Settings

USER = "kiosk"
GROUPS = ("dialout", "video", "input", "audio", "lp", "plugdev", "render")
DOOR = "door"
FOLDER_MODE, DOOR_MODE, SETTINGS_MODE = 0o750, 0o755, 0o640
ENTRIES_MAX = 100_000
"""Files in a lane's folder that are looked at."""
TOOL_S = 30.0
_LOCK = re.compile(r"LCK\.\.[A-Za-z0-9]+")


@dataclass(frozen=True)
class Repair:
    """One thing to put right."""

    what: str
    will: str
    """What is going to be done, as a sentence."""
    do: Callable[[], None]


@dataclass(frozen=True, kw_only=True)
class Machine:
    """Where things are, and who the lane is."""

    user: str = USER
    uid: int = field(default_factory=os.geteuid)
    gid: int = field(default_factory=os.getegid)
    groups: Callable[[str], set[str]] = lambda user: {
        group.gr_name for group in grp.getgrall() if user in group.gr_mem
    }
    known_groups: Callable[[], set[str]] = lambda: {group.gr_name for group in grp.getgrall()}
    dev: Path = Path("/dev")
    sys: Path = Path("/sys")
    locks: Path = Path("/run/lock")
    rules: tuple[Path, ...] = (
        Path("/lib/udev/rules.d/60-kiosk.rules"),
        Path("/etc/udev/rules.d/61-kiosk-names.rules"),
    )
    tool: Callable[[list[str]], None] = lambda command: _run(command)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TOOL_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OSError(str(error)) from error
    if done.returncode != 0:
        raise OSError(f"{command[0]}: {done.stderr.strip() or f'exit code {done.returncode}'}")


def this_machine() -> Machine | None:
    """This machine, if a package has made the lane's user on it."""
    try:
        user = pwd.getpwnam(USER)
    except KeyError:
        return None
    return Machine(uid=user.pw_uid, gid=user.pw_gid)


def repairs(chosen: Settings | None, config: Path, machine: Machine) -> Iterator[Repair]:
    """What there is to put right. Without settings that can be read only what does not need them."""
    if chosen is not None:
        yield from _folders(chosen.lane.folder, machine)
    yield from _settings(config, machine)
    yield from _groups(machine)
    yield from _links(machine)
    yield from _stale_locks(machine)


def _folders(lane: Path, machine: Machine) -> Iterator[Repair]:
    for folder, mode in ((lane, FOLDER_MODE), (lane.parent / DOOR, DOOR_MODE)):
        if not os.path.lexists(folder):
            yield Repair(
                "folders",
                f"make {folder} and give it to {machine.user}",
                lambda folder=folder, mode=mode: _make(folder, mode, machine),  # type: ignore[misc]
            )
        elif others := list(_not_ours(folder, machine)):
            more = f" and {len(others) - 1} more" if len(others) > 1 else ""
            yield Repair(
                "ownership",
                f"give {others[0]}{more} to {machine.user}",
                lambda others=others: _give(others, machine),  # type: ignore[misc]
            )


def _make(folder: Path, mode: int, machine: Machine) -> None:
    folder.mkdir(parents=True, mode=mode)
    folder.chmod(mode)
    os.chown(folder, machine.uid, machine.gid)


def _not_ours(folder: Path, machine: Machine) -> Iterator[Path]:
    seen = 0
    for place, folders, files in os.walk(folder):
        for path in (Path(place), *(Path(place, name) for name in (*folders, *files))):
            seen += 1
            if seen > ENTRIES_MAX:
                return
            with contextlib.suppress(FileNotFoundError):
                if path.lstat().st_uid != machine.uid and (path != Path(place) or path == folder):
                    yield path


def _give(paths: list[Path], machine: Machine) -> None:
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            os.chown(path, machine.uid, machine.gid, follow_symlinks=False)


def _settings(config: Path, machine: Machine) -> Iterator[Repair]:
    try:
        found = config.lstat()
    except OSError:
        return
    is_private = found.st_mode & 0o777 in (SETTINGS_MODE, 0o600, 0o440, 0o400)
    is_readable = found.st_uid == machine.uid or (found.st_gid == machine.gid and found.st_mode & 0o040)
    if is_private and is_readable:
        return

    def do() -> None:
        os.chown(config, found.st_uid, machine.gid, follow_symlinks=False)
        config.chmod(SETTINGS_MODE, follow_symlinks=False) if not config.is_symlink() else None

    yield Repair("settings", f"let {machine.user} read {config}, and nobody else but its owner", do)


def _groups(machine: Machine) -> Iterator[Repair]:
    missing = [
        name for name in GROUPS if name in machine.known_groups() and name not in machine.groups(machine.user)
    ]
    if missing:
        command = ["usermod", "--append", "--groups", ",".join(missing), machine.user]
        yield Repair(
            "groups",
            f"take {machine.user} into {', '.join(missing)} (counts from the lane's next start)",
            lambda: machine.tool(command),
        )


def _links(machine: Machine) -> Iterator[Repair]:
    """Links are missing if there is a USB line or a camera without one, or a name of ours nothing has."""
    if not any(rule.exists() for rule in machine.rules):
        return
    lines = [path.name for path in (machine.sys / "class" / "tty").glob("tty[UA][SC][BM]*")]
    cameras = [path.name for path in (machine.sys / "class" / "video4linux").glob("video*")]
    linked = {path.resolve().name for path in (machine.dev / "kiosk" / "serial").glob("*")}
    wanted = [
        name
        for rule in machine.rules
        if rule.name.startswith("61-") and rule.exists()
        for name in re.findall(r'SYMLINK\+="kiosk/([a-z-]+)"', rule.read_text(encoding="utf-8"))
    ]
    unnamed = [line for line in lines if line not in linked]
    if cameras and "camera" not in wanted and not (machine.dev / "kiosk" / "camera").exists():
        unnamed.append(min(cameras))
    unmade = [name for name in wanted if not (machine.dev / "kiosk" / name).exists()]
    if (unnamed or unmade) and (lines or cameras):

        def do() -> None:
            machine.tool(["udevadm", "control", "--reload-rules"])
            subsystems = [f"--subsystem-match={name}" for name in ("tty", "video4linux", "usbmisc")]
            machine.tool(["udevadm", "trigger", *subsystems])
            machine.tool(["udevadm", "settle", "--timeout=10"])

        yield Repair("links", f"have udev name {', '.join([*unnamed, *unmade])} in /dev/kiosk", do)


def _stale_locks(machine: Machine) -> Iterator[Repair]:
    for path in sorted(machine.locks.glob("LCK..*")):
        if not _LOCK.fullmatch(path.name) or path.is_symlink():
            continue
        try:
            owner = int(path.read_text(encoding="ascii", errors="replace").strip() or "0")
        except (OSError, ValueError):
            continue
        if owner > 0 and not Path(f"/proc/{owner}").exists():
            yield Repair(
                "locks",
                f"remove {path}: process {owner}, which held the line, is gone",
                lambda path=path: path.unlink(missing_ok=True),  # type: ignore[misc]
            )


def put_right(found: Iterator[Repair], *, yes: bool, ask: Callable[[str], str] = input) -> int:
    """Tell, ask unless `yes`, do. FAILED if something could not be done or was not agreed to."""
    code, count = OK, 0
    for repair in found:
        count += 1
        print(f"FIX   {repair.what:<10} will {repair.will}", flush=True)
        if not yes and not _agreed(ask):
            print(f"      {repair.what:<10} left as it is", flush=True)
            code = FAILED
            continue
        try:
            repair.do()
        except OSError as error:
            print(f"FAIL  {repair.what:<10} {error}", flush=True)
            code = FAILED
        else:
            print(f"DONE  {repair.what}", flush=True)
    if not count:
        print("nothing to put right", flush=True)
    return code


def _agreed(ask: Callable[[str], str]) -> bool:
    try:
        return ask("      do it? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def become_the_lane(machine: Machine) -> None:
    """From here on as the lane's user: what the doctor looks at must not become root's."""
    if os.geteuid() != 0 or machine.uid == 0:
        return
    os.initgroups(machine.user, machine.gid)
    os.setgid(machine.gid)
    os.setuid(machine.uid)
    os.environ["HOME"] = str(Path(pwd.getpwuid(machine.uid).pw_dir))
    print(f"from here on as {machine.user}", file=sys.stderr)
