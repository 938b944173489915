#!/bin/sh
# Freeze lane, simulators and store service and make their Debian packages: `make package`. Ends in dist/*.deb.
#
# Everything that changes from build to build is held still: the time is that of the commit, the order of names is
# Python's own only with a fixed seed, and files lose owner, time and mode (tools/package_deb.py). `--twice` builds all
# of it again in another folder and lists what differs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
bin="$root/.venv/bin"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -r kiosk/__init__.py +%s)}
PYTHONHASHSEED=1
LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH PYTHONHASHSEED LC_ALL
umask 022

freeze() { # which specification, into which folder
    name=$(basename "$1" .spec)
    echo "Freezing $name"
    "$bin/python" -m PyInstaller --noconfirm --clean --log-level ERROR --distpath "$2" --workpath "build/$name" "$1"
}

build() { # into which folder
    mkdir -p "$1"
    for spec in kiosk.spec deploy/simulators/simulators.spec deploy/store/store.spec; do freeze "$spec" "$1"; done
    for name in kiosk kiosk-simulators kiosk-store; do
        "$bin/python" tools/package_deb.py "$name" "$1/$name" --into "$1"
    done
    (cd "$1" && sha256sum ./*.deb > SHA256SUMS)
}

if [ "${1:-}" = --lane-only ]; then # into which folder; PACKAGE_VERSION: as which version
    freeze kiosk.spec "$2"
    exit
fi
build dist
if [ "${1:-}" = --twice ]; then
    build build/again
    for name in kiosk kiosk-simulators kiosk-store; do
        diff -rq "dist/$name" "build/again/$name" && echo "$name: the same, file by file"
    done
    cmp dist/SHA256SUMS build/again/SHA256SUMS && echo "The packages are the same, byte by byte"
fi
