"""Scale protocols: bytes in, answers out. Pure.

answers.py      what any scale can say
lines.py        splitting bytes into lines, bounded
mt_sics.py      Mettler Toledo's Standard Interface Command Set, levels 0 and 1
toledo_8217.py  the checkout scales' "8217" interface
"""
