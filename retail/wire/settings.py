"""Settings on their way to a lane: one signed document per layer, and what the lane says became of them.

Each layer is one row of the feed, of the kind `setting`: the chain's in the chain's scope, the region's and
the store's in the store's, the lane's in its own. A lane uses nothing of a document whose signature does not
hold, or that was made for somebody else.

Source: docs/protocol.md, "Settings"; `retail.settings` for the keys.
Invariants: a row's key names its layer; a document is signed over everything in it.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

KIND = "setting"
VALUES_MAX = 200
"""Values in one layer; there are fewer settings."""
REASONS_MAX = 8
REASON_MAX = 200

Value = bool | int | float | str | list[str]
State = Literal["file", "good", "waiting", "trial", "refused", "rolled_back"]


class SettingsLayer(msgspec.Struct, frozen=True, kw_only=True):
    """What one layer sets."""

    layer: str
    """`chain`, `region`, `store` or `lane`."""
    holder: str
    """Whose: the store's or the lane's id, the region's name; of the chain: empty."""
    version: int
    values: dict[str, Value]
    """By path: `timers.paid_s`."""
    made_at: int
    key_id: str = ""
    signature: str = ""
    """Ed25519, base64."""

    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        bare = msgspec.structs.replace(self, signature="")
        return b"settings-layer\n" + msgspec.json.encode(bare, order="deterministic")


class SettingsNow(msgspec.Struct, frozen=True, kw_only=True):
    """How a lane stands to its settings."""

    state: State
    layers: dict[str, int] = {}
    """The versions it runs with."""
    wanted: dict[str, int] = {}
    """Those that wait for a quiet moment, are on trial, or were refused."""
    reasons: tuple[str, ...] = ()
    """Why they were refused, or gone back from."""


def row_key(layer: str) -> str:
    """The key of a layer's row in the feed."""
    return f"layer:{layer}"


def versions(layers: Iterable[SettingsLayer]) -> dict[str, int]:
    """Layer to version; one that sets nothing counts as well."""
    return {one.layer: one.version for one in layers}
