"""`kiosk theme check`."""

from pathlib import Path

import pytest

from kiosk.app.cli import main
from kiosk.app.exit_codes import MISUSED, OK


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
