"""The credential: one kind of QR text for the member, the coupon wallet, the basket, the order and the exit.

| module | what it says |
|---|---|
| `code` | the text and its parts: which kind, about whom, from when |
| `chain` | how a code moves on without a key on the phone |
| `issue` | making a grant for a phone, a paper code, and what a phone shows at a moment |
| `trust` | whose signature counts for what, and who is revoked |
| `verify` | whether a code counts here and now, or the reason why not |
| `told` | what the feed tells a till: keys, what was taken back, whose numbers are open |
| `recognise` | all of it together: who a code or number is, or why nobody |
| `replay` | what a till remembers, so that a copy is no second code |
| `number` `attempts` | the short number to say or type, and how often one may guess |
| `gate` | whether the exit opens |
| `reasons` | every refusal, with its sentence |
| `vectors` | the samples in docs/credential.md |

Nothing here knows the time or draws lots: both are handed in.

Source: docs/credential.md.
"""
