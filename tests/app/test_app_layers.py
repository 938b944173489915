"""Settings from several layers: what counts, what is refused, what is tried and gone back from."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import cli, updates
from kiosk.app.exit_codes import FAILED, MISUSED, OK, RESTART
from kiosk.app.settings import SettingsError, keeper, layered, load, trial
from kiosk.app.settings.keeper import SettingsKeeper
from kiosk.app.settings.kept import FOLDER, TRIES_MAX, Kept
from kiosk.app.settings.loader import read_file
from kiosk.app.settings.trial import SettingsTrial
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, State
from kiosk.devices.health import Condition, Device
from kiosk.sync.settings import SettingsUnfitError
from retail.settings import devices
from retail.settings.layers import Chosen
from retail.wire.settings import SettingsLayer, Value

FILE = """\
[lane]
folder = "lane"
[shop]
name = "Lindenkorb"
catalogue = "goods.csv"
[terminal]
port = "/dev/ttyS0"
[printer]
port = "/dev/ttyS1"
[timers]
paid_s = 4
"""


def layer(name: str, version: int = 1, holder: str = "", **values: Value) -> SettingsLayer:
    named = {path.replace("__", "."): value for path, value in values.items()}
    return SettingsLayer(layer=name, holder=holder, version=version, values=named, made_at=1)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "kiosk.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def kept(tmp_path: Path, config: Path) -> Kept:
    found = Kept(tmp_path / "lane")
    found.note_file(config)
    return found


# --- what counts -------------------------------------------------------------------------------------------


def test_the_narrower_layer_counts_before_the_wider_and_each_before_the_file(config: Path) -> None:
    file = read_file(config)
    chain, region = layer("chain", timers__paid_s=5, timers__thanks_s=5), layer("region", timers__paid_s=6)
    store, lane = layer("store", timers__paid_s=7, shop__footer=["Bye"]), layer("lane", timers__paid_s=8)
    for layers, expected in (
        ([], 4.0), ([chain], 5.0), ([region, chain], 6.0), ([chain, store, region], 7.0),
        ([lane, store, chain], 8.0),
    ):  # fmt: skip
        assert layered.combine(file, layers).settings.timers.paid_s == expected
    loaded = layered.combine(file, [lane, store, chain])
    assert loaded.settings.timers.thanks_s == 5.0
    assert loaded.settings.shop.footer == ("Bye",)
    assert loaded.left_out == ()


def test_what_the_file_must_say_a_layer_may_say_instead(config: Path) -> None:
    config.write_text(FILE.replace('name = "Lindenkorb"\n', ""), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"\[shop\] name"):
        load(config)
    assert (
        layered.combine(read_file(config), [layer("chain", shop__name="Korb")]).settings.shop.name == "Korb"
    )


BAD: list[tuple[SettingsLayer, str]] = [
    (layer("chain", timers__paid_s=61), "timers.paid_s is 61"),
    (layer("store", timers__paid_s="soon"), "timers.paid_s is 'soon'"),
    (layer("lane", timers__paid_s=True), "timers.paid_s is true"),
    (layer("chain", lane__folder="/tmp"), "lane.folder is set in the lane's own file only"),
    (layer("chain", terminal__port="/dev/null"), "terminal.port is set in the lane's own file only"),
    (layer("chain", shop__secret="x"), "shop.secret is set in the lane's own file only"),
    (layer("chain", lane__name="9"), "lane.name is set for a lane"),
    (layer("store", shop__footer=["x"] * 9), "shop.footer has 9 entries"),
    (layer("store", shop__price_prefixes=["26"]), "[shop] price_prefixes"),
]


@pytest.mark.parametrize(("bad", "why"), BAD, ids=[why for _, why in BAD])
def test_a_bad_layer_is_refused_by_key_and_reason_and_never_keeps_a_lane_from_starting(
    config: Path, bad: SettingsLayer, why: str
) -> None:
    file, good = read_file(config), layer("region", timers__thanks_s=5)
    told = layered.mistakes(file, [good, bad])
    assert any(why in one or "prefix" in one for one in told), told
    loaded = layered.combine(file, [good, bad])  # as if it had got there all the same
    assert loaded.settings.timers.paid_s == 4.0
    assert loaded.settings.timers.thanks_s == 5.0
    assert loaded.left_out


def test_a_key_of_a_newer_service_is_left_out_and_the_rest_is_taken(config: Path) -> None:
    newer = layer("chain", future__thing=1, timers__paid_s=5)
    assert layered.mistakes(read_file(config), [newer]) == []
    loaded = layered.combine(read_file(config), [newer])
    assert loaded.settings.timers.paid_s == 5.0
    assert "future.thing is not a setting of this version" in loaded.left_out[0]


def test_a_wrong_value_in_a_narrow_layer_lets_the_wider_one_count(config: Path) -> None:
    layers = [layer("chain", timers__paid_s=5), layer("lane", timers__paid_s=500)]
    assert layered.combine(read_file(config), layers).settings.timers.paid_s == 5.0


def test_only_the_files_own_mistakes_stop_a_lane(config: Path, kept: Kept) -> None:
    kept.adopt([layer("chain", timers__paid_s=5)])
    config.write_text(FILE.replace("paid_s = 4", "paid_s = 400"), encoding="utf-8")
    assert load(config).timers.paid_s == 5.0  # what counts is right
    config.write_text(FILE + "[camera]\nfps = 4000\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="fps"):
        load(config)


def test_damaged_files_of_layers_are_as_good_as_none(config: Path, kept: Kept, tmp_path: Path) -> None:
    kept.adopt([layer("chain", timers__paid_s=5)])
    for name in ("good.json", "trial.json", "verdict.json"):
        (tmp_path / "lane" / FOLDER / name).write_bytes(b'{"layers": [\xff')
    assert load(config).timers.paid_s == 4.0
    assert kept.verdict() is None
    assert trial.begin(config) is not None


def test_drivers_and_schema_know_the_same_scales() -> None:
    from kiosk.payment.tcp_line import address
    from kiosk.scale.codec.protocols import PROTOCOLS
    from kiosk.scale.transport import FRAMES

    assert tuple(PROTOCOLS) == devices.SCALE_PROTOCOLS
    assert devices.SCALE_FRAMES == FRAMES
    for port in (
        "tcp://10.0.0.7:20007",
        "tcp://host:0",
        "tcp://host",
        "tcp://[::1]:1",
        "tcp://h:70000",
        "tcp://",
    ):
        assert (devices._known_port(port) == "") is (address(port) is not None), port


# --- secrets -----------------------------------------------------------------------------------------------


def test_a_secret_comes_from_a_credential_and_from_nowhere_else_at_once(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "credentials"
    folder.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    (folder / "terminal.password").write_text("654321\n", encoding="utf-8")
    (folder / "timers.paid_s").write_text("9", encoding="utf-8")  # no secret: not taken
    chosen = load(config)
    assert chosen.terminal.password == "654321"
    assert chosen.timers.paid_s == 4.0
    config.write_text(FILE.replace("[terminal]", '[terminal]\npassword = "111111"'), encoding="utf-8")
    with pytest.raises(SettingsError, match="take it out of the file") as refused:
        load(config)
    assert "654321" not in str(refused.value)


def test_a_credential_that_does_not_fit_is_refused_without_showing_it(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    for body in (b"not six digits", b"\xff\xfe", b"1" * 5_000):
        (tmp_path / "terminal.password").write_bytes(body)
        with pytest.raises(SettingsError) as refused:
            load(config)
        assert "not six digits" not in str(refused.value)
        assert "password" in str(refused.value)


# --- explain -----------------------------------------------------------------------------------------------


def test_explain_says_which_layer_counts_and_what_the_others_say(
    config: Path, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.adopt([layer("chain", 3, timers__paid_s=5), layer("store", 2, "1", timers__thanks_s=9)])
    kept.refuse([layer("chain", 4, timers__paid_s=99)], ["timers.paid_s is 99"])
    assert cli.main(["settings", "explain", "timers.paid_s", "--config", str(config)]) == OK
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("timers.paid_s: ")
    assert [" ".join(line.split()) for line in told[2:]] == [
        "default 2.0 s",
        "kiosk.toml 4 s",
        "chain 5 s (version 3) <- counts",
        "region -",
        "store - (version 2)",
        "lane -",
        "Newer settings were refused: timers.paid_s is 99",
    ]


def test_explain_shows_no_secret_and_names_the_near_key(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text(FILE.replace("[terminal]", '[terminal]\npassword = "654321"'), encoding="utf-8")
    assert cli.main(["settings", "explain", "terminal.password", "--config", str(config)]) == OK
    told = capsys.readouterr().out
    assert "654321" not in told
    assert "(not shown)" in told
    assert cli.main(["settings", "explain", "timers.payd_s", "--config", str(config)]) == MISUSED
    assert "did you mean timers.paid_s?" in capsys.readouterr().err


# --- trying ------------------------------------------------------------------------------------------------


def test_new_settings_count_from_the_next_start_and_are_given_up_after_their_starts(
    config: Path, kept: Kept
) -> None:
    kept.adopt([layer("chain", timers__paid_s=5)])
    kept.stage([layer("chain", 2, timers__paid_s=6)], ["terminal"])
    for _ in range(TRIES_MAX):
        start = trial.begin(config)
        assert start is not None
        assert start.trial is not None
        assert load(config).timers.paid_s == 6.0  # and the power is cut
    start = trial.begin(config)
    assert start is not None
    assert start.trial is None
    assert load(config).timers.paid_s == 5.0
    verdict = kept.verdict()
    assert verdict is not None
    assert verdict.state == "rolled_back"
    assert "2 starts ended before the lane was well" in verdict.reasons[0]


def test_a_start_that_ends_with_a_fault_gives_the_settings_up_at_once(config: Path, kept: Kept) -> None:
    for code in (FAILED, MISUSED):
        kept.stage([layer("chain", code + 1, timers__paid_s=6)], [])
        start = trial.begin(config)
        assert trial.ended(start, code) == RESTART  # also MISUSED, after which nobody would start it again
        assert load(config).timers.paid_s == 4.0
    assert trial.ended(trial.begin(config), FAILED) == FAILED  # nothing on trial: a fault is a fault
    assert trial.ended(trial.begin(config), OK) == OK


def test_a_full_disk_starts_the_lane_with_the_old_settings_and_not_for_ever_with_the_new(
    config: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.adopt([layer("chain", timers__paid_s=5)])
    kept.stage([layer("chain", 2, timers__paid_s=6)], [])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.update.durable.write", full)
    start = trial.begin(config)
    assert load(config).timers.paid_s == 5.0
    assert trial.ended(start, FAILED) == FAILED


def test_a_start_in_order_keeps_the_trial_for_the_next(config: Path, kept: Kept) -> None:
    kept.stage([layer("chain", timers__paid_s=6)], [])
    assert trial.ended(trial.begin(config), RESTART) == RESTART
    assert kept.trial() is not None


def snapshot(outage: str = "", transaction: Any = None, **conditions: Condition) -> Snapshot:
    told = {Device(name): DeviceState(condition=one) for name, one in conditions.items()}
    return Snapshot(sequence=1, state=State(devices=told, transaction=transaction), outage=outage)


READY, FAULT, UNKNOWN = Condition.READY, Condition.FAULT, Condition.UNKNOWN


def on_trial(kept: Kept, *well: str, within_s: float = 3600.0) -> tuple[SettingsTrial, list[str]]:
    kept.stage([layer("chain", 2, timers__paid_s=6)], well)
    found = kept.begin()
    assert found is not None
    ended: list[str] = []
    watching = SettingsTrial(kept, found, within_s=within_s)
    watching.begin(None, None, lambda: ended.append("quit"))  # type: ignore[arg-type]  # looks at neither
    return watching, ended


def test_settings_stay_once_a_picture_is_painted_and_every_device_that_was_well_is_well(kept: Kept) -> None:
    watching, ended = on_trial(kept, "terminal", "printer")
    watching.follow(snapshot(terminal=READY, printer=READY))
    assert kept.good() == ()  # nothing is painted yet
    watching.painted()
    assert [one.version for one in kept.good()] == [2]
    assert kept.trial() is None
    watching.end()
    assert ended == []


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (snapshot(terminal=FAULT, printer=READY), "the terminal is not well"),
        (snapshot(terminal=READY, printer=UNKNOWN), "the printer is not well"),
        (snapshot(terminal=READY), "the printer is not well"),
        (snapshot(outage="journal", terminal=READY, printer=READY), "out of service: journal"),
    ],
)
def test_a_lane_that_does_not_get_well_goes_back_and_says_why(
    kept: Kept, config: Path, picture: Snapshot, why: str
) -> None:
    watching, ended = on_trial(kept, "terminal", "printer")
    start = trial.Start(kept, kept.trial())
    watching.painted()
    watching.follow(picture)
    watching._too_late()
    watching.end()
    assert ended == ["quit"]
    verdict = kept.verdict()
    assert verdict is not None
    assert verdict.reasons == (why,)
    assert trial.ended(start, OK) == RESTART
    assert load(config).timers.paid_s == 4.0


def test_a_lane_that_goes_back_waits_for_its_shopper(kept: Kept) -> None:
    watching, ended = on_trial(kept, "terminal")
    watching.painted()
    watching.follow(snapshot(transaction=object(), terminal=FAULT))
    watching._too_late()
    assert ended == []
    watching.follow(snapshot(terminal=FAULT))
    watching.end()
    assert ended == ["quit"]


# --- taking ------------------------------------------------------------------------------------------------


class Moment:
    """A timer that fires when the test says so."""

    def __init__(self, _seconds: float, act: Callable[[], None]) -> None:
        self.act, self.is_on, self.daemon = act, False, False

    def start(self) -> None:
        self.is_on = True

    def cancel(self) -> None:
        self.is_on = False


class Lane:
    """A keeper with what the service sent, and nobody at the lane."""

    def __init__(self, folder: Path) -> None:
        self.sent: Sequence[SettingsLayer] | SettingsUnfitError = ()
        self.restarts = 0
        self.applied: list[dict[str, Any]] = []
        self.moments: list[Moment] = []
        self.keeper = SettingsKeeper(
            folder, rows=dict, read=self._read, restart=self._restart, apply=self._apply, later=self._later,
        )  # fmt: skip
        self.keeper.show(snapshot(terminal=READY, printer=FAULT))

    def _read(self, _rows: Mapping[str, bytes]) -> Sequence[SettingsLayer]:
        if isinstance(self.sent, SettingsUnfitError):
            raise self.sent
        return self.sent

    def _restart(self) -> None:
        self.restarts += 1

    def _apply(self, used: Mapping[str, Chosen]) -> None:
        self.applied.append({path: one.value for path, one in used.items()})

    def _later(self, seconds: float, act: Callable[[], None]) -> threading.Timer:
        self.moments.append(Moment(seconds, act))
        return self.moments[-1]  # type: ignore[return-value]

    def send(self, *layers: SettingsLayer) -> None:
        self.sent = layers
        self.keeper.look()

    def quiet_passes(self) -> None:
        for one in [each for each in self.moments if each.is_on]:
            one.is_on = False
            one.act()


@pytest.fixture
def lane(tmp_path: Path, kept: Kept) -> Lane:
    assert kept.file() is not None
    return Lane(tmp_path / "lane")


def test_settings_are_staged_when_nobody_is_there_and_the_lane_starts_anew(lane: Lane, kept: Kept) -> None:
    lane.send(layer("chain", timers__paid_s=6))
    assert lane.keeper.now().state == "waiting"
    assert kept.trial() is None
    lane.quiet_passes()
    staged = kept.trial()
    assert staged is not None
    assert staged.well == ("terminal",)  # the printer was not well before: it need not be after
    assert (lane.restarts, lane.keeper.now().state) == (1, "trial")


def test_settings_wait_for_the_shopper_to_leave(lane: Lane, kept: Kept) -> None:
    lane.keeper.show(snapshot(transaction=object()))
    lane.send(layer("chain", timers__paid_s=6))
    assert not any(one.is_on for one in lane.moments)
    lane.keeper.show(snapshot())
    assert [one.is_on for one in lane.moments] == [True]
    lane.keeper.show(snapshot(transaction=object()))  # somebody began in the last moment
    lane.quiet_passes()
    assert (lane.restarts, kept.trial()) == (0, None)


def test_what_is_refused_is_told_by_key_and_not_tried_again_until_it_changes(lane: Lane, kept: Kept) -> None:
    kept.adopt([layer("chain", 1, timers__paid_s=5)])
    lane.send(layer("chain", 2, timers__paid_s=99))
    now = lane.keeper.now()
    assert (now.state, now.layers, now.wanted) == ("refused", {"chain": 1}, {"chain": 2})
    assert now.reasons[0].startswith("timers.paid_s is 99")
    lane.quiet_passes()
    assert lane.restarts == 0
    assert load(kept.file() or Path()).timers.paid_s == 5.0
    lane.send(layer("chain", 3, timers__paid_s=6))
    lane.quiet_passes()
    assert lane.restarts == 1


def test_settings_gone_back_from_are_not_tried_again_as_they_are(lane: Lane, kept: Kept) -> None:
    kept.stage([layer("chain", 2, timers__paid_s=6)], [])
    kept.roll_back(["the terminal is not well"])
    lane.send(layer("chain", 2, timers__paid_s=6))
    lane.quiet_passes()
    assert (lane.restarts, lane.keeper.now().state) == (0, "rolled_back")
    lane.send(layer("chain", 3))
    assert lane.keeper.now().state in ("good", "waiting")


def test_what_needs_no_start_counts_at_once(lane: Lane, kept: Kept) -> None:
    lane.send(layer("chain", log__level="debug"))
    assert (lane.restarts, lane.applied) == (0, [{"log.level": "debug"}])
    assert [one.version for one in kept.good()] == [1]
    assert lane.keeper.now().state == "good"


def test_rows_that_do_not_hold_change_nothing_and_are_told(lane: Lane, kept: Kept) -> None:
    kept.adopt([layer("chain", 1, timers__paid_s=5)])
    lane.sent = SettingsUnfitError("the signature of the chain's settings does not hold")
    lane.keeper.look()
    now = lane.keeper.now()
    assert (now.state, now.layers) == ("refused", {"chain": 1})
    assert "signature" in now.reasons[0]
    lane.send(layer("chain", 1, timers__paid_s=5))
    assert lane.keeper.now().state == "good"


def test_quiet_is_nobody_there_by_the_rule_of_updates() -> None:
    assert keeper.is_quiet(snapshot())
    assert not keeper.is_quiet(snapshot(outage="journal"))
    assert not keeper.is_quiet(snapshot(transaction=object()))
    assert updates.is_nobody_there(State())
