"""`python -m store.cli`: the same as `store`."""

import sys

from store.cli import main

sys.exit(main())
