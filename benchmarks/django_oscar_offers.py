"""The offers engine of django-oscar on a basket of ours: products, ranges and offers in a database in memory.

Translated as closely as its forms allow: a percentage, an amount, a fixed price per unit or per group, a
multi-buy, buy one get another for less, a bundle. It is given an advantage: which products an offer is for
is looked up once and remembered in memory, where the engine as it comes asks the database for every line and
offer.

Needs `django-oscar` (the extra `bench`); `missing()` says so when it is not there.
"""

import importlib.util
import time
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from retail.promotions import offer as o
from retail.promotions.units import Unit

HUNDRED = Decimal(100)
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sites",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.flatpages",
    "oscar.config.Shop",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "oscar.apps.checkout.apps.CheckoutConfig",
    "oscar.apps.address.apps.AddressConfig",
    "oscar.apps.shipping.apps.ShippingConfig",
    "oscar.apps.catalogue.apps.CatalogueConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.partner.apps.PartnerConfig",
    "oscar.apps.basket.apps.BasketConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "oscar.apps.order.apps.OrderConfig",
    "oscar.apps.customer.apps.CustomerConfig",
    "oscar.apps.search.apps.SearchConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "oscar.apps.dashboard.apps.DashboardConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
    "haystack",
    "treebeard",
    "django_tables2",
]


def missing() -> str:
    """What has to be installed first, or nothing."""
    found = importlib.util.find_spec("oscar") is not None and importlib.util.find_spec("django") is not None
    return "" if found else "not measured: pip install django-oscar"


