"""The cash drawer at the receipt printer: one pulse on the connector.

Source: ESC/POS, `ESC p m t1 t2` (generate pulse): pin 2, 50 ms on, 500 ms off.
"""

import uuid

from kiosk.devices.printer import PrintJob, ReceiptPrinter

PULSE = b"\x1bp\x00\x19\xfa"


def open_by(printer: ReceiptPrinter) -> None:
    """Open the drawer. The job needs no paper; whether somebody is at the drawer is theirs to see."""
    printer.print(PrintJob(job_id=f"drawer-{uuid.uuid4().hex[:8]}", payload=PULSE, height_mm=0))
