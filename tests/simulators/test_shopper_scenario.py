"""The scenario file: what is understood, and that every mistake is named at once with its place."""

from pathlib import Path

import pytest

from kiosk.ui.screens import Screen
from simulators.shopper import scenario
from simulators.shopper.scenario import ScenarioRefusedError
from simulators.shopper.steps import Card, Expect, Key, Printer, Restart, Show, Touch, Wait

WHOLE = """
title = "Six apples"

[shop]
catalogue = "goods.csv"
language = "de"
columns = 42
size = "1920x1080"

[[step]]
show = "apple.png"
for_s = 3

[[step]]
touch = "pay"

[[step]]
key = "12\\n"

[[step]]
card = "wrong_amount"

[[step]]
printer = "paper_end"

[[step]]
wait = "paid"
timeout_s = 120

[[step]]
restart = true

[[step]]
expect = { screen = "scanning", lines = ["9521000001015", { gtin = "400638", quantity = 2 }], paid = false }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "apple.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "goods.csv").write_text("gtin\n")
    return tmp_path


def mistakes(text: str, folder: Path) -> list[str]:
    with pytest.raises(ScenarioRefusedError) as refused:
        scenario.parse(text, folder=folder)
    return refused.value.mistakes


def test_a_whole_scenario_is_read_in_order(folder: Path) -> None:
    read = scenario.parse(WHOLE, folder=folder)
    assert [step.number for step in read.steps] == list(range(1, 9))
    assert [step.action for step in read.steps] == [
        Show(picture=folder / "apple.png", for_s=3.0),
        Touch(control="pay"),
        Key(controls=("key1", "key2", "keyOk")),
        Card(what="wrong_amount"),
        Printer(what="paper_end"),
        Wait(screen="paid", timeout_s=120.0),
        Restart(),
        Expect(
            screen="scanning",
            lines=({"gtin": "9521000001015"}, {"gtin": "400638", "quantity": 2}),
            paid=False,
        ),
    ]
    assert (read.title, read.catalogue, read.language) == ("Six apples", folder / "goods.csv", "de")
    assert (read.columns, read.width, read.height) == (42, 1920, 1080)


@pytest.mark.parametrize(
    "steps",
    [
        '[[step]]\ntouch = "start"\n[[step]]\nrestart = true',
        '[[steps]]\ntouch = "start"\n[[steps]]\nrestart = true',
        'steps = [ { touch = "start" }, { restart = true } ]',
        'step = [ { touch = "start" }, { restart = true } ]',
    ],
)
def test_steps_may_be_written_in_every_toml_way(steps: str, tmp_path: Path) -> None:
    read = scenario.parse(steps, folder=tmp_path)
    assert [step.action for step in read.steps] == [Touch(control="start"), Restart()]


def test_pictures_may_be_absolute_or_beside_the_scenario(folder: Path, tmp_path: Path) -> None:
    path = folder / "apple.png"
    (tmp_path / "sub").mkdir()
    read = scenario.parse(f"[[step]]\nshow = '{path}'", folder=tmp_path / "sub")
    assert read.steps[0].action == Show(picture=path)


def test_a_file_is_read_with_its_folder_and_name(folder: Path) -> None:
    (folder / "trip.toml").write_text('[[step]]\nshow = "apple.png"\n')
    read = scenario.read(folder / "trip.toml")
    assert read.title == "trip"
    assert read.steps[0].action == Show(picture=folder / "apple.png")


def test_all_mistakes_are_reported_at_once_with_their_steps(folder: Path) -> None:
    text = """
    [shop]
    catalog = "goods.csv"
    [[step]]
    shwo = "apple.png"
    [[step]]
    show = "missing.jpg"
    [[step]]
    wait = "scaning"
    [[step]]
    touch = "pay"
    card = "approve"
    [[step]]
    expect = { total = 5 }
    """
    found = mistakes(text, folder)
    assert found[0].startswith("[shop] unknown key 'catalog'; did you mean 'catalogue'?")
    assert "step 1: unknown key 'shwo'; did you mean 'show'?" in found
    assert f"step 2: show: there is no picture {folder / 'missing.jpg'}" in found
    assert "step 3: wait = 'scaning' is not known; did you mean 'scanning'?" in found
    assert any(m.startswith("step 4: needs exactly one action") and "touch and card" in m for m in found)
    assert "step 5: expect: unknown key 'total'; did you mean 'total_minor'?" in found


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        ('card = "aprove"', "step 1: card = 'aprove' is not known; did you mean 'approve'?"),
        ('printer = "jam"', "is not known; known are: paper_end, paper_end_mid, cover_open, ready"),
        ("restart = false", "restart can only be true"),
        ('show = "apple.png"\nfor_s = -1', "for_s = -1 must be a number of seconds above 0"),
        ('show = "apple.png"\nfor_s = true', "for_s = True must be a number"),
        ('card = "approve"\nfor_s = 2', "for_s belongs to show, not to card"),
        ('key = "1x"', "the keypad has no 'x', only digits"),
        ("touch = 5", "touch = 5 must be a text in quotes"),
        ("expect = {}", "expect must be a table with at least one of"),
        ("expect = { total_minor = 1.5 }", "must be a whole number of minor units"),
        ("expect = { paid = 1 }", "must be true or false"),
        ("expect = { lines = -1 }", "must be a number of lines"),
        ("expect = { lines = [7] }", "must be a gtin in quotes or a table"),
        ('expect = { screen = "home" }', "screen = 'home' is not known"),
    ],
)
def test_a_wrong_step_is_refused_with_its_reason(step: str, reason: str, folder: Path) -> None:
    found = mistakes(f"[[step]]\n{step}\n", folder)
    assert len(found) == 1
    assert reason in found[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no steps"),
        ("step = 5", "steps must be tables"),
        ("= nonsense", "not readable as TOML"),
        ('[[step]]\ntouch = "a"\n[[steps]]\ntouch = "b"', "not both"),
        ('[shop]\nsize = "big"\n[[step]]\ntouch = "a"', 'must look like "1080x1920"'),
        ('[shop]\ncolumns = 40\n[[step]]\ntouch = "a"', "must be one of 48, 42, 32"),
        ('[shop]\ncatalogue = "none.csv"\n[[step]]\ntouch = "a"', "there is no file"),
        ("shop = 1\n[[step]]\ntouch = 'a'", "shop must be a table"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(text: str, reason: str, tmp_path: Path) -> None:
    assert any(reason in mistake for mistake in mistakes(text, tmp_path))


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioRefusedError, match="cannot be read"):
        scenario.read(tmp_path / "none.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScenarioRefusedError, match="not UTF-8"):
        scenario.read(tmp_path / "binary.toml")


def test_the_number_of_steps_is_limited(tmp_path: Path) -> None:
    text = '[[step]]\ntouch = "pay"\n' * (scenario.STEPS_MAX + 1)
    assert any(f"at most {scenario.STEPS_MAX}" in mistake for mistake in mistakes(text, tmp_path))


def test_every_screen_of_the_lane_can_be_waited_for() -> None:
    assert set(scenario.SCREENS) == {one.value for one in Screen}
