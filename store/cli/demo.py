"""The demo shop: its goods, offers and members, two people who may log in, and a code for the first lane.

For trying things out. Passwords, badges and PINs are made anew each time and printed once; nothing secret is
in the program.

Source: assets/demo; docs/commands.md, "Demo".
Invariants: safe to repeat: files that are in already change nothing, people keep their accounts and get new
passwords, the lane's old code no longer works.
"""

import getpass
import secrets
from pathlib import Path

import msgspec

from store.cli import demo_shelf, demo_value, enrol_code
from store.cli.demo_value import GiftCard
from store.data.clock import now_us
from store.data.database import Database
from store.data.people import staff
from store.data.stored_value.value import Origin
from store.identity import vault
from store.identity.passwords import Passwords, pin_fault
from store.identity.roles import Role
from store.identity.vault import Vault
from store.importing import Importer
from store.office import accounts
from store.settings import Settings

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "demo"
TERMS = "offers.json"
FILES = ("catalogue.csv", TERMS, "members.csv")
LANE = "Lane 1"
PEOPLE = (
    ("anna", "Anna", "101", Role.ATTENDANT),
    ("max", "Max", "201", Role.MANAGER),
)
SECRET_BYTES = 9
"""Twelve characters of a password: printed, typed once, changed by whoever keeps the shop."""


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may log in."""

    login: str
    password: str
    role: str
    number: str = ""
    """Typed at a lane, with the PIN."""
    pin: str = ""
    badge: str = ""
    """Shown to a lane's scanner instead."""


class Demo(msgspec.Struct, frozen=True, kw_only=True):
    """What was made; secrets are shown once and kept nowhere."""

    store_id: str
    imported: tuple[str, ...]
    people: tuple[Login, ...]
    gift_cards: tuple[GiftCard, ...]
    lane: str
    terminal_id: str
    code: str

    def __str__(self) -> str:
        people = "\n".join(
            f"  {one.login:<8} {one.password:<16} {one.role:<10} "
            f"at a lane: number {one.number}, PIN {one.pin}, or badge {one.badge}"
            for one in self.people
        )
        cards = "\n".join(f"  {one.digits}  {one.amount_minor / 100:.2f}" for one in self.gift_cards)
        files = "\n".join(f"  {line}" for line in self.imported)
        return (
            f"store {self.store_id}\n{files}\n\nback office logins, shown once:\n{people}\n\n"
            f"gift cards, shown once:\n{cards}\n\n"
            f"enrolment code of {self.lane} ({self.terminal_id}), for 15 minutes: {self.code}"
        )


def make(database: Database, settings: Settings, *, folder: Path = FOLDER) -> Demo:
    """Fill the store of the settings. Raises one of `store.importing.REFUSALS`, `KeyFileError` or OSError."""
    keys = vault.load(settings.folder, vault.given())
    who = f"cli:{getpass.getuser()}"
    importer = Importer(
        database, keys, now_us, store_id=settings.store_id, currency=settings.currency, by=who
    )
    imported = tuple(
        str(
            importer.terms(demo_shelf.terms_of(folder, name), name)
            if name == TERMS
            else importer.bring_in(folder / name)
        )
        for name in FILES
    )
    demo_shelf.make(database, settings.store_id, folder, by=who, at=now_us())
    people = tuple(
        _person(database, settings.store_id, keys, login, name, number, role, who)
        for login, name, number, role in PEOPLE
    )
    origin = Origin(store_id=settings.store_id, who=who, why="demo")
    cards = demo_value.make(database, keys, settings.currency, origin, now_us())
    code = enrol_code.make(database, settings.store_id, LANE)
    return Demo(
        store_id=settings.store_id,
        imported=imported,
        people=people,
        gift_cards=cards,
        lane=LANE,
        terminal_id=code.terminal_id,
        code=code.written,
    )


def _person(
    database: Database, store_id: str, keys: Vault, login: str, name: str, number: str, role: Role, who: str
) -> Login:
    password, pin, badge = secrets.token_urlsafe(SECRET_BYTES), _pin(), f"LK-{secrets.token_hex(8).upper()}"
    way = accounts.way_in(
        Passwords(), keys, login=login, password=password, badge=badge, pin=pin, number=number
    )
    at = now_us()
    known = {
        one.login: one.staff_id
        for one in database.read_sync(lambda connection: staff.listed(connection, store_id))
    }
    if login in known:
        database.write_sync(
            lambda connection: accounts.set_way_in(connection, store_id, known[login], way, who=who, at=at)
        )
    else:
        database.write_sync(
            lambda connection: accounts.add_person(
                connection, store_id, login=login, name=name, role=role, way=way, who=who, at=at
            )
        )
    return Login(login=login, password=password, role=role.word, number=number, pin=pin, badge=badge)


def _pin() -> str:
    """A PIN by chance that may be one."""
    while pin_fault(pin := f"{secrets.randbelow(10_000):04}"):
        pass
    return pin
