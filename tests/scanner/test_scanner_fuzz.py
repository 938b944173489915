"""Every parser of the scanner's room against whatever bytes and pictures may come: the answer is a value or
the one error that the parser names, and does not depend on how the bytes were cut."""

import itertools
import mmap
from collections.abc import Iterable

import cv2
import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.scanner.decoding import wire
from kiosk.scanner.frame import FRAME_PIXELS_MAX, Frame, Gray, Packing
from kiosk.scanner.grain import calmed
from kiosk.scanner.halves import HALVES_MAX, read_halves
from kiosk.scanner.hid import codec as hid
from kiosk.scanner.hid.reader import KeyedCodes
from kiosk.scanner.jpeg import jpeg_size
from kiosk.scanner.locate import Region
from kiosk.scanner.marks import MARKS_MAX, marks
from kiosk.scanner.meaning import meaning
from kiosk.scanner.multipart import HEADER_SIZE_MAX, MultipartDecoder, MultipartError
from kiosk.scanner.serial import codec as serial
from kiosk.scanner.soft_ean13 import decode
from kiosk.scanner.sources.base import frame_from_array, frame_from_jpeg
from kiosk.scanner.symbols import MATRIX, TEXT_SIZE_MAX, Box, Decoded, Examined, key_of, normalised
from kiosk.scanner.tracker import CODES_MAX, Tracker
from kiosk.scanner.view import Seen, Standing, place_of
from retail.codes import Symbology, check_digit_ok

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = (
    *("EAN13", "UPCA", "EAN8", "UPCE", "ITF", "ITF14", "CODE128", "QRCODE", "MICROQRCODE", "DATAMATRIX"),
    *("DATABAREXP", "DATABARLTD", "DATABAR", "AZTEC", ""),
)
DIGITS = st.text("0123456789", max_size=50)
TEXTS = st.one_of(DIGITS, st.text(max_size=80))
BYTES = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from([b"\r", b"\n", b"\x02", b"]E0", b"4006381333931", b"\xff"])).map(b"".join),
)


def cut(data: bytes, places: Iterable[int]) -> list[bytes]:
    """`data` in pieces."""
    borders = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[a:b] for a, b in itertools.pairwise(borders)]


CUTS = st.lists(st.integers(0, 400), max_size=8)


@few
@given(BYTES, CUTS, st.sampled_from([b"", b"\x02"]), st.sampled_from([b"\r", b"\r\n", b"\x03"]))
def test_serial_bytes_give_the_same_codes_however_they_are_cut(
    data: bytes, places: list[int], prefix: bytes, suffix: bytes
) -> None:
    whole, pieces = serial.Decoder(prefix, suffix), serial.Decoder(prefix, suffix)
    codes = [code for piece in cut(data, places) for code in pieces.feed(piece)]
    assert codes == whole.feed(data)
    assert pieces.lost == whole.lost
    assert all(code and suffix not in code for code in codes)


@few
@given(st.binary(max_size=30 * hid.EVENT.size), CUTS, st.sampled_from(list(hid.LAYOUTS.values())))
def test_input_events_type_the_same_however_they_are_cut(
    data: bytes, places: list[int], layout: hid.Layout
) -> None:
    whole, pieces = hid.Decoder(layout), hid.Decoder(layout)
    assert [key for piece in cut(data, places) for key in pieces.feed(piece)] == whole.feed(data)


KEYS = st.lists(
    st.tuples(st.sampled_from([0, 1, 1, 1, 4]), st.integers(0, 110), st.integers(-1, 2)), max_size=200
)


@few
@given(KEYS, st.sampled_from(list(hid.LAYOUTS.values())))
def test_any_keys_make_short_codes_or_none(events: list[tuple[int, int, int]], layout: hid.Layout) -> None:
    keyed = KeyedCodes(layout)
    codes = keyed.feed(b"".join(hid.EVENT.pack(0, 0, *event) for event in events))
    assert all(0 < len(code) <= serial.CODE_SIZE_MAX and b"\r" not in code for code in codes)


@few
@given(st.one_of(TEXTS, st.builds("]{}{}".format, st.text(max_size=2), TEXTS)))
def test_every_text_of_a_hand_scanner_means_something_or_nothing(sent: str) -> None:
    said = meaning(sent)
    if said is not None:
        assert said.text
        assert said.text in sent or said.symbology is Symbology.UPC_E


