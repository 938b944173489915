"""Staff who decide from afar: a session at the store service, and what it is asked over HTTP.

What an attendant's tablet does, without its screen: see what waits, look, approve, refuse. The decision is a
command to the lane, which is always the one that decides.

Source: docs/protocol.md, "Live channel"; docs/security.md, "Sessions".
Invariants: one session a person; what the service refuses is told in its own words.
"""

import json
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from retail.interventions.kinds import kind_of
from simulators.control import ControlError

TIMEOUT_S = 10.0
BODY_MAX = 1_000_000


class Afar:
    """One person, logged in. Raises `ControlError` with a sentence for whatever cannot be done."""

    def __init__(self, address: str, login: str, password: str) -> None:
        self._address = address.rstrip("/")
        self._jar = CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        self._secret = ""
        told = self._ask("/office/login", {"login": login, "password": password})
        self._secret = str(told["csrf"])
        self.staff_id = str(told["staff_id"])
        """What the lane calls this person."""

    def waiting(self) -> list[dict[str, Any]]:
        """What waits for a person, oldest first."""
        found: list[dict[str, Any]] = self._ask("/office/api/alerts")
        return found

    def lanes(self) -> dict[str, str]:
        """Id of every lane, by its name."""
        told = self._ask("/office/api/lanes")
        return {one["device"]["name"]: one["device"]["terminal_id"] for one in told}

    def find(self, kind: str) -> dict[str, Any] | None:
        """The oldest intervention of this kind that waits for a person."""
        return next((one for one in self.waiting() if (one["waiting"] or {}).get("kind") == kind), None)

    def decide(self, deed: str, alert: dict[str, Any], why: str = "") -> None:
        """Look at, approve or refuse what waits; without a `why` with the first reason of the kind."""
        told = alert["waiting"]
        kind = kind_of(told["kind"])
        known = {"approve": kind.approve_reasons, "refuse": kind.refuse_reasons}.get(deed, ())
        self.command(
            alert["terminal_id"],
            deed,
            intervention_no=told["intervention_no"],
            measure_seen=told["measure"],
            picture_seen=told.get("picture", ""),
            reason=why or next(iter(known), ""),
        )

    def command(self, terminal_id: str, name: str, **more: Any) -> str:
        """Give a lane a command; its id."""
        told = self._ask(f"/office/api/lanes/{terminal_id}/commands", {"name": name, **more})
        return str(told["command_id"])

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(self._address + path)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("content-type", "application/json")
            request.add_header("x-csrf-token", self._secret)
        try:
            with self._open.open(request, timeout=TIMEOUT_S) as answer:
                return json.loads(answer.read(BODY_MAX))
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(BODY_MAX).decode(errors="replace")
            raise ControlError(f"{path}: {error.code} {said}") from error
        except (OSError, ValueError) as error:
            raise ControlError(f"{path}: {error}") from error
