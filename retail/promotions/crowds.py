"""Too many offers for the same goods: each possible, together more than a lane prices in time.

Ten thousand offers cost nothing where they are about different goods, members, codes or days. What a scan and
the final price pay for is how many compete for one product. No shop comes near these limits; a file that does
was generated wrongly, and is refused by the first offer too many before it reaches a lane.

Source: docs/offers.md, "Limits of a file".
Invariants: pure; offers for other members, codes or days are not counted together; copies count once.
"""

from collections import Counter
from collections.abc import Hashable, Iterator

from retail.promotions.copies import alike
from retail.promotions.offer import MinQuantity, MinSpend, Offer, Selector
from retail.promotions.selectors import places

EVERYTHING_MAX = 50
"""Offers of one kind of shopper that look at every product, because a selector names neither ids nor
categories."""
PRODUCT_MAX = 100
"""Offers of one kind of shopper that name the same product."""
CATEGORY_MAX = 100
"""Offers of one kind of shopper that name the same category."""
EXCLUSIVE_MAX = 20
"""Offers of one kind of shopper in one layer that tolerate no other: each is searched by itself."""
BASKET_MAX = 1_000
"""Offers of one kind of shopper in the basket and coupon layers: they are tried one after another."""


class Crowds:
    """Counts offer by offer."""

    def __init__(self) -> None:
        self._counts: Counter[Hashable] = Counter()
        self._seen: set[Hashable] = set()

    def excess(self, offer: Offer) -> Iterator[tuple[str, str]]:
        """Field and reason of what this offer is one too many of."""
        same = alike(offer)
        if same is not None and same in self._seen:
            return
        self._seen.add(same)
        who = tuple(test for test in offer.eligibility if not isinstance(test, MinQuantity | MinSpend))
        if offer.exclusive and self._is_over(EXCLUSIVE_MAX, who, "exclusive", offer.layer):
            yield (
                "exclusive",
                f"more than {EXCLUSIVE_MAX} offers of the layer {offer.layer} tolerate no other",
            )
        if offer.layer in ("basket", "coupon") and self._is_over(BASKET_MAX, who, "basket"):
            yield "layer", f"more than {BASKET_MAX} offers are for the basket as a whole"
        ids: dict[str, str] = {}
        categories: dict[str, str] = {}
        for field, selector in _selectors(offer):
            if selector.ids:
                ids.update(dict.fromkeys(selector.ids, f"{field}.ids"))
            elif selector.categories:
                categories.update(dict.fromkeys(selector.categories, f"{field}.categories"))
            else:
                if self._is_over(EVERYTHING_MAX, who, "everything"):
                    yield (
                        field,
                        f"more than {EVERYTHING_MAX} offers look at every product; name ids or categories",
                    )
                return
        for name, field in ids.items():
            if self._is_over(PRODUCT_MAX, who, "id", name):
                yield field, f"more than {PRODUCT_MAX} offers name the product {name!r}"
        for name, field in categories.items():
            if self._is_over(CATEGORY_MAX, who, "category", name):
                yield field, f"more than {CATEGORY_MAX} offers name the category {name!r}"

    def _is_over(self, most: int, *key: Hashable) -> bool:
        """Count one more, and say whether that is one too many. Once: the first says it for all."""
        self._counts[key] += 1
        return self._counts[key] == most + 1


def _selectors(offer: Offer) -> Iterator[tuple[str, Selector]]:
    for number, form in enumerate(offer.derivation):
        for selector in places(form):
            yield f"derivation[{number}]", selector
    for number, test in enumerate(offer.eligibility):
        if isinstance(test, MinQuantity | MinSpend):
            yield f"eligibility[{number}]", test.of
