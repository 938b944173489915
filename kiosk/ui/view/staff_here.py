"""What the attendant layer is worked out from: the lane, the store's rules, and how texts are said."""

import datetime

import msgspec

from kiosk.checkout.evolve import PLAIN
from kiosk.checkout.state import State
from kiosk.ui.voice import Voice
from kiosk.ui.words.messages import Say
from retail.interventions.rights import Action, Verdict, may
from retail.interventions.situation import Rules
from retail.interventions.wishes import Staff
from retail.interventions.words import Role

_A_REASON = "asked for later"
"""Whether somebody may is asked before why."""


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """A lane with somebody of the staff before it, or nobody."""

    state: State
    voice: Voice
    rules: Rules = PLAIN
    pictures: frozenset[str] = frozenset()
    today: datetime.date = datetime.date.min
    say_to_shopper: Say | None = None
    """Puts an English text into the shopper's language, where staff have chosen another for themselves."""

    def to_shopper(self, text: str) -> str:
        """A text of ours as the shopper reads it."""
        return (self.say_to_shopper or self.voice.say)(text)

    @property
    def staff(self) -> Staff | None:
        """Who is signed in."""
        return self.state.staff

    @property
    def role(self) -> Role:
        """What they may do at most; nobody may do less than an attendant."""
        return self.staff.role if self.staff else Role.ATTENDANT

    def verdict(self, action: Action, *, amount_minor: int = 0) -> Verdict:
        """Whether they may do this, as far as its size is known."""
        rights = self.rules.policy.staff_rights()
        return may(self.role, action, rights, why=_A_REASON, amount_minor=amount_minor)


def local_time(at_us: int) -> str:
    """`14:32`, in the zone of this machine."""
    return datetime.datetime.fromtimestamp(at_us / 1_000_000).astimezone().strftime("%H:%M")
