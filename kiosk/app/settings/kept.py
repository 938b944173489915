"""What the lane keeps of the layers the service sent: those it runs with, those on trial, what it refused.

    settings/good.json      the layers it got healthy with
    settings/trial.json     newer ones, and how often it was started with them
    settings/verdict.json   what was refused or gone back from, and why
    settings/file           which settings file the lane was started with

New layers are used from the next start on. A start counts itself before anything else happens; when TRIES_MAX
of them ended without the lane being well, the next one runs with the good ones again.

Invariants: each file is written whole or not at all; one that cannot be read is as good as none, so that no
file here can keep a lane from starting.
"""

import contextlib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.update import durable
from retail.settings.layers import ordered
from retail.unreadable import UNREADABLE
from retail.wire.settings import REASON_MAX, REASONS_MAX, SettingsLayer, State

FOLDER = "settings"
TRIES_MAX = 2
"""Starts that new settings are given. One may be a power cut."""
SIZE_MAX = 512 * 1024

T = TypeVar("T")
log = logging.getLogger(__name__)


class Good(msgspec.Struct, frozen=True, kw_only=True):
    """The layers the lane runs with."""

    layers: tuple[SettingsLayer, ...]


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """Layers being tried."""

    layers: tuple[SettingsLayer, ...]
    starts: int = 0
    well: tuple[str, ...] = ()
    """Devices that were well under the settings before."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Layers that are not used, and why. They are not tried again; others are."""

    layers: tuple[SettingsLayer, ...]
    state: State
    reasons: tuple[str, ...]


class Kept:
    """That folder. Every method that writes raises OSError if it cannot."""

    def __init__(self, lane_folder: Path) -> None:
        self._folder = lane_folder / FOLDER

    def good(self) -> tuple[SettingsLayer, ...]:
        """The layers the lane got healthy with."""
        found = self._read("good.json", Good)
        return found.layers if found is not None else ()

    def trial(self) -> Trial | None:
        """What is being tried."""
        return self._read("trial.json", Trial)

    def verdict(self) -> Verdict | None:
        """What was refused last."""
        return self._read("verdict.json", Verdict)

    def in_force(self) -> tuple[SettingsLayer, ...]:
        """The layers a program started now runs with."""
        trial = self.trial()
        return trial.layers if trial is not None else self.good()

    # --- a trial ---------------------------------------------------------------------------------------

    def stage(self, layers: Sequence[SettingsLayer], well: Sequence[str]) -> None:
        """Run with these from the next start on."""
        self._write("trial.json", Trial(layers=tuple(ordered(layers)), well=tuple(well)))

    def begin(self) -> Trial | None:
        """A start is being made: count it, or end a trial that had its starts. What is on trial now."""
        trial = self.trial()
        if trial is None:
            return None
        if trial.starts >= TRIES_MAX:
            self.roll_back([f"{trial.starts} starts ended before the lane was well"])
            return None
        trial = msgspec.structs.replace(trial, starts=trial.starts + 1)
        self._write("trial.json", trial)
        return trial

    def give_up_unsaid(self) -> None:
        """End a trial without a word about it: a full disk takes files away when it takes none."""
        self._remove("trial.json")

    def confirm(self) -> None:
        """The lane is well with what was on trial."""
        trial = self.trial()
        if trial is not None:
            self.adopt(trial.layers)

    def adopt(self, layers: Sequence[SettingsLayer]) -> None:
        """Run with these; nothing is on trial, nothing refused."""
        self._write("good.json", Good(layers=tuple(ordered(layers))))
        self._remove("verdict.json")
        self._remove("trial.json")

    def roll_back(self, reasons: Sequence[str]) -> None:
        """Go back to the good ones from the next start on."""
        trial = self.trial()
        if trial is not None:
            log.error("the new settings are given up: %s", "; ".join(reasons))
            self._judge(trial.layers, "rolled_back", reasons)
            self._remove("trial.json")

    def refuse(self, layers: Sequence[SettingsLayer], reasons: Sequence[str]) -> None:
        """These are not used."""
        self._judge(tuple(layers), "refused", reasons)

    def _judge(self, layers: tuple[SettingsLayer, ...], state: State, reasons: Sequence[str]) -> None:
        told = tuple(reason[:REASON_MAX] for reason in reasons[:REASONS_MAX])
        self._write("verdict.json", Verdict(layers=tuple(ordered(layers)), state=state, reasons=told))

    # --- which file ------------------------------------------------------------------------------------

    def note_file(self, config: Path) -> None:
        """The lane is started with this settings file."""
        if self.file() != config.absolute():
            self._folder.mkdir(parents=True, exist_ok=True)
            durable.write(self._folder / "file", f"{config.absolute()}\n".encode())

    def file(self) -> Path | None:
        """The settings file the lane was started with last."""
        try:
            return Path((self._folder / "file").read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError):
            return None

    # --- files -----------------------------------------------------------------------------------------

    def _read(self, name: str, kind: type[T]) -> T | None:
        path = self._folder / name
        try:
            if path.stat().st_size > SIZE_MAX:
                raise OSError(f"larger than {SIZE_MAX} bytes")
            return msgspec.json.decode(path.read_bytes(), type=kind)
        except FileNotFoundError:
            return None
        except (OSError, *UNREADABLE) as error:
            log.error("%s is not used: %s", path, error)
            return None

    def _write(self, name: str, what: msgspec.Struct) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        durable.write(self._folder / name, msgspec.json.encode(what), 0o640)

    def _remove(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            durable.remove(self._folder / name)
