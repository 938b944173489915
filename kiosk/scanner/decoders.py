"""Read the codes of one frame: a cascade of steps, cheap ones first, within a time budget.

The plan is `steps.STEPS`; a step runs when its condition holds and its usual cost still fits the budget.

Source: docs/devices/scanner.md, "The cascade".
Invariants: one frame costs at most the budget plus one step's overrun; nothing is accepted here (that is
`tracker`); the budget is processor time, so that a busy machine reads no worse.
"""

import time
from collections.abc import Callable, Collection

from kiosk.scanner import soft_shapes
from kiosk.scanner.frame import Gray
from kiosk.scanner.grain import calmed
from kiosk.scanner.look import Look
from kiosk.scanner.steps import STEPS, Step
from kiosk.scanner.symbols import Examined

CALMING = "grain"
"""What comes before all steps: without it in the dark nothing else is worth its time."""
COST_MEMORY = 0.9
"""How much of the old estimate a step's cost keeps; a skipped step's estimate shrinks likewise, so that one
slow run does not switch it off for ever."""


class Cascade:
    """Runs `STEPS` on frames and learns what each step costs on this machine."""

    def __init__(
        self,
        steps: tuple[Step, ...] = STEPS,
        clock: Callable[[], float] = time.thread_time,
        note: Callable[[str], None] = lambda _step: None,
    ) -> None:
        self._steps = steps
        self._clock = clock
        self._note = note
        soft_shapes.prepare()
        self._costs = {step.name: step.cost_ms for step in steps}

    def examine(
        self, gray: Gray, budget_ms: float, known: Collection[str] = (), without: Collection[str] = ()
    ) -> Examined:
        """Read `gray` within `budget_ms` of processor time (the first step always runs), leaving out the
        steps named in `without`. `note` hears each step's name before it runs, and "" in the end."""
        begun = now = self._clock()
        self._note(CALMING)
        look = Look(gray if CALMING in without else calmed(gray), known)
        for number, step in enumerate(self._steps):
            if step.name in without or not step.when(look):
                continue
            spent_ms = (now - begun) * 1000
            if number and spent_ms + self._costs[step.name] > budget_ms:
                self._costs[step.name] *= COST_MEMORY
                continue
            self._note(step.name)
            look.found += step.run(look)
            before, now = now, self._clock()
            cost_ms = (now - before) * 1000
            usual_ms = COST_MEMORY * self._costs[step.name] + (1 - COST_MEMORY) * cost_ms
            self._costs[step.name] = max(
                cost_ms, usual_ms
            )  # a step that just overran does not fit soon again
        self._note("")
        unread = tuple(region.box for region, _ in look.located_bars if not look.is_read(region.box))
        return Examined(tuple(look.found), unread, tuple(look.halves))
