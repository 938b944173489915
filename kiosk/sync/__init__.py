"""The lane's line to the store service: journal up, feed down, live channel, questions about scarce things.

The lane sells without it for as long as need be. Everything here runs on threads of its own, takes from the
outbox, writes to the replica and posts commands; nothing waits for it.
"""
