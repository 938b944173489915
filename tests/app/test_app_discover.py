"""Serial lines and cameras of a made-up machine are found, with names that stay; names of ours are given."""

from pathlib import Path

import pytest

from kiosk.app.doctor import discover
from kiosk.app.doctor.discover import Places, found, socket_of, with_name

SOCKET = "pci-0000:00:14.0-usb-0:3:1.0"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A machine with a terminal on USB, a wired COM1, a COM2 without hardware, and one camera."""
    dev, sys = tmp_path / "dev", tmp_path / "sys"
    usb = sys / "devices" / "usb1" / "1-3"
    for folder in (usb / "1-3:1.0" / "ttyUSB0", dev / "kiosk" / "serial", dev / "serial" / "by-id"):
        folder.mkdir(parents=True)
    told = {"idVendor": "0b00", "idProduct": "0080", "manufacturer": "Ingenico", "product": "Desk 3500"}
    for name, text in told.items():
        (usb / name).write_text(f"{text}\n")
    for name, kind in (("ttyS0", "4"), ("ttyS1", "0"), ("tty0", "0")):
        (sys / "class" / "tty" / name).mkdir(parents=True)
        (sys / "class" / "tty" / name / "type").write_text(f"{kind}\n")
        if name != "tty0":
            (sys / "class" / "tty" / name / "device").mkdir()
        (dev / name).touch()
    (sys / "class" / "tty" / "ttyUSB0").mkdir()
    (sys / "class" / "tty" / "ttyUSB0" / "device").symlink_to(usb / "1-3:1.0" / "ttyUSB0")
    (dev / "ttyUSB0").touch()
    (dev / "kiosk" / "serial" / SOCKET).symlink_to("../../ttyUSB0")
    (dev / "serial" / "by-id" / "usb-Ingenico-if00").symlink_to("../../ttyUSB0")
    for number, index in ((0, "0"), (1, "1")):
        camera = sys / "class" / "video4linux" / f"video{number}"
        camera.mkdir(parents=True)
        (camera / "index").write_text(f"{index}\n")
        (camera / "name").write_text("HD Pro Webcam\n")
        (dev / f"video{number}").touch()
    return Places(dev=dev, sys=sys)


def test_each_device_is_listed_once_with_what_to_write(places: Places) -> None:
    serial, wired, camera = sorted(
        found(places), key=lambda one: (one.kind == "camera", one.path.name == "ttyS0")
    )
    assert serial.setting == str(places.dev / "kiosk" / "serial" / SOCKET)
    assert serial.says == "Ingenico Desk 3500 (0b00:0080)"
    assert [name.name for name in serial.names] == [SOCKET, "usb-Ingenico-if00"]
    assert "also" in serial.line()
    assert (wired.path.name, wired.setting) == ("ttyS0", str(places.dev / "ttyS0"))
    assert (camera.setting, camera.says) == ("v4l2:0", "HD Pro Webcam")


def test_a_machine_without_devices_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert discover.main(Places(dev=tmp_path, sys=tmp_path), tmp_path / "rules", None) == 1
    assert "no serial lines" in capsys.readouterr().err


def test_a_name_belongs_to_the_socket_and_is_given_once(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "udev" / "61-kiosk-names.rules"
    line = places.dev / "ttyUSB0"
    assert discover.main(places, rules, f"terminal={line}") == 0
    assert discover.main(places, rules, f"scale={line}") == 0
    assert discover.main(places, rules, f"terminal={line}") == 0
    assert rules.read_text().splitlines() == [
        f'SUBSYSTEM=="tty", SUBSYSTEMS=="usb", ENV{{ID_PATH}}=="{SOCKET}", SYMLINK+="kiosk/{role}", '
        'OPTIONS+="link_priority=10"'
        for role in ("scale", "terminal")
    ]
    assert "kiosk doctor --fix" in capsys.readouterr().out


def test_a_camera_is_told_by_the_name_that_stays_and_can_be_given_ours(
    places: Places, tmp_path: Path
) -> None:
    rules = tmp_path / "61-kiosk-names.rules"
    paths = places.dev / "v4l" / "by-path"
    paths.mkdir(parents=True)
    (paths / f"{SOCKET}-video-index0").symlink_to("../../video0")
    (camera,) = (one for one in found(places) if one.kind == "camera")
    assert camera.setting == f"v4l2:{paths}/{SOCKET}-video-index0"
    assert discover.main(places, rules, f"camera={places.dev / 'video0'}") == 0
    assert rules.read_text() == (
        f'SUBSYSTEM=="video4linux", ATTR{{index}}=="0", ENV{{ID_PATH}}=="{SOCKET}", SYMLINK+="kiosk/camera", '
        'OPTIONS+="link_priority=10"\n'
    )
    (places.dev / "kiosk" / "camera").symlink_to("../video0")
    (camera,) = (one for one in found(places) if one.kind == "camera")
    assert camera.setting == f"v4l2:{places.dev}/kiosk/camera"
    assert camera.line().count("kiosk/camera") == 1


@pytest.mark.parametrize("named", ["terminal", "=x", "fridge=/dev/ttyUSB0", "terminal="])
def test_a_name_nobody_knows_is_refused(
    places: Places, tmp_path: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert discover.main(places, tmp_path / "rules", named) == 2
    assert not (tmp_path / "rules").exists()
    assert "ROLE=PATH" in capsys.readouterr().err


def test_a_line_in_no_socket_gets_no_name(places: Places, tmp_path: Path) -> None:
    assert socket_of(places.dev / "ttyS0", places) is None
    assert discover.main(places, tmp_path / "rules", f"terminal={places.dev / 'ttyS0'}") == 1


def test_a_socket_cannot_smuggle_a_rule(places: Places) -> None:
    (places.dev / "kiosk" / "serial" / SOCKET).unlink()
    (places.dev / "kiosk" / "serial" / 'x", RUN+="y').symlink_to("../../ttyUSB0")
    assert socket_of(places.dev / "ttyUSB0", places) is None


def test_what_others_wrote_stays(places: Places) -> None:
    assert with_name("# mine\n", "scale", SOCKET).startswith("# mine\n")
