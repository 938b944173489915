"""`kiosk gallery` without the rest of the command line: `python -m kiosk.ui.gallery --out DIR`."""

from kiosk.ui.gallery import main

raise SystemExit(main())
