"""Caisse-AP: the French protocol between cash register and card terminal. codec -> exchange -> driver."""
