"""List every setting of the service with its environment variable and default."""

import argparse

from store.settings import Settings, markdown


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the table."""
    print(markdown(), end="")
    return 0
