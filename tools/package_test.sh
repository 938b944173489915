#!/bin/sh
# Prove the packages in dist/ on a bare Debian: `make package-test`, as root. Needs debootstrap and a Debian mirror.
#
# A root without Python, Qt or fonts is made (once; kept in build/bare.tar), the packages are installed there by apt with
# what they depend on and nothing more, and the lane tests itself in it as its own user, a whole purchase included. Then
# sizes and the time to the first picture from a cold cache are held against their budgets; on a machine that others keep
# busy, it is the processor's time that is (tools/package_frame.py). Last, the commands of
# docs/deploy.md are run as written on three machines with systemd (tools/rollout): install, enrol, sell, update, and a
# broken release that is left again. ROLLOUT=no leaves that out.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
suite=${SUITE:-bookworm}
bare="$root/build/bare-$suite.tar"
place=${PLACE:-$root/build/bare}

FOLDER_MAX_MB=${FOLDER_MAX_MB:-220} # without what OpenCV alone brings
FRAME_MAX_MS=${FRAME_MAX_MS:-1500}

say() { printf '%s\n' "$*"; }
die() { printf 'package-test: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || die "making a root folder and entering it needs root"
command -v debootstrap >/dev/null || die "debootstrap is missing: apt-get install debootstrap"
ls "$root"/dist/kiosk_*.deb >/dev/null 2>&1 || die "no packages in dist/: run make package first"

if [ "${1:-}" != inside ]; then
    # a mount namespace of its own: whatever happens, nothing stays mounted
    exec unshare --mount --propagation private "$0" inside
fi

if [ ! -f "$bare" ]; then
    say "Making a bare $suite (kept in ${bare#"$root"/})"
    rm -rf "$place"
    debootstrap --variant=minbase "$suite" "$place" >"$root/build/debootstrap.log" 2>&1 || {
        tail -n 5 "$root/build/debootstrap.log" >&2
        die "debootstrap failed"
    }
    tar -C "$place" -cf "$bare.new" .
    mv "$bare.new" "$bare"
fi
rm -rf "$place"
mkdir -p "$place"
tar -C "$place" -xf "$bare"
cp /etc/resolv.conf "$place/etc/resolv.conf"
cp "$root"/dist/*.deb "$place/root/"
mount -t proc proc "$place/proc"
mount --rbind /dev "$place/dev"
mount -t tmpfs tmpfs "$place/tmp"
enter() { chroot "$place" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root "$@"; }

say "Installing"
enter sh -ec 'apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /root/*.deb >/tmp/install.log 2>&1 ||
    { cat /tmp/install.log >&2; exit 1; }
! command -v python3 >/dev/null || { echo "this root is not bare: it has a python3" >&2; exit 1; }'

say "The lane tests itself, as its own user"
enter su -s /bin/sh kiosk -c 'cd / && kiosk --selftest --all'

say "The store service starts there, and knows its tables"
enter su -s /bin/sh kiosk-store -c 'cd /var/lib/kiosk-store && STORE_CONFIG=/etc/kiosk-store/store.toml store init'

release=$(echo "$place"/opt/kiosk/releases/*)
total=$(find "$release" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum / 1e6 }')
vision=$(find "$release"/_internal/cv2 "$release"/_internal/opencv* -type f -printf '%s\n' |
    awk '{ sum += $1 } END { printf "%d", sum / 1e6 }')
say "Size: $total MB, of which OpenCV $vision MB; the rest $((total - vision)) MB (at most $FOLDER_MAX_MB)"
[ $((total - vision)) -le "$FOLDER_MAX_MB" ] || die "the folder is too large"
for package in "$root"/dist/*.deb; do say "  $(basename "$package") $(($(stat -c %s "$package") / 1000000)) MB"; done

# The files of this root leave the page cache; nobody else's do.
cold() {
    find "$place/opt" "$place"/usr/lib/*-linux-gnu -type f -print0 2>/dev/null |
        xargs -0 -n 500 sh -c 'for file; do dd if="$file" iflag=nocache count=0 status=none; done' sh
}
sync
first= cost=
for _ in 1 2 3; do # the best of three: another program's turn on the processor is not the package's fault
    cold
    took=$("$root/.venv/bin/python" "$root/tools/package_frame.py" "$place") || die "no first picture"
    first=$(printf '%s\n' $first "${took% *}" | sort -n | head -n 1)
    cost=$(printf '%s\n' $cost "${took#* }" | sort -n | head -n 1)
done
load=$(cut -d' ' -f1 /proc/loadavg)
say "First picture: $first s from a cold cache, of which $cost s of processor (at most $FRAME_MAX_MS ms; load $load)"
if awk -v load="$load" -v cores="$(nproc)" 'BEGIN { exit !(load > 2 * cores) }'; then
    say "  other programs want this machine more than twice over: judged by the processor's time"
    first=$cost
fi
awk -v s="$first" -v max="$FRAME_MAX_MS" 'BEGIN { exit !(s * 1000 <= max) }' || die "the first picture comes too late"

if [ "${ROLLOUT:-yes}" = yes ]; then
    machines=$root/build/rollout
    systemd=$root/build/bare-systemd
    say "Rehearsing docs/deploy.md on three machines with systemd"
    rm -rf "$machines" "$systemd"
    mkdir -p "$systemd"
    tar -C "$systemd" -xf "$bare"
    cp /etc/resolv.conf "$systemd/etc/resolv.conf"
    cp "$root"/dist/*.deb "$systemd/root/"
    mount -t proc proc "$systemd/proc"
    mount --rbind /dev "$systemd/dev"
    # what an installed Debian has, and in the cache what the packages need: the machines have no way out
    chroot "$systemd" sh -ec 'export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends systemd systemd-sysv udev dbus
apt-get install -y -qq --no-install-recommends --download-only /root/*.deb
rm /root/*.deb' >"$root/build/rollout.log" 2>&1 || { tail -n 5 "$root/build/rollout.log" >&2; die "no base for the machines"; }
    umount -l "$systemd/dev" "$systemd/proc"
    next=$root/build/next
    if [ ! -f "$next/kiosk/release.json" ] || [ "$next/kiosk/release.json" -ot "$root/dist/kiosk/release.json" ]; then
        say "Freezing the lane once more, as the version to update to"
        PACKAGE_VERSION=$(sed -n 's/.*"version": "\([0-9.]*\)\.[0-9]*".*/\1.99/p' "$root/dist/kiosk/release.json") \
            "$root/tools/package.sh" --lane-only "$next"
    fi
    cd "$root"
    unshare --net .venv/bin/python -m tools.rollout "$systemd" --packages dist --next "$next/kiosk" \
        --folder "$machines" || die "the rollout failed"
    for machine in "$machines"/*/root; do
        umount -l "$machine" 2>/dev/null || true # the layers it was made of; a machine that ended may have let go of it
    done
    rm -rf "$machines" "$systemd"
fi
say "All of it holds."
