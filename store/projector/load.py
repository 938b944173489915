"""Fold the events of a top-up: whose balance got how much, paid by what.

It stands among the transactions as `loaded`: its money counts in what the card terminal took, and nowhere in
what was sold. The balance itself is booked by `store.projector.value`.

Source: `retail.journal.loads`; docs/stored-value.md, "Topping up at a lane".
Invariants: pure; what was paid is what was loaded, or it is a `Fault` beside the rows.
"""

import msgspec

from retail.journal import events as e
from retail.journal import loads as ld
from retail.journal import value as v
from store.projector.facts import Fault, Sale


class Load:
    """A top-up, event by event; nothing at all for a sale."""

    def __init__(self) -> None:
        self.is_one = False
        """Whether these events are a top-up."""
        self._accounts: set[str] = set()
        self._chosen: ld.LoadChosen | None = None

    def add(self, event: e.AnyEvent) -> None:
        """The next event."""
        match event:
            case ld.LoadOpened():
                self.is_one = True
            case ld.LoadOffered():
                self._accounts.add(event.account_id)
            case ld.LoadChosen():
                self._chosen = event
            case _:
                pass

    def booked(self, sale: Sale) -> Sale:
        """The top-up as a transaction of its own, made of what a sale without goods would be."""
        if sale.outcome != "sold":
            return sale
        return msgspec.structs.replace(
            sale, outcome="loaded", reason="", list_minor=0, saving_minor=0, lines=(), taxes=()
        )

    def fault(self, sale: Sale, ended: object, *, sells: bool) -> Fault | None:
        """What does not agree in its money; None if all does."""
        loads = [one for one in sale.value if isinstance(one, v.ValueLoaded)]
        paid = sum(tender.amount_minor for tender in sale.tenders)
        if sells or len(loads) != len(sale.value):
            return Fault(reason="payment", detail="goods were sold, or a balance spent, in a top-up")
        if not isinstance(ended, e.TransactionClosed):
            return Fault(reason="payment", detail="money was taken for no balance") if paid or loads else None
        chosen = self._chosen
        if len(loads) != 1 or chosen is None:
            return Fault(reason="payment", detail="a top-up was closed without one load")
        told = {paid, loads[0].amount_minor, chosen.amount_minor, ended.total_minor}
        if len(told) != 1:
            return Fault(reason="payment", detail=f"{paid} was paid for a load of {loads[0].amount_minor}")
        if loads[0].account_id not in self._accounts or loads[0].load_id != chosen.load_id:
            return Fault(reason="payment", detail="a balance was loaded that nobody had named")
        return None
