"""What the status bits mean: one picture of the printer, folded from pushed and asked-for bytes.

Source: docs/devices/printer.md, "Status bits" (DLE EOT 1..4 and automatic status back).
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class PrinterStatus:
    """The printer's own words about itself. All false means ready."""

    offline: bool = False
    cover_open: bool = False
    paper_end: bool = False
    paper_low: bool = False
    """Near-end sensors are optional: false may also mean "no sensor"."""
    cutter_jam: bool = False
    unrecoverable: bool = False
    recovering: bool = False
    """An error that ends by itself, e.g. the head is too hot."""

    @property
    def fault(self) -> str:
        """The cause that stops printing, most useful first; empty when printing goes on."""
        causes = (
            ("cover_open", self.cover_open),
            ("paper_end", self.paper_end),
            ("cutter_jam", self.cutter_jam),
            ("printer_error", self.unrecoverable),
            ("head_hot", self.recovering),
            ("offline", self.offline),
        )
        return next((code for code, holds in causes if holds), "")


def from_pushed(value: bytes) -> PrinterStatus:
    """The status in an automatic status back of four bytes (the fourth is reserved)."""
    first, second, third = value[0], value[1], value[2]
    return PrinterStatus(
        offline=bool(first & 0x08),
        cover_open=bool(first & 0x20),
        cutter_jam=bool(second & 0x08),
        unrecoverable=bool(second & 0x20),
        recovering=bool(second & 0x40),
        paper_low=bool(third & 0x03),
        paper_end=bool(third & 0x0C),
    )


def with_realtime(status: PrinterStatus, which: int, value: int) -> PrinterStatus:
    """`status` corrected by the answer to `DLE EOT which`.

    >>> with_realtime(PrinterStatus(), 4, 0x72).fault
    'paper_end'
    """
    match which:
        case 1:
            return replace(status, offline=bool(value & 0x08))
        case 2:
            return replace(status, cover_open=bool(value & 0x04))
        case 3:
            return replace(
                status,
                cutter_jam=bool(value & 0x08),
                unrecoverable=bool(value & 0x20),
                recovering=bool(value & 0x40),
            )
        case _:
            return replace(status, paper_low=bool(value & 0x0C), paper_end=bool(value & 0x60))
