"""The shopper's hands as a web page: hold goods to the camera, choose what the card does, see the paper.

    hands.py    what can be done, and how things stand
    server.py   the page and its requests over HTTP
    screen.py   the lane's screen, when it is served over VNC
    page.html   the page itself

Served on loopback only, by the standard library. The lane knows nothing of it.
"""
