"""Tables of members' phones: devices, sessions, consents; and of the keys their codes are signed with.

Source: docs/phone.md; docs/credential.md, "Keys", "Revocation", "The number".
Invariants: a session is kept by the hash of its cookie only; private keys are sealed; consents are only ever
added to, and the newest of a purpose counts.
"""

import sqlalchemy as sa

from store.data.schema.base import body, flag, store_table, table_of, text, whole_number

phone_device = table_of(
    "member",
    "phone_device",
    text("member_id", primary_key=True),
    text("device_id", primary_key=True),
    text("subject"),
    body("public"),
    text("name"),
    whole_number("made_at"),
    whole_number("used_at"),
    whole_number("ended_at"),
)
"""A phone of a member. `subject`: what its codes are about, its own. `public`: P-256, uncompressed; empty
where the browser keeps no key. `ended_at` 0: in use."""

phone_session = table_of(
    "chain",
    "phone_session",
    text("secret_hash", primary_key=True),
    text("member_id"),
    text("device_id"),
    text("csrf"),
    whole_number("made_at"),
    whole_number("used_at"),
    sa.Index("phone_session_member", "member_id", "device_id"),
    sa.Index("phone_session_used", "used_at"),
)
"""Who is known on a phone, by the hash of the cookie's secret."""

phone_link = table_of(
    "chain",
    "phone_link",
    text("code", primary_key=True),
    text("member_id"),
    whole_number("until"),
    sa.Index("phone_link_until", "until"),
)
"""A code that makes another phone the same member's, once. `code` is its keyed hash."""

phone_consent = table_of(
    "member",
    "phone_consent",
    text("member_id", primary_key=True),
    text("consent_id", primary_key=True),
    text("purpose"),
    flag("is_given"),
    text("wording"),
    text("language"),
    whole_number("at"),
)
"""What a member agreed to, or took back. `wording` names the text that was shown, `consent_id` grows."""

credential_key = store_table(
    "credential_key",
    text("key_id"),
    body("public"),
    body("sealed"),
    whole_number("from_s"),
    whole_number("signs_from_s"),
    whole_number("until_s"),
    whole_number("ended_s"),
    whole_number("made_at"),
    key=("key_id",),
)
"""A shop's keys for codes: told to tills at `from_s`, signing from `signs_from_s`, believed up to `until_s`.
`ended_s` 0: in force."""

credential_revoked = table_of(
    "chain",
    "credential_revoked",
    text("subject", primary_key=True),
    whole_number("before_s"),
    whole_number("made_at"),
    sa.Index("credential_revoked_before", "before_s"),
)
"""Codes that were taken back; a row goes when none of them can be alive."""

credential_number = store_table(
    "credential_number",
    text("subject"),
    whole_number("until_s"),
    sa.Index("credential_number_until", "store_id", "until_s"),
    key=("subject",),
)
"""Whose short number is open at a shop; the row of the feed goes with it."""
