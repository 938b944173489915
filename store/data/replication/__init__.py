"""What lanes and hubs hold a copy of: the feed, its pages, and replica files made from it."""
