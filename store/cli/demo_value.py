"""Money in the demo: two gift cards by chance, and something on a member's balance.

Invariants: a number is shown once and kept as a keyed hash, as in any shop; a balance is filled once.
"""

import secrets

import msgspec
import sqlalchemy as sa

from retail.stored_value.limits import ValueLimits
from retail.stored_value.number import make_number
from store.data.database import Database
from store.data.stored_value import value, value_cards
from store.data.stored_value.value import Origin
from store.identity import lookup
from store.identity.vault import Vault

CARDS_MINOR = (2_500, 800)
BALANCE_MINOR = 2_000
MEMBER = "gold-1"


class GiftCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card that was made; the number is shown once."""

    digits: str
    amount_minor: int


def make(database: Database, keys: Vault, currency: str, origin: Origin, at: int) -> tuple[GiftCard, ...]:
    """Issue the cards, fill the balance."""
    limits, secret = ValueLimits(), lookup.member_secret(keys)

    def job(connection: sa.Connection) -> tuple[GiftCard, ...]:
        made = []
        for amount_minor in CARDS_MINOR:
            number = make_number(secrets.randbelow)
            value_cards.issue(
                connection,
                value_cards.lookup_of(keys, number.key(secret)),
                number.last_digits,
                amount_minor,
                limits,
                currency=currency,
                origin=origin,
                at=at,
            )
            made.append(GiftCard(digits=number.digits, amount_minor=amount_minor))
        account_id = value_cards.open_member(connection, MEMBER, currency=currency, origin=origin, at=at)
        if account_id is not None:
            value.load(connection, account_id, f"demo:{MEMBER}", BALANCE_MINOR, limits, origin=origin, at=at)
        return tuple(made)

    return database.write_sync(job)