@few
@given(TEXTS, st.sampled_from(NAMES), st.sampled_from(["", "]C1", "]Q3", "]d2", "]e0"]))
def test_what_a_decoder_says_is_a_checked_number_or_a_text(text: str, name: str, identifier: str) -> None:
    said = normalised(text, name, identifier)
    if said is None:
        return
    shown, symbology = said
    assert 0 < len(shown) <= TEXT_SIZE_MAX
    assert key_of(shown, symbology)
    if symbology in (Symbology.EAN_13, Symbology.EAN_8, Symbology.UPC_A, Symbology.UPC_E, Symbology.ITF_14):
        assert check_digit_ok(shown)
    if symbology in MATRIX:
        assert shown == text


@few
@given(st.binary(max_size=400), CUTS)
def test_a_cameras_stream_gives_pictures_or_its_own_error(data: bytes, places: list[int]) -> None:
    stream = data.replace(b"\x00", b"\r\n--b\r\n\r\n").replace(
        b"\x01", b"\r\n--b\r\nContent-Length: 3\r\n\r\n"
    )
    whole, pieces = MultipartDecoder(b"b"), MultipartDecoder(b"b")
    parts = [part for piece in cut(stream, places) for part in pieces.feed(piece)]
    assert parts == whole.feed(stream)


@few
@given(st.binary(max_size=30))
def test_a_part_of_any_announced_length_is_bounded(value: bytes) -> None:
    header = b"--b\r\nContent-Length:" + value.replace(b"\r", b"").replace(b"\n", b"") + b"\r\n\r\n"
    decoder = MultipartDecoder(b"b")
    try:
        decoder.feed(header)
    except MultipartError:
        return
    assert len(decoder.feed(b"x" * 50)) <= 50


def test_a_stream_without_a_boundary_ends_in_the_streams_own_error() -> None:
    decoder = MultipartDecoder(b"b")
    assert decoder.feed(b"x" * HEADER_SIZE_MAX) == []
    with pytest.raises(MultipartError):
        decoder.feed(b"x")


def _jpeg() -> bytes:
    picture = np.random.default_rng(3).integers(0, 256, (48, 64), dtype=np.uint8)
    return cv2.imencode(".jpg", picture)[1].tobytes()


JPEG = _jpeg()


@few
@given(
    st.lists(st.tuples(st.integers(0, len(JPEG) - 1), st.integers(0, 255)), max_size=12), st.integers(0, 2000)
)
def test_a_damaged_jpeg_is_a_frame_of_its_announced_size_or_none(
    damage: list[tuple[int, int]], keep: int
) -> None:
    data = bytearray(JPEG)
    for place, byte in damage:
        data[place] = byte
    picture = bytes(data[: max(0, len(JPEG) - keep)] if keep < 1000 else data)
    size, frame = jpeg_size(picture), frame_from_jpeg(1, picture)
    assert frame is None or size is not None
    if frame is not None:
        assert frame.gray.size <= FRAME_PIXELS_MAX


@few
@given(st.binary(max_size=200))
def test_any_bytes_are_no_jpeg_or_have_a_size(data: bytes) -> None:
    for picture in (data, b"\xff\xd8" + data, b"\xff\xd8\xff\xc0" + data):
        size = jpeg_size(picture)
        assert size is None or min(size) > 0


@few
@given(st.lists(st.integers(0, 9), min_size=0, max_size=4))
def test_a_camera_buffer_of_any_shape_is_a_frame_or_none(shape: list[int]) -> None:
    frame = frame_from_array(1, 0.0, np.zeros(shape, np.uint8))
    assert frame is None or (frame.gray.ndim == 2 and frame.gray.size > 0)


@few
@given(st.binary(max_size=300))
def test_any_packet_between_lane_and_decoder_is_a_message_or_the_named_error(packet: bytes) -> None:
    for parse in (wire.decode_ask, wire.decode_answer):
        try:
            parse(packet)
        except msgspec.DecodeError:
            continue


