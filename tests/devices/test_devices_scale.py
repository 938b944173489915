"""What a scale may say at all."""

import pytest

from kiosk.devices.health import Device
from kiosk.devices.scale import NoWeight, NoWeightReason, Settled, WeightTaken
from retail.check import BrokenInvariantError
from retail.interventions.watch import _SCALES


@pytest.mark.parametrize(("net", "tare", "gross"), [(0, 0, 0), (-5, 10, 5), (490, 10, 501)])
def test_a_weight_to_sell_by_is_more_than_nothing_and_adds_up(net: int, tare: int, gross: int) -> None:
    with pytest.raises(BrokenInvariantError):
        WeightTaken(ask_id="a", net_g=net, tare_g=tare, gross_g=gross)


def test_words_are_stable_because_they_are_stored_and_shown() -> None:
    assert {reason.value for reason in NoWeightReason} == {
        *("empty", "unstable", "overload", "under_zero"),
        *("too_light", "same_weight", "not_ready", "cancelled"),
    }
    assert {Device.SCALE.value, Device.BAGGING_SCALE.value} == {"scale", "bagging_scale"}


def test_a_faulty_scale_is_known_to_the_interventions_by_its_name() -> None:
    assert {Device.SCALE.value, Device.BAGGING_SCALE.value} <= _SCALES


def test_messages_are_compared_by_what_they_say() -> None:
    """The driver tells a load once: it compares with what it told last."""
    assert Settled(device=Device.SCALE, weight_g=5) == Settled(device=Device.SCALE, weight_g=5)
    assert Settled(device=Device.SCALE, weight_g=5) != Settled(device=Device.BAGGING_SCALE, weight_g=5)
    assert NoWeight(ask_id="a", reason=NoWeightReason.EMPTY) != NoWeight(
        ask_id="a", reason=NoWeightReason.CANCELLED
    )
