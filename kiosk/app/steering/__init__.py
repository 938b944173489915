"""Steering the lane from outside, for scripted shoppers and benchmarks. Not part of packaged builds."""
