"""Whether a headset is in the jack, from the kernel's switch events. Source: docs/devices/speech.md."""
