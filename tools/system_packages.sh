#!/usr/bin/env bash
# Install the Debian packages that the lane's wheels expect from the system, and nothing that is there already.
#
# The lists are the smallest that work on a bare Debian 12, found by trying. Arguments: the Python to build the
# virtual environment with, and `tests` for what only the tests need. Does nothing, quickly, when everything is there.
set -euo pipefail

python=${1:?which python}

packages=(
    # Qt offscreen and the software renderer
    libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
    # Qt on X11
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    # Qt on Wayland
    libwayland-cursor0 libwayland-egl1
    # the second opinion on barcodes
    libzbar0
    # receipts that are read from right to left
    libfribidi0
    # the lane's sounds
    alsa-utils
    # the lane's voice
    espeak-ng
)
# Only `make test` needs these: a database server of its own, and a browser to look at the service's pages with.
[[ ${2:-} != tests ]] || packages=(postgresql chromium)
libraries=(
    libglib-2.0.so.0 libGL.so.1 libEGL.so.1 libxkbcommon.so.0 libdbus-1.so.3 libfontconfig.so.1 libxcb-cursor.so.0
    libzbar.so.0 libfribidi.so.0
)

say() { printf '%s\n' "$*" >&2; }

if ! command -v "$python" >/dev/null; then
    say "Python is missing: '$python' was not found. Needed: Python 3.11 or newer; name another by 'make PYTHON=...'."
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "'$python' is $("$python" -V 2>&1); Python 3.11 or newer is needed. Name another by 'make PYTHON=...'."
    exit 1
fi
"$python" -c 'import ensurepip' 2>/dev/null ||
    packages+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    [[ ${2:-} != tests ]] || exit 0 # the tests that need them say that they were skipped
    missing=()
    for library in "${libraries[@]}"; do
        [[ $(ldconfig -p 2>/dev/null || /sbin/ldconfig -p) == *"$library"* ]] || missing+=("$library")
    done
    if ((${#missing[@]})); then
        say "This system has no apt, so its libraries cannot be installed from here."
        say "Install these with your own package manager, then run make again: ${missing[*]}"
        exit 1
    fi
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        say "These Debian packages are missing; ask an administrator to run:"
        say "    apt-get install --no-install-recommends ${missing[*]}"
        exit 1
    fi
    root=(sudo)
fi
say "Installing Debian packages: ${missing[*]}"
install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}")
# The package lists may be absent (a fresh image) or old: fetch them only when needed.
"${root[@]}" "${install[@]}" >/dev/null 2>&1 || {
    "${root[@]}" apt-get update -qq
    "${root[@]}" "${install[@]}" >/dev/null
}
