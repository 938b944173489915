"""Tables of what members said they like, who is checked in, and counts of what phones were shown.

Source: docs/phone.md, "Interests", "Checking in", "What the shop learns".
Invariants: what is about a member goes with the member; counts name nobody.
"""

import sqlalchemy as sa

from store.data.schema.base import store_table, table_of, text, whole_number

member_interest = table_of(
    "member",
    "member_interest",
    text("member_id", primary_key=True),
    text("interest", primary_key=True),
    whole_number("made_at"),
)
"""What a member said they like. Read only with their consent, in the same statement."""

member_checkin = table_of(
    "member",
    "member_checkin",
    text("member_id", primary_key=True),
    text("checked_in"),
    text("day"),
    whole_number("at"),
    whole_number("until"),
    sa.Index("member_checkin_until", "until"),
)
"""Who said that they are in a shop (`checked_in`: which), and until when it counts."""

phone_count = store_table(
    "phone_count",
    text("day"),
    text("what"),
    text("about"),
    whole_number("count"),
    key=("day", "what", "about"),
)
"""How often something happened on phones, by day: `shown` and `missed:<reason>` about an offer, `checkin`;
`handed` and `handed_minor`: baskets of phones that lanes sold, and what they came to."""
