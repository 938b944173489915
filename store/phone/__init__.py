"""What shoppers see on their own phones: the member's code, coupons, balance, receipts, goods, data."""
