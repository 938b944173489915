"""Numbers the terminal gives us to bring back: the last transaction's, and its message counter.

A terminal that keeps what nobody acknowledged learns from the next payment whether the till heard of the last
one: TLV 1F1F repeats the number it told. A number that is not known is sent empty, never as zero.

Source: ZVT commands PA00P015 section 4 (transaction synchronisation), section 5 (message sequence).
Invariants: nothing is sent that the terminal did not send first; a result counts as heard only once it was
acknowledged.
"""

from kiosk.payment.zvt.codec import Tlv, encode_tlv, find_tlv

SYNC_ID = 0x1F1F
SEQUENCE_ID = 0x1F73


class Mirror:
    """Lives as long as the driver; used by its thread."""

    def __init__(self, *, keeps_unacknowledged: bool) -> None:
        self._keeps = keeps_unacknowledged
        self._sync: bytes | None = None
        """None as long as the terminal has told none; empty when ours is not known."""
        self._sequence: bytes | None = None

    def hear(self, tlv: bytes | None) -> None:
        """A container of the terminal whose message we acknowledged."""
        if not tlv:
            return
        sync, sequence = find_tlv(tlv, SYNC_ID), find_tlv(tlv, SEQUENCE_ID)
        if sync is not None:
            self._sync = sync if any(sync) else b""
        if sequence is not None:
            self._sequence = sequence

    def forget(self) -> None:
        """What the terminal holds now is not known."""
        if self._sync is not None:
            self._sync = b""

    def container(self) -> bytes | None:
        """What goes into the next payment; None for nothing."""
        elements = []
        if self._keeps and self._sync is not None:
            elements.append(Tlv(SYNC_ID, self._sync))
        if self._sequence is not None:
            elements.append(Tlv(SEQUENCE_ID, self._sequence))
        return encode_tlv(*elements) if elements else None
