"""The picture of an item goes up with the alert about it: once on each line, and its name ever after.

Source: docs/protocol.md, "Live channel"; docs/security.md, "Pictures".
Invariants: a picture goes to nobody who is not shown any; what is told of an alert names the picture that can
still be had, or none.
"""

from collections.abc import Mapping
from typing import Protocol

from msgspec.structs import replace

from retail.wire.live import AlertRaised

ALERTS_MAX = 200
"""Alerts remembered as shown on one line; beyond it the oldest is shown again when it changes."""


class ItemPictures(Protocol):
    """Where the pictures are (`kiosk.app.pictures`)."""

    def marks(self) -> Mapping[int, str]:
        """The picture's name of each open intervention that has one."""

    def jpeg(self, intervention_no: int) -> bytes:
        """The picture; empty: there is none, or none any more."""


class NoPictures:
    """For whoever is shown none."""

    def marks(self) -> Mapping[int, str]:
        """None."""
        return {}

    def jpeg(self, _intervention_no: int) -> bytes:
        """None."""
        return b""


class ShownPictures:
    """What of the pictures one line has been shown."""

    def __init__(self, pictures: ItemPictures) -> None:
        self._pictures = pictures
        self._shown: dict[str, str] = {}

    def beside(self, message: AlertRaised) -> AlertRaised:
        """The alert, with its picture if that is news on this line."""
        waiting = message.waiting
        if waiting is None or not waiting.picture:
            self._shown.pop(message.alert_id, None)  # told that there is none, the other side has none
            return message
        if self._shown.get(message.alert_id) == waiting.picture:
            return message
        jpeg = self._pictures.jpeg(waiting.intervention_no)
        if not jpeg:  # it went just now; the next look says so
            return message
        self._shown[message.alert_id] = waiting.picture
        while len(self._shown) > ALERTS_MAX:
            del self._shown[next(iter(self._shown))]
        return replace(message, picture=jpeg)
