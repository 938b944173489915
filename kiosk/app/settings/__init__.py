"""The lane's settings: declared in `retail.settings`, read from its file and the layers the service sends."""

from kiosk.app.settings.layered import load
from kiosk.app.settings.loader import SettingsError
from kiosk.app.settings.schema import Settings

__all__ = ["Settings", "SettingsError", "load"]
