"""The command `kiosk shop SCENARIO.toml --out DIR`.

Exit status: 0 every step was done and every `expect` held; 1 something failed; 2 the scenario has mistakes or
the lane could not be started (nothing was bought).
"""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from simulators.control import ControlError
from simulators.fleet import EndOnSignals, FleetError, Stopped
from simulators.shopper import outputs, summary
from simulators.shopper.reach import Moment, RealMoment
from simulators.shopper.runner import Report, Runner
from simulators.shopper.scenario import Scenario, ScenarioRefusedError, read
from simulators.shopper.world import ShopWorld, clear_earlier_run

HELD, FAILED, NOT_RUN = 0, 1, 2
RECEIPT_TIMEOUT_S = 15.0
"""For a receipt under way to come out before the lane is ended."""
PROOF_TIMEOUT_S = 3.0
LOOK_S = 0.1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one scenario; the exit status."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    try:
        scenario = read(options.scenario)
        out.mkdir(parents=True, exist_ok=True)
        clear_earlier_run(out)
        world = ShopWorld(scenario, out)
    except ScenarioRefusedError as error:
        print(error, file=sys.stderr)
        return NOT_RUN
    except OSError as error:
        print(f"cannot write to {out}: {error}", file=sys.stderr)
        return NOT_RUN
    try:
        with EndOnSignals(world.stop):
            return shop(scenario, world)
    except Stopped as signal:
        print(f"stopped by {signal}", file=sys.stderr)
        return FAILED
    except OSError as error:
        print(f"the outcome could not be written to {out}: {error}", file=sys.stderr)
        return FAILED


def shop(scenario: Scenario, world: ShopWorld) -> int:
    """Start everything, perform the scenario, write down what came of it; the exit status."""
    _say(f"{scenario.title}: {len(scenario.steps)} steps")
    try:
        _say(f"  lane ready after {world.start():.1f} s")
    except FleetError as error:
        _finish(scenario, world, Report(failures=[f"nothing was bought: {error}"]))
        return NOT_RUN
    moment = RealMoment()
    report = Runner(scenario, world, _say, moment).run()
    _await_receipt(world, moment)
    try:
        world.lane.child.require_running()
    except FleetError as error:
        report.failures.append(str(error))
    _finish(scenario, world, report)
    return FAILED if report.failures else HELD


def _finish(scenario: Scenario, world: ShopWorld, report: Report) -> None:
    """Collect receipt, journal and summary, and say how it went."""
    state = world.last_state()
    ledger, papers = [], []
    try:
        ledger, papers = world.ledger(), world.papers()
    except ControlError as error:
        report.failures.append(f"a simulated device does not answer: {error}")
    world.lane.stop()
    adds_up: bool | None = None
    if outputs.save_receipt(papers, world.out):
        total_minor = state.total_minor if summary.receipt(state) == "printed" else None
        adds_up, wrong = outputs.check_receipt(papers, scenario.columns, total_minor)
        if wrong:
            report.failures.append(f"the receipt does not add up: {wrong}")
    journal, entries = outputs.export_journal(world.settings, world.out)
    if journal["said"] and not journal["verifies"]:
        report.failures.append(f"the journal does not verify: {journal['said']}")
    if wrong := summary.audit(entries, ledger):
        report.failures.append(wrong)
    said = summary.summary(
        title=scenario.title, state=state, report=report, ledger=ledger, journal=journal, adds_up=adds_up
    )
    outputs.write_summary(said, world.out)
    for warning in report.warnings:
        _say(f"  note: {warning}")
    for failure in report.failures:
        _say(f"  FAILED: {failure}")
    amount = f", {said['total_minor']} {said['currency']} (minor units)" if said["currency"] else ""
    _say(
        f"{said['outcome']}{amount}; receipt {said['receipt']}; {len(said['terminal_ledger'])} ledger entries"
    )
    _say(f"written to {world.out}")


def _await_receipt(world: ShopWorld, moment: Moment) -> None:
    """Let a receipt that is being printed come out, and the lane hear that it did."""
    with contextlib.suppress(ControlError):
        deadline = moment.now() + RECEIPT_TIMEOUT_S
        while world.printer_is_busy() and moment.now() < deadline:
            moment.sleep(LOOK_S)
        deadline = moment.now() + PROOF_TIMEOUT_S
        while summary.receipt(world.state()) == "unknown" and moment.now() < deadline:
            moment.sleep(LOOK_S)


def _say(line: str) -> None:
    print(line, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk shop",
        description="A scripted shopper drives a lane with simulated devices through its screen and wires.",
        epilog="Exit status: 0 every expectation held, 1 something failed, 2 the scenario could not be run.",
    )
    parser.add_argument("scenario", type=Path, metavar="SCENARIO.toml", help="the script (docs/scenarios.md)")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder for summary, receipt, journal, screenshots",
    )
    return parser
