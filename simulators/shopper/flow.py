"""What a shopper does on the way besides scanning, as controls to press: the look-up, bags, rounding up.

Source: docs/scenarios.md, "Controls".
"""

from simulators.goods import by_slug

KEY_DIGITS = 14
LETTERS_MAX = 24
COUNT_MAX = 20
BAG = "9521000008052"
"""The demo shop's paper carrier bag."""
SETTINGS: dict[str, dict[str, object]] = {
    "lookup": {
        "categories": ["produce", "bakery"],
        "favourites": ["9521000001268", "9521000002036", "9521000001152", "9521000001114"],
    },
    "bags": {"goods": [BAG]},
    "donations": {"charity": "Food Bank Berlin", "step_minor": 100},
}
"""How a shop has all of it."""


def choose_controls(slug: str, typed: str, count: int) -> tuple[str, ...]:
    """Open the look-up, type some letters, touch the goods, say how many. Raises `ValueError`."""
    article = by_slug()[slug]
    if len(typed) > LETTERS_MAX or not all(letter.isalpha() and letter.islower() for letter in typed):
        raise ValueError(f"typed: small letters, at most {LETTERS_MAX}")
    opened = ("lookup", *(f"letter-{letter}" for letter in typed), f"goods-{article.gtin.zfill(KEY_DIGITS)}")
    if article.is_weighed:
        if count != 1:
            raise ValueError("count: what is weighed has no number of pieces")
        return opened
    return *opened, *("more-goods",) * (count - 1), "lookupAdd"


def bags_controls(count: int) -> tuple[str, ...]:
    """Say how many paper bags; 0: none."""
    return *(f"more-{BAG.zfill(KEY_DIGITS)}",) * count, "bagsAnswer"
