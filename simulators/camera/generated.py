"""Packs that never existed: any symbology, any angle, curved, glossy, blurred, dim, crowded; from one seed.

A till is shown what no collection of photographs holds: this pack, at that angle, in that light, with its
code known for certain. A `Pack` is a flat panel with its codes; `seen` holds it before the camera as its
`Pose` says.

Source: symbols by zxing-cpp's writer; looks and limits of a counter's camera from docs/devices/scanner.md,
"Generated packs".
Invariants: pure; the same generator state gives the same pixels; every code lies whole on its pack.
"""

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp

from simulators.camera.scene import Image, Size, counter
from simulators.ean13 import check_digit

_F = zxingcpp.BarcodeFormat
SCALE = 4
"""Panel pixels per module."""
MARGIN_MODULES = 10
PACK_SIDE_MIN = 480
CHANNELS = 3
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Kind:
    """How a symbology is drawn and what it usually holds."""

    format: zxingcpp.BarcodeFormat
    digits: int = 0
    """Length of a number with its check digit; 0 where `text` says what it holds."""
    text: str = "{}"
    """The content; `{}` stands for a GTIN-14."""
    is_gs1: bool = False
    is_matrix: bool = False
    options: dict[str, int] = field(default_factory=dict)


KINDS = {
    "ean13": Kind(_F.EAN13, digits=13),
    "ean8": Kind(_F.EAN8, digits=8),
    "upca": Kind(_F.UPCA, digits=12),
    "upce": Kind(_F.UPCE, digits=8),
    "code128": Kind(_F.Code128, text="BOX-{}"),
    "gs1-128": Kind(_F.Code128, text="(01){}(17)271231", is_gs1=True),
    "itf14": Kind(_F.ITF, digits=14),
    "databar": Kind(_F.DataBarOmni, text="{}"),
    "databar-stacked": Kind(_F.DataBarStkOmni, text="{}"),
    "databar-limited": Kind(_F.DataBarLtd, text="{}"),
    "databar-expanded": Kind(_F.DataBarExp, text="(01){}(3103)000750", is_gs1=True),
    "databar-expanded-stacked": Kind(
        _F.DataBarExpStk, text="(01){}(3103)000750", is_gs1=True, options={"rows": 2}
    ),
    "qr": Kind(_F.QRCode, text="pack {}", is_matrix=True),
    "micro-qr": Kind(_F.MicroQRCode, text="12345", is_matrix=True),
    "digital-link": Kind(_F.QRCode, text="https://id.gs1.org/01/{}", is_matrix=True),
    "datamatrix": Kind(_F.DataMatrix, text="pack {}", is_matrix=True),
    "gs1-datamatrix": Kind(_F.DataMatrix, text="(01){}(10)L4711", is_gs1=True, is_matrix=True),
}


CARRIERS = (
    *("ean13", "databar", "ean13", "digital-link", "ean13", "databar-stacked", "ean13", "gs1-datamatrix"),
    *("ean13", "databar-limited", "ean13", "itf14"),
)
"""Kinds that can say any product's number and nothing that gets old, as often as goods carry them."""


@dataclass(frozen=True)
class Code:
    """What a pack's symbol says."""

    kind: str
    text: str


@dataclass(frozen=True)
class Pack:
    """A flat panel with its codes."""

    codes: tuple[Code, ...]
    panel: Image
    place: tuple[float, float]
    """Centre of the first code on the panel."""
    reach: float
    """Half the diagonal of the first code in panel pixels."""


@dataclass(frozen=True, kw_only=True)
class Pose:
    """How a pack is held in one frame."""

    centre: tuple[float, float]
    """Where the first code's centre is, in frame pixels."""
    angle: float = 0.0
    """Radians."""
    module_px: float = 3.0
    lean: tuple[float, float] = (0.0, 0.0)
    """How much nearer the right and the lower side are; 0.1 is much."""
    motion: tuple[float, float] = (0.0, 0.0)
    """Pixels travelled while the shutter was open."""


@dataclass(frozen=True, kw_only=True)
class Light:
    """What camera and lamp do to a picture."""

    level: float = 1.0
    blur_px: float = 0.4
    noise: float = 2.0
    gloss: float = 0.0
    """How bright a reflection lies over the pack, 0 to 1."""


def content(kind: str, chance: np.random.Generator, gtin: str = "") -> str:
    """What a symbol of this kind may hold: this `gtin` if it is one of `CARRIERS`, else anything."""
    spec = KINDS[kind]
    if gtin and kind in CARRIERS:
        return gtin.zfill(spec.digits or 14) if spec.digits else spec.text.format(gtin.zfill(14))
    if kind == "upce":
        return _upc_e(chance)
    if spec.digits:
        return _number(spec.digits, chance, first="1" if spec.digits == 14 else "4")
    return spec.text.format(_number(14, chance, first="0"))


