"""What is taken for a picture of an item, and what is not, whoever sends it."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.wire.pictures import SIZE_MAX, is_mark, mark_of, wrong_with


def jpeg(width: int = 320, height: int = 180, *options: int) -> bytes:
    picture = np.random.default_rng(7).integers(0, 255, (height, width, 3), np.uint8)
    done, data = cv2.imencode(".jpg", cv2.blur(picture, (9, 9)), (cv2.IMWRITE_JPEG_QUALITY, 70, *options))
    assert done
    return data.tobytes()


PLAIN = jpeg()


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def test_a_plain_small_picture_is_one() -> None:
    assert wrong_with(PLAIN) == ""
    assert wrong_with(jpeg(1, 1)) == ""
    assert wrong_with(jpeg(320, 320, cv2.IMWRITE_JPEG_RST_INTERVAL, 4)) == ""
    assert is_mark(mark_of(PLAIN))
    assert not is_mark("../" + mark_of(PLAIN))


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"", "not a JPEG"),
        (b"<svg onload='x'/>", "not a JPEG"),
        (b"\xff\xd8", "broken off between two markers"),
        (b"\xff\xd8<script>", "broken off between two markers"),
        (PLAIN + b"\x00" * SIZE_MAX, f"larger than {SIZE_MAX} bytes"),
        (jpeg(321, 100), "not within 320 x 320"),
        (jpeg(100, 321), "not within 320 x 320"),
        (jpeg(320, 180, cv2.IMWRITE_JPEG_PROGRESSIVE, 1), "holds more than a plain picture (marker c2)"),
        (PLAIN[:2] + segment(0xE1, b"Exif\x00\x00where it was") + PLAIN[2:], "(marker e1)"),
        (PLAIN[:2] + segment(0xFE, b"<script>") + PLAIN[2:], "(marker fe)"),
        (PLAIN[:2] + segment(0xE0, b"JFIF\x00" + b"<script>alert(1)</script>") + PLAIN[20:], "header of its"),
        (PLAIN + b"PK\x03\x04", "something behind the picture"),
        (PLAIN[:-2], "broken off"),
        (PLAIN[:700], "broken off"),
        (PLAIN[:2] + b"\xff\xdb\xff\xff" + PLAIN[2:], "a marker longer than the file"),
        (PLAIN[:2] + b"\xff\xdb\x00\x00" + PLAIN[2:], "a marker longer than the file"),
        (PLAIN[:2] + segment(0xDA, b"\x00") + b"\xff\xd9", "a scan without a frame"),
    ],
)
def test_anything_else_is_not_and_says_why(picture: bytes, reason: str) -> None:
    assert reason in wrong_with(picture)


@given(st.binary(max_size=600))
def test_no_bytes_break_it(tail: bytes) -> None:
    for picture in (tail, b"\xff\xd8" + tail, PLAIN[:300] + tail, PLAIN[:-2] + tail):
        assert wrong_with(picture) == "" or len(wrong_with(picture)) < 200
