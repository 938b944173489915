"""The unit of upload: what is sealed can be opened and checked, and nothing else can."""

import hashlib

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from retail.journal import chain, envelope
from retail.journal.chain import Entry
from retail.journal.events import (
    AnyEvent,
    HelpCalled,
    HelpEnded,
    LanguageChosen,
    TransactionCancelled,
    TransactionClosed,
    TransactionStarted,
)

EVENTS = (HelpCalled(), HelpEnded(), LanguageChosen(language="de"), LanguageChosen(language="zh"))


def entries_of(events: tuple[AnyEvent, ...], previous: str = chain.GENESIS, first: int = 1) -> list[Entry]:
    entries = []
    for offset, event in enumerate(events):
        at = f"2026-11-23T08:00:{offset:02}Z"
        entry = chain.seal(event, sequence=first + offset, at=at, previous=previous)
        entries.append(entry)
        previous = entry.hash
    return entries


def sealed(entries: list[Entry], seq: int = 1, prev: bytes = envelope.GENESIS_HASH) -> envelope.Envelope:
    return envelope.seal(entries, lane="7", kind="lane", seq=seq, envelope_id=f"id-{seq}", prev=prev)


@given(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=30))
def test_opening_gives_back_the_very_entries(events: list[AnyEvent]) -> None:
    entries = entries_of(tuple(events))
    content = envelope.open_body(sealed(entries).body)
    assert list(content.unsealed()) == entries
    assert envelope.first_fault(content) == ""


def test_the_hash_is_over_the_previous_hash_and_the_body() -> None:
    first = sealed(entries_of(EVENTS))
    second = sealed(entries_of(EVENTS), seq=2, prev=first.hash)
    assert first.hash == hashlib.sha256(bytes(32) + first.body).digest()
    assert second.hash == hashlib.sha256(first.hash + second.body).digest()


def test_units_follow_each_other_in_the_journals_own_chain() -> None:
    entries = entries_of(EVENTS)
    content = envelope.open_body(sealed(entries[2:]).body)
    assert envelope.first_fault(content, entries[1].hash) == ""
    assert envelope.first_fault(content, entries[0].hash) == "does not follow the unit before it"


def test_a_changed_entry_is_found() -> None:
    content = envelope.open_body(sealed(entries_of(EVENTS)).body)
    other = envelope.StoredEntry(at=content.entries[0].at, event=msgspec.Raw(b'{"event":"HelpEnded"}'))
    forged = msgspec.structs.replace(content, entries=(other, *content.entries[1:]))
    assert envelope.first_fault(forged) == "its entries do not match its last hash"


def test_a_journal_that_begins_in_the_middle_is_found() -> None:
    entries = entries_of(EVENTS, previous="ab" * 32)
    content = envelope.open_body(sealed(entries).body)
    assert envelope.first_fault(content) == "the first entry of a journal follows nothing"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstandard.compress(b" " * (envelope.CONTENT_MAX + 1))
    assert len(bomb) < 10_000
    with pytest.raises(envelope.OpenError, match="tells its size"):
        envelope.open_body(bomb)


def test_a_body_that_hides_its_size_is_refused() -> None:
    hidden = zstandard.ZstdCompressor(write_content_size=False).compress(b"{}")
    with pytest.raises(envelope.OpenError, match="tells its size"):
        envelope.open_body(hidden)


def test_anything_behind_the_body_is_refused() -> None:
    with pytest.raises(envelope.OpenError):
        envelope.open_body(sealed(entries_of(EVENTS)).body + b"x")


@given(st.binary(max_size=200))
def test_any_bytes_are_opened_or_refused_by_name(raw: bytes) -> None:
    for body in (raw, zstandard.compress(raw)):
        with pytest.raises(envelope.OpenError):
            envelope.open_body(body)


def test_a_sale_ends_its_unit_and_begins_one() -> None:
    closed = TransactionClosed(transaction_id="t", total_minor=1, receipt="none")
    started = TransactionStarted(transaction_id="t", number=1, started_at="", currency="EUR")
    assert envelope.ends_unit(closed)
    assert envelope.ends_unit(TransactionCancelled(reason="shopper"))
    assert envelope.begins_unit(started)
    assert not envelope.ends_unit(HelpCalled())
    assert not envelope.begins_unit(closed)
