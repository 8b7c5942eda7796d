"""The earth."""
