"""`kiosk doctor`: look at everything a lane needs and say what to do about it."""
