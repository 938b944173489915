"""Archives that are signed and still not harmless."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from benchmarks.update_world import MADE, release
from kiosk.update import unpack as unpacking
from kiosk.update.errors import UpdateError, Why
from kiosk.update.release import Offer
from kiosk.update.unpack import unpack

SAID = f'{{"version":"1.1.0","made":"{MADE}","writes_schema":1,"reads_schema":[1,1]}}'.encode()
PROGRAM = b"#!/bin/sh\n"

Entry = tuple[tarfile.TarInfo, bytes]


def entry(name: str, contents: bytes = b"", *, kind: bytes = tarfile.REGTYPE, link: str = "") -> Entry:
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, link, len(contents)
    info.mode = 0o755
    return info, contents


def whole() -> list[Entry]:
    return [entry("release.json", SAID), entry("kiosk", PROGRAM)]


def packed(path: Path, entries: list[Entry]) -> Path:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for info, contents in entries:
            tar.addfile(info, io.BytesIO(contents))
    path.write_bytes(zstandard.compress(plain.getvalue()))
    return path


def offer(size: int = 10_000) -> Offer:
    return Offer(release=release("1.1.0"), rings=("all",), unpacked_size=size)


def refused(tmp_path: Path, entries: list[Entry]) -> str:
    with pytest.raises(UpdateError) as told:
        unpack(packed(tmp_path / "a", entries), tmp_path / "in" / "new", offer())
    assert told.value.why is Why.DAMAGED
    return str(told.value)


@pytest.fixture(autouse=True)
def inside(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def test_a_whole_release_unpacks(tmp_path: Path) -> None:
    unpack(packed(tmp_path / "a", whole()), tmp_path / "in" / "new", offer())
    assert (tmp_path / "in" / "new" / "kiosk").read_bytes() == PROGRAM


@pytest.mark.parametrize(
    "bad",
    [
        lambda: entry("../out", b"x"),
        lambda: entry("deep/../../out", b"x"),
        lambda: entry("out", kind=tarfile.SYMTYPE, link="../../out"),
        lambda: entry("out", kind=tarfile.SYMTYPE, link="/etc/passwd"),
        lambda: entry("out", kind=tarfile.LNKTYPE, link="../../out"),
        lambda: entry("out", kind=tarfile.FIFOTYPE),
        lambda: entry("out", kind=tarfile.CHRTYPE),
    ],
    ids=["parent", "deep parent", "link out", "absolute link", "hard link out", "pipe", "device"],
)
def test_nothing_gets_out_and_nothing_but_files_gets_in(tmp_path: Path, bad: Callable[[], Entry]) -> None:
    refused(tmp_path, [*whole(), bad()])
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "in" / "out").exists()


def test_absolute_paths_stay_inside(tmp_path: Path) -> None:
    unpack(packed(tmp_path / "a", [*whole(), entry("/abs", b"x")]), tmp_path / "in" / "new", offer())
    assert (tmp_path / "in" / "new" / "abs").read_bytes() == b"x"


def test_special_rights_are_not_given(tmp_path: Path) -> None:
    info, contents = entry("root-shell", b"x")
    info.mode = 0o6777
    unpack(packed(tmp_path / "a", [*whole(), (info, contents)]), tmp_path / "in" / "new", offer())
    assert (tmp_path / "in" / "new" / "root-shell").stat().st_mode & 0o7022 == 0


def test_no_more_than_was_signed(tmp_path: Path) -> None:
    assert "more than was signed" in refused(tmp_path, [*whole(), entry("bomb", bytes(20_000))])


def test_not_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "ENTRIES_MAX", 5)
    assert "more than was signed" in refused(tmp_path, [*whole(), *(entry(f"f{n}") for n in range(5))])


def test_a_release_says_who_it_is_and_has_a_program(tmp_path: Path) -> None:
    assert "says it holds None" in refused(tmp_path, [entry("kiosk", PROGRAM)])
    (tmp_path / "in" / "new").rename(tmp_path / "in" / "first")
    assert "no program" in refused(tmp_path, [entry("release.json", SAID)])


@pytest.mark.parametrize("body", [b"", b"not zstd", zstandard.compress(b"not a tar" * 500)])
def test_what_is_no_archive_is_refused(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "a").write_bytes(body)
    with pytest.raises(UpdateError) as told:
        unpack(tmp_path / "a", tmp_path / "in" / "new", offer())
    assert told.value.why is Why.DAMAGED
