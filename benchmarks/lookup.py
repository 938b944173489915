"""How long a look-up by words takes over 20,000 products: `python -m benchmarks.lookup`.

The shop is made up from a seed: names of two to four words in three languages. Asked are
whole names, beginnings of every length as somebody types, and words with a mistake.
"""

import random
import time
import tracemalloc

from retail.catalogue import Product
from retail.lookup.hours import Hours
from retail.lookup.index import Lookup, Moment

PRODUCTS, QUESTIONS, SEED = 20_000, 4_000, 7
SYLLABLES = "babebocachecodadidofafegagrahekakolalelimamimonanopapepirarirosasesotatitovaviwaze"
SYLLABLES_OF = [SYLLABLES[at : at + 2] for at in range(0, len(SYLLABLES) - 1, 2)]
HAN = "苹果香蕉牛奶面包鸡蛋番茄土豆洋葱黄瓜葡萄草莓橙子柠檬米饭酸奶红绿黄白大小"
NOW = Moment(700_000, 17)


def shop(count: int, seed: int) -> list[Product]:
    rng = random.Random(seed)

    def word() -> str:
        return "".join(rng.choices(SYLLABLES_OF, k=rng.randint(2, 4)))

    vocabulary = [word() for _ in range(12_000)]

    def name() -> str:
        return " ".join([*rng.choices(vocabulary, k=rng.randint(2, 4)), f"{rng.randint(1, 9)}00 g"])

    return [
        Product(
            key=f"{number:014d}",
            gtin=str(number),
            names={"": name(), "de": name(), "zh": "".join(rng.choices(HAN, k=rng.randint(2, 6)))},
            price_minor=100,
            currency="EUR",
            tax_rate_bp=700,
            category=rng.choice(["produce/fruit", "produce/vegetables", "dairy", "bakery/bread", "drinks"]),
        )
        for number in range(count)
    ]


def questions(products: list[Product], count: int, seed: int) -> list[str]:
    rng, asked = random.Random(seed), []
    while len(asked) < count:
        name = rng.choice(list(rng.choice(products).names.values()))
        kind = rng.randrange(3)
        if kind == 1:
            name = name[: rng.randint(1, len(name))]
        elif kind == 2:
            at = rng.randrange(len(name))
            name = name[:at] + rng.choice("aeiourstn") + name[at + 1 :]
        asked.append(name)
    return asked


def main() -> None:
    products = shop(PRODUCTS, SEED)
    hours, rng = Hours(), random.Random(SEED)
    for _ in range(20_000):
        hours.learn(rng.choice(products[:3_000]).key, NOW.day - rng.randrange(30), rng.randrange(24))
    tracemalloc.start()
    began = time.thread_time()
    lookup = Lookup(products, hours)
    built_s = time.thread_time() - began
    memory_mb = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    times_ms = []
    for typed in questions(products, QUESTIONS, SEED):
        began = time.thread_time()  # not what other programs on this machine take
        lookup.ask(typed, NOW)
        times_ms.append((time.thread_time() - began) * 1e3)
    times_ms.sort()
    print(f"{len(lookup)} products; built in {built_s:.1f} s while counting memory, index {memory_mb:.0f} MB")
    for share in (0.5, 0.9, 0.99, 0.999):
        print(f"  p{share * 100:g}: {times_ms[int(share * len(times_ms))]:.2f} ms")
    print(f"  most: {times_ms[-1]:.2f} ms")


if __name__ == "__main__":
    main()
