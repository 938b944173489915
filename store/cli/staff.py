"""Accounts of the people who work here: list, add, give a new password or badge, unlock, close.

The first manager of a store is made here; everybody else by a manager in the office. Passwords and PINs are
asked for, or read from standard input line by line when it is not a terminal.
"""

import argparse
import getpass
import sys
from typing import Any

from store.data.clock import now_us, to_iso
from store.data.database import Database
from store.data.people import staff
from store.identity import vault
from store.identity.errors import KeyFileError, Rejected
from store.identity.passwords import Passwords
from store.identity.roles import Role, role_of
from store.office import accounts
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--store", metavar="S", help="the store (default: the one in the settings)")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="every account")
    add = verbs.add_parser("add", help="a new account; asks for its password")
    add.add_argument("login")
    add.add_argument("--name", help="what people call them (default: the login)")
    add.add_argument("--role", choices=[role.word for role in Role], default="attendant")
    for verb, text in (
        ("password", "a new password"),
        ("badge", "a new badge and PIN"),
        ("unlock", "let somebody try again"),
        ("close", "close an account: nothing opens it any more"),
        ("open", "open it again"),
    ):
        verbs.add_parser(verb, help=text).add_argument("login")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do it, and say so."""
    store_id = options.store or settings.store_id
    try:
        with Database.open(settings.dsn) as database:
            if options.verb == "list":
                return _list(database, store_id)
            return _change(database, store_id, settings, options)
    except (Rejected, staff.TakenError, KeyFileError) as refused:
        print(f"store staff: {refused}", file=sys.stderr)
        return 1


def _list(database: Database, store_id: str) -> int:
    now = now_us()
    for person in database.read_sync(lambda connection: staff.listed(connection, store_id)):
        ways = [word for word, has in (("password", person.has_password), ("badge", person.has_badge)) if has]
        state = "open" if person.is_active else "closed"
        if person.locked_until > now:
            state = f"locked until {to_iso(person.locked_until)}"
        print(f"{person.login:<20} {person.role:<10} {state:<12} {', '.join(ways):<16} {person.name}")
    return 0


def _change(database: Database, store_id: str, settings: Settings, options: argparse.Namespace) -> int:
    who, at, login = f"cli:{getpass.getuser()}", now_us(), options.login.strip().lower()
    if options.verb == "add":
        way = _asked_way(settings, login, "password")
        database.write_sync(
            lambda connection: accounts.add_person(
                connection,
                store_id,
                login=login,
                name=options.name or options.login,
                role=role_of(options.role),
                way=way,
                who=who,
                at=at,
            )
        )
        print(f"{login} may log in as {options.role} of store {store_id}")
        return 0
    found = database.read_sync(lambda connection: staff.listed(connection, store_id))
    person = next((person for person in found if person.login == login), None)
    if person is None:
        print(f"store staff: there is no {login} in store {store_id}", file=sys.stderr)
        return 1
    staff_id = person.staff_id
    if options.verb in ("password", "badge"):
        way = _asked_way(settings, login, options.verb)

        def job(connection: Any) -> bool:
            return accounts.set_way_in(connection, store_id, staff_id, way, who=who, at=at)

    elif options.verb == "unlock":

        def job(connection: Any) -> bool:
            return accounts.unlock_person(connection, store_id, staff_id, who=who, at=at)

    else:
        is_active = options.verb == "open"

        def job(connection: Any) -> bool:
            return accounts.change_person(connection, store_id, staff_id, is_active=is_active, who=who, at=at)

    database.write_sync(job)
    print(f"{login}: {options.verb} done")
    return 0


def _asked_way(settings: Settings, login: str, kind: str) -> accounts.WayIn:
    """Hashes of what is typed. Raises `Rejected`."""
    keys = vault.load(settings.folder, vault.given())
    if kind == "password":
        return accounts.way_in(Passwords(), keys, login=login, password=_asked("password: ") or "-")
    return accounts.way_in(Passwords(), keys, badge=_asked("badge: ") or "-", pin=_asked("PIN: ") or "-")


def _asked(prompt: str) -> str:
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
