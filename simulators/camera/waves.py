"""A hand waves packs past the camera: each comes in over an edge, passes the middle, and leaves.

Nobody aims at a self-checkout. A pack crosses the picture in a second or two at any angle, turning a little,
slower in the middle than at the edges; its motion blurs it by how far it travels while the shutter is open.

Source: docs/devices/scanner.md, "Generated packs".
Invariants: pure; one seed gives one stream; between two packs the counter is empty for GAP_S at least.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from simulators.camera.generated import Code, Light, Pack, Pose, pack
from simulators.camera.scene import Size

SHUTTER_S = 0.005
"""As fixed for hand motion: 1/200 s."""
GAP_S = 0.9
PASS_S = (1.0, 1.8)
SLOWEST = 0.25
MODULE_PX = (2.0, 3.2)
OUTSIDE = 0.62
"""How far outside the picture's middle (in widths of its diagonal) a pack comes from."""
REPEATED_EVERY = 10
"""Every so many packs the shopper takes a second one of the same."""
KINDS_SHOWN = (
    *("ean13",) * 10,
    *("upca",) * 3,
    *("ean8", "upce", "itf14", "code128", "databar", "databar-expanded", "qr", "digital-link", "datamatrix"),
)


@dataclass(frozen=True)
class Wave:
    """One pack's way through the picture."""

    shown: Pack
    light: Light
    start: tuple[float, float]
    middle: tuple[float, float]
    end: tuple[float, float]
    angle: float
    spin: float
    module_px: float
    lean: tuple[float, float]
    pass_s: float
    pause_s: float
    """The empty counter before it comes."""

    @property
    def code(self) -> Code:
        """What should be counted."""
        return self.shown.codes[0]

    def pose(self, at_s: float) -> Pose | None:
        """How it is held so long after it set out; None before and after."""
        part = at_s / self.pass_s
        if not 0 <= part <= 1:
            return None
        (x, y), (x0, y0) = self._centre(part), self._centre(part - SHUTTER_S / self.pass_s)
        angle = self.angle + self.spin * (part - 0.5)
        return Pose(
            centre=(x, y), angle=angle, module_px=self.module_px, lean=self.lean, motion=(x - x0, y - y0)
        )

    def is_whole(self, pose: Pose, size: Size) -> bool:
        """Whether the code is wholly in the picture."""
        reach = self.shown.reach * self.module_px / 4
        return all(reach <= place <= side - reach for place, side in zip(pose.centre, size, strict=True))

    def _centre(self, part: float) -> tuple[float, float]:
        """A parabola through start, middle and end, at SLOWEST times its usual speed in the middle."""
        eased = part - (1 - SLOWEST) * math.sin(2 * math.pi * (part - 0.5)) / (2 * math.pi)
        along = 2 * eased - 1
        x, y = (
            m + along * (e - s) / 2 + along * along * ((s + e) / 2 - m)
            for s, m, e in zip(self.start, self.middle, self.end, strict=True)
        )
        return x, y


def waves(count: int, seed: int, size: Size, *, kinds: tuple[str, ...] = KINDS_SHOWN) -> Iterator[Wave]:
    """`count` packs, one after the other."""
    chance = np.random.default_rng(seed)
    before: Pack | None = None
    for number in range(count):
        is_repeated = before is not None and number % REPEATED_EVERY == REPEATED_EVERY - 1
        shown = before if is_repeated and before is not None else _pack(chance, kinds)
        yield _wave(shown, chance, size)
        before = shown


def _pack(chance: np.random.Generator, kinds: tuple[str, ...]) -> Pack:
    kind = kinds[int(chance.integers(len(kinds)))]
    curvature = float(chance.uniform(0.2, 0.5)) if kind == "ean13" and chance.random() < 0.3 else 0.0
    return pack(chance, kind, clutter=bool(chance.random() < 0.7), curvature=curvature)


def _wave(shown: Pack, chance: np.random.Generator, size: Size) -> Wave:
    width, height = size
    diagonal = math.hypot(width, height)
    from_angle = chance.uniform(0, 2 * math.pi)
    to_angle = from_angle + math.pi + chance.uniform(-0.5, 0.5)
    middle = (
        width / 2 + chance.uniform(-0.1, 0.1) * width,
        height / 2 + chance.uniform(-0.08, 0.08) * height,
    )
    module_px = float(chance.uniform(*MODULE_PX)) * width / 1280
    module_px = min(module_px, 4 * 0.46 * height / shown.reach)  # a hand holds a large code farther away
    out = OUTSIDE * diagonal + shown.reach * module_px / 4

    def outside(angle: float) -> tuple[float, float]:
        return width / 2 + out * math.cos(angle), height / 2 + out * math.sin(angle)

    light = Light(
        level=float(chance.uniform(0.55, 1.1)),
        blur_px=float(chance.uniform(0.3, 0.8)),
        noise=float(chance.uniform(1.0, 4.0)),
        gloss=float(chance.uniform(0.1, 0.4)) if chance.random() < 0.25 else 0.0,
    )
    return Wave(
        shown=shown,
        light=light,
        start=outside(from_angle),
        middle=middle,
        end=outside(to_angle),
        angle=float(chance.uniform(-math.pi, math.pi)),
        spin=float(chance.uniform(-0.5, 0.5)),
        module_px=module_px,
        lean=(float(chance.uniform(-0.12, 0.12)), float(chance.uniform(-0.12, 0.12))),
        pass_s=float(chance.uniform(*PASS_S)),
        pause_s=GAP_S + float(chance.uniform(0.0, 0.4)),
    )
