"""What every page of a phone shares: template, language, who it is, and what its browser may do.

Pages are plain HTML and work without a script, but for what only a phone can do: show the moving code, and
look through its camera. A page carries no style and no script of its own. A stranger's is sent compressed; a
member's is not, because it holds the secret of their forms beside words of an address (BREACH), and is small.

Source: docs/phone.md, "How pages are made".
Invariants: everything is escaped; the camera may be asked for on the page that scans and nowhere else.
"""

import datetime
import tomllib
import zoneinfo
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.response import Redirect

from retail.interventions.policy import AgeRules
from retail.interventions.policy_file import read_policy
from store.front.front import Front
from store.front.headers import POLICY
from store.identity.errors import Rejected
from store.identity.principals import Shopper
from store.identity.sessions import CSRF_FIELD
from store.phone import statics
from store.phone.words import LANGUAGES, Words, chosen, of_header

TEMPLATES = Path(__file__).resolve().parent / "templates"
HOME = "/phone"
LANGUAGE_COOKIE, LANGUAGE_QUERY = "phone-language", "language"
LANGUAGE_KEPT_S = 400 * 86_400
HTML = "text/html; charset=utf-8"
FORM_MAX = 8 * 1024
SCAN_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""A page that scans may compile the barcode reader."""
PLACE = "camera=(), geolocation=(self), microphone=()"
CAMERA = "camera=(self), geolocation=(), microphone=()"

AnyRequest = Request[Any, Any, Any]


DEFAULT_AGES = AgeRules(
    country="DE",
    categories={"drinks/wine": "beer_wine", "drinks/beer": "beer_wine", "drinks/spirits": "spirits"},
)
"""What is marked for a check where the service was told no rules; the lane has the last word."""


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the bar at the foot."""

    path: str
    icon: str
    text: str


TABS = (
    Tab(path="/phone", icon="card", text="My code"),
    Tab(path="/phone/wallet", icon="coupon", text="Wallet"),
    Tab(path="/phone/scan", icon="scan", text="Scan"),
    Tab(path="/phone/receipts", icon="receipt", text="Receipts"),
    Tab(path="/phone/me", icon="person", text="Me"),
)
MESSAGES = {
    "saved": "Saved.",
    "ended": "That phone was taken out. Its codes no longer count.",
    "erased": "Everything about you was erased.",
    "unchanged": "Nothing was changed.",
    "ordered": "Ordered and paid. Thank you.",
    "ordered_unpaid": "Ordered. Nothing was charged: you pay at a lane.",
    "cancelled": "Cancelled. The money is back on your balance.",
    "amount": "That amount cannot be loaded.",
    "full": "There is no room on your balance for so much.",
    "open": "Payments are still open. Please finish them first.",
    "reviewed": "Thank you. Others will read it.",
}
"""What a page says after a form, by the word in its address."""


class Phone:
    """Renders pages. One per process."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.settings = front.service.settings
        self.store_id = self.settings.store_id
        self.zone = zoneinfo.ZoneInfo(self.settings.timezone)
        self.ages = ages_of(self.settings.rules)
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["static"] = statics.address
        self._templates.globals["picture"] = statics.picture

    async def shopper(self, request: AnyRequest) -> Shopper | None:
        """Whose phone this is, on a page that strangers may see, too."""
        return await self.front.directory.shopper(request.cookies.get(self.front.phone_cookie, ""))

    def page(
        self,
        request: AnyRequest,
        template: str,
        *,
        who: Shopper | None = None,
        status: int = 200,
        scans: bool = False,
        places: bool = False,
        **values: Any,
    ) -> Response[bytes]:
        """A page. `scans`: it may ask for the camera; `places`: for where the phone is."""
        words = self.words(request)
        context = {
            "t": words.text,
            "w": words,
            "who": who,
            "csrf": who.csrf if who else "",
            "csrf_field": CSRF_FIELD,
            "tabs": TABS if who else (),
            "here": request.scope["path"],
            "shop": self.settings.name,
            "languages": LANGUAGES,
            "message": words.text(MESSAGES[done])
            if (done := request.query_params.get("done", "")) in MESSAGES
            else "",
            **values,
        }
        html = self._templates.get_template(template).render(context).encode()
        accepts = request.headers.get("accept-encoding", "") if who is None else ""
        body, headers = statics.packed(html, accepts)
        if scans:
            headers |= {"content-security-policy": SCAN_POLICY, "permissions-policy": CAMERA}
        if places:
            headers |= {"permissions-policy": PLACE}
        response = Response(body, media_type=HTML, status_code=status, headers=headers)
        if request.query_params.get(LANGUAGE_QUERY, "") in dict(LANGUAGES):
            response.set_cookie(self._language_cookie(words.language))
        return response

    def problem(self, request: AnyRequest, status: int, code: str, detail: str) -> Response[Any]:
        """A refusal as a page (`store.front.problems.MakePage`)."""
        user = request.scope.get("user")
        who = user if isinstance(user, Shopper) else None
        return self.page(request, "problem.html", who=who, status=status, code=code, detail=detail)

    def words(self, request: AnyRequest) -> Words:
        """The phone's language: chosen on a page, else what its browser asks for."""
        wished = (
            request.query_params.get(LANGUAGE_QUERY, ""),
            request.cookies.get(LANGUAGE_COOKIE, ""),
            *of_header(request.headers.get("accept-language", "")),
        )
        language = chosen(wished, self.settings.language)
        return Words(language, self.settings.currency, self.zone)

    def cookie(self, secret: str, life_s: int) -> Cookie:
        """The cookie a phone is known by."""
        return Cookie(
            key=self.front.phone_cookie,
            value=secret,
            path="/",
            max_age=life_s,
            httponly=True,
            secure=self.settings.is_secure,
            samesite="lax",
        )

    def _language_cookie(self, language: str) -> Cookie:
        return Cookie(
            key=LANGUAGE_COOKIE,
            value=language,
            path=HOME,
            max_age=LANGUAGE_KEPT_S,
            secure=self.settings.is_secure,
            samesite="lax",
        )

    def now_s(self) -> int:
        """Seconds since 1970, UTC."""
        return self.front.clock() // 1_000_000

    def local(self) -> str:
        """Now on the shop's clock, ISO 8601 with offset."""
        moment = datetime.datetime.fromtimestamp(self.now_s(), self.zone)
        return moment.isoformat(timespec="seconds")

    async def read(self, job: Any) -> Any:
        """Run a job that reads."""
        return await self.front.service.database.read(job)

    async def write(self, job: Any) -> Any:
        """Run a job that changes something; tell who is watching."""
        answer = await self.front.service.database.write(job)
        self.front.bus.hint(self.store_id)
        return answer


def ages_of(rules: str) -> AgeRules:
    """The ages of a file of lanes' rules. Raises `PolicyRefusedError`, OSError, ValueError."""
    return read_policy(tomllib.loads(Path(rules).read_text("utf-8"))).age if rules else DEFAULT_AGES


async def form_of(request: AnyRequest) -> dict[str, str]:
    """A form's fields, each once, trimmed."""
    return {name: str(value).strip() for name, value in (await request.form()).items()}


def back_to(path: str, done: str = "") -> Redirect:
    """Where a browser goes after a form."""
    return Redirect(f"{path}?done={done}" if done else path, status_code=303)


def found(thing: Any, what: str) -> Any:
    """The thing. Raises `Rejected` with status 404 when there is none."""
    if thing is None or thing is False:
        raise Rejected("not_found", f"there is no such {what}", 404)
    return thing
