"""Reads the layers of settings out of the replica's rows: signature, and for whom, before anything else.

Source: docs/protocol.md, "Settings"; `retail.wire.settings`.
Invariants: one row that does not hold spoils all, because a layer left out lets a wider one's value through.
"""

import base64
from collections.abc import Mapping

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from retail.unreadable import UNREADABLE
from retail.wire.settings import VALUES_MAX, SettingsLayer, row_key

LAYERS = ("chain", "region", "store", "lane")
_decoder = msgspec.json.Decoder(SettingsLayer)


class SettingsUnfitError(ValueError):
    """Rows that are not what the service signed for this lane."""


class UnknownSettingsKeyError(SettingsUnfitError):
    """Signed with a key this lane was not told of."""


def read_layers(
    rows: Mapping[str, bytes], store_id: str, terminal_id: str, service_keys: Mapping[str, str]
) -> tuple[SettingsLayer, ...]:
    """The layers for this lane. Raises `SettingsUnfitError`; rows of other meanings are left alone."""
    found = []
    for layer in LAYERS:
        body = rows.get(row_key(layer))
        if body is None:
            continue
        try:
            one = _decoder.decode(body)
        except UNREADABLE as error:
            raise SettingsUnfitError(f"the {layer}'s settings cannot be read: {error}") from error
        _check(one, layer, service_keys)
        wanted = {"chain": "", "store": store_id, "lane": terminal_id}.get(layer, one.holder)
        if one.layer != layer or one.holder != wanted:
            raise SettingsUnfitError(f"the {layer}'s settings were made for {one.layer} {one.holder}")
        found.append(one)
    return tuple(found)


def _check(one: SettingsLayer, layer: str, service_keys: Mapping[str, str]) -> None:
    key = service_keys.get(one.key_id)
    if key is None:
        raise UnknownSettingsKeyError(f"the {layer}'s settings are signed with an unknown key ({one.key_id})")
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        public.verify(base64.b64decode(one.signature), one.signed_bytes())
    except (InvalidSignature, ValueError) as error:
        raise SettingsUnfitError(f"the signature of the {layer}'s settings does not hold") from error
    if len(one.values) > VALUES_MAX:
        raise SettingsUnfitError(f"the {layer}'s settings are more than {VALUES_MAX}")
