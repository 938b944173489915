"""The screens for the ears: from the lane's state to sentences. Pure. Source: docs/devices/speech.md."""
