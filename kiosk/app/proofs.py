"""What staff see when they test a device at the lane.

A printer prints a page that is no receipt. The other devices tell their condition by themselves, all the
time: the attendant layer shows it live, with the camera's picture, so a test of them is a look.
"""

import datetime
import logging
import uuid

from kiosk.app.settings.schema import Settings
from kiosk.devices.health import Device
from kiosk.devices.printer import PrintJob, ReceiptPrinter
from kiosk.printer.test_page import page

log = logging.getLogger(__name__)


class Proofs:
    """Tests of a lane's devices."""

    def __init__(self, printer: ReceiptPrinter, settings: Settings) -> None:
        self._printer = printer
        self._settings = settings

    def prove(self, device: str) -> None:
        """Test the device with this name."""
        log.info("staff test the device %s", device)
        if device != Device.PRINTER.value:
            return
        settings = self._settings
        at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        columns = settings.printer.columns
        paper = page(settings.shop.name, settings.lane.name, at, columns)
        job_id = f"test-{uuid.uuid4().hex[:8]}"
        self._printer.print(PrintJob(job_id=job_id, payload=paper.payload, height_mm=paper.height_mm))
