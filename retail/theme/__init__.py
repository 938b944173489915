"""The look of a lane as data that checks itself: colours, type, space, motion, sounds. Pure."""
