"""A basket filled on a phone: handed to the one lane that is shown its code.

The lane sends the code as it read it; the service, which signed it, says whether it counts, keeps that it is
this purchase's now, and gives goods and member along. The goods are looked up and priced anew by the lane.

Source: docs/protocol.md, "Baskets of phones".
Invariants: a basket is one purchase's at a time; asking again for the same purchase gives it again.
"""

from typing import Literal

import msgspec

from retail.wire.suspended import SuspendedGoods

CLAIM_PATH = "/v1/baskets/claim"
LINES_MAX = 100
CODE_MAX = 160
COUPONS_MAX = 20

Verdict = Literal["held", "used", "refused"]


class ClaimBasket(msgspec.Struct, frozen=True, kw_only=True):
    """Take over the basket of a phone for a purchase."""

    transaction_id: str
    code: str
    """As it was read from the phone (docs/credential.md)."""


class PhoneBasket(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer.

    `held`: this purchase's now; `used`: another's, or paid; `refused`: the code does not count.
    """

    verdict: Verdict
    reason: str = ""
    """`retail.credential.reasons.Reason` of the code; `changed`: the phone has a newer one."""
    token: str = ""
    """Names the basket; from then on lane and service speak of it by this."""
    member_subject: str = ""
    """What the member is known by at the lane (`retail.credential.code.member_value`)."""
    lines: tuple[SuspendedGoods, ...] = ()
    coupons: tuple[str, ...] = ()
    """Codes of coupons the shopper scanned; the lane reads and holds them by its own rules."""
