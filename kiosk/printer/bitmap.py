"""A black and white picture as a thermal printer takes it: rows of packed dots, black is 1."""

from dataclasses import dataclass

from retail.check import require


@dataclass(frozen=True)
class Bitmap:
    """`data` holds `height` rows of `(width + 7) // 8` bytes, leftmost dot in the highest bit."""

    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        require(self.width > 0 and self.height > 0, "a bitmap has dots")
        require(len(self.data) == self.row_bytes * self.height, "a bitmap holds all of its rows")

    @property
    def row_bytes(self) -> int:
        """Bytes of one row."""
        return (self.width + 7) // 8
