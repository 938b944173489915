"""`kiosk theme check`, and the theme and comfort a lane begins with."""

from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.exit_codes import MISUSED, OK, RefusedError
from kiosk.app.looks import comfort_of, theme_of
from kiosk.app.settings.loader import read_file, settings_of
from kiosk.app.settings.schema import Settings, declared
from kiosk.ui.comfort import TEXT_PERCENTS, VOLUMES, Comfort, Mode
from retail.theme.tokens import MODES


def test_a_theme_that_can_be_read_is_told_with_its_weakest_pairs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "corner.toml"
    file.write_text('[theme]\nname = "Corner"\n')
    assert main(["theme", "check", str(file)]) == OK
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("Corner: every text can be read\n  light: ")
    assert [line.split(":")[0].strip() for line in said.out.splitlines()[1:]] == [
        "light",
        "dark",
        "high_contrast",
    ]


def test_a_theme_that_cannot_be_read_is_refused_with_key_and_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pale.toml"
    file.write_text('[high_contrast]\ninkSoft = "#767676"\n')
    assert main(["theme", "check", str(file)]) == MISUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        "high_contrast.inkSoft on high_contrast.card: #767676 on #ffffff has a contrast of 4.54, 7 is"
        in said.err
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["theme", "check", str(tmp_path / "none.toml")]) == MISUSED
    assert "none.toml: No such file" in capsys.readouterr().err


def lane_with(tmp_path: Path, keys: str, theme: str = "", more: str = "") -> Settings:
    (tmp_path / "corner.toml").write_text(theme, encoding="utf-8")
    base = (Path(__file__).parents[2] / "assets" / "demo" / "kiosk.toml").read_text(encoding="utf-8")
    file = tmp_path / "kiosk.toml"
    file.write_text(base.replace("[screen]\n", f"{more}[screen]\n{keys}"), encoding="utf-8")
    return settings_of(read_file(file))


def test_a_lane_takes_the_theme_and_the_comfort_of_its_settings(tmp_path: Path) -> None:
    keys = 'theme = "corner.toml"\n'
    comfort = '[comfort]\nmode = "dark"\ntext_percent = 150\nstill = true\n'
    chosen = lane_with(tmp_path, keys, '[theme]\nname = "Corner"\n[dark]\nprimary = "#9bd3ff"\n', comfort)
    assert theme_of(chosen).dark["primary"] == "#9bd3ff"
    assert comfort_of(chosen) == Comfort(mode=Mode.DARK, text_percent=150, still=True)


def test_a_lane_refuses_a_theme_nobody_could_read_and_names_the_figure(tmp_path: Path) -> None:
    chosen = lane_with(tmp_path, 'theme = "corner.toml"\n', '[light]\nink = "#cccccc"\n')
    with pytest.raises(
        RefusedError, match=r"corner\.toml.*\n.*light\.ink on light\.ground: #cccccc"
    ) as refused:
        theme_of(chosen)
    assert refused.value.exit_code == MISUSED


def test_a_lane_names_a_theme_that_is_not_there(tmp_path: Path) -> None:
    chosen = lane_with(tmp_path, 'theme = "nowhere.toml"\n')
    with pytest.raises(RefusedError, match=r"nowhere\.toml cannot be read: No such file"):
        theme_of(chosen)


def test_the_settings_offer_what_the_screens_are_drawn_for() -> None:
    keys = declared("comfort")
    assert keys["mode"].key.choices == MODES
    assert keys["text_percent"].key.choices == TEXT_PERCENTS
    assert keys["volume"].key.choices == VOLUMES
    assert set(keys) == set(Comfort.__struct_fields__) - {"curtain"}
