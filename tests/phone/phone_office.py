"""Somebody of the staff with a browser of their own, for tests of what phones lead to in the office."""

import datetime
import re
import urllib.parse
import zoneinfo
from typing import Any

from phone_shop import PAGE, Client, Shop

from store.data.ids import new_id
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.office import accounts

WEAK = Passwords(time_cost=1, memory_kib=8)
PASSWORD = "korrektes pferd"


class Staff:
    """A manager, logged in."""

    def __init__(self, shop: Shop, client: Client, login: str, role: Role) -> None:
        self._client, self._login = client, login
        self.zone = zoneinfo.ZoneInfo(shop.settings.timezone)
        way = accounts.WayIn(password_hash=WEAK.hash(PASSWORD))
        shop.database.write_sync(
            lambda one: accounts.add_person(
                one, "1", login=login, name=login, role=role, way=way, who="test", at=shop.clock()
            )
        )
        self.log_in()

    def log_in(self) -> None:
        """A new session: one that was not used for long is over."""
        self._client.cookies.clear()
        fields = {"login": self._login, "password": PASSWORD, "store": "1"}
        answer = self._client.post("/office/login", data=fields, headers=PAGE, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        self._cookie = "; ".join(f"{name}={value}" for name, value in dict(answer.cookies).items())
        self._client.cookies.clear()
        found = re.search(r'name="(\w+)" value="([^"]+)"', self.get("/office/orders").text)
        assert found is not None
        self._secret = {found[1]: found[2]}

    def get(self, path: str) -> Any:
        return self._send("GET", path)

    def post(self, path: str, **fields: str) -> Any:
        return self._send("POST", path, data={**self._secret, **fields})

    def proof(self, gtin: str, at: int) -> str:
        """What the page of labels says of a moment."""
        local = datetime.datetime.fromtimestamp(at // 1_000_000, self.zone)
        query = urllib.parse.urlencode({"gtin": gtin, "at": f"{local:%Y-%m-%dT%H:%M:%S}"})
        return str(self.get(f"/office/labels?{query}").text)

    def _send(self, method: str, path: str, **more: Any) -> Any:
        self._client.cookies.clear()
        headers = {"cookie": self._cookie, **PAGE}
        return self._client.request(method, path, headers=headers, follow_redirects=False, **more)


def staff_of(shop: Shop, client: Client, role: Role = Role.MANAGER) -> Staff:
    """Somebody new."""
    return Staff(shop, client, f"max-{new_id()[-12:]}", role)
