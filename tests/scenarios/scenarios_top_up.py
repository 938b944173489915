"""Balances topped up by card at a lane of its own processes, with the power cut wherever it hurts."""

import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scenarios_attended import AttendedLane, Shop, to_show, until

from simulators.control import ControlError
from simulators.shopper import outputs
from tools.journey.books import Books

SETTINGS = {"tenders": {"top_up": True}, "lane": {"joins": True}}
NO_SCALES = 'wait = "attract"'
AMOUNT = 2_000
CARD = "card:gold-1"
"""A member of the demo shop."""
HAD = 2_000
"""On the balance at the start."""
WHY = "shopper_changed_mind"
TOUCH_AMOUNT = f'touch = "load-{AMOUNT}"'


class TopUps:
    """A shop whose one lane tops balances up, one after the other."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.lane: AttendedLane = shop.lane(1, SETTINGS, uses=NO_SCALES)
        self.books = Books(shop.store.folder / "store.db")

    @property
    def world(self) -> Any:
        """Lane, devices and service at work."""
        return self.lane.world

    @property
    def account(self) -> str:
        """The member's: the demo shop has one, with something on it."""
        return self.books.account(CARD.removeprefix("card:"))

    @property
    def loads(self) -> list[int]:
        """Each top-up of a lane in the store's ledger."""
        rows = self.books.rows(
            "SELECT amount_minor FROM value_entry WHERE account_id = ? AND kind = 'top_up'"
            " AND book = 'balance' AND transaction_id <> '' ORDER BY booked_at",
            [self.account],
        )
        return [int(amount) for (amount,) in rows]

    @property
    def charges(self) -> list[tuple[str, int]]:
        """What the terminal says it did."""
        return self.lane.charges()

    def offered(self) -> None:
        """The store has named the account, and amounts can be touched."""
        until("the lane is free", lambda: self.lane.screen == "attract")
        self.lane.do('touch = "topUp"', f'show = "{CARD}"')
        self.words_say("€20.00")

    def touched(self) -> None:
        """An amount is touched, the card is read, and the terminal asks its host."""
        before, terminal = len(self.charges), self.world.fleet.terminal
        self.world.touch(f"load-{AMOUNT}")
        until(
            "the host is asked",
            lambda: terminal.do("status")["asks_host"] or len(self.charges) > before,  # a slow machine
        )

    def slip(self) -> None:
        """Paid: take the slip, and the lane thanks."""
        papers = len(self.world.papers())
        self.lane.do('wait = "receipt"', 'touch = "receiptPaper"', 'wait = "thanks"')
        until("the slip is cut", lambda: len(self.world.papers()) > papers)

    def words_say(self, text: str) -> list[str]:
        """Wait until a screen reader finds a text; all it finds."""

        def read() -> list[str]:
            words = [str(one) for one in self.world.lane.ask("read")["words"]]
            return words if any(text in one for one in words) else []

        return list(until(f"the screen says {text}", read))

    def booked(self, count: int) -> None:
        """Wait until the ledger has so many loads; the terminal has as many charges, and it adds up."""
        until(f"{count} loads are booked", lambda: len(self.loads) >= count)
        assert self.loads == [AMOUNT] * count
        assert self.charges == [("charge", AMOUNT)] * count
        assert self.books.balance(self.account) == HAD + AMOUNT * count
        assert self.books.ledger_sum(self.account) == 0
        events = [event["event"] for event in self.lane.journal()]  # it verifies
        assert events.count("ValueLoaded") == count
        assert events.count("PaymentApproved") == count

    def giving_back(self, out: Path) -> None:
        """Staff have found the newest top-up by its slip, and are asked why it goes back."""
        receipt = to_show(self.newest_transaction, out)
        until("the lane is free", lambda: self.lane.screen == "attract")
        self.lane.do('badge = "anna"', 'wait = "staff"', receipt, 'touch = "more-1"')
        self.lane.picture("give-back-chosen")
        self.lane.do('touch = "returnGive"')

    def given_back(self, out: Path) -> str:
        """Staff give the newest top-up back to its card; what the slip of that says."""
        papers = len(self.world.papers())
        self.giving_back(out)
        self.lane.do(f'touch = "choice-{WHY}"', 'touch = "returnPrint"')
        until("the slip is cut", lambda: len(self.world.papers()) > papers)
        outputs.save_receipt(self.world.papers(), self.world.out)
        return Path(self.world.papers()[-1]["txt"]).read_text(encoding="utf-8")

    def ends_giving_back(self) -> None:
        """Staff press what there is to press until the slip of it prints."""

        def pressed() -> str:
            for control in ("returnPrint", "returnAgain"):
                with contextlib.suppress(ControlError):
                    self.world.touch(control)
                    return control
            return ""

        until("it has gone back", lambda: pressed() == "returnPrint")

    @property
    def is_back(self) -> bool:
        """Whether the balance is as at the start."""
        return self.books.balance(self.account) == HAD

    @property
    def newest_transaction(self) -> str:
        """What the newest top-up is called, as its slip's code says."""
        found = self.books.one(
            "SELECT transaction_id FROM sale WHERE outcome = 'loaded' ORDER BY number DESC"
        )
        return str(found)


