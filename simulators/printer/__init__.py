"""A thermal receipt printer: ESC/POS bytes in, status bytes out, paper as pictures.

It has a receive buffer, a print speed, a roll that ends, a cover and a cutter, and answers in the bytes of
the real thing. It knows ESC/POS by itself: nothing of the lane's encoder is used here, so that a mistake
there cannot hide here.

Source: docs/devices/printer.md.
"""
