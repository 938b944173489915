"""Tables of members: what lanes may know, who they are (encrypted), how they are recognised, their points.

Four groups of rows that share nothing but the pseudonym, so that erasing a person is: drop their key, their
encrypted data and what recognises them. What they bought stays, under a pseudonym that leads nowhere.

Source: docs/security.md, "Members"; `retail.member`, `retail.points`.
Invariants: nothing here names a person but `member_person.sealed`, which opens only with `member_key.sealed`.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, table_of, text, whole_number

member = table_of(
    "member",
    "member",
    text("member_id", primary_key=True),
    text("tier"),
    text("groups"),
    whole_number("order_number"),
    text("stamps"),
    whole_number("version"),
    flag("is_erased"),
    text("made_in"),
    whole_number("made_at"),
    whole_number("changed_at"),
)
"""What offers depend on. `groups` and `stamps` are JSON. `version` grows with every change."""

member_key = table_of(
    "member", "member_key", text("member_id", primary_key=True), body("sealed"), whole_number("made_at")
)
"""Each member's own key, sealed with the master key. To erase somebody is to delete their row here."""

member_person = table_of(
    "member", "member_person", text("member_id", primary_key=True), body("sealed"), whole_number("changed_at")
)
"""The person (`store.identity.shredding.Person`), encrypted with their own key."""

member_credential = table_of(
    "chain",
    "member_credential",
    text("lookup", primary_key=True),
    text("member_id"),
    sa.Index("member_credential_member", "member_id"),
)
"""What a member is recognised by: HMAC-SHA256 of `kind:value` in hex, as lanes ask with."""

points_entry = table_of(
    "member",
    "points_entry",
    text("member_id", primary_key=True),
    text("entry_id", primary_key=True),
    text("kind"),
    whole_number("points"),
    text("transaction_id"),
    text("day"),
    text("available_on"),
    text("booked_in"),
    whole_number("booked_at"),
)
"""The ledger: `retail.points.Entry` rows. Only ever added to. `available_on` empty: at once."""

points_hold = table_of(
    "member",
    "points_hold",
    text("member_id", primary_key=True),
    text("transaction_id", primary_key=True),
    whole_number("points"),
    text("store_id"),
    text("terminal_id"),
    text("state"),
    whole_number("held_until"),
    whole_number("changed_at"),
)
"""Points set aside for a purchase. `state`: held, captured, released."""

member_visit = table_of(
    "member",
    "member_visit",
    text("member_id", primary_key=True),
    text("transaction_id", primary_key=True),
    text("booked_in"),
    whole_number("booked_at"),
)
"""A purchase that was counted: the number of the next one and the stamps in `member` include it."""

member_offer_use = table_of(
    "member",
    "member_offer_use",
    text("member_id", primary_key=True),
    text("transaction_id", primary_key=True),
    text("offer_id", primary_key=True),
    text("day"),
    whole_number("uses"),
    whole_number("amount_minor"),
    flag("is_daily"),
    text("booked_in"),
    whole_number("booked_at"),
    sa.Index("member_offer_use_age", "is_daily", "day"),
)
"""What a purchase took of an offer with a limit per member. `is_daily`: it counts on its day alone."""
