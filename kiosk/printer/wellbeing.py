"""The printer's status as a health staff can act on."""

from kiosk.devices.health import Condition, Device, Health
from kiosk.printer.codec.status import PrinterStatus

_DETAILS = {
    "cover_open": "The receipt printer's cover is open. Close it until it clicks.",
    "paper_end": "The receipt printer has no paper. Load a new roll and close the cover.",
    "cutter_jam": "The receipt printer's cutter is jammed. Remove the paper scrap, then press resume.",
    "printer_error": "The receipt printer reports an error. Switch it off and on; if it stays, call service.",
    "head_hot": "The receipt printer pauses to cool down. It goes on by itself.",
    "offline": "The receipt printer is offline. Check its feed button and cover.",
    "unplugged": "The receipt printer cannot be reached. Check its cable and power.",
    "no_answer": "The receipt printer does not answer. Check its power, then its cable.",
}
_PAPER_LOW = "The receipt paper is running low. Have a new roll ready."


def health_of(status: PrinterStatus) -> Health:
    """What `status` means for the lane."""
    if status.fault:
        return _health(Condition.FAULT, status.fault, _DETAILS[status.fault])
    if status.paper_low:
        return _health(Condition.WARNING, "paper_low", _PAPER_LOW)
    return _health(Condition.READY, "", "")


def link_fault(code: str) -> Health:
    """The health while there is no link: `unplugged` or `no_answer`."""
    return _health(Condition.FAULT, code, _DETAILS[code])


def _health(condition: Condition, code: str, detail: str) -> Health:
    return Health(device=Device.PRINTER, condition=condition, code=code, detail=detail)
