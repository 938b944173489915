"""What a member may agree to: each purpose by itself, in words that are named, and nothing said beforehand.

The lane, the phone and the service speak of the same texts.

Source: docs/phone.md, "Consents"; GDPR, art. 4 (11) and 7.
Invariants: a new wording has a new name, so that what somebody agreed to can always be read again.
"""

import msgspec


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """A purpose as it is put to people. Texts are keys of the languages."""

    purpose: str
    wording: str
    """Names this very text."""
    title: str
    text: str
    is_needed: bool = False
    """Without it there is no membership."""


AGREEMENTS = (
    Agreement(
        purpose="club",
        wording="club-1",
        title="Membership",
        text="The shop keeps my points, coupons and receipts under a number, not under my name.",
        is_needed=True,
    ),
    Agreement(
        purpose="interests",
        wording="interests-1",
        title="Offers by my interests",
        text="The shop may choose offers by what I say I like.",
    ),
    Agreement(
        purpose="history",
        wording="history-1",
        title="Offers by what I bought",
        text="The shop may choose offers by my earlier purchases.",
    ),
)
BY_PURPOSE = {one.purpose: one for one in AGREEMENTS}
NEEDED = frozenset(one.purpose for one in AGREEMENTS if one.is_needed)
"""Without these there is no membership."""
