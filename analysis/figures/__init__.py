"""
How many of what.

- forms: how figures are written, and what looks like one and is none
- amounts: money, shares, measures, ages, scores, counts
- readings: a figure's hedge, noun and parts
- find: a document to its figures
- conflicts: figures that differ for one noun
"""
