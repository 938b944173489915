"""`kiosk doctor --fix`: each repair is told before it is done, and none touches what holds sales."""

import os
import subprocess
from pathlib import Path

import pytest

from kiosk.app import settings
from kiosk.app.doctor import repair
from kiosk.app.doctor.repair import Machine, Repair, put_right, repairs
from kiosk.app.settings.schema import Settings
from simulators import settings as shop

NOBODY = 65534
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


class World:
    """A made-up machine."""

    def __init__(self, folder: Path) -> None:
        self.config = folder / "kiosk.toml"
        self.lane = folder / "var" / "lane"
        self.commands: list[list[str]] = []
        self.groups = {"dialout", "video"}
        shop.write(
            self.config,
            {
                "lane": {"folder": str(self.lane)},
                "shop": shop.shop_files(),
                "terminal": {"port": "/dev/kiosk/terminal"},
                "printer": {"port": "/dev/kiosk/printer"},
            },
        )
        self.config.chmod(0o640)
        for name in ("dev/kiosk/serial", "sys/class/tty", "locks"):
            (folder / name).mkdir(parents=True)
        self.machine = Machine(
            user="kiosk",
            groups=lambda user: self.groups,
            known_groups=lambda: {"dialout", "video"},
            dev=folder / "dev",
            sys=folder / "sys",
            locks=folder / "locks",
            rules=(folder / "60-kiosk.rules", folder / "61-kiosk-names.rules"),
            tool=self.commands.append,
        )

    def chosen(self) -> Settings:
        return settings.load(self.config)

    def whole(self) -> None:
        """Nothing is left to put right."""
        self.lane.mkdir(parents=True)
        (self.lane.parent / "door").mkdir()

    def wanted(self) -> list[str]:
        return [one.what for one in repairs(self.chosen(), self.config, self.machine)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_sound_machine_needs_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.whole()
    assert put_right(repairs(world.chosen(), world.config, world.machine), yes=True) == 0
    assert capsys.readouterr().out == "nothing to put right\n"


def test_missing_folders_are_made(world: World) -> None:
    assert world.wanted() == ["folders", "folders"]
    put_right(repairs(world.chosen(), world.config, world.machine), yes=True)
    assert world.lane.stat().st_mode & 0o777 == 0o750
    assert (world.lane.parent / "door").stat().st_mode & 0o777 == 0o755
    assert world.wanted() == []


def test_it_is_told_before_it_is_done_and_asked(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []

    def ask(question: str) -> str:
        told.append(capsys.readouterr().out)
        return "no"

    assert put_right(repairs(world.chosen(), world.config, world.machine), yes=False, ask=ask) == 1
    assert "will make" in told[0]
    assert not world.lane.exists()


def test_nobody_to_ask_is_a_no(world: World) -> None:
    def ask(_question: str) -> str:
        raise EOFError

    assert put_right(repairs(world.chosen(), world.config, world.machine), yes=False, ask=ask) == 1
    assert not world.lane.exists()


@is_root
def test_what_root_left_in_the_lanes_folder_is_given_back_and_stays_as_it_is(world: World) -> None:
    world.whole()
    machine = Machine(
        **{name: getattr(world.machine, name) for name in ("groups", "known_groups", "dev", "sys", "locks")},
        rules=world.machine.rules,
        tool=world.machine.tool,
        uid=NOBODY,
        gid=NOBODY,
    )
    os.chown(world.config, NOBODY, NOBODY)
    journal, elsewhere = world.lane / "journal.db", world.lane.parents[1] / "elsewhere"
    journal.write_bytes(b"sales")
    elsewhere.touch()
    (world.lane / "link").symlink_to(elsewhere)
    found = list(repairs(world.chosen(), world.config, machine))
    assert [one.what for one in found] == ["ownership", "ownership"]
    assert put_right(iter(found), yes=True) == 0
    assert journal.stat().st_uid == NOBODY
    assert journal.read_bytes() == b"sales"
    assert (world.lane / "link").lstat().st_uid == NOBODY
    assert elsewhere.stat().st_uid == 0, "a link was followed"
    assert list(repairs(world.chosen(), world.config, machine)) == []


def test_settings_that_everybody_reads_are_closed(world: World) -> None:
    world.whole()
    world.config.chmod(0o644)
    assert world.wanted() == ["settings"]
    put_right(repairs(world.chosen(), world.config, world.machine), yes=True)
    assert world.config.stat().st_mode & 0o777 == 0o640
    assert world.wanted() == []


def test_settings_that_cannot_be_read_do_not_hide_the_rest(world: World) -> None:
    world.groups = {"dialout"}
    assert [one.what for one in repairs(None, world.config, world.machine)] == ["groups"]


def test_the_lane_is_taken_into_the_groups_of_its_devices(world: World) -> None:
    world.whole()
    world.groups = {"dialout"}
    put_right(repairs(world.chosen(), world.config, world.machine), yes=True)
    assert world.commands == [["usermod", "--append", "--groups", "video", "kiosk"]]


def test_a_camera_without_its_name_is_given_it(world: World) -> None:
    world.whole()
    world.machine.rules[0].touch()
    (world.machine.sys / "class" / "video4linux" / "video0").mkdir(parents=True)
    (world.machine.dev / "video0").touch()
    assert world.wanted() == ["links"]
    (world.machine.dev / "kiosk" / "camera").symlink_to("../video0")
    assert world.wanted() == []


def test_names_that_udev_has_not_made_are_made(world: World) -> None:
    world.whole()
    (world.machine.sys / "class" / "tty" / "ttyUSB0").mkdir()
    assert world.wanted() == [], "without our rules there are no names to make"
    world.machine.rules[0].touch()
    assert world.wanted() == ["links"]
    (world.machine.dev / "ttyUSB0").touch()
    (world.machine.dev / "kiosk" / "serial" / "socket").symlink_to("../../ttyUSB0")
    assert world.wanted() == []
    world.machine.rules[1].write_text('..., SYMLINK+="kiosk/terminal"\n')
    assert world.wanted() == ["links"]
    put_right(repairs(world.chosen(), world.config, world.machine), yes=True)
    assert [command[:2] for command in world.commands] == [
        ["udevadm", "control"],
        ["udevadm", "trigger"],
        ["udevadm", "settle"],
    ]


@pytest.fixture
def gone() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_only_locks_of_the_dead_are_removed(world: World, gone: int) -> None:
    world.whole()
    contents = {
        "LCK..ttyUSB0": f"{gone:10d}\n",
        "LCK..ttyUSB1": f"{os.getpid():10d}\n",
        "LCK..ttyUSB2": "no number",
        "LCK..ttyUSB3": "",
        "other": f"{gone}",
    }
    for name, text in contents.items():
        (world.machine.locks / name).write_text(text)
    (world.machine.locks / "LCK..link").symlink_to("LCK..ttyUSB0")
    assert world.wanted() == ["locks"]
    put_right(repairs(world.chosen(), world.config, world.machine), yes=True)
    left = {path.name for path in world.machine.locks.iterdir()}
    assert left == {*contents, "LCK..link"} - {"LCK..ttyUSB0"}


def test_a_repair_that_fails_is_told_and_the_next_one_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []

    def fail() -> None:
        raise PermissionError(13, "Permission denied")

    found = iter([Repair("one", "do this", fail), Repair("two", "do that", lambda: done.append("two"))])
    assert put_right(found, yes=True) == 1
    assert done == ["two"]
    assert "FAIL  one" in capsys.readouterr().out


def test_without_the_packages_user_there_is_nothing_to_put_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repair, "USER", "nobody-of-this-name")
    assert repair.this_machine() is None
