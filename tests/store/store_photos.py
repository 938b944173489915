"""Pictures of items for tests, as a lane makes them."""

import cv2
import numpy as np


def photo(shade: int = 120) -> bytes:
    """A small plain picture; another shade, another picture."""
    done, data = cv2.imencode(".jpg", np.full((180, 320, 3), shade, np.uint8))
    assert done
    return data.tobytes()
