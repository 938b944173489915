"""Speech for shoppers who do not see the screen: voices and a jack. Source: docs/devices/speech.md."""
