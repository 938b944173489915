"""Random small shops for property tests: items, baskets and offers that compete for them."""

from hypothesis import strategies as st

from retail.promotions import offer as o
from retail.promotions.units import Item, Unit

CATEGORIES = ("bread", "dairy", "drinks")
PRICES = st.integers(1, 400)
SELECTORS = st.one_of(
    st.just(o.EVERYTHING),
    st.sampled_from(CATEGORIES).map(lambda name: o.Selector(categories=(name,))),
    st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True).map(
        lambda ids: o.Selector(ids=tuple(ids))
    ),
)
TIMES = st.one_of(st.none(), st.integers(1, 2))
PERCENTS = st.integers(1, 100).map(lambda percent: percent * 100)

FORMS = st.one_of(
    st.builds(o.Percent, percent_bp=PERCENTS, of=SELECTORS),
    st.builds(o.AmountEach, amount_minor=st.integers(1, 200), of=SELECTORS),
    st.builds(o.NewPrice, price_minor=st.integers(0, 300), of=SELECTORS),
    st.builds(
        o.GroupPrice, quantity=st.integers(1, 3), price_minor=st.integers(0, 600), of=SELECTORS, times=TIMES
    ),
    st.builds(o.NthUnit, quantity=st.integers(2, 4), percent_bp=PERCENTS, of=SELECTORS, times=TIMES),
    st.builds(o.PerGroup, quantity=st.integers(1, 3), percent_bp=PERCENTS, of=SELECTORS, times=TIMES),
    st.builds(
        o.Bundle,
        slots=st.lists(SELECTORS.map(lambda of: o.Slot(of=of)), min_size=1, max_size=3).map(tuple),
        price_minor=st.integers(0, 600),
        times=TIMES,
    ),
    st.builds(
        o.BuyGet,
        buy_quantity=st.integers(1, 2),
        buy=SELECTORS,
        get=SELECTORS,
        get_quantity=st.integers(1, 2),
        percent_bp=PERCENTS,
        pick=st.sampled_from(["cheapest", "dearest"]),
        times=TIMES,
    ),
    st.builds(
        o.DistinctSet,
        of=SELECTORS,
        steps=st.tuples(PERCENTS, PERCENTS).map(
            lambda bp: (o.SetStep(distinct=2, percent_bp=bp[0]), o.SetStep(distinct=3, percent_bp=bp[1]))
        ),
    ),
)


WITH_FLOORS = FORMS.filter(lambda form: not isinstance(form, o.NthUnit)) | st.builds(
    o.Bundle,
    slots=st.lists(SELECTORS.map(lambda of: o.Slot(of=of)), min_size=1, max_size=2).map(tuple),
    amount_minor=st.integers(1, 600),
    times=TIMES,
)
"""Forms that group units for the most they can save, floors and all; "3 for 2" always groups the dearest."""


@st.composite
def offers(draw: st.DrawFn, most: int = 4, among: st.SearchStrategy[o.Derivation] = FORMS) -> list[o.Offer]:
    forms = draw(st.lists(among, min_size=1, max_size=most))
    return [o.Offer(id=f"offer-{number}", derivation=(form,)) for number, form in enumerate(forms)]


@st.composite
def baskets(draw: st.DrawFn, most: int = 7, *, floors: bool = False) -> list[Unit]:
    names = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=most))
    shelf = {
        name: Item(
            id=name,
            price_minor=draw(PRICES),
            categories=(draw(st.sampled_from(CATEGORIES)),),
            floor_minor=draw(st.sampled_from((0, 50, 150, 300))) if floors else 0,
        )
        for name in sorted(set(names))
    }
    return [Unit(id=number, item=shelf[name]) for number, name in enumerate(names)]
