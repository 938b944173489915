"""Money a shop owes: gift cards and members' balances. An account's rules, its postings, a card's number."""
