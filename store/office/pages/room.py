"""All pages of the back office as one room of the service.

A fault is told as a page to a browser, and as JSON to a script (`store.front.problems`).
"""

from store.front.front import front_of
from store.front.problems import PAGE
from store.office.pages import (
    board,
    coupons,
    day,
    exits,
    exports,
    fleet,
    goods,
    keys,
    labels,
    lanes,
    learned,
    members,
    offers,
    orders,
    people,
    quarantine,
    reports,
    returns,
    sales,
    settings,
    shelf,
    shops,
    statics,
    station,
    stories,
    suspended,
    terms,
    today,
    value,
    wallets,
    watched,
    weights,
)
from store.office.pages.shell import Pages
from store.service import Room, Service


def room(service: Service) -> Room:
    """The handlers of every page."""
    pages = Pages(front_of(service))
    service.share(PAGE, lambda: pages.problem)
    rooms = (
        today,
        station,
        board,
        lanes,
        sales,
        orders,
        suspended,
        returns,
        exits,
        quarantine,
        day,
        reports,
        watched,
        exports,
        goods,
        weights,
        offers,
        terms,
        coupons,
        shelf,
        labels,
        stories,
        shops,
        keys,
        learned,
        value,
        wallets,
        members,
        people,
        fleet,
        settings,
    )
    return Room(routes=(statics.serve, *(route for room in rooms for route in room.routes(pages))))
