"""Hostile texts: whether any of them breaks an analysis or what it promises."""
