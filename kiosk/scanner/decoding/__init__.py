"""Decoding in a process of its own: a crash inside a native library costs a frame, never a sale.

    camera's decode thread ──► Supervisor ──► DecoderProcess ══ shared memory, socket ══► worker (Cascade)

The lane's process never loads a decoder library. The tracker stays in it, so that a decoder that is started
anew neither forgets nor doubles a product that is in view.

Source: docs/devices/scanner.md, "The decoder's process".
"""