def symbol(kind: str, text: str) -> Image:
    """The symbol, one pixel per module and 255 for white, with its quiet zone. Raises `ValueError`."""
    spec = KINDS[kind]
    options = {"gs1": True} if spec.is_gs1 else {}
    try:
        made = zxingcpp.create_barcode(text, spec.format, **options, **spec.options)
        picture = np.asarray(made.to_image(scale=1, add_quiet_zones=True), np.uint8)
    except (ValueError, RuntimeError) as error:
        raise ValueError(f"{text!r} cannot be drawn as {kind}: {error}") from error
    return cv2.copyMakeBorder(picture, 2, 2, 4, 4, cv2.BORDER_CONSTANT, value=255).astype(np.uint8)


def pack(
    chance: np.random.Generator,
    kind: str = "ean13",
    text: str = "",
    *,
    second: str = "",
    clutter: bool = True,
    curvature: float = 0.0,
) -> Pack:
    """A pack with a code (and a `second` kind beside it); `curvature` 0 is a box, 1 half a can."""
    codes = [Code(kind, text or content(kind, chance))]
    if second:
        codes.append(Code(second, content(second, chance)))
    drawn = [_enlarged(symbol(code.kind, code.text)) for code in codes]
    width = max(PACK_SIDE_MIN, *(one.shape[1] for one in drawn)) + 2 * MARGIN_MODULES * SCALE
    height = max(PACK_SIDE_MIN, sum(one.shape[0] + MARGIN_MODULES * SCALE for one in drawn)) + 160
    panel = _front(width, height, chance, clutter=clutter)
    top, centre = 130, (0.0, 0.0)
    for number, one in enumerate(drawn):
        left = int(chance.integers(MARGIN_MODULES * SCALE, width - one.shape[1] - MARGIN_MODULES * SCALE + 1))
        panel[top : top + one.shape[0], left : left + one.shape[1]] = one[:, :, None]
        if not number:
            centre = (left + one.shape[1] / 2, top + one.shape[0] / 2)
        top += one.shape[0] + MARGIN_MODULES * SCALE
    reach = math.hypot(*drawn[0].shape) / 2
    if curvature > 0:
        panel = _curved(panel, centre[0], curvature)
    return Pack(tuple(codes), panel, centre, reach)


def seen(
    shown: Pack | None, pose: Pose | None, light: Light, chance: np.random.Generator, backdrop: Image
) -> Image:
    """The frame: `shown` held before `backdrop` (see `scene.counter`) as `pose` says; None shows it empty."""
    frame = backdrop
    if shown is not None and pose is not None:
        frame = _held(shown, pose, light, backdrop)
    if light.blur_px > 0:
        frame = _as_image(cv2.GaussianBlur(frame, (0, 0), light.blur_px))
    if light.level != 1.0:
        frame = _as_image(cv2.convertScaleAbs(frame, alpha=light.level))
    return _noisy(frame, light.noise, chance)


def held(shown: Pack, size: Size, chance: np.random.Generator) -> Image:
    """A whole frame with `shown` held near its middle at any angle; the camera adds its noise itself."""
    width, height = size
    module_px = min(2.8 * width / 1280, SCALE * 0.46 * height / shown.reach)
    pose = Pose(
        centre=(width * float(chance.uniform(0.42, 0.58)), height * float(chance.uniform(0.44, 0.56))),
        angle=float(chance.uniform(-math.pi, math.pi)),
        module_px=module_px,
        lean=(float(chance.uniform(-0.08, 0.08)), float(chance.uniform(-0.08, 0.08))),
    )
    return seen(shown, pose, Light(noise=0.0), chance, backdrop(size))


def backdrop(size: Size) -> Image:
    """The empty counter."""
    return counter(size)


def _held(shown: Pack, pose: Pose, light: Light, behind: Image) -> Image:
    height, width = behind.shape[:2]
    turn = _projection(shown, pose)
    panel = shown.panel if not light.gloss else _glossy(shown, light.gloss)
    smooth = max(0.0, SCALE / pose.module_px - 1) * 0.5
    if smooth > 0.15:  # what the pixels of the sensor would average
        panel = _as_image(cv2.GaussianBlur(panel, (0, 0), smooth))
    held = cv2.warpPerspective(panel, turn, (width, height), flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full(panel.shape[:2], 255, np.uint8), turn, (width, height))
    if math.hypot(*pose.motion) > 1:
        kernel = _streak(pose.motion)
        held, mask = cv2.filter2D(held, -1, kernel), cv2.filter2D(mask, -1, kernel)
    left, top, across, down = cv2.boundingRect(mask)
    frame = behind.copy()
    if across and down:
        area = (slice(top, top + down), slice(left, left + across))
        cover = mask[area][:, :, None].astype(np.uint16)
        # `held` is black where the pack is not, so that its edge is already weighed
        frame[area] = np.minimum(255, held[area] + behind[area] * (255 - cover) // 255).astype(np.uint8)
    return frame


def _projection(shown: Pack, pose: Pose) -> Floats:
    """Panel pixels to frame pixels: scaled, leant, turned, with the first code's centre at `pose.centre`."""
    height, width = shown.panel.shape[:2]
    scale = pose.module_px / SCALE
    cos, sin = math.cos(pose.angle), math.sin(pose.angle)
    corners = []
    for x, y in ((0, 0), (width, 0), (width, height), (0, height)):
        dx, dy = (x - shown.place[0]) * scale, (y - shown.place[1]) * scale
        near = 1 + pose.lean[0] * dx / 300 + pose.lean[1] * dy / 300
        dx, dy = dx * near, dy * near
        corners.append((pose.centre[0] + dx * cos - dy * sin, pose.centre[1] + dx * sin + dy * cos))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(flat, np.array(corners, np.float32)), np.float32)


