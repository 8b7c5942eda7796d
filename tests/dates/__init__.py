"""When."""
