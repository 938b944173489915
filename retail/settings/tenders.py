"""The settings of what a shopper may pay with besides a card."""

import re
from pathlib import Path
from typing import Annotated

import msgspec

from retail.settings.key import By, Key

_LOCAL = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(/.*)?")
_SECURE = re.compile(r"https://[^\s/@]+(/\S*)?")


def _known_gateway(url: str) -> str:
    if not url or _SECURE.fullmatch(url) or _LOCAL.fullmatch(url):
        return ""
    return "is no address of a gateway (https, or http on this machine)"


def _known_form(form: str) -> str:
    try:
        re.compile(form)
    except re.error as error:
        return f"is no regular expression ({error})"
    return ""


class TenderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Means of payment the store service keeps the books of."""

    gift_cards: Annotated[bool, Key(by=By.MANAGER, text="Gift cards may pay (docs/stored-value.md).")] = False
    balance: Annotated[bool, Key(by=By.MANAGER, text="Members may pay from their balance.")] = False
    top_up: Annotated[
        bool,
        Key(
            by=By.MANAGER,
            text="Members may top their balance up at the lane, by card (docs/stored-value.md).",
        ),
    ] = False
    top_up_steps: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="By how much. Limits per load and of a balance: `stored_value` of the terms.",
            most=6,
            form=r"[1-9]\d{0,6}",
            form_text="an amount in minor units, like 2000",
        ),
    ] = ("1000", "2000", "5000")


class WalletSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The gateway for wallets on phones (docs/devices/wallet.md)."""

    url: Annotated[
        str,
        Key(
            text="Where it is. Empty: the lane takes no wallets.",
            form_text="https://...",
            check=_known_gateway,
            most=200,
        ),
    ] = ""
    token: Annotated[str, Key(by=By.FILE, text="What the lane shows it.", most=500, secret=True)] = ""
    ca_file: Annotated[
        Path | None, Key(by=By.FILE, text="Whom to trust besides the system's authorities, as PEM.")
    ] = None
    order_s: Annotated[
        float, Key(text="How long a shopper has to pay by phone.", unit="s", least=30, most=600)
    ] = 120.0
    code_forms: Annotated[
        tuple[str, ...],
        Key(
            text="Forms of the codes phones show (regular expressions). Empty: EMVCo, Alipay, WeChat Pay.",
            most=20,
            check=_known_form,
        ),
    ] = ()

    def __repr__(self) -> str:
        return f"WalletSettings(url={self.url!r})"
