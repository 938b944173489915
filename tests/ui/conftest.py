"""A real window, offscreen, that collects what it posts; QML warnings fail the test (pytest-qt's log)."""

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from ui_window import Shown

from kiosk.ui.application import ScreenProfile, create_application
from kiosk.ui.samples.attention import RULES
from kiosk.ui.view import CARDS_ONLY


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture
def open_window(qapp: QGuiApplication, caplog: pytest.LogCaptureFixture) -> Iterator[Callable[..., Shown]]:
    create_application("en")
    opened: list[Shown] = []

    def opener(width: int = 1080, height: int = 1920, **profile: object) -> Shown:
        names = {"shop_name": "Corner Shop", "lane_name": "3"}
        rules = profile.pop("rules", RULES)
        tenders = profile.pop("tenders", CARDS_ONLY)
        shown = Shown(ScreenProfile(width=width, height=height, **{**names, **profile}), rules, tenders)
        opened.append(shown)
        return shown

    yield opener
    for shown in opened:
        shown.close()
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert not errors


@pytest.fixture
def shown(open_window: Callable[..., Shown]) -> Shown:
    return open_window()
