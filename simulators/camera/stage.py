"""What the camera delivers at each moment: counter, photograph coming, held, leaving; frozen; black; glare.

Every distinct frame is encoded once, before it is needed; a frame then costs a table look-up.

Invariants: time is passed in; deterministic; after a showing the counter is empty again.
"""

from dataclasses import dataclass, replace

import numpy as np

from simulators.camera.scene import Encoder, Image, Size, counter, glare, place, trembling

EMPTY_LOOP = 8
HELD_LOOP = 12
TRAVEL = (0.75, 0.3)
"""How far out of place (in frame heights) the picture is while it enters; reversed while it leaves."""
SHOW_MIN_S = 0.2
SHOW_MAX_S = 600.0


@dataclass(frozen=True)
class _Showing:
    entering: tuple[bytes, ...]
    held: tuple[bytes, ...]
    leaving: tuple[bytes, ...]
    first_frame: int
    frames: int


class Stage:
    """The scene, frame by frame."""

    def __init__(self, size: Size, fps: int) -> None:
        self.size, self.fps = size, fps
        self._encoder = Encoder(size)
        self._backdrop = counter(size)
        self._empty = tuple(self._encoder.encode(self._backdrop, n) for n in range(EMPTY_LOOP))
        dark = np.full_like(self._backdrop, 3)
        self._dark = tuple(self._encoder.encode(dark, n) for n in range(EMPTY_LOOP))
        bright = np.maximum(self._backdrop, glare(size)[:, :, None])
        self._bright = tuple(self._encoder.encode(bright, n) for n in range(EMPTY_LOOP))
        self._number = 0
        self._showing: _Showing | None = None
        self._frozen: bytes | None = None
        self._last = self._empty[0]
        self.is_black = False
        self.is_dazzled = False

    @property
    def is_showing(self) -> bool:
        """Whether a photograph is in view or about to be."""
        return self._showing is not None

    @property
    def is_frozen(self) -> bool:
        """Whether one picture is repeated for ever."""
        return self._frozen is not None

    def prepare(self, photo: Image, for_s: float) -> _Showing:
        """Encode the frames of one showing (a quarter of a second of work); begins with `begin`."""
        height = self.size[1]
        outside = [(0, round(part * height)) for part in TRAVEL]
        return _Showing(
            entering=tuple(self._frame(photo, offset, n) for n, offset in enumerate(outside)),
            held=tuple(self._frame(photo, trembling(n), n + 2) for n in range(HELD_LOOP)),
            leaving=tuple(self._frame(photo, offset, n + 14) for n, offset in enumerate(reversed(outside))),
            first_frame=0,
            frames=max(1, round(for_s * self.fps)),
        )

    def begin(self, showing: _Showing) -> None:
        """Bring the photograph in with the next frame; one that is in view disappears."""
        self._showing = _Showing(
            showing.entering, showing.held, showing.leaving, self._number, showing.frames
        )

    def clear(self) -> None:
        """Take a photograph that is in view away, with the movement of a hand."""
        showing = self._showing
        if showing is not None:
            held = max(0, self._number - showing.first_frame - len(showing.entering))
            self._showing = replace(showing, frames=min(showing.frames, held))

    def freeze(self) -> None:
        """Repeat the current picture until `resume`."""
        self._frozen = self._last

    def resume(self) -> None:
        """End freezing, blackness and glare."""
        self._frozen, self.is_black, self.is_dazzled = None, False, False

    def next_frame(self) -> bytes:
        """The next JPEG."""
        number, self._number = self._number, self._number + 1
        picture = self._shown(number) or self._empty[number % EMPTY_LOOP]
        if self.is_black:
            picture = self._dark[number % EMPTY_LOOP]
        elif self.is_dazzled:
            picture = self._bright[number % EMPTY_LOOP]
        if self._frozen is not None:
            return self._frozen
        self._last = picture
        return picture

    def _shown(self, number: int) -> bytes | None:
        showing = self._showing
        if showing is None:
            return None
        step = number - showing.first_frame
        if step < len(showing.entering):
            return showing.entering[step]
        step -= len(showing.entering)
        if step < showing.frames:
            return showing.held[step % HELD_LOOP]
        step -= showing.frames
        if step < len(showing.leaving):
            return showing.leaving[step]
        self._showing = None
        return None

    def _frame(self, photo: Image, offset: tuple[int, int], number: int) -> bytes:
        return self._encoder.encode(place(self._backdrop, photo, offset), number)
