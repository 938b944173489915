"""Tell a wallet's payment code from everything else a camera reads.

Such a code is worth the shopper's money for a minute: whoever reads one hands it to the wallet gateway or
forgets it. It is never stored, shown or logged.

Sources: Alipay barcode payment (25-30, 16 to 24 digits); WeChat Pay micropay (10-15, 18 digits); EMVCo QR
Code Specification for Payment Systems, Consumer-Presented Mode, 4.2 (base64 of a template that begins 85 05
"CPV01").
Invariants: pure; total.
"""

import functools
import re

TEXT_MAX = 512
"""The longest consumer-presented code EMVCo allows."""
CODE_FORMS: tuple[str, ...] = (
    r"1[0-5]\d{16}",
    r"(2[5-9]|30)\d{14,22}",
    r"hQVDUFYwM[A-Za-z0-9+/]{1,500}={0,2}",
)
"""Regular expressions of whole codes; a shop adds those of its wallets."""


def is_wallet_code(text: str, forms: tuple[str, ...] = CODE_FORMS) -> bool:
    """Whether a scanned text is a code to pay with.

    >>> is_wallet_code("288888888888888888"), is_wallet_code("4006381333931")
    (True, False)
    """
    return len(text) <= TEXT_MAX and any(form.fullmatch(text) for form in _compiled(forms))


@functools.lru_cache(maxsize=8)
def _compiled(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.ASCII) for form in forms)
