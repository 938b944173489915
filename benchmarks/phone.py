"""`python -m benchmarks.phone`: a member's code at the lane; from a scan on the phone to its price.

The lane's part is asked as a lane asks (`kiosk.app.shown`), with as many lost phones and open numbers as a
busy shop has; its figures are processor time, so that they say the same on a machine that does other things.
The phone's part is the whole service in a process of its own, with shoppers who each scan, one more thing at
a time; its figures are what a shopper waits, load generator and service on one machine.

Source: docs/phone.md, "Figures".
"""

import argparse
import asyncio
import contextlib
import datetime
import json
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.app.shown import ShownMembers
from retail.credential import issue, number, told
from retail.credential.code import Credential, Kind, parse, subject_of
from retail.credential.number import Number, read_number
from retail.credential.told import NumberKey
from retail.credential.trust import Revocation, TrustedKey
from retail.member import MemberKey

AT = 1_900_000_000
LOST, OPEN = 1_000, 300
ROUNDS = 300
CODES = ("9521000001015", "9521000006010", "9521000003019", "9521000001084", "9521000001022")
BASKET_MAX = 25


class Told:
    """A feed that has told its last."""

    generation = 1

    def __init__(self, rows: Sequence[tuple[str, bytes]]) -> None:
        self._rows = rows

    def settings(self, prefix: str) -> Sequence[tuple[str, bytes]]:
        return self._rows

    def scopes(self) -> Sequence[str]:
        return ("store:1",)


def lane() -> dict[str, list[float]]:
    """Milliseconds of the processor to know a member, by what is shown."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    key = TrustedKey(public=public, from_s=AT - 60, until_s=AT + 90 * 86_400, shop_id="1")
    signer = issue.Signer(key=key, sign=private.sign)
    subjects = [subject_of(at.to_bytes(10, "big")) for at in range(LOST + OPEN + ROUNDS)]
    numbers = [
        NumberKey(kind=Kind.MEMBER, subject=one, key=at.to_bytes(32, "big"), until_s=AT + 86_400)
        for at, one in enumerate(subjects[LOST : LOST + OPEN])
    ]
    rows = [
        told.key_row(key),
        *(told.revoked_row(Revocation(subject=one)) for one in subjects[:LOST]),
        *(told.number_row(one) for one in numbers),
    ]
    members = ShownMembers(Told(rows))
    found: dict[str, list[float]] = {"code, first minute": [], "code, after 12 h": [], "number": []}
    for name, after_s in (("code, first minute", 0), ("code, after 12 h", 43_180)):
        utc = datetime.datetime.fromtimestamp(AT + after_s, datetime.UTC).isoformat()
        for at, subject in enumerate(subjects[LOST + OPEN :]):
            grant = issue.moving(
                Kind.MEMBER, subject, shop_id="1", from_s=AT, last_link=bytes(12), signer=signer
            )
            code = parse(issue.shown(grant, AT + after_s) or "")
            assert isinstance(code, Credential)
            began = time.thread_time()
            answer = members.by_code(code, utc, f"t-{at}")
            found[name].append((time.thread_time() - began) * 1000)
            assert isinstance(answer, MemberKey), answer
    for at, one in enumerate(numbers):
        at_s = AT + 43_200 + at * 60
        utc = datetime.datetime.fromtimestamp(min(at_s, AT + 86_000), datetime.UTC).isoformat()
        typed = read_number(number.number_at(one.key, Kind.MEMBER, min(at_s, AT + 86_000)))
        assert isinstance(typed, Number)
        began = time.thread_time()
        members.by_number(typed, utc, f"n-{at}")
        found["number"].append((time.thread_time() - began) * 1000)
    return found


@contextlib.contextmanager
def service(folder: Path) -> Iterator[str]:
    """The demo shop's service, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        "STORE_DSN": f"sqlite:///{folder / 'store.db'}",
        "STORE_FOLDER": str(folder),
        "STORE_PORT": str(port),
        "STORE_LOG_LEVEL": "error",
        "PATH": "/usr/bin:/bin",
    }
    command = [sys.executable, "-m", "store.cli"]
    subprocess.run([*command, "init", "--demo"], env=environment, check=True, capture_output=True)
    with subprocess.Popen([*command, "serve"], env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            ends = time.monotonic() + 60
            while True:
                with contextlib.suppress(httpx.HTTPError):
                    httpx.get(f"{url}/healthz").raise_for_status()
                    break
                if time.monotonic() > ends:
                    raise TimeoutError("the service never answered")
                time.sleep(0.1)
            yield url
        finally:
            process.terminate()
            process.wait(30)


async def shopper(
    url: str, at: int, scans: int, pause_s: float, wait_s: float, joined: asyncio.Barrier, took: list[float]
) -> None:
    """Joins, then, when everybody has, scans one more thing at a time and waits for its price."""
    headers = {"x-forwarded-for": f"10.{at // 250}.{at % 250}.9"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60) as client:
        await client.post("/phone/join", data={"agree_club": "yes"})
        page = await client.get("/phone/me")
        secret = re.search(r'data-csrf="(\w+)"', page.text)
        assert secret is not None, page.status_code
        client.headers["x-csrf-token"] = secret[1]
        basket: list[dict[str, object]] = []
        await joined.wait()
        await asyncio.sleep(wait_s)
        for scan in range(scans):
            basket = [*basket, {"code": CODES[(at + scan) % len(CODES)], "quantity": 1}][-BASKET_MAX:]
            began = time.perf_counter()
            answer = await client.post("/phone/api/basket", content=json.dumps({"lines": basket}))
            took.append((time.perf_counter() - began) * 1000)
            answer.raise_for_status()
            await asyncio.sleep(pause_s)


async def shoppers(url: str, count: int, scans: int, pause_s: float) -> list[float]:
    """Milliseconds from a scan to its price, of all."""
    took: list[float] = []
    joined = asyncio.Barrier(count)
    await asyncio.gather(
        *(shopper(url, at, scans, pause_s, pause_s * at / count, joined, took) for at in range(count))
    )
    return took


def row(name: str, figures: list[float]) -> str:
    """A line of the table."""
    ordered = sorted(figures)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"| {name} | {len(ordered)} | {statistics.median(ordered):.2f} | {p99:.2f} | {ordered[-1]:.2f} |"


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shoppers", type=int, default=200)
    parser.add_argument("--scans", type=int, default=4)
    parser.add_argument("--pause", type=float, default=15.0, help="seconds between a shopper's scans")
    asked = parser.parse_args()
    print("| milliseconds | times | median | p99 | longest |\n|---|---|---|---|---|")
    for name, figures in lane().items():
        print(row(f"lane: {name}", figures))
    folder = Path(tempfile.mkdtemp(prefix="bench-phone-"))
    try:
        with service(folder) as url:
            took = asyncio.run(shoppers(url, asked.shoppers, asked.scans, asked.pause))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(row(f"phone: scan to price, {asked.shoppers} shoppers", took))
    return 0


if __name__ == "__main__":
    sys.exit(main())
