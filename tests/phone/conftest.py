"""What the tests of the phone pages share: a shop whose service answers, and one browser."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from litestar.testing import TestClient
from phone_browser import CHROMIUM, Browser, running
from phone_gateway import DEADLINE_S, EVERY_LOOK_S, balance, end, taken, until
from phone_shop import Client, Known, Shop, build, copied

from simulators.control import ControlClient
from store.data.stored_value import wallet_charges
from store.phone import wallet_gateway


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built-shop"))


@pytest.fixture(scope="module")
def shop(built_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop for the tests of a module: each has members of its own, and time only goes on."""
    with copied(built_shop, tmp_path_factory.mktemp("shop")) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(shop: Shop) -> Iterator[Client]:
    with TestClient(shop.app()) as opened:
        yield opened


@pytest.fixture
def anna(client: Client) -> Known:
    """A phone that joined."""
    return Known(client)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here (Debian: apt install chromium)")
    with running(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


# --- with a wallets' gateway --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlClient]:
    control = tmp_path_factory.mktemp("gateway") / "wallet"
    command = [sys.executable, "-m", "simulators.wallet_gateway", "--control", str(control), "--slow", "1"]
    process = subprocess.Popen(command)
    try:
        until(lambda: control.exists() and process.poll() is None)
        yield ControlClient(control)
    finally:
        process.terminate()
        process.wait(DEADLINE_S)


@pytest.fixture(scope="module")
def with_wallets(
    built_shop: Path, tmp_path_factory: pytest.TempPathFactory, gateway: ControlClient
) -> Iterator[Shop]:
    with copied(built_shop, tmp_path_factory.mktemp("shop")) as opened, pytest.MonkeyPatch.context() as often:
        often.setattr(wallet_gateway, "LOOK_S", EVERY_LOOK_S)
        often.setattr(wallet_gateway, "IDLE_S", EVERY_LOOK_S)
        url = gateway.do("status")["url"]
        opened.settings = msgspec.structs.replace(opened.settings, wallet_url=url)
        yield opened


@pytest.fixture(scope="module")
def served(with_wallets: Shop) -> Iterator[Client]:
    with TestClient(with_wallets.app()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _everything_has_ended(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test begins with a gateway that behaves and no payment under way."""
    yield
    if "gateway" not in request.fixturenames:
        return
    gateway, shop = request.getfixturevalue("gateway"), request.getfixturevalue("with_wallets")
    gateway.do("behave")
    gateway.do("payer", what="pay")
    for one in shop.database.read_sync(wallet_charges.still_open):
        end(shop, one)
    until(lambda: not shop.database.read_sync(wallet_charges.still_open))
    assert balance(shop) == taken(gateway), "what wallets paid is what balances hold"


@pytest.fixture
def eva(served: Client) -> Known:
    return Known(served)
