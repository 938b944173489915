"""Where frames come from: a camera on the machine, a camera on the network, a video file, a picture.

A source is named by one word in the settings:

    v4l2:/dev/kiosk/camera          a USB or built-in camera, by a name that stays
    v4l2:0                          the same, by index
    mjpeg://192.168.1.20:8080/live  a network camera that sends JPEG after JPEG over HTTP
    file:clip.avi                   a video file, played once at its own pace
    picture:photo.jpg               one still picture, shown for ever

Source: docs/devices/scanner.md, "Camera sources".
"""

from kiosk.scanner.sources.base import CameraError, FrameSource, SourceSettings
from kiosk.scanner.sources.clip import ClipSource
from kiosk.scanner.sources.network import NetworkSource
from kiosk.scanner.sources.picture import PictureSource
from kiosk.scanner.sources.v4l2 import V4l2Source

__all__ = ["CameraError", "FrameSource", "SourceSettings", "source_from"]


def source_from(settings: SourceSettings) -> FrameSource:
    """The (not yet opened) source that `settings.source` names. Raises `ValueError` on an unknown form."""
    name = settings.source
    if name.startswith("mjpeg://"):
        return NetworkSource(settings)
    kind, _, rest = name.partition(":")
    if kind == "v4l2" and (rest.isdecimal() or rest.startswith("/dev/")):
        return V4l2Source(f"/dev/video{int(rest)}" if rest.isdecimal() else rest, settings)
    if kind == "file" and rest:
        return ClipSource(rest)
    if kind == "picture" and rest:
        return PictureSource(rest, settings)
    raise ValueError(
        f"camera source {name!r} is not one of v4l2:INDEX, v4l2:/dev/NAME, mjpeg://HOST:PORT/PATH, "
        "file:CLIP, picture:PHOTO"
    )
