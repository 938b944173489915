"""The shop's secret: given, or made once and kept; every use has a key of its own."""

import stat
from pathlib import Path

from kiosk.app.secret import FILE, SIZE, secret_of


def test_a_given_secret_is_the_same_on_every_lane(tmp_path: Path) -> None:
    one, other = (secret_of("a long sentence", tmp_path / lane) for lane in ("1", "2"))
    assert one.key_for("members") == other.key_for("members")
    assert one.key_for("members") != one.key_for("next visit")
    assert not (tmp_path / "1").exists()


def test_a_lane_makes_its_own_once_and_keeps_it_to_itself(tmp_path: Path) -> None:
    made = secret_of("", tmp_path / "lane")
    kept = tmp_path / "lane" / FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert len(kept.read_bytes()) == SIZE
    assert secret_of("", tmp_path / "lane").key_for("x") == made.key_for("x")
    assert secret_of("", tmp_path / "other").key_for("x") != made.key_for("x")


def test_a_file_cut_short_by_a_crash_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"half")
    made = secret_of("", tmp_path)
    assert secret_of("", tmp_path).key_for("x") == made.key_for("x")


def test_it_is_never_shown(tmp_path: Path) -> None:
    assert "sentence" not in repr(secret_of("a long sentence", tmp_path))
