"""The journal both sides read: the events, their stored form, the hash chain. No storage here."""
