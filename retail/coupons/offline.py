"""Whether a lane may take a coupon with the links it has right now.

Source: docs/coupons.md, "Offline": what is unique is asked about; what is cheap may be risked a few times.
Invariants: pure; a coupon of `ONLINE_ONLY` never counts without its own link; every unlinked acceptance is
bounded in worth and in number per lane and day.
"""

import enum

import msgspec

from retail.coupons.model import Coupon, Redemption


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Who the lane can reach."""

    offer_file: bool = False
    """The online service that knows the coupon."""
    store: bool = False
    """The store's server on the shop's own network."""


class OfflinePolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane risks for single-use coupons while the store cannot be asked. The shop's setting."""

    value_max_minor: int = 500
    per_day: int = 3
    """Such acceptances on this lane today. The worst loss of an outage is lanes x this x the value."""


class Path(enum.Enum):
    """Where the redemption is booked first."""

    ONLINE = "online"
    STORE = "store"
    LANE = "lane"
    """In the lane's journal alone; the store hears of it later (`redemption.report`)."""
    REFUSED_NO_LINK = "refused_no_link"
    REFUSED_SEEN = "refused_seen"
    """This very paper was used on this lane or is known as used."""
    REFUSED_LIMIT = "refused_limit"
    """Unlinked acceptances of today are used up, or the coupon is worth too much for one."""


def path(
    coupon: Coupon,
    links: Links,
    policy: OfflinePolicy,
    *,
    is_seen: bool,
    is_genuine: bool,
    accepted_today: int,
) -> Path:
    """Where to book a coupon, or why not now.

    `is_seen`: the lane's own book knows it as used. `is_genuine`: a signature on it was checked, or it
    carries no serial number that a signature would protect.
    """
    if is_seen:
        return Path.REFUSED_SEEN
    if coupon.redemption is Redemption.ONLINE_ONLY:
        return Path.ONLINE if links.offer_file else Path.REFUSED_NO_LINK
    if links.store:
        return Path.STORE
    if coupon.redemption is Redemption.LOCAL_OK:
        return Path.LANE
    ceiling = coupon.saving.ceiling_minor
    if not is_genuine or coupon.redemption_key is None:
        return Path.REFUSED_NO_LINK
    if ceiling is None or ceiling > policy.value_max_minor or accepted_today >= policy.per_day:
        return Path.REFUSED_LIMIT
    return Path.LANE
