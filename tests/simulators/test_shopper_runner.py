"""The runner against a make-believe lane and a clock that only moves when somebody sleeps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulators.control import ControlError
from simulators.shopper import runner, scenario
from simulators.shopper.runner import Report, Runner
from simulators.shopper.state import LaneState

Act = Callable[["FakeWorld"], None]


class Clock:
    def __init__(self) -> None:
        self.time = 100.0
        self.due: list[tuple[float, Callable[[], None]]] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        until = self.time + seconds
        while self.due and min(self.due, key=lambda item: item[0])[0] <= until:
            item = min(self.due, key=lambda item: item[0])
            self.due.remove(item)
            self.time = max(self.time, item[0])
            item[1]()
        self.time = until


class FakeWorld:
    """A lane that does what the test wrote down: control or picture -> what happens, after how long."""

    def __init__(self, clock: Clock, acts: dict[str, list[tuple[float, Act]]] | None = None) -> None:
        self.clock = clock
        self.acts = acts or {}
        self.shown = ["attract"]
        self.transaction: dict[str, Any] | None = None
        self.enabled = {"start", "pay", "payCard", "done", "key1", "key2", "keyOk"}
        self.done: list[str] = []
        self.shots: list[str] = []
        self.is_dead = False

    def _happen(self, name: str) -> None:
        if self.is_dead:
            raise ControlError("lane.ctl: connection refused")
        self.done.append(name)
        for after_s, act in self.acts.get(name, []):
            if after_s:
                self.clock.due.append((self.clock.time + after_s, lambda act=act: act(self)))
            else:
                act(self)

    def state(self) -> LaneState:
        if self.is_dead:
            raise ControlError("lane.ctl: connection refused")
        return LaneState(
            screen=self.shown[-1],
            shown=tuple(self.shown),
            shown_count=len(self.shown),
            transaction=self.transaction,
        )

    def touch(self, control: str) -> None:
        if control not in self.enabled:
            raise ControlError(f"touch: {control} is disabled")
        self._happen(control)

    def show(self, picture: Path, for_s: float) -> None:
        self._happen(f"{picture.name} {for_s:g}")

    def clear(self) -> None:
        self._happen("clear")

    def card(self, what: str) -> None:
        self._happen(what)

    def printer(self, what: str) -> None:
        self._happen(what)

    def restart(self) -> None:
        self.is_dead = False
        self._happen("restart")

    def screenshot(self, name: str) -> None:
        self.shots.append(name)


def screen(name: str) -> Act:
    return lambda world: world.shown.append(name)


def add(gtin: str, amount_minor: int) -> Act:
    def act(world: FakeWorld) -> None:
        line = {"gtin": gtin, "name": "Apple", "quantity": 1, "amount_minor": amount_minor}
        before = world.transaction or {"lines": [], "total_minor": 0, "paid": False}
        world.transaction = {
            **before,
            "lines": [*before["lines"], line],
            "total_minor": before["total_minor"] + amount_minor,
        }
        if world.shown[-1] != "scanning":
            world.shown.append("scanning")

    return act


def perform(
    steps: str, tmp_path: Path, acts: dict[str, list[tuple[float, Act]]] | None = None, **world_is: Any
) -> tuple[Report, FakeWorld, list[str]]:
    (tmp_path / "apple.png").touch()
    read = scenario.parse(f"steps = [{steps}]", folder=tmp_path)
    clock, said = Clock(), []
    world = FakeWorld(clock, acts)
    for name, value in world_is.items():
        setattr(world, name, value)
    report = Runner(read, world, said.append, clock).run()
    return report, world, said


def test_a_picture_is_held_until_the_lane_reacts_and_then_cleared(tmp_path: Path) -> None:
    acts = {"apple.png 2.5": [(0.4, add("1", 249))]}
    steps = (
        '{show = "apple.png"}, {expect = {screen = "scanning", lines = 1, total_minor = 249, paid = false}}'
    )
    report, world, _ = perform(steps, tmp_path, acts)
    assert (report.failures, report.expectations, report.is_finished) == ([], 1, True)
    assert world.done == ["apple.png 2.5", "clear"]
    least = runner.HOLD_LEAST_S + runner.EMPTY_COUNTER_S
    assert least <= report.steps[0].seconds < runner.HOLD_S + runner.EMPTY_COUNTER_S


def test_a_picture_nothing_comes_of_is_held_a_second_time(tmp_path: Path) -> None:
    report, world, _ = perform('{show = "apple.png"}', tmp_path)
    assert world.done == ["apple.png 2.5", f"apple.png {runner.HOLD_AGAIN_S:g}"]
    assert report.failures == []


def test_a_showing_of_given_length_is_not_prolonged(tmp_path: Path) -> None:
    _, world, _ = perform('{show = "apple.png", for_s = 1}', tmp_path)
    assert world.done == ["apple.png 1"]


def test_a_picture_the_camera_cannot_show_is_noted_and_the_shopping_goes_on(tmp_path: Path) -> None:
    def refuse(world: FakeWorld) -> None:
        raise ControlError("show: it is damaged")

    report, world, said = perform(
        '{show = "apple.png"}, {touch = "pay"}', tmp_path, {"apple.png 2.5": [(0, refuse)]}
    )
    assert report.is_finished
    assert world.done[-1] == "pay"
    assert report.failures == []
    assert report.warnings == ["step 1 (show apple.png): apple.png could not be shown: show: it is damaged"]
    assert any("damaged" in line for line in said)


def test_a_touch_waits_for_its_control(tmp_path: Path) -> None:
    def enable(world: FakeWorld) -> None:
        world.enabled.add("help")

    report, world, _ = perform('{touch = "start"}, {touch = "help"}', tmp_path, {"start": [(5.0, enable)]})
    assert report.failures == []
    assert world.done == ["start", "help"]


def test_a_control_that_never_comes_ends_the_shopping_in_words(tmp_path: Path) -> None:
    report, world, said = perform('{touch = "cancel"}, {touch = "start"}', tmp_path)
    assert not report.is_finished
    assert world.done == []
    assert report.failures == [
        "step 1 (touch cancel): cancel could not be pressed within 20 s, screen attract: "
        "touch: cancel is disabled"
    ]
    assert "FAILED" in said[-1]


def test_a_wait_is_satisfied_by_a_screen_that_has_gone_again(tmp_path: Path) -> None:
    acts = {"payCard": [(0.1, screen("card")), (0.2, screen("paid")), (0.25, screen("receipt"))]}
    steps = '{touch = "payCard"}, {wait = "card"}, {wait = "paid"}, {expect = {screen = "receipt"}}'
    report, _, _ = perform(steps, tmp_path, acts)
    assert report.failures == []


def test_a_wait_is_not_satisfied_by_a_screen_from_before_the_last_act(tmp_path: Path) -> None:
    acts = {"payCard": [(0, screen("card")), (0.1, screen("tender"))]}
    report, _, _ = perform(
        '{touch = "payCard"}, {touch = "start"}, {wait = "card", timeout_s = 3}', tmp_path, acts
    )
    assert report.failures == [
        "step 3 (wait card): the screen card was not shown within 3 s; it shows tender"
    ]


def test_a_wait_that_fails_tells_what_was_shown_instead(tmp_path: Path) -> None:
    acts = {"start": [(0.1, screen("scanning")), (0.2, screen("help"))]}
    report, _, _ = perform('{touch = "start"}, {wait = "paid"}', tmp_path, acts)
    assert report.failures == [
        "step 2 (wait paid): the screen paid was not shown within 90 s; it shows help, after scanning, help"
    ]


def test_a_failed_expectation_is_noted_in_words_and_the_shopping_goes_on(tmp_path: Path) -> None:
    acts = {"start": [(0, add("40170725", 119))]}
    steps = (
        '{touch = "start"}, {expect = {screen = "paid", lines = 2, total_minor = 5, paid = true}},'
        '{expect = {lines = ["40170725"]}}, {expect = {lines = [{gtin = "7", quantity = 2}]}},'
        '{touch = "pay"}'
    )
    report, world, _ = perform(steps, tmp_path, acts)
    assert report.is_finished
    assert world.done == ["start", "pay"]
    assert report.expectations == 3
    assert report.failures == [
        "step 2 (expect): expected the screen paid, it shows scanning; expected 2 line(s), the basket has 1: "
        "1 x Apple (40170725); expected a total of 5, it is 119; expected it to be paid, it is not paid",
        "step 4 (expect): no line with gtin 7, quantity 2; 1 line(s) not expected: 1 x Apple (40170725)",
    ]
    assert [step.outcome for step in report.steps] == ["done", "failed", "held", "failed", "done"]


def test_an_expectation_is_given_a_moment_to_come_true(tmp_path: Path) -> None:
    acts = {"approve": [(1.5, add("1", 100))]}
    report, _, _ = perform('{card = "approve"}, {expect = {total_minor = 100}}', tmp_path, acts)
    assert report.failures == []


def test_gtins_are_compared_whatever_their_length(tmp_path: Path) -> None:
    acts = {"start": [(0, add("9521000001015", 1))]}
    report, _, _ = perform('{touch = "start"}, {expect = {lines = ["09521000001015"]}}', tmp_path, acts)
    assert report.failures == []


def test_a_text_is_typed_key_by_key(tmp_path: Path) -> None:
    _, world, _ = perform('{key = "12\\n"}', tmp_path)
    assert world.done == ["key1", "key2", "keyOk"]


def test_a_restart_waits_for_the_devices_and_forgets_the_old_screens(tmp_path: Path) -> None:
    def reborn(world: FakeWorld) -> None:
        world.shown = ["closed"]

    acts = {"start": [(0, screen("paid"))], "restart": [(0, reborn), (6.0, screen("scanning"))]}
    steps = '{touch = "start"}, {restart = true}, {expect = {screen = "scanning"}}, {wait = "paid"}'
    report, world, _ = perform(steps, tmp_path, acts)
    assert [step.outcome for step in report.steps] == ["done", "done", "held", "failed"]
    assert world.done == ["start", "restart"]


def test_a_lane_that_died_can_be_restarted_but_not_touched(tmp_path: Path) -> None:
    def die(world: FakeWorld) -> None:
        world.is_dead = True

    report, world, _ = perform('{card = "silent"}, {restart = true}', tmp_path, {"silent": [(0, die)]})
    assert (world.done, report.failures) == (["silent", "restart"], [])
    report, _, _ = perform('{card = "silent"}, {touch = "pay"}', tmp_path, {"silent": [(0, die)]})
    assert report.failures == ["step 2 (touch pay): lane.ctl: connection refused"]


def test_a_lane_that_never_answers_is_reported_before_the_first_step(tmp_path: Path) -> None:
    report, _, _ = perform('{touch = "pay"}', tmp_path, is_dead=True)
    assert report.failures == ["before step 1: the lane does not answer: lane.ctl: connection refused"]


def test_a_screenshot_is_kept_after_every_step(tmp_path: Path) -> None:
    _, world, _ = perform('{touch = "start"}, {card = "wrong_amount"}, {expect = {paid = false}}', tmp_path)
    assert world.shots == ["01-touch-start", "02-card-wrong-amount", "03-expect"]


def test_a_lane_that_never_rests_does_not_hold_up_the_shopping(tmp_path: Path) -> None:
    class Restless(FakeWorld):
        def state(self) -> LaneState:
            self.shown.append("card")
            return super().state()

    read = scenario.parse('steps = [{touch = "start"}]', folder=tmp_path)
    clock = Clock()
    report = Runner(read, Restless(clock), lambda line: None, clock).run()
    assert report.steps[0].seconds == pytest.approx(runner.QUIET_TIMEOUT_S, abs=0.2)
