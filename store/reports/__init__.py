"""What figures mean: utilisation, differences, what an offer would have done, sales as XML and CSV. Pure."""
