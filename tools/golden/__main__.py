"""`make golden`: draw all pictures and accept what they look like now."""

import shutil
import sys
import tempfile
from pathlib import Path

from .chosen import PARTS
from .drawing import start
from .listed import LIST, SMALL, read, write

NAMED_MAX = 40


def main() -> int:
    """Draw and accept; the exit code."""
    with tempfile.TemporaryDirectory(prefix="golden-") as folder:
        out = Path(folder)
        running = [start(part, out) for part in range(PARTS)]
        codes = [process.wait() for process in running]
        if any(codes):
            print("not all pictures could be drawn; nothing is accepted", file=sys.stderr)
            return 1
        before = read(LIST)
        now: dict[str, str] = {}
        for part in range(PARTS):
            now |= read(out / f"{part}.txt")
        changed = [name for name in sorted(now) if before.get(name) != now[name]]
        gone = sorted(set(before) - set(now))
        for name in changed:
            small = SMALL / f"{name}.webp"
            small.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(out / f"{name}.webp", small)
        for name in gone:
            (SMALL / f"{name}.webp").unlink(missing_ok=True)
        write(LIST, now)
    for name in [*changed, *(f"{name} (gone)" for name in gone)][:NAMED_MAX]:
        print(f"accepted {name}")
    print(f"{len(now)} pictures, {len(changed)} other than before, {len(gone)} gone")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
