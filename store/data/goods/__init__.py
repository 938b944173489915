"""What a shop sells and promises: goods, offers, coupons, labels, and every change of them."""
