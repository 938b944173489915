"""The language lane and store service both speak: money, codes, goods, prices, receipts, the journal.

Pure: no I/O, no clock, no Qt, no SQL. The frozen structs here are also the wire and storage format.
"""
