"""Made-up moments of becoming a member: what comes while the sheet is open. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Joining
from kiosk.ui.words.joins import REASONS

ASKED = Joining(ask_no=1, how="phone")
URL = "https://example.com/join/" + "7F3A9C01" * 3


def answers(snapshot: Snapshot) -> Iterator[tuple[str, Snapshot]]:
    """What the store may say, to the purchase of this snapshot."""
    answered = replace(ASKED, is_asked=False)
    yield "asking", with_joining(snapshot, ASKED)
    yield "code", with_joining(snapshot, replace(answered, url=URL))
    for reason in (*REASONS, "something new"):
        yield f"refused-{reason.replace(' ', '-')}", with_joining(snapshot, replace(answered, reason=reason))


def with_joining(snapshot: Snapshot, joining: Joining) -> Snapshot:
    """The same moment with somebody joining."""
    sale = snapshot.state.transaction
    if sale is None:
        raise ValueError("nobody joins without a purchase")
    return replace(snapshot, state=replace(snapshot.state, transaction=replace(sale, joining=joining)))
