"""Extraction, robustness and speed of the readers: `python -m benchmarks.readers`."""
