import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner.jpeg import jpeg_size
from kiosk.scanner.multipart import HEADER_SIZE_MAX, PART_SIZE_MAX, MultipartDecoder, MultipartError

TWO = (
    b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\n\r\nfirst\r\n"
    b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 6\r\n\r\nsecond\r\n"
)
NO_LENGTH = b"--b\r\nContent-Type: image/jpeg\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b\r\n\r\n"


@given(st.lists(st.integers(0, len(TWO)), max_size=12))
def test_any_cut_of_the_stream_gives_the_same_pictures(cuts: list[int]) -> None:
    decoder, got, edges = MultipartDecoder(b"frame"), [], sorted({0, *cuts, len(TWO)})
    for start, end in itertools.pairwise(edges):
        got += decoder.feed(TWO[start:end])
    assert got == [b"first", b"second"]


def test_without_lengths_the_next_boundary_ends_a_picture() -> None:
    decoder = MultipartDecoder(b"--b")  # some cameras announce the boundary with its dashes
    assert [part for byte in NO_LENGTH for part in decoder.feed(bytes([byte]))] == [b"one", b"two"]


def test_a_picture_that_contains_the_boundary_survives_when_its_length_is_known() -> None:
    decoder = MultipartDecoder(b"frame")
    assert decoder.feed(b"--frame\r\nContent-Length: 11\r\n\r\nx\r\n--framey") == [b"x\r\n--framey"]


def test_endless_headers_are_refused() -> None:
    with pytest.raises(MultipartError):
        MultipartDecoder(b"frame").feed(b"x" * (HEADER_SIZE_MAX + 1))


@pytest.mark.parametrize("length", [str(PART_SIZE_MAX + 1), "-1", "9" * 30, "ten"])
def test_impossible_lengths_are_refused(length: str) -> None:
    with pytest.raises(MultipartError):
        MultipartDecoder(b"f").feed(b"--f\r\nContent-Length: " + length.encode() + b"\r\n\r\n")


def test_a_picture_without_length_or_end_is_refused_at_the_limit() -> None:
    decoder = MultipartDecoder(b"f")
    decoder.feed(b"--f\r\n\r\n")
    with pytest.raises(MultipartError):
        decoder.feed(bytes(PART_SIZE_MAX + 1))


def test_an_empty_boundary_is_refused() -> None:
    with pytest.raises(MultipartError):
        MultipartDecoder(b"")


@given(st.binary(max_size=200))
def test_dimensions_of_garbage_never_raise(data: bytes) -> None:
    size = jpeg_size(b"\xff\xd8" + data)
    assert size is None or (0 < size[0] < 65536 and 0 < size[1] < 65536)


def test_dimensions_are_read_past_other_segments() -> None:
    header = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08\x02\xd0\x05\x00"
    assert jpeg_size(header) == (1280, 720)
    assert jpeg_size(header[:-1]) is None
