"""From envelopes as they came to sales that can be counted: open, check, write down, or set aside.

`explode` says what an envelope tells; `totals` works its money out again; `card_numbers` looks for what must
never be there; `run` does it for whatever has arrived. Pure but for `run`.
"""
