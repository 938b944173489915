"""Every setting of a lane, declared once: key, type, unit, range, default and what it means.

The loader (`kiosk.app.settings.loader`), the table that `kiosk settings` prints and `docs/settings.md`
all read these declarations, so that none of them can say something the others do not.

Invariants: a section holds only annotated keys; a key without a default must be in the file.
"""

import typing
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.payment.tcp_line import address, is_tcp
from kiosk.scale.codec.protocols import PROTOCOLS
from kiosk.scale.transport import FRAMES
from retail import money
from retail.catalogue import LANGUAGES

LINES_MAX = 8
"""Lines of an address or a footer; more would be a leaflet, not a receipt."""
TEXT_MAX = 200


@dataclass(frozen=True, kw_only=True)
class Key:
    """What the schema says about one key besides its name, type and default."""

    text: str
    """One line: what it is for."""
    unit: str = ""
    least: float | None = None
    most: float | None = None
    """For texts and lists the largest number of characters or entries."""
    choices: tuple[str | int, ...] = ()
    form: str = ""
    """Regular expression a text (or every entry of a list) must match as a whole."""
    form_text: str = ""
    """The form in words."""
    check: Callable[[str], str] | None = None
    """Further check of a text: the reason it is refused, or an empty text."""
    secret: bool = False
    """Never shown, logged or printed."""


def _known_currency(code: str) -> str:
    return "" if money.is_currency(code) else "is not a currency this lane can carry to a terminal"


def _known_source(source: str) -> str:
    kind, _, rest = source.partition(":")
    if (kind == "v4l2" and rest.isdecimal()) or (kind in ("file", "picture", "mjpeg") and rest):
        return ""
    return "is not a camera"


def _known_port(port: str) -> str:
    if not is_tcp(port) or address(port) is not None:
        return ""
    return "is not an address in the network"


_PREFIX = {"form": r"(02|2[0-9])", "form_text": "02 or 20 to 29", "most": 11}
_LANGUAGE: tuple[str | int, ...] = tuple(LANGUAGES)
_BAUD = (9600, 19200, 38400, 57600, 115200)


class LaneSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The lane itself."""

    name: Annotated[str, Key(text="The lane's name, on receipts and in the journal.", least=1, most=16)] = "1"
    folder: Annotated[
        Path,
        Key(text="Where the lane keeps its journal, its catalogue and its log. Never on a network drive."),
    ] = Path("var/lane")
    language: Annotated[
        str, Key(text="What the screen speaks until a shopper chooses.", choices=_LANGUAGE)
    ] = "en"


class ShopSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Who sells, what, and in which currency."""

    name: Annotated[str, Key(text="The seller's name, at the top of every receipt.", least=1, most=48)]
    catalogue: Annotated[
        Path,
        Key(text="The goods, as CSV. Read again at start when the file has changed; refused whole if wrong."),
    ]
    offers: Annotated[
        Path | None,
        Key(text="Offers, coupon codes, points and the rest of the shop's promises, as JSON. Read as above."),
    ] = None
    members: Annotated[
        Path | None,
        Key(
            text="The members, as CSV. Read as above; cards and phone numbers are kept as keyed hashes only."
        ),
    ] = None
    rules: Annotated[
        Path | None,
        Key(text="The store's rules for interventions, as TOML (docs/interventions.md). Empty: as declared."),
    ] = None
    secret: Annotated[
        str,
        Key(
            text="Signs coupons for the next visit; the same on all lanes. Empty: each lane has its own.",
            most=128,
            secret=True,
        ),
    ] = ""
    address: Annotated[tuple[str, ...], Key(text="Address lines under the name.", most=LINES_MAX)] = ()
    vat_id: Annotated[str, Key(text="VAT number, printed on receipts.", most=32)] = ""
    phone: Annotated[str, Key(text="Telephone number, printed on receipts.", most=32)] = ""
    footer: Annotated[tuple[str, ...], Key(text="Lines at the foot of every receipt.", most=LINES_MAX)] = ()
    currency: Annotated[
        str,
        Key(
            text="ISO 4217 code of every price in the catalogue.",
            form_text="a code such as EUR",
            check=_known_currency,
        ),
    ] = "EUR"
    price_prefixes: Annotated[
        tuple[str, ...], Key(text="In-store EAN-13 prefixes whose measure digits are a price.", **_PREFIX)
    ] = ("22", "23", "24", "25")
    weight_prefixes: Annotated[
        tuple[str, ...],
        Key(text="In-store EAN-13 prefixes whose measure digits are a weight in grams.", **_PREFIX),
    ] = ("26", "27", "28", "29")
    sticker_prefixes: Annotated[
        tuple[str, ...],
        Key(
            text="In-store EAN-13 prefixes of reduced-to-clear stickers, with five digits of price.",
            **_PREFIX,
        ),
    ] = ("20",)
    sticker_goods: Annotated[
        str,
        Key(
            text="Digits before the item number in the EAN-13 of goods with stickers. "
            "Empty: found by the sticker's own number with its price zeroed.",
            form="([0-9]{7})?",
            form_text="seven digits or none",
        ),
    ] = "9521000"
    measure_digits: Annotated[
        int, Key(text="Measure digits before the check digit of in-store EAN-13.", least=4, most=6)
    ] = 5


class CameraSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The camera that reads the barcodes."""

    source: Annotated[
        str,
        Key(
            text="Where the pictures come from. `picture:` and `file:` are for trying things out.",
            form_text="v4l2:INDEX, mjpeg://HOST:PORT/PATH, file:CLIP or picture:PHOTO",
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


_MARK = {
    "form": r"([!-;=?-~]|<(CR|LF|TAB|STX|ETX|GS)>){0,8}",
    "form_text": "up to 8 printable characters, or <CR> <LF> <TAB> <STX> <ETX> <GS>",
}


class HandScannerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A hand scanner beside the camera, if there is one."""

    kind: Annotated[
        str,
        Key(
            text="`serial`: on a serial line. `hid`: a keyboard scanner, grabbed, so that it types nowhere.",
            choices=("none", "serial", "hid"),
        ),
    ] = "none"
    port: Annotated[
        str,
        Key(text="Its serial port (/dev/serial/by-id/...) or event device (/dev/input/by-id/...-event-kbd)."),
    ] = ""
    baud: Annotated[
        int, Key(text="Speed of the serial line, as set at the scanner.", unit="baud", choices=_BAUD)
    ] = 9600
    prefix: Annotated[str, Key(text="What the scanner sends before every code.", **_MARK)] = ""
    suffix: Annotated[str, Key(text="What the scanner sends after every code.", least=1, **_MARK)] = "<CR>"
    layout: Annotated[
        str, Key(text="The keyboard layout that a keyboard scanner is set to.", choices=("us", "de"))
    ] = "us"


_SCALE_PROTOCOL: tuple[str | int, ...] = ("none", *PROTOCOLS)
_SCALE_BAUD = (1200, 2400, 4800, 9600, 19200, 38400)


class ScaleSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The scale that loose goods are weighed and sold by, if there is one."""

    protocol: Annotated[str, Key(text="What it speaks.", choices=_SCALE_PROTOCOL)] = "none"
    port: Annotated[str, Key(text="Its serial port; prefer the stable names in /dev/serial/by-id.")] = ""
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the scale.", unit="baud", choices=_SCALE_BAUD)
    ] = 9600
    frame: Annotated[
        str, Key(text="Data bits, parity and stop bits, as set at the scale.", choices=FRAMES)
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

    protocol: Annotated[str, Key(text="What it speaks.", choices=_SCALE_PROTOCOL)] = "none"
    port: Annotated[str, Key(text="Its serial port; prefer the stable names in /dev/serial/by-id.")] = ""
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the scale.", unit="baud", choices=_SCALE_BAUD)
    ] = 9600
    frame: Annotated[
        str, Key(text="Data bits, parity and stop bits, as set at the scale.", choices=FRAMES)
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
            text="ZVT: the till's password at the terminal.",
            form="[0-9]{6}",
            form_text="six digits",
            secret=True,
        ),
    ] = "123456"
    language: Annotated[str, Key(text="The language the terminal is asked to speak.", choices=_LANGUAGE)] = (
        "en"
    )
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

    port: Annotated[str, Key(text="Its serial port; prefer the stable names in /dev/serial/by-id.", least=1)]
    baud: Annotated[
        int, Key(text="Speed of the line, as set at the printer.", unit="baud", choices=_BAUD)
    ] = 38400
    columns: Annotated[
        int, Key(text="Characters per line: 48 or 42 on 80 mm paper, 32 on 58 mm.", choices=(48, 42, 32))
    ] = 48


class ScreenSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The touch screen."""

    width: Annotated[int, Key(text="Width of the window.", unit="px", least=480, most=7680)] = 1080
    height: Annotated[int, Key(text="Height of the window.", unit="px", least=480, most=7680)] = 1920
    fullscreen: Annotated[bool, Key(text="Fill the whole screen; width and height then do not count.")] = (
        False
    )
    graphics: Annotated[
        str,
        Key(
            text="`software` paints with the processor, the safe choice; `opengl` needs a working GPU.",
            choices=("software", "opengl"),
        ),
    ] = "software"


class TimerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How long screens wait for a shopper, and the lane for the terminal."""

    not_found_s: Annotated[float, Key(text="The product-not-found screen.", unit="s", least=1, most=120)] = (
        8.0
    )
    paid_s: Annotated[float, Key(text="The paid screen.", unit="s", least=0.5, most=60)] = 2.0
    receipt_s: Annotated[
        float,
        Key(
            text="The receipt choice; without one the sale closes without paper.", unit="s", least=5, most=600
        ),
    ] = 60.0
    thanks_s: Annotated[float, Key(text="The thank-you screen.", unit="s", least=1, most=120)] = 8.0
    ask_terminal_s: Annotated[
        float,
        Key(text="From an unknown payment outcome to the first question.", unit="s", least=0.5, most=60),
    ] = 2.0
    ask_again_s: Annotated[
        float, Key(text="Between further questions about an unknown payment.", unit="s", least=1, most=300)
    ] = 15.0
    ask_store_s: Annotated[
        float,
        Key(
            text="How long the store may take to answer about a coupon or points.",
            unit="s",
            least=0.5,
            most=30,
        ),
    ] = 3.0


class StoreSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The store service. Which one it is was settled by `kiosk enrol`."""

    hub: Annotated[
        str,
        Key(
            text="The shop's own hub, told of alerts while the service cannot be reached; empty: none.",
            form=r"(https?://[^\s/]+)?",
            form_text="http://HOST:PORT",
            most=200,
        ),
    ] = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings of a lane, checked. Paths are absolute."""

    lane: LaneSettings
    shop: ShopSettings
    camera: CameraSettings
    terminal: TerminalSettings
    printer: PrinterSettings
    hand_scanner: HandScannerSettings
    scale: ScaleSettings
    bagging_scale: BaggingScaleSettings
    screen: ScreenSettings
    timers: TimerSettings
    store: StoreSettings


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A key as the schema declares it."""

    section: str
    name: str
    type: typing.Any
    key: Key
    default: object
    """`msgspec.NODEFAULT` when the key must be given."""


def sections() -> dict[str, type[msgspec.Struct]]:
    """Section name to the struct that declares it, in the order of the documentation."""
    return dict(typing.get_type_hints(Settings))


def declared(section: str) -> dict[str, Declared]:
    """The keys of a section by name."""
    struct = sections()[section]
    hints = typing.get_type_hints(struct, include_extras=True)
    found = {}
    for field in msgspec.structs.fields(struct):
        kind, key = typing.get_args(hints[field.name])[:2]
        found[field.name] = Declared(
            section=section, name=field.name, type=kind, key=key, default=field.default
        )
    return found
