"""`kiosk scan`: pictures, folders, cameras by the real decoder process; hostile texts are only shown."""

import json
import subprocess
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.app import cli
from kiosk.app.scan import TEXT_SHOWN_MAX, _lines, shown

EAN = "4006381333931"


def picture(path: Path, text: str, kind: zxingcpp.BarcodeFormat = zxingcpp.BarcodeFormat.EAN13) -> Path:
    code = np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=3), np.uint8)
    frame = np.full((480, 640), 150, np.uint8)
    frame[100 : 100 + code.shape[0], 100 : 100 + code.shape[1]] = code
    cv2.imwrite(str(path), frame)
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_folder_says_for_each_picture_what_how_and_how_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture(tmp_path / "a.png", EAN)
    picture(tmp_path / "b.png", "hello", zxingcpp.BarcodeFormat.QRCode)
    cv2.imwrite(str(tmp_path / "c.png"), np.full((100, 100), 90, np.uint8))
    (tmp_path / "notes.txt").write_text("no picture")
    assert cli.main(["scan", str(tmp_path), "--json"]) == 0
    a, b, c = lines(capsys)
    assert (a["picture"], a["text"], a["symbology"], a["counts"]) == ("a.png", EAN, "EAN-13", True)
    assert len(a["how"]) >= 2  # type: ignore[arg-type]
    assert (b["text"], b["how"]) == ("hello", ["zxing"])
    assert (c["text"], c["problem"]) == ("", "")
    assert all(line["ms"] > 0 for line in (a, b, c))  # type: ignore[operator]


def test_a_damaged_picture_costs_its_line_and_the_exit_code_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n damaged")
    picture(tmp_path / "b.png", EAN)
    assert cli.main(["scan", str(tmp_path), "--json"]) == 1
    a, b = lines(capsys)
    assert "damaged" in str(a["problem"])
    assert b["text"] == EAN


def test_a_camera_tells_each_code_with_the_frames_that_agreed(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", EAN)
    line = next(found := _lines(f"picture:{path}", (1280, 720), 120.0, 60.0))
    found.close()  # type: ignore[attr-defined]  # as an interrupt does
    assert (line.text, line.counts, line.problem) == (EAN, True, "")
    assert all("@" in engine for engine in line.how)
    assert not [one for one in threading.enumerate() if one.name.startswith("camera-")]


@pytest.mark.parametrize("arguments", [["usb:3"], ["a.png", "--frame", "huge"], ["a.png", "--frame", "9x9"]])
def test_what_cannot_be_understood_is_a_wrong_command_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["scan", *arguments]) == 2
    assert "kiosk scan:" in capsys.readouterr().err


HOSTILE = (
    "\x1b]0;owned\x07\x1b[2J",
    "'; rm -rf / #$(touch owned)`touch owned`",
    "<script>alert(1)</script>",
    "https://127.0.0.1:9/owned",
    "a\r\nb\x00c\u202e\u2028",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_text_on_one_line(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(text).isprintable()
    path = picture(tmp_path / "a.png", text, zxingcpp.BarcodeFormat.QRCode)
    begun: list[object] = []
    real = subprocess.Popen

    class Watched(real):  # type: ignore[misc, valid-type]
        def __init__(self, command: list[str], **named: object) -> None:
            begun.append(command)
            super().__init__(command, **named)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["scan", str(path)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("picture")
    assert len(rows) == 1
    assert all(row.isprintable() for row in rows)
    assert len(begun) == 1  # the decoder, and nothing that a code names
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]


def test_an_endless_text_is_cut_where_it_is_shown() -> None:
    assert len(shown("\x00" * 10_000)) == TEXT_SHOWN_MAX
