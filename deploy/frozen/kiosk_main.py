"""The packaged program: `kiosk`, and by its other names the decoder that the lane starts for its camera,
and the updater."""

import sys
from pathlib import Path

name = Path(sys.argv[0]).name
if name == "kiosk-decoder":
    from kiosk.scanner.decoding import worker

    worker.main(sys.argv[1:])
elif name == "kiosk-update":
    from kiosk.update.cli import main

    sys.exit(main())
else:
    from kiosk.app.cli import main

    sys.exit(main())
