"""Every setting of a lane, declared once: key, type, unit, range, default, what it means, who may set it.

The lane's loader (`kiosk.app.settings.loader`), the table that `kiosk settings` prints, `docs/settings.md`
and the pages of the store service all read these declarations, so that none of them can say something the
others do not.

Invariants: a section holds only annotated keys; a key without a default must be in some layer.
"""

import typing

import msgspec

from retail.settings.access import KeypadSettings, SpeechSettings
from retail.settings.attract import AttractSettings
from retail.settings.devices import (
    BaggingScaleSettings,
    CameraSettings,
    HandScannerSettings,
    PrinterSettings,
    ScaleSettings,
    TerminalSettings,
)
from retail.settings.flow import BagSettings, DonationSettings, LookupSettings
from retail.settings.house import (
    ComfortSettings,
    LogSettings,
    MetricsSettings,
    ScreenSettings,
    StoreSettings,
    TimerSettings,
    UpdateSettings,
)
from retail.settings.key import Key
from retail.settings.shop import LaneSettings, OrderSettings, ShopSettings
from retail.settings.tenders import TenderSettings, WalletSettings


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
    tenders: TenderSettings
    wallet: WalletSettings
    lookup: LookupSettings
    bags: BagSettings
    donations: DonationSettings
    orders: OrderSettings
    screen: ScreenSettings
    comfort: ComfortSettings
    speech: SpeechSettings
    keypad: KeypadSettings
    attract: AttractSettings
    timers: TimerSettings
    store: StoreSettings
    log: LogSettings
    metrics: MetricsSettings
    update: UpdateSettings


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A key as the schema declares it."""

    section: str
    name: str
    type: typing.Any
    key: Key
    default: object
    """`msgspec.NODEFAULT` when the key must be given."""

    @property
    def path(self) -> str:
        """How layers and people name it: `timers.paid_s`."""
        return f"{self.section}.{self.name}"


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


def every_key() -> dict[str, Declared]:
    """Every key of every section by its path."""
    return {one.path: one for section in sections() for one in declared(section).values()}
