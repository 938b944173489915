"""`python -m benchmarks`: measure everything and write docs/benchmarks.md."""

import sys

from benchmarks.report import main

if __name__ == "__main__":
    sys.exit(main())
