"""The word in a lane's code that lets a phone join for a purchase: which lane, which purchase, until when.

Source: docs/phone.md, "Joining at a lane".
Invariants: pure; only who has the service's key makes one; a word that was changed or is over is nothing.
"""

import base64
import hmac

import msgspec

from store.identity.vault import Vault

PURPOSE = "lane-join-code"
LIFE_S = 600
WORD_MAX = 300
SECOND = 1_000_000
MAC_LENGTH = 32


class Word(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a code says."""

    store_id: str
    terminal_id: str
    transaction_id: str
    until: int


def made(vault: Vault, store_id: str, terminal_id: str, transaction_id: str, at: int) -> str:
    """A word that counts for ten minutes."""
    word = Word(
        store_id=store_id, terminal_id=terminal_id, transaction_id=transaction_id, until=at + LIFE_S * SECOND
    )
    body = base64.urlsafe_b64encode(msgspec.json.encode(word)).decode().rstrip("=")
    return f"{body}.{_mac(vault, body)}"


def read(vault: Vault, text: str, at: int) -> Word | None:
    """What a word says; None: it does not count."""
    body, dot, mac = text[:WORD_MAX].partition(".")
    if not dot or not text.isascii() or not hmac.compare_digest(mac, _mac(vault, body)):
        return None
    word = msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=Word)
    return word if at < word.until else None


def _mac(vault: Vault, body: str) -> str:
    return vault.mac(PURPOSE, body)[:MAC_LENGTH]
