"""Six shoppers, one basket: each buys the same goods in the way that suits them, at running programs.

    shoppers.py   who they are         serving.py   one lane serves them, one after the other
    page.py       the page of pictures     alike.py     whether two pictures show the same

Source: docs/scenarios.md, "Everyone".
"""
