"""Who may use which route: one table, which is also what is enforced.

A route without a row is refused to everybody, and a test fails. Staff roles contain each other: what an
attendant may do, a manager may, and what a manager may do, support may.

Source: docs/security.md, "Roles".
Invariants: pure; unknown is refused.
"""

import enum
import re

from retail.check import require

Method = str
"""GET, POST, PUT, PATCH, DELETE, or WEBSOCKET."""


class Access(enum.Enum):
    """What a route asks for."""

    PUBLIC = "public"
    """Nothing: health, the login page, style sheets."""
    PROOF = "proof"
    """Its body proves who asks (an enrolment code, a signed wish for a token). Limited by address."""
    UPLOAD = "upload"
    """A lane's token and signature; a revoked lane too, because no sale may be lost."""
    LANE = "lane"
    """A lane's token and signature."""
    HUB = "hub"
    """A hub's token and signature: it may read its store's list, and nothing else."""
    MEMBER = "member"
    """A member's phone that is known: what it asks for is its own member's."""
    ATTENDANT = "attendant"
    MANAGER = "manager"
    SUPPORT = "support"

    @property
    def is_device(self) -> bool:
        """Whether a device's token and signature are asked for."""
        return self in (Access.UPLOAD, Access.LANE, Access.HUB)

    @property
    def is_staff(self) -> bool:
        """Whether a person's session is asked for."""
        return self in (Access.ATTENDANT, Access.MANAGER, Access.SUPPORT)


class Role(enum.IntEnum):
    """What a person may do. Each may do what those below may."""

    ATTENDANT = 1
    """Clears alerts, sends lanes commands, looks at sales."""
    MANAGER = 2
    """Enrols lanes, edits goods, prices, offers, members and staff of the store."""
    SUPPORT = 3
    """Every store, keys, and the audit log."""

    @property
    def word(self) -> str:
        """As stored and shown."""
        return self.name.lower()


def role_of(word: str) -> Role:
    """A role from its word."""
    require(word in {role.word for role in Role}, "a role is attendant, manager or support")
    return Role[word.upper()]


_NEEDED = {
    Access.ATTENDANT: Role.ATTENDANT,
    Access.MANAGER: Role.MANAGER,
    Access.SUPPORT: Role.SUPPORT,
}


def may(role: Role, access: Access) -> bool:
    """Whether a person of this role may use a route that asks for `access`."""
    needed = _NEEDED.get(access)
    return needed is not None and role >= needed


