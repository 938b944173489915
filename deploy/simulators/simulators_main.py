"""The packaged program `kiosk-simulators NAME ...`: one simulated device, for self-tests and trials."""

import importlib
import inspect
import sys

DEVICES = ("printer", "scanner", "terminal")


def main() -> int:
    """Run the device that is named first."""
    if len(sys.argv) < 2 or sys.argv[1] not in DEVICES:
        print(f"usage: kiosk-simulators {{{','.join(DEVICES)}}} ...", file=sys.stderr)
        return 2
    module = importlib.import_module(f"simulators.{sys.argv.pop(1)}.__main__")
    takes_arguments = bool(inspect.signature(module.main).parameters)
    return int((module.main(sys.argv[1:]) if takes_arguments else module.main()) or 0)


sys.exit(main())
