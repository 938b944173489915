"""All pages of shoppers' phones as one room of the service."""

from store.front.front import front_of
from store.front.problems import PHONE_PAGE
from store.phone import (
    about,
    goods,
    grants,
    handover,
    home,
    interests,
    joining,
    lane_join,
    leaving,
    me,
    ordering,
    orders,
    receipts,
    statics,
    topup,
    wallet,
)
from store.phone.prices import Prices
from store.phone.shell import Phone
from store.phone.wallet_gateway import Gateway
from store.service import Room, Service


def room(service: Service) -> Room:
    """The handlers of every page, and the thread that prices."""
    phone = Phone(front_of(service))
    prices = Prices(phone)
    gateway = Gateway(service)
    service.share(PHONE_PAGE, lambda: phone.problem)
    return Room(
        routes=(
            statics.serve,
            statics.serve_picture,
            *home.routes(phone),
            *joining.routes(phone),
            *lane_join.routes(phone),
            *grants.routes(phone),
            *goods.routes(phone, prices),
            *about.routes(phone, prices),
            *handover.routes(phone, prices),
            *leaving.routes(phone),
            *wallet.routes(phone, prices, gateway),
            *topup.routes(phone, prices, gateway),
            *receipts.routes(phone),
            *ordering.routes(phone, prices, gateway),
            *orders.routes(phone),
            *interests.routes(phone, prices),
            *me.routes(phone),
        ),
        work=(prices.work, gateway.work),
    )
