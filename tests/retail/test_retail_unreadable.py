"""Whatever bytes a stranger sends, reading them ends with a value or with an error of `UNREADABLE`."""

import msgspec
import pytest
import zstandard

from retail.journal.chain import GENESIS, Entry, digest, first_fault
from retail.journal.envelope import OpenError, open_body
from retail.terms import TermsRefusedError, read_terms
from retail.unreadable import UNREADABLE

NOT_UTF8 = b'{"currency":"EUR","offers":[{"id":"\xff"}],"lane":"\xff","kind":"\xff"}'
TOO_DEEP = b'{"currency":"EUR","offers":' + b"[" * 100_000


class Anything(msgspec.Struct):
    value: object = None


@pytest.mark.parametrize(
    "body",
    [b'{"value":"\xff"}', b'{"value":' + b"[" * 100_000, b'{"value":1', b"", b"[]", b'{"value":"\\ud800"}'],
    ids=["not utf-8", "too deep", "cut off", "empty", "another kind", "half a character"],
)
def test_json_of_strangers_raises_nothing_else(body: bytes) -> None:
    with pytest.raises(UNREADABLE):
        msgspec.json.decode(body, type=Anything)


@pytest.mark.parametrize(
    "body", [b"\x81\xa5value\xa1\xff", b"\x81\xa5value" + b"\x91" * 100_000], ids=["not utf-8", "too deep"]
)
def test_messagepack_of_strangers_raises_nothing_else(body: bytes) -> None:
    with pytest.raises(UNREADABLE):
        msgspec.msgpack.decode(body, type=Anything)


@pytest.mark.parametrize("raw", [NOT_UTF8, TOO_DEEP], ids=["not utf-8", "too deep"])
def test_terms_are_refused_whatever_the_bytes(raw: bytes) -> None:
    with pytest.raises(TermsRefusedError):
        read_terms(raw, "EUR")


@pytest.mark.parametrize("raw", [NOT_UTF8, TOO_DEEP], ids=["not utf-8", "too deep"])
def test_a_poisoned_envelope_cannot_be_opened(raw: bytes) -> None:
    with pytest.raises(OpenError):
        open_body(zstandard.ZstdCompressor().compress(raw))


def test_an_entry_that_is_not_utf8_is_a_fault_of_the_journal() -> None:
    body = b'{"event":"LaneStarted","lane":"\xff","version":"1"}'
    at = "2026-11-24T10:00:00.000000Z"
    entry = Entry(sequence=1, at=at, body=body, previous=GENESIS, hash=digest(1, at, body, GENESIS))
    fault = first_fault([entry])
    assert fault is not None
    assert fault.reason.startswith("not a known event")
