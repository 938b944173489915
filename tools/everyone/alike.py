"""Whether two pictures of a screen show the same. Pure.

Large letters are drawn as outlines from one font face that all sizes share, so that their edges come out a
shade different once letters of another size were drawn. Nothing else may differ: each pixel must be between
the pixels around it in the other picture. That is so at an edge alone; on a plain ground one step of 255 is a
difference, and so is an edge that went a pixel further.
"""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

EDGE_MAX = 40
"""Of 255: how far the shade of an edge may be from its other shade."""
_AROUND = np.ones((3, 3), np.uint8)
_Picture = npt.NDArray[Any]


def is_alike(one: bytes, other: bytes) -> bool:
    """Whether two encoded pictures are the same, pixel for pixel, but for how edges are smoothed."""
    return one == other or is_alike_drawn(_decoded(one), _decoded(other))


def is_alike_drawn(one: _Picture, other: _Picture) -> bool:
    """The same of two decoded ones: height x width x channels, 8 bits each."""
    if one.shape != other.shape or not one.size:
        return False
    if int(cv2.absdiff(one, other).max()) > EDGE_MAX:
        return False
    return _is_within(one, other) and _is_within(other, one)


def _is_within(one: _Picture, other: _Picture) -> bool:
    """Whether each pixel of one is between the least and the most around it in the other."""
    least, most = cv2.erode(other, _AROUND), cv2.dilate(other, _AROUND)
    return bool(((one >= least) & (one <= most)).all())


def _decoded(picture: bytes) -> _Picture:
    decoded: _Picture | None = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    return np.empty((0, 0, 3), np.uint8) if decoded is None else decoded