def test_a_packet_that_was_cut_anywhere_is_the_named_error() -> None:
    read = Decoded("4006381333931", Symbology.EAN_13, "zxing", Box(0, 0, 1, 1))
    packet = wire.encode_answer(wire.Answer(examined=Examined((read,), ())))
    assert wire.decode_answer(packet).examined.reads == (read,)
    for size in range(len(packet)):
        with pytest.raises(msgspec.DecodeError):
            wire.decode_answer(packet[:size])


@few
@given(st.integers(), st.integers())
def test_a_frame_of_any_announced_size_lies_in_the_memory_or_is_refused(height: int, width: int) -> None:
    memory = mmap.mmap(-1, wire.MEMORY_SIZE)
    try:
        frame = wire.frame_in(memory, height, width)
    except ValueError:
        assert min(height, width) < 1 or height * width > FRAME_PIXELS_MAX
    else:
        assert frame.shape == (height, width)
        del frame
    finally:
        memory.close()


def _stripes(seed: int, width: int, height: int, module: int, blur: float) -> Gray:
    chance = np.random.default_rng(seed)
    row = chance.integers(0, 2, (1, width // module + 1)) * chance.uniform(20, 200) + 25
    rows = np.repeat(np.repeat(row, module, axis=1)[:, :width], height, axis=0)
    return np.asarray(cv2.GaussianBlur(rows.astype(np.uint8), (0, 0), blur), np.uint8)


@settings(few, max_examples=15)
@given(
    st.integers(0, 2**32 - 1), st.integers(8, 1000), st.integers(8, 160), st.integers(1, 9), st.floats(0.2, 4)
)
def test_random_bars_are_never_a_sure_number(
    seed: int, width: int, height: int, module: int, blur: float
) -> None:
    crop = _stripes(seed, width, height, module, blur)
    read = decode(crop, bands=1, bendings=1)
    assert read is None or (not read.is_sure and check_digit_ok(read.digits))
    assert len(read_halves(crop, Region(0.0, 0.0, 200.0, 60.0, 0.0, 1.0))) <= HALVES_MAX


READS = st.builds(
    Decoded,
    st.sampled_from(["4006381333931", "96385074", "0104006381333931", "x" * 9000, "\x1b[2J"]),
    st.sampled_from(list(Symbology)),
    st.sampled_from(["zxing", "zbar", "tapir", "soft", "halves"]),
    st.builds(Box, *(st.floats(-1e6, 1e6),) * 4),
    st.sampled_from(["", "07"]),
    st.floats(0, 3),
)


@few
@given(st.lists(st.lists(READS, max_size=6), max_size=30))
def test_whatever_is_read_the_tracker_keeps_little_and_tells_each_once(frames: list[list[Decoded]]) -> None:
    tracker, told = Tracker(), []
    for number, reads in enumerate(frames):
        told += [key_of(code.text, code.symbology) for code in tracker.saw(number, number / 100, reads)]
        assert len(tracker.present) <= CODES_MAX
    assert len(told) == len(set(told))


@few
@given(st.lists(READS, max_size=40), st.floats(-10, 10))
def test_whatever_is_read_its_marks_are_few_within_the_picture_and_drawable(
    reads: list[Decoded], age_s: float
) -> None:
    gray = np.zeros((720, 1280), np.uint8)
    frame = Frame(number=1, at=100.0, gray=gray, raw=gray, packing=Packing.GRAY)
    places = tuple(place_of([read], Standing.ONE_LOOK) for read in reads)
    found, _ = marks(Seen(frame, places, tuple(read.box for read in reads), 1.0), 100.0 + age_s)
    assert len(found) <= MARKS_MAX
    for mark in found:
        left, top, right, bottom = mark.box
        assert 0 <= left <= right <= 1
        assert 0 <= top <= bottom <= 1
        assert mark.text.isprintable()
        assert len(mark.text) <= 60


@settings(few, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(1, 90), st.integers(1, 160), st.floats(0, 80))
def test_a_picture_of_any_size_and_grain_is_calmed_to_its_own_size(
    seed: int, height: int, width: int, sigma: float
) -> None:
    chance = np.random.default_rng(seed)
    noise = chance.normal(chance.uniform(0, 255), sigma, (height, width))
    picture = np.asarray(np.clip(noise, 0, 255), np.uint8)
    calm = calmed(picture)
    assert calm.shape == picture.shape
    assert calm.dtype == np.uint8
