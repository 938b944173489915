"""What every page shares: templates, language, amounts and times in words, who is logged in, messages.

A page is a template with blocks. A browser that asks for a part (htmx names the block it wants to replace)
is given that block alone, from the same handler: there are no routes for fragments. Forms are plain HTML
forms that answer with a redirect, so that everything works without a script; `done` in its query names a
message of MESSAGES.

Source: docs/back-office.md, "How pages are made".
Invariants: everything is escaped; a page never sets a script or style inline (the policy forbids it).
"""

import datetime
import urllib.parse
import zoneinfo
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from litestar import Request, Response
from litestar.response import Redirect

from store.data import database
from store.data.lanes import alerts
from store.front.front import Front
from store.front.problems import LOGIN_PATH
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.identity.roles import ROUTES, Role, may
from store.identity.sessions import CSRF_FIELD
from store.office.pages import statics
from store.office.pages.words import LANGUAGES, Words
from store.office.session import HOME

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
LANGUAGE_COOKIE = "store-language"
LANGUAGE_KEPT_S = 400 * 86_400
FORM_MAX = 256 * 1024
"""Bytes of a form: an offer's text is the longest."""
FIRST_DAY = datetime.date(2000, 1, 1)
"""No sale is older; and a week before the first day a calendar knows is none."""
HTML = "text/html; charset=utf-8"

AnyRequest = Request[Any, Any, Any]


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the menu."""

    path: str
    icon: str
    text: str


MENU: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Now",
        (
            Item(path="/office", icon="today", text="Today"),
            Item(path="/station", icon="eye", text="Station"),
            Item(path="/office/alerts", icon="bell", text="Alerts"),
            Item(path="/office/lanes", icon="lane", text="Lanes"),
        ),
    ),
    (
        "Sales",
        (
            Item(path="/office/sales", icon="receipt", text="Sales"),
            Item(path="/office/orders", icon="bag", text="Orders"),
            Item(path="/office/suspended", icon="bag", text="Put aside"),
            Item(path="/office/returns", icon="undo", text="Returns"),
            Item(path="/office/exits", icon="check", text="Exit"),
            Item(path="/office/quarantine", icon="shield", text="Set aside"),
            Item(path="/office/day", icon="calendar", text="Day close"),
            Item(path="/office/reports", icon="chart", text="Reports"),
        ),
    ),
    (
        "Shop",
        (
            Item(path="/office/goods", icon="tag", text="Goods"),
            Item(path="/office/weights", icon="bag", text="Weights"),
            Item(path="/office/offers", icon="percent", text="Offers"),
            Item(path="/office/coupons", icon="coupon", text="Coupons"),
            Item(path="/office/shelf", icon="qr", text="Shelf"),
            Item(path="/office/labels", icon="tag", text="Price labels"),
            Item(path="/office/value", icon="gift", text="Stored value"),
            Item(path="/office/reviews", icon="today", text="Reviews"),
            Item(path="/office/learned", icon="chart", text="Phones"),
            Item(path="/office/members", icon="member", text="Members"),
        ),
    ),
    (
        "House",
        (
            Item(path="/office/fleet", icon="device", text="Fleet"),
            Item(path="/office/settings", icon="key", text="Settings"),
            Item(path="/office/shops", icon="lane", text="Shops"),
            Item(path="/office/keys", icon="key", text="Keys of phone codes"),
            Item(path="/office/people", icon="staff", text="Staff"),
            Item(path="/office/audit", icon="history", text="Audit log"),
        ),
    ),
)


class Pages:
    """Renders pages. One per process."""

    def __init__(
        self, front: Front, *, login: str = "login.html", about: Callable[[], object] | None = None
    ) -> None:
        """`login` is the template of a wrong login; `about` says on a hub how the hub is."""
        self.front = front
        self._login = login
        self._about = about
        self.settings = front.service.settings
        self.zone = zoneinfo.ZoneInfo(self.settings.timezone)
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["static"] = statics.address
        self._templates.globals["p"] = self._templates.get_template("parts.html").module

    # --- answers ---------------------------------------------------------------------------------------

    async def page(
        self, request: AnyRequest, template: str, *, status: int = 200, **values: Any
    ) -> Response[str]:
        """A page; or the one block of it that htmx asks for."""
        context = self._context(request, values)
        found = self._templates.get_template(template)
        wanted = request.headers.get("hx-target", "")
        if "hx-request" in request.headers and wanted in found.blocks:
            body = "".join(found.blocks[wanted](found.new_context(context)))
            return Response(body, media_type=HTML, status_code=status)
        if (who := context["who"]) is not None:
            context["open_alerts"] = await self.front.service.database.read(
                lambda connection: len(alerts.still_open(connection, who.store_id))
            )
        return Response(found.render(context), media_type=HTML, status_code=status)

    def problem(self, request: AnyRequest, status: int, code: str, detail: str) -> Response[str]:
        """A refusal as a page (`store.front.problems.MakePage`); a wrong login is the login page again."""
        words = self.words(request)
        if request.scope["path"] == LOGIN_PATH:
            template = self._login
            values = {"next": HOME, "mistake": words.text(detail), "is_closed": code == "no_station"}
        else:
            template, values = "problem.html", {"code": code, "detail": words.text(detail)}
        context = self._context(request, {"status": status, **values})
        return Response(
            self._templates.get_template(template).render(context), media_type=HTML, status_code=status
        )

    def _context(self, request: AnyRequest, values: dict[str, Any]) -> dict[str, Any]:
        user = request.scope.get("user")
        who = user if isinstance(user, Staff) else None
        words = self.words(request)
        return {
            "t": words.text,
            "w": words,
            "who": who,
            "csrf": who.csrf if who else "",
            "csrf_field": CSRF_FIELD,
            "menu": self._menu(who),
            "here": request.scope["path"],
            "shop": self.settings.name,
            "currency": self.settings.currency,
            "languages": LANGUAGES,
            "now": self.front.clock(),
            "message": words.message(request.query_params.get("done", "")),
            "open_alerts": 0,
            "mistake": "",
            "hub": self._about() if self._about is not None else None,
            "is_manager": who is not None and who.role >= Role.MANAGER,
            "is_support": who is not None and who.role >= Role.SUPPORT,
            **values,
        }

    def _menu(self, who: Staff | None) -> list[tuple[str, list[Item]]]:
        """What this person may open."""
        if who is None:
            return []
        shown = [
            (title, [item for item in items if may(who.role, ROUTES["GET", item.path])])
            for title, items in MENU
        ]
        return [(title, items) for title, items in shown if items]

    def words(self, request: AnyRequest) -> Words:
        """Texts, amounts and times in the language of this browser."""
        chosen = request.cookies.get(LANGUAGE_COOKIE, "") or self.settings.language
        return Words(chosen, self.settings.currency, self.zone)

    # --- time ------------------------------------------------------------------------------------------

    def local(self, at: int) -> datetime.datetime:
        """A moment on the shop's clock."""
        return datetime.datetime.fromtimestamp(at / 1_000_000, self.zone)

    def today(self) -> datetime.date:
        """The shop's day."""
        return self.local(self.front.clock()).date()

    def bounds(self, first: str, last: str) -> tuple[int, int]:
        """Days (ISO, both included) as moments: from, and up to but not including."""
        begin = datetime.datetime.combine(datetime.date.fromisoformat(first), datetime.time(), self.zone)
        end_day = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
        end = datetime.datetime.combine(end_day, datetime.time(), self.zone)
        return round(begin.timestamp()) * 1_000_000, round(end.timestamp()) * 1_000_000

    # --- working ---------------------------------------------------------------------------------------

    async def write(self, store_id: str, job: Any) -> Any:
        """Run a job that changes something; tell who is watching."""
        answer = await self.front.service.database.write(job)
        self.front.bus.hint(store_id)
        return answer

    async def read(self, job: Any) -> Any:
        """Run a job that reads."""
        return await self.front.service.database.read(job)


