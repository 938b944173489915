"""All pages of shoppers' phones as one room of the service."""

from store.front.front import front_of
from store.front.problems import PHONE_PAGE
from store.phone import (
    goods,
    grants,
    handover,
    home,
    interests,
    joining,
    leaving,
    me,
    ordering,
    orders,
    receipts,
    statics,
    wallet,
)
from store.phone.prices import Prices
from store.phone.shell import Phone
from store.service import Room, Service


def room(service: Service) -> Room:
    """The handlers of every page, and the thread that prices."""
    phone = Phone(front_of(service))
    prices = Prices(phone)
    service.share(PHONE_PAGE, lambda: phone.problem)
    return Room(
        routes=(
            statics.serve,
            statics.serve_picture,
            *home.routes(phone),
            *joining.routes(phone),
            *grants.routes(phone),
            *goods.routes(phone, prices),
            *handover.routes(phone, prices),
            *leaving.routes(phone),
            *wallet.routes(phone, prices),
            *receipts.routes(phone),
            *ordering.routes(phone, prices),
            *orders.routes(phone),
            *interests.routes(phone, prices),
            *me.routes(phone),
        ),
        work=(prices.work,),
    )
