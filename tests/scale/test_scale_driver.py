"""The driver against the simulated scale: what the lane hears, and that every request is answered."""

import itertools
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from scale_line import eventually

from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scale import (
    LoadMessage,
    Moving,
    NoWeight,
    NoWeightReason,
    Overload,
    ScaleMessage,
    Settled,
    Silent,
    UnderZero,
    WeightTaken,
    ZeroAnswer,
)
from kiosk.scale import driver as driver_module
from kiosk.scale.driver import SerialScale
from kiosk.scale.profile import EXACT, ScaleProfile
from kiosk.scale.requests import REQUESTS_MAX
from kiosk.scale.settler import SettleRules
from kiosk.scale.transport import LineLostError
from kiosk.scale.weighing import WeighRules
from simulators.control import ControlClient, ControlError

ROOT = Path(__file__).resolve().parents[2]
BAGS = Device.BAGGING_SCALE
QUICK = SettleRules(settle_s=0.05)
SHORT_S = 0.3
"""After which a fault is told here; so short that a busy machine may tell one where there is none."""
PROTOCOLS = ("mt-sics", "toledo-8217")


class Ear:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.messages: list[ScaleMessage] = []

    def said(self, message: ScaleMessage) -> None:
        self.messages.append(message)

    @property
    def health(self) -> list[str]:
        return [one.code for one in self.messages if isinstance(one, Health)]

    @property
    def settled(self) -> list[int]:
        return [one.weight_g for one in self.messages if isinstance(one, Settled)]

    @property
    def loads(self) -> list[ScaleMessage]:
        return [one for one in self.messages if isinstance(one, LoadMessage)]

    def heard(self, *kinds: type[object]) -> list[ScaleMessage]:
        return [one for one in self.messages if isinstance(one, kinds)]


