"""What a sale moved on accounts of stored value, booked with the sale: once, whatever became of its holds.

A capture is never refused: the shopper has left with the goods. What was not there any more is the shop's
loss, and staff hear of it. What the sale held and did not take is let go.

Source: docs/stored-value.md, "Capture"; `retail.stored_value.account`.
Invariants: as all followers: in the transaction that writes the sale, and idempotent.
"""

from collections.abc import Iterable

from retail.journal.value import ValueCaptured, ValueLoaded, ValueRefunded
from retail.stored_value.account import Outcome, Step
from store.data.database import Connection
from store.data.journals.sales import Arrived
from store.data.lanes import alerts
from store.data.stored_value import value, value_cards
from store.data.stored_value.value import Origin
from store.identity.vault import Vault
from store.projector.facts import Sale

LOSS, CONTRADICTION = "value_loss", "value_contradiction"


class ValueFollower:
    """Books stored value. `vault` finds the account of a card a lane took unasked; None: it finds none."""

    def __init__(self, vault: Vault | None = None) -> None:
        self._vault = vault

    def __call__(self, connection: Connection, arrival: Arrived, sale: Sale, at: int) -> None:
        """Take, load, give back and let go what the sale says."""
        store_id, terminal_id, _ = arrival.key
        origin = Origin(store_id=store_id, terminal_id=terminal_id)
        captured: dict[str, int] = {}
        for event in sale.value if sale.outcome != "cancelled" else ():
            if isinstance(event, ValueCaptured):
                account_id = self._account(connection, event, sale, origin, at)
                captured[account_id] = captured.get(account_id, 0) + event.amount_minor
            else:
                _put(connection, event, sale, origin, at)
        for account_id, amount_minor in sorted(captured.items()):
            step = value.capture(
                connection, account_id, sale.transaction_id, amount_minor, origin=origin, at=at
            )
            if step is not None:
                _tell(connection, step, amount_minor, sale, _last(sale.value), origin, at)
        self._give_back(connection, sale, origin, at)
        for account_id in sale.value_held:
            if account_id not in captured:
                value.release_all(connection, account_id, sale.transaction_id, origin, at)

    def _give_back(self, connection: Connection, sale: Sale, origin: Origin, at: int) -> None:
        """A top-up went back to where it came from: the balance has it no more."""
        back = sale.back
        if sale.outcome != "load_returned" or back is None or not back.given_minor:
            return
        step = value.capture(
            connection,
            back.account_id,
            back.return_id,
            back.given_minor,
            origin=origin,
            at=at,
            kind="give_back",
        )
        if step is not None:
            _tell(connection, step, back.given_minor, sale, "", origin, at)

    def _account(
        self, connection: Connection, event: ValueCaptured, sale: Sale, origin: Origin, at: int
    ) -> str:
        """The account that was captured from; of a card nobody knows, that of all such cards of the store."""
        account_id: str | None = event.account_id
        if not account_id and event.card_key and self._vault is not None:
            lookup = value_cards.lookup_of(self._vault, event.card_key)
            account_id = value_cards.find_card(connection, lookup)
        if account_id and value_cards.exists(connection, account_id):
            return account_id
        return value_cards.unknown(connection, currency=sale.currency, origin=origin, at=at)


def _put(
    connection: Connection, event: ValueLoaded | ValueRefunded, sale: Sale, origin: Origin, at: int
) -> None:
    account_id, named = event.account_id, sale.transaction_id
    if not value_cards.exists(connection, account_id):
        account_id = value_cards.unknown(connection, currency=sale.currency, origin=origin, at=at)
    if isinstance(event, ValueLoaded):
        value.load(
            connection,
            account_id,
            f"{named}:load:{event.load_id}",
            event.amount_minor,
            None,
            origin=origin,
            at=at,
            transaction_id=named,
        )
    else:
        value.refund(
            connection,
            account_id,
            f"{named}:refund:{event.refund_id}",
            event.amount_minor,
            origin=origin,
            at=at,
            transaction_id=named,
        )


def _tell(
    connection: Connection, step: Step, amount_minor: int, sale: Sale, last: str, origin: Origin, at: int
) -> None:
    if step.outcome is Outcome.SHORT:
        key, values = LOSS, {"last": last, "loss_minor": str(step.short_minor)}
    elif step.outcome is Outcome.CONTRADICTS:
        key = CONTRADICTION
        values = {"first_minor": str(step.amount_minor), "second_minor": str(amount_minor)}
    else:
        return
    alerts.open_alert(
        connection,
        origin.store_id,
        terminal_id=origin.terminal_id,
        kind="value_loss",
        text_key=key,
        values=values,
        at=at,
        alert_id=f"value-{sale.transaction_id}",
        transaction_id=sale.transaction_id,
    )


def _last(moved: Iterable[ValueCaptured | ValueLoaded | ValueRefunded]) -> str:
    """The last digits of the first card that shows some."""
    shown = (event.last_digits for event in moved if isinstance(event, ValueCaptured) and event.last_digits)
    return next(shown, "")
