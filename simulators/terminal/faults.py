"""What the terminal can do wrong, by name.

One table: the name, the row of the fault catalogue it comes from, what happens, and how often. A fault is
armed over the control channel (`{"do": "fault", "name": ...}`) and used up as it strikes.
"""

import threading
from collections.abc import Mapping
from typing import NamedTuple

ALWAYS = 1_000_000


class Fault(NamedTuple):
    """One way to misbehave."""

    row: str
    what: str
    times: int = 1


FAULTS: dict[str, Fault] = {
    "garbage": Fault("L1", "noise and a stray NAK before each block", ALWAYS),
    "nak_once": Fault("L2", "the next block is answered NAK"),
    "nak_storm": Fault("L2", "three blocks in a row are answered NAK", 3),
    "lose_ack": Fault("L3", "the next block is carried out but not acknowledged"),
    "bad_crc": Fault("L4", "one block goes out with a wrong checksum"),
    "bad_crc_result": Fault("L4", "the result always goes out with a wrong checksum", 3),
    "cut_block": Fault("L5", "one block stops in the middle"),
    "stray_dle": Fault("L5", "one block has a lone 10 in it"),
    "duplicate": Fault("L6", "every block goes out twice", ALWAYS),
    "byte_by_byte": Fault("L7", "every byte is written alone", ALWAYS),
    "unplug_command": Fault("L8", "the cable is pulled when the payment arrives, before its ACK"),
    "unplug_accepted": Fault("L8", "... after 80 00"),
    "unplug_status": Fault("L8", "... after an intermediate status"),
    "unplug_result": Fault("L8", "... in the middle of 04 0F, after the charge"),
    "unplug_answered": Fault("L8", "... after the lane answered 04 0F"),
    "unplug_print": Fault("L8", "... after the first receipt block"),
    "unplug_completion": Fault("L8", "... before 06 0F"),
    "reboot_9600": Fault("L9", "the terminal restarts after 80 00 and speaks 9600 baud again"),
    "no_accept": Fault("A1", "the payment is acknowledged and then ignored, without 80 00"),
    "long_wait": Fault("A1", "silence for many probe intervals before the result; probes are answered"),
    "silent_host": Fault("A1", "silence before the result; probes are not answered either"),
    "slow_statuses": Fault("A2", "intermediate statuses keep coming for longer than T4"),
    "odd_statuses": Fault("A2", "unknown codes, short announced timeouts, status with and without timeout"),
    "refuse_start": Fault("A3", "84 A1 instead of 80 00"),
    "host_down": Fault("A3", "06 1E 9B without a result"),
    "abort_after_approval": Fault("A4", "06 1E after an accepted approval; the charge is reversed"),
    "no_completion": Fault("A4", "nothing after an accepted approval"),
    "wrong_currency": Fault("A5", "the result names another currency"),
    "wrong_terminal": Fault("A5", "the result names another terminal"),
    "missing_amount": Fault("A5", "the approval carries no amount"),
    "partial_approval": Fault("A5", "the terminal charges less than was asked"),
    "tip_added": Fault("A5", "the terminal charges more and says it is a tip"),
    "ignore_refusal": Fault("A5", "06 0F although the lane answered 84 6C; the charge stands"),
    "refuse_abort": Fault("A6", "06 B0 is answered 84 83, the payment goes on"),
    "ignore_abort": Fault("A6", "06 B0 is accepted but the payment goes on"),
    "repeat_bare": Fault("A8", "a repeat receipt is answered with 06 0F only", ALWAYS),
    "repeat_refused": Fault("A8", "a repeat receipt is answered 84 83", ALWAYS),
    "repeat_deaf": Fault("A8", "a repeat receipt is not answered", ALWAYS),
    "repeat_busy": Fault("A8", "a repeat receipt is answered 84 9C", 2),
    "repeat_older": Fault("A8", "a repeat receipt tells the sale before the last one"),
    "reversal_repeated": Fault("A10", "06 30 ends in 06 1E B4 although nothing was reversed", ALWAYS),
    "reversal_fails": Fault("A10", "06 30 ends in 06 1E B5", ALWAYS),
    "reversal_other": Fault("A10", "06 30 reverses another amount"),
    "reversal_last": Fault("A10", "06 30 reverses another payment of the same amount"),
    "end_of_day_fails": Fault("A11", "06 50 ends in 06 1E 77, and payments are refused until one succeeds"),
    "software_update": Fault("A11", "after 06 50 the terminal updates itself (27 E0) and hears nothing"),
    "reboot": Fault("A12", "the terminal restarts after 80 00 and forgets its registration"),
    "initialisation_due": Fault("A12", "status enquiries answer 51", ALWAYS),
    "diagnosis_due": Fault("A12", "a status enquiry answers C2"),
    "printer_not_ready": Fault("A12", "status enquiries answer CC", ALWAYS),
    "out_of_order": Fault("A12", "status enquiries answer DF", ALWAYS),
    "card_left": Fault("A12", "status enquiries answer E1", ALWAYS),
    "print_lines": Fault("A13", "receipts come line by line (06 D1), a container behind the text"),
    "card_data": Fault("P1", "test card numbers, tracks and PINs in every field and every text", ALWAYS),
    "latin1": Fault("A13", "texts are ISO 8859-1 whatever was agreed", ALWAYS),
}
STATES = {
    "initialisation_due": 0x51,
    "diagnosis_due": 0xC2,
    "printer_not_ready": 0xCC,
    "out_of_order": 0xDF,
    "card_left": 0xE1,
}
"""What status enquiries answer under these faults."""


class Faults:
    """The armed faults. Armed by the control thread, used up by the terminal's."""

    def __init__(self, table: Mapping[str, Fault] = FAULTS) -> None:
        self._table = table
        self._lock = threading.Lock()
        self._armed: dict[str, int] = {}

    def arm(self, name: str) -> None:
        """Arm a fault of the table."""
        with self._lock:
            self._armed[name] = self._table[name].times

    def clear(self) -> None:
        """Behave again."""
        with self._lock:
            self._armed.clear()

    def take(self, name: str) -> bool:
        """True if the fault strikes now; uses it up once."""
        with self._lock:
            left = self._armed.get(name, 0)
            if not left:
                return False
            if left == 1:
                del self._armed[name]
            elif left < ALWAYS:
                self._armed[name] = left - 1
            return True

    def armed(self) -> list[str]:
        """Names of what can still strike."""
        with self._lock:
            return sorted(self._armed)
