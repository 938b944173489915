"""What the sheet of joining shows, as frozen data. Ready to read."""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import Message


class JoinView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody becomes a member."""

    transaction_id: str = ""
    is_member: bool = False
    step: Literal["", "asking", "code", "refused"] = ""
    """Empty: nobody has asked yet."""
    url: str = ""
    problem: Message = Message("", "")
    agreements: tuple[tuple[str, str, str], ...] = ()
    """Purpose, title, text."""
