"""A network camera over a supermarket counter, in its own process: MJPEG over HTTP on loopback.

Shows an empty, slightly noisy counter until told to show a photograph; then the photograph is held before the
camera by a slightly trembling hand. Can be unplugged, frozen and blacked out by name.

    python -m simulators.camera --port 0 --port-file F --control C.sock
"""
