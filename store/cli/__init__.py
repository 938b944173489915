"""The one entry point, `store`: reads the command line and hands over.

A command is a module with `configure(parser)` and `run(options, settings) -> exit code`; it is imported when
it is asked for, so that `store --help` answers at once. What every command promises is in docs/store.md.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from store import __version__
from store.front import log
from store.settings import Settings, SettingsError, load

OK, FAILED, MISUSED = 0, 1, 2
COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("store.cli.serve", "run the service"),
    "init": ("store.cli.init", "make the tables, or bring them to this version"),
    "import": ("store.cli.bring_in", "bring in goods, offers and members from files"),
    "project": ("store.cli.project", "open and check what lanes have sent; again after a fix"),
    "verify": ("store.cli.verify", "check every envelope's chain, and count"),
    "backup": ("store.cli.backup", "copy the database while the service runs"),
    "enrol-code": ("store.cli.enrol_code", "make a one-time code for a lane or a hub"),
    "staff": ("store.cli.staff", "accounts of the people who work here"),
    "hub": ("store.cli.hub", "show alerts in the shop when the link to the service is down"),
    "restored": ("store.cli.restored", "say that the database came from a backup"),
    "settings": ("store.cli.settings", "list every setting with its default"),
}
"""Command to its module and its line in `store --help`."""
_EXIT_CODES = "exit codes: 0 done, 1 what was asked for failed, 2 wrong command line or settings"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the process's exit code; argparse ends the process itself on wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # what stands behind the command is the command's own, `--help` included
    end = next((at + 1 for at, word in enumerate(arguments) if word in COMMANDS), len(arguments))
    named, rest = _parser().parse_args(arguments[:end]), arguments[end:]
    module = importlib.import_module(COMMANDS[named.command][0])
    command = argparse.ArgumentParser(
        prog=f"store {named.command}",
        description=module.__doc__,
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.configure(command)
    try:
        options = command.parse_args(rest)
        settings = load(named.config)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return MISUSED
    log.to_stderr(settings.log_level, settings.log_form)
    return _run(module.run, options, settings)


def _run(run: object, options: argparse.Namespace, settings: Settings) -> int:
    from store.data.errors import DataError
    from store.identity.errors import KeyFileError

    try:
        return int(run(options, settings))  # type: ignore[operator]  # a command's `run`
    except (DataError, KeyFileError) as error:
        print(f"store: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:  # the reader of our output went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _parser() -> argparse.ArgumentParser:
    lines = "\n".join(f"  store {name:<12} {text}" for name, (_, text) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="store",
        description=f"The central store service of an open self-checkout.\n\n{lines}",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=True,
    )
    parser.add_argument("--version", action="version", version=f"store {__version__}")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings file (default: $STORE_CONFIG, else store.toml)"
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    return parser


if __name__ == "__main__":
    sys.exit(main())
