"""What a journey leaves behind: its steps in order, each with pictures and what was found true.

Invariants: a step that shows or proves nothing is no step; the first thing that is not so raises.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal["phone", "lane", "tablet", "paper"]
"""What a picture is of, and so how it is framed."""
PICTURES = "pictures"
PICTURES_MAX = 80


class NotSoError(Exception):
    """Something that the journey says is so is not so."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture. `file` is beside `index.html`."""

    kind: Kind
    file: str
    caption: str


@dataclass(kw_only=True)
class Step:
    """One step of the journey."""

    number: int
    title: str
    text: str
    at: datetime.datetime
    pictures: list[Picture] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)
    """What was looked up and found to be so, one sentence each."""

    @property
    def name(self) -> str:
        """Its title as part of a file's name."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


class Album:
    """The steps so far. `now` is the shop's clock, `say` gets a line for whoever waits."""

    def __init__(
        self, folder: Path, now: Callable[[], datetime.datetime], say: Callable[[str], None]
    ) -> None:
        self.folder = folder
        self.steps: list[Step] = []
        self._now = now
        self._say = say
        (folder / PICTURES).mkdir(parents=True, exist_ok=True)

    @property
    def step(self) -> Step:
        """The one that goes on."""
        return self.steps[-1]

    def begin(self, title: str, text: str) -> None:
        """Begin the next step. Raises `NotSoError` if the one before shows or proves nothing."""
        if self.steps:
            self.end()
        self.steps.append(Step(number=len(self.steps) + 1, title=title, text=text, at=self._now()))
        self._say(f"{len(self.steps):>3}  {title}")

    def end(self) -> None:
        """The step is over. Raises `NotSoError`."""
        if not self.step.pictures or not self.step.proofs:
            raise NotSoError(f"step {self.step.number} ({self.step.title}) shows or proves nothing")

    def picture(self, kind: Kind, caption: str) -> Path:
        """Where the next picture of this step goes. Raises `NotSoError` beyond PICTURES_MAX."""
        if sum(len(step.pictures) for step in self.steps) >= PICTURES_MAX:
            raise NotSoError(f"a journey has at most {PICTURES_MAX} pictures")
        letter = chr(ord("a") + len(self.step.pictures))
        file = f"{PICTURES}/{self.step.number:02}{letter}-{self.step.name}.png"
        self.step.pictures.append(Picture(kind=kind, file=file, caption=caption))
        return self.folder / file

    def holds(self, proof: str, is_so: object, found: object = "") -> None:
        """`proof` was looked up. Raises `NotSoError` if it is not so; `found` says what is instead."""
        if not is_so:
            told = f" (found: {found})" if found != "" else ""
            raise NotSoError(f"step {self.step.number} ({self.step.title}): not so: {proof}{told}")
        self.step.proofs.append(proof)