# --- the power is cut --------------------------------------------------------------------------------------


def while_offered(shop: TopUps) -> None:
    """Nothing was touched."""
    shop.offered()
    shop.world.restart()
    shop.lane.do(TOUCH_AMOUNT)
    shop.slip()


def at_the_touch(shop: TopUps) -> None:
    """In the moment of the touch: written down or not."""
    shop.offered()
    shop.world.touch(f"load-{AMOUNT}")
    shop.world.restart()
    settled = until("it is known what became of it", lambda: _settled(shop))
    if settled == "load":
        shop.lane.do(TOUCH_AMOUNT)
    shop.slip()


def while_the_card_is_held(shop: TopUps) -> None:
    """The terminal goes on by itself; its answer comes to nobody."""
    shop.offered()
    shop.touched()
    shop.world.restart()
    shop.slip()


def charged_and_killed(shop: TopUps) -> None:
    """The bank has said yes, and the lane has not read it: it stands still before it can, and then dies."""
    before = len(shop.charges)
    shop.touched()
    os.killpg(shop.world.lane.child.pid, signal.SIGSTOP)
    until("the card is charged", lambda: len(shop.charges) > before)
    shop.world.restart()


def after_the_charge(shop: TopUps) -> None:
    """The terminal is asked what became of it."""
    shop.offered()
    charged_and_killed(shop)
    shop.slip()


def before_the_slip(shop: TopUps) -> None:
    """Paid and written down; nobody has asked for the slip."""
    shop.offered()
    shop.lane.do(TOUCH_AMOUNT, 'wait = "receipt"')
    shop.world.restart()
    shop.slip()


def while_the_slip_prints(shop: TopUps) -> None:
    """What paper has come out is one original at the most; the rest are marked copies."""
    shop.offered()
    shop.lane.do(TOUCH_AMOUNT, 'wait = "receipt"')
    shop.world.touch("receiptPaper")
    shop.world.restart()
    until("the lane is free again, or asks what came out", lambda: shop.lane.screen in ("attract", "receipt"))
    if shop.lane.screen == "receipt":
        shop.lane.do('touch = "receiptNone"', 'wait = "attract"')


def before_the_report(shop: TopUps) -> None:
    """The service is gone from the card on; the lane dies before it comes back."""
    shop.offered()
    shop.shop.store.child.kill()
    shop.lane.do(TOUCH_AMOUNT)
    shop.slip()
    shop.world.lane.kill()
    shop.shop.store.start()
    shop.world.lane.start()


CUTS: dict[str, Callable[[TopUps], None]] = {
    one.__name__: one
    for one in (
        while_offered,
        at_the_touch,
        while_the_card_is_held,
        after_the_charge,
        before_the_slip,
        while_the_slip_prints,
        before_the_report,
    )
}


def _settled(shop: TopUps) -> str:
    screen = shop.lane.screen
    return screen if screen in ("load", "receipt") else ""
