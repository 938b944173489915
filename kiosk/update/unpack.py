"""An archive (tar, zstd) that was proved to be what was signed -> the files of a release, durable.

Signed is not the same as harmless: paths stay inside, only files, folders and links are made, and sizes stay
within what was signed beside the archive.
"""

import tarfile
from pathlib import Path

import zstandard

from kiosk.update import durable
from kiosk.update.errors import UpdateError, Why
from kiosk.update.fetch import is_full
from kiosk.update.release import PROGRAM, Offer, read_release

ENTRIES_MAX = 50_000
WINDOW_MAX = 1 << 27
_BROKEN = (tarfile.TarError, zstandard.ZstdError, EOFError, ValueError)


def unpack(archive: Path, folder: Path, offer: Offer) -> None:
    """Fill a new folder with the release; UpdateError (DAMAGED, DISK) leaves it unfinished."""
    folder.mkdir()
    try:
        _extract(archive, folder, offer.unpacked_size)
        durable.sync_tree(folder)
    except _BROKEN as error:
        raise UpdateError(Why.DAMAGED, f"the archive does not unpack: {error}") from error
    except OSError as error:
        why = Why.DISK if is_full(error) or error.filename is None else Why.DAMAGED
        raise UpdateError(why, f"the archive does not unpack: {error}") from error
    said = read_release(folder)
    if said != offer.release:
        raise UpdateError(Why.DAMAGED, f"the archive says it holds {said}, signed was {offer.release}")
    if not (folder / PROGRAM).is_file() or not (folder / PROGRAM).stat().st_mode & 0o100:
        raise UpdateError(Why.DAMAGED, f"the archive holds no program named {PROGRAM}")


def _extract(archive: Path, folder: Path, size_max: int) -> None:
    entries = size = 0
    decompressor = zstandard.ZstdDecompressor(max_window_size=WINDOW_MAX)
    with (
        archive.open("rb") as file,
        decompressor.stream_reader(file) as plain,
        tarfile.open(fileobj=plain, mode="r|") as tar,
    ):
        for member in tar:
            entries += 1
            size += member.size
            if entries > ENTRIES_MAX or size > size_max:
                raise ValueError("more than was signed")
            tar.extract(member, folder, set_attrs=True, filter="data")
