"""Goods found by what people type: names in any language, categories, beginnings, misspellings.

Every word that was typed has to fit; a whole word counts more than its beginning, that more than the end of a
long word (`milch` in `Vollmilch`), that more than a category, and a misspelling least. Among those that fit
equally well comes first what sells at this hour. Where no product fits all words, those that fit most of them
are shown.

Invariants: the same question gets the same answer; never more than `limit` answers; a name that is typed as
it stands always finds its product among those that fit best.
"""

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from retail.catalogue import Product
from retail.check import require
from retail.lookup.hours import Hours
from retail.lookup.spelling import Spelling
from retail.lookup.words import STEM_MIN, ends_of, words, words_of_name

PRODUCTS_MAX = 100_000
ASKED_WORDS_MAX = 6
TYPED_MAX = 200
"""Characters of a question that are looked at."""
LIMIT_MAX = 100
LAST = chr(0x10FFFF)
"""Comes after every letter."""

Why = Literal["name", "begins", "ends", "category", "spelling", "sells"]
Readings = Callable[[str], Iterable[str]]
"""Further spellings of a name, such as the pinyin of a Chinese one."""

_WHYS: tuple[Why, ...] = ("name", "begins", "ends", "category", "spelling")
_RANKS: dict[Why, int] = {why: rank for rank, why in enumerate(_WHYS)}
_Fit = dict[int, int]
"""Product number to how well it fits: the smaller the better."""


class Found(NamedTuple):
    """One answer."""

    product: Product
    why: Why
    """The weakest way in which one of the words fits."""


class Moment(NamedTuple):
    """When it is asked: any count of days, and the local hour."""

    day: int
    hour: int


def _no_readings(name: str) -> Iterable[str]:
    del name
    return ()


