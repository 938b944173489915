"""What a `show` step names: a file, a pack of the demo shop, or something a shopper carries.

Source: docs/scenarios.md, "What can be shown".
"""

from pathlib import Path

from simulators import goods, packs, papers, wallet
from simulators.goods import Article
from simulators.papers import Paper

PACK = "pack"
Picture = Path | Article | Paper


class NoPictureError(ValueError):
    """Nothing can be shown under this name; the text says why."""


def resolve(name: str, folder: Path) -> Picture:
    """What `name` means; files count from `folder`. Raises `NoPictureError`."""
    kind, colon, rest = name.partition(":")
    if colon and kind == PACK:
        known = goods.by_slug()
        if rest not in known:
            raise NoPictureError(f"there is no pack {rest!r}{wallet.nearest(rest, known)}")
        return known[rest]
    if colon and kind in wallet.KINDS:
        try:
            return wallet.find(name)
        except wallet.NoSuchPaperError as error:
            raise NoPictureError(str(error)) from error
    path = folder / name
    if not path.is_file():
        raise NoPictureError(f"there is no picture {path}")
    return path


def file_of(picture: Picture, folder: Path) -> Path:
    """The picture as a file, drawn into `folder` where it is not one yet."""
    match picture:
        case Article():
            return packs.picture_of(picture, folder)
        case Paper():
            return papers.picture_of(picture, folder)
        case _:
            return picture


def name_of(picture: Picture) -> str:
    """What a picture is called in reports."""
    match picture:
        case Article():
            return picture.slug
        case Paper():
            return f"{picture.kind} {picture.slug}"
        case _:
            return picture.name
