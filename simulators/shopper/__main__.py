"""`python -m simulators.shopper`, the program behind `kiosk shop`."""

import sys

from simulators.shopper.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
