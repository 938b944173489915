"""What the signer of releases has: a web server for the repository, and a release that cannot sell."""

import contextlib
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

PORT = 8500
URL = f"http://127.0.0.1:{PORT}"
_BROKEN = """#!/bin/sh
# a release that tests itself well and cannot sell
case "${1:-}" in run) exit 1 ;; esac
exec "$(dirname "$(readlink -f "$0")")/kiosk.whole" "$@"
"""


def broken(release: Path, into: Path, version: str) -> Path:
    """A copy of a release, under this version, that passes its self-test and then cannot run."""
    subprocess.run(["cp", "-a", str(release), str(into)], check=True)
    (into / "kiosk").rename(into / "kiosk.whole")
    (into / "kiosk").write_text(_BROKEN, encoding="utf-8")
    (into / "kiosk").chmod(0o755)
    for name in ("kiosk-decoder", "kiosk-update"):
        (into / name).unlink()
        (into / name).symlink_to("kiosk.whole")
    said = json.loads((into / "release.json").read_text())
    (into / "release.json").write_text(json.dumps({**said, "version": version}), encoding="utf-8")
    return into


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Any web server will do: this one cannot even go on where a download broke off."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[None]:
    """The repository, on the machines' network."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
