"""Judge from its frames whether a camera is well: delivering, alive, neither in the dark nor dazzled.

A real sensor never delivers two identical pictures; a hung camera or encoder repeats one for ever. A covered
lens is black, one that the sun shines into is white. None of it raises an error anywhere, and a lane that
waits for codes in silence is broken.

Source: docs/devices/scanner.md, "Health".
Invariants: pure, time is passed in; every fault is named within NOTICE_S plus one frame; `Health` is returned
only on change.
"""

import numpy as np
import numpy.typing as npt

from kiosk.devices.health import Condition, Device, Health

NOTICE_S = 1.5
BLACK_MEAN = 10.0
BLACK_SPREAD = 6.0
DAZZLED_LEVEL = 250
"""Grey levels from which a pixel is as bright as it can be."""
DAZZLED_SHARE = 0.6
"""Share of such pixels; a white pack before the camera has shadows and print."""
FROZEN_FRAMES_MIN = 5
"""Identical frames needed besides the time, so that a slow camera is not called frozen."""

_BLIND = frozenset({"black", "dazzled"})
_SENTENCES = {
    "": (Condition.READY, ""),
    "black": (
        Condition.WARNING,
        "The camera sees only black: uncover its lens and check the light over the counter.",
    ),
    "dazzled": (
        Condition.WARNING,
        "The camera sees only glare: shade it from the sun or a lamp, or clean its glass.",
    ),
    "frozen": (
        Condition.FAULT,
        "The camera repeats one picture and is restarted; if this stays, unplug it and plug it in again.",
    ),
    "no_frames": (
        Condition.FAULT,
        "The camera is connected but delivers no pictures: unplug it and plug it in again.",
    ),
}


class CameraWatch:
    """One per camera; frames and problems go in, changes of health come out."""

    def __init__(self, *, is_still: bool = False) -> None:
        self._is_still = is_still
        self._before: npt.NDArray[np.int16] | None = None
        self._same_since: float | None = None
        self._same_frames = 0
        self._blind = ""
        self._blind_since = 0.0
        self._last_frame_at: float | None = None
        self._told: str | None = None

    @property
    def code(self) -> str:
        """The code of the health last told."""
        return self._told or ""

    def frame(self, pixels: npt.NDArray[np.int16], at: float) -> Health | None:
        """Take the `motion.sample` of a frame."""
        self._last_frame_at = at
        is_same = self._before is not None and np.array_equal(pixels, self._before)
        self._before = pixels
        self._same_frames = self._same_frames + 1 if is_same else 0
        if not is_same:
            self._same_since = at
        blind = _blindness(pixels)
        if blind != self._blind:
            self._blind, self._blind_since = blind, at
        return self._tell(self._judge(at))

    def problem(self, code: str, sentence: str) -> Health | None:
        """The source said that it cannot deliver."""
        self._before, self._same_frames, self._blind = None, 0, ""
        self._last_frame_at = None
        return self._tell(code, sentence)

    def silence(self, at: float) -> Health | None:
        """No frame came; call now and then. The first call starts the patience."""
        if self._last_frame_at is None:
            self._last_frame_at = at
        if at - self._last_frame_at < NOTICE_S or self.code not in ("", "black", "dazzled", "frozen"):
            return None
        return self._tell("no_frames")

    def _judge(self, at: float) -> str:
        if self._blind:  # such frames are often identical, and this says more
            is_due = at - self._blind_since >= NOTICE_S
            return self._blind if is_due else self.code if self.code in _BLIND else ""
        if not self._is_still and self._same_frames >= FROZEN_FRAMES_MIN:
            since = self._same_since
            return "frozen" if since is not None and at - since >= NOTICE_S else ""
        return ""

    def _tell(self, code: str, sentence: str = "") -> Health | None:
        condition, standard = _SENTENCES.get(code, (Condition.FAULT, ""))
        if self._told == code:
            return None
        self._told = code
        return Health(device=Device.CAMERA, condition=condition, code=code, detail=sentence or standard)


def _blindness(pixels: npt.NDArray[np.int16]) -> str:
    """Whether a frame shows nothing: `black`, `dazzled` or neither (empty)."""
    if float(pixels.mean()) < BLACK_MEAN and float(pixels.std()) < BLACK_SPREAD:
        return "black"
    bright = np.count_nonzero(pixels >= DAZZLED_LEVEL)
    return "dazzled" if bright > DAZZLED_SHARE * pixels.size else ""