class Bench:
    """A simulated scale and drivers for it."""

    def __init__(self, folder: Path, protocol: str) -> None:
        self.link, self._control, self.protocol = folder / "scale", folder / "s.ctl", protocol
        command = [sys.executable, "-m", "simulators.scale", "--protocol", protocol]
        command += ["--link", str(self.link), "--control", str(self._control), "--settle-s", "0.1"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        eventually(lambda: self.link.exists() and self._control.exists(), "the simulated scale")
        self.control = ControlClient(self._control)
        self.started: list[SerialScale] = []

    def scale(self, device: Device = BAGS, **more: object) -> tuple[SerialScale, Ear]:
        chosen = {"poll_s": 0.01, "answer_s": 0.2, "settling": QUICK, "protocol": self.protocol, **more}
        profile = ScaleProfile(device=device, port=str(self.link), **chosen)  # type: ignore[arg-type]
        scale, ear = SerialScale(profile), Ear()
        self.started.append(scale)
        scale.start(ear)
        return scale, ear

    def close(self) -> None:
        self.rest()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(15) == 0
        assert not self.link.is_symlink()

    def rest(self) -> None:
        """No drivers, nothing on the scale, nothing wrong with it."""
        while self.started:
            scale = self.started.pop()
            scale.stop()
            scale.stop()  # safe twice
        for deed, more in (("replug", {}), ("clear", {}), ("fault", {"what": "none"})):
            self.control.do(deed, **more)


@pytest.fixture(scope="module", params=PROTOCOLS)
def process(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("scale"), request.param)
    yield made
    made.close()


@pytest.fixture
def bench(process: Bench) -> Iterator[Bench]:
    yield process
    process.rest()
    names = {device.value for device in (Device.SCALE, BAGS)}
    assert not [thread for thread in threading.enumerate() if thread.name in names]


def test_goods_that_come_and_go_are_told_as_resting_weights(bench: Bench) -> None:
    _, ear = bench.scale()
    eventually(lambda: ear.settled == [0], "empty")
    bench.control.do("put", name="milk", grams=1_030)
    eventually(lambda: ear.settled == [0, 1_030], "the milk")
    bench.control.do("put", name="bread", grams=507)
    eventually(lambda: ear.settled == [0, 1_030, 1_537], "the bread")
    bench.control.do("take", name="milk")
    eventually(lambda: ear.settled == [0, 1_030, 1_537, 507], "without the milk")
    assert ear.health == [""]
    told = [type(one) for one in ear.messages if not isinstance(one, Health)]
    assert told == [Moving, Settled] * 4


FAULTS: list[tuple[str, type[object], str]] = [
    ("unstable", Moving, "unstable"),
    ("negative", UnderZero, "under_zero"),
    ("overload", Overload, ""),
    ("pounds", Silent, "wrong_unit"),
    ("silent", Silent, "no_answer"),
    ("noise", Silent, "garbled"),
    ("busy", Silent, "not_ready"),
]


@pytest.mark.parametrize(("fault", "load", "code"), FAULTS)
def test_every_fault_is_told_by_its_name_and_its_end_too(
    bench: Bench, fault: str, load: type[object], code: str
) -> None:
    _, ear = bench.scale(unstable_s=SHORT_S)
    eventually(lambda: ear.settled[-1:] == [0] and ear.health[-1:] == [""], "empty")
    bench.control.do("fault", what=fault)
    eventually(lambda: isinstance(ear.loads[-1], load), "what lies there")
    if code:
        eventually(lambda: ear.health[-1] == code, "the fault")
        told = ear.heard(Health)[-1]
        assert isinstance(told, Health)
        assert (told.condition, told.device) == (Condition.FAULT, BAGS)
        assert told.detail.endswith((".", "?"))
    bench.control.do("fault", what="none")
    eventually(lambda: ear.loads[-1] == Settled(device=BAGS, weight_g=0), "what lies there is known again")
    eventually(lambda: ear.health[-1] == "", "well again")


def test_a_pulled_cable_is_told_and_a_plugged_one_used_again(bench: Bench) -> None:
    _, ear = bench.scale()
    eventually(lambda: ear.settled == [0], "empty")
    bench.control.do("unplug")
    eventually(lambda: ear.health == ["", "unplugged"], "the fault")
    assert isinstance(ear.messages[-2], Silent)
    bench.control.do("put", name="milk", grams=1_030)
    bench.control.do("replug")
    eventually(lambda: ear.settled == [0, 1_030], "the weight that came meanwhile")
    assert ear.health == ["", "unplugged", ""]


def test_goods_are_weighed_for_a_sale_without_their_tare(bench: Bench) -> None:
    scale, ear = bench.scale(Device.SCALE, settling=EXACT, weighing=WeighRules(step_g=5))
    eventually(lambda: ear.settled == [0], "empty")
    scale.ask_weight("a", tare_g=12)
    bench.control.do("put", name="bananas", grams=735)
    eventually(lambda: bool(ear.heard(WeightTaken)), "the weight")
    assert ear.heard(WeightTaken) == [WeightTaken(ask_id="a", net_g=720, tare_g=15, gross_g=735)]
    scale.ask_weight("b")
    scale.cancel("b")
    eventually(lambda: bool(ear.heard(NoWeight)), "the end")
    assert ear.heard(NoWeight) == [NoWeight(ask_id="b", reason=NoWeightReason.CANCELLED)]


def test_nothing_to_weigh_is_told_when_the_time_is_over(bench: Bench) -> None:
    scale, ear = bench.scale(weighing=WeighRules(wait_s=0.1))
    eventually(lambda: ear.settled == [0], "empty")
    scale.ask_weight("a")
    eventually(lambda: bool(ear.heard(NoWeight)), "the end")
    assert ear.heard(NoWeight) == [NoWeight(ask_id="a", reason=NoWeightReason.EMPTY)]


def test_a_scale_set_to_zero_with_something_on_it_is_set_right_again(bench: Bench) -> None:
    scale, ear = bench.scale(unstable_s=SHORT_S)
    eventually(lambda: ear.settled[-1:] == [0], "empty")
    bench.control.do("fault", what="negative")
    eventually(lambda: ear.health[-1] == "under_zero", "the fault")
    scale.zero()
    eventually(lambda: bool(ear.heard(ZeroAnswer)), "the answer")
    assert ear.heard(ZeroAnswer) == [ZeroAnswer(device=BAGS, succeeded=True)]
    eventually(lambda: ear.health[-1] == "", "well again")


def test_a_loaded_scale_is_not_set_to_zero(bench: Bench) -> None:
    bench.control.do("put", name="crate", grams=9_000)
    scale, ear = bench.scale(zero_s=0.1)
    eventually(lambda: ear.settled == [9_000], "the crate")
    scale.zero()
    eventually(lambda: bool(ear.heard(ZeroAnswer)), "the answer")
    assert ear.heard(ZeroAnswer) == [ZeroAnswer(device=BAGS, succeeded=False)]
    assert ear.settled == [9_000]


def test_what_is_asked_of_a_scale_that_is_lost_in_the_middle_is_answered(bench: Bench) -> None:
    scale, ear = bench.scale()
    eventually(lambda: ear.settled == [0], "empty")
    scale.ask_weight("a")
    bench.control.do("unplug")
    eventually(lambda: bool(ear.heard(NoWeight)), "the end of the first")
    scale.ask_weight("b")
    scale.zero()
    eventually(lambda: len(ear.heard(NoWeight)) == 2 and bool(ear.heard(ZeroAnswer)), "the others")
    reasons = [one.reason for one in ear.heard(NoWeight) if isinstance(one, NoWeight)]
    assert reasons == [NoWeightReason.NOT_READY] * 2


def test_a_stopped_driver_has_answered_what_was_open(bench: Bench) -> None:
    scale, ear = bench.scale()
    eventually(lambda: ear.settled == [0], "empty")
    scale.ask_weight("a")
    scale.stop()
    scale.ask_weight("b")
    answers = {(one.ask_id, one.reason) for one in ear.heard(NoWeight) if isinstance(one, NoWeight)}
    assert ("b", NoWeightReason.NOT_READY) in answers
    assert {ask for ask, _ in answers} == {"a", "b"}
    assert len(ear.heard(NoWeight)) == 2


def test_a_drifting_scale_is_told_once(bench: Bench) -> None:
    _, ear = bench.scale(settling=SettleRules(settle_s=0.05, drift_mg=6_000))
    eventually(lambda: ear.settled == [0], "empty")
    bench.control.do("fault", what="drift")
    eventually(lambda: ear.health == ["", "drift"], "the drift", within_s=20)
    assert ear.settled[-1] >= 6


def test_a_wrong_command_of_the_director_changes_nothing(bench: Bench) -> None:
    bench.control.do("put", name="milk", grams=5)
    before = bench.control.do("status")
    for deed, more in [
        ("put", {"name": "milk", "grams": 5}), ("put", {"name": "x", "grams": 0}), ("put", {"name": "x"}),
        ("put", {"name": "x", "grams": True}), ("put", {"name": "x", "grams": 10**9}),
        ("put", {"grams": 5}), ("take", {"name": "x"}), ("fault", {"what": "x"}), ("fault", {}),
        ("dance", {}),
    ]:  # fmt: skip
        with pytest.raises(ControlError):
            bench.control.do(deed, **more)
    after = bench.control.do("status")
    assert {**before, "load": 0, "weight_g": 0} == {**after, "load": 0, "weight_g": 0}


# --- without a process -----------------------------------------------------------------------------------


class Wire:
    """A line whose answers a test writes."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer, self._waiting, self.asked = answer, b"", b""

    def read(self, timeout_s: float) -> bytes:
        data, self._waiting = self._waiting, b""
        if not data and timeout_s:
            threading.Event().wait(min(timeout_s, 0.001))
        return data

    def write(self, data: bytes) -> None:
        self.asked += data
        self._waiting += self._answer(data)

    def close(self) -> None:
        pass


def begin(wire: Wire, **more: object) -> tuple[SerialScale, Ear]:
    chosen = {"device": BAGS, "poll_s": 0.001, "answer_s": 0.02, **more}
    scale = SerialScale(ScaleProfile(port="x", **chosen), open_line=lambda _: wire)  # type: ignore[arg-type]
    ear = Ear()
    scale.start(ear)
    return scale, ear


def test_parts_of_a_gram_are_refused_where_goods_are_sold_and_rounded_elsewhere() -> None:
    for device, health, settled in ((Device.SCALE, ["resolution"], []), (BAGS, [""], [1_236])):
        wire = Wire(lambda asked: b"S S    1235.50 g\r\n" if asked == b"SI\r\n" else b"")
        scale, ear = begin(wire, device=device)
        eventually(lambda: ear.health == health and ear.settled == settled, device.value)  # noqa: B023
        scale.stop()


def test_a_scale_that_talks_unasked_is_understood() -> None:
    """Left in its continuous mode by somebody else."""
    wire = Wire(lambda asked: b"S D 9.000 kg\r\nS S 0.500 kg\r\nS S 0.5" if asked == b"SI\r\n" else b"")
    scale, ear = begin(wire)
    eventually(lambda: bool(ear.heard(Moving)), "it moves as well")
    scale.stop()
    assert ear.health == [""]
    assert wire.asked.startswith(b"@\r\nSI\r\n")


def test_a_library_that_fails_in_an_unforeseen_way_does_not_end_the_scale(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver_module, "RETRY_FIRST_S", 0.01)
    failing = iter([True])

    def answer(asked: bytes) -> bytes:
        if next(failing, False):
            raise RuntimeError("surprise")
        return b"S S 0.500 kg\r\n" if asked == b"SI\r\n" else b""

    scale, ear = begin(Wire(answer))
    eventually(lambda: ear.settled == [500], "it comes back")
    scale.stop()
    assert ear.health == ["failed", ""]
    assert "unforeseen" in caplog.text


def test_requests_nobody_takes_are_refused_not_piled_up() -> None:
    scale = SerialScale(ScaleProfile(device=BAGS, port="x"), open_line=lambda _: Wire(lambda _: b""))
    ear = Ear()
    scale._listener = ear
    for number in range(REQUESTS_MAX + 1):
        scale.ask_weight(f"{number}")
    assert ear.messages == [NoWeight(ask_id=f"{REQUESTS_MAX}", reason=NoWeightReason.NOT_READY)]


def test_a_silent_scales_port_is_opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver_module, "RETRY_FIRST_S", 0.001)
    monkeypatch.setattr(driver_module, "REOPEN_AFTER", 4)
    opened: list[Wire] = []

    def reopen(_: ScaleProfile) -> Wire:
        opened.append(Wire(lambda asked: b"" if len(opened) < 3 else b"S S 0.500 kg\r\n"))
        return opened[-1]

    profile = ScaleProfile(device=BAGS, port="x", poll_s=0.001, answer_s=0.005)
    scale, ear = SerialScale(profile, open_line=reopen), Ear()
    scale.start(ear)
    eventually(lambda: ear.settled == [500], "the third time")
    scale.stop()
    assert ear.health == ["no_answer", ""]


@pytest.mark.parametrize("port", ["/dev/does-not-exist", "/dev/null", ""])
def test_a_port_that_is_none_is_named_and_waited_for(port: str) -> None:
    scale, ear = SerialScale(ScaleProfile(device=BAGS, port=port)), Ear()
    scale.start(ear)
    eventually(lambda: bool(ear.health), "the fault")
    scale.stop()
    assert ear.health[0] in ("unplugged", "port_error")
    with pytest.raises(LineLostError):
        driver_module.open_serial(ScaleProfile(device=BAGS, port=port))


class BadWire(Wire):
    """Answers well, badly, or not at all, and breaks now and then."""

    GOOD = (
        b"S S 0 g\r\n", b"S S 500 g\r\n", b"S S -20 g\r\n", b"S D 3 g\r\n", b"S +\r\n", b"S -\r\n",
        b"S I\r\n",
        b"S S 1.0 lb\r\n", b"Z A\r\n", b"Z I\r\n", b"\x0200.500\r", b"\x02?A\r", b"\x02?D\r",
        b"\x0201.000N\r",
    )  # fmt: skip

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        super().__init__(self._answers)

    def _answers(self, asked: bytes) -> bytes:
        if self._random.random() < 0.01:
            raise LineLostError("unplugged", "The scale is gone.")
        if self._random.random() < 0.8:
            return self._random.choice(self.GOOD)
        return self._random.randbytes(self._random.randint(0, 300))


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_line_does_every_request_is_answered_once(
    protocol: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RETRY_FIRST_S", "RETRY_MAX_S"):
        monkeypatch.setattr(driver_module, name, 0.001)
    chance, seeds, ear = random.Random(seed), itertools.count(seed * 1_000), Ear()
    profile = ScaleProfile(
        device=chance.choice([BAGS, Device.SCALE]), protocol=protocol, port="x", poll_s=0.0, answer_s=0.002,
        zero_s=0.01, unstable_s=0.02, settling=SettleRules(settle_s=0.001), weighing=WeighRules(wait_s=0.02),
    )  # fmt: skip
    scale = SerialScale(profile, open_line=lambda _: BadWire(next(seeds)))
    scale.start(ear)
    asked: list[str] = []
    zeros = 0
    for number in range(200):
        deed = chance.random()
        if deed < 0.6:
            asked.append(f"{number}")
            scale.ask_weight(f"{number}", tare_g=chance.randint(0, 30), may_be_same=chance.random() < 0.5)
        elif deed < 0.8:
            zeros += 1
            scale.zero()
        else:
            scale.cancel(f"{number - 1}")
        threading.Event().wait(0.001)
    scale.stop()
    answered = [one.ask_id for one in ear.messages if isinstance(one, WeightTaken | NoWeight)]
    assert sorted(answered) == sorted(asked)
    assert len(ear.heard(ZeroAnswer)) == zeros
    assert "failed" not in ear.health


def test_setting_to_zero_on_a_line_that_breaks_just_then_is_answered() -> None:
    def answer(asked: bytes) -> bytes:
        if asked == b"Z\r\n":
            raise LineLostError("unplugged", "The scale is gone.")
        return b"S S 0 g\r\n" if asked == b"SI\r\n" else b""

    scale, ear = begin(Wire(answer))
    eventually(lambda: ear.settled == [0], "empty")
    scale.zero()
    eventually(lambda: bool(ear.heard(ZeroAnswer)), "the answer")
    scale.stop()
    assert ear.heard(ZeroAnswer) == [ZeroAnswer(device=BAGS, succeeded=False)]