class _NoMigrations:
    """Tables are made from the models at once; the steps of ten years are not this benchmark's subject."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


def _set_up() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command
    from oscar import defaults

    if settings.configured:
        return
    options = {name: getattr(defaults, name) for name in dir(defaults) if name.startswith("OSCAR_")}
    settings.configure(
        **options,
        SECRET_KEY="benchmark",
        SITE_ID=1,
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        ROOT_URLCONF="oscar.urls",
        INSTALLED_APPS=APPS,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        HAYSTACK_CONNECTIONS={"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}},
        MIGRATION_MODULES=_NoMigrations(),
        LOGGING_CONFIG=None,
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)


class Peer:
    """One basket and its offers, in django-oscar."""

    def __init__(self, units: Sequence[Unit], offers: Sequence[o.Offer]) -> None:
        _set_up()
        from django.db import transaction
        from oscar.apps.offer.applicator import Applicator
        from oscar.core.loading import get_model

        self._get_model = get_model
        self._applicator = Applicator()
        with transaction.atomic():
            self._products = self._make_products(units, offers)
            self._basket = self._fill(units)
            for number, offer in enumerate(offers):
                self._make_offer(number, offer)
        self._offers = self._remembering()

    def seconds(self) -> float:
        """One pricing of the whole basket, which is what every scan costs."""
        self._basket.reset_offer_applications()
        start = time.perf_counter()
        self._applicator.apply_offers(self._basket, self._offers)
        return time.perf_counter() - start

    @property
    def saving_minor(self) -> int:
        """What the last pricing took off."""
        return int(self._basket.total_discount * HUNDRED)

    # -- building

    def _make_products(self, units: Sequence[Unit], offers: Sequence[o.Offer]) -> dict[str, Any]:
        model, kind = self._get_model("catalogue", "Product"), self._get_model("catalogue", "ProductClass")
        goods = kind.objects.create(name="goods", track_stock=False)
        names = {unit.item.id for unit in units}
        for offer in offers:
            for selector in _selectors(offer):
                names.update(selector.ids)
        model.objects.bulk_create(
            model(title=name, upc=name, slug=name, product_class=goods, is_public=True)
            for name in sorted(names)
        )
        return {product.upc: product for product in model.objects.all()}

    def _fill(self, units: Sequence[Unit]) -> Any:
        from oscar.apps.partner.strategy import Default

        partner = self._get_model("partner", "Partner").objects.create(name="shop")
        stock = self._get_model("partner", "StockRecord")
        for item in {unit.item for unit in units}:
            stock.objects.create(
                product=self._products[item.id],
                partner=partner,
                partner_sku=item.id,
                price=Decimal(item.price_minor) / HUNDRED,
                num_in_stock=1000,
            )
        basket = self._get_model("basket", "Basket").objects.create()
        basket.strategy = Default()
        for unit in units:
            basket.add_product(self._products[unit.item.id])
        return basket

    def _range(self, name: str, *selectors: o.Selector) -> Any:
        made = self._get_model("offer", "Range").objects.create(name=name)
        through = self._get_model("offer", "RangeProduct")
        keys = sorted({key for selector in selectors for key in selector.ids})
        through.objects.bulk_create(
            through(range=made, product=self._products[key], display_order=at) for at, key in enumerate(keys)
        )
        return made

    def _make_offer(self, number: int, offer: o.Offer) -> None:
        form = offer.derivation[0]
        name = offer.id
        parts: tuple[Any, ...]
        match form:
            case o.Percent():
                goods = self._range(name, form.of)
                parts = (goods, "Count", 1, goods, "Percentage", form.percent_bp / HUNDRED, None)
            case o.GroupPrice():
                goods = self._range(name, form.of)
                price = form.price_minor / HUNDRED
                parts = (goods, "Count", form.quantity, goods, "Fixed price", price, None)
            case o.NthUnit():
                goods = self._range(name, form.of)
                parts = (goods, "Count", form.quantity, goods, "Multibuy", None, None)
            case o.AmountEach():
                goods = self._range(name, form.of)
                parts = (goods, "Count", 1, goods, "Absolute", form.amount_minor / HUNDRED, None)
            case o.BuyGet():
                bought, given = self._range(name, form.buy), self._range(f"{name} get", form.get)
                share = (form.percent_bp or 0) / HUNDRED
                parts = (bought, "Count", form.buy_quantity, given, "Percentage", share, form.get_quantity)
            case o.NewPrice():
                goods = self._range(name, form.of)
                parts = (goods, "Count", 1, goods, "Fixed price", form.price_minor / HUNDRED, None)
            case o.Bundle():
                goods = self._range(name, *(slot.of for slot in form.slots))
                price = (form.price_minor or 0) / HUNDRED
                parts = (goods, "Coverage", len(form.slots), goods, "Fixed price", price, None)
            case o.Amount():
                every = self._get_model("offer", "Range").objects.create(
                    name=name, includes_all_products=True
                )
                least = next(test.amount_minor for test in offer.eligibility if isinstance(test, o.MinSpend))
                parts = (
                    every,
                    "Value",
                    least / HUNDRED,
                    every,
                    "Absolute",
                    form.amount_minor / HUNDRED,
                    None,
                )
            case _:
                raise ValueError(f"{form} has no counterpart")
        condition_goods, condition, least_of, benefit_goods, benefit, value, most = parts
        self._get_model("offer", "ConditionalOffer").objects.create(
            name=name,
            slug=name,
            priority=-number,
            condition=self._get_model("offer", "Condition").objects.create(
                range=condition_goods, type=condition, value=least_of
            ),
            benefit=self._get_model("offer", "Benefit").objects.create(
                range=benefit_goods, type=benefit, value=value, max_affected_items=most
            ),
        )

    def _remembering(self) -> list[Any]:
        """All live offers, their ranges' products in memory."""
        members: dict[int, set[int]] = {}
        for range_id, product_id in self._get_model("offer", "RangeProduct").objects.values_list(
            "range_id", "product_id"
        ):
            members.setdefault(range_id, set()).add(product_id)
        offers = list(self._applicator.get_offers(self._basket))
        for offer in offers:
            offer.condition, offer.benefit = offer.condition.proxy(), offer.benefit.proxy()
            for goods in (offer.condition.range, offer.benefit.range):
                if not goods.includes_all_products:
                    own = members[goods.id]
                    goods.contains_product = lambda product, own=own: product.id in own
        return offers


def _selectors(offer: o.Offer) -> list[o.Selector]:
    form = offer.derivation[0]
    match form:
        case o.BuyGet():
            return [form.buy, form.get]
        case o.Bundle():
            return [slot.of for slot in form.slots]
        case _:
            own = getattr(form, "of", None)
            return [own] if isinstance(own, o.Selector) else []
