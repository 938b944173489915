"""The tables, one module per subject. `whole` gathers them all."""

import importlib
import pkgutil

import sqlalchemy as sa

from store.data.schema.base import metadata


def whole() -> sa.MetaData:
    """The metadata with every subject's tables in it."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return metadata
