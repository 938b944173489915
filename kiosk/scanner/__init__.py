"""The camera barcode scanner: camera -> frames -> decoders -> tracker -> codes."""
