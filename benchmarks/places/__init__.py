"""Score geoparsers on texts with marked places: `python -m benchmarks.places FILE...`."""
