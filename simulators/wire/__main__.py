"""`python -m simulators.wire FILE`: play the record to whoever opens the line."""

import sys

from simulators.wire.play import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
