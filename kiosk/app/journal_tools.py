"""`kiosk journal verify` and `kiosk journal export`: read a journal and say what it holds.

Both only read, and may do so while the lane is running.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.app import settings
from kiosk.app.exit_codes import FAILED, OK
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import JournalReader
from retail.journal import chain
from retail.unreadable import UNREADABLE


def folder_of(config: Path) -> Path | None:
    """The lane's folder according to its settings; None after saying why there is none."""
    try:
        return settings.load(config).lane.folder
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return None


def verify(folder: Path) -> int:
    """Check the hash chain; the first bad entry is named."""
    reader = _open(folder)
    if reader is None:
        return FAILED
    count = 0

    def counted() -> Iterator[chain.Entry]:
        nonlocal count
        for entry in reader.entries():
            yield entry
            count += 1

    try:
        begin = reader.anchor()
        fault = chain.first_fault(counted(), sequence=begin.sequence + 1, previous=begin.hash)
    except DatabaseError as error:
        print(f"FAIL  from entry {count + 1} on: {error}", file=sys.stderr)
        return FAILED
    finally:
        reader.close()
    if fault is not None:
        print(
            f"FAIL  entry {fault.sequence}: {fault.reason} ({count} entries before it hold)", file=sys.stderr
        )
        return FAILED
    older = f"; {begin.sequence} older ones were let go of, the service has them" if begin.sequence else ""
    print(f"OK    {count} entries, every one follows the one before{older}")
    return OK


def export(folder: Path, from_sequence: int) -> int:
    """Print entries as JSON lines; an entry whose body is not JSON is printed as text, never dropped."""
    reader = _open(folder)
    if reader is None:
        return FAILED
    try:
        for entry in reader.entries(from_sequence):
            sys.stdout.write(line_of(entry) + "\n")
    except DatabaseError as error:
        print(f"FAIL  {error}", file=sys.stderr)
        return FAILED
    finally:
        reader.close()
    return OK


def line_of(entry: chain.Entry) -> str:
    """One entry as JSON. The body stands inside as it is stored, so that the hash can be checked from it."""
    body: object = entry.body.decode("utf-8", "replace")
    try:
        msgspec.json.decode(entry.body)
        body = msgspec.Raw(entry.body)
    except UNREADABLE:
        pass
    row = {
        "sequence": entry.sequence,
        "at": entry.at,
        "event": body,
        "previous": entry.previous,
        "hash": entry.hash,
    }
    return msgspec.json.encode(row).decode()


def _open(folder: Path) -> JournalReader | None:
    try:
        return JournalReader.open(folder)
    except (FileNotFoundError, DatabaseError) as error:
        print(f"FAIL  {error}", file=sys.stderr)
        return None
