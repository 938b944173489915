"""QR wallets through a payment gateway: codec (bodies), client (one question), orders, refunds, driver."""
