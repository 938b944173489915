"""Who of the staff a lane knows: the port to their badges and PINs.

The list is the lane's own replica, as the shop last told it, so that an attendant can work with or without a
link. It answers with a claim (`retail.interventions.sign_in.Claim`): what was compared and what came of it;
the rules count and decide.
"""

from typing import Protocol

from retail.interventions.sign_in import Claim, How


class StaffDirectory(Protocol):
    """The people who may open the attendant layer."""

    def by_badge(self, text: str) -> Claim | None:
        """Whose badge this is; None: it is nobody's, and so no badge at all."""

    def by_pin(self, number: str, pin: str) -> Claim:
        """Whether this is the PIN of the person with this number. Takes as long for a number nobody has."""

    def name(self, staff_id: str) -> str:
        """What a person is called; the id itself where nobody is known."""


class Nobody:
    """A lane that was told of no staff: nobody is let in."""

    def by_badge(self, text: str) -> Claim | None:
        """No badge is known."""
        del text
        return None

    def by_pin(self, number: str, pin: str) -> Claim:
        """No PIN is right."""
        del number, pin
        return Claim(staff_id="", how=How.PIN, is_right=False)

    def name(self, staff_id: str) -> str:
        """The id itself."""
        return staff_id
