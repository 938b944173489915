"""One word about the camera scanner out of two: how the camera is, and how decoding is.

A lane reads only if both work, and staff want one sentence: the worse of the two. Ready is said only once
both are.

Source: docs/devices/scanner.md, "Health".
Invariants: pure; `Health` is returned only on change.
"""

from kiosk.devices.health import Condition, Device, Health
from kiosk.scanner.decoding.supervisor import DecoderState

RESTARTED = Health(
    device=Device.CAMERA,
    condition=Condition.WARNING,
    code="decoder_restarted",
    detail="The part that reads bar codes failed and was started again; if this comes often, call support.",
)
DOWN = Health(
    device=Device.CAMERA,
    condition=Condition.FAULT,
    code="decoder_down",
    detail="The part that reads bar codes does not start and is tried again; if this stays, call support.",
)


class Wellbeing:
    """Takes changes of both parts; returns what changes for whoever listens."""

    def __init__(self) -> None:
        self._camera: Health | None = None
        self._decoder = DecoderState.STARTING
        self._told: Health | None = None

    def camera(self, health: Health | None) -> Health | None:
        """The camera changed (None: it did not)."""
        if health is not None:
            self._camera = health
        return self._change()

    def decoder(self, state: DecoderState) -> Health | None:
        """Decoding is like this."""
        self._decoder = state
        return self._change()

    def _change(self) -> Health | None:
        worst = self._worst()
        if worst is None or worst == self._told:
            return None
        self._told = worst
        return worst

    def _worst(self) -> Health | None:
        if self._decoder is DecoderState.DOWN and not _is(self._camera, Condition.FAULT):
            return DOWN
        if self._camera is None or _is(self._camera, Condition.FAULT):
            return self._camera
        if self._decoder is DecoderState.STARTING:
            return None
        if _is(self._camera, Condition.WARNING):
            return self._camera
        return RESTARTED if self._decoder is DecoderState.RESTARTED else self._camera


def _is(health: Health | None, condition: Condition) -> bool:
    return health is not None and health.condition is condition
