"""`kiosk selftest`: does this installation work on this machine? Asked before it may sell."""
