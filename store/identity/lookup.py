"""How a member's card, phone or credential is turned into what tables and lanes know.

Source: retail/wire/replica.py, `MEMBER_KEY`; docs/security.md, "Members".
Invariants: pure; without the secret nothing can be looked up or guessed.
"""

import hashlib
import hmac

from store.identity.vault import Vault

PURPOSE = "member-lookup"
BADGE = "badge"
KINDS = ("credential", "card", "phone")


def member_secret(vault: Vault) -> bytes:
    """What lanes hash with: the replica's `member_secret`, there in hex."""
    return vault.secret(PURPOSE)


def member_lookup(vault: Vault, kind: str, value: str) -> str:
    """The key of a `member` row for one of `KINDS` and its value as `retail.member` writes it."""
    return hmac.new(vault.secret(PURPOSE), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()


def badge_lookup(vault: Vault, badge: str) -> str:
    """What a badge is looked up by; empty for no badge. With the lanes' secret: they look, too."""
    return member_lookup(vault, BADGE, badge) if badge else ""
