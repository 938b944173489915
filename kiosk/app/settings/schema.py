"""The declared settings (`retail.settings`), under the names the lane's modules use."""

from retail.settings.devices import (
    BaggingScaleSettings,
    CameraSettings,
    HandScannerSettings,
    PrinterSettings,
    ScaleSettings,
    TerminalSettings,
)
from retail.settings.house import (
    LogSettings,
    MetricsSettings,
    ScreenSettings,
    StoreSettings,
    TimerSettings,
    UpdateSettings,
)
from retail.settings.key import LINES_MAX, TEXT_MAX, Key
from retail.settings.schema import Declared, Settings, declared, every_key, sections
from retail.settings.shop import LaneSettings, ShopSettings

__all__ = [
    "LINES_MAX",
    "TEXT_MAX",
    "BaggingScaleSettings",
    "CameraSettings",
    "Declared",
    "HandScannerSettings",
    "Key",
    "LaneSettings",
    "LogSettings",
    "MetricsSettings",
    "PrinterSettings",
    "ScaleSettings",
    "ScreenSettings",
    "Settings",
    "ShopSettings",
    "StoreSettings",
    "TerminalSettings",
    "TimerSettings",
    "UpdateSettings",
    "declared",
    "every_key",
    "sections",
]
