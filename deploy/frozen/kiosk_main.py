"""The packaged program: `kiosk`, and by its other name the decoder that the lane starts for its camera."""

import sys
from pathlib import Path

if Path(sys.argv[0]).name == "kiosk-decoder":
    from kiosk.scanner.decoding import worker

    worker.main(sys.argv[1:])
else:
    from kiosk.app.cli import main

    sys.exit(main())
