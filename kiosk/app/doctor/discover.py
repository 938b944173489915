"""`kiosk devices`: the serial lines and cameras of this machine, each with the name that stays when it is
plugged in anew; and names of our own for them.

A number such as ttyUSB0 goes to whoever is found first. A name that stays is a link udev makes: by the socket
(`/dev/kiosk/serial/...`, so that an exchanged device keeps it), or by what the device says of itself.

Source: deploy/udev/60-kiosk.rules; udev(7) "SYMLINK"; /sys/class/tty, /sys/class/video4linux.
Invariants: opens no device; the rules that are written name sockets only, and are ours alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

LINKS = ("kiosk", "kiosk/serial", "serial/by-id", "serial/by-path", "v4l/by-id", "v4l/by-path")
"""Under /dev, the most telling first."""
RULES = Path("/etc/udev/rules.d/61-kiosk-names.rules")
ROLES = ("terminal", "printer", "scale", "bagging-scale", "scanner", "camera")
SERIAL, CAMERA_PATHS = "kiosk/serial", "v4l/by-path"
_PLAIN_TTY = re.compile(r"tty(USB|ACM|AMA|S)\d+")
_ID_PATH = re.compile(r"(?P<socket>[A-Za-z0-9:._+-]{1,120})")
_CAMERA_PATH = re.compile(r"(?P<socket>[A-Za-z0-9:._+-]{1,120})-video-index0")
_RULE = '{device}, ENV{{ID_PATH}}=="{socket}", SYMLINK+="kiosk/{role}", OPTIONS+="link_priority=10"'
"""It counts more than a name by kind, which the same device may have as well (60-kiosk.rules)."""
_LINE, _CAMERA = 'SUBSYSTEM=="tty", SUBSYSTEMS=="usb"', 'SUBSYSTEM=="video4linux", ATTR{index}=="0"'


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Where a machine tells of its devices."""

    dev: Path = Path("/dev")
    sys: Path = Path("/sys")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One device."""

    kind: str
    """`serial` or `camera`."""
    path: Path
    says: str
    """What it says of itself; empty: nothing."""
    names: tuple[Path, ...]
    """Names that stay, the best first."""
    setting: str
    """What to write into the settings."""

    def line(self) -> str:
        """As printed."""
        first = self.setting.removeprefix("v4l2:")
        others = "".join(f"\n           also {name}" for name in self.names if str(name) != first)
        return f"{self.kind:<7} {self.setting:<40} {self.path}  {self.says}".rstrip() + others


def found(places: Places) -> Iterator[Found]:
    """Serial lines first, then cameras."""
    links = list(_links(places.dev))
    yield from _serial(places, links)
    yield from _cameras(places, links)


def _serial(places: Places, links: list[Path]) -> Iterator[Found]:
    for told in sorted((places.sys / "class" / "tty").glob("*")):
        path = places.dev / told.name
        device = told / "device"
        if not _PLAIN_TTY.fullmatch(told.name) or not device.exists() or not path.exists():
            continue
        if told.name.startswith("ttyS") and not _is_wired(told):
            continue
        names = _names_of(path, links)
        setting = str(names[0] if names else path)
        yield Found(kind="serial", path=path, says=_says(device), names=names, setting=setting)


def _cameras(places: Places, links: list[Path]) -> Iterator[Found]:
    for told in sorted((places.sys / "class" / "video4linux").glob("video*")):
        path = places.dev / told.name
        if _text(told / "index") != "0" or not path.exists():  # the others tell of the same camera
            continue
        says, names = _text(told / "name"), _names_of(path, links)
        setting = f"v4l2:{names[0] if names else told.name.removeprefix('video')}"
        yield Found(kind="camera", path=path, says=says, names=names, setting=setting)


def _is_wired(told: Path) -> bool:
    """Whether there is hardware behind a built-in port: the kernel keeps names for many that are not."""
    return _text(told / "type") not in ("", "0")


def _says(device: Path) -> str:
    """Maker and product of the USB device a line belongs to, and what it calls itself by number."""
    for folder in (device.resolve(), *device.resolve().parents):
        if (folder / "idVendor").exists():
            words = (_text(folder / "manufacturer"), _text(folder / "product"))
            number = f"{_text(folder / 'idVendor')}:{_text(folder / 'idProduct')}"
            return " ".join([*filter(None, words), f"({number})"])
    return ""


def _text(path: Path) -> str:
    try:
        return " ".join(path.read_text(encoding="utf-8", errors="replace").split())[:100]
    except OSError:
        return ""


def _links(dev: Path) -> Iterator[Path]:
    for folder in LINKS:
        yield from sorted(path for path in (dev / folder).glob("*") if path.is_symlink())


def _names_of(path: Path, links: list[Path]) -> tuple[Path, ...]:
    return tuple(link for link in links if link.resolve() == path.resolve())


def socket_of(name: Path, places: Places) -> str | None:
    """The USB socket that a serial line or a camera is plugged into, as udev calls it; None for others."""
    for folder, form in ((SERIAL, _ID_PATH), (CAMERA_PATHS, _CAMERA_PATH)):
        for link in sorted((places.dev / folder).glob("*")):
            told = form.fullmatch(link.name)
            if told is not None and link.resolve() == name.resolve():
                return told["socket"]
    return None


def with_name(rules: str, role: str, socket: str) -> str:
    """The rules, in which `role` is what is plugged into `socket`, and nothing else is."""
    kept = [line for line in rules.splitlines() if f'SYMLINK+="kiosk/{role}"' not in line]
    device = _CAMERA if role == "camera" else _LINE
    return "\n".join([*kept, _RULE.format(device=device, socket=socket, role=role)]) + "\n"


def main(places: Places, rules: Path, named: str | None) -> int:
    """List the devices, or give one a name (`ROLE=PATH`); the exit code."""
    import sys

    from kiosk.app.exit_codes import FAILED, MISUSED, OK

    if named is None:
        devices = list(found(places))
        for device in devices:
            print(device.line())
        if not devices:
            print("no serial lines and no cameras here", file=sys.stderr)
        return OK if devices else FAILED
    role, _, path = named.partition("=")
    if role not in ROLES or not path:
        print(f"kiosk devices: a name is ROLE=PATH, with ROLE one of {', '.join(ROLES)}", file=sys.stderr)
        return MISUSED
    socket = socket_of(Path(path), places)
    if socket is None:
        print(f"kiosk devices: {path} is in no USB socket that has a name", file=sys.stderr)
        return FAILED
    try:
        before = rules.read_text(encoding="utf-8") if rules.exists() else ""
        rules.parent.mkdir(parents=True, exist_ok=True)
        rules.write_text(with_name(before, role, socket), encoding="utf-8")
    except OSError as error:
        print(f"kiosk devices: {rules}: {error.strerror}", file=sys.stderr)
        return FAILED
    print(f"{places.dev}/kiosk/{role} is what is plugged into {socket}: `kiosk doctor --fix` makes the link")
    return OK
