"""`make journey OUT=DIR`: one shopper's two days with the shop, from joining to being forgotten.

Everything runs as it ships, each program in a process of its own: the store service, a lane with simulated
devices, the exit gate, and a headless Chromium that is the phone and the attendant's tablet. What the shopper
does, they do as a person would; what came of it is looked up in the books, and the first thing that is not so
ends the journey.

    __main__.py   the order of the steps      first_day.py, at_the_lane.py, next_day.py   what happens in each
    place.py      the programs                hands.py              the phone and the staff's tablets
    books.py      what the programs keep      album.py, page.py     pictures, and `index.html`

Source: docs/scenarios.md, "The journey".
"""
