"""The lane's settings: declared once in `schema`, read by `loader`, written down by `table`."""

from kiosk.app.settings.loader import SettingsError, load
from kiosk.app.settings.schema import Settings

__all__ = ["Settings", "SettingsError", "load"]
