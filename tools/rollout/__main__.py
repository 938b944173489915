"""Rehearse a rollout: one server, two lanes, three releases, by the commands of docs/deploy.md.

    python -m tools.rollout BASE --packages DIST --next FOLDER --folder WORK      as root

A lane enrols, gets its goods, sells; takes its settings from the back office, and leaves those it is not
well with; both lanes of a ring take the next release, one of them while somebody shops; a third release that
passes its self-test and then cannot sell is left again by itself. BASE is a Debian with systemd that has what
the packages depend on in its cache.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx
from PySide6.QtGui import QColor, QImage

from kiosk.database.replica import Replica
from kiosk.update.release import read_release

from . import repository
from .layers import Layers
from .machine import Machine, StepError
from .office import Office
from .page import Block, blocks
from .shopper import FOLDER, Shopper

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "deploy.md"
STORE = "http://127.0.0.1:8400"
APPLES, APPLES_MINOR = "9521000001015", 199
PASSWORD = "only for this rehearsal"
GOODS = "/usr/lib/kiosk-store/_internal/assets/demo/catalogue.csv"
FEED_S = 90.0
SWITCH_S = 240.0
SHOPS_ON_S = 20.0
ROLL_BACK_S = 300.0
AWAY_S = 90.0
HANG_S = 150.0
AWAY_MAX_S = 10.0
"""How long a lane may be away for a switch."""


class Rehearsal:
    """All machines, and what the page says to do on them."""

    def __init__(self, folder: Path, base: Path, packages: Path, following: Path) -> None:
        self.folder, self.packages, self.following = folder, packages, following
        self.server = Machine("server", folder, base)
        self.lanes = [Machine("lane1", folder, base), Machine("lane2", folder, base)]
        self.terminals: dict[str, Machine] = {}
        """Lanes by the ids they enrolled under."""
        self.blocks = blocks(PAGE)
        self.shopper = Shopper()
        self.begun = time.monotonic()

    def say(self, sentence: str) -> None:
        """Tell whoever watches."""
        print(f"  {time.monotonic() - self.begun:5.0f} s  {sentence}", flush=True)

    def named(self, name: str) -> Block:
        """The block of that name."""
        return next(block for block in self.blocks if block.name == name)

    def go(self) -> None:
        """Everything. Raises `StepError`."""
        self._prepare()
        self._install()
        self._sell()
        self._seal()
        self._set()
        self._update()
        self._roll_back()
        self._live_on()

    def _prepare(self) -> None:
        for machine in (self.server, *self.lanes):
            machine.start()
            for package in self.packages.glob("*.deb"):
                shutil.copy(package, machine.root / "root")
            _blank(machine.root / "root" / "counter.png")
        self.say("three machines are up, each with systemd as its first process")

    def _install(self) -> None:
        first, *others = [block for block in self.blocks if block.where == "each lane" and not block.name]
        for block in self.blocks:
            if block.where == "the server" and not block.name:
                self.server.run(block.commands)
        # what a lane sells at this price it can only have from the service
        self.server.run(
            f"sed 's/^{APPLES},\\([^,]*\\),249,/{APPLES},\\1,{APPLES_MINOR},/' {GOODS} > /tmp/catalogue.csv\n"
            "runuser -u kiosk-store -- store --config /etc/kiosk-store/store.toml import /tmp/catalogue.csv"
        )
        self.say("the store service runs, with its goods")
        for number, lane in enumerate(self.lanes, 1):
            lane.run(first.commands)
            for name in ("trial", "with devices"):  # the page tells of trials last
                said = lane.run(self.named(name).commands)
            code = self.server.run(self.named("code").commands, LANE=str(number)).strip()
            self.terminals[code.rsplit("-", 4)[0]] = lane
            for block in others:
                lane.run(block.commands, STORE=STORE, CODE=code)
            self.say(f"{lane.name} is installed, enrolled and ready; the doctor's last word: {_last(said)}")

    def _sell(self) -> None:
        for lane in self.lanes:
            self._wait(partial(_is_fed, lane), FEED_S, f"{lane.name} gets no goods")
            self.buy(lane)
        self.say("both lanes have their goods from the service and sold an apple each")
        self._wait(self._has_both_sales, FEED_S, "the sales do not arrive")

    def buy(self, lane: Machine) -> None:
        """One purchase, from the scan to the receipt."""
        self.shopper.scan(lane, APPLES)
        paid = self.shopper.pay(lane)
        if paid != APPLES_MINOR:
            raise StepError(f"{lane.name} took {paid} instead of {APPLES_MINOR}")

    def _has_both_sales(self) -> bool:
        said = self.server.run(self.named("verify").commands).strip()
        if f" {len(self.lanes)} sales" not in said:
            return False
        self.say(f"the service: {said}")
        return True

    # --- keys and settings ------------------------------------------------------------------------------

    def _seal(self) -> None:
        people = self.named("people").commands
        self.server.run(people, PASSWORD=PASSWORD)
        self.server.run(self.named("seal").commands)
        exit_code, said = self.server.tried(people.replace("anna", "bert").replace("$PASSWORD", PASSWORD))
        if exit_code == 0 or "credential of the service" not in said:
            raise StepError(f"a command without the sealed key goes on: {said}")
        self.server.run(self.named("sealed").commands, PASSWORD=PASSWORD)
        self.say("the service's master key is sealed to its machine; nothing opens without it")

    def _set(self) -> None:
        self._wait(self._is_open, FEED_S, "the service does not come back")
        with Office(STORE, "berta", PASSWORD) as office:
            Layers(
                office,
                self.terminals,
                explain=self.named("explain").commands,
                buy=self.buy,
                wait=self._wait,
                say=self.say,
            ).go()

    def _is_open(self) -> bool:
        return self.server.tried("systemctl is-active kiosk-store")[0] == 0 and _answers(STORE)

    # --- updates -----------------------------------------------------------------------------------------

    def _sign(self, name: str, **variables: str) -> None:
        done = subprocess.run(
            ["bash", "-euc", self.named(name).commands],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"}
            | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise StepError(f"{name}: {done.stderr}")

    def _update(self) -> None:
        version = _version(self.following)
        before = _version(self.packages / "kiosk")
        self._sign("first")
        self._sign("release", FOLDER=str(self.following), LEVEL="3")
        self.say(f"{version} is signed for the ring canary")
        busy, free = self.lanes
        self.shopper.scan(busy, APPLES)
        for lane in self.lanes:
            shutil.copy(self.folder / "repository/metadata/1.root.json", lane.root / "root")
            lane.run(self.named("updates").commands, REPOSITORY=repository.URL)
        with ThreadPoolExecutor() as both:
            looks = [both.submit(lane.tried, self.named("look").commands) for lane in self.lanes]
            looked = self._shopping_on(busy, lambda: all(look.done() for look in looks))
            self._wait(looked, SWITCH_S, "the look for updates does not end")
        waits = self._shopping_on(busy, lambda: self._state(busy)[2] == version)
        self._wait(waits, SWITCH_S, f"{version} does not reach {busy.name}")
        switches = self._shopping_on(busy, lambda: self._state(free)[0] == version)
        self._wait(switches, SWITCH_S, f"{free.name} does not switch")
        if self._state(busy)[0] != before:
            raise StepError(f"{busy.name} switched while somebody shopped: {self._state(busy)}")
        self.say(f"{free.name} runs {version}; {busy.name} waits, because somebody shops there")
        self.shopper.pay(busy)
        for lane in self.lanes:
            self._wait(partial(self._is_well, lane, version), SWITCH_S, f"{version} does not get well")
            away = _away_s(lane)
            self.say(f"{lane.name} runs {version}, and it stays; it was away for {away:.1f} s")
            if away > AWAY_MAX_S:
                raise StepError(f"{lane.name} was away for {away:.1f} s")
            self.buy(lane)
        self.say("both sell with it")

    def _shopping_on(self, lane: Machine, until: Callable[[], bool]) -> Callable[[], bool]:
        """`until`, asked while somebody goes on shopping: whoever does nothing for long is asked whether they
        are still there, and staff are called."""
        again_at = time.monotonic() + SHOPS_ON_S

        def asked() -> bool:
            nonlocal again_at
            if time.monotonic() > again_at:
                self.shopper.scan(lane, APPLES)
                again_at = time.monotonic() + SHOPS_ON_S
            return until()

        return asked

    def _roll_back(self) -> None:
        good, bad = _version(self.following), _next(_version(self.following))
        broken = repository.broken(self.following, self.folder / "broken", bad)
        self._sign("release", FOLDER=str(broken), LEVEL="3")
        for lane in self.lanes:
            lane.tried(self.named("look").commands)
        for lane in self.lanes:
            self._wait((lane.root / "opt/kiosk/bad" / bad).is_symlink, ROLL_BACK_S, f"{bad} is not left")
            self._wait(partial(_is_active, lane), FEED_S, f"{lane.name} does not come back")
            if self._state(lane)[0] != good:
                raise StepError(f"{lane.name} runs {self._state(lane)[0]} instead of {good}")
            self.buy(lane)
            self.say(f"{lane.name} tried {bad} three times, went back to {good} by itself, and sells")

    # --- what else a lane lives through ---------------------------------------------------------------------

    def _live_on(self) -> None:
        one, other = self.lanes
        release = self._state(one)[0]
        started = _main_pid(one)
        one.run(self.named("again").commands)
        if self._state(one)[0] != release or _main_pid(one) != started:
            raise StepError("an older package, installed again, disturbed the lane")
        self.say(f"the older package, installed again, leaves {release} in use and the lane alone")
        one.run(self.named("night").commands)
        self._wait(
            lambda: _main_pid(one) not in (started, 0) and _is_active(one), AWAY_S, "the night does nothing"
        )
        self.say("the night's wish: the lane started anew when nobody was there")
        started = _main_pid(other)
        other.run(
            "systemctl kill --signal=STOP --kill-whom=main kiosk"
        )  # it hangs, as far as anybody can see
        self._wait(
            lambda: _main_pid(other) not in (started, 0) and _is_active(other),
            HANG_S,
            "a lane that hangs is left",
        )
        self.say("a lane that hung was started anew by its watchdog")
        other.run("echo 'no settings' >> /etc/kiosk/kiosk.toml; systemctl restart kiosk || true")
        closed = partial(_is_active, other, "kiosk-out-of-service")
        self._wait(closed, HANG_S, "no out-of-service page")
        self.say("a lane that cannot start ends on the out-of-service page")
        other.run("sed -i '$d' /etc/kiosk/kiosk.toml; systemctl reset-failed kiosk; systemctl start kiosk")
        self._wait(lambda: _is_active(other) and not closed(), AWAY_S, "the page does not go")
        self.buy(other)
        self.say("its settings put right, it sells again")

    def _state(self, lane: Machine) -> tuple[str | None, str | None, str | None]:
        """Its current, previous and next release."""
        links = [lane.root / "opt/kiosk" / name for name in ("current", "previous", "next")]
        named = [link.readlink().name if link.is_symlink() else None for link in links]
        return named[0], named[1], named[2]

    def _is_well(self, lane: Machine, version: str) -> bool:
        return self._state(lane)[0] == version and not (lane.root / "opt/kiosk/trial").is_symlink()

    def _wait(self, until: Callable[[], bool], seconds: float, otherwise: str) -> None:
        deadline = time.monotonic() + seconds
        while not until():
            if time.monotonic() > deadline:
                told = "\n".join(
                    f"{lane.name}: {self._state(lane)}\n"
                    + lane.tried("journalctl -n 40 -o cat --no-pager -u kiosk -u kiosk-update")[1]
                    for lane in self.lanes
                )
                raise StepError(f"{otherwise}\n{told}")
            time.sleep(0.5)

    def stop(self) -> None:
        """End all of it."""
        self.shopper.close()
        for machine in (*self.lanes, self.server):
            machine.stop()


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/office/login").is_success
    except httpx.HTTPError:
        return False


def _blank(path: Path) -> None:
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(QColor(176, 176, 176))
    if not picture.save(str(path)):
        raise StepError(f"{path} cannot be written")


def _is_fed(lane: Machine) -> bool:
    replica = Replica(lane.root / FOLDER / "lane" / "catalogue.db")
    try:
        return replica.is_fed
    finally:
        replica.close()


def _is_active(lane: Machine, unit: str = "kiosk") -> bool:
    return lane.tried(f"systemctl is-active {unit}")[1].strip() == "active"


def _main_pid(lane: Machine) -> int:
    return int(lane.run("systemctl show kiosk -p MainPID --value").strip() or "0")


def _away_s(lane: Machine) -> float:
    """How long shoppers could not use the lane at its last start: from its end to its first picture."""
    names = ("ActiveExitTimestampMonotonic", "ActiveEnterTimestampMonotonic")
    said = lane.run(f"systemctl show kiosk {' '.join(f'-p {name}' for name in names)}")
    told = dict(line.split("=") for line in said.split())
    return (int(told[names[1]]) - int(told[names[0]])) / 1e6


def _version(folder: Path) -> str:
    release = read_release(folder)
    if release is None:
        raise StepError(f"{folder} holds no release")
    return release.version


def _next(version: str) -> str:
    *first, last = version.split(".")
    return ".".join([*first, str(int(last) + 1)])


def _last(said: str) -> str:
    return said.strip().splitlines()[-1] if said.strip() else "nothing"


def main() -> int:
    """Rehearse it; 0 if every step did what the page says."""
    parser = argparse.ArgumentParser(
        prog="rollout", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", type=Path, help="the root folder of a Debian with systemd")
    parser.add_argument("--packages", type=Path, required=True, help="folder with the packages to install")
    parser.add_argument(
        "--next", type=Path, required=True, help="the lane's folder, built as the next version"
    )
    parser.add_argument("--folder", type=Path, required=True, help="where the machines are made")
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    rehearsal = Rehearsal(options.folder, options.base, options.packages, options.next)
    try:
        with repository.served(options.folder / "repository"):
            rehearsal.go()
    except StepError as error:
        print(f"rollout: {error}", file=sys.stderr)
        return 1
    finally:
        rehearsal.stop()
    rehearsal.say("every step did what docs/deploy.md says")
    return 0


if __name__ == "__main__":
    sys.exit(main())
