"""A part of an analysis."""