ROUTES: dict[tuple[Method, str], Access] = {
    # the service itself
    ("GET", "/"): Access.PUBLIC,
    ("GET", "/healthz"): Access.PUBLIC,
    ("GET", "/metrics"): Access.PUBLIC,
    ("GET", "/openapi.json"): Access.PUBLIC,
    ("GET", "/api"): Access.PUBLIC,
    ("GET", "/api/{path}"): Access.PUBLIC,
    ("GET", "/api/page.css"): Access.PUBLIC,
    ("GET", "/api/openapi.json"): Access.PUBLIC,
    # lanes: identity
    ("POST", "/v1/enrol"): Access.PROOF,
    ("POST", "/v1/token"): Access.PROOF,
    ("POST", "/v1/key"): Access.LANE,
    # lanes: journal, feed, snapshot, live
    ("POST", "/v1/tx"): Access.UPLOAD,
    ("GET", "/v1/feed/{scope}"): Access.LANE,
    ("GET", "/v1/snapshot/{scope}"): Access.LANE,
    ("GET", "/v1/snapshot/{scope}/file"): Access.LANE,
    ("WEBSOCKET", "/v1/live"): Access.LANE,
    # lanes: what may be spent once
    ("POST", "/v1/coupons/hold"): Access.LANE,
    ("POST", "/v1/coupons/release"): Access.LANE,
    ("POST", "/v1/points/hold"): Access.LANE,
    ("POST", "/v1/points/release"): Access.LANE,
    ("POST", "/v1/value/hold"): Access.LANE,
    ("POST", "/v1/value/balance"): Access.LANE,
    ("POST", "/v1/members/join"): Access.LANE,
    ("POST", "/v1/members/join/begin"): Access.LANE,
    ("POST", "/v1/members/join/find"): Access.LANE,
    ("POST", "/v1/value/release"): Access.LANE,
    ("POST", "/v1/leases"): Access.LANE,
    ("POST", "/v1/suspended/claim"): Access.LANE,
    ("POST", "/v1/returns/find"): Access.LANE,
    ("POST", "/v1/returns/claim"): Access.LANE,
    ("POST", "/v1/returns/release"): Access.LANE,
    ("POST", "/v1/baskets/claim"): Access.LANE,
    ("POST", "/v1/orders/show"): Access.LANE,
    ("POST", "/v1/orders/pay"): Access.LANE,
    ("POST", "/v1/orders/hand-out"): Access.LANE,
    ("POST", "/v1/exit/open"): Access.LANE,
    ("POST", "/v1/exit/report"): Access.LANE,
    ("GET", "/v1/labels"): Access.LANE,
    ("GET", "/v1/labels/{label_id}/picture"): Access.LANE,
    ("POST", "/v1/labels/shown"): Access.LANE,
    ("POST", "/v1/members/lookup"): Access.LANE,
    ("POST", "/v1/support"): Access.LANE,
    # hubs
    ("GET", "/v1/hub/shop"): Access.HUB,
    # at a hub: a lane's line; its first frame proves who asks
    ("WEBSOCKET", "/v1/hub/live"): Access.PROOF,
    # phones of shoppers: what anybody may see
    ("GET", "/phone"): Access.PUBLIC,
    ("GET", "/phone/join"): Access.PUBLIC,
    ("POST", "/phone/join"): Access.PROOF,
    ("GET", "/phone/join/lane/{word}"): Access.PUBLIC,
    ("GET", "/phone/link"): Access.PUBLIC,
    ("POST", "/phone/link"): Access.PROOF,
    ("GET", "/phone/shop"): Access.PUBLIC,
    ("GET", "/phone/goods/{key}"): Access.PUBLIC,
    ("GET", "/phone/shelf"): Access.PUBLIC,
    ("GET", "/phone/shops"): Access.PUBLIC,
    ("GET", "/shelf/{key}"): Access.PUBLIC,
    ("GET", "/phone/offline"): Access.PUBLIC,
    ("GET", "/phone/sw.js"): Access.PUBLIC,
    ("GET", "/phone/manifest.webmanifest"): Access.PUBLIC,
    ("GET", "/phone/static/{name}"): Access.PUBLIC,
    ("GET", "/phone/picture/{name}"): Access.PUBLIC,
    # phones of shoppers: members
    ("GET", "/phone/wallet"): Access.MEMBER,
    ("GET", "/phone/receipts"): Access.MEMBER,
    ("GET", "/phone/receipts/{envelope_id}"): Access.MEMBER,
    ("GET", "/phone/scan"): Access.MEMBER,
    ("POST", "/phone/goods/{key}/review"): Access.MEMBER,
    ("POST", "/phone/topup"): Access.MEMBER,
    ("GET", "/phone/charge/{charge_id}"): Access.MEMBER,
    ("GET", "/phone/api/charge/{charge_id}"): Access.MEMBER,
    ("POST", "/phone/charge/{charge_id}/cancel"): Access.MEMBER,
    ("GET", "/phone/order"): Access.MEMBER,
    ("GET", "/phone/orders"): Access.MEMBER,
    ("POST", "/phone/orders"): Access.MEMBER,
    ("GET", "/phone/orders/{order_id}"): Access.MEMBER,
    ("POST", "/phone/orders/{order_id}/cancel"): Access.MEMBER,
    ("POST", "/phone/api/orders/{order_id}/grant"): Access.MEMBER,
    ("GET", "/phone/likes"): Access.MEMBER,
    ("POST", "/phone/likes"): Access.MEMBER,
    ("POST", "/phone/likes/here"): Access.MEMBER,
    ("GET", "/phone/me"): Access.MEMBER,
    ("POST", "/phone/me/consent"): Access.MEMBER,
    ("POST", "/phone/me/export"): Access.MEMBER,
    ("POST", "/phone/me/erase"): Access.MEMBER,
    ("POST", "/phone/me/link"): Access.MEMBER,
    ("POST", "/phone/me/phones/{device_id}/end"): Access.MEMBER,
    ("GET", "/phone/api/challenge"): Access.MEMBER,
    ("POST", "/phone/api/grant"): Access.MEMBER,
    ("POST", "/phone/api/number"): Access.MEMBER,
    ("POST", "/phone/api/basket"): Access.MEMBER,
    ("GET", "/phone/pay"): Access.MEMBER,
    ("GET", "/phone/leave/{envelope_id}"): Access.MEMBER,
    ("POST", "/phone/api/leave"): Access.MEMBER,
    ("GET", "/phone/api/handover"): Access.MEMBER,
    ("POST", "/phone/api/handover"): Access.MEMBER,
    ("POST", "/phone/api/handover/back"): Access.MEMBER,
    # people: sessions
    ("GET", "/office/login"): Access.PUBLIC,
    ("POST", "/office/login"): Access.PROOF,
    ("POST", "/office/logout"): Access.ATTENDANT,
    # pages of the office: everybody with a session
    ("GET", "/office/static/{name}"): Access.PUBLIC,
    ("POST", "/office/language"): Access.ATTENDANT,
    ("GET", "/station"): Access.ATTENDANT,
    ("GET", "/station/{terminal_id}/picture/{alert_id}"): Access.ATTENDANT,
    ("POST", "/station/{terminal_id}/look"): Access.ATTENDANT,
    ("POST", "/station/{terminal_id}/decide"): Access.ATTENDANT,
    ("POST", "/station/{terminal_id}/lane"): Access.ATTENDANT,
    ("GET", "/office"): Access.ATTENDANT,
    ("GET", "/office/alerts"): Access.ATTENDANT,
    ("POST", "/office/alerts/{alert_id}/seen"): Access.ATTENDANT,
    ("POST", "/office/alerts/{alert_id}/clear"): Access.ATTENDANT,
    ("GET", "/office/lanes"): Access.ATTENDANT,
    ("GET", "/office/lanes/{terminal_id}"): Access.ATTENDANT,
    ("POST", "/office/lanes/{terminal_id}/commands"): Access.ATTENDANT,
    ("GET", "/office/sales"): Access.ATTENDANT,
    ("GET", "/office/sales/{envelope_id}"): Access.ATTENDANT,
    ("GET", "/office/suspended"): Access.ATTENDANT,
    ("GET", "/office/exits"): Access.ATTENDANT,
    ("POST", "/office/exits/{transaction_id}/looked"): Access.ATTENDANT,
    ("GET", "/office/returns"): Access.ATTENDANT,
    ("POST", "/office/returns/{return_id}/release"): Access.MANAGER,
    ("POST", "/office/returns/{return_id}/looked"): Access.MANAGER,
    ("POST", "/office/suspended/{token}/cancel"): Access.ATTENDANT,
    ("GET", "/office/labels"): Access.ATTENDANT,
    ("GET", "/office/labels/{label_id}/picture"): Access.ATTENDANT,
    ("GET", "/office/orders"): Access.ATTENDANT,
    ("POST", "/office/orders/find"): Access.ATTENDANT,
    ("POST", "/office/orders/{order_id}/ready"): Access.ATTENDANT,
    ("POST", "/office/orders/{order_id}/collect"): Access.ATTENDANT,
    ("POST", "/office/orders/{order_id}/send"): Access.ATTENDANT,
    ("POST", "/office/orders/{order_id}/cancel"): Access.ATTENDANT,
    ("GET", "/office/goods"): Access.ATTENDANT,
    ("GET", "/office/goods/{key}"): Access.ATTENDANT,
    ("GET", "/office/me"): Access.ATTENDANT,
    ("POST", "/office/me/password"): Access.ATTENDANT,
    # pages of the office: managers
    ("POST", "/office/lanes"): Access.MANAGER,
    ("POST", "/office/lanes/{terminal_id}/code"): Access.MANAGER,
    ("POST", "/office/lanes/{terminal_id}/revoke"): Access.MANAGER,
    ("GET", "/office/quarantine"): Access.MANAGER,
    ("POST", "/office/quarantine/retry"): Access.MANAGER,
    ("GET", "/office/quarantine/{envelope_id}"): Access.MANAGER,
    ("POST", "/office/quarantine/{envelope_id}/retry"): Access.MANAGER,
    ("POST", "/office/quarantine/{envelope_id}/accept"): Access.MANAGER,
    ("POST", "/office/goods/{key}"): Access.MANAGER,
    ("GET", "/office/offers"): Access.MANAGER,
    ("POST", "/office/offers"): Access.MANAGER,
    ("GET", "/office/offers/new"): Access.MANAGER,
    ("POST", "/office/offers/preview"): Access.MANAGER,
    ("GET", "/office/offers/{offer_id}"): Access.MANAGER,
    ("POST", "/office/offers/{offer_id}/off"): Access.MANAGER,
    ("POST", "/office/offers/{offer_id}/on"): Access.MANAGER,
    ("GET", "/office/terms/{section}"): Access.MANAGER,
    ("POST", "/office/terms/{section}"): Access.MANAGER,
    ("GET", "/office/coupons"): Access.MANAGER,
    ("POST", "/office/orders/rules"): Access.MANAGER,
    ("GET", "/office/shelf"): Access.MANAGER,
    ("POST", "/office/shelf/{key}"): Access.MANAGER,
    ("GET", "/office/learned"): Access.MANAGER,
    ("POST", "/office/labels"): Access.MANAGER,
    ("POST", "/office/labels/rules"): Access.MANAGER,
    ("POST", "/office/labels/{label_id}/off"): Access.MANAGER,
    ("POST", "/office/goods/{key}/story"): Access.MANAGER,
    ("GET", "/office/reviews"): Access.MANAGER,
    ("POST", "/office/reviews/{review_id}"): Access.MANAGER,
    ("GET", "/office/shops"): Access.MANAGER,
    ("POST", "/office/shops"): Access.MANAGER,
    ("GET", "/office/keys"): Access.MANAGER,
    ("POST", "/office/keys/{key_id}/revoke"): Access.MANAGER,
    ("GET", "/office/value"): Access.MANAGER,
    ("POST", "/office/value"): Access.MANAGER,
    ("POST", "/office/value/find"): Access.MANAGER,
    ("GET", "/office/value/wallets"): Access.MANAGER,
    ("POST", "/office/value/wallets/{charge_id}/ask"): Access.MANAGER,
    ("POST", "/office/value/wallets/{charge_id}/settle"): Access.MANAGER,
    ("POST", "/office/value/{account_id}/look"): Access.MANAGER,
    ("POST", "/office/value/{account_id}/block"): Access.MANAGER,
    ("POST", "/office/value/{account_id}/adjust"): Access.MANAGER,
    ("GET", "/office/members"): Access.MANAGER,
    ("POST", "/office/members/find"): Access.MANAGER,
    ("POST", "/office/members/{member_id}/look"): Access.MANAGER,
    ("POST", "/office/members/{member_id}/export"): Access.MANAGER,
    ("POST", "/office/members/{member_id}/erase"): Access.MANAGER,
    ("GET", "/office/day"): Access.MANAGER,
    ("GET", "/office/reports"): Access.MANAGER,
    ("GET", "/office/reports/lanes"): Access.MANAGER,
    ("GET", "/office/reports/goods"): Access.MANAGER,
    ("GET", "/office/reports/interventions"): Access.MANAGER,
    ("GET", "/office/weights"): Access.MANAGER,
    ("GET", "/office/weights/{key}"): Access.MANAGER,
    ("POST", "/office/weights/{key}/strike"): Access.MANAGER,
    ("POST", "/office/weights/{key}/accept"): Access.MANAGER,
    ("POST", "/office/weights/{key}/refuse"): Access.MANAGER,
    ("GET", "/office/export/{name}"): Access.MANAGER,
    ("GET", "/office/fleet"): Access.MANAGER,
    ("POST", "/office/fleet/act"): Access.MANAGER,
    ("GET", "/office/fleet/{terminal_id}"): Access.MANAGER,
    ("GET", "/office/fleet/{terminal_id}/bundles/{bundle_id}"): Access.MANAGER,
    ("GET", "/office/settings"): Access.MANAGER,
    ("POST", "/office/settings"): Access.MANAGER,
    ("POST", "/office/settings/preview"): Access.MANAGER,
    ("GET", "/office/people"): Access.MANAGER,
    ("POST", "/office/people"): Access.MANAGER,
    ("POST", "/office/people/{staff_id}"): Access.MANAGER,
    ("POST", "/office/people/{staff_id}/unlock"): Access.MANAGER,
    # pages of the office: support
    ("GET", "/office/audit"): Access.SUPPORT,
    ("POST", "/office/settings/region"): Access.SUPPORT,
    # people: what an attendant sees and does
    ("GET", "/office/events"): Access.ATTENDANT,
    ("GET", "/office/api/me"): Access.ATTENDANT,
    ("GET", "/office/api/alerts"): Access.ATTENDANT,
    ("POST", "/office/api/alerts/{alert_id}/seen"): Access.ATTENDANT,
    ("POST", "/office/api/alerts/{alert_id}/clear"): Access.ATTENDANT,
    ("GET", "/office/api/lanes"): Access.ATTENDANT,
    ("POST", "/office/api/lanes/{terminal_id}/commands"): Access.ATTENDANT,
    ("POST", "/office/api/me/password"): Access.ATTENDANT,
    # people: what a manager does
    ("POST", "/office/api/lanes"): Access.MANAGER,
    ("POST", "/office/api/lanes/{terminal_id}/code"): Access.MANAGER,
    ("POST", "/office/api/lanes/{terminal_id}/revoke"): Access.MANAGER,
    ("GET", "/office/api/staff"): Access.MANAGER,
    ("POST", "/office/api/staff"): Access.MANAGER,
    ("POST", "/office/api/staff/{staff_id}"): Access.MANAGER,
    ("POST", "/office/api/staff/{staff_id}/unlock"): Access.MANAGER,
    ("POST", "/office/api/members/find"): Access.MANAGER,
    ("GET", "/office/api/members/{member_id}"): Access.MANAGER,
    ("GET", "/office/api/members/{member_id}/export"): Access.MANAGER,
    ("POST", "/office/api/members"): Access.MANAGER,
    ("POST", "/office/api/members/{member_id}"): Access.MANAGER,
    ("POST", "/office/api/members/{member_id}/erase"): Access.MANAGER,
    # people: what support does
    ("GET", "/office/api/audit"): Access.SUPPORT,
    ("POST", "/office/api/keys/rotate"): Access.SUPPORT,
}
"""(method, path template) to what is asked for. The only place that says so."""


def access_of(method: Method, path: str) -> Access | None:
    """What a route asks for, whatever its parameters are called; None: it has no row and is refused."""
    return _BY_SHAPE.get(("GET" if method == "HEAD" else method, _shape(path)))


def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path)


_PARAMETER = re.compile(r"\{[^{}]*\}")
_BY_SHAPE = {(method, _shape(path)): access for (method, path), access in ROUTES.items()}
