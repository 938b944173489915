"""The real store service of the kill matrix, in a process of its own: lanes, gift cards and their ledger.

Invariants: nothing is asked of the ledger but through the service's own data layer; numbers of cards are made
by chance and known to the shopper alone.
"""

import contextlib
import multiprocessing
import secrets
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.live_service import TIMEOUT_S
from benchmarks.payment_lane_parts import Enrolment
from benchmarks.store_lane import enrolled
from benchmarks.store_server import serving
from retail.stored_value.limits import ValueLimits
from retail.stored_value.number import make_number
from store.app import create_app
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.data.stored_value import value_books, value_cards
from store.data.stored_value.value import Origin
from store.identity import lookup, vault
from store.identity.passwords import Passwords
from store.settings import Settings

_STORE = "1"


class Store:
    """Asks the service's process. Safe from several threads."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def lane(self) -> Enrolment:
        """A new lane of the shop."""
        return Enrolment(**self._ask("lane"))

    def card(self, amount_minor: int, pin: str = "") -> tuple[str, str]:
        """A new gift card: its number and its account."""
        digits, account_id = self._ask("card", amount_minor, pin)
        return str(digits), str(account_id)

    def account(self, account_id: str) -> tuple[int, int]:
        """Balance and what is held of it."""
        balance, held = self._ask("account", account_id)
        return int(balance), int(held)

    def faults(self) -> list[str]:
        """What does not add up in the ledger of stored value."""
        return list(self._ask("faults"))

    def _ask(self, *question: object) -> Any:
        with self._lock:
            self._pipe.send(question)
            if not self._pipe.poll(TIMEOUT_S):
                raise TimeoutError("the service does not answer")
            return self._pipe.recv()


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The service, for as long as the block runs."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, str(folder)), daemon=True)
    process.start()
    try:
        if not ours.poll(TIMEOUT_S):
            raise TimeoutError("the service did not start")
        ours.recv()
        yield Store(ours)
    finally:
        with contextlib.suppress(OSError):
            ours.send(("end",))
        process.join(TIMEOUT_S)
        if process.is_alive():
            process.kill()
        ours.close()


def _serve(pipe: Connection, folder: str) -> None:
    settings = Settings(dsn=f"sqlite:///{folder}/store.db", folder=Path(folder) / "keys")
    with Database.open(settings.dsn) as database:
        migrate.upgrade(database.engines.writer)
        with serving(create_app(settings, database)) as port:
            keys = vault.load(settings.folder)
            pipe.send("ready")
            while (question := pipe.recv()) != ("end",):
                pipe.send(_answer(database, keys, port, question))


def _answer(database: Database, keys: vault.Vault, port: int, question: tuple[Any, ...]) -> Any:
    secret = lookup.member_secret(keys)
    match question:
        case ("lane",):
            lane = enrolled(database, _STORE)
            return {
                "url": f"http://127.0.0.1:{port}",
                "store_id": _STORE,
                "terminal_id": lane.terminal_id,
                "private_key": lane.private.private_bytes_raw().hex(),
                "card_secret": secret.hex(),
            }
        case ("card", int(amount_minor), str(pin)):
            number, pin_hash = make_number(secrets.randbelow), Passwords().hash(pin) if pin else ""
            account_id = database.write_sync(
                lambda one: value_cards.issue(
                    one,
                    value_cards.lookup_of(keys, number.key(secret)),
                    number.last_digits,
                    amount_minor,
                    ValueLimits(),
                    currency="EUR",
                    origin=Origin(store_id=_STORE, who="bench"),
                    at=now_us(),
                    pin_hash=pin_hash,
                )
            )
            return number.digits, account_id
        case ("account", str(account_id)):
            row = database.read_sync(lambda one: value_books.one(one, account_id))
            return (row.balance_minor, row.held_minor) if row is not None else (-1, -1)
        case ("faults",):
            return list(database.read_sync(value_books.faults))
        case _:
            raise ValueError(f"{question[0]}: nobody answers that")
