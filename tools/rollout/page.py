"""The commands of a page, each with the machine it is for: fenced blocks whose first line is `# on MACHINE`.

Invariants: a block is run as it stands on the page; a machine nobody knows ends the rehearsal.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```sh\n# on ([a-z0-9 ]+)(?:: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One block of commands."""

    where: str
    name: str
    """What the page calls it, for those that are run when something else has happened."""
    commands: str


def blocks(page: Path) -> list[Block]:
    """All of them, in the order of the page."""
    return [
        Block(found[1], found[2] or "", found[3])
        for found in _BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]
