"""Somebody at the back office: logs in and fills in the form of settings, as their browser would send it.

Invariants: nothing but what a person in a browser can do.
"""

import types

import httpx

from .machine import StepError

PATIENCE_S = 30.0
SAID_MAX = 2_000
_PAGE = {"accept": "text/html"}


class Office:
    """One session."""

    def __init__(self, url: str, login: str, password: str) -> None:
        self._http = httpx.Client(base_url=url, timeout=PATIENCE_S)
        answer = self._http.post("/office/login", json={"login": login, "password": password})
        if answer.status_code >= httpx.codes.BAD_REQUEST:
            self._http.close()
            raise StepError(f"{login} cannot log in: {answer.text}")
        self._secret = answer.json()["csrf"]

    def __enter__(self) -> "Office":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        self._http.close()

    def move_store(self, region: str) -> None:
        """Put the store into a region."""
        self._done(self._post("/office/settings/region", {"region": region}))

    def save(self, layer: str, values: dict[str, str], holder: str = "") -> None:
        """Let a layer say this and nothing else. Raises `StepError` if it is not taken."""
        self._done(self._save(layer, values, holder))

    def refuses(self, layer: str, values: dict[str, str], holder: str = "") -> bool:
        """Whether the page says that this is wrong, and saves nothing."""
        return self._save(layer, values, holder).status_code == httpx.codes.UNPROCESSABLE_ENTITY

    def lane_page(self, terminal_id: str) -> str:
        """What the fleet tells of one lane."""
        return self._done(self._http.get(f"/office/fleet/{terminal_id}", headers=_PAGE)).text

    def _save(self, layer: str, values: dict[str, str], holder: str) -> httpx.Response:
        fields = {f"set.{path}": value for path, value in values.items()}
        asked = {"layer": layer, "holder": holder, "why": "rehearsal"}
        return self._post("/office/settings", {**asked, **fields})

    def _post(self, path: str, fields: dict[str, str]) -> httpx.Response:
        return self._http.post(path, data=fields, headers={"x-csrf-token": self._secret, **_PAGE})

    def _done(self, answer: httpx.Response) -> httpx.Response:
        if answer.status_code >= httpx.codes.BAD_REQUEST:
            said = answer.text[:SAID_MAX]
            raise StepError(f"{answer.request.url} is refused with {answer.status_code}: {said}")
        return answer
