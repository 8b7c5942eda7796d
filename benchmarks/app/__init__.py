"""What the app costs: start, memory, a click."""
