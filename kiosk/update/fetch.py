"""Fetching from the repository: signed files at once, an archive in as many attempts as the link needs.

Every size is known before the first byte and never exceeded, whatever the far end sends. Nothing is unpacked
on the way (`Accept-Encoding: identity`): what is counted is what is kept.
"""

import contextlib
import errno
import os
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError, LengthOrHashMismatchError
from tuf.api.metadata import TargetFile
from tuf.ngclient import FetcherInterface

from kiosk.update import durable
from kiosk.update.errors import UpdateError, Why

CONNECT_S = 10.0
SILENCE_S = 30.0
"""A link may be thin, not silent."""
SYNC_EVERY = 16 * 1024 * 1024
"""What a power cut in the middle of an archive may cost."""
OK, PARTIAL, ERRORS, RANGE_REFUSED = 200, 206, 400, 416
_HEADERS = {"accept-encoding": "identity", "user-agent": "kiosk-update"}


def client(authority: Path | None = None) -> httpx.Client:
    """An HTTP client that trusts this authority, or the system's. Redirects are not followed."""
    trusted: bool | ssl.SSLContext = ssl.create_default_context(cafile=authority) if authority else True
    return httpx.Client(headers=_HEADERS, timeout=httpx.Timeout(SILENCE_S, connect=CONNECT_S), verify=trusted)


class Fetcher(FetcherInterface):
    """What the TUF client reads metadata through."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def _fetch(self, url: str) -> Iterator[bytes]:
        response = self._http.send(self._http.build_request("GET", url), stream=True)
        if response.status_code != OK:
            response.close()
            raise DownloadHTTPError(f"{url}: status {response.status_code}", response.status_code)
        return _chunks(response)


def _chunks(response: httpx.Response) -> Iterator[bytes]:
    with contextlib.closing(response):
        try:
            yield from response.iter_raw()
        except httpx.HTTPError as error:
            raise DownloadError(f"{response.url}: {error}") from error


def archive(http: httpx.Client, url: str, target: TargetFile, folder: Path) -> Path:
    """The archive of this target, fetched as far as it is not there yet, and proved to be what was signed.

    Raises UpdateError: UNREACHABLE keeps what came for the next attempt, DAMAGED throws it away.
    """
    done = folder / f"{target.hashes['sha256']}.archive"
    if done.exists() and _is_it(done, target):
        return done
    part = done.with_suffix(".part")
    if part.exists() and part.stat().st_size > target.length:
        part.unlink()
    try:
        if not part.exists() or part.stat().st_size < target.length:
            _fetch_rest(http, url, target.length, part)
    except httpx.HTTPError as error:
        raise UpdateError(Why.UNREACHABLE, f"{url}: {error or type(error).__name__}") from error
    if not _is_it(part, target):
        part.unlink()
        raise UpdateError(Why.DAMAGED, f"{url} is not what was signed")
    durable.rename(part, done)
    return done


def _fetch_rest(http: httpx.Client, url: str, length: int, part: Path) -> None:
    have = part.stat().st_size if part.exists() else 0
    headers = {"range": f"bytes={have}-"} if have else {}
    with http.stream("GET", url, headers=headers) as response, part.open("ab") as file:
        if response.status_code >= ERRORS:
            if response.status_code == RANGE_REFUSED:
                file.truncate(0)
            raise UpdateError(Why.UNREACHABLE, f"{url}: status {response.status_code}")
        if not _goes_on(response, have):  # a server that cannot resume sends all of it again
            file.truncate(0)
            have = 0
        unsynced = 0
        for chunk in response.iter_raw():  # as it comes: what was collected would be lost with the link
            if have + len(chunk) > length:
                file.truncate(0)
                raise UpdateError(Why.DAMAGED, f"{url} is longer than what was signed")
            file.write(chunk)
            have += len(chunk)
            unsynced += len(chunk)
            if unsynced >= SYNC_EVERY:
                file.flush()
                os.fsync(file.fileno())
                unsynced = 0
        file.flush()
        os.fsync(file.fileno())
    if have < length:
        raise UpdateError(Why.UNREACHABLE, f"{url} ended after {have} of {length} bytes")


def _goes_on(response: httpx.Response, have: int) -> bool:
    said = response.headers.get("content-range", "")
    return response.status_code == PARTIAL and said.startswith(f"bytes {have}-")


def _is_it(path: Path, target: TargetFile) -> bool:
    with path.open("rb") as file:
        try:
            target.verify_length_and_hashes(file)
        except LengthOrHashMismatchError:
            return False
    return True


def is_full(error: BaseException | None) -> bool:
    """Whether a full disk is behind this, however libraries wrapped it."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        error = error.__cause__ or error.__context__
    return False
