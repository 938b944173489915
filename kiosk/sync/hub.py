"""Tells the shop's own hub who should come, while the service cannot be reached.

Every beat, as long as there is something to tell and the live channel is down, everything that is open is
posted; once more when it is over. The hub is on the shop's own network: attendants hear of it all the same.

Source: `retail.wire.hub`; docs/protocol.md, "Live channel".
Invariants: nothing is told twice as news (alerts keep their names); the hub is never needed to sell.
"""

import base64
import logging
import secrets
from collections.abc import Callable, Sequence

import httpx
import msgspec

from kiosk.sync.answers import Refused, Unreachable
from kiosk.sync.client import ServiceClock
from kiosk.sync.identity import Identity
from retail.unreadable import UNREADABLE
from retail.wire import identity
from retail.wire.hub import ALERTS_PATH, AlertsTaken, LaneAlerts
from retail.wire.live import BEAT_S, AlertRaised

TIMEOUT_S = 3.0
LOOK_S = 1.0
"""How soon a change is told."""

log = logging.getLogger(__name__)


class HubTeller:
    """Posts alerts to one hub. `step` is called by one thread."""

    def __init__(
        self,
        url: str,
        who: Identity,
        clock: ServiceClock,
        alerts: Callable[[], Sequence[AlertRaised]],
        is_needed: Callable[[], bool],
        *,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """`alerts` tells what is open now, `is_needed` whether nobody else can be told."""
        self._who = who
        self._key = who.key()
        self._clock = clock
        self._alerts = alerts
        self._is_needed = is_needed
        self._http = httpx.Client(base_url=url, timeout=TIMEOUT_S, transport=transport)
        self._told: tuple[str, ...] = ()
        self._since_told_s = 0.0
        self.trouble = ""
        """Why the hub was not told; empty when it was, or there was nothing to tell."""

    def step(self) -> float:
        """Tell what has to be told; seconds to wait."""
        alerts = self._alerts() if self._is_needed() else ()
        names = tuple(alert.alert_id for alert in alerts)
        self._since_told_s += LOOK_S
        if names == self._told and (not names or self._since_told_s < BEAT_S):
            return LOOK_S
        answer = self._post(alerts)
        if isinstance(answer, AlertsTaken):
            self._clock.told(answer.server_time)
            self._told, self._since_told_s, self.trouble = names, 0.0, ""
            return LOOK_S
        words = answer.reason if isinstance(answer, Unreachable) else f"{answer.code}: {answer.detail}"
        if not self.trouble:
            log.warning("the shop's hub cannot be told: %s", words)
        self.trouble = words
        return BEAT_S / 3

    def close(self) -> None:
        """Close connections."""
        self._http.close()

    def _post(self, alerts: Sequence[AlertRaised]) -> AlertsTaken | Unreachable | Refused:
        body = msgspec.json.encode(LaneAlerts(alerts=tuple(alerts)))
        at, nonce = self._clock.now(), secrets.token_urlsafe(12)
        signature = self._key.sign(identity.request_bytes("POST", ALERTS_PATH, body, at, nonce))
        headers = {
            "content-type": "application/json",
            identity.HEADER_TERMINAL: self._who.terminal_id,
            identity.HEADER_TIME: str(at),
            identity.HEADER_NONCE: nonce,
            identity.HEADER_SIGNATURE: base64.b64encode(signature).decode("ascii"),
        }
        try:
            response = self._http.post(ALERTS_PATH, content=body, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Unreachable(reason=f"{type(error).__name__}: {error}")
        if response.status_code != 200:
            told = response.headers.get("x-server-time", "")
            if told.isdigit():
                self._clock.told(int(told))
            return Refused(status=response.status_code, code=f"http_{response.status_code}", detail="")
        try:
            return msgspec.json.decode(response.content, type=AlertsTaken)
        except UNREADABLE as error:
            return Unreachable(reason=f"the hub's answer is not understood: {error}")
