"""The small network."""
