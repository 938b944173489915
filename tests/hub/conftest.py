"""One service, two lanes and a hub, enrolled once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_world import DEADLINE_S, HubHouse, ServiceHouse, enrol_hub, enrol_lane

from kiosk.sync.identity import Identity
from store.hub.app import open_database

LANES = ("Lane 1", "Lane 2")


class Enrolled:
    """What was made once."""

    def __init__(self, folder: Path) -> None:
        self.house = ServiceHouse(folder / "service")
        self.folder = folder / "hub"
        with self.house.running() as url:
            self.lanes = [enrol_lane(self.house, url, name) for name in LANES]
            enrol_hub(self.house, url, self.folder)
        open_database(self.folder).close()  # its tables are made once


@pytest.fixture(scope="session")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Enrolled]:
    made = Enrolled(tmp_path_factory.mktemp("hub"))
    yield made
    made.house.database.close()


@pytest.fixture(autouse=True)
def _refusals_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong sign-in is not made to wait."""
    monkeypatch.setattr("store.office.session.REFUSED_AFTER_S", 0.0)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A touch waits for its lane's word however busy this machine is."""
    monkeypatch.setattr("store.office.pages.station.OUTCOME_S", DEADLINE_S)


@pytest.fixture
def house(enrolled: Enrolled) -> ServiceHouse:
    return enrolled.house


@pytest.fixture
def lane(enrolled: Enrolled) -> Identity:
    return enrolled.lanes[0]


@pytest.fixture
def other_lane(enrolled: Enrolled) -> Identity:
    return enrolled.lanes[1]


@pytest.fixture
def folder(enrolled: Enrolled, tmp_path: Path) -> Path:
    """A hub's files, as after its enrolment."""
    path = tmp_path / "hub"
    shutil.copytree(enrolled.folder, path)
    return path


@pytest.fixture
def hub(folder: Path) -> Iterator[HubHouse]:
    """A hub whose service is gone."""
    with HubHouse(folder).running() as running:
        yield running