def _streak(motion: tuple[float, float]) -> Floats:
    reach = math.ceil(max(map(abs, motion)) / 2)
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    steps = 4 * reach + 1
    for step in range(steps):
        part = step / (steps - 1) - 0.5
        kernel[round(reach + motion[1] * part), round(reach + motion[0] * part)] += 1
    return np.asarray(kernel / kernel.sum(), np.float32)


def _noisy(frame: Image, sigma: float, chance: np.random.Generator) -> Image:
    if sigma <= 0:
        return frame.copy()
    tile = np.clip(chance.normal(128, sigma, (256, 256)), 0, 255).astype(
        np.uint8
    )  # one tile, shifted, is enough
    height, width = frame.shape[:2]
    spread = np.tile(tile, (height // 256 + 2, width // 256 + 2))
    dx, dy = chance.integers(0, 256, 2)
    grain = np.ascontiguousarray(spread[dy : dy + height, dx : dx + width])
    return _as_image(cv2.addWeighted(frame, 1.0, cv2.merge([grain] * CHANNELS), 1.0, -128.0))


def _glossy(shown: Pack, gloss: float) -> Image:
    """A soft reflection over one end of the first code."""
    height, width = shown.panel.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = (x - shown.place[0] - 0.5 * shown.reach + 0.3 * (y - shown.place[1])) / (0.35 * shown.reach)
    shine = np.exp(-(far**2)) * (255 * gloss)
    return _as_image(np.clip(shown.panel + shine[:, :, None], 0, 255))


def _curved(panel: Image, centre: float, curvature: float) -> Image:
    """The panel around an upright can, seen from the front: the sides are foreshortened."""
    height, width = panel.shape[:2]
    radius = (width / 2) / (curvature * math.pi / 2)
    across = (np.arange(width, dtype=np.float32) - np.float32(centre)) / np.float32(radius)
    x = np.where(np.abs(across) < 1, centre + radius * np.arcsin(np.clip(across, -1, 1)), -1)
    map_x = np.tile(x.astype(np.float32), (height, 1))
    map_y = np.tile(np.arange(height, dtype=np.float32)[:, None], (1, width))
    shade = np.sqrt(np.clip(1 - (0.8 * across) ** 2, 0.1, 1))[None, :, None]
    bent = cv2.remap(panel, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return _as_image(bent * shade)


def _front(width: int, height: int, chance: np.random.Generator, *, clutter: bool) -> Image:
    """The print of a pack: its colour, a stripe, and with `clutter` lines of text and a picture's edges."""
    ground = chance.integers(60, 235, CHANNELS)
    panel = np.full((height, width, CHANNELS), ground, np.uint8)
    cv2.rectangle(panel, (0, 0), (width, 90), tuple(map(int, chance.integers(20, 240, CHANNELS))), -1)
    if clutter:
        for row in range(110, height - 30, 34):
            ink = tuple(map(int, chance.integers(10, 120, CHANNELS)))
            words = "".join(chr(int(letter)) for letter in chance.integers(97, 123, 40))
            cv2.putText(panel, words, (12, row), cv2.FONT_HERSHEY_SIMPLEX, 0.7, ink, 2, cv2.LINE_AA)
    return panel


def _enlarged(modules: Image) -> Image:
    rows = modules
    if modules.shape[0] < 30:  # a printed bar code is at least a quarter as high as wide
        rows = np.repeat(modules, math.ceil(modules.shape[1] * 0.3 / modules.shape[0]), axis=0)
    return np.repeat(np.repeat(rows, SCALE, axis=0), SCALE, axis=1)


def _number(digits: int, chance: np.random.Generator, first: str) -> str:
    body = first + "".join(map(str, chance.integers(0, 10, digits - 2)))
    return body + check_digit(body)


def _upc_e(chance: np.random.Generator) -> str:
    """Number system 0, six digits whose last is 5 to 9: the number is printed without its four zeros."""
    maker, last = "".join(map(str, chance.integers(1, 10, 5))), str(chance.integers(5, 10))
    return f"0{maker}{last}" + check_digit(f"0{maker}0000{last}")


def _as_image(values: npt.ArrayLike) -> Image:
    return np.asarray(values, np.uint8)
