"""The shop's secret on this lane: what member keys are hashed with and next-visit coupons are signed with.

Given in the settings it is the shop's, and a coupon of one lane is known on all. Without that each lane makes
its own once and keeps it beside the journal; losing it makes the coupons it has handed out worthless.

Invariants: the file is readable by the lane's user only; each use has a key of its own, so that none of them
tells another.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

FILE = "secret.key"
SIZE = 32


class Secret:
    """Keys for what the shop keeps to itself."""

    def __init__(self, root: bytes) -> None:
        self._root = root

    def key_for(self, use: str) -> bytes:
        """The key of one use."""
        return hmac.new(self._root, use.encode(), hashlib.sha256).digest()

    def __repr__(self) -> str:
        return "Secret(...)"


def secret_of(given: str, folder: Path) -> Secret:
    """The shop's secret: the one given, else the lane's own. Raises OSError if that cannot be kept."""
    if given:
        return Secret(given.encode())
    path = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        kept = path.read_bytes()
        if len(kept) == SIZE:
            return Secret(kept)
    made = secrets.token_bytes(SIZE)
    new = path.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    return Secret(made)
