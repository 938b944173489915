"""The settings of a lane's devices. What names a place on the machine stands in the lane's own file."""

import re
from typing import Annotated

import msgspec

from retail.settings.key import By, Key
from retail.settings.shop import LANGUAGE

_BAUD = (9600, 19200, 38400, 57600, 115200)
_SCALE_BAUD = (1200, 2400, 4800, 9600, 19200, 38400)
SCALE_PROTOCOLS = ("mt-sics", "toledo-8217")
"""What the lane's drivers speak (`kiosk.scale.codec.protocols`; a test holds them together)."""
SCALE_FRAMES = ("8N1", "8E1", "7E1", "7O1", "7N2")
_SCALE_PROTOCOL: tuple[str | int, ...] = ("none", *SCALE_PROTOCOLS)
CAMERA_NAME = re.compile(r"/dev(/[A-Za-z0-9_:+-][A-Za-z0-9_:+.-]*)+")
"""A camera by a name udev gives it, such as /dev/kiosk/camera."""
TCP_ADDRESS = re.compile(r"tcp://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+):(?P<port>[0-9]{1,5})")
_MARK = {
    "form": r"([!-;=?-~]|<(CR|LF|TAB|STX|ETX|GS)>){0,8}",
    "form_text": "up to 8 printable characters, or <CR> <LF> <TAB> <STX> <ETX> <GS>",
}


def _known_source(source: str) -> str:
    kind, _, rest = source.partition(":")
    is_camera = kind == "v4l2" and (rest.isdecimal() or CAMERA_NAME.fullmatch(rest) is not None)
    if is_camera or (kind in ("file", "picture", "mjpeg") and rest):
        return ""
    return "is not a camera"


def _known_port(port: str) -> str:
    found = TCP_ADDRESS.fullmatch(port)
    if not port.startswith("tcp://") or (found is not None and 0 < int(found["port"]) <= 0xFFFF):
        return ""
    return "is not an address in the network"


class CameraSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The camera that reads the barcodes."""

    source: Annotated[
        str,
        Key(
            by=By.FILE,
            text="Where the pictures come from. `picture:` and `file:` are for trying things out.",
            form_text="v4l2:INDEX, v4l2:/dev/NAME, mjpeg://HOST:PORT/PATH, file:CLIP or picture:PHOTO",
            check=_known_source,
        ),
    ] = "v4l2:0"
    width: Annotated[int, Key(text="Picture width asked of the camera.", unit="px", least=320, most=3840)] = (
        1280
    )
    height: Annotated[
        int, Key(text="Picture height asked of the camera.", unit="px", least=240, most=2160)
    ] = 720
    fps: Annotated[
        int, Key(text="Pictures per second asked of the camera.", unit="1/s", least=1, most=120)
    ] = 30
    exposure_ms: Annotated[
        float,
        Key(
            text="Shortest shutter of a v4l2 camera, lengthened in the dark; 0: the camera's own choice.",
            unit="ms",
            least=0,
            most=33,
        ),
    ] = 5.0
    focus: Annotated[
        int,
        Key(
            text="Fixed focus of a v4l2 camera, in its own units; -1: its own choice.", least=-1, most=10_000
        ),
    ] = -1


class HandScannerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A hand scanner beside the camera, if there is one."""

    kind: Annotated[
        str,
        Key(
            by=By.FILE,
            text="`serial`: on a serial line. `hid`: a keyboard scanner, grabbed, so that it types nowhere.",
            choices=("none", "serial", "hid"),
        ),
    ] = "none"
    port: Annotated[
        str,
        Key(
            by=By.FILE,
            text="Its serial port (/dev/serial/by-id/...) or event device (/dev/input/by-id/...-event-kbd).",
        ),
    ] = ""
    baud: Annotated[
        int, Key(text="Speed of the serial line, as set at the scanner.", unit="baud", choices=_BAUD)
    ] = 9600
    prefix: Annotated[str, Key(text="What the scanner sends before every code.", **_MARK)] = ""
    suffix: Annotated[str, Key(text="What the scanner sends after every code.", least=1, **_MARK)] = "<CR>"
    layout: Annotated[
        str, Key(text="The keyboard layout that a keyboard scanner is set to.", choices=("us", "de"))
    ] = "us"


class ScaleSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The scale that loose goods are weighed and sold by, if there is one."""

    protocol: Annotated[str, Key(by=By.FILE, text="What it speaks.", choices=_SCALE_PROTOCOL)] = "none"
    port: Annotated[
        str, Key(by=By.FILE, text="Its serial port; prefer the stable names in /dev/serial/by-id.")
    ] = ""
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the scale.", unit="baud", choices=_SCALE_BAUD)
    ] = 9600
    frame: Annotated[
        str, Key(text="Data bits, parity and stop bits, as set at the scale.", choices=SCALE_FRAMES)
    ] = "8N1"
    step_g: Annotated[
        int,
        Key(text="The interval on its plate (e); a tare is rounded up to it.", unit="g", least=1, most=100),
    ] = 1
    least_g: Annotated[
        int,
        Key(
            text="The least it may weigh for a sale (Min on its plate); 0: any.",
            unit="g",
            least=0,
            most=10_000,
        ),
    ] = 0
    wait_s: Annotated[
        float, Key(text="How long goods may take to be put on it.", unit="s", least=3, most=300)
    ] = 30.0


class BaggingScaleSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The scale under the bagging area, if there is one. Tolerances: docs/interventions.md."""

    protocol: Annotated[str, Key(by=By.FILE, text="What it speaks.", choices=_SCALE_PROTOCOL)] = "none"
    port: Annotated[
        str, Key(by=By.FILE, text="Its serial port; prefer the stable names in /dev/serial/by-id.")
    ] = ""
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the scale.", unit="baud", choices=_SCALE_BAUD)
    ] = 9600
    frame: Annotated[
        str, Key(text="Data bits, parity and stop bits, as set at the scale.", choices=SCALE_FRAMES)
    ] = "8N1"
    unstable_s: Annotated[
        float,
        Key(
            text="So long it may move, or be under zero, before it counts as faulty.",
            unit="s",
            least=5,
            most=120,
        ),
    ] = 20.0


class TerminalSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The card terminal. Keys marked ZVT or Caisse-AP count for that protocol only."""

    port: Annotated[
        str,
        Key(
            by=By.FILE,
            text="Its serial port; prefer the stable names in /dev/serial/by-id. Or its address (ZVT).",
            least=1,
            form_text="a path, or tcp://HOST:PORT",
            check=_known_port,
        ),
    ]
    protocol: Annotated[
        str, Key(text="What it speaks. Caisse-AP has no network form here.", choices=("zvt", "caisse-ap"))
    ] = "zvt"
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the terminal.", unit="baud", choices=_BAUD)
    ] = 9600
    password: Annotated[
        str,
        Key(
            by=By.FILE,
            text="ZVT: the till's password at the terminal.",
            form="[0-9]{6}",
            form_text="six digits",
            secret=True,
        ),
    ] = "123456"
    language: Annotated[
        str, Key(by=By.MANAGER, text="The language the terminal is asked to speak.", choices=LANGUAGE)
    ] = "en"
    charset: Annotated[
        str,
        Key(
            text="ZVT: how it writes texts; some acquirers' terminals do not use the standard's.",
            choices=("cp437", "iso8859-1", "iso8859-15", "zvt7"),
        ),
    ] = "cp437"
    unacknowledged: Annotated[
        str,
        Key(
            text="ZVT: what it does with an approval nobody acknowledged; ask the acquirer.",
            choices=("auto_reverse", "drop", "keep_for_1F1F"),
        ),
    ] = "auto_reverse"
    can_abort: Annotated[
        bool, Key(text="ZVT: it knows the abort command (06 B0). Off: a shopper cancels at the terminal.")
    ] = True
    receipts: Annotated[
        str,
        Key(
            text="ZVT: who prints the card receipt: `text` the lane, from the terminal's lines; `fields` the "
            "lane, from the result; `terminal` the terminal itself.",
            choices=("text", "fields", "terminal"),
        ),
    ] = "text"
    register: Annotated[
        str, Key(text="Caisse-AP: this till's number.", form="[0-9]{2}", form_text="two digits")
    ] = "01"
    echoes_reference: Annotated[
        bool,
        Key(text="Caisse-AP: it gives our reference back, or nothing. Off: it writes its own number there."),
    ] = True
    probe_after_s: Annotated[
        float,
        Key(
            text="ZVT: silence during a payment after which the terminal is asked whether it lives.",
            unit="s",
            least=1,
            most=60,
        ),
    ] = 15.0
    ack_s: Annotated[
        float,
        Key(text="How long it may take to acknowledge a block (ZVT: T2).", unit="s", least=1, most=30),
    ] = 5.0
    reply_s: Annotated[
        float, Key(text="ZVT: how long it may take to answer a command (T3).", unit="s", least=1, most=30)
    ] = 5.0
    result_s: Annotated[
        float,
        Key(
            text="Silence after which a payment's outcome counts as unknown (ZVT: T4, never shortened).",
            unit="s",
            least=60,
            most=600,
        ),
    ] = 180.0

    def __repr__(self) -> str:
        return f"TerminalSettings(port={self.port!r}, protocol={self.protocol!r}, password=(not shown))"


class PrinterSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt printer (ESC/POS on a serial line)."""

    port: Annotated[
        str, Key(by=By.FILE, text="Its serial port; prefer the stable names in /dev/serial/by-id.", least=1)
    ]
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the printer.", unit="baud", choices=_BAUD)
    ] = 38400
    columns: Annotated[
        int, Key(text="Characters per line: 48 or 42 on 80 mm paper, 32 on 58 mm.", choices=(48, 42, 32))
    ] = 48
