"""Finding goods without a barcode by what people call them. Pure."""
