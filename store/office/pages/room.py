"""All pages of the back office as one room of the service.

A fault is told as a page to a browser, and as JSON to a script (`store.front.problems`).
"""

from store.front.front import front_of
from store.office.pages import board, lanes, sales, statics, today
from store.office.pages.shell import Pages
from store.service import Room, Service


def room(service: Service) -> Room:
    """The handlers of every page."""
    pages = Pages(front_of(service))
    return Room(routes=(statics.serve, *today.routes(pages), *sales.routes(pages), *lanes.routes(pages), *board.routes(pages)))
