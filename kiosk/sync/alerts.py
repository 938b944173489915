"""Who should come: the alerts a lane's state calls for, and what changed since they were last told. Pure.

Invariants: an alert has one id from its beginning to its end, so that telling it twice does not call twice;
an intervention's outlives the program, as the intervention does; the same state always calls for the same
alerts.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from retail.interventions.carried import Open
from retail.interventions.words import Severity
from retail.wire import alert_texts
from retail.wire.live import AlertCleared, AlertRaised, Waiting


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A reason for a person to come."""

    kind: str
    text_key: str
    values: dict[str, str] = {}
    severity: Literal["nudge", "staff", "critical"] = "staff"
    transaction_id: str = ""
    waiting: Waiting | None = None
    name: str = ""
    """What tells it from all others of this lane, for ever; empty: nothing does."""


NO_PICTURES: Mapping[int, str] = MappingProxyType({})


def alerts_of(snapshot: Snapshot, pictures: Mapping[int, str] = NO_PICTURES) -> dict[str, Alert]:
    """What the lane calls for now, by key: what it is about. `pictures`: by intervention, their names."""
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
    for one in state.book.open:
        if one.wants_staff:
            found[f"intervention:{one.intervention_no}"] = _intervention(state, one, sale_id, pictures)
    return found


def _intervention(state: State, one: Open, sale_id: str, pictures: Mapping[int, str]) -> Alert:
    """An open intervention that wants staff, and what it takes to decide it."""
    key, values = _told(state, one)
    line = state.situation.sale.lines.get(one.line_id)
    waiting = Waiting(
        intervention_no=one.intervention_no,
        kind=one.kind,
        subject=one.subject,
        item=line.product.name("") if line else "",
        line_id=one.line_id,
        measure=one.measure,
        why=one.why,
        blocks=one.blocks.value,
        clearer=one.clearer.value,
        is_remote=one.is_remote,
        needs_picture=one.needs_picture,
        picture=pictures.get(one.intervention_no, ""),
        raised_at=one.at_us,
        called_at=one.called_at_us,
        looked_by=one.looked_by,
        refused_by=one.refused_by,
        amount_minor=line.amount_minor if line else 0,
        currency=line.product.currency if line else "",
    )
    return Alert(
        kind=one.kind,
        text_key=key,
        values=values,
        severity=_SEVERITY[one.severity],
        transaction_id=sale_id,
        waiting=waiting,
        name=f"{one.intervention_no}-{one.at_us:x}",
    )


_SEVERITY: dict[Severity, Literal["nudge", "staff", "critical"]] = {
    Severity.NUDGE: "nudge",
    Severity.STAFF: "staff",
    Severity.CRITICAL: "critical",
}


def _told(state: State, one: Open) -> tuple[str, dict[str, str]]:
    """The sentence that says most."""
    sale = state.transaction
    if one.kind == "payment_unknown":
        is_staff_only = sale is not None and sale.payment is not None and sale.payment.needs_attendant
        return (alert_texts.PAYMENT_PERSON if is_staff_only else alert_texts.PAYMENT_ASKED), {}
    device = next((device for device in state.devices if device.value == one.subject), None)
    if device is not None:
        told = state.device(device)
        name = device.value.replace("_", " ").capitalize()
        return alert_texts.DEVICE, {"device": name, **_trouble(told.code or one.why, told.detail)}
    if one.kind == "help":
        return alert_texts.HELP, {}
    return alert_texts.INTERVENTION + one.kind, {}


def _trouble(code: str, detail: str) -> dict[str, str]:
    """A fault for people: the sentence that says what to do, else its machine word."""
    return {"trouble": detail or code.replace("_", " "), "code": code}


class AlertBook:
    """Remembers what was told."""

    def __init__(self, prefix: str, lasting: str) -> None:
        """`prefix` begins the ids of this run's alerts, `lasting` of those that go on after a restart."""
        self._prefix = prefix
        self._lasting = lasting
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
            new_id = f"{self._lasting}-{alert.name}" if alert.name else f"{self._prefix}-{self._count}"
            alert_id = known[0] if known else new_id
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
        waiting=alert.waiting,
        at=at,
    )
