"""Who the terminal is, how long it takes, and what it does when asked or ignored."""

import enum

import msgspec


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal's times in seconds, at speed 1."""

    t1_s: float = 0.2
    t2_s: float = 5.0
    t3_s: float = 5.0
    insert_s: float = 1.0
    pin_s: float = 0.9
    host_s: float = 1.0
    print_s: float = 0.2
    later_s: float = 2.0
    """Before a result is repeated that was answered "later"."""
    result_patience_s: float = 30.0
    deaf_s: float = 30.0
    unplugged_s: float = 5.0
    long_wait_s: float = 60.0

    def faster(self, speed: float) -> "Timing":
        """All times divided by `speed`, except the gap inside a block."""
        fields = {name: getattr(self, name) / speed for name in self.__struct_fields__}
        return Timing(**{**fields, "t1_s": self.t1_s})


class Card(enum.Enum):
    """What the next card payment comes to."""

    APPROVE = "approve"
    DECLINE = "decline"
    CANCEL = "cancel"
    SILENT = "silent"
    WRONG_AMOUNT = "wrong_amount"
    UNPLUG = "unplug"


class Unacknowledged(enum.Enum):
    """What happens to an approval nobody acknowledges."""

    KEEP = "keep"
    AUTO_REVERSE = "auto_reverse"
    DROP = "drop"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Who the terminal is and how it behaves."""

    terminal_id: int = 52_523_535
    currency: int = 978
    unacknowledged: Unacknowledged = Unacknowledged.KEEP
    sync_ids: bool = False
    """Tells each transaction's number in TLV 1F1F and reads it in the next payment."""
    tells_refused: bool = True
    """A repeat receipt tells the last transaction, not the last successful one."""
    timing: Timing = Timing()
