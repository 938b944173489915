"""Every kind of camera source, with files and cameras that are broken in every way we know."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from scanner_pictures import F, scene, symbol

from kiosk.scanner.frame import Frame, Packing
from kiosk.scanner.sources import CameraError, SourceSettings, source_from
from kiosk.scanner.sources.base import frame_from_array, frame_from_jpeg
from kiosk.scanner.sources.network import ALIKE_SPARED, BROKEN_PICTURES_MAX

PICTURE = scene((symbol("4006381333931", F.EAN13), 0, (640, 360)))
JPEG = cv2.imencode(".jpg", PICTURE)[1].tobytes()
HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n"


def part(jpeg: bytes) -> bytes:
    return b"--b\r\nContent-Length: %d\r\n\r\n%b\r\n" % (len(jpeg), jpeg)


@contextlib.contextmanager
def camera(*chunks: bytes, hold: bool = True) -> Iterator[str]:
    """A network camera that sends these bytes to its first viewer, then holds the line or hangs up."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            viewer, _ = listener.accept()
            with viewer:
                viewer.recv(4096)
                for chunk in chunks:
                    viewer.sendall(chunk)
                if hold:
                    done.wait(10)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"mjpeg://127.0.0.1:{listener.getsockname()[1]}/live?quality=high"
        done.set()
        thread.join(10)


@contextlib.contextmanager
def opened(name: str) -> Iterator[object]:
    source = source_from(SourceSettings(source=name, fps=30))
    source.open()
    try:
        yield source
    finally:
        source.close()


def newest(source: object, within_s: float = 5.0) -> Frame:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if frame := source.read(0.2):  # type: ignore[attr-defined]
            return frame
    pytest.fail("no frame came")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "v4l2:",
        "v4l2:x",
        "v4l2:dev/video0",
        "http://x",
        "file:",
        "picture:",
        "usb:0",
        "mjpeg://",
        "mjpeg://h:99999/",
    ],
)
def test_unknown_source_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="camera source"):
        source_from(SourceSettings(source=name))


def test_a_camera_that_is_not_there_says_so() -> None:
    with pytest.raises(CameraError, match="/dev/video97") as caught, opened("v4l2:97"):
        pass
    assert caught.value.code == "unplugged"


def test_a_camera_is_opened_by_its_number_or_by_the_name_udev_gives_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    class NoCamera:
        def __init__(self, device: str, interface: int) -> None:
            asked.append((device, interface))

        def isOpened(self) -> bool:  # noqa: N802
            return False

        def release(self) -> None:
            pass

    monkeypatch.setattr(cv2, "VideoCapture", NoCamera)
    for name, device in (("v4l2:07", "/dev/video7"), ("v4l2:/dev/kiosk/camera", "/dev/kiosk/camera")):
        with pytest.raises(CameraError, match=f"{device}:"), opened(name):
            pass
        assert asked.pop() == (device, cv2.CAP_V4L2)


def test_a_name_without_a_camera_behind_it_says_so() -> None:
    with pytest.raises(CameraError, match="/dev/no/camera") as caught, opened("v4l2:/dev/no/camera"):
        pass
    assert caught.value.code == "unplugged"


def test_a_picture_is_delivered_at_the_camera_pace_and_size(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    cv2.imwrite(str(path), np.full((2000, 1000, 3), 90, np.uint8))
    with opened(f"picture:{path}") as source:
        first, second = newest(source), newest(source)
    assert first.gray.shape == (720, 360)
    assert second.at - first.at >= 0.02
    assert second.number == first.number + 1


def test_a_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    cv2.imwrite(str(path), np.full((40, 50), 90, np.uint8))
    with opened(f"picture:{path}") as source:
        assert newest(source).gray.shape == (40, 50)


@pytest.mark.parametrize("content", [b"", b"no picture", JPEG[:200], b"\xff\xd8\xff", None])
def test_a_broken_or_missing_picture_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.jpg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CameraError, match=r"broken\.jpg") as caught, opened(f"picture:{path}"):
        pass
    assert caught.value.code == "unreadable"


def test_a_clip_plays_at_its_own_pace_once(tmp_path: Path) -> None:
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 20, (320, 240))
    for level in range(10):
        writer.write(np.full((240, 320, 3), 20 * level, np.uint8))
    writer.release()
    begun, levels = time.monotonic(), []
    with opened(f"file:{path}") as source:
        code = ""
        while not code:
            try:
                frame = source.read(0.5)  # type: ignore[attr-defined]
                levels.append(round(float(frame.gray.mean())))
            except CameraError as error:
                code = error.code
        assert code == "ended"
        source.close()  # type: ignore[attr-defined]
        with pytest.raises(CameraError, match="played to its end"):
            source.open()  # type: ignore[attr-defined]
    assert levels == sorted(levels)
    assert len(levels) >= 5
    assert time.monotonic() - begun >= 0.4


