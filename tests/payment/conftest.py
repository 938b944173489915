from collections.abc import Iterator
from pathlib import Path

import pytest
from payment_rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    try:
        yield rig.start()
    finally:
        rig.close()
