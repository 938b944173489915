"""Generated packs and waves: readable, the same from one seed, wholly in view, gone in between."""

import cv2
import numpy as np
import pytest
import zxingcpp

from retail.codes import ProductCode, Symbology, interpret
from simulators.camera.__main__ import keep_showing
from simulators.camera.generated import CARRIERS, KINDS, Light, Pose, backdrop, content, pack, seen, symbol
from simulators.camera.waves import GAP_S, REPEATED_EVERY, waves

SIZE = (1280, 720)
STILL = Light(blur_px=0.3, noise=1.0)


def held(kind: str, **pose: object) -> tuple[str, np.ndarray]:
    chance = np.random.default_rng(5)
    shown = pack(chance, kind, clutter=False)
    image = seen(shown, Pose(centre=(640, 360), **pose), STILL, chance, backdrop(SIZE))  # type: ignore[arg-type]
    return shown.codes[0].text, image


@pytest.mark.parametrize("kind", KINDS)
def test_every_symbology_held_upright_is_read(kind: str) -> None:
    text, image = held(kind)
    reads = {read.text for read in zxingcpp.read_barcodes(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))}
    expected = {"upce": f"00{text[1:6]}0000{text[6:]}", "upca": f"0{text}"}.get(kind, text)
    if kind.startswith("databar") and not text.startswith("("):
        expected = f"(01){text}"
    assert reads == {expected}


def test_one_seed_gives_the_same_pixels_and_another_gives_others() -> None:
    def frame(seed: int) -> bytes:
        chance = np.random.default_rng(seed)
        shown = pack(chance, "ean13", second="qr", curvature=0.4)
        pose = Pose(centre=(600, 300), angle=0.7, lean=(0.1, -0.1), motion=(4.0, 2.0))
        return seen(shown, pose, Light(level=0.5, gloss=0.5), chance, backdrop(SIZE)).tobytes()

    assert frame(3) == frame(3)
    assert frame(3) != frame(4)


def test_the_code_lies_where_the_pose_says_whatever_the_angle() -> None:
    for angle in (0.0, 1.0, 2.5, -1.2):
        text, image = held("qr", angle=angle)
        [read] = zxingcpp.read_barcodes(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))
        corners = read.position
        x = (corners.top_left.x + corners.bottom_right.x) / 2
        y = (corners.top_left.y + corners.bottom_right.y) / 2
        assert read.text == text
        assert abs(x - 640) < 8
        assert abs(y - 360) < 8


def test_a_second_code_is_on_the_pack_too() -> None:
    chance = np.random.default_rng(2)
    shown = pack(chance, "ean13", second="datamatrix")
    image = seen(shown, Pose(centre=(640, 260)), STILL, chance, backdrop(SIZE))
    reads = {read.text for read in zxingcpp.read_barcodes(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))}
    assert {code.text for code in shown.codes} == reads


def test_less_light_is_darker_and_an_empty_counter_has_no_code() -> None:
    chance = np.random.default_rng(1)
    bright = seen(None, None, Light(), chance, backdrop(SIZE))
    dark = seen(None, None, Light(level=0.2), chance, backdrop(SIZE))
    assert dark.mean() < 0.3 * bright.mean()
    assert zxingcpp.read_barcodes(bright) == []


def test_what_a_symbol_cannot_hold_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="cannot be drawn as ean13"):
        symbol("ean13", "no number")


def test_contents_have_the_length_of_their_kind() -> None:
    chance = np.random.default_rng(8)
    assert {kind: len(content(kind, chance)) for kind in ("ean13", "ean8", "upca", "upce", "itf14")} == {
        "ean13": 13,
        "ean8": 8,
        "upca": 12,
        "upce": 8,
        "itf14": 14,
    }


def test_a_wave_comes_in_is_whole_for_a_while_and_leaves() -> None:
    for wave in waves(30, 4, SIZE):
        assert wave.pause_s >= GAP_S
        assert wave.pose(-0.01) is None
        assert wave.pose(wave.pass_s + 0.01) is None
        poses = [wave.pose(n * wave.pass_s / 40) for n in range(40)]
        whole = [pose is not None and wave.is_whole(pose, SIZE) for pose in poses]
        assert not whole[0]
        assert not whole[-1]
        assert sum(whole) >= 4


def test_a_stream_is_the_same_from_one_seed_and_holds_pairs_of_equal_packs() -> None:
    codes = [wave.code for wave in waves(3 * REPEATED_EVERY, 9, SIZE)]
    assert codes == [wave.code for wave in waves(3 * REPEATED_EVERY, 9, SIZE)]
    assert codes[REPEATED_EVERY - 1] == codes[REPEATED_EVERY - 2]
    assert len(set(codes)) == len(codes) - 3


@pytest.mark.parametrize("kind", sorted(set(CARRIERS)))
def test_a_pack_carries_the_products_number_it_is_asked_for(kind: str) -> None:
    text = content(kind, np.random.default_rng(1), "4006381333931")
    meaning = interpret(_as_read(kind, text), _SYMBOLOGY[kind], ())

    assert isinstance(meaning, ProductCode)
    assert meaning.key == "04006381333931"
    assert symbol(kind, text).size


_SYMBOLOGY = {
    "ean13": Symbology.EAN_13,
    "itf14": Symbology.ITF_14,
    "databar": Symbology.DATABAR,
    "databar-stacked": Symbology.DATABAR,
    "databar-limited": Symbology.DATABAR_LIMITED,
    "digital-link": Symbology.QR,
    "gs1-datamatrix": Symbology.GS1_DATA_MATRIX,
}


def _as_read(kind: str, text: str) -> str:
    """What decoders return of it: no brackets around application identifiers, and one before a DataBar."""
    return f"01{text}" if kind.startswith("databar") else text.replace("(", "").replace(")", "")


def test_a_shops_packs_come_one_after_the_other_with_its_own_numbers() -> None:
    asked: list[dict[str, object]] = []

    class Director:
        def handle(self, request: dict[str, object]) -> None:
            asked.append(request)

    class Stop:
        def is_set(self) -> bool:
            return len(asked) >= 24

        def wait(self, timeout_s: float) -> None:
            assert timeout_s > 0

    keep_showing(Director(), 7, Stop(), ("4006381333931", "96385074"))  # type: ignore[arg-type]

    assert {one["gtin"] for one in asked} == {"4006381333931", "96385074"}
    assert [one["kind"] for one in asked[: len(CARRIERS)]] == list(CARRIERS)
    assert len({one["seed"] for one in asked}) == len(asked)