class Lookup:
    """The goods of a shop, ready to be asked for. Built once for a catalogue; only `hours` learns."""

    def __init__(
        self,
        products: Iterable[Product],
        hours: Hours | None = None,
        *,
        category_names: Mapping[str, Mapping[str, str]] | None = None,
        readings: Readings = _no_readings,
    ) -> None:
        by_name = sorted(products, key=lambda one: (len(one.names.get("", "")), one.key))
        self._products = tuple(by_name)
        """A product's number is its place here: what fits and sells equally well comes in this order."""
        require(len(self._products) <= PRODUCTS_MAX, f"at most {PRODUCTS_MAX} products can be looked up")
        self._hours = hours or Hours()
        self._version, self._selling_numbers = -1, frozenset[int]()
        self._numbers = {product.key: number for number, product in enumerate(self._products)}
        named, filed = self._filed(category_names or {}, readings)
        self._by_name = named
        self._by_category = filed
        self._spelling = Spelling({*named, *filed})
        self._by_end: dict[str, list[str]] = {}
        """How words of names end, to those words."""
        for word in named:
            for end in ends_of(word):
                self._by_end.setdefault(end, []).append(word)
        self._known = sorted({*named, *filed, *self._by_end})

    def __len__(self) -> int:
        return len(self._products)

    def ask(self, typed: str, moment: Moment, *, category: str = "", limit: int = 12) -> tuple[Found, ...]:
        """The goods that fit best, the best first; without words, what sells now.

        `category` narrows to it and to those below it (`produce/fruit`).
        """
        require(0 < limit <= LIMIT_MAX, f"1 to {LIMIT_MAX} answers can be asked for")
        asked = words(typed[:TYPED_MAX])[:ASKED_WORDS_MAX]
        if not asked:
            return self._selling(moment, category, limit) if not typed.strip() else ()
        *finished, last = asked
        fits = self._fitting([*(self._fit(word, is_finished=True) for word in finished), self._fit(last)])
        if category:
            fits = {number: rank for number, rank in fits.items() if self._is_in(number, category)}
        return tuple(
            Found(self._products[number], _WHYS[rank]) for number, rank in self._best(fits, moment, limit)
        )

    def _best(self, fits: _Fit, moment: Moment, limit: int) -> list[tuple[int, int]]:
        """The best `limit` of them: by fit, then by what sells now, then in the shop's order."""
        groups: tuple[list[int], ...] = tuple([] for _ in _WHYS)
        for number, rank in fits.items():
            groups[rank].append(number)
        best: list[tuple[int, int]] = []
        remembered = self._remembered()
        for rank, group in enumerate(groups):
            selling = remembered.intersection(group)
            by_sales = sorted(
                selling, key=lambda number: (-self._hours.likely(self._products[number].key, *moment), number)
            )
            rest = heapq.nsmallest(limit, (number for number in group if number not in selling))
            best += [(number, rank) for number in (*by_sales, *rest)]
            if len(best) >= limit:
                break
        return best[:limit]

    def _remembered(self) -> frozenset[int]:
        """Numbers of the products of which sales are remembered."""
        if self._hours.version != self._version:
            self._version = self._hours.version
            self._selling_numbers = frozenset(
                self._numbers[key] for key in self._hours.keys if key in self._numbers
            )
        return self._selling_numbers

    def categories(self) -> tuple[str, ...]:
        """The categories there are, in order, those above others too."""
        found: set[str] = set()
        for product in self._products:
            parts = product.category.split("/")
            found.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
        return tuple(sorted(found - {""}))

    def _filed(
        self, category_names: Mapping[str, Mapping[str, str]], readings: Readings
    ) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
        by_name: defaultdict[str, list[int]] = defaultdict(list)
        by_category: defaultdict[str, list[int]] = defaultdict(list)
        of_category: dict[str, tuple[str, ...]] = {}
        for number, product in enumerate(self._products):
            names = set(product.names.values())
            spelled = {word for name in names for word in words_of_name(name)}
            spelled.update(word for name in names for reading in readings(name) for word in words(reading))
            for word in spelled:
                by_name[word].append(number)
            if product.category not in of_category:
                of_category[product.category] = _words_of_category(product.category, category_names)
            for word in of_category[product.category]:
                by_category[word].append(number)
        return (
            {word: tuple(numbers) for word, numbers in by_name.items()},
            {word: tuple(numbers) for word, numbers in by_category.items()},
        )

    def _fit(self, word: str, *, is_finished: bool = False) -> _Fit:
        """The products that fit one word. What fits in two ways fits in the better one.

        A finished word that is known as it stands is meant; the word that is being typed may go on.
        """
        fit: _Fit = {}
        if is_finished and word in self._by_name:
            fit.update(dict.fromkeys(self._by_category.get(word, ()), _RANKS["category"]))
            fit.update(dict.fromkeys(self._by_name[word], _RANKS["name"]))
            return fit
        first = bisect_left(self._known, word)
        beginning = self._known[first : bisect_left(self._known, word + LAST, lo=first)]
        if not beginning:  # nobody writes it so: it may be a mistake
            for near, _ in self._spelling.near(word):
                fit.update(dict.fromkeys(self._numbers_of(near), _RANKS["spelling"]))
        for known in beginning:
            fit.update(dict.fromkeys(self._by_category.get(known, ()), _RANKS["category"]))
        for known in beginning if len(word) >= STEM_MIN else ():  # a letter or two ends everything
            for whole in self._by_end.get(known, ()):
                fit.update(dict.fromkeys(self._by_name[whole], _RANKS["ends"]))
        for known in beginning:
            fit.update(dict.fromkeys(self._by_name.get(known, ()), _RANKS["begins"]))
        fit.update(dict.fromkeys(self._by_name.get(word, ()), _RANKS["name"]))
        return fit

    def _numbers_of(self, word: str) -> tuple[int, ...]:
        return self._by_name.get(word, ()) + self._by_category.get(word, ())

    def _fitting(self, fits: list[_Fit]) -> _Fit:
        """Products that fit all words, by the worst of their fits; else those that fit most of them."""
        fits.sort(key=len)
        together = fits[0]
        for fit in fits[1:]:
            together = {number: max(rank, fit[number]) for number, rank in together.items() if number in fit}
        if together or len(fits) == 1:
            return together
        counts: defaultdict[int, int] = defaultdict(int)
        for fit in fits:
            for number in fit:
                counts[number] += 1
        most = max(counts.values(), default=0)
        return {
            number: max(fit[number] for fit in fits if number in fit)
            for number, count in counts.items()
            if count == most
        }

    def _selling(self, moment: Moment, category: str, limit: int) -> tuple[Found, ...]:
        numbers = (self._numbers.get(key, -1) for key in self._hours.best(*moment))
        known = (number for number in numbers if number >= 0 and self._is_in(number, category))
        return tuple(
            Found(self._products[number], "sells") for number, _ in zip(known, range(limit), strict=False)
        )

    def _is_in(self, number: int, category: str) -> bool:
        own = self._products[number].category
        return not category or own == category or own.startswith(f"{category}/")


def _words_of_category(category: str, names: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """What a category and those above it are called."""
    parts = category.split("/")
    found: list[str] = list(words(category))
    for depth in range(len(parts)):
        for name in names.get("/".join(parts[: depth + 1]), {}).values():
            found += words_of_name(name)
    return tuple(dict.fromkeys(found))
