"""The agreements of members (`retail.agreements`), under the name the pages use."""

from retail.agreements import AGREEMENTS, BY_PURPOSE, Agreement

__all__ = ["AGREEMENTS", "BY_PURPOSE", "Agreement"]
