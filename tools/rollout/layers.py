"""The part of the rehearsal that is about settings: each layer edited in the back office and delivered; wrong
ones refused, at the office and by the lane; and those a lane is not well with left again.

Source: docs/operate.md, "Settings".
"""

from collections.abc import Callable
from functools import partial

from .machine import Machine, StepError
from .office import Office

KEY = "timers.paid_s"
REGION = "north"
SECONDS = {"chain": "3", "region": "4", "store": "5", "lane": "6"}
DELIVERED_S = 120.0
TRIAL_S = 300.0
"""A lane takes two minutes to be sure that it is not well, and two starts."""
TOLD_S = 60.0
OUT_OF_RANGE = {KEY: "9999"}
FITS_NOBODY = {KEY: SECONDS["store"], "shop.sticker_prefixes": "22"}
"""Right in itself; but 22 is what prices are read from on every lane."""
UNWELL = {"terminal.protocol": "caisse-ap"}
"""The terminals here speak ZVT."""

Wait = Callable[[Callable[[], bool], float, str], None]


class Layers:
    """Those steps, on one store with two lanes."""

    def __init__(
        self,
        office: Office,
        lanes: dict[str, Machine],
        *,
        explain: str,
        buy: Callable[[Machine], None],
        wait: Wait,
        say: Callable[[str], None],
    ) -> None:
        """`lanes` by their terminals' ids; `explain` is the page's command."""
        self._office, self._lanes = office, lanes
        self._explain, self._buy, self._wait, self._say = explain, buy, wait, say

    def go(self) -> None:
        """All of it. Raises `StepError`."""
        self._deliver()
        self._refuse()
        self._go_back()

    def _deliver(self) -> None:
        (own, lane), (_, other) = self._lanes.items()
        self._office.move_store(REGION)
        self._office.save("chain", {KEY: SECONDS["chain"]})
        self._office.save("region", {KEY: SECONDS["region"]}, REGION)
        self._office.save("store", {KEY: SECONDS["store"]})
        self._office.save("lane", {KEY: SECONDS["lane"]}, own)
        for machine, layer in ((lane, "lane"), (other, "store")):
            took = partial(self._counts, machine, layer)
            self._wait(took, DELIVERED_S, f"{machine.name} does not take its settings")
        self._say("chain, region, store and lane say how long thanks stay; the narrowest counts on each lane")
        for machine in self._lanes.values():
            self._buy(machine)

    def _refuse(self) -> None:
        if not self._office.refuses("store", OUT_OF_RANGE):
            raise StepError(f"the back office takes {OUT_OF_RANGE}")
        started = {name: _main_pid(machine) for name, machine in self._lanes.items()}
        self._office.save("store", FITS_NOBODY)
        for terminal_id, machine in self._lanes.items():
            refused = partial(self._tells, machine, "Newer settings were refused: [shop] sticker_prefixes")
            self._wait(refused, DELIVERED_S, f"{machine.name} does not refuse {FITS_NOBODY}")
            told = partial(self._shows, terminal_id, ">refused<")
            self._wait(told, TOLD_S, f"the fleet does not tell that {machine.name} refused its settings")
            if _main_pid(machine) != started[terminal_id]:
                raise StepError(f"{machine.name} started anew for settings it refused")
        self._office.save("store", {KEY: SECONDS["store"]})
        for machine in self._lanes.values():
            self._wait(partial(self._is_calm, machine), DELIVERED_S, f"{machine.name} holds on to a refusal")
        self._say("a value out of range was refused by the back office, one that fits no lane by both lanes")

    def _go_back(self) -> None:
        (_, healthy), (terminal_id, lane) = self._lanes.items()
        self._office.save("lane", UNWELL, terminal_id)
        self._wait(partial(self._tells, lane, "are on trial"), DELIVERED_S, f"{lane.name} tries nothing")
        self._buy(healthy)
        gone_back = partial(self._tells, lane, "Newer settings were gone back from: the terminal is not well")
        self._wait(gone_back, TRIAL_S, f"{lane.name} keeps settings it is not well with")
        told = partial(self._shows, terminal_id, ">gone back from<")
        self._wait(told, TOLD_S, "the fleet does not tell of it")
        self._buy(lane)
        self._office.save("lane", {}, terminal_id)
        self._wait(partial(self._is_calm, lane), DELIVERED_S, f"{lane.name} still tells of the way back")
        self._say(f"{lane.name} was not well with a layer, went back by itself, said why, and sells")
        for machine in self._lanes.values():
            # all of today's starts within minutes would look like a crash loop with those of the updates
            machine.run("systemctl reset-failed kiosk")

    def _counts(self, lane: Machine, layer: str) -> bool:
        told = lane.tried(self._explain)[1]
        line = f"{SECONDS[layer]}.0 s (version 1)  <- counts"
        return line in " ".join(told.split("\n")) and "on trial" not in told

    def _tells(self, lane: Machine, words: str) -> bool:
        return words in lane.tried(self._explain)[1]

    def _is_calm(self, lane: Machine) -> bool:
        told = lane.tried(self._explain)[1]
        return "refused" not in told and "gone back" not in told and "on trial" not in told

    def _shows(self, terminal_id: str, words: str) -> bool:
        return words in self._office.lane_page(terminal_id)


def _main_pid(lane: Machine) -> int:
    return int(lane.run("systemctl show kiosk -p MainPID --value").strip() or "0")
