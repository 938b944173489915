"""One kind of intervention as the table declares it.

A kind is data: the engine (`retail.interventions.engine`) asks it and never asks which one it is.

Invariants: checked when built, so a table that loads is consistent; what binds cannot be cleared by a
shopper's touch nor loosened by a store's settings.
"""

import re

import msgspec

from retail.check import require
from retail.interventions.reasons import REASONS
from retail.interventions.words import (
    Blocks,
    Clearer,
    Cover,
    Light,
    OnRefusal,
    Picture,
    Scope,
    SelfClear,
    Severity,
    Sound,
    Text,
)

PLACEHOLDERS = frozenset({"item", "amount", "age", "count", "place"})
"""What a text may leave open: an article's name, money, years, a number, the place in the queue."""
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
TIME_MAX_S = 3_600


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a kind of intervention before it happens."""

    number: int
    """Its row in docs/interventions.md."""
    word: str
    """Stable machine word: `age_check`."""
    name: str
    """What staff call it, in English."""
    trigger: str
    """What raises it, as a sentence."""
    raised_by: tuple[str, ...]
    """Journal events that can raise it; `Timer` is a difference that has lasted, `Raise` a report of a device
    or of the program around the engine."""
    severity: Severity = Severity.STAFF
    """How grave once staff are called; a NUDGE never calls anybody."""
    blocks: Blocks = Blocks.PAYMENT
    is_binding: bool = False
    """The law, the licence or the safety of money asks for it: settings cannot loosen it."""
    nudge_s: int = 0
    """Seconds in which the shopper may put it right before staff are called; 0: they are called at once."""
    overdue_s: int = 180
    """Seconds after calling staff until it counts as critical because nobody came; 0: never."""
    clearer: Clearer = Clearer.ATTENDANT
    clears_by: tuple[SelfClear, ...] = ()
    """What clears it without a decision; besides, it ends with what `scope` says."""
    scope: Scope = Scope.PURCHASE
    cover: Cover = Cover.NOTHING
    reach_percent: int = 100
    """How far an approval reaches if staff say nothing else: who confirmed a big basket does not want to be
    called for its next item."""
    is_remote: bool = True
    """Whether it can be decided without standing at the lane."""
    picture: Picture = Picture.NONE
    """What the camera's picture of the item means to those who decide."""
    accepts_weight: bool = False
    """Clearing it takes the weight on the scale as it is."""
    staff_do: Text
    """What staff do."""
    approve_reasons: tuple[str, ...] = ()
    refuse_reasons: tuple[str, ...] = ()
    on_refusal: OnRefusal = OnRefusal.IMPOSSIBLE
    sound: Sound = Sound.NUDGE
    light: Light = Light.YELLOW
    title: Text
    body: Text

    def __post_init__(self) -> None:
        where = f"{self.word}: "
        require(re.fullmatch(r"[a-z][a-z0-9_]{2,39}", self.word) is not None, where + "is a lower-case word")
        require(
            0 <= self.nudge_s <= TIME_MAX_S and 0 <= self.overdue_s <= TIME_MAX_S, where + "up to an hour"
        )
        require(self.reach_percent >= 100, where + "an approval reaches at least its own measure")
        is_silent = self.severity is Severity.NUDGE and self.blocks is Blocks.NOTHING
        require(bool(self.raised_by) or is_silent, where + "something raises it")
        require(
            (self.on_refusal is OnRefusal.IMPOSSIBLE) == (not self.refuse_reasons),
            where + "reasons to refuse exist exactly if it can be refused",
        )
        require(
            self.clearer is Clearer.SHOPPER or bool(self.approve_reasons),
            where + "staff have a reason to choose",
        )
        for code in (*self.approve_reasons, *self.refuse_reasons):
            require(code in REASONS, f"{where}the reason {code} is declared")
        require(
            self.blocks is Blocks.NOTHING or self.clearer is not Clearer.SHOPPER or bool(self.clears_by),
            where + "what stops a shopper has a way out",
        )
        require(
            not (self.is_binding and self.clearer is Clearer.SHOPPER),
            where + "what binds is not dismissed by a touch",
        )
        require(
            self.severity is not Severity.NUDGE or self.nudge_s == 0,
            where + "a nudge never calls staff, so it has no time for that",
        )
        require(
            self.picture is not Picture.NEEDED or self.is_remote,
            where + "what is never decided from afar takes no picture for it",
        )
        require(
            self.on_refusal is not OnRefusal.REMOVE_LINE or self.scope is Scope.LINE,
            where + "a line is taken off only where it is about a line",
        )
        for text in (self.title, self.body, self.staff_do):
            found = [set(_PLACEHOLDER.findall(one)) for one in (text.en, text.de, text.zh)]
            require(found[0] == found[1] == found[2], where + "the same placeholders in every language")
            require(found[0] <= PLACEHOLDERS, where + "only known placeholders")

    @property
    def title_key(self) -> str:
        """The key of the title in text catalogues."""
        return f"intervention.{self.word}.title"

    @property
    def body_key(self) -> str:
        """The key of the body in text catalogues."""
        return f"intervention.{self.word}.body"

    @property
    def is_shopper_first(self) -> bool:
        """Whether the shopper is asked before anybody is called."""
        return self.severity is Severity.NUDGE or self.nudge_s > 0
