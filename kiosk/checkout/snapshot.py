"""What the engine shows the world after each command: the state, and what the state alone cannot say."""

import msgspec

from kiosk.checkout.state import State


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """One picture of the lane, newest wins. Handed to the screen and to nothing that decides."""

    sequence: int
    """Counts up by one per snapshot."""
    state: State
    outage: str = ""
    """Why the lane cannot go on at all (`disk_full`, `journal_failed`, `broken`); empty when it can.
    Shown as the out-of-service screen whatever the phase, with the basket kept."""
    outage_detail: str = ""
    """English sentence for staff."""
    refusal: str = ""
    """Machine word for why the command just handled was refused (`terminal_not_ready`, ...), else empty."""
    queue_place: int = 0
    """Where this lane stands among those that wait for staff; 0: not known, or nobody is waited for."""
    first_seen_at: float = 0.0
    frame_at: float = 0.0
    """Monotonic times of the camera frames behind this snapshot (0 when no frame is)."""