@pytest.mark.parametrize("content", [None, b"", b"RIFF garbage that is no video"])
def test_a_broken_clip_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.avi"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CameraError) as caught, opened(f"file:{path}"):
        pass
    assert caught.value.code == "unreadable"


def test_a_network_camera_delivers_grey_and_colour() -> None:
    with camera(HEADER, part(JPEG)) as name, opened(name) as source:
        frame = newest(source)
    assert frame.gray.shape == (720, 1280)
    assert frame.packing is Packing.JPEG
    assert frame.rgb(640).shape == (360, 640, 3)


def test_the_newest_of_many_waiting_pictures_wins() -> None:
    pictures = [cv2.imencode(".jpg", np.full((48, 64), 20 * n, np.uint8))[1].tobytes() for n in range(12)]
    with camera(HEADER + b"".join(part(p) for p in pictures)) as name, opened(name) as source:
        assert newest(source).gray.mean() == pytest.approx(220, abs=2)


def level(value: int, size: tuple[int, int] = (48, 64)) -> bytes:
    return cv2.imencode(".jpg", np.full(size, value, np.uint8))[1].tobytes()


def test_while_nothing_happens_alike_pictures_are_left_unopened_but_a_different_one_never() -> None:
    busy = cv2.imencode(".jpg", scene((symbol("4006381333931", F.EAN13), 0, (320, 180)), size=(640, 360)))[1]
    with camera(HEADER + part(level(90))) as name, opened(name) as source:
        first = newest(source)
        assert source._is_spared(level(91), 60.0)  # type: ignore[attr-defined]
        assert not source._is_spared(level(91), 0.0)  # type: ignore[attr-defined]
        assert not source._is_spared(busy.tobytes(), 60.0)  # type: ignore[attr-defined]
        source._taken_at = time.monotonic() - 60.0  # type: ignore[attr-defined]
        assert source._is_spared(level(91), 60.0 / ALIKE_SPARED * 2)  # type: ignore[attr-defined]
        assert not source._is_spared(level(91), 60.0 / ALIKE_SPARED / 2)  # type: ignore[attr-defined]
    assert first.gray.shape == (48, 64)


def test_a_damaged_picture_is_skipped() -> None:
    with camera(HEADER + part(b"\xff\xd8damaged"), part(JPEG)) as name, opened(name) as source:
        assert newest(source).gray.shape == (720, 1280)


def test_nothing_but_damaged_pictures_is_reported() -> None:
    with camera(HEADER) as name, opened(name) as source:
        for _ in range(BROKEN_PICTURES_MAX - 1):
            assert source._unpack(b"\xff\xd8damaged") is None  # type: ignore[attr-defined]
        with pytest.raises(CameraError) as caught:
            source._unpack(b"\xff\xd8damaged")  # type: ignore[attr-defined]
    assert caught.value.code == "corrupt"


def test_a_camera_that_hangs_up_is_unplugged() -> None:
    with camera(HEADER, hold=False) as name, opened(name) as source, pytest.raises(CameraError) as caught:
        newest(source)
    assert caught.value.code == "unplugged"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"SSH-2.0-dropbear\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"\x00" * 40_000,
    ],
)
def test_what_does_not_stream_pictures_is_refused(answer: bytes) -> None:
    with camera(answer, hold=False) as name, pytest.raises(CameraError), opened(name):
        pass


def test_a_camera_that_accepts_and_stays_silent_does_not_hold_the_lane() -> None:
    begun = time.monotonic()
    with camera() as name, pytest.raises(CameraError) as caught, opened(name):
        pass
    assert caught.value.code == "unplugged"
    assert time.monotonic() - begun < 5


def test_a_picture_of_gigapixels_is_never_unpacked() -> None:
    header = b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(20)
    assert frame_from_jpeg(1, header) is None


@pytest.mark.parametrize(
    ("image", "packing"),
    [
        (np.full((20, 30, 3), 80, np.uint8), Packing.BGR),
        (np.full((20, 30, 2), 80, np.uint8), Packing.YUYV),
        (np.full((20, 30), 80, np.uint8), Packing.GRAY),
        (np.frombuffer(JPEG, np.uint8)[None, :], Packing.JPEG),
    ],
)
def test_every_packing_gives_grey_and_colour(image: np.ndarray, packing: Packing) -> None:
    frame = frame_from_array(1, 0.0, image)
    assert frame is not None
    assert frame.packing is packing
    assert frame.gray.ndim == 2
    assert frame.rgb(15).shape[1] == 15
    assert frame.rgb(15).shape[2] == 3
