"""Who should come: the alerts a lane's state calls for, and what changed since they were last told. Pure.

Invariants: an alert has one id from its beginning to its end, so that telling it twice does not call twice;
the same state always calls for the same alerts.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Phase, PrintState
from kiosk.devices.health import Condition, Device
from retail.wire import alert_texts
from retail.wire.live import AlertCleared, AlertRaised


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A reason for a person to come."""

    kind: str
    text_key: str
    values: dict[str, str] = {}
    severity: Literal["nudge", "staff", "critical"] = "staff"
    transaction_id: str = ""


def alerts_of(snapshot: Snapshot) -> dict[str, Alert]:
    """What the lane calls for now, by key: what it is about."""
    state, found = snapshot.state, dict[str, Alert]()
    sale = state.transaction
    sale_id = sale.transaction_id if sale else ""
    if snapshot.outage:
        named = f"{alert_texts.OUTAGE}.{snapshot.outage}"
        found["outage"] = Alert(
            kind="outage",
            text_key=named if named in alert_texts.TEXTS else alert_texts.OUTAGE,
            values=_trouble(snapshot.outage, snapshot.outage_detail),
            severity="critical",
            transaction_id=sale_id,
        )
    if state.help_called:
        found["help"] = Alert(kind="help", text_key=alert_texts.HELP, transaction_id=sale_id)
    if sale is not None and state.phase is Phase.UNKNOWN:
        is_staff_only = sale.payment is not None and sale.payment.needs_attendant
        found["payment"] = Alert(
            kind="payment_unknown",
            text_key=alert_texts.PAYMENT_PERSON if is_staff_only else alert_texts.PAYMENT_ASKED,
            severity="critical" if is_staff_only else "staff",
            transaction_id=sale_id,
        )
    for device, told in state.devices.items():
        if told.condition is Condition.FAULT:
            name = device.value.replace("_", " ").capitalize()
            values = {"device": name, **_trouble(told.code, told.detail)}
            found[f"device:{device.value}"] = Alert(kind="device", text_key=alert_texts.DEVICE, values=values)
    printing = sale.printing if sale else None
    if printing is not None and printing.state is PrintState.WAITING:
        printer = state.devices.get(Device.PRINTER, DeviceState())
        found["printing"] = Alert(
            kind="device",
            text_key=alert_texts.PRINTING,
            values=_trouble(printing.code, printer.detail if printer.code == printing.code else ""),
            transaction_id=sale_id,
        )
    return found


def _trouble(code: str, detail: str) -> dict[str, str]:
    """A fault for people: the sentence that says what to do, else its machine word."""
    return {"trouble": detail or code.replace("_", " "), "code": code}


class AlertBook:
    """Remembers what was told. `new_id` makes an alert's name."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._count = 0
        self._open: dict[str, tuple[str, Alert]] = {}

    def follow(self, wanted: Mapping[str, Alert], at: int) -> list[AlertRaised | AlertCleared]:
        """What to tell now: alerts that began, changed (under their old id) or ended."""
        told: list[AlertRaised | AlertCleared] = []
        for key in [key for key in self._open if key not in wanted]:
            told.append(AlertCleared(alert_id=self._open.pop(key)[0], at=at))
        for key, alert in wanted.items():
            known = self._open.get(key)
            if known is None:
                self._count += 1
            elif known[1] == alert:
                continue
            alert_id = known[0] if known else f"{self._prefix}-{self._count}"
            self._open[key] = alert_id, alert
            told.append(_raised(alert_id, alert, at))
        return told

    def open_alerts(self, at: int) -> list[AlertRaised]:
        """Everything that is still going on, to be told to somebody new."""
        return [_raised(alert_id, alert, at) for alert_id, alert in self._open.values()]


def _raised(alert_id: str, alert: Alert, at: int) -> AlertRaised:
    return AlertRaised(
        alert_id=alert_id,
        kind=alert.kind,
        text=alert_texts.sentence(alert.text_key, alert.values),
        text_key=alert.text_key,
        values=alert.values,
        severity=alert.severity,
        transaction_id=alert.transaction_id,
        at=at,
    )
