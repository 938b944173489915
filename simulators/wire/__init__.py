"""Plays a record of a device's line (`kiosk wire record`) to a lane, as the device would."""
