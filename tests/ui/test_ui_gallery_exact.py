"""A picture is the same whatever was drawn before it; but for the edges of the largest letters, a little."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.ui.application import create_application
from kiosk.ui.comfort import Comfort, Mode
from kiosk.ui.gallery.draw import EDGES_LEVELS, Stage
from kiosk.ui.gallery.sheets import drawings
from kiosk.ui.samples.scanner import counter_frame

EDGES_SHARE = 0.01
"""Of a picture, that edges of letters are."""


def levels(picture: QImage) -> npt.NDArray[np.int16]:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].astype(np.int16)


def test_what_was_drawn_before_leaves_no_more_than_the_edges_of_large_letters(qapp: QGuiApplication) -> None:
    create_application("en")
    at = {one.name: one for one in drawings("de")}
    comfort = Comfort(mode=Mode.HIGH_CONTRAST, text_percent=200)
    stage = Stage("portrait", "de", comfort, counter_frame(64, 36))
    first = levels(stage.draw(at["attract"]))
    for name in ("scanning-8", "comfort", "attract-offer", "staff-four", "training-attract"):
        other = levels(stage.draw(at[name]))
        assert np.abs(other - first).max() > EDGES_LEVELS, name
        apart = np.abs(levels(stage.draw(at["attract"])) - first)
        assert apart.max() <= EDGES_LEVELS, name
        assert np.count_nonzero(apart) <= EDGES_SHARE * apart.size, name
    stage.close()
