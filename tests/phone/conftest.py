"""What the tests of the phone pages share: a shop whose service answers, and one browser."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from phone_browser import CHROMIUM, Browser, running
from phone_shop import Client, Known, Shop, build, copied


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
