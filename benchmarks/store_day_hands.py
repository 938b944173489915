"""What is really in a shopper's hands and in the bagging area: the truth that a scale can only guess at.

The checkout never sees this. Shoppers use it to put right what they did, staff see it when they look, and a
false alarm is one at which nothing of it was wrong.

Invariants: whatever is taken from a list is out of it before time passes, so that two people never put the
same thing right twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.store_day_clock import Steps
from benchmarks.store_day_devices import SETTLE_S
from benchmarks.store_day_lane import Lane
from benchmarks.store_day_odds import Dice
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from retail.interventions.rights import Action

Tell = Callable[[c.AnyCommand], str]
"""Posts a command; gives the code of a refusal."""
Scan = Callable[[str], Steps]
"""Scans a code, however long it takes until that is possible."""
REST_S = SETTLE_S + 0.4
"""What somebody waits to see the scale at rest."""


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something that can be taken into a hand."""

    code: str
    grams: int
    line_id: int = 0
    """Its line on the list; 0: none."""


@dataclass(kw_only=True)
class Hands:
    """One shopper's hands, and the bagging area before them."""

    lane: Lane
    dice: Dice
    tell: Tell
    scan: Scan
    lying: list[Thing] = field(default_factory=list)
    """In the bagging area and on the list."""
    beside: list[Thing] = field(default_factory=list)
    """On the list, and too large for the bagging area."""
    in_hand: list[Thing] = field(default_factory=list)
    """On the list, and not put down."""
    unscanned: list[Thing] = field(default_factory=list)
    """In the bagging area by mistake, and not on the list."""
    hidden: list[Thing] = field(default_factory=list)
    """The same, on purpose."""
    switched: list[Thing] = field(default_factory=list)
    """In the bagging area; the list says something cheaper."""
    off_list: list[Thing] = field(default_factory=list)
    """Taken off the list, still in the bagging area."""
    twice: list[int] = field(default_factory=list)
    """Lines with a piece too many."""
    silent_bag_g: int = 0
    """A bag nobody told the lane of."""
    newest_line: int = 0

    @property
    def is_right(self) -> bool:
        """Whether what lies there is what was bought."""
        return not (self.unscanned or self.hidden or self.switched or self.off_list or self.silent_bag_g)

    @property
    def can_correct(self) -> bool:
        """Whether this shopper knows something to put right."""
        own = bool(self.in_hand or self.unscanned or self.off_list or self.twice or self.silent_bag_g)
        return own or bool(self.hidden)

    @property
    def things(self) -> list[Thing]:
        """Everything somebody would find who looks."""
        seen = (self.lying, self.beside, self.in_hand, self.unscanned, self.hidden, self.switched)
        return [thing for where in seen for thing in where]

    def put(self, thing: Thing) -> None:
        """Lay down something that was scanned."""
        self.lying.append(thing)
        self.lane.plate.put(thing.grams)

    def take_away(self, line_id: int) -> None:
        """Something whose line is gone is taken back by staff."""
        for where in (self.lying, self.beside, self.in_hand, self.switched):
            for thing in [thing for thing in where if thing.line_id == line_id]:
                where.remove(thing)
                if where in (self.lying, self.switched):
                    self.lane.plate.put(-thing.grams)

    def clear(self) -> None:
        """Everything leaves the bagging area, bags and all."""
        self.lane.plate.put(-self.lane.plate.lies_g)
        self.lying.clear()
        self.silent_bag_g = 0

    def correct(self, *, is_watched: bool) -> Steps:
        """Put right what one's own hands did. With staff beside, what was done on purpose, too."""
        while self.in_hand:
            thing = self.in_hand.pop()
            yield self.dice.span_s("put_down")
            self.put(thing)
        while self.twice:
            line_id = self.twice.pop()
            yield self.dice.span_s("correct")
            yield from self._one_less(line_id)
        if self.silent_bag_g:
            self.silent_bag_g = 0
            yield self.dice.span_s("correct")
            self.tell(sc.PlaceOwnBag())
        while self.off_list:
            thing = self.off_list.pop()
            yield self.dice.span_s("correct")
            self.lane.plate.put(-thing.grams)
        while self.unscanned:
            yield from self._scan_after_all(self.unscanned.pop())
        yield from self._on_purpose(is_watched=is_watched)
        yield REST_S

    def lift_last(self) -> Steps:
        """Nothing is wrong that one could see: take the last thing up and lay it down again."""
        if self.lying:
            grams = self.lying[-1].grams
            self.lane.plate.put(-grams)
            yield self.dice.span_s("correct")
            self.lane.plate.put(grams)
        yield REST_S

    def move_bags(self) -> Steps:
        """Full bags go into the trolley."""
        yield self.dice.span_s("correct")
        self.lane.plate.put(-self.lane.plate.lies_g)
        yield REST_S
        self.tell(sc.MoveFullBags())

    def _one_less(self, line_id: int) -> Steps:
        line = self.lane.sale.line(line_id) if self.lane.sale else None
        if line is None:
            return
        if line.quantity > 1:
            self.tell(c.SetQuantity(line_id=line_id, quantity=line.quantity - 1))
        else:
            self.tell(c.RemoveLine(line_id=line_id))
        yield REST_S

    def _scan_after_all(self, thing: Thing) -> Steps:
        self.lane.plate.put(-thing.grams)
        yield self.dice.span_s("correct") + REST_S
        yield from self.scan(thing.code)
        yield self.dice.span_s("put_down")
        self.put(Thing(code=thing.code, grams=thing.grams, line_id=self.newest_line))

    def _on_purpose(self, *, is_watched: bool) -> Steps:
        while self.hidden:
            thing = self.hidden.pop()
            if is_watched:
                yield from self._scan_after_all(thing)
            else:  # whoever is asked takes it out again
                yield self.dice.span_s("correct")
                self.lane.plate.put(-thing.grams)
        while is_watched and self.switched:
            thing = self.switched.pop()
            void = sc.Act(action=Action.VOID_LINE, why="wrong_choice", line_id=thing.line_id)
            self.tell(void)
            yield from self._scan_after_all(thing)
