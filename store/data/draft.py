"""`python -m store.data.draft SUBJECT [MODULE...]`: draft a revision that brings tables to the metadata.

With modules (`ingest` is `store.data.schema.ingest`) only their tables are looked at.

A tool for whoever changes the schema; the draft is read and corrected before it is kept.
"""

import argparse
import importlib
import tempfile
from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.runtime.migration import MigrationContext

from store.data import migrate
from store.data.engine import open_engines
from store.data.schema import whole

_TEXT = '''"""{subject}: what is new and why."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before}
branch_labels = None
depends_on = None


{code}
'''


def main() -> int:
    """Write the draft beside the other revisions."""
    parser = argparse.ArgumentParser(prog="python -m store.data.draft", description=__doc__)
    parser.add_argument("subject", help="names the file")
    parser.add_argument("modules", nargs="*", help="modules of store.data.schema to look at; else all")
    options = parser.parse_args()
    subject = options.subject
    tables = _tables(options.modules)
    with tempfile.TemporaryDirectory() as folder:
        engines = open_engines(f"sqlite:///{folder}/draft.db", 1)
        try:
            if migrate.newest():
                migrate.upgrade(engines.writer)
            with engines.writer.connect() as connection:
                context = MigrationContext.configure(
                    connection,
                    opts={
                        "include_object": lambda _one, name, kind, _found, _ours: (
                            kind != "table" or tables is None or name in tables
                        )
                    },
                )
                operations = produce_migrations(context, whole()).upgrade_ops
        finally:
            engines.close()
    if operations is None or operations.is_empty():
        print("the revisions already make these tables")
        return 1
    code = render_python_code(operations)
    revision = f"{int(migrate.newest() or 0) + 1:04}"
    lines = [line for line in f"    {code.lstrip()}".splitlines() if "# ###" not in line]
    body = "\n".join(["def upgrade() -> None:", '    """Make the tables."""', *lines])
    path = Path(migrate.FOLDER) / "versions" / f"{revision}_{subject}.py"
    before = repr(migrate.newest()) if migrate.newest() else "None"
    path.write_text(
        _TEXT.format(subject=subject, revision=revision, before=before, code=body), encoding="utf-8"
    )
    print(path)
    return 0


def _tables(modules: list[str]) -> set[str] | None:
    if not modules:
        return None
    found: set[str] = set()
    for name in modules:
        module = importlib.import_module(f"store.data.schema.{name}")
        found |= {one.name for one in vars(module).values() if isinstance(one, sa.Table)}
    return found


if __name__ == "__main__":
    raise SystemExit(main())
