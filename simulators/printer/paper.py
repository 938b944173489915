"""The paper: dots burnt line by line, torn or cut into pieces that are kept as files.

Invariants: what was burnt stays; a piece is written when it leaves the printer; bytes and texts of a piece
are those that were consumed for it.
"""

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

PIECE_HEIGHT_MAX = 40_000
"""Five metres at 203 dpi; longer pieces are cut off in the picture, not in the figures."""


@dataclass
class Piece:
    """One strip of paper, growing downwards."""

    width: int
    lead_dots: int
    image: Image.Image = field(init=False)
    length: int = field(init=False)
    lines: list[str] = field(default_factory=list)
    consumed: bytearray = field(default_factory=bytearray)
    has_ink: bool = False

    def __post_init__(self) -> None:
        self.image = Image.new("1", (self.width, 4096), 0)
        self.length = self.lead_dots

    def burn(self, strip: Image.Image, x: int = 0) -> None:
        """Add a strip of dots (1 is black) below what is there."""
        self._grow(strip.height)
        self.image.paste(strip, (x, self.length))
        self.has_ink = self.has_ink or strip.getbbox() is not None
        self.length += strip.height

    def feed(self, dots: int) -> None:
        """Add empty paper."""
        self._grow(dots)
        self.length += dots

    def _grow(self, dots: int) -> None:
        needed = min(self.length + dots, PIECE_HEIGHT_MAX)
        if needed > self.image.height:
            taller = Image.new("1", (self.width, min(PIECE_HEIGHT_MAX, needed * 2)), 0)
            taller.paste(self.image)
            self.image = taller


@dataclass(frozen=True)
class Kept:
    """A finished piece and its files."""

    number: int
    ended: str
    """`cut`, `paper_end` or `torn`."""
    png: Path
    txt: Path
    bin: Path
    height_mm: int


class PaperTray:
    """Keeps pieces in a folder as receipt-0001.png, .txt and .bin."""

    def __init__(self, folder: Path, width: int, dots_per_mm: float, lead_dots: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._width = width
        self._dots_per_mm = dots_per_mm
        self._lead_dots = lead_dots
        self.kept: list[Kept] = []
        self.piece = Piece(width, lead_dots)

    def finish(self, ended: str) -> None:
        """The piece leaves the printer; an empty one (no ink) is thrown away."""
        piece, self.piece = self.piece, Piece(self._width, self._lead_dots)
        if piece.has_ink:
            self.kept.append(self._write(piece, ended, len(self.kept) + 1))

    def _write(self, piece: Piece, ended: str, number: int) -> Kept:
        stem = self._folder / f"receipt-{number:04d}"
        kept = Kept(
            number=number,
            ended=ended,
            png=stem.with_suffix(".png"),
            txt=stem.with_suffix(".txt"),
            bin=stem.with_suffix(".bin"),
            height_mm=round(piece.length / self._dots_per_mm),
        )
        kept.txt.write_text("\n".join(piece.lines) + "\n", encoding="utf-8")
        kept.bin.write_bytes(bytes(piece.consumed))
        dpi = round(self._dots_per_mm * 25.4)
        _black_on_white(piece).save(kept.png, dpi=(dpi, dpi))
        return kept


def _black_on_white(piece: Piece) -> Image.Image:
    height = max(1, min(piece.length, piece.image.height))
    return piece.image.crop((0, 0, piece.width, height)).convert("L").point(lambda dot: 0 if dot else 255)
