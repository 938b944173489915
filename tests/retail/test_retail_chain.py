"""The hash chain: whoever changes, drops, swaps or inserts an entry breaks it at that place."""

import hashlib

import msgspec
import pytest
from msgspec.structs import replace

from retail.catalogue import Product
from retail.journal import events as e
from retail.journal.chain import GENESIS, Entry, Fault, digest, first_fault, seal

AT = "2026-03-01T10:00:00.000000Z"
PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": "Pen", "zh": "蓝笔"},
    price_minor=199,
    currency="EUR",
    tax_rate_bp=1900,
)
EVENTS: tuple[e.AnyEvent, ...] = (
    e.LaneStarted(lane="1", version="0"),
    e.TransactionStarted(
        transaction_id="t", number=1, started_at="2026-03-01T11:00:00+01:00", currency="EUR"
    ),
    e.ItemAdded(line_id=1, product=PEN, scanned="4006381333931", evidence=("zxing@1",)),
    e.ReceiptChosen(kind=e.ReceiptKind.PAPER),
    e.LaneIdle(next_number=2, language="de"),
)


def chained(events: tuple[e.AnyEvent, ...] = EVENTS) -> list[Entry]:
    entries: list[Entry] = []
    for event in events:
        previous = entries[-1].hash if entries else GENESIS
        entries.append(seal(event, sequence=len(entries) + 1, at=AT, previous=previous))
    return entries


def fault_at(entries: list[Entry]) -> int | None:
    fault = first_fault(entries)
    return fault.sequence if fault else None


def test_an_untouched_chain_holds_and_gives_its_events_back() -> None:
    assert first_fault(chained()) is None
    assert tuple(entry.event() for entry in chained()) == EVENTS
    assert first_fault([]) is None


def test_the_hash_is_what_the_document_says() -> None:
    entry = chained()[0]
    assert entry.body == b'{"event":"LaneStarted","lane":"1","version":"0"}'
    written = b"0" * 64 + b"\n1\n2026-03-01T10:00:00.000000Z\n" + entry.body
    assert entry.hash == hashlib.sha256(written).hexdigest()
    assert digest(1, AT, entry.body, GENESIS) == entry.hash


@pytest.mark.parametrize("place", range(len(EVENTS)))
@pytest.mark.parametrize(
    "change",
    [
        {"at": "2026-03-01T10:00:00.000001Z"},
        {"body": b'{"event":"HelpCalled"}'},
        {"hash": "f" * 64},
        {"previous": "f" * 64},
        {"sequence": 99},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_field_is_named_at_its_entry(place: int, change: dict[str, object]) -> None:
    entries = chained()
    entries[place] = replace(entries[place], **change)
    assert fault_at(entries) == place + 1


@pytest.mark.parametrize("place", range(len(EVENTS) - 1))
def test_a_dropped_entry_is_named(place: int) -> None:
    entries = chained()
    del entries[place]
    assert first_fault(entries) == Fault(
        sequence=place + 1, reason=f"entry {place + 1} is missing (found {place + 2})"
    )


@pytest.mark.parametrize("place", range(len(EVENTS) - 1))
def test_swapped_entries_are_named(place: int) -> None:
    entries = chained()
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    assert fault_at(entries) == place + 1


@pytest.mark.parametrize("place", range(len(EVENTS)))
def test_an_inserted_entry_is_named_even_with_a_true_hash_of_its_own(place: int) -> None:
    entries = chained()
    previous = entries[place - 1].hash if place else GENESIS
    entries.insert(place, seal(e.HelpCalled(), sequence=place + 1, at=AT, previous=previous))
    assert fault_at(entries) == place + 2


def test_a_rewritten_tail_breaks_where_it_joins() -> None:
    entries = chained()
    other = chained((e.HelpCalled(), *EVENTS[1:]))
    assert fault_at(entries[:2] + other[2:]) == 3


def test_a_time_that_swallows_a_line_break_does_not_forge_a_body() -> None:
    entry = chained()[0]
    forged = replace(entry, at=f"{AT}\n{{", body=entry.body[1:])
    assert first_fault([forged]) is not None


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b'{"event":"NoSuchEvent"}', b'{"event":"LaneIdle"}', b"\xff"]
)
def test_a_sealed_body_that_is_no_event_is_a_fault_too(body: bytes) -> None:
    entry = Entry(sequence=1, at=AT, body=body, previous=GENESIS, hash=digest(1, AT, body, GENESIS))
    fault = first_fault([entry])
    assert fault is not None
    assert fault.reason.startswith("not a known event")


def test_a_part_of_the_chain_can_be_checked_from_a_known_place() -> None:
    entries = chained()
    assert first_fault(entries[2:], sequence=3, previous=entries[1].hash) is None
    assert first_fault(entries[2:], sequence=3, previous="f" * 64) == Fault(
        sequence=3, reason="does not follow the entry before it"
    )


def test_the_stored_form_is_the_same_whatever_the_order_of_names() -> None:
    turned = replace(PEN, names={"zh": "蓝笔", "": "Pen"})
    one, two = (
        seal(e.ItemAdded(line_id=1, product=each), sequence=1, at=AT, previous=GENESIS)
        for each in (PEN, turned)
    )
    assert one == two


def test_unknown_fields_of_a_newer_writer_do_not_make_an_entry_unreadable() -> None:
    body = b'{"event":"HelpCalled","by":"attendant"}'
    entry = Entry(sequence=1, at=AT, body=body, previous=GENESIS, hash=digest(1, AT, body, GENESIS))
    assert first_fault([entry]) is None
    with pytest.raises(msgspec.DecodeError):
        replace(entry, body=b"{}").event()
