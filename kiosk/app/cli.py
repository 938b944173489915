"""The one entry point, `kiosk`: reads the command line and hands over.

Nothing heavy is imported before a command needs it, so that `kiosk --help` answers at once and the lane's
first picture comes early. What every command promises is in docs/commands.md.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import __version__
from kiosk.app.exit_codes import FAILED, MISUSED, OK
from retail.languages import LANGUAGES

SETTINGS_FILE = Path("kiosk.toml")

_DELEGATED = {
    "demo": "simulators.demo",
    "shop": "simulators.shopper.cli",
    "gallery": "kiosk.ui.gallery",
}
"""Commands that live beside the lane, not in it: a packaged lane has no simulators and no gallery."""
_DESCRIPTION = """\
An open self-checkout lane: shoppers scan with a camera, pay by card and take a receipt.

  kiosk demo          try it: the lane with simulated devices and a demo shop
  kiosk run           the lane as kiosk.toml describes it
"""
_EXIT_CODES = "exit codes: 0 done, 1 what was asked for failed, 2 wrong command line or settings"
"""(`kiosk run` also ends with 3: start it again.)"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the process's exit code; argparse ends the process itself on wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in _DELEGATED:
        return _delegate(arguments[0], arguments[1:])
    if arguments[:1] == ["--selftest"]:  # as service managers and updates ask for it
        arguments[0] = "selftest"
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:  # the reader of our output went away, e.g. `kiosk journal export | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _delegate(command: str, arguments: list[str]) -> int:
    try:
        module = importlib.import_module(_DELEGATED[command])
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith(("simulators", "kiosk.ui.gallery")):
            raise
        what = "gallery; it comes" if command == "gallery" else "simulators; they come"
        print(
            f"kiosk {command}: this installation has no {what} with the source, see the project's README.",
            file=sys.stderr,
        )
        return FAILED
    return int(module.main(arguments) or OK)


def _parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="kiosk", description=_DESCRIPTION, epilog=_EXIT_CODES, formatter_class=shape
    )
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    run = commands.add_parser(
        "run",
        help="run the lane as configured",
        description=(
            "Run the lane as configured. With a display it opens its window; without one it serves the\n"
            "screen over VNC on this machine only and says how to look at it."
        ),
        epilog=_EXIT_CODES,
        formatter_class=shape,
    )
    _add_config(run)
    run.add_argument("--steer", type=Path, help=argparse.SUPPRESS)
    run.add_argument("--timing", action="store_true", help=argparse.SUPPRESS)
    run.add_argument(
        "--transcript",
        type=Path,
        metavar="FILE",
        help="write down what the voice would say, instead of saying it",
    )
    run.set_defaults(run=_run)

    commands.add_parser("demo", help="run the lane with simulated devices and a demo shop", add_help=False)
    commands.add_parser("shop", help="let a scripted shopper shop on a lane of its own", add_help=False)

    commands.add_parser("gallery", help="draw every screen, with a page to look through", add_help=False)

    doctor = commands.add_parser(
        "doctor",
        help="check devices, database, fonts, disk and clock",
        description=(
            "Check settings, devices, database, fonts, disk and clock; one line each: OK, WARN or FAIL,\n"
            "what was found, and what to do about it. Exit code 1 if anything is FAIL."
        ),
        formatter_class=shape,
    )
    _add_config(doctor)
    doctor.add_argument(
        "--fix",
        action="store_true",
        help="first put right groups, folders, owners, names of devices and stale locks; each is told before",
    )
    doctor.add_argument("--yes", action="store_true", help="do so without asking")
    doctor.set_defaults(run=_doctor)

    devices = commands.add_parser(
        "devices",
        help="list serial lines and cameras with the names that stay",
        description=(
            "List serial lines and cameras: what to write into the settings, where it is, what it says of\n"
            "itself. Opens nothing; the lane may be running."
        ),
        formatter_class=shape,
    )
    devices.add_argument(
        "--name", metavar="ROLE=PATH", help="call what is in PATH's socket /dev/kiosk/ROLE, such as terminal"
    )
    devices.set_defaults(run=_devices)

    selftest = commands.add_parser(
        "selftest",
        help="check that this installation works on this machine",
        description=(
            "Check libraries, fonts, screens, decoders, database and drivers, and make a whole purchase\n"
            "with simulated devices where those are installed. Needs no display, no device and no\n"
            "settings; leaves nothing behind. Exit code 1 if anything is FAIL."
        ),
        epilog=_EXIT_CODES,
        formatter_class=shape,
    )
    selftest.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    selftest.add_argument("--all", action="store_true", help="a check that had to be skipped has failed")
    selftest.set_defaults(run=_selftest)

    closed = commands.add_parser(
        "out-of-service",
        help="show that this lane is closed, and why; for the service manager",
        description="Show that this lane is closed, and to staff why, until ended.",
        formatter_class=shape,
    )
    _add_config(closed)
    closed.set_defaults(run=_out_of_service)

    enrol = commands.add_parser(
        "enrol",
        help="make this lane a lane of a store service",
        description=(
            "Make this lane a lane of a store service. CODE is made by the service's manager\n"
            "(store enrol-code, or the page of lanes); it counts once, for fifteen minutes.\n"
            "The lane must not be running."
        ),
        epilog=_EXIT_CODES,
        formatter_class=shape,
    )
    enrol.add_argument("url", metavar="URL", help="the service's address, such as https://store.example")
    enrol.add_argument("code", metavar="CODE", help="the one-time code")
    _add_config(enrol)
    enrol.set_defaults(run=_enrol)

    _add_journal(commands.add_parser("journal", help="verify or export the lane's journal"))

    _add_price(commands)
    _add_scan(commands)
    _add_theme(commands)

    _add_support(commands)

    settings = commands.add_parser(
        "settings",
        help="list every setting with its default and range",
        description=(
            "List every setting of kiosk.toml with its default, its range and what it is for; or, with\n"
            "explain KEY (such as timers.paid_s), say which layer's value counts on this lane and why."
        ),
        formatter_class=shape,
    )
    settings.add_argument("--markdown", action="store_true", help="as a page of the documentation")
    settings.add_argument("verb", nargs="?", choices=("explain",), help="explain one setting of this lane")
    settings.add_argument("key", nargs="?", metavar="KEY", help="such as timers.paid_s")
    _add_config(settings)
    settings.set_defaults(run=_settings)
    return parser


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        default=SETTINGS_FILE,
        metavar="FILE",
        help="settings file (default: %(default)s)",
    )


