"""Perform a scenario's steps in order, as a patient person would, and note what happened.

A person waits for a control to appear, holds a pack to the camera until something happens, and looks again
before complaining. So every step waits for the lane, never for a fixed time. A failed `expect` is noted and
the shopping goes on; a step that cannot be done ends it.

Source: docs/scenarios.md, "Steps". Invariants: every wait has a deadline; time comes from `Moment`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from simulators.control import ControlError
from simulators.fleet import FleetError
from simulators.shopper.expectations import differences
from simulators.shopper.pictures import name_of
from simulators.shopper.reach import Moment, World
from simulators.shopper.scenario import Scenario
from simulators.shopper.state import LaneState
from simulators.shopper.steps import (
    Action,
    Badge,
    Bag,
    Bags,
    Card,
    Carried,
    Choose,
    Decide,
    Expect,
    Gift,
    Key,
    Payer,
    Phone,
    Pin,
    Press,
    Printer,
    Restart,
    Show,
    Staffed,
    Step,
    Touch,
    Type,
    Unbag,
    Wait,
    Walk,
    Weigh,
    Weighed,
)

HOLD_S = 2.5
"""How long a picture is shown when the scenario does not say."""
HOLD_LEAST_S = 0.8
"""... and how long at least: nobody is faster than a beep."""
HOLD_AGAIN_S = 3.5
"""... and how much longer if the lane has not reacted to it by then."""
EMPTY_COUNTER_S = 1.2
"""Between two showings: a pack shown twice must have been away for a moment."""
TOUCH_TIMEOUT_S = 20.0
DECIDE_TIMEOUT_S = 30.0
SWING_S = 1.0
WALK_MAX = 300
"""Keys pressed on the way to a control: more than any screen has."""
KEY_S = 0.3
"""From one key to the next: a lane takes what comes faster for a key that bounces (`keypad.double_ms`)."""
WAIT_TIMEOUT_S = 60.0
LONG_WAITS_S = {"unknown": 90.0, "paid": 90.0}
EXPECT_TIMEOUT_S = 2.0
QUIET_S = 0.3
"""The lane is quiet when nothing changed for this long."""
QUIET_TIMEOUT_S = 3.0
OPENING_TIMEOUT_S = 25.0
"""For the devices to come up after a start."""
FADE_S = 0.35
"""For a screen that just came to be fully there before it is photographed."""
POLL_S = 0.05


@dataclass(kw_only=True)
class StepReport:
    """What became of one step. `outcome` is `done`, `held`, `failed` or `warned`."""

    number: int
    step: str
    outcome: str
    seconds: float
    screen: str
    detail: str = ""


@dataclass(kw_only=True)
class Report:
    """What became of the scenario."""

    steps: list[StepReport] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    expectations: int = 0
    """How many were checked; those that did not hold are among the failures."""
    is_finished: bool = False
    """Whether all steps were performed."""


class StepFailedError(RuntimeError):
    """A step could not be done; the shopping ends here."""


class Runner:
    """Performs one scenario in one world. `say` gets a line per step."""

    def __init__(self, scenario: Scenario, world: World, say: Callable[[str], None], moment: Moment) -> None:
        self._scenario = scenario
        self._world = world
        self._say = say
        self._moment = moment
        self._since = 0
        """Screens shown before the last step that acted: `wait` looks at those after."""
        self._warning = ""
        self.report = Report()

    def run(self) -> Report:
        """Perform the steps. Never raises for what a lane or device does; see the report."""
        try:
            self._await_opening()
        except ControlError as error:
            self.report.failures.append(f"before step 1: the lane does not answer: {error}")
            return self.report
        for step in self._scenario.steps:
            begun = self._moment.now()
            self._warning = ""
            try:
                difference = self._perform(step.action)
                outcome, detail = _outcome(step.action, difference, self._warning)
            except (StepFailedError, ControlError, FleetError) as error:
                outcome, detail = "failed", str(error)
            self._note(step, outcome, detail, self._moment.now() - begun)
            if outcome == "failed" and not isinstance(step.action, Expect):
                return self.report
        self.report.is_finished = True
        return self.report

    def _perform(self, action: Action) -> str:
        """Do it; what differs from an expectation, if it is one. Raises `StepFailedError`, `ControlError`."""
        if isinstance(
            action,
            Show | Touch | Key | Type | Choose | Bags | Press | Walk | Weighed | Staffed | Carried | Printer,
        ):
            self._since = self._world.state().shown_count
        match action:
            case Show():
                self._show(action)
            case Touch():
                self._touch(action.control, action.timeout_s or TOUCH_TIMEOUT_S)
                self._settle()
            case Key() | Type() | Choose() | Bags():
                for control in action.controls:
                    self._touch(control, TOUCH_TIMEOUT_S)
                self._settle()
            case Press():
                for key in action.keys:
                    self._world.press(key)
                self._settle()
            case Walk():
                self._walk(action.control)
                self._settle()
            case Bag():
                self._world.bag(action.name, action.weight_g)
                self._come_to_rest()
            case Unbag():
                self._world.unbag(action.name)
                self._come_to_rest()
            case Weigh():
                self._world.weigh(action.weight_g)
                self._come_to_rest()
            case Badge():
                self._show(Show(picture=self._world.badge(action.who)))
            case Pin():
                self._world.open_door()
                for control in self._world.sign_in_keys(action.who, action.typed):
                    self._touch(control, TOUCH_TIMEOUT_S)
                self._settle()
            case Decide():
                self._decide(action)
                self._settle()
            case Phone():
                self._world.payer(action.what)
                self._show(Show(picture=self._world.phone()))
            case Gift():
                self._show(Show(picture=self._world.gift_card(action.number)))
            case Payer():
                self._world.payer(action.what)
            case Card():
                self._world.card(action.what)
            case Printer():
                self._world.printer(action.what)
                self._settle()
            case Wait():
                self._wait(action)
            case Restart():
                self._world.restart()
                self._since = 0
                self._await_opening()
                self._settle()
            case Expect():
                self.report.expectations += 1
                return self._expect(action)
        return ""

    def _show(self, action: Show) -> None:
        """Hold the picture up until something happens; without a `for_s` longer if nothing does."""
        before = self._world.state().likeness()
        holds = (action.for_s,) if action.for_s else (HOLD_S, HOLD_AGAIN_S)
        for hold_s in holds:
            try:
                self._world.show(action.picture, hold_s)
            except ControlError as error:
                self._warning = f"{name_of(action.picture)} could not be shown: {error}"
                return
            if action.for_s:
                self._moment.sleep(hold_s)
            elif self._is_noticed(before, hold_s):
                self._world.clear()
                break
        self._moment.sleep(EMPTY_COUNTER_S)
        self._settle()

    def _is_noticed(self, before: tuple[object, ...], within_s: float) -> bool:
        """Whether the lane reacts to what it sees in this time."""
        begun = self._moment.now()
        while (held_s := self._moment.now() - begun) < within_s:
            if held_s >= HOLD_LEAST_S and self._world.state().likeness() != before:
                return True
            self._moment.sleep(POLL_S)
        return self._world.state().likeness() != before

    def _touch(self, control: str, timeout_s: float) -> None:
        deadline = self._moment.now() + timeout_s
        while True:
            try:
                self._world.touch(control)
                return
            except ControlError as error:
                if self._moment.now() >= deadline:
                    screen = self._world.state().screen
                    raise StepFailedError(
                        f"{control} could not be pressed within {timeout_s:g} s, screen {screen}: {error}"
                    ) from error
            self._moment.sleep(POLL_S)

    def _walk(self, control: str) -> None:
        """Walk on by keys, as long as the ring is, looking again while the screen changes."""
        deadline = self._moment.now() + TOUCH_TIMEOUT_S
        for _ in range(WALK_MAX):
            if self._world.state().focus == control:
                self._world.press("Return")
                return
            if self._moment.now() >= deadline:
                break
            self._world.press("Right")
            self._moment.sleep(KEY_S)
        screen = self._world.state().screen
        raise StepFailedError(f"{control} is not on the way of the keys, screen {screen}")

    def _decide(self, action: Decide) -> None:
        """Wait until it stands at the service, and say what is decided."""
        timeout_s = action.timeout_s or DECIDE_TIMEOUT_S
        deadline = self._moment.now() + timeout_s
        attendant = self._world.afar(action.who)
        while (alert := attendant.find(action.kind)) is None:
            if self._moment.now() >= deadline:
                raise StepFailedError(f"{action.kind} did not wait for staff within {timeout_s:g} s")
            self._moment.sleep(POLL_S)
        before = self._world.state().likeness()
        attendant.decide(action.deed, alert, action.why)
        while action.deed != "look" and self._world.state().likeness() == before:
            if self._moment.now() >= deadline:
                self._warning = f"{action.deed} {action.kind}: nothing changed at the lane"
                return
            self._moment.sleep(POLL_S)

    def _come_to_rest(self) -> None:
        """A scale swings for a moment before the lane hears of its weight."""
        self._moment.sleep(SWING_S)
        self._settle()

    def _wait(self, action: Wait) -> None:
        timeout_s = action.timeout_s or LONG_WAITS_S.get(action.screen, WAIT_TIMEOUT_S)
        deadline = self._moment.now() + timeout_s
        while not (state := self._world.state()).was_shown(action.screen, self._since):
            if self._moment.now() >= deadline:
                seen = _newest(state, self._since)
                raise StepFailedError(
                    f"the screen {action.screen} was not shown within {timeout_s:g} s; "
                    f"it shows {state.screen}{f', after {seen}' if seen else ''}"
                )
            self._moment.sleep(POLL_S)

    def _expect(self, action: Expect) -> str:
        deadline = self._moment.now() + (action.timeout_s or EXPECT_TIMEOUT_S)
        while found := differences(action, self._world.state()):
            if self._moment.now() >= deadline:
                break
            self._moment.sleep(POLL_S)
        return "; ".join(found)

    def _settle(self) -> None:
        """Wait until nothing has changed for a moment; what never rests is not waited for longer."""
        deadline = self._moment.now() + QUIET_TIMEOUT_S
        quiet_since, likeness = self._moment.now(), self._world.state().likeness()
        while (now := self._moment.now()) - quiet_since < QUIET_S and now < deadline:
            self._moment.sleep(POLL_S)
            if (fresh := self._world.state().likeness()) != likeness:
                quiet_since, likeness = now, fresh

    def _await_opening(self) -> None:
        """Wait until the devices are up. A lane that stays closed is for the scenario to judge."""
        deadline = self._moment.now() + OPENING_TIMEOUT_S
        while self._world.state().screen == "closed" and self._moment.now() < deadline:
            self._moment.sleep(POLL_S)

    def _note(self, step: Step, outcome: str, detail: str, seconds: float) -> None:
        screen = ""
        self._moment.sleep(FADE_S)
        try:
            screen = self._world.state().screen
            self._world.screenshot(file_name(step))
        except ControlError as error:
            self.report.warnings.append(f"step {step.number}: no screenshot: {error}")
        self.report.steps.append(
            StepReport(
                number=step.number,
                step=step.label,
                outcome=outcome,
                seconds=round(seconds, 3),
                screen=screen,
                detail=detail,
            )
        )
        if outcome == "failed":
            self.report.failures.append(f"step {step.number} ({step.label}): {detail}")
        elif outcome == "warned":
            self.report.warnings.append(f"step {step.number} ({step.label}): {detail}")
        mark = {"failed": "FAILED", "warned": "!", "held": "held"}.get(outcome, "")
        total = len(self._scenario.steps)
        line = f"{step.number:>4}/{total} {step.label:<34} {screen:<9} {seconds:6.1f} s  {mark}"
        self._say("\n".join(filter(None, (line.rstrip(), detail and f"        {detail}"))))


def file_name(step: Step) -> str:
    """The name of a step's screenshot, like `03-touch-pay`."""
    return f"{step.number:02}-" + re.sub(r"[^A-Za-z0-9]+", "-", step.label).strip("-")[:60]


def _outcome(action: Action, difference: str, warning: str) -> tuple[str, str]:
    if isinstance(action, Expect):
        return ("failed", difference) if difference else ("held", "")
    return ("warned", warning) if warning else ("done", "")


def _newest(state: LaneState, since: int) -> str:
    """The screens shown after the first `since`, as words."""
    fresh = max(0, state.shown_count - since)
    return ", ".join(state.shown[-fresh:] if fresh else ())
