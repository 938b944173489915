"""Sign releases of the lane and lay them out as a TUF repository, a folder that any web server can serve.

    python -m tools.update_repo init REPO --keys KEYS
    python -m tools.update_repo add REPO FOLDER --keys KEYS --rings canary    FOLDER says its version itself
    python -m tools.update_repo rings REPO 1.4.0 --keys KEYS --rings canary,all
    python -m tools.update_repo withdraw REPO 1.4.0 --keys KEYS
    python -m tools.update_repo refresh REPO --keys KEYS          daily, by a timer: timestamp and snapshot
    python -m tools.update_repo rotate REPO targets --keys KEYS   new keys for a role, signed by the root

KEYS holds ROLE-NUMBER.pem. A command needs as many keys of a role as its threshold says, and only of the
roles it signs: root keys stay in a drawer, timestamp and snapshot keys live where `refresh` runs.
docs/updates.md.
"""

import argparse
import io
import json
import os
import sys
import tarfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from kiosk.update.release import (
    FILE,
    PROGRAM,
    Offer,
    Release,
    as_custom,
    is_ring,
    is_version,
    read_offer,
    read_release,
)

THRESHOLDS = {"root": (2, 3), "targets": (2, 2), "snapshot": (1, 1), "timestamp": (1, 1)}
"""Of each role: how many signatures, of how many keys."""
DAYS = {"root": 365, "targets": 90, "snapshot": 7, "timestamp": 2}
"""How long what a role signed is believed. A lane cut off from news longer than the last stops believing."""
LEVEL = 19
"""How hard zstd tries. 3 is for rehearsals: a tenth of the time, a fifth more bytes."""


class RefusedError(Exception):
    """What was asked for cannot be signed."""