def _add_journal(parser: argparse.ArgumentParser) -> None:
    parser.description = "Check or print the lane's journal. Reads only; the lane may be running."
    verbs = parser.add_subparsers(title="what to do", metavar="VERB", required=True)
    verify = verbs.add_parser(
        "verify",
        help="check the hash chain; names the first bad entry",
        description="Check the hash chain from the first entry on; name the first bad entry (exit code 1).",
    )
    export = verbs.add_parser(
        "export",
        help="print the entries, one JSON object a line",
        description="Print the entries in order, one JSON object a line (sequence, at, event, hash).",
    )
    export.add_argument(
        "--from",
        dest="from_sequence",
        type=int,
        default=1,
        metavar="N",
        help="first entry to print (default: 1)",
    )
    for verb, name in ((verify, "verify"), (export, "export")):
        where = verb.add_mutually_exclusive_group()
        _add_config(where)  # type: ignore[arg-type]  # a group takes arguments like a parser
        where.add_argument("--folder", type=Path, help="the lane's folder, instead of a settings file")
        verb.set_defaults(run=_journal, verb=name)


def _add_support(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    shape = argparse.RawDescriptionHelpFormatter
    bundle = commands.add_parser(
        "support-bundle",
        help="collect what support needs into one file",
        description=(
            "Collect versions, settings without secrets, health, the newest log lines and facts of the\n"
            "journal into one zip. Nothing personal, nothing of cards. The lane may be running."
        ),
        formatter_class=shape,
    )
    bundle.add_argument("file", type=Path, nargs="?", metavar="FILE", help="(default: support-DATE.zip)")
    _add_config(bundle)
    bundle.set_defaults(run=_support_bundle)

    wire = commands.add_parser("wire", help="record what passes between the lane and a serial device")
    verbs = wire.add_subparsers(title="what to do", metavar="VERB", required=True)
    record = verbs.add_parser(
        "record",
        help="stand between and write it down",
        description=(
            "Stand between the lane and a serial device, and write down what passes, without anything\n"
            'personal and nothing of cards (docs/operate.md, "Records of a line"). A record is played\n'
            "to a lane again by `python -m simulators.wire FILE`, which comes with the source."
        ),
        formatter_class=shape,
    )
    record.add_argument("port", metavar="PORT", help="the device's serial port")
    record.add_argument("file", type=Path, metavar="FILE", help="where to; ends in .wire")
    record.add_argument("--kind", required=True, help="terminal, printer, scanner or scale")
    record.add_argument("--baud", type=int, default=9600, help="(default: %(default)s)")
    record.set_defaults(run=_wire_record)


def _add_price(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    price = commands.add_parser(
        "price",
        help="price a basket by a file of offers, and say why",
        description=(
            "Price a basket by a file of offers, as the lane would, and say why each cent is what it is.\n"
            "What the files hold is in docs/commands.md and docs/offers.md."
        ),
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    price.add_argument("basket", type=Path, metavar="BASKET.json", help="what is bought, by whom, when")
    price.add_argument("offers", type=Path, metavar="OFFERS.json", help="the shop's offers")
    price.add_argument("--catalogue", type=Path, metavar="CSV", help="the goods, for lines that name a gtin")
    price.add_argument("--explain", metavar="OFFER_ID", help="what this offer does here, or why nothing")
    price.add_argument("--language", choices=LANGUAGES, default="en", help="(default: %(default)s)")
    price.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    price.set_defaults(run=_price)


def _add_scan(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    scan = commands.add_parser(
        "scan",
        help="read the codes of a picture, a folder, a video or a camera, and say how",
        description=(
            "Read codes with the lane's scanner: what was read, by which decoders, whether the lane would\n"
            "count it by this alone, and how long it took."
        ),
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    scan.add_argument(
        "what",
        metavar="FILE|CAMERA|FOLDER",
        help="a picture, a video, a folder of pictures, or a camera as in [camera] source: v4l2:0, mjpeg://...",
    )
    scan.add_argument("--frame", default="1280x720", metavar="WxH", help="frame size (default: %(default)s)")
    scan.add_argument(
        "--budget-ms",
        type=float,
        default=120.0,
        help="processor time for one picture (default: %(default)s)",
    )
    scan.add_argument(
        "--seconds", type=float, default=0.0, help="of a camera: how long (default: until interrupted)"
    )
    scan.add_argument("--json", action="store_true", help="one JSON object a line")
    scan.set_defaults(run=_scan)


def _add_theme(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    theme = commands.add_parser("theme", help="check a shop's theme file")
    verbs = theme.add_subparsers(title="what to do", metavar="VERB", required=True)
    check = verbs.add_parser(
        "check",
        help="say whether everybody can read it",
        description=(
            "Check a theme file: names, sizes, and the contrast of every text on what it stands on, by day,\n"
            "by night and in high contrast. Names each mistake with its key and its figure (exit code 2)."
        ),
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("file", type=Path, metavar="FILE", help="the theme, TOML (docs/accessibility.md)")
    check.set_defaults(run=_theme_check)


def _theme_check(options: argparse.Namespace) -> int:
    from kiosk.app import theme_file

    return theme_file.main(options)


def _scan(options: argparse.Namespace) -> int:
    from kiosk.app import scan

    return scan.main(options)


def _price(options: argparse.Namespace) -> int:
    from kiosk.app import price

    return price.main(options)


def _run(options: argparse.Namespace) -> int:
    from kiosk.app import lane
    from kiosk.app.settings import trial

    start = trial.begin(options.config)
    code = lane.main(
        options.config, steer=options.steer, timing=options.timing, transcript=options.transcript
    )
    return trial.ended(start, code)


def _enrol(options: argparse.Namespace) -> int:
    from kiosk.app import enrolment

    return enrolment.main(options.config, options.url, options.code)


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.app.doctor import examine as doctor

    return doctor.main(options.config, fix=options.fix, yes=options.yes)


def _devices(options: argparse.Namespace) -> int:
    from kiosk.app.doctor import discover

    return discover.main(discover.Places(), discover.RULES, options.name)


def _selftest(options: argparse.Namespace) -> int:
    from kiosk.app.selftest import run

    return run.main(as_json=options.json, everything=options.all)


def _out_of_service(options: argparse.Namespace) -> int:
    from kiosk.app import out_of_service

    return out_of_service.main(options.config)


def _support_bundle(options: argparse.Namespace) -> int:
    from kiosk.app.support import command

    return command.main(options.config, options.file)


def _wire_record(options: argparse.Namespace) -> int:
    from kiosk.app.support import wire_record

    return wire_record.main(options.port, options.kind, options.baud, options.file)


def _journal(options: argparse.Namespace) -> int:
    from kiosk.app import journal_tools

    folder = options.folder or journal_tools.folder_of(options.config)
    if folder is None:
        return MISUSED
    if options.verb == "verify":
        return journal_tools.verify(folder)
    return journal_tools.export(folder, options.from_sequence)


def _settings(options: argparse.Namespace) -> int:
    if options.verb is not None:
        from kiosk.app.settings import explain

        if options.key is None:
            print("kiosk settings explain: name a setting, such as timers.paid_s", file=sys.stderr)
            return MISUSED
        return explain.main(options.config, options.key)

    from kiosk.app.settings import table as settings_table

    print(settings_table.markdown() if options.markdown else settings_table.plain(), end="")
    return OK


if __name__ == "__main__":
    sys.exit(main())
