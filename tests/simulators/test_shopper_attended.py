"""Scenarios with scales and staff: what is understood, and every mistake."""

from pathlib import Path

import pytest

from simulators.shopper import scenario, steps
from simulators.shopper.expectations import differences
from simulators.shopper.scenario import ScenarioRefusedError
from simulators.shopper.state import LaneState


def read(text: str) -> scenario.Scenario:
    return scenario.parse(text, folder=Path("/nowhere"))


def test_what_staff_and_scales_do_is_understood() -> None:
    made = read(
        '[store]\n[[step]]\nbag = "pack:butter-250-g"\nweight_g = 900\n[[step]]\nunbag = true\n'
        '[[step]]\nweigh = 500\n[[step]]\nbadge = "max"\n[[step]]\npin = "anna"\ntyped = "9999"\n'
        '[[step]]\nrefuse = "age_check"\nby = "max"\nwhy = "too_young"\n'
    )
    assert [step.action for step in made.steps] == [
        steps.Bag(name="butter-250-g", weight_g=900),
        steps.Unbag(name=""),
        steps.Weigh(weight_g=500),
        steps.Badge(who="max"),
        steps.Pin(who="anna", typed="9999"),
        steps.Decide(deed="refuse", kind="age_check", who="max", why="too_young"),
    ]
    assert (made.has_store, made.has_scales) == (True, True)


def test_a_lane_without_such_steps_has_neither_scales_nor_store() -> None:
    made = read('[[step]]\ntouch = "start"\n')
    assert (made.has_store, made.has_scales) == (False, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[step]]\nbadge = "anna"\n', "write [store]"),
        ('[store]\n[[step]]\nbadge = "ann"\n', "did you mean 'anna'?"),
        ('[store]\n[[step]]\napprove = "age_chek"\n', "did you mean 'age_check'?"),
        ('[store]\n[[step]]\napprove = "age_check"\nwhy = "too_young"\n', "is no reason to approve"),
        ('[store]\n[[step]]\npin = "anna"\ntyped = "12"\n', "a PIN is 4 to 8 digits"),
        ('[[step]]\nbag = "pack:buter-250-g"\n', "did you mean 'butter-250-g'?"),
        ("[[step]]\nweigh = -1\n", "whole number of grams"),
        ("[store]\nport = 1\n[[step]]\nweigh = 1\n", "store must be an empty table"),
        ("[[step]]\nexpect = { staff = 1 }\n", "must be a login in quotes"),
    ],
)
def test_a_mistake_is_told(text: str, said: str) -> None:
    with pytest.raises(ScenarioRefusedError, match=said.replace("[", r"\[").replace("?", r"\?")):
        read(text)


def test_what_waits_and_who_is_in_can_be_expected() -> None:
    asked = read('[[step]]\nexpect = { open = ["age_check"], staff = "anna" }\n').steps[0].action
    assert isinstance(asked, steps.Expect)
    right = LaneState(screen="staff", staff="anna", open=({"kind": "age_check"},))
    assert differences(asked, right) == []
    assert differences(asked, LaneState(screen="scanning")) == [
        "expected anna at the lane, there is nobody",
        "no intervention with kind age_check",
    ]
