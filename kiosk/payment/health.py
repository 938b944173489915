"""Telling the lane how a terminal is: on change only."""

from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.terminal import TerminalListener


class HealthTeller:
    """Sends health messages, never the same twice in a row."""

    def __init__(self, listener: TerminalListener) -> None:
        self._listener = listener
        self._last: tuple[Condition, str] | None = None

    def tell(self, condition: Condition, code: str = "", detail: str = "") -> None:
        """Report unless nothing changed."""
        if self._last == (condition, code):
            return
        self._last = (condition, code)
        self._listener.said(Health(device=Device.TERMINAL, condition=condition, code=code, detail=detail))
