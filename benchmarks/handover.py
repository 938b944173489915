"""`python -m benchmarks.handover`: a basket of 50 lines from the phone's code to the lane's new state.

What is measured is what the shopper waits once the camera has read the code: the question over HTTP to the
service on its own socket, the claim with its commit on SQLite, and at the lane reading the goods, pricing
them anew with the shop's offers, the interventions, and the commit of all of it to the journal. Lane and
service share this process and its lock, which makes the figures worse than they are on two machines.

Source: docs/phone.md, "Figures".
"""

import argparse
import contextlib
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
import msgspec
import sqlalchemy as sa

from benchmarks.store_server import serving
from benchmarks.store_shoppers import ASSETS
from benchmarks.store_trusting import trusting
from kiosk.checkout import commands as c
from kiosk.checkout.decide import decide
from kiosk.checkout.diagram.shop import BASKET_CODE, context
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import State
from kiosk.database.journal import Journal
from kiosk.devices.scanner import CodeRead
from kiosk.sync.desk import handed_over
from retail.catalogue import Goods, read_csv
from retail.codes import Symbology
from retail.credential import issue
from retail.credential.code import LINK_BYTES, Kind, subject_of
from retail.pricing import Pricer
from retail.terms import read_terms
from retail.wire.handover import CLAIM_PATH, ClaimBasket, PhoneBasket
from retail.wire.suspended import SuspendedGoods
from store.app import create_app
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.data.engine import open_engines
from store.data.journals import handover
from store.data.people import credential_keys, phones
from store.data.schema.handover import phone_basket
from store.identity import vault
from store.identity.vault import Vault
from store.lanes import handover as handover_door
from store.settings import Settings

LINES, ROUNDS = 50, 200


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        took = measured(Path(name), rounds)
    took.sort()
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    print(
        f"| {LINES} lines, phone code to lane state | {rounds} | {statistics.median(took):.1f} "
        f"| {p99:.1f} | {took[-1]:.1f} |"
    )
    return 0


def measured(folder: Path, rounds: int) -> list[float]:
    """Milliseconds of each round."""
    dsn = f"sqlite:///{folder / 'store.db'}"
    engines = open_engines(dsn, 1)
    try:
        migrate.upgrade(engines.writer)
    finally:
        engines.close()
    goods = read_csv((ASSETS / "catalogue.csv").read_text("utf-8"))
    lines = basket_of(goods)
    terms = read_terms((ASSETS / "offers.json").read_bytes(), "EUR")
    state = fold((), State(language="en"))
    base = context(state)
    sells_by = msgspec.structs.replace(
        base.assortment, catalogue=goods, terms=terms, pricer=Pricer(terms), mark="bench"
    )
    given = msgspec.structs.replace(base, assortment=sells_by)
    keys = vault.load(folder)
    took = []
    with Database.open(dsn) as database, contextlib.closing(Journal.open(folder / "lane")) as journal:
        settings = Settings(dsn=dsn, folder=folder, project=False)
        device = database.write_sync(
            lambda one: phones.add(one, "m1", subject=subject_of(b"1" * 10), public=b"", name="", at=1)
        )
        with (
            serving(create_app(settings, database, rooms=(trusting, handover_door.room))) as port,
            httpx.Client(base_url=f"http://127.0.0.1:{port}", headers={"x-terminal": "1-1"}) as http,
        ):
            for number in range(rounds):
                code = offered(database, keys, device, lines, number)
                at = msgspec.structs.replace(given, new_id=f"t{number}")
                opened = decide(state, c.ScanCode(read=_read(BASKET_CODE)), at)
                assert isinstance(opened, tuple), opened
                asking = fold(opened, state)
                began = time.perf_counter()
                question = ClaimBasket(transaction_id=f"t{number}", code=code)
                answer = http.post(CLAIM_PATH, content=msgspec.json.encode(question))
                found = msgspec.json.decode(answer.content, type=PhoneBasket)
                told = handed_over(question, found)
                events = decide(asking, c.ReportBasket(answer=told), at)
                assert isinstance(events, tuple), events
                journal.append(events, at.utc)
                after = fold(events, asking)
                took.append((time.perf_counter() - began) * 1000)
                assert after.transaction is not None
                assert len(after.transaction.lines) == LINES
    return took


def basket_of(goods: Goods) -> tuple[SuspendedGoods, ...]:
    """Goods of the demo shop that are sold by the piece."""
    keys = [key for key, one in goods.items() if one.unit != "kg" and not one.pack_of]
    return tuple(SuspendedGoods(key=key, quantity=1) for key in keys[:LINES])


def offered(
    database: Database, keys: Vault, device: str, lines: tuple[SuspendedGoods, ...], number: int
) -> str:
    """The code a phone shows for its basket now."""
    at, subject = now_us(), subject_of(number.to_bytes(10, "big"))
    wanted = handover.Offered(
        subject=subject,
        member_id="m1",
        device_id=device,
        member_subject=subject_of(b"1" * 10),
        lines=lines,
    )

    def job(connection: Any) -> issue.Signer:
        connection.execute(sa.update(phone_basket).where(phone_basket.c.store_id == "1").values(state="paid"))
        if handover.offer(connection, "1", wanted, at) is not None:
            raise RuntimeError("the basket before is still at a lane")
        return credential_keys.signer(connection, keys, "1", at // 1_000_000)

    signer = database.write_sync(job)
    grant = issue.moving(
        Kind.BASKET,
        subject,
        shop_id="1",
        from_s=at // 1_000_000,
        last_link=number.to_bytes(LINK_BYTES, "big"),
        signer=signer,
        life_h=1,
    )
    return str(issue.shown(grant, at // 1_000_000))


def _read(text: str) -> CodeRead:
    return CodeRead(text=text, symbology=Symbology.QR)


if __name__ == "__main__":
    sys.exit(main())
