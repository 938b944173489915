"""What a director may do to the printer, by name; and what it may ask.

{"do": "printer", "what": "cover_open"}
{"do": "printer", "what": "paper_end_after_mm", "mm": 60}
{"do": "papers"}      {"do": "status"}
"""

from typing import Any

from simulators.control import ControlError
from simulators.printer.machine import Machine
from simulators.printer.port import Port

MID_RECEIPT_MM = 40


class Director:
    """Carries out requests on one machine and its cable. The caller holds the machine's lock."""

    def __init__(self, machine: Machine, port: Port) -> None:
        self._machine = machine
        self._port = port
        self._deeds = {
            "ready": self._ready,
            "paper_end": lambda: machine.leave_paper(0),
            "paper_end_mid": lambda: machine.leave_paper(MID_RECEIPT_MM),
            "paper_low": lambda: machine.leave_paper(machine.build.near_end_mm - 1),
            "load_paper": machine.load_paper,
            "tear": lambda: machine.tray.finish("torn"),
            "cover_open": lambda: self._set("cover_open", True),
            "cover_close": lambda: self._set("cover_open", False),
            "cutter_jam": lambda: self._set("cutter_blocked", True),
            "cutter_freed": lambda: self._set("cutter_blocked", False),
            "silent": lambda: self._set("is_mute", True),
            "speaking": lambda: self._set("is_mute", False),
            "deaf": lambda: self._set("is_deaf", True),
            "hearing": lambda: self._set("is_deaf", False),
            "power_cycle": machine.power_cycle,
            "unplug": port.unplug,
            "replug": port.plug,
        }

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Answer one control request."""
        match request["do"]:
            case "printer":
                self._do(request)
                return {}
            case "papers":
                return {"papers": self.papers()}
            case "status":
                return self.status()
            case other:
                raise ControlError(f"a printer knows printer, papers and status, not {other!r}")

    def _do(self, request: dict[str, Any]) -> None:
        what = request.get("what")
        if what == "paper_end_after_mm":
            millimetres = request.get("mm")
            if not isinstance(millimetres, int | float) or millimetres < 0:
                raise ControlError('paper_end_after_mm needs "mm", a number from 0')
            self._machine.leave_paper(millimetres)
        elif what in self._deeds:
            self._deeds[what]()
        else:
            names = ", ".join(sorted([*self._deeds, "paper_end_after_mm"]))
            raise ControlError(f"unknown {what!r}; one of {names}")

    def _ready(self) -> None:
        self._machine.service()
        self._port.plug()

    def _set(self, name: str, value: bool) -> None:
        setattr(self._machine, name, value)

    def papers(self) -> list[dict[str, Any]]:
        """The pieces that left the printer, oldest first."""
        return [
            {
                "number": kept.number,
                "ended": kept.ended,
                "png": str(kept.png),
                "txt": str(kept.txt),
                "bin": str(kept.bin),
                "height_mm": kept.height_mm,
            }
            for kept in self._machine.tray.kept
        ]

    def status(self) -> dict[str, Any]:
        """How the machine is."""
        machine = self._machine
        return {
            "plugged": self._port.is_plugged,
            "offline": machine.is_offline,
            "cover_open": machine.cover_open,
            "paper_out": machine.paper_out,
            "remaining_mm": machine.remaining_mm,
            "busy": machine.is_busy,
            "buffered": machine.buffered,
            "hanging_mm": round(machine.tray.piece.length / machine.build.dots_per_mm),
            "pieces": len(machine.tray.kept),
            "unknown_commands": dict(machine.interpreter.unknown),
        }
