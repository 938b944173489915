"""What every test shares: no display is needed, and the binding's guard test runs before anything else."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt, which aborts without a display
os.environ.setdefault("QT_QUICK_BACKEND", "software")

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put guard tests first, in random order too: when one fails, any later test may kill the interpreter."""
    items.sort(key=lambda item: item.get_closest_marker("guard") is None)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of photographs and recordings beside the checkout; without it the test is skipped."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no recorded data at {folder}")
    return folder