class UpdateRepository:
    """A repository's folder, and the keys that are at hand."""

    def __init__(self, folder: Path, keys: Path, now: datetime | None = None, *, level: int = LEVEL) -> None:
        self.folder = folder
        self.metadata = folder / "metadata"
        self.targets = folder / "targets"
        self._keys = keys
        self._level = level
        self._now = now or datetime.now(UTC)

    def init(self) -> None:
        """Make keys and an empty repository."""
        if self.metadata.exists():
            raise RefusedError(f"{self.metadata} exists")
        self.metadata.mkdir(parents=True)
        self.targets.mkdir()
        root = Root(consistent_snapshot=True)
        for role, (threshold, count) in THRESHOLDS.items():
            self._give_keys(root, role, threshold, [self._new_key(role) for _ in range(count)])
        self._sign("root", Metadata(root))
        self._sign("targets", Metadata(Targets()))
        self._sign("snapshot", Metadata(Snapshot()))
        self._sign("timestamp", Metadata(Timestamp()))

    def add(self, folder: Path, release: Release, rings: Sequence[str]) -> Path:
        """Pack a release's folder, offer it to these rings and sign. The archive's path."""
        self._require_rings(rings)
        if not (folder / PROGRAM).is_file():
            raise RefusedError(f"{folder} holds no program named {PROGRAM}")
        name = f"kiosk-{release.version}.tar.zst"
        targets = self._load("targets", Targets)
        if name in targets.signed.targets:
            raise RefusedError(f"{release.version} was signed before: a version is given once")
        packed, size = _pack(folder, release, self._level)
        target = TargetFile.from_data(name, packed, ["sha256"])
        target.unrecognized_fields["custom"] = as_custom(
            Offer(release=release, rings=tuple(rings), unpacked_size=size)
        )
        path = self.targets / f"{target.hashes['sha256']}.{name}"
        path.write_bytes(packed)
        targets.signed.targets[name] = target
        self._publish(targets)
        return path

    def set_rings(self, version: str, rings: Sequence[str]) -> None:
        """Offer a release to these rings and no others; to none withdraws it."""
        self._require_rings(rings)
        targets = self._load("targets", Targets)
        target = targets.signed.targets.get(f"kiosk-{version}.tar.zst")
        offer = read_offer(target.custom) if target else None
        if target is None or offer is None:
            raise RefusedError(f"there is no {version}")
        target.unrecognized_fields["custom"] = as_custom(msgspec.structs.replace(offer, rings=tuple(rings)))
        self._publish(targets)

    def refresh(self) -> None:
        """Sign timestamp and snapshot again, so that lanes know that nothing is kept from them."""
        targets = self._load("targets", Targets).signed.version
        snapshot = self._load("snapshot", Snapshot)
        snapshot.signed.meta["targets.json"] = MetaFile(version=targets)
        self._bump("snapshot", snapshot)
        timestamp = self._load("timestamp", Timestamp)
        timestamp.signed.snapshot_meta = MetaFile(version=snapshot.signed.version)
        self._bump("timestamp", timestamp)

    def rotate(self, role: str) -> None:
        """New keys for a role; the old ones count for nothing any more."""
        root = self._load("root", Root)
        threshold, count = THRESHOLDS[role]
        old = self._at_hand("root", root.signed)
        for keyid in list(root.signed.roles[role].keyids):
            root.signed.revoke_key(keyid, role)
        self._give_keys(root.signed, role, threshold, [self._new_key(role) for _ in range(count)])
        root.signed.version += 1
        self._sign("root", root, old)
        if role == "targets":
            self._publish(self._load("targets", Targets))
        elif role != "root":
            self.refresh()

    def _publish(self, targets: Metadata[Targets]) -> None:
        self._bump("targets", targets)
        self.refresh()

    def _bump(self, role: str, metadata: Metadata[Any]) -> None:
        metadata.signed.version += 1
        self._sign(role, metadata)

    def _sign(self, role: str, metadata: Metadata[Any], also: Sequence[CryptoSigner] = ()) -> None:
        signed = metadata.signed
        signed.expires = (self._now + timedelta(days=DAYS[role])).replace(microsecond=0)
        root = signed if isinstance(signed, Root) else self._load("root", Root).signed
        signers = {signer.public_key.keyid: signer for signer in [*also, *self._at_hand(role, root)]}
        if len(signers) < root.roles[role].threshold:
            raise RefusedError(f"{root.roles[role].threshold} keys of {role} are needed in {self._keys}")
        metadata.signatures.clear()
        for signer in signers.values():
            metadata.sign(signer, append=True)
        name = "timestamp.json" if role == "timestamp" else f"{signed.version}.{role}.json"
        part = self.metadata / f".{name}.part"
        metadata.to_file(str(part), JSONSerializer(compact=False))
        part.replace(self.metadata / name)

    def _load(self, role: str, kind: type[Any]) -> Metadata[Any]:
        if role == "timestamp":
            newest = self.metadata / "timestamp.json"
        else:
            found = self.metadata.glob(f"*.{role}.json")
            newest = max(found, key=lambda path: int(path.name.partition(".")[0]))
        loaded: Metadata[Any] = Metadata.from_file(str(newest))
        if not isinstance(loaded.signed, kind):
            raise RefusedError(f"{newest} is not metadata of {role}")
        return loaded

    def _new_key(self, role: str) -> CryptoSigner:
        self._keys.mkdir(parents=True, exist_ok=True, mode=0o700)
        signer = CryptoSigner.generate_ed25519()
        number = 1
        while (self._keys / f"{role}-{number}.pem").exists():
            number += 1
        descriptor = os.open(self._keys / f"{role}-{number}.pem", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(signer.private_bytes)
        return signer

    @staticmethod
    def _give_keys(root: Root, role: str, threshold: int, signers: Sequence[CryptoSigner]) -> None:
        for signer in signers:
            root.add_key(signer.public_key, role)
        root.roles[role].threshold = threshold

    def _at_hand(self, role: str, root: Root) -> list[CryptoSigner]:
        """Those keys of the role that the root names and that lie in the folder."""
        signers = []
        for path in sorted(self._keys.glob(f"{role}-*.pem")):
            signer = _read_key(path)
            if signer.public_key.keyid in root.roles[role].keyids:
                signers.append(signer)
        return signers

    @staticmethod
    def _require_rings(rings: Sequence[str]) -> None:
        for ring in rings:
            if not is_ring(ring):
                raise RefusedError(f"{ring!r} is no ring: small letters, digits and dashes")


def _read_key(path: Path) -> CryptoSigner:
    return CryptoSigner(load_pem_private_key(path.read_bytes(), None))


def _pack(folder: Path, release: Release, level: int = LEVEL) -> tuple[bytes, int]:
    """The same folder gives the same bytes, wherever and whenever it is packed."""
    mtime = int(datetime.fromisoformat(release.made).timestamp())
    said = json.dumps(msgspec.to_builtins(release), indent=2).encode() + b"\n"
    size = len(said)
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as tar:
        first = tarfile.TarInfo(FILE)
        first.size, first.mtime, first.mode = len(said), mtime, 0o644
        tar.addfile(first, io.BytesIO(said))
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if name == FILE:
                continue
            tar.inodes.clear()  # type: ignore[attr-defined]  # hard links become files of their own
            info = tar.gettarinfo(path, name)
            info.uid = info.gid = 0
            info.uname = info.gname = ""
            info.mtime = mtime
            info.mode = 0o755 if info.isdir() or info.mode & 0o100 else 0o644
            if info.isreg():
                size += info.size
                with path.open("rb") as file:
                    tar.addfile(info, file)
            elif info.isdir() or info.issym():
                tar.addfile(info)
            else:
                raise RefusedError(f"{path} is neither file, folder nor link")
    return zstandard.ZstdCompressor(level=level).compress(plain.getvalue()), size


def _release(options: argparse.Namespace) -> Release:
    """What the folder says about itself, unless the command line says otherwise."""
    said = read_release(options.folder)
    version = options.version or (said.version if said else None)
    if version is None:
        raise RefusedError(f"{options.folder} does not say which version it is: --version")
    if said is not None and version != said.version:
        raise RefusedError(f"{options.folder} holds {said.version}, not {version}")
    made = options.made or (said.made if said else datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    writes = options.writes_schema or (said.writes_schema if said else 1)
    reads = said.reads_schema if said else (1, 1)
    if options.reads_schema:
        oldest, _, newest = options.reads_schema.partition("-")
        reads = int(oldest), int(newest or oldest)
    return Release(version=version, made=made, writes_schema=writes, reads_schema=reads)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code."""
    options = _parser().parse_args(argv)
    repository = UpdateRepository(options.repo, options.keys, level=getattr(options, "level", LEVEL))
    try:
        match options.command:
            case "init":
                repository.init()
                print(f"Give lanes {repository.metadata / '1.root.json'} as their update-root.json.")
            case "add":
                print(repository.add(options.folder, _release(options), options.rings.split(",")))
            case "rings":
                repository.set_rings(options.version, options.rings.split(","))
            case "withdraw":
                repository.set_rings(options.version, ())
            case "refresh":
                repository.refresh()
            case "rotate":
                repository.rotate(options.role)
    except (RefusedError, ValueError, OSError) as error:
        print(f"update_repo: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="update_repo", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    made = {}
    for name in ("init", "add", "rings", "withdraw", "refresh", "rotate"):
        made[name] = commands.add_parser(name)
        made[name].add_argument("repo", type=Path, metavar="REPO")
        made[name].add_argument("--keys", type=Path, required=True)
    made["add"].add_argument("folder", type=Path, metavar="FOLDER")
    said = "(default: what its release.json says)"
    made["add"].add_argument("--version", type=_version, help=said)
    made["add"].add_argument("--writes-schema", type=int, help=f"form of journal.db it leaves behind {said}")
    made["add"].add_argument("--reads-schema", metavar="OLDEST-NEWEST", help=said)
    made["add"].add_argument("--made", help=f"when it was built {said}")
    made["add"].add_argument("--level", type=int, default=LEVEL, help="how hard to compress (default 19)")
    for name in ("rings", "withdraw"):
        made[name].add_argument("version", type=_version, metavar="VERSION")
    for name in ("add", "rings"):
        made[name].add_argument("--rings", required=True, help="such as canary,all")
    made["rotate"].add_argument("role", choices=sorted(THRESHOLDS))
    return parser


def _version(text: str) -> str:
    if not is_version(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a version")
    return text


if __name__ == "__main__":
    sys.exit(main())
