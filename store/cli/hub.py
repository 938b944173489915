"""The attendant station on a small machine in the shop, for the time without the service.

Once: make a code at the service (`store enrol-code --hub --lane Hub`), then `store hub --enrol CODE --service
https://...`. After that `store hub` runs it, and `store hub --link` prints the address that makes a tablet
known. Lanes find it by their setting `store.hub`.
"""

import argparse
import asyncio
import sys
from pathlib import Path

from retail.wire.hub import FRAME_MAX
from store.cli import serve
from store.front import log
from store.hub import identity
from store.hub.app import create_hub, open_database, settings_of
from store.hub.identity import HubError
from store.hub.link import HubClock, Link, enrol
from store.settings import Settings

PORT = 8410


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--folder", type=Path, help="where the hub keeps its files (default: FOLDER/hub)")
    parser.add_argument("--enrol", metavar="CODE", help="use a code up and end")
    parser.add_argument("--service", metavar="URL", help="the service, with --enrol")
    parser.add_argument("--name", default="Hub", help="what the hub calls itself (default: %(default)s)")
    parser.add_argument(
        "--ca", type=Path, metavar="FILE", help="certificates to trust instead of the system's"
    )
    parser.add_argument("--host", default="0.0.0.0", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=PORT, help="port to listen on (default: %(default)s)")
    parser.add_argument("--certificate", type=Path, metavar="FILE", help="serve TLS with this certificate...")
    parser.add_argument("--private-key", type=Path, metavar="FILE", help="...and this key")
    parser.add_argument("--link", action="store_true", help="print what opens the page, and end")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Enrol, print the link, or run."""
    folder = options.folder or settings.folder / "hub"
    verify = str(options.ca) if options.ca else True
    try:
        if options.enrol:
            if not options.service:
                print("store hub: --enrol needs --service URL", file=sys.stderr)
                return 2
            who = enrol(folder, options.service, options.enrol, options.name, verify=verify)
            asyncio.run(_first_list(Link(folder, who, HubClock(), verify=verify)))
            print(f"this is hub {who.terminal_id} of store {who.store_id}")
            return 0
        who = identity.load(folder)
        key = identity.station_key(folder)
        scheme = "https" if options.certificate else "http"
        if options.link:
            print(f"{scheme}://<this machine>:{options.port}/?shown={key}")
            return 0
        clock = HubClock()
        link = Link(folder, who, clock, verify=verify)
    except HubError as error:
        print(f"store hub: {error}", file=sys.stderr)
        return 1
    log.to_stderr(settings.log_level)
    own = settings_of(
        link, settings, folder, host=options.host, port=options.port, url=f"{scheme}://{options.host}"
    )
    with open_database(folder) as database:
        return serve.serve(
            create_hub(own, database, link, clock, key),
            own,
            ws_max_size=FRAME_MAX,
            ssl_certfile=options.certificate,
            ssl_keyfile=options.private_key,
        )


async def _first_list(link: Link) -> None:
    """Fetch the shop's list, so that the hub knows it from its first start. Raises `HubError`."""
    try:
        await link.refresh()
    finally:
        await link.close()