Connection = database.Connection


async def form_of(request: AnyRequest) -> dict[str, str]:
    """A form's fields, each once, trimmed."""
    return {name: str(value).strip() for name, value in (await request.form()).items()}


def back_to(path: str, done: str = "", **query: str) -> Redirect:
    """Where a browser goes after a form."""
    asked = {name: value for name, value in {**query, "done": done}.items() if value}
    return Redirect(f"{path}?{urllib.parse.urlencode(asked)}" if asked else path, status_code=303)


def day_of(text: str, default: datetime.date) -> datetime.date:
    """A day as a browser sends it; the default for anything else, and for days no shop of ours has seen."""
    try:
        day = datetime.date.fromisoformat(text) if len(text) == 10 else default
    except ValueError:
        return default
    return day if day >= FIRST_DAY else default


def whole_of(text: str, default: int = 0, least: int = 0, most: int = 10**9) -> int:
    """A whole number as a browser sends it, within bounds."""
    is_number = text.isascii() and text.removeprefix("-").isdigit() and len(text) <= 18
    return min(max(int(text), least), most) if is_number else default


def printable(text: str) -> str:
    """A text without what no name and no key holds; PostgreSQL takes no NUL."""
    return "".join(letter for letter in text if letter.isprintable())


def query_of(values: Mapping[str, str]) -> str:
    """A query without empty values."""
    return urllib.parse.urlencode({name: value for name, value in values.items() if value})


def found(thing: Any, what: str) -> Any:
    """The thing. Raises `Rejected` with status 404 when there is none."""
    if thing is None or thing is False:
        raise Rejected("not_found", f"there is no such {what}", 404)
    return thing
