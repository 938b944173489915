"""The hands at the demo's scales: what is known is done, the rest refused with a sentence."""

from pathlib import Path
from typing import Any

import pytest

from simulators import goods
from simulators.control import ControlError
from simulators.desk.hands import LOOSE_G_MAX, SCALE_DEEDS, Hands, RefusedError
from simulators.desk.screen import LaneScreen


class FakeScale:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []

    def do(self, name: str, /, **arguments: Any) -> dict[str, Any]:
        if name == "take" and arguments["name"] == "nothing":
            raise ControlError("nothing does not lie there")
        self.told.append((name, arguments))
        return {}


class FakeFleet:
    def __init__(self, *names: str) -> None:
        self.scales = {name: FakeScale() for name in names}


def hands_at(fleet: FakeFleet, folder: Path) -> Hands:
    return Hands(fleet, goods.articles(), folder, LaneScreen(), lambda _: None)  # type: ignore[arg-type]


@pytest.fixture
def fleet() -> FakeFleet:
    return FakeFleet("bagging_scale", "scale")


def test_packs_are_put_down_taken_and_named_apart(fleet: FakeFleet, tmp_path: Path) -> None:
    hands = hands_at(fleet, tmp_path)
    for deed, what in (("bag", "butter-250-g"), ("bag", "butter-250-g"), ("bag", "Own bag")):
        hands.do({"do": deed, "what": what})
    hands.do({"do": "unbag", "what": "Butter 250 g #1"})
    hands.do({"do": "unbag_all"})
    butter = goods.by_slug()["butter-250-g"].lies_g
    assert fleet.scales["bagging_scale"].told == [
        ("put", {"name": "Butter 250 g #1", "grams": butter}),
        ("put", {"name": "Butter 250 g #2", "grams": butter}),
        ("put", {"name": "Own bag #3", "grams": 180}),
        ("take", {"name": "Butter 250 g #1"}),
        ("clear", {}),
    ]
    with pytest.raises(ControlError):
        hands.do({"do": "unbag", "what": "nothing"})


def test_loose_goods_replace_what_lies_there(fleet: FakeFleet, tmp_path: Path) -> None:
    hands = hands_at(fleet, tmp_path)
    for grams in (735, 0):
        hands.do({"do": "weigh", "grams": grams})
    assert fleet.scales["scale"].told == [
        ("clear", {}),
        ("put", {"name": "loose goods", "grams": 735}),
        ("clear", {}),
    ]


def test_every_fault_reaches_its_scale_and_its_end_plugs_it_in(fleet: FakeFleet, tmp_path: Path) -> None:
    hands = hands_at(fleet, tmp_path)
    for name, scale in fleet.scales.items():
        for what in SCALE_DEEDS:
            hands.do({"do": name, "what": what})
        faults = [arguments["what"] for deed, arguments in scale.told if deed == "fault"]
        assert ["unplug", *faults] == list(SCALE_DEEDS)
        assert [deed for deed, _ in scale.told[:3]] == ["unplug", "replug", "fault"]


@pytest.mark.parametrize(
    "request_",
    [
        {"do": "bag", "what": "nope"},
        {"do": "bag"},
        {"do": "weigh"},
        {"do": "weigh", "grams": -1},
        {"do": "weigh", "grams": LOOSE_G_MAX + 1},
        {"do": "weigh", "grams": True},
        {"do": "weigh", "grams": "735"},
        {"do": "scale", "what": "dance"},
    ],
)
def test_what_makes_no_sense_is_refused(fleet: FakeFleet, tmp_path: Path, request_: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        hands_at(fleet, tmp_path).do(request_)
    assert all(not scale.told for scale in fleet.scales.values())


def test_a_lane_without_scales_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no bagging_scale"):
        hands_at(FakeFleet(), tmp_path).do({"do": "unbag_all"})
